#include "ui/status_line.h"

#include <QHBoxLayout>
#include <QStyle>

#include "ui/words.h"

namespace ui {

StatusLine::StatusLine(Workbench& workbench, QWidget* parent)
    : QWidget(parent)
    , m_workbench(workbench)
    , m_events(addLabel("statusEvents"))
    , m_rate(addLabel("statusRate"))
    , m_lost(addLabel("statusLost"))
    , m_workers(addLabel("statusWorkers"))
    , m_session(addLabel("statusSession"))
{
    setObjectName(QStringLiteral("statusBar"));
    setAttribute(Qt::WA_StyledBackground);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(12, 4, 12, 4);
    row->setSpacing(18);
    for (QLabel* label : {m_events, m_rate, m_lost, m_workers}) {
        row->addWidget(label);
    }
    row->addStretch();
    row->addWidget(m_session);
    m_timer.setInterval(1000);
    connect(&m_timer, &QTimer::timeout, this, [this] {
        const quint64 count = m_workbench.session().told();
        m_rate->setText(tr("%1 / s").arg(words::count(count - m_lastCount)));
        m_lastCount = count;
        refresh();
    });
    m_timer.start();
    connect(&workbench.session(), &model::Session::appended, this, &StatusLine::refresh);
    m_rate->setText(tr("%1 / s").arg(0));
    refresh();
}

QLabel* StatusLine::addLabel(const char* name)
{
    auto* label = new QLabel(this);
    label->setObjectName(QString::fromLatin1(name));
    label->setProperty("role", QStringLiteral("dim"));
    label->setTextFormat(Qt::PlainText);
    return label;
}

void StatusLine::setSessionName(const QString& name)
{
    m_session->setText(name);
}

void StatusLine::refresh()
{
    const model::Session& session = m_workbench.session();
    const quint64 told = session.told();
    m_events->setText(told == 1 ? tr("1 event") : tr("%1 events").arg(words::count(told)));
    const quint64 lost = session.lost();
    m_lost->setText(lost == 0 ? tr("● nothing lost") : tr("● %1 events lost").arg(lost));
    const QString role = lost == 0 ? QStringLiteral("done") : QStringLiteral("error");
    if (m_lost->property("role") != role) {
        m_lost->setProperty("role", role);
        m_lost->style()->unpolish(m_lost);
        m_lost->style()->polish(m_lost);
    }
    const auto blocked = session.graph().blockedCalls();
    const auto count = session.threads();
    const QString threads = count == 1 ? tr("1 worker") : tr("%1 workers").arg(count);
    m_workers->setText(blocked == 0 ? threads : threads + tr(" · %1 blocked").arg(blocked));
}

}
