#include "ui/board/board_accessible.h"

#include <QAccessibleWidget>
#include <QHash>
#include <QPointer>

#include "ui/board/board_view.h"
#include "ui/words.h"

namespace ui {

using namespace netcore;

namespace {

class CardItem : public QAccessibleInterface, public QAccessibleActionInterface {
public:
    CardItem(BoardView& view, SocketId socket) : m_view(&view), m_socket(socket) { }

    bool isValid() const override { return card() != nullptr; }
    QObject* object() const override { return nullptr; }
    QAccessibleInterface* parent() const override { return QAccessible::queryAccessibleInterface(m_view); }
    QAccessibleInterface* child(int /*index*/) const override { return nullptr; }
    int childCount() const override { return 0; }
    int indexOfChild(const QAccessibleInterface* /*item*/) const override { return -1; }
    QAccessibleInterface* childAt(int /*x*/, int /*y*/) const override { return nullptr; }
    QAccessible::Role role() const override { return QAccessible::ListItem; }
    void setText(QAccessible::Text /*kind*/, const QString& /*text*/) override { }

    QString text(QAccessible::Text kind) const override
    {
        if (!isValid()) {
            return {};
        }
        const model::SocketNode* node = m_view->board().graph().find(m_socket);
        switch (kind) {
        case QAccessible::Name:
            return node != nullptr ? words::spokenSocket(*node) : QString();
        case QAccessible::Description:
            return card()->spokenDetails();
        default:
            return {};
        }
    }
    QRect rect() const override
    {
        if (!isValid()) {
            return {};
        }
        const QRect place = m_view->mapFromScene(card()->onBoard()).boundingRect();
        return {m_view->viewport()->mapToGlobal(place.topLeft()), place.size()};
    }
    QAccessible::State state() const override
    {
        QAccessible::State state;
        state.invalid = !isValid();
        if (isValid()) {
            state.focusable = state.selectable = state.multiSelectable = true;
            const bool chosen = m_view->board().chosenCard() == card();
            state.selected = chosen || card()->isSelected();
            state.focused = chosen && m_view->hasFocus();
            const QRect place = m_view->mapFromScene(card()->onBoard()).boundingRect();
            state.offscreen = !m_view->viewport()->rect().intersects(place);
        }
        return state;
    }

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
            m_view->setFocus();
            m_view->choose(m_socket);
            return;
        }
        for (const CardChip& chip : card()->chips()) {
            if (words::callName(chip.call) == name) {
                m_view->board().perform(m_socket, chip.call);
                return;
            }
        }
    }
    QStringList keyBindingsForAction(const QString& /*name*/) const override { return {}; }

private:
    const SocketCard* card() const { return m_view != nullptr ? m_view->board().cardOf(m_socket) : nullptr; }

    QPointer<BoardView> m_view;
    const SocketId m_socket;
};

class BoardItem : public QAccessibleWidget {
public:
    explicit BoardItem(BoardView& view) : QAccessibleWidget(&view, QAccessible::List), m_view(view) { }
    ~BoardItem() override
    {
        for (const QAccessible::Id id : std::as_const(m_items)) {
            QAccessible::deleteAccessibleInterface(id);
        }
    }

    int childCount() const override { return static_cast<int>(m_view.board().cards().size()); }
    QAccessibleInterface* child(int index) const override
    {
        const auto& cards = m_view.board().cards();
        if (index < 0 || index >= childCount()) {
            return nullptr;
        }
        return of(std::next(cards.begin(), index)->first);
    }
    int indexOfChild(const QAccessibleInterface* item) const override
    {
        int index = 0;
        for (const auto& [socket, card] : m_view.board().cards()) {
            const auto known = m_items.constFind(number(socket));
            if (known != m_items.cend() && QAccessible::accessibleInterface(*known) == item) {
                return index;
            }
            ++index;
        }
        return -1;
    }
    QAccessibleInterface* childAt(int x, int y) const override
    {
        const QPoint place = m_view.viewport()->mapFromGlobal(QPoint(x, y));
        const SocketCard* card = m_view.board().cardAt(m_view.mapToScene(place));
        return card != nullptr ? of(card->socket()) : nullptr;
    }
    QAccessibleInterface* focusChild() const override
    {
        const SocketCard* chosen = m_view.board().chosenCard();
        return m_view.hasFocus() && chosen != nullptr ? of(chosen->socket()) : nullptr;
    }

private:
    QAccessibleInterface* of(SocketId socket) const
    {
        const auto known = m_items.constFind(number(socket));
        if (known != m_items.cend()) {
            return QAccessible::accessibleInterface(*known);
        }
        auto* item = new CardItem(m_view, socket);
        m_items.insert(
            number(socket), QAccessible::registerAccessibleInterface(item)); // owned by Qt from here
        return item;
    }

    BoardView& m_view;
    mutable QHash<quint32, QAccessible::Id> m_items; // by the socket's number
};

QAccessibleInterface* makeInterface(const QString& /*className*/, QObject* object)
{
    auto* view = qobject_cast<BoardView*>(object);
    return view ? new BoardItem(*view) : nullptr;
}

}

void installBoardAccessibility()
{
    static const bool installed = [] {
        QAccessible::installFactory(makeInterface);
        return true;
    }();
    Q_UNUSED(installed);
}

}
