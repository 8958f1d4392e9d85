// What the panels share: the session, the selected socket, the look. Each panel gets a reference; none knows
// another.
//
// Threads: the window's.
#pragma once

#include <QFont>
#include <QObject>
#include <functional>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

#include "model/annotations.h"
#include "model/explain/doctor.h"
#include "model/explain/explainer.h"
#include "model/moment.h"
#include "model/private_folder.h"
#include "model/session.h"
#include "ui/saved_messages.h"
#include "ui/theme.h"

namespace ui {

class Workbench : public QObject {
    Q_OBJECT

public:
    explicit Workbench(model::Session& session, QObject* parent = nullptr);

    model::Session& session() { return m_session; }
    const model::Session& session() const { return m_session; }
    const model::Explainer& explainer() const; // its texts are read when somebody first asks

    // --- What the panels show: the present, or the moment of the past that the time slider stands on.
    const model::Moment& moment() const { return m_moment; }
    bool isAtPresent() const { return m_moment.isPresent(); }
    model::Row end() const { return m_moment.end(); } // rows [0, end) are shown
    const model::SocketGraph& graph() const { return m_moment.graph(); }
    void showMoment(std::optional<model::Row> end) { m_moment.move(end); } // nothing: the present
    // Neither in a recording nor in the past: make() says so.
    bool canCall() const { return m_session.isLive() && isAtPresent(); }

    // What the log says about the call of that row, a returned one. Some work: keep it while nothing changes.
    model::Diagnosis diagnosisOf(model::Row row) const;

    const Theme& theme() const { return m_theme; }
    void setTheme(const Theme& theme);
    QFont monospace() const { return m_monospace; }
    void setMonospace(const QFont& font) { m_monospace = font; }

    // Marks and comments of this session's log.
    model::Annotations& annotations() { return m_annotations; }

    // What is proposed to be bound: the loopback, or all of this machine's addresses.
    bool proposesAnyAddress() const { return m_proposesAny; }
    void setProposesAnyAddress(bool any) { m_proposesAny = any; }

    // Kept over runs by who listens to savedMessagesChanged().
    const QList<SavedMessage>& savedMessages() const { return m_savedMessages; }
    void setSavedMessages(const QList<SavedMessage>& messages);

    netcore::SocketId selected() const { return m_selected; }
    const model::SocketNode* selectedSocket() const { return graph().find(m_selected); }
    void select(netcore::SocketId socket);

    // Makes a call; a failure to start it is told by problem(). Returns its ticket, or none.
    netcore::Ticket make(netcore::Call call, netcore::SocketId socket);
    // Does what a diagnosis proposes; `failed` is the call that it is about. Asks by question() where
    // something is removed.
    void apply(const model::Remedy& remedy, netcore::Ticket failed);
    // A path in a folder of our own that nothing has yet.
    QString freeUnixPath() { return m_folder.freePath(QStringLiteral("socket")); }
    // Shows the form of a call for that socket, ready to type in.
    void showForm(netcore::SocketId socket, netcore::CallId call);
    // With these in its fields, as if they had been typed; an empty one is proposed as always.
    struct FormStart {
        QString address;
        QString data; // with C escapes
    };
    void showForm(netcore::SocketId socket, netcore::CallId call, const FormStart& start);
    // For the form: what to begin with, told once.
    FormStart takeFormStart() { return std::exchange(m_formStart, {}); }

Q_SIGNALS:
    void selectionChanged();
    void momentChanged(); // moved, the present left or entered: graph() is another one
    // graph() says something new of moment().changedSockets().
    void socketsChanged();
    void themeChanged();
    void savedMessagesChanged();
    void formWanted(int call); // a netcore::CallId, for the selected socket
    void problem(const QString& what, const QString& remedy);
    void question(const QString& text, const QString& yes, const std::function<void()>& onYes);

private:
    const model::Doctor& doctor() const;
    void keepAnnotations();
    void removeStale(const model::Remedy& remedy, netcore::Ticket failed);
    void lookForRemovals(quint64 first, quint64 count);

    model::Session& m_session;
    model::Moment m_moment;
    mutable std::optional<model::Explainer> m_explainer;
    mutable std::optional<model::Doctor> m_doctor;
    std::vector<netcore::Ticket> m_removals; // that have not been answered
    model::PrivateFolder m_folder;
    model::Annotations m_annotations;
    bool m_proposesAny = false;
    Theme m_theme;
    QFont m_monospace;
    QList<SavedMessage> m_savedMessages;
    FormStart m_formStart;
    netcore::SocketId m_selected = netcore::kNoSocket;
};

}
