#include "ui/inspector/outcome_view.h"

#include <QStyle>
#include <QVBoxLayout>

#include "netcore/names/constants.h"
#include "ui/words.h"

namespace ui {

using namespace netcore;

namespace {

QLabel* plainLabel(QWidget* parent, const char* name)
{
    auto* label = new QLabel(parent);
    label->setObjectName(QString::fromLatin1(name));
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

}

OutcomeView::OutcomeView(Workbench& workbench, QWidget* parent)
    : QFrame(parent)
    , m_workbench(workbench)
    , m_result(plainLabel(this, "outcomeResult"))
    , m_meaning(plainLabel(this, "outcomeMeaning"))
    , m_remedy(plainLabel(this, "outcomeRemedy"))
    , m_cancel(new QPushButton(tr("Cancel the call"), this))
{
    setObjectName(QStringLiteral("outcome"));
    m_remedy->setProperty("role", QStringLiteral("dim"));
    m_cancel->setObjectName(QStringLiteral("cancelCall"));
    m_cancel->setToolTip(words::plainToolTip(tr("Interrupt it: it returns -1 EINTR")));
    connect(m_cancel, &QPushButton::clicked, this, [this] { m_workbench.session().cancel(m_asleep); });
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    column->addWidget(m_result);
    column->addWidget(m_meaning);
    column->addWidget(m_remedy);
    column->addWidget(m_cancel, 0, Qt::AlignLeft);
}

void OutcomeView::show(const model::SocketNode& socket)
{
    if (!socket.blocked.empty()) {
        showBlocked(socket.blocked.back());
        return;
    }
    const model::EventStore& store = m_workbench.session().store();
    showCall(store.event(socket.lastCall), store.call(socket.lastCall));
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
    setTone(QStringLiteral("waiting"));
    m_result->setText(tr("%1() is asleep in the kernel").arg(words::callName(call.call)));
    m_meaning->setText(call.kernelFunction.empty() ? tr("Its thread waits; everything else goes on.")
                                                   : tr("Its thread waits in %1(); everything else goes on.")
                                                         .arg(words::shown(call.kernelFunction)));
    m_meaning->show();
    m_remedy->hide();
    m_cancel->show();
}

void OutcomeView::showCall(const Event& event, const CallRecord& record)
{
    const bool failed = event.result < 0;
    setTone(failed ? QStringLiteral("error") : QStringLiteral("done"));
    m_result->setText(words::callName(event.call) + QStringLiteral("() = ") + words::result(event));
    QString meaning = failed ? m_workbench.explainer().meaning(event.error, event.call) : QString();
    const bool receives = event.call == CallId::Recv || event.call == CallId::Recvfrom;
    if (receives && event.result == 0 && record.arguments[2] > 0) {
        const model::SocketNode* node = m_workbench.session().graph().find(event.socket);
        meaning = node != nullptr && node->isStream()
            ? tr("0 is end of file: the peer will send no more.")
            : tr("A message of no bytes: it is a message all the same.");
    }
    m_meaning->setText(meaning);
    m_meaning->setVisible(!meaning.isEmpty());
    const QString remedy = failed ? m_workbench.explainer().remedy(event.error, event.call) : QString();
    m_remedy->setText(remedy);
    m_remedy->setVisible(!remedy.isEmpty());
    m_cancel->hide();
}

}
