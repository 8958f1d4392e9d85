#include "ui/board/board_accessible.h"

#include "ui/words.h"

namespace ui {

using namespace netcore;

namespace {

class AccessibleCard : public AccessibleItem, public QAccessibleActionInterface {
public:
    AccessibleCard(BoardView& view, SocketId socket)
        : AccessibleItem(view), m_view(view), m_socket(socket) { }

    void* interface_cast(QAccessible::InterfaceType type) override
    {
        return type == QAccessible::ActionInterface ? static_cast<QAccessibleActionInterface*>(this)
                                                    : nullptr;
    }
    QStringList actionNames() const override
    {
        QStringList names {setFocusAction()};
        for (const CardChip& chip : isValid() ? card()->chips() : std::vector<CardChip>()) {
            names.append(words::callName(chip.call));
        }
        return names;
    }
    QString localizedActionName(const QString& name) const override
    {
        return name == setFocusAction() ? name : name + QStringLiteral("()");
    }
    QString localizedActionDescription(const QString& name) const override
    {
        return localizedActionName(name);
    }
    void doAction(const QString& name) override
    {
        if (!isValid()) {
            return;
        }
        if (name == setFocusAction()) {
            m_view.setFocus();
            m_view.choose(m_socket);
            return;
        }
        for (const CardChip& chip : card()->chips()) {
            if (words::callName(chip.call) == name) {
                m_view.board().perform(m_socket, chip.call);
                return;
            }
        }
    }
    QStringList keyBindingsForAction(const QString& /*name*/) const override { return {}; }

protected:
    bool isThere() const override { return card() != nullptr; }
    QString name() const override
    {
        const model::SocketNode* node = m_view.board().graph().find(m_socket);
        return node != nullptr ? words::spokenSocket(*node) : QString();
    }
    QString description() const override { return card()->spokenDetails(); }
    QRect place() const override { return m_view.mapFromScene(card()->onBoard()).boundingRect(); }
    bool isSelected() const override { return isCurrent() || card()->isSelected(); }
    bool isCurrent() const override { return m_view.board().chosenCard() == card(); }
    bool canSelectMany() const override { return true; }

private:
    const SocketCard* card() const { return m_view.board().cardOf(m_socket); }

    BoardView& m_view;
    const SocketId m_socket;
};

}

quint64 AccessibleBoard::keyOf(int index) const
{
    return number(std::next(m_view.board().cards().begin(), index)->first);
}

int AccessibleBoard::indexOf(quint64 key) const
{
    const auto& cards = m_view.board().cards();
    const auto found = cards.find(static_cast<SocketId>(key));
    return found == cards.end() ? -1 : static_cast<int>(std::distance(cards.begin(), found));
}

AccessibleItem* AccessibleBoard::make(quint64 key) const
{
    return new AccessibleCard(m_view, static_cast<SocketId>(key));
}

std::optional<quint64> AccessibleBoard::keyAt(const QPoint& inViewport) const
{
    const SocketCard* card = m_view.board().cardAt(m_view.mapToScene(inViewport));
    return card != nullptr ? std::optional<quint64>(number(card->socket())) : std::nullopt;
}

std::optional<quint64> AccessibleBoard::currentKey() const
{
    const SocketCard* chosen = m_view.board().chosenCard();
    return chosen != nullptr ? std::optional<quint64>(number(chosen->socket())) : std::nullopt;
}

AccessibleBoard* AccessibleBoard::ofListener(BoardView& view)
{
    return QAccessible::isActive()
        ? dynamic_cast<AccessibleBoard*>(QAccessible::queryAccessibleInterface(&view))
        : nullptr;
}

void AccessibleBoard::tellCards(BoardView& view)
{
    if (AccessibleBoard* board = ofListener(view)) {
        board->tellCards();
    }
}

void AccessibleBoard::tellCards()
{
    for (auto told = m_told.begin(); told != m_told.end();) {
        if (indexOf(told->first) >= 0) {
            ++told;
            continue;
        }
        QAccessibleEvent gone(item(told->first), QAccessible::ObjectDestroyed);
        QAccessible::updateAccessibility(&gone);
        forget(told->first);
        told = m_told.erase(told);
    }
    for (const auto& [socket, card] : m_view.board().cards()) {
        const auto [told, isNew] = m_told.try_emplace(number(socket));
        if (isNew) {
            QAccessibleInterface* made = item(told->first);
            told->second = {made->text(QAccessible::Name), made->text(QAccessible::Description)};
            QAccessibleEvent event(made, QAccessible::ObjectCreated);
            QAccessible::updateAccessibility(&event);
        }
    }
}

void AccessibleBoard::tellCard(BoardView& view, SocketId socket)
{
    AccessibleBoard* board = ofListener(view);
    if (board == nullptr || board->indexOf(number(socket)) < 0) {
        return;
    }
    if (const auto told = board->m_told.find(number(socket)); told != board->m_told.end()) {
        board->tellWords(told->first, told->second);
    } else {
        board->tellCards();
    }
}

void AccessibleBoard::tellWords(quint64 key, Told& told)
{
    QAccessibleInterface* card = item(key);
    const auto tell = [card](QString& before, QAccessible::Text text, QAccessible::Event type) {
        const QString now = card->text(text);
        if (now != before) {
            before = now;
            QAccessibleEvent event(card, type);
            QAccessible::updateAccessibility(&event);
        }
    };
    tell(told.name, QAccessible::Name, QAccessible::NameChanged);
    tell(told.description, QAccessible::Description, QAccessible::DescriptionChanged);
}

}
