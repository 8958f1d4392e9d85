#include "ui/inspector/inspector_panel.h"

#include <QHBoxLayout>
#include <QScrollArea>
#include <QTabBar>
#include <algorithm>

#include "netcore/names/constants.h"
#include "ui/state_tone.h"
#include "ui/words.h"

namespace ui {

using namespace netcore;
using C = CallId;

namespace {

QFrame* line(QWidget* parent)
{
    auto* made = new QFrame(parent);
    made->setProperty("role", QStringLiteral("line"));
    return made;
}

QLabel* dim(const QString& text, QWidget* parent)
{
    auto* label = new QLabel(text, parent);
    label->setProperty("role", QStringLiteral("dim"));
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    return label;
}

// The form that a newly selected socket opens with: what a user would do next.
CallId likelyCall(const model::SocketNode& socket)
{
    if (!socket.open) {
        return C::Getsockname;
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

InspectorPanel::InspectorPanel(Workbench& workbench, QWidget* parent)
    : QWidget(parent), m_workbench(workbench), m_pages(new QStackedWidget(this))
{
    setObjectName(QStringLiteral("inspector"));
    setAttribute(Qt::WA_StyledBackground);
    setAccessibleName(tr("Inspector"));
    auto* empty
        = dim(tr("Select a socket on the board to see its life, its next calls and its addresses."), this);
    empty->setAlignment(Qt::AlignCenter);
    auto* emptyPage = new QWidget(this);
    auto* around = new QVBoxLayout(emptyPage);
    around->setContentsMargins(36, 0, 36, 60);
    around->addWidget(empty);
    m_pages->addWidget(emptyPage);
    m_pages->addWidget(makeContent());
    auto* tabs = new QTabBar(this);
    tabs->setObjectName(QStringLiteral("inspectorTabs"));
    tabs->setAccessibleName(tr("Views of the socket"));
    tabs->setDrawBase(false);
    tabs->setExpanding(false);
    tabs->addTab(tr("Lifecycle"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(tabs);
    column->addWidget(line(this));
    column->addWidget(m_pages, 1);
    connect(&workbench, &Workbench::selectionChanged, this, &InspectorPanel::showSelected);
    connect(&workbench, &Workbench::themeChanged, this, &InspectorPanel::restyle);
    connect(&workbench, &Workbench::formWanted, this, [this](int call) {
        if (const model::SocketNode* socket = m_workbench.selectedSocket()) {
            m_form->show(*socket, static_cast<CallId>(call));
            m_lifecycle->setCurrent(static_cast<CallId>(call));
            m_form->focusFirstField();
        }
    });
    connect(&workbench.session(), &model::Session::socketsChanged, this, [this] {
        if (m_workbench.session().changedSockets().contains(m_shown)) {
            refresh();
        }
    });
}

QWidget* InspectorPanel::makeContent()
{
    auto* scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->viewport()->setAutoFillBackground(false);
    auto* content = new QWidget(scroll);
    auto* column = new QVBoxLayout(content);
    column->setContentsMargins(14, 12, 14, 14);
    column->setSpacing(11);
    addHeader(column);
    addLifecycle(column);
    column->addWidget(line(content));
    m_form = new CallForm(m_workbench, content);
    column->addWidget(m_form);
    connect(m_form, &CallForm::made, this, [this](quint32 ticket) { m_made = Ticket {ticket}; });
    m_outcome = new OutcomeView(m_workbench, content);
    column->addWidget(m_outcome);
    column->addWidget(line(content));
    addFacts(column);
    column->addStretch();
    scroll->setWidget(content);
    content->setAutoFillBackground(false); // setWidget() turns it on: the panel's own colour shall show
    return scroll;
}

void InspectorPanel::addHeader(QVBoxLayout* column)
{
    m_title = new QLabel(this);
    m_title->setObjectName(QStringLiteral("inspectorTitle"));
    m_title->setTextFormat(Qt::PlainText);
    m_kind = new ElidedLabel(this);
    m_kind->setProperty("role", QStringLiteral("dim"));
    m_badge = new QLabel(this);
    m_badge->setObjectName(QStringLiteral("inspectorState"));
    m_badge->setTextFormat(Qt::PlainText);
    auto* header = new QHBoxLayout;
    header->setSpacing(9);
    header->addWidget(m_title);
    header->addWidget(m_kind, 1);
    header->addWidget(m_badge);
    column->addLayout(header);
}

void InspectorPanel::addLifecycle(QVBoxLayout* column)
{
    m_lifecycle = new LifecycleView(m_workbench, this);
    column->addWidget(m_lifecycle);
    column->addWidget(dim(tr("A dimmed call is not legal in this state. Make it anyway to see which errno "
                             "the kernel gives, and why."),
        this));
    connect(m_lifecycle, &LifecycleView::chosen, this,
        [this](int call) { m_workbench.showForm(m_shown, static_cast<CallId>(call)); });
    connect(m_lifecycle, &LifecycleView::calledAtOnce, this, [this](int call) {
        m_workbench.showForm(m_shown, static_cast<CallId>(call));
        m_form->make();
    });
}

void InspectorPanel::addFacts(QVBoxLayout* column)
{
    m_addressTitle = dim({}, this);
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

void InspectorPanel::showSelected()
{
    const model::SocketNode* socket = m_workbench.selectedSocket();
    m_pages->setCurrentIndex(socket != nullptr ? 1 : 0);
    m_shown = socket != nullptr ? socket->id : kNoSocket;
    if (socket != nullptr) {
        const CallId call = likelyCall(*socket);
        m_form->show(*socket, call);
        m_lifecycle->setCurrent(call);
        refresh();
    }
}

void InspectorPanel::refresh()
{
    const model::SocketNode* socket = m_workbench.session().graph().find(m_shown);
    if (socket == nullptr) {
        return;
    }
    showHeader(*socket);
    m_lifecycle->show(*socket);
    advance(*socket);
    m_form->refresh(*socket);
    m_outcome->show(*socket);
    showFacts(*socket);
}

// A step that is done makes room for the one after it, unless somebody is typing something else into its
// form.
void InspectorPanel::advance(const model::SocketNode& socket)
{
    const bool repeats = m_form->call() == C::Recv || m_form->call() == C::Send;
    const bool typing = m_form->isAncestorOf(focusWidget());
    const bool made = m_workbench.session().store().event(socket.lastCall).ticket == m_made;
    if (repeats || (typing && !made) || model::stateOf(socket, m_form->call()) != model::StepState::Done) {
        return;
    }
    m_form->show(socket, likelyCall(socket));
    m_lifecycle->setCurrent(m_form->call());
    if (typing) {
        m_form->focusFirstField();
    }
}

void InspectorPanel::showHeader(const model::SocketNode& socket)
{
    QFont bold = font();
    bold.setWeight(QFont::DemiBold);
    m_title->setFont(bold);
    m_title->setText(QStringLiteral("fd %1").arg(socket.fd));
    const QString role = words::role(model::roleOf(socket));
    m_kind->setFullText(words::domain(socket.domain) + u' ' + words::type(socket.type)
        + (role.isEmpty() ? role : QStringLiteral(" · ") + role)
        + (socket.nonBlocking ? tr(" · non-blocking") : QString()));
    m_badge->setText(words::state(socket));
    const Tone tone = toneOf(m_workbench.theme(), socket);
    m_badge->setStyleSheet(
        QStringLiteral("color: %1; background: %2; border-radius: 8px; padding: 1px 8px; font-weight: 600;")
            .arg(tone.text.name(), tone.soft.name()));
}

void InspectorPanel::showFacts(const model::SocketNode& socket)
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
            auto* name = dim({}, this);
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

void InspectorPanel::restyle()
{
    if (const model::SocketNode* socket = m_workbench.selectedSocket()) {
        m_lifecycle->show(*socket);
        refresh();
    }
    m_address->update();
}

}
