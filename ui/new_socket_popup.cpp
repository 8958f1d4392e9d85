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
#include "ui/words.h"

namespace ui {

using namespace netcore;

namespace {

constexpr std::array kDomains {AF_INET, AF_INET6, AF_UNIX};
constexpr std::array kTypes {SOCK_STREAM, SOCK_DGRAM};
// Small, so that a full accept queue can be seen; a service would take SOMAXCONN.
constexpr int kBacklog = 5;
constexpr int kTypeShift = 8; // an id of a button: domain, and above it the type

int buttonId(int domain, int type)
{
    return domain | (type << kTypeShift);
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

    auto* address = new QHBoxLayout;
    address->addWidget(dim(tr("address"), this));
    address->addWidget(m_address, 1);
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(m_create);
    buttons->addWidget(m_bind);
    buttons->addStretch();
    buttons->addWidget(m_listen);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(16, 14, 16, 14);
    column->setSpacing(10);
    column->addWidget(makeMatrix());
    column->addLayout(address);
    column->addWidget(m_problem);
    column->addWidget(m_nonBlocking);
    column->addWidget(m_preview);
    column->addLayout(buttons);

    connect(m_matrix, &QButtonGroup::idToggled, this, [this](int, bool on) {
        if (on) {
            propose();
        }
    });
    connect(m_address, &QLineEdit::textChanged, this, &NewSocketPopup::showPreview);
    // What the button would do: nothing, where it is disabled.
    connect(m_address, &QLineEdit::returnPressed, this,
        [this] { (type() == SOCK_STREAM ? m_listen : m_bind)->click(); });
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
    for (std::size_t row = 0; row < kTypes.size(); ++row) {
        grid->addWidget(dim(words::type(kTypes[row]), this), static_cast<int>(row), 0);
        for (std::size_t column = 0; column < kDomains.size(); ++column) {
            auto* button = new QPushButton(words::domain(kDomains[column]), box);
            button->setCheckable(true);
            button->setObjectName(QStringLiteral("newSocket-%1-%2")
                                      .arg(words::domain(kDomains[column]), words::type(kTypes[row])));
            button->setAccessibleName(words::domain(kDomains[column]) + u' ' + words::type(kTypes[row]));
            button->setMinimumWidth(fontMetrics().height() * 6);
            m_matrix->addButton(button, buttonId(kDomains[column], kTypes[row]));
            grid->addWidget(button, static_cast<int>(row), static_cast<int>(column) + 1);
        }
    }
    m_matrix->button(buttonId(AF_INET, SOCK_STREAM))->setChecked(true);
    return box;
}

int NewSocketPopup::domain() const
{
    return m_matrix->checkedId() & ((1 << kTypeShift) - 1);
}
int NewSocketPopup::type() const
{
    return m_matrix->checkedId() >> kTypeShift;
}

void NewSocketPopup::openAt(const QPoint& globalPosition)
{
    setFixedWidth(fontMetrics().height() * 25); // the same for all kinds: buttons stay where they were
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

void NewSocketPopup::propose()
{
    m_address->setText(addressToBind(m_workbench, domain()));
    m_listen->setVisible(type() == SOCK_STREAM);
    m_bind->setProperty("primary", type() != SOCK_STREAM);
    m_bind->style()->unpolish(m_bind);
    m_bind->style()->polish(m_bind);
    showPreview();
}

std::deque<Call> NewSocketPopup::callsFor(int count) const
{
    const int flags = m_nonBlocking->isChecked() ? SOCK_NONBLOCK : 0;
    std::deque<Call> made {calls::socket(domain(), type() | flags)};
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
    const bool fits = address.ok() && address.value().family() == domain();
    m_problem->setText(address.ok() ? tr("This is an address of another domain: bind() will fail.")
                                    : m_workbench.explainer().problem(address.problem().reason));
    m_problem->setVisible(!fits);
    m_bind->setEnabled(address.ok());
    m_listen->setEnabled(address.ok());
    CallTextStyle style;
    style.addresses = CallTextStyle::Addresses::Short;
    QStringList lines;
    for (const Call& call : callsFor(type() == SOCK_STREAM ? 3 : 2)) {
        QString text = QString::fromStdString(callText(recordOf(call, -1), {}, 0, CallStage::Planned, style));
        lines.append(text.replace(QStringLiteral("(-1"), QStringLiteral("(fd")));
    }
    QFont code = m_workbench.monospace();
    code.setPointSizeF(code.pointSizeF() * 0.88);
    m_preview->setFont(code);
    m_preview->setText(lines.join(u'\n'));
    m_address->setFont(code);
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
