// What happened to this call, in this situation: why, what helps, and what can be done at once. A pure
// function of the log; the texts and the rules that choose one are data: resources/explain/situations_*.json
// and notes.json.
//
// A rule fits when all its circumstances hold ("!" before one: it does not) and all {places} of its texts
// have a value; the first that fits is taken. Where none fits, an errno is explained as such (Explainer).
#pragma once

#include <QList>
#include <QString>
#include <QStringList>
#include <deque>

#include "model/explain/call_case.h"
#include "model/explain/explainer.h"
#include "model/explain/texts.h"
#include "netcore/engine/call.h"

namespace model {

enum class Action : std::uint8_t {
    BindPortZero, // any free port: bind() again
    BindFreePort, // the next free one behind it
    BindLoopback, // the same port on 127.0.0.1 or ::1
    ReuseAddress, // setsockopt(SO_REUSEADDR), and the call again
    AllowBroadcast, // setsockopt(SO_BROADCAST), and the call again
    RemoveStaleFile, // asks first; netcore looks again
    SelectHolder, // our own socket that has the address
    StartListener, // socket(), bind(), listen() there
    ListenThere, // listen() on our socket that is bound there
    CallAgain, // the very same call
    NewSocket, // a fresh one of the same kind
    ShowCall, // the form of another call of this socket
};

struct Remedy {
    Action action;
    netcore::SocketId socket = netcore::kNoSocket; // that it is done to; none: a new one
    std::deque<netcore::Call> calls; // to be made one after the other
    netcore::CallId call = netcore::CallId::None; // of ShowCall
    netcore::Address address; // that it is about
    std::string path; // of RemoveStaleFile
    netcore::FileIdentity file;
};

struct Diagnosis {
    QString situation; // "EADDRINUSE.stale"; empty: no rule fits, the errno is explained as such
    QString what; // empty: there is nothing to say
    QString why;
    QString remedy;
    QList<Remedy> remedies; // safe ones, of which each can be done now
    bool note = false; // about a call that succeeded
};

class Doctor {
public:
    // Speaks the language of `explainer`, which must outlive it.
    explicit Doctor(const Explainer& explainer);

    Diagnosis diagnose(const CallCase& call) const;

    // The rules, for the test that goes through them.
    struct Situation {
        QString id;
        QString error; // name of the errno; empty: a note
        QStringList calls; // none: any
        QStringList when;
        QString what;
        QString why;
        QString remedy;
        QStringList actions;
    };
    const QList<Situation>& situations() const { return m_situations; }
    static const QStringList& actionNames();

private:
    void load(const QString& name);

    const Explainer& m_explainer;
    QList<Situation> m_situations;
    Wording m_wording;
};

// The remedies of that name, or none where it is not possible, or not safe.
QList<Remedy> remediesFor(const QString& action, const CallCase& call);

}
