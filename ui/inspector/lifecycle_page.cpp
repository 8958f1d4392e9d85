#include "ui/inspector/lifecycle_page.h"

#include <QScrollArea>
#include <algorithm>
#include <utility>

#include "netcore/names/constants.h"
#include "ui/elided_label.h"
#include "ui/inspector/call_result_view.h"
#include "ui/parts.h"
#include "ui/words.h"

namespace ui {

using namespace netcore;
using C = CallId;

namespace {

// The form that a newly selected socket opens with: what a user would do next.
CallId likelyCall(const model::SocketNode& socket)
{
    if (!socket.open) {
        return C::Getsockname;
    }
    if (!socket.isSocket) {
        return C::Read;
    }
    switch (model::roleOf(socket)) {
    case model::SocketRole::Fresh:
        return socket.bound ? C::Listen : C::Bind;
    case model::SocketRole::Passive:
        return C::Accept4;
    case model::SocketRole::Active:
        return socket.connected ? C::Send : C::Connect;
    case model::SocketRole::Accepted:
    case model::SocketRole::Paired:
        return socket.view.receiveQueue > 0 ? C::Recv : C::Send;
    case model::SocketRole::Datagram:
        return socket.bound ? C::Recvfrom : C::Sendto;
    case model::SocketRole::ConnectedDatagram:
        return C::Send;
    }
    return C::Close;
}

QString queueText(std::int64_t bytes)
{
    return bytes < 0 ? QStringLiteral("–") : words::bytes(bytes);
}

}

LifecyclePage::LifecyclePage(Workbench& workbench, QWidget* parent)
    : InspectorPage(parent), m_workbench(workbench)
{
    setObjectName(QStringLiteral("lifecyclePage"));
    auto* around = new QVBoxLayout(this);
    around->setContentsMargins(0, 0, 0, 0);
    around->addWidget(makeContent(this));
    connect(&workbench, &Workbench::themeChanged, m_address, qOverload<>(&QWidget::update));
}

QWidget* LifecyclePage::makeContent(QWidget* parent)
{
    auto* content = new QWidget(parent);
    auto* column = new QVBoxLayout(content);
    column->setContentsMargins(14, 11, 14, 14);
    column->setSpacing(11);
    addLifecycle(column);
    column->addWidget(makeLine(content));
    m_form = new CallForm(m_workbench, content);
    column->addWidget(m_form);
    connect(m_form, &CallForm::made, this, [this](quint32 ticket) { m_made = Ticket {ticket}; });
    m_outcome = new OutcomeView(m_workbench, content);
    column->addWidget(m_outcome);
    connect(
        m_outcome, &OutcomeView::failureExplained, this,
        [this](quint32 ticket) { showWhyItFailed(Ticket {ticket}); },
        Qt::QueuedConnection); // once it has its height
    column->addWidget(new CallResultView(m_workbench, content));
    column->addWidget(makeLine(content));
    m_states = new StateView(m_workbench, content);
    column->addWidget(m_states);
    addFacts(column);
    column->addStretch();
    m_scroll = makeColumnScroll(parent, content);
    return m_scroll;
}

// Who has made a call here that failed looks for why; below the window's edge nobody does. Once: then the
// page is the reader's.
void LifecyclePage::showWhyItFailed(Ticket ticket)
{
    if (ticket == m_made && std::exchange(m_explained, ticket) != ticket) {
        m_scroll->widget()->layout()->activate();
        m_scroll->ensureWidgetVisible(m_outcome, 0, fontMetrics().height());
    }
}

void LifecyclePage::addLifecycle(QVBoxLayout* column)
{
    m_lifecycle = new LifecycleView(m_workbench, this);
    column->addWidget(m_lifecycle);
    column->addWidget(makeLabel(this, "dimmedCalls", "dim",
        tr("A dimmed call is not legal in this state. Make it anyway to see which errno the kernel gives, "
           "and why.")));
    connect(m_lifecycle, &LifecycleView::chosen, this,
        [this](int call) { m_workbench.showForm(m_shown, static_cast<CallId>(call)); });
    connect(m_lifecycle, &LifecycleView::calledAtOnce, this, [this](int call) {
        m_workbench.showForm(m_shown, static_cast<CallId>(call));
        m_form->make();
    });
}

void LifecyclePage::addFacts(QVBoxLayout* column)
{
    m_addressTitle = makeLabel(this, "addressTitle", "dim");
    m_address = new AddressView(m_workbench, this);
    column->addWidget(m_addressTitle);
    column->addWidget(m_address);
    m_factsBox = new QWidget(this);
    m_facts = new QFormLayout(m_factsBox);
    m_facts->setContentsMargins(0, 2, 0, 0);
    m_facts->setVerticalSpacing(4);
    m_facts->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    column->addWidget(m_factsBox);
}

void LifecyclePage::showForm(const model::SocketNode& socket, CallId call)
{
    m_form->show(socket, call);
    m_isProposed = false;
    m_lifecycle->setCurrent(call);
    m_form->focusFirstField();
}

void LifecyclePage::showSocket(const model::SocketNode& socket)
{
    if (m_shown != socket.id) {
        m_shown = socket.id;
        propose(socket);
    }
    m_lifecycle->show(socket);
    m_states->show(socket);
    advance(socket);
    m_form->refresh(socket);
    m_outcome->show(socket);
    showFacts(socket);
}

quint64 LifecyclePage::news(const model::SocketNode& socket) const
{
    const model::Row asleep = socket.blocked.empty() ? 0 : socket.blocked.back().row;
    return std::max(socket.lastCall, asleep);
}

void LifecyclePage::propose(const model::SocketNode& socket)
{
    m_form->show(socket, likelyCall(socket));
    m_isProposed = true;
    m_lifecycle->setCurrent(m_form->call());
}

// A step that is done makes room for the one after it, unless somebody is typing something else into its
// form.
void LifecyclePage::advance(const model::SocketNode& socket)
{
    const bool repeats = m_form->call() == C::Recv || m_form->call() == C::Send;
    const bool typing = m_form->isAncestorOf(focusWidget());
    const bool made = m_workbench.session().store().event(socket.lastCall).ticket == m_made;
    const model::StepState state = model::stateOf(socket, m_form->call());
    // What nobody has asked for, and makes no sense any more: connected by a drag, say, and bind() proposed.
    const bool outdated = m_isProposed && state == model::StepState::NotNow;
    if (repeats || (typing && !made) || (state != model::StepState::Done && !outdated)) {
        return;
    }
    propose(socket);
    if (typing) {
        m_form->focusFirstField();
    }
}

void LifecyclePage::showFacts(const model::SocketNode& socket)
{
    const Address& address = socket.local;
    const bool known
        = socket.domain == AF_UNIX ? address.length() > sizeof(sa_family_t) : address.port() != 0;
    m_addressTitle->setVisible(known);
    m_address->setVisible(known);
    if (known) {
        m_addressTitle->setText(tr("Local address · %1 bytes").arg(address.length()));
        m_address->show(address);
    }
    m_factsBox->setVisible(socket.open); // of a closed socket the kernel says nothing any more
    QList<std::pair<QString, QString>> facts;
    if (const auto state = nameOf(tcpStates(), socket.view.tcpState)) {
        facts.append({QStringLiteral("tcpi_state"),
            QString::fromLatin1(state->data(), static_cast<qsizetype>(state->size()))
                + QStringLiteral(" (%1)").arg(socket.view.tcpState)});
    }
    if (socket.view.acceptQueue >= 0) {
        facts.append({tr("accept queue"),
            tr("%1 of backlog %2 (+1)").arg(socket.view.acceptQueue).arg(socket.view.backlog)});
    }
    if (!socket.remote.isEmpty()) {
        facts.append({tr("peer address"), words::address(socket.remote)});
    }
    if (!socket.listening) {
        facts.append({socket.isDatagram() ? tr("next message") : QStringLiteral("Recv-Q"),
            queueText(socket.view.receiveQueue)});
        facts.append({QStringLiteral("Send-Q"), queueText(socket.view.sendQueue)});
        facts.append({tr("received, sent"),
            words::bytes(static_cast<qint64>(socket.bytesReceived)) + QStringLiteral(", ")
                + words::bytes(static_cast<qint64>(socket.bytesSent))});
    }
    facts.append({QStringLiteral("O_NONBLOCK"), socket.nonBlocking ? tr("on") : tr("off")});
    facts.append({tr("inode"), QString::number(socket.view.inode)});
    while (m_facts->rowCount() > facts.size()) {
        m_facts->removeRow(m_facts->rowCount() - 1);
    }
    QFont code = m_workbench.monospace();
    code.setPointSizeF(code.pointSizeF() * 0.88);
    code.setWeight(QFont::DemiBold);
    for (int i = 0; i < facts.size(); ++i) {
        if (i == m_facts->rowCount()) {
            auto* value = new ElidedLabel(this);
            value->setAlignment(Qt::AlignRight);
            value->setTextInteractionFlags(Qt::TextSelectableByMouse);
            auto* name = makeLabel(this, "", "dim");
            name->setWordWrap(false);
            m_facts->addRow(name, value);
        }
        auto* name = qobject_cast<QLabel*>(m_facts->itemAt(i, QFormLayout::LabelRole)->widget());
        auto* value = qobject_cast<ElidedLabel*>(m_facts->itemAt(i, QFormLayout::FieldRole)->widget());
        name->setText(facts[i].first);
        value->setFont(code);
        value->setFullText(facts[i].second);
    }
}

}
