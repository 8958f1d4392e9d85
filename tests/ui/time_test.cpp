// The time slider, by mouse and keys: every panel shows the moment, and the present comes back.

#include <QLabel>

#include "tests/ui/support/window_under_test.h"
#include "ui/log/log_view.h"
#include "ui/message_bar.h"
#include "ui/time/time_strip.h"

using namespace netcore;
using namespace Qt::StringLiterals;
using uitest::WindowUnderTest;

namespace {

ui::TimeStrip& stripOf(WindowUnderTest& window)
{
    return *window.find<ui::TimeStrip>(u"timeStrip"_s);
}

// A socket that was bound and closed: its state says at which moment we are.
void makeLife(WindowUnderTest& window, const QString& path)
{
    const SocketId socket = window.newSocketAt(path, u"stream"_s);
    EVENTUALLY(window.node(socket).bound);
    window.clickCard(socket);
    window.clickChip(socket, CallId::Close);
    EVENTUALLY(!window.node(socket).open);
}

}

class TimeTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void nothing_hasNoPast();
    void steps_showEachMoment();
    void past_takesNoCalls();
    void drag_goesToATime();
    void replay_endsAtThePresent();
    void marks_standOnTheSlider();
    void comment_isShownAtItsMoment();
};

void TimeTest::nothing_hasNoPast()
{
    WindowUnderTest window;
    for (const auto& name : {u"timeStrip"_s, u"timeStart"_s, u"timeBack"_s, u"timePlay"_s}) {
        window.click(name);
        QVERIFY2(window.isAtPresent(), qPrintable(name));
    }
    QVERIFY(window.isSeen(u"welcome"_s));
}

void TimeTest::steps_showEachMoment()
{
    const support::TemporaryFolder folder;
    WindowUnderTest window;
    makeLife(window, QString::fromStdString(folder.file("one")));
    QCOMPARE(window.textOf(u"inspectorState"_s), u"CLOSED"_s);
    window.key(Qt::Key_Left, Qt::AltModifier); // before the close
    QCOMPARE(window.textOf(u"inspectorState"_s), u"BOUND"_s);
    window.click(u"timeBack"_s);
    QCOMPARE(window.textOf(u"inspectorState"_s), u"NEW"_s);
    window.click(u"timeBack"_s);
    window.click(u"timeBack"_s); // before there was anything
    QVERIFY(!window.isSeen(u"inspectorState"_s));
    QVERIFY(window.textOf(u"timeWords"_s).contains(u"0 of 4"_s));
    window.click(u"timeForth"_s); // socket()
    window.click(u"timeForth"_s); // fchmod(): nobody else may connect
    window.click(u"timeForth"_s);
    QCOMPARE(window.textOf(u"inspectorState"_s), u"BOUND"_s);
    window.click(u"timeLive"_s);
    QCOMPARE(window.textOf(u"inspectorState"_s), u"CLOSED"_s);
    QVERIFY(window.isAtPresent());
}

void TimeTest::past_takesNoCalls()
{
    const support::TemporaryFolder folder;
    WindowUnderTest window;
    makeLife(window, QString::fromStdString(folder.file("one")));
    const model::Row before = window.session().store().size();
    window.key(Qt::Key_Left, Qt::AltModifier);
    window.key(Qt::Key_Return, Qt::ControlModifier); // the call in the inspector
    EVENTUALLY(window.isSeen(u"messageMore"_s));
    QVERIFY(window.textOf(u"messageMore"_s).contains(u"past"_s));
    QCOMPARE(window.session().store().size(), before);
}

void TimeTest::drag_goesToATime()
{
    const support::TemporaryFolder folder;
    WindowUnderTest window;
    makeLife(window, QString::fromStdString(folder.file("one")));
    ui::TimeStrip& strip = stripOf(window);
    const int y = strip.height() / 2 + 4; // below the flags
    QTest::mousePress(&strip, Qt::LeftButton, {}, {strip.width() - 1, y});
    QTest::mouseMove(&strip, {5, y});
    QVERIFY(window.textOf(u"timeWords"_s).contains(u"0 of 4"_s));
    const auto bound = static_cast<int>(strip.xOf(window.session().store().event(1).end())) + 1;
    QTest::mouseMove(&strip, {bound, y});
    QVERIFY(!window.textOf(u"timeWords"_s).contains(u"0 of 4"_s));
    QTest::mouseMove(&strip, {strip.width() - 1, y});
    QTest::mouseRelease(&strip, Qt::LeftButton, {}, {strip.width() - 1, y});
    QVERIFY(window.isAtPresent());
    strip.setFocus();
    window.key(Qt::Key_Home);
    QVERIFY(window.textOf(u"timeWords"_s).contains(u"0 of 4"_s));
    window.key(Qt::Key_End);
    QVERIFY(window.isAtPresent());
}

void TimeTest::replay_endsAtThePresent()
{
    const support::TemporaryFolder folder;
    WindowUnderTest window;
    makeLife(window, QString::fromStdString(folder.file("one")));
    window.key(Qt::Key_F7);
    QVERIFY(!window.isAtPresent());
    EVENTUALLY(window.isAtPresent());
    QCOMPARE(window.textOf(u"inspectorState"_s), u"CLOSED"_s);
}

void TimeTest::marks_standOnTheSlider()
{
    const support::TemporaryFolder folder;
    WindowUnderTest window;
    makeLife(window, QString::fromStdString(folder.file("one")));
    window.key(Qt::Key_Left, Qt::AltModifier);
    window.key(Qt::Key_M, Qt::AltModifier);
    window.click(u"timeLive"_s);
    ui::TimeStrip& strip = stripOf(window);
    const model::Row row = window.log().source().rows->at(2);
    const auto x = static_cast<int>(strip.xOf(window.session().store().event(row).end())) + 3;
    QTest::mouseClick(&strip, Qt::LeftButton, {}, {x, 7});
    QCOMPARE(window.textOf(u"inspectorState"_s), u"BOUND"_s);
    QCOMPARE(window.log().currentRow(), row);
}

void TimeTest::comment_isShownAtItsMoment()
{
    const support::TemporaryFolder folder;
    WindowUnderTest window;
    makeLife(window, QString::fromStdString(folder.file("one")));
    window.key(Qt::Key_Left, Qt::AltModifier);
    QVERIFY(!window.isSeen(u"timeComment"_s));
    window.key(Qt::Key_M, Qt::AltModifier | Qt::ShiftModifier);
    window.type(u"Now it has a name."_s);
    window.click(u"timeLive"_s);
    QVERIFY(!window.isSeen(u"timeComment"_s));
    window.click(u"timeBack"_s);
    EVENTUALLY_COMPARE(window.textOf(u"timeComment"_s), u"Now it has a name."_s);
}

QTEST_MAIN(TimeTest)
#include "time_test.moc"
