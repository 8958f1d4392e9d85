#include "ui/message_bar.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <algorithm>
#include <utility>

#include "ui/access/accessible_role.h"
#include "ui/parts.h"

namespace ui {

namespace {

constexpr std::size_t kMostMessages = 20; // who has not read more than that will not

}

MessageBar::MessageBar(QWidget* parent)
    : QFrame(parent)
    , m_what(new QLabel(this))
    , m_more(new QLabel(this))
    , m_action(new QPushButton(this))
    , m_previous(makeToolButton(this, "messagePrevious", QStringLiteral("‹"), tr("The message before")))
    , m_place(makeLabel(this, "messagePlace", "dim"))
    , m_next(makeToolButton(this, "messageNext", QStringLiteral("›"), tr("The next message")))
    , m_close(new QPushButton(QStringLiteral("×"), this))
{
    // A screen reader reads an alert when it appears, and again when its name becomes another.
    installRole<MessageBar, QAccessible::AlertMessage>();
    setObjectName(QStringLiteral("messageBar"));
    setAttribute(Qt::WA_StyledBackground);
    m_what->setTextFormat(Qt::PlainText);
    m_what->setObjectName(QStringLiteral("messageWhat"));
    m_what->setProperty("role", QStringLiteral("heading"));
    m_what->setWordWrap(true);
    m_more->setObjectName(QStringLiteral("messageMore"));
    m_more->setTextFormat(Qt::PlainText);
    m_more->setWordWrap(true);
    m_action->setObjectName(QStringLiteral("messageAction"));
    m_close->setObjectName(QStringLiteral("messageClose"));
    m_close->setAccessibleName(tr("Close this message"));
    setHint(*m_close, tr("Close this message"));
    m_close->setProperty("flat", true);
    m_previous->setAccessibleName(tr("The message before"));
    m_next->setAccessibleName(tr("The next message"));
    m_previous->setProperty("flat", true);
    m_next->setProperty("flat", true);
    m_place->setWordWrap(false);
    lay();
    connect(m_previous, &QToolButton::clicked, this, [this] { turn(-1); });
    connect(m_next, &QToolButton::clicked, this, [this] { turn(1); });
    connect(m_close, &QPushButton::clicked, this, &MessageBar::closeCurrent);
    connect(m_action, &QPushButton::clicked, this, &MessageBar::act);
    hide();
}

void MessageBar::lay()
{
    auto* words = new QVBoxLayout;
    words->setSpacing(1);
    words->addWidget(m_what);
    words->addWidget(m_more);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(14, 6, 8, 6);
    row->setSpacing(10);
    row->addLayout(words, 1);
    row->addWidget(m_action);
    row->addWidget(m_previous);
    row->addWidget(m_place);
    row->addWidget(m_next);
    row->addWidget(m_close);
}

void MessageBar::add(Message message)
{
    const auto isSame = [&](const Message& other) {
        return other.tone == message.tone && other.what == message.what && other.more == message.more;
    };
    std::erase_if(m_messages, isSame); // said again, not said twice
    if (m_messages.size() >= kMostMessages) {
        const auto error = std::ranges::find_if(m_messages, [](const Message& old) { return !old.onAction; });
        m_messages.erase(error == m_messages.end() ? m_messages.begin() : error);
    }
    m_messages.push_back(std::move(message));
    show(m_messages.size() - 1);
    QAccessibleEvent alert(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

void MessageBar::show(std::size_t index)
{
    m_shown = index;
    const Message& message = m_messages[index];
    setLook(*this, "tone", message.tone);
    m_what->setText(message.what);
    m_more->setText(message.more);
    m_more->setVisible(!message.more.isEmpty());
    setAccessibleName((message.what + u' ' + message.more).trimmed());
    m_action->setText(message.action);
    m_action->setVisible(!message.action.isEmpty());
    const bool several = m_messages.size() > 1;
    for (QWidget* part :
        {static_cast<QWidget*>(m_previous), static_cast<QWidget*>(m_place), static_cast<QWidget*>(m_next)}) {
        part->setVisible(several);
    }
    m_place->setText(tr("%1 of %2").arg(index + 1).arg(m_messages.size()));
    m_previous->setEnabled(index > 0);
    m_next->setEnabled(index + 1 < m_messages.size());
    QFrame::show();
}

void MessageBar::turn(int by)
{
    const bool hadFocus = m_previous->hasFocus() || m_next->hasFocus();
    show(static_cast<std::size_t>(
        std::clamp(static_cast<int>(m_shown) + by, 0, static_cast<int>(m_messages.size()) - 1)));
    if (hadFocus && !m_previous->isEnabled()) {
        m_next->setFocus();
    } else if (hadFocus && !m_next->isEnabled()) {
        m_previous->setFocus();
    }
}

void MessageBar::act()
{
    const std::function<void()> onAction = m_messages[m_shown].onAction;
    closeCurrent();
    onAction();
}

void MessageBar::closeCurrent()
{
    m_messages.erase(m_messages.begin() + static_cast<std::ptrdiff_t>(m_shown));
    if (!m_messages.empty()) {
        show(std::min(m_shown, m_messages.size() - 1));
        return;
    }
    const bool hadFocus = isAncestorOf(focusWidget());
    if (hadFocus) {
        giveFocusBack();
    }
    hide();
}

void MessageBar::takeFocus()
{
    if (!isVisible()) {
        return;
    }
    m_before = window()->focusWidget();
    (m_action->isVisible() ? m_action : m_close)->setFocus(Qt::ShortcutFocusReason);
}

void MessageBar::giveFocusBack()
{
    if (m_before != nullptr && m_before->isVisible() && !isAncestorOf(m_before)) {
        m_before->setFocus(Qt::OtherFocusReason);
    }
}

void MessageBar::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape) {
        giveFocusBack();
        closeCurrent();
        return;
    }
    QFrame::keyPressEvent(event);
}

void MessageBar::showError(const QString& what, const QString& remedy)
{
    add({QStringLiteral("error"), what, remedy, {}, {}});
}

void MessageBar::showNote(const QString& what, const QString& more)
{
    add({QStringLiteral("note"), what, more, {}, {}});
}

void MessageBar::ask(const QString& question, const QString& action, std::function<void()> onYes)
{
    add({QStringLiteral("question"), question, {}, action, std::move(onYes)});
}

}
