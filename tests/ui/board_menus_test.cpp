// The menus of the board: of a card, and of a free place.

#include <QApplication>
#include <QContextMenuEvent>
#include <QMenu>

#include "tests/ui/support/window_under_test.h"

using namespace netcore;
using namespace Qt::StringLiterals;
using uitest::WindowUnderTest;

namespace {

QMenu* openMenu()
{
    QMenu* menu = nullptr;
    const auto opened = [&] {
        menu = qobject_cast<QMenu*>(QApplication::activePopupWidget());
        return menu != nullptr;
    };
    return QTest::qWaitFor(opened, uitest::kLong) ? menu : nullptr;
}

void clickEntry(QMenu& menu, const QString& name)
{
    for (QAction* entry : menu.actions()) {
        if (entry->objectName() == name) {
            QTest::mouseClick(&menu, Qt::LeftButton, {}, menu.actionGeometry(entry).center());
            return;
        }
    }
    QTest::qFail(qPrintable(u"The menu has no "_s + name), __FILE__, __LINE__);
}

void askForMenu(WindowUnderTest& window, const QPoint& place)
{
    QContextMenuEvent event(QContextMenuEvent::Mouse, place, window.board().viewport()->mapToGlobal(place));
    QApplication::sendEvent(window.board().viewport(), &event);
}

}

class BoardMenusTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void menuOfCard_makesCalls();
    void menuOfBoard_makesSocketThere();
};

void BoardMenusTest::menuOfCard_makesCalls()
{
    WindowUnderTest window;
    const SocketId one = window.newSocket(u"UNIX"_s, u"stream"_s);
    askForMenu(window, window.board().mapFromScene(window.card(one)->onBoard().center()));
    QMenu* menu = openMenu();
    QVERIFY(menu != nullptr);
    QCOMPARE(menu->objectName(), u"cardMenu"_s);
    clickEntry(*menu, u"card-close"_s);
    EVENTUALLY_COMPARE(window.lastCall(one), u"close(fd) = 0"_s);
    EVENTUALLY(window.card(one)->isFaded());
    askForMenu(window, window.board().mapFromScene(window.card(one)->onBoard().center()));
    menu = openMenu();
    QVERIFY(menu != nullptr);
    clickEntry(*menu, u"cardDismiss"_s);
    EVENTUALLY(window.card(one) == nullptr);
}

void BoardMenusTest::menuOfBoard_makesSocketThere()
{
    WindowUnderTest window;
    const SocketId first = window.newSocket(u"UNIX"_s, u"stream"_s);
    const QPoint place = window.board().viewport()->rect().center() + QPoint(60, 60);
    askForMenu(window, place);
    QMenu* menu = openMenu();
    QVERIFY(menu != nullptr);
    QCOMPARE(menu->objectName(), u"boardMenu"_s);
    const QPointF wanted = window.board().mapToScene(place);
    clickEntry(*menu, u"boardNewSocket"_s);
    EVENTUALLY(window.isSeen(u"newSocketPopup"_s));
    window.click(u"newSocketCreate"_s);
    EVENTUALLY(window.newest() != first && window.card(window.newest()) != nullptr);
    QVERIFY(QLineF(window.card(window.newest())->pos(), wanted).length() < 2 * ui::BoardNode::kGrid);
}

QTEST_MAIN(BoardMenusTest)
#include "board_menus_test.moc"
