#include "ui/inspector/outcome_view.h"

#include <QStyle>
#include <QVBoxLayout>

#include "netcore/inspect/investigator.h"
#include "netcore/names/constants.h"
#include "ui/flow_layout.h"
#include "ui/inspector/bytes_handle.h"
#include "ui/inspector/remedy_words.h"
#include "ui/parts.h"
#include "ui/words.h"

namespace ui {

using namespace netcore;

namespace {

constexpr int kPatience = 150; // ms; findings take a few

QLabel* plainLabel(QWidget* parent, const char* name)
{
    auto* label = new QLabel(parent);
    label->setObjectName(QString::fromLatin1(name));
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

void say(QLabel* label, const QString& text)
{
    label->setText(text);
    label->setVisible(!text.isEmpty());
}

}

OutcomeView::OutcomeView(Workbench& workbench, QWidget* parent)
    : QFrame(parent)
    , m_workbench(workbench)
    , m_result(plainLabel(this, "outcomeResult"))
    , m_bytes(new BytesHandle(workbench, this))
    , m_meaning(plainLabel(this, "outcomeMeaning"))
    , m_why(plainLabel(this, "outcomeWhy"))
    , m_remedy(plainLabel(this, "outcomeRemedy"))
    , m_buttons(new QWidget(this))
    , m_flow(new FlowLayout(m_buttons))
    , m_cancel(new QPushButton(tr("Cancel the call"), this))
{
    setObjectName(QStringLiteral("outcome"));
    m_why->setProperty("role", QStringLiteral("dim"));
    m_cancel->setObjectName(QStringLiteral("cancelCall"));
    setHint(*m_cancel, tr("Interrupt it: it returns -1 EINTR"));
    connect(m_cancel, &QPushButton::clicked, this, [this] { m_workbench.session().cancel(m_asleep); });
    m_patience.setSingleShot(true);
    m_patience.setInterval(kPatience);
    connect(&m_patience, &QTimer::timeout, this, [this] {
        if (const model::SocketNode* socket = m_workbench.graph().find(m_socket)) {
            show(*socket);
        }
    });
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(5);
    for (QWidget* part :
        std::initializer_list<QWidget*> {m_result, m_bytes, m_meaning, m_why, m_remedy, m_buttons}) {
        column->addWidget(part);
    }
    column->addWidget(m_cancel, 0, Qt::AlignLeft);
}

void OutcomeView::show(const model::SocketNode& socket)
{
    const bool other = m_socket != socket.id;
    m_socket = socket.id;
    if (!socket.blocked.empty()) {
        showBlocked(socket.blocked.back());
        return;
    }
    m_cancel->hide();
    const Event event = m_workbench.session().store().event(socket.lastCall);
    const Basis basis {
        socket.lastCall, m_workbench.session().findings().count(event.ticket), socket.changedAt};
    setTone(event.result < 0 ? QStringLiteral("error") : QStringLiteral("done"));
    m_result->setText(words::callName(event.call) + QStringLiteral("() = ") + words::result(event));
    if (other || socket.lastCall != m_basis.row) {
        m_bytes->show(socket.lastCall);
    }
    if (other || basis != m_basis) {
        m_basis = basis;
        showCall(socket, event);
    }
}

void OutcomeView::setTone(const QString& role)
{
    m_result->setProperty("role", role);
    m_result->style()->unpolish(m_result);
    m_result->style()->polish(m_result);
    QFont code = m_workbench.monospace();
    code.setPointSizeF(code.pointSizeF() * 0.92);
    code.setWeight(QFont::DemiBold);
    m_result->setFont(code);
}

void OutcomeView::showBlocked(const model::BlockedCall& call)
{
    m_asleep = call.ticket;
    m_basis = {};
    m_bytes->hide();
    setTone(QStringLiteral("waiting"));
    m_result->setText(tr("%1() is asleep in the kernel").arg(words::callName(call.call)));
    model::Diagnosis asleep;
    asleep.what = call.kernelFunction.empty()
        ? tr("Its thread waits; everything else goes on.")
        : tr("Its thread waits in %1(); everything else goes on.").arg(words::shown(call.kernelFunction));
    showDiagnosis(asleep);
    m_cancel->show();
}

bool OutcomeView::waitsForFinding(const model::SocketNode& socket, const Event& event)
{
    const Question question {
        event.ticket, event.socket, event.actor, event.call, event.error, socket.domain, socket.type, {}};
    const bool expected = event.result < 0 && Investigator::cares(question) && m_basis.findings == 0;
    if (!expected) {
        m_patience.stop();
        return false;
    }
    if (m_shown != event.ticket) {
        m_shown = event.ticket;
        m_patience.start();
    }
    return m_patience.isActive();
}

void OutcomeView::showCall(const model::SocketNode& socket, const Event& event)
{
    if (waitsForFinding(socket, event)) {
        showDiagnosis({});
        m_basis = {}; // look again, whatever happens
        return;
    }
    m_shown = event.ticket;
    showDiagnosis(m_workbench.diagnosisOf(socket.lastCall));
    if (event.result < 0) {
        Q_EMIT failureExplained(number(event.ticket));
    }
}

void OutcomeView::showDiagnosis(const model::Diagnosis& diagnosis)
{
    setProperty("situation", diagnosis.situation);
    say(m_meaning, diagnosis.what);
    say(m_why, diagnosis.why);
    say(m_remedy, diagnosis.remedy);
    showRemedies(diagnosis.remedies);
}

// A button that stays what it was is left alone: the mouse may be on it.
void OutcomeView::showRemedies(const QList<model::Remedy>& remedies)
{
    const model::SocketGraph& graph = m_workbench.graph();
    while (m_flow->count() > remedies.size()) {
        const std::unique_ptr<QLayoutItem> item(m_flow->takeAt(m_flow->count() - 1));
        item->widget()->hide();
        item->widget()->deleteLater(); // not at once: it may be the one that was clicked
    }
    m_remedies = remedies;
    for (int i = 0; i < remedies.size(); ++i) {
        if (i == m_flow->count()) {
            auto* made = new QPushButton(m_buttons);
            m_flow->addWidget(made);
            connect(made, &QPushButton::clicked, this, [this, i] {
                if (i < m_remedies.size()) {
                    m_workbench.apply(m_remedies[i], m_shown);
                }
            });
            made->show();
        }
        auto* button = qobject_cast<QPushButton*>(m_flow->itemAt(i)->widget());
        button->setText(words::remedy(remedies[i], graph));
        setHint(*button, words::remedyHint(remedies[i], graph));
        button->setObjectName(words::remedyName(remedies[i]));
    }
    m_buttons->setVisible(!remedies.isEmpty());
    m_flow->invalidate();
}

}
