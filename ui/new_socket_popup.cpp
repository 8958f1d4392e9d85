#include "ui/new_socket_popup.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QScreen>
#include <QStyle>
#include <QVBoxLayout>
#include <array>

#include "model/call_chain.h"
#include "netcore/names/call_text.h"
#include "ui/address_proposal.h"
#include "ui/object_names.h"
#include "ui/parts.h"
#include "ui/words.h"

namespace ui {

using namespace netcore;

namespace {

constexpr std::array kDomains {AF_INET, AF_INET6, AF_UNIX};
constexpr std::array kTypes {SOCK_STREAM, SOCK_DGRAM, SOCK_SEQPACKET};
// Small, so that a full accept queue can be seen; a service would take SOMAXCONN.
constexpr int kBacklog = 5;
constexpr int kTypeShift = 8; // an id of a button: domain, and above it the type, and above that: a pair
constexpr int kPairBit = 1 << 16;

int buttonId(int domain, int type, bool pair = false)
{
    return domain | (type << kTypeShift) | (pair ? kPairBit : 0);
}

// Only UNIX sockets (and SCTP, where its module is loaded) have it: socket(2).
bool linuxHas(int domain, int type)
{
    return type != SOCK_SEQPACKET || domain == AF_UNIX;
}

QLabel* dim(const QString& text, QWidget* parent)
{
    auto* label = new QLabel(text, parent);
    label->setTextFormat(Qt::PlainText);
    label->setProperty("role", QStringLiteral("dim"));
    return label;
}

}

NewSocketPopup::NewSocketPopup(Workbench& workbench, QWidget* parent)
    : QFrame(parent, Qt::Popup)
    , m_workbench(workbench)
    , m_matrix(new QButtonGroup(this))
    , m_domain(new ConstantEdit(QStringLiteral("newSocketDomain"), {addressFamilies(), {}}, AF_INET, this))
    , m_type(new ConstantEdit(QStringLiteral("newSocketType"), {socketTypes(), {}}, SOCK_STREAM, this))
    , m_protocol(new ConstantEdit(QStringLiteral("newSocketProtocol"), {}, 0, this))
    , m_addressRow(new QWidget(this))
    , m_address(new QLineEdit(this))
    , m_nonBlocking(new QCheckBox(tr("non-blocking (SOCK_NONBLOCK)"), this))
    , m_problem(new QLabel(this))
    , m_preview(new QLabel(this))
    , m_create(new QPushButton(tr("Create"), this))
    , m_bind(new QPushButton(tr("Create, bind"), this))
    , m_listen(new QPushButton(tr("Create, bind, listen"), this))
{
    setObjectName(QStringLiteral("newSocketPopup"));
    setAccessibleName(tr("New socket"));
    setAttribute(Qt::WA_StyledBackground);
    m_address->setObjectName(QStringLiteral("newSocketAddress"));
    m_address->setAccessibleName(tr("Address to bind"));
    m_nonBlocking->setObjectName(QStringLiteral("newSocketNonBlocking"));
    m_problem->setObjectName(QStringLiteral("newSocketProblem"));
    m_problem->setProperty("role", QStringLiteral("error"));
    m_problem->setTextFormat(Qt::PlainText);
    m_problem->setWordWrap(true);
    m_preview->setObjectName(QStringLiteral("newSocketPreview"));
    m_preview->setProperty("role", QStringLiteral("code"));
    m_preview->setTextFormat(Qt::PlainText);
    m_preview->setWordWrap(true);
    m_create->setObjectName(QStringLiteral("newSocketCreate"));
    m_bind->setObjectName(QStringLiteral("newSocketBind"));
    m_listen->setObjectName(QStringLiteral("newSocketListen"));
    m_listen->setProperty("primary", true);

    auto* lookUp = new QPushButton(tr("Look up…"), this);
    lookUp->setObjectName(QStringLiteral("newSocketLookUp"));
    setHint(*lookUp, words::signature(CallId::Getaddrinfo));
    connect(lookUp, &QPushButton::clicked, this, [this] {
        const QPoint place = pos();
        hide();
        Q_EMIT lookUpWanted(place);
    });
    auto* address = new QHBoxLayout(m_addressRow);
    address->setContentsMargins(0, 0, 0, 0);
    address->addWidget(dim(tr("address"), this));
    address->addWidget(m_address, 1);
    address->addWidget(lookUp);
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(m_create);
    buttons->addWidget(m_bind);
    buttons->addStretch();
    buttons->addWidget(m_listen);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(16, 14, 16, 14);
    column->setSpacing(10);
    column->addWidget(makeMatrix());
    column->addWidget(makeNumbers());
    column->addWidget(m_addressRow);
    column->addWidget(m_problem);
    column->addWidget(m_nonBlocking);
    column->addWidget(m_preview);
    column->addLayout(buttons);

    // From the kinds to the address, as most sockets are made; the numbers come last.
    QWidget* before = m_matrix->buttons().last();
    for (QWidget* next : std::initializer_list<QWidget*> {
             m_address, lookUp, m_nonBlocking, m_create, m_bind, m_listen, m_domain, m_type, m_protocol}) {
        setTabOrder(before, next);
        before = next;
    }
    wire();
}

void NewSocketPopup::wire()
{
    connect(m_matrix, &QButtonGroup::idToggled, this, [this](int id, bool on) {
        if (on) {
            takeCell(id);
        }
    });
    for (ConstantEdit* edit : {m_domain, m_type, m_protocol}) {
        connect(edit, &ConstantEdit::edited, this, &NewSocketPopup::propose);
        connect(edit, &ConstantEdit::entered, m_create, &QPushButton::click);
    }
    connect(m_address, &QLineEdit::textChanged, this, &NewSocketPopup::showPreview);
    // What the button would do: nothing, where it is disabled.
    connect(m_address, &QLineEdit::returnPressed, this,
        [this] { (m_listen->isHidden() ? m_bind : m_listen)->click(); });
    connect(m_nonBlocking, &QCheckBox::toggled, this, &NewSocketPopup::showPreview);
    connect(m_create, &QPushButton::clicked, this, [this] { create(1); });
    connect(m_bind, &QPushButton::clicked, this, [this] { create(2); });
    connect(m_listen, &QPushButton::clicked, this, [this] { create(3); });
}

QWidget* NewSocketPopup::makeMatrix()
{
    auto* box = new QWidget(this);
    auto* grid = new QGridLayout(box);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setSpacing(8);
    const auto add = [&](const QString& text, int domain, int type, bool pair, QPoint place) {
        auto* button = new QPushButton(text, box);
        const QString kind = pair ? QStringLiteral("pair") : words::domain(domain); // not translated
        button->setCheckable(true);
        button->setObjectName(QStringLiteral("newSocket-%1-%2").arg(kind, typeInName(type)));
        button->setAccessibleName(text + u' ' + words::type(type));
        button->setProperty("unusual", !linuxHas(domain, type));
        m_matrix->addButton(button, buttonId(domain, type, pair));
        grid->addWidget(button, place.y(), place.x());
    };
    for (int row = 0; row < static_cast<int>(kTypes.size()); ++row) {
        const int type = kTypes[static_cast<std::size_t>(row)];
        grid->addWidget(dim(words::type(type), this), row, 0);
        for (int column = 0; column < static_cast<int>(kDomains.size()); ++column) {
            const int domain = kDomains[static_cast<std::size_t>(column)];
            add(words::domain(domain), domain, type, false, {column + 1, row});
        }
        add(tr("UNIX pair"), AF_UNIX, type, true, {static_cast<int>(kDomains.size()) + 1, row});
    }
    m_matrix->button(buttonId(AF_INET, SOCK_STREAM))->setChecked(true);
    return box;
}

// What the matrix says in numbers: any others can be typed.
QWidget* NewSocketPopup::makeNumbers()
{
    auto* box = new QWidget(this);
    auto* grid = new QGridLayout(box);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(8);
    grid->setVerticalSpacing(2);
    m_protocol->setNames({internetProtocols(), {}});
    m_protocol->setText(QStringLiteral("0"));
    const std::array names {QStringLiteral("domain"), QStringLiteral("type"), QStringLiteral("protocol")};
    const std::array edits {m_domain, m_type, m_protocol};
    for (std::size_t i = 0; i < edits.size(); ++i) {
        grid->addWidget(dim(names[i], this), 0, static_cast<int>(i));
        grid->addWidget(edits[i], 1, static_cast<int>(i));
        grid->setColumnStretch(static_cast<int>(i), i == 1 ? 5 : 4); // SOCK_SEQPACKET is long
    }
    return box;
}

void NewSocketPopup::takeCell(int id)
{
    m_pair = (id & kPairBit) != 0;
    m_domain->setText(m_domain->textOf(id & ((1 << kTypeShift) - 1)));
    m_type->setText(m_type->textOf((id & ~kPairBit) >> kTypeShift));
    propose();
}

int NewSocketPopup::domain() const
{
    return static_cast<int>(m_domain->value().value_or(-1));
}
int NewSocketPopup::type() const
{
    return static_cast<int>(m_type->value().value_or(-1));
}

QString NewSocketPopup::warning() const
{
    if (!m_domain->value() || !m_type->value() || !m_protocol->value()) {
        return tr("Domain, type and protocol are numbers, or names from their lists.");
    }
    const bool internet = domain() == AF_INET || domain() == AF_INET6;
    return internet && !linuxHas(domain(), type())
        ? tr("Linux has SOCK_SEQPACKET for UNIX sockets only. Create it all the same to see ESOCKTNOSUPPORT.")
        : QString();
}

void NewSocketPopup::openAt(const QPoint& globalPosition)
{
    setFixedWidth(fontMetrics().height() * 28); // the same for all kinds: buttons stay where they were
    propose();
    adjustSize();
    QPoint place = globalPosition;
    if (const QScreen* screen = parentWidget()->screen()) {
        const QRect room = screen->availableGeometry().marginsRemoved({8, 8, 8, 8});
        place.setX(std::clamp(place.x(), room.left(), std::max(room.left(), room.right() - width())));
        place.setY(std::clamp(place.y(), room.top(), std::max(room.top(), room.bottom() - height())));
    }
    move(place);
    show();
    m_matrix->checkedButton()->setFocus();
}

void NewSocketPopup::openFor(const QPoint& globalPosition, const QString& address, int domain, int type)
{
    if (QAbstractButton* cell = m_matrix->button(buttonId(domain, type))) {
        cell->setChecked(true);
    }
    m_domain->setText(m_domain->textOf(domain));
    m_type->setText(m_type->textOf(type));
    openAt(globalPosition);
    m_address->setText(address);
}

void NewSocketPopup::propose()
{
    const bool listens = !m_pair && (type() == SOCK_STREAM || type() == SOCK_SEQPACKET);
    m_address->setText(addressToBind(m_workbench, domain()));
    m_addressRow->setVisible(!m_pair);
    m_bind->setVisible(!m_pair);
    m_listen->setVisible(listens);
    m_create->setText(m_pair ? tr("Create both") : tr("Create"));
    for (QPushButton* button : {m_create, m_bind}) {
        button->setProperty("primary", button == m_create ? m_pair : !listens);
        button->style()->unpolish(button);
        button->style()->polish(button);
    }
    showPreview();
}

std::deque<Call> NewSocketPopup::callsFor(int count) const
{
    const int flags = m_nonBlocking->isChecked() ? SOCK_NONBLOCK : 0;
    const auto protocol = static_cast<int>(m_protocol->value().value_or(0));
    if (m_pair) {
        return {calls::socketpair(domain(), type() | flags, protocol)};
    }
    std::deque<Call> made {calls::socket(domain(), type() | flags, protocol)};
    const auto address = parseAddress(m_address->text().toStdString());
    if (!address.ok()) {
        return made; // listen() without bind() would open a port to all the world
    }
    if (count > 1) {
        made.push_back(calls::bind(address.value()));
    }
    if (count > 2) {
        made.push_back(calls::listen(kBacklog));
    }
    return made;
}

void NewSocketPopup::showPreview()
{
    const auto address = parseAddress(m_address->text().toStdString());
    const bool fits = m_pair || (address.ok() && address.value().family() == domain());
    const QString unusual = warning();
    m_problem->setText(!unusual.isEmpty() ? unusual
            : address.ok()                ? tr("This is an address of another domain: bind() will fail.")
                                          : m_workbench.explainer().problem(address.problem().reason));
    m_problem->setVisible(!fits || !unusual.isEmpty());
    m_create->setEnabled(m_domain->value() && m_type->value() && m_protocol->value());
    m_bind->setEnabled(address.ok() && m_create->isEnabled());
    m_listen->setEnabled(address.ok() && m_create->isEnabled());
    CallTextStyle style;
    style.addresses = CallTextStyle::Addresses::Short;
    QStringList lines;
    for (const Call& call : callsFor(type() == SOCK_DGRAM ? 2 : 3)) {
        QString text = QString::fromStdString(callText(recordOf(call, -1), {}, 0, CallStage::Planned, style));
        lines.append(text.replace(QStringLiteral("(-1"), QStringLiteral("(fd")));
    }
    QFont code = m_workbench.monospace();
    code.setPointSizeF(code.pointSizeF() * 0.88);
    m_preview->setFont(code);
    m_preview->setText(lines.join(u'\n'));
    m_address->setFont(code);
    for (ConstantEdit* edit : {m_domain, m_type, m_protocol}) {
        edit->setCodeFont(code);
    }
    if (isVisible()) { // as tall as what it holds: rows must not drift apart
        layout()->activate();
        adjustSize();
    }
}

void NewSocketPopup::create(int count)
{
    hide();
    auto* chain = new model::CallChain(m_workbench.session(), callsFor(count));
    connect(chain, &model::CallChain::opened, this, [this, chain] { m_workbench.select(chain->socket()); });
    connect(chain, &model::CallChain::finished, this, [this](bool all) {
        if (!all && m_workbench.selectedSocket() == nullptr) {
            Q_EMIT m_workbench.problem(
                tr("The socket could not be created."), tr("The log says which call failed, and why."));
        }
    });
}

}
