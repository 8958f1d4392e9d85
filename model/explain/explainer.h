// The explanations, as data: resources/explain. Words in English; a translation is another file (texts.h).
#pragma once

#include <QHash>
#include <QString>

#include "netcore/inspect/view_facts.h"
#include "netcore/names/calls.h"
#include "netcore/names/options.h"
#include "netcore/sys/address.h"

namespace model {

class Explainer {
public:
    // "de", as the folder in resources/explain is called; empty: English. Text by text English stands in for
    // what is missing.
    explicit Explainer(const QString& language = {});

    const QString& language() const { return m_language; }

    // What an errno means when this call returns it, and what helps: plain text, empty where nothing is
    // known.
    QString meaning(int error, netcore::CallId call) const;
    QString remedy(int error, netcore::CallId call) const;
    // Why this is no address, and how it is written.
    QString problem(netcore::AddressProblem::Reason reason) const;
    // What a call does, in a sentence.
    QString purpose(netcore::CallId call) const;
    // What a socket option does, and its trap, in one to three sentences.
    QString purpose(const netcore::OptionDescription& option) const;
    // What a fact of the kernel's view means. `part`: as in netcore::ViewDifference.
    QString purpose(netcore::ViewFact fact, std::uint16_t part) const;

private:
    QString text(const QString& key, netcore::CallId call) const;

    QString m_language;
    QHash<QString, QString> m_texts; // "EPIPE", "EPIPE.send", "EPIPE.remedy", ...
};

}
