// The board under the hand: wheel, pinch, and the ways of dragging it.

#include <QNativeGestureEvent>
#include <QPointingDevice>
#include <QWheelEvent>

#include "tests/ui/support/window_under_test.h"

using namespace netcore;
using namespace Qt::StringLiterals;
using uitest::WindowUnderTest;

namespace {

constexpr int kNear = 2; // px: places are whole pixels

// A board with two cards, and where one of them is seen.
struct Hand {
    Hand()
    {
        socket = window.newSocket(u"IPv4"_s, u"stream"_s);
        window.newSocket(u"IPv4"_s, u"stream"_s);
    }
    ui::BoardView& board() { return window.board(); }
    QWidget* ground() { return board().viewport(); }
    QPoint cardPlace() { return board().mapFromScene(window.card(socket)->onBoard().center()); }
    QPoint freePlace() { return {ground()->width() / 2, ground()->height() - 60}; }
    bool isCardAt(const QPoint& place) { return (cardPlace() - place).manhattanLength() <= kNear; }
    void drag(Qt::MouseButton button, const QPoint& from, const QPoint& way)
    {
        QTest::mousePress(ground(), button, {}, from);
        QTest::mouseMove(ground(), from + way / 2);
        QTest::mouseMove(ground(), from + way);
        QTest::mouseRelease(ground(), button, {}, from + way);
    }

    WindowUnderTest window;
    SocketId socket = kNoSocket;
};

constexpr QPoint kWay(-90, 70);

}

class BoardPanTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void wheel_zoomsAtTheCursor();
    void wheel_scrolls();
    void touchpad_pinchesAtTheCursor();
    void fingers_pinchBetweenThem();
    void zoom_hasItsLimits();
    void middleButton_pans();
    void space_pans();
};

void BoardPanTest::wheel_zoomsAtTheCursor()
{
    Hand hand;
    const QPoint place = hand.cardPlace();
    const qreal before = hand.board().zoom();
    for (const int delta : {240, 240, -120}) {
        QWheelEvent turn(place, hand.ground()->mapToGlobal(place), {}, {0, delta}, {}, Qt::ControlModifier,
            Qt::NoScrollPhase, false);
        QApplication::sendEvent(hand.ground(), &turn);
        QVERIFY(hand.isCardAt(place));
    }
    QVERIFY(hand.board().zoom() > before * 1.5);
}

void BoardPanTest::wheel_scrolls()
{
    Hand hand;
    hand.board().zoomBy(2); // now there is more than is seen
    const QPoint place = hand.cardPlace();
    const qreal zoom = hand.board().zoom();
    QWheelEvent turn(
        place, hand.ground()->mapToGlobal(place), {}, {0, -120}, {}, {}, Qt::NoScrollPhase, false);
    QApplication::sendEvent(hand.ground(), &turn);
    QVERIFY(hand.cardPlace().y() < place.y());
    QCOMPARE(hand.cardPlace().x(), place.x());
    QCOMPARE(hand.board().zoom(), zoom);
}

void BoardPanTest::touchpad_pinchesAtTheCursor()
{
    Hand hand;
    const QPoint place = hand.cardPlace();
    const qreal before = hand.board().zoom();
    const auto* touchpad = QPointingDevice::primaryPointingDevice();
    const auto pinch = [&](Qt::NativeGestureType type, qreal value) {
        QNativeGestureEvent event(
            type, touchpad, 2, place, place, hand.ground()->mapToGlobal(place), value, {});
        QApplication::sendEvent(hand.ground(), &event);
    };
    pinch(Qt::BeginNativeGesture, 0);
    for (int i = 0; i < 5; ++i) {
        pinch(Qt::ZoomNativeGesture, 0.1);
        QVERIFY(hand.isCardAt(place));
    }
    pinch(Qt::EndNativeGesture, 0);
    QVERIFY(qAbs(hand.board().zoom() / before - std::pow(1.1, 5)) < 0.01);
}

void BoardPanTest::fingers_pinchBetweenThem()
{
    Hand hand;
    const std::unique_ptr<QPointingDevice> screen(QTest::createTouchDevice());
    const QPoint place = hand.cardPlace(); // on the screen, which is small here: or no target is found
    const qreal before = hand.board().zoom();
    const auto apart
        = [&](int distance) { return std::pair(place - QPoint(distance, 0), place + QPoint(distance, 0)); };
    const auto [left, right] = apart(30);
    QTest::touchEvent(&hand.window.window(), screen.get())
        .press(0, left, hand.ground())
        .press(1, right, hand.ground());
    for (int distance = 36; distance <= 90; distance += 6) {
        const auto [one, other] = apart(distance);
        QTest::touchEvent(&hand.window.window(), screen.get())
            .move(0, one, hand.ground())
            .move(1, other, hand.ground());
    }
    const auto [one, other] = apart(90);
    QTest::touchEvent(&hand.window.window(), screen.get())
        .release(0, one, hand.ground())
        .release(1, other, hand.ground());
    QVERIFY2(hand.board().zoom() > before * 1.5, qPrintable(QString::number(hand.board().zoom())));
    QVERIFY((hand.cardPlace() - place).manhattanLength() < 20); // many small steps, each to a pixel
}

void BoardPanTest::zoom_hasItsLimits()
{
    Hand hand;
    for (int i = 0; i < 60; ++i) {
        hand.board().zoomBy(1.3);
    }
    QCOMPARE(hand.board().zoom(), 3.0);
    for (int i = 0; i < 60; ++i) {
        hand.board().zoomBy(0.7);
    }
    QVERIFY(qAbs(hand.board().zoom() - 0.02) < 1e-9); // a thousand cards are in sight
}

void BoardPanTest::middleButton_pans()
{
    Hand hand;
    const QPoint card = hand.cardPlace();
    const QPointF standsAt = hand.window.card(hand.socket)->pos();
    hand.drag(Qt::MiddleButton, hand.freePlace(), kWay);
    QVERIFY(hand.isCardAt(card + kWay));
    hand.drag(Qt::MiddleButton, hand.cardPlace(), -kWay); // on a card too, which stays where it is
    QVERIFY(hand.isCardAt(card));
    QCOMPARE(hand.window.card(hand.socket)->pos(), standsAt);
    QCOMPARE(hand.board().zoom(), 1.0);
}

void BoardPanTest::space_pans()
{
    Hand hand;
    hand.window.clickCard(hand.socket); // the board has the focus
    const QPoint card = hand.cardPlace();
    const QPointF standsAt = hand.window.card(hand.socket)->pos();
    QTest::keyPress(&hand.board(), Qt::Key_Space);
    QCOMPARE(hand.ground()->cursor().shape(), Qt::OpenHandCursor);
    hand.drag(Qt::LeftButton, card, kWay); // begun on the card
    QVERIFY(hand.isCardAt(card + kWay));
    QCOMPARE(hand.window.card(hand.socket)->pos(), standsAt);
    QTest::keyRelease(&hand.board(), Qt::Key_Space);
    QVERIFY(hand.ground()->cursor().shape() != Qt::OpenHandCursor);
    const QPoint handle
        = hand.board().mapFromScene(hand.window.card(hand.socket)->onBoard().topLeft() + QPointF(60, 5));
    hand.drag(Qt::LeftButton, handle, {72, 48}); // without it the card is dragged
    QVERIFY(hand.window.card(hand.socket)->pos() != standsAt);
}

QTEST_MAIN(BoardPanTest)
#include "board_pan_test.moc"
