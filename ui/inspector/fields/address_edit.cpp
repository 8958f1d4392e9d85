#include "ui/inspector/fields/address_edit.h"

#include <QCompleter>
#include <QHBoxLayout>
#include <QMenu>
#include <QToolButton>
#include <QVBoxLayout>
#include <array>

#include "ui/inspector/fields/constant_edit.h"
#include "ui/look_up_popup.h"
#include "ui/sign_button.h"
#include "ui/words.h"

namespace ui {

using namespace netcore;

namespace {

// Family 0 and as long as a struct sockaddr: connect() to it takes the peer away (connect(2)).
Address unspecified()
{
    constexpr std::array<std::byte, sizeof(sockaddr)> kZeros {};
    return Address::fromBytes(kZeros);
}

QString asBytes(const Address& address)
{
    return QStringLiteral("sockaddr{%1}").arg(hexOf(address.bytes()));
}

// What stands between the braces of sockaddr{...}; a null string where the text has another form.
QString hexInside(const QString& text)
{
    const qsizetype open = text.indexOf(u'{');
    const QString before = open < 0 ? text : text.left(open).trimmed();
    const bool braces = open >= 0 && text.endsWith(u'}') && (before.isEmpty() || before == u"sockaddr");
    if (braces) {
        return text.mid(open + 1, text.size() - open - 2) + QStringLiteral("");
    }
    const bool pairs = text.size() > 4 && text.at(2) == u' ' && bytesFromHex(text);
    return pairs ? text : QString();
}

QStringList knownAddresses(const FieldContext& context)
{
    QStringList known;
    for (const auto& [id, node] : context.workbench.graph().sockets()) {
        if (node.open && id != context.socket && node.domain == context.domain && !node.local.isEmpty()) {
            known.append(words::address(node.local));
        }
    }
    known.removeDuplicates();
    return known;
}

}

TypedAddress readTypedAddress(const Workbench& workbench, const QString& text)
{
    if (text == u"NULL") {
        return {true, true, {}, {}};
    }
    if (text == u"AF_UNSPEC") {
        return {true, false, unspecified(), {}};
    }
    if (text == u"(unnamed)") {
        return {true, false, Address::unixUnnamed(), {}};
    }
    if (const QString hex = hexInside(text); !hex.isNull()) {
        const auto bytes = bytesFromHex(hex);
        const bool fits = bytes && bytes->size() <= sizeof(sockaddr_storage);
        return {fits, false, fits ? Address::fromBytes(*bytes) : Address(),
            fits ? QString()
                 : AddressEdit::tr("The bytes of an address are pairs of hexadecimal digits, 128 at most.")};
    }
    const auto parsed = parseAddress(text.toStdString());
    return parsed.ok()
        ? TypedAddress {true, false, parsed.value(), {}}
        : TypedAddress {false, false, {}, workbench.explainer().problem(parsed.problem().reason)};
}

AddressEdit::AddressEdit(
    const FieldContext& context, const QString& name, const QString& lengthName, QWidget* parent)
    : QWidget(parent)
    , m_context(context)
    , m_line(new QLineEdit(this))
    , m_length(new LengthEdit(QStringLiteral("arg-") + lengthName, this))
    , m_view(new AddressView(context.workbench, this))
{
    m_line->setObjectName(QStringLiteral("arg-") + name);
    m_line->setAccessibleName(name);
    m_line->setFont(context.workbench.monospace());
    m_line->setPlaceholderText(context.domain == AF_UNIX ? tr("/path or @name") : tr("host:port"));
    m_line->setCompleter(new QCompleter(knownAddresses(context), m_line));
    auto* menu = new SignButton(Sign::Below, this);
    menu->setObjectName(m_line->objectName() + QStringLiteral("-menu"));
    menu->setAccessibleName(tr("Addresses for %1").arg(name));
    menu->setToolTip(menu->accessibleName());
    menu->setProperty("flat", true);
    auto* row = new QHBoxLayout;
    row->setSpacing(2);
    row->addWidget(m_line, 1);
    row->addWidget(menu);
    row->addWidget(m_length);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    column->addLayout(row);
    column->addWidget(m_view);
    setFocusProxy(m_line);
    connect(menu, &QToolButton::clicked, this, &AddressEdit::openMenu);
    connect(m_line, &QLineEdit::textEdited, this, &AddressEdit::edited);
    connect(m_line, &QLineEdit::textChanged, this, [this] {
        take();
        Q_EMIT changed();
    });
    connect(m_length, &QLineEdit::textChanged, this, &AddressEdit::changed);
    connect(m_line, &QLineEdit::returnPressed, this, &AddressEdit::entered);
    connect(m_length, &QLineEdit::returnPressed, this, &AddressEdit::entered);
    take();
}

void AddressEdit::take()
{
    const TypedAddress typed = readTypedAddress(m_context.workbench, m_line->text());
    markWrong(*m_line, !typed.ok);
    m_view->setVisible(typed.ok && !typed.isNull && typed.address.length() > 0);
    if (typed.ok) {
        m_length->follow(typed.address.length());
        m_view->show(typed.address);
    }
}

bool AddressEdit::read(Call& call, std::int64_t& length) const
{
    const TypedAddress typed = readTypedAddress(m_context.workbench, m_line->text());
    const auto said = m_length->value();
    if (!typed.ok || !said) {
        return false;
    }
    call.address = typed.isNull ? std::nullopt : std::optional(typed.address);
    length = *said;
    return true;
}

QString AddressEdit::problem() const
{
    const TypedAddress typed = readTypedAddress(m_context.workbench, m_line->text());
    return !typed.ok         ? typed.problem
        : !m_length->value() ? tr("The length of the address is a number of bytes.")
                             : QString();
}

void AddressEdit::put(const QString& text)
{
    m_line->setText(text);
    Q_EMIT edited();
}

void AddressEdit::openMenu()
{
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const auto offer = [&](const QString& label, const QString& text) {
        menu->addAction(label, this, [this, text] { put(text); });
    };
    for (const QString& known : knownAddresses(m_context)) {
        offer(QString(known).replace(u'&', QStringLiteral("&&")), known);
    }
    if (m_context.call == CallId::Connect) {
        offer(tr("AF_UNSPEC: take the peer away"), QStringLiteral("AF_UNSPEC"));
    }
    if (m_context.domain == AF_UNIX && m_context.call == CallId::Bind) {
        offer(tr("No name: the kernel finds one (autobind)"), QStringLiteral("(unnamed)"));
    }
    menu->addSeparator();
    const TypedAddress typed = readTypedAddress(m_context.workbench, m_line->text());
    if (typed.ok && !typed.isNull) {
        offer(tr("As bytes, to change them by hand"), asBytes(typed.address));
    }
    offer(tr("NULL: no address"), QStringLiteral("NULL"));
    if (m_context.domain != AF_UNIX) {
        menu->addAction(tr("Look up a name…"), this, [this] {
            auto* popup = new LookUpPopup(m_context.workbench, window());
            popup->setAttribute(Qt::WA_DeleteOnClose);
            popup->proposeKind(m_context.domain, m_context.type);
            connect(popup, &LookUpPopup::chosen, this, [this](const QString& address) { put(address); });
            popup->openAt(m_line->mapToGlobal(QPoint(0, m_line->height() + 4)));
        });
    }
    menu->popup(m_line->mapToGlobal(QPoint(0, m_line->height())));
}

}
