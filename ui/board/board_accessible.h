// The board for who does not see it: each card is an item of a list, with its state as its name and its calls
// as actions; what comes, goes or becomes another thing is told.
#pragma once

#include <map>

#include "ui/access/accessible_items.h"
#include "ui/board/board_view.h"

namespace ui {

class AccessibleBoard : public AccessibleItems {
public:
    explicit AccessibleBoard(BoardView& view) : AccessibleItems(view), m_view(view) { }

    // Nothing, as long as nobody listens.
    static void tellCards(BoardView& view); // cards came or went
    static void tellCard(BoardView& view, netcore::SocketId socket); // what stands on it may be different now

    int childCount() const override { return static_cast<int>(m_view.board().cards().size()); }

protected:
    quint64 keyOf(int index) const override;
    int indexOf(quint64 key) const override;
    AccessibleItem* make(quint64 key) const override;
    std::optional<quint64> keyAt(const QPoint& inViewport) const override;
    std::optional<quint64> currentKey() const override;

private:
    struct Told {
        QString name;
        QString description;
    };
    static AccessibleBoard* ofListener(BoardView& view); // nullptr: nobody listens
    void tellCards();
    void tellWords(quint64 key, Told& told);

    BoardView& m_view;
    std::map<quint64, Told> m_told; // of the cards that are there
};

}
