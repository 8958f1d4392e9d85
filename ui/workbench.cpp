#include "ui/workbench.h"

#include "netcore/names/constants.h"
#include "ui/translation.h"

namespace ui {

using namespace netcore;

Workbench::Workbench(model::Session& session, QObject* parent)
    : QObject(parent), m_session(session), m_moment(session), m_theme(Theme::light())
{
    connect(&session, &model::Session::appended, this, &Workbench::lookForRemovals);
    connect(&m_moment, &model::Moment::moved, this, &Workbench::momentChanged);
    connect(&m_moment, &model::Moment::socketsChanged, this, &Workbench::socketsChanged);
    keepAnnotations();
}

const model::Explainer& Workbench::explainer() const
{
    return m_explainer ? *m_explainer : m_explainer.emplace(spokenLanguage());
}

const model::Doctor& Workbench::doctor() const
{
    return m_doctor ? *m_doctor : m_doctor.emplace(explainer());
}

// They are read from the session once, and then each change goes there.
void Workbench::keepAnnotations()
{
    for (const model::Record& record : m_session.records()) {
        if (record.kind == model::RecordKind::Annotation) {
            m_annotations.take(record.bytes); // one that cannot be read is nobody's comment
        }
    }
    connect(&m_annotations, &model::Annotations::changed, this, [this](quint64 row) {
        const QByteArray bytes = m_annotations.record(row);
        const auto all = std::as_bytes(std::span(bytes.constData(), static_cast<std::size_t>(bytes.size())));
        m_session.addRecord({model::RecordKind::Annotation, {all.begin(), all.end()}});
    });
}

void Workbench::setTheme(const Theme& theme)
{
    m_theme = theme;
    Q_EMIT themeChanged();
}

void Workbench::setSavedMessages(const QList<SavedMessage>& messages)
{
    if (messages != m_savedMessages) {
        m_savedMessages = messages;
        Q_EMIT savedMessagesChanged();
    }
}

void Workbench::select(SocketId socket)
{
    if (m_selected != socket) {
        m_selected = socket;
        Q_EMIT selectionChanged();
    }
}

Ticket Workbench::make(Call call, SocketId socket)
{
    if (!m_session.isLive()) {
        Q_EMIT problem(
            tr("This is a recording: what happened can be looked at, and no call can be made in it."),
            tr("A new window (Ctrl+Shift+N) has a session of its own."));
        return kNoTicket;
    }
    if (!isAtPresent()) {
        Q_EMIT problem(
            tr("This is a moment of the past: it can be looked at, and no call can be made in it."),
            tr("“Live” at the right end of the time slider (End) goes back to the present."));
        return kNoTicket;
    }
    const auto posted = m_session.post(std::move(call), socket);
    if (posted.ok()) {
        return posted.value();
    }
    Q_EMIT problem(tr("No thread could be started for this call: %1.")
                       .arg(QString::fromStdString(errnoText(posted.problem()))),
        tr("Cancel calls that are asleep, or raise the limit on processes (ulimit -u)."));
    return kNoTicket;
}

void Workbench::showForm(SocketId socket, CallId call)
{
    select(socket);
    Q_EMIT formWanted(static_cast<int>(call));
}

void Workbench::showForm(SocketId socket, CallId call, const FormStart& start)
{
    select(socket);
    m_formStart = start;
    Q_EMIT formWanted(static_cast<int>(call));
    m_formStart = {};
}

}
