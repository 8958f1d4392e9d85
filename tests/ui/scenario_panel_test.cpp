// The panel of a scenario: what it says after the last step and of a step that went wrong, and that it can be
// run again. And the words of a connection that is over.

#include <QPushButton>
#include <sys/socket.h>

#include "model/scenario/parser.h"
#include "tests/ui/support/window_under_test.h"
#include "ui/scenario/scenario_panel.h"
#include "ui/scenario/scenario_words.h"
#include "ui/words.h"

using namespace netcore;
using namespace Qt::StringLiterals;
using uitest::WindowUnderTest;

namespace {

ui::ScenarioPanel& open(WindowUnderTest& window, std::string_view text)
{
    auto* panel = window.window().findChild<ui::ScenarioPanel*>();
    panel->open(model::scenario::parse(text).scenario, false, false);
    return *panel;
}

bool stepToTheEnd(WindowUnderTest& window, const ui::ScenarioPanel& panel)
{
    const auto over = [&] {
        window.key(Qt::Key_F10);
        return panel.isOver();
    };
    return QTest::qWaitFor(over, uitest::kLong);
}

}

class ScenarioPanelTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void emptyBoard_pointsToTheSteps();
    void nextScenario_hasTheBoardForItself();
    void lastStep_leavesTheSocketsOpen();
    void verdict_staysInItsPlace();
    void state_ofWhatIsOver();
};

// What an empty board offers else would be beside the point, and so it is before the first socket.
void ScenarioPanelTest::emptyBoard_pointsToTheSteps()
{
    WindowUnderTest window;
    QVERIFY(window.isSeen(u"welcome"_s));
    open(window, "title One\nactor a\na: s = socket(AF_UNIX, SOCK_DGRAM, 0)\n");
    EVENTUALLY(window.isSeen(u"boardEmpty"_s));
    QVERIFY(!window.isSeen(u"welcome"_s));
    QVERIFY(window.textOf(u"boardEmpty"_s).contains(u"F10"_s));
    window.key(Qt::Key_F10);
    EVENTUALLY(!window.isSeen(u"boardEmpty"_s));
    EVENTUALLY(window.card(window.newest()) != nullptr);
    window.key(Qt::Key_Home, Qt::AltModifier);
    EVENTUALLY(window.isSeen(u"boardEmpty"_s));
    QVERIFY(!window.textOf(u"boardEmpty"_s).contains(u"F10"_s));
    QVERIFY(!window.isSeen(u"welcome"_s));
}

// What the one before has left open is closed, and its cards go; the user's own stay.
void ScenarioPanelTest::nextScenario_hasTheBoardForItself()
{
    const char* const text = "title One\nactor a\na: s = socket(AF_UNIX, SOCK_DGRAM, 0)\n"
                             "a: t = socket(AF_UNIX, SOCK_DGRAM, 0)\n";
    WindowUnderTest window;
    const SocketId own = window.newSocket(u"IPv4"_s, u"stream"_s);
    QVERIFY(window.session().post(calls::close(), own).ok());
    EVENTUALLY(!window.node(own).open);
    open(window, text);
    EVENTUALLY(window.isSeen(u"scenarioStep"_s));
    window.key(Qt::Key_F10);
    EVENTUALLY(window.newest() != own && window.card(window.newest()) != nullptr);
    const SocketId first = window.newest();
    const QPointF place = window.card(first)->pos();
    open(window, text); // in the midst of it
    EVENTUALLY(!window.node(first).open);
    EVENTUALLY(window.card(first) == nullptr);
    QVERIFY(window.card(own) != nullptr);
    window.key(Qt::Key_F10);
    EVENTUALLY(window.newest() != first && window.card(window.newest()) != nullptr);
    QCOMPARE(window.card(window.newest())->pos(), place);
    window.board().setFocus();
    window.key(Qt::Key_Z, Qt::ControlModifier);
    EVENTUALLY(window.card(first) != nullptr); // nothing is lost
    QVERIFY(!window.card(first)->onBoard().intersects(window.card(window.newest())->onBoard()));
}

void ScenarioPanelTest::lastStep_leavesTheSocketsOpen()
{
    WindowUnderTest window;
    const ui::ScenarioPanel& panel
        = open(window, "title One\nactor a\na: s = socket(AF_UNIX, SOCK_DGRAM, 0)\n");
    EVENTUALLY(window.isSeen(u"scenarioStep"_s));
    const auto* step = window.find<QPushButton>(u"scenarioStep"_s);
    const QString first = step->text();
    window.key(Qt::Key_F10);
    EVENTUALLY(step->text() != first); // there is no next one
    QVERIFY(window.isSeen(u"scenarioEnd"_s));
    QVERIFY(!panel.isOver());
    QVERIFY(window.node(window.newest()).open);
    QVERIFY(stepToTheEnd(window, panel));
    EVENTUALLY(!window.node(window.newest()).open);
    EVENTUALLY(window.textOf(u"scenarioEnd"_s).startsWith(u"Done"_s));
    // Once more, on a new socket.
    const SocketId before = window.newest();
    window.click(u"scenarioPlay"_s);
    QVERIFY(!panel.isOver());
    QCOMPARE(step->text(), first);
    QVERIFY(stepToTheEnd(window, panel));
    QVERIFY(window.newest() != before);
}

// A value as long as it likes makes the panel no wider.
void ScenarioPanelTest::verdict_staysInItsPlace()
{
    WindowUnderTest window;
    const ui::ScenarioPanel& panel = open(window,
        "title Wrong\nsocketpair(AF_UNIX, SOCK_STREAM, 0, [a, b]) = 0\nsend(a, \"w\"*200) = 200\n"
        "recv(b, 200) = 0\n");
    EVENTUALLY(window.isSeen(u"scenarioStep"_s));
    EVENTUALLY(panel.width() > 0 && panel.width() >= panel.minimumSizeHint().width());
    const int width = panel.width();
    QVERIFY(stepToTheEnd(window, panel));
    EVENTUALLY(window.textOf(u"scenarioEnd"_s).contains(u"expected 0"_s));
    QCoreApplication::processEvents();
    QCOMPARE(panel.width(), width);
    const QWidget* verdict = window.widget(u"scenarioEnd"_s);
    QVERIFY(verdict->height() >= verdict->heightForWidth(verdict->width()));
    QCOMPARE(ui::breakable(u"short words stay"_s), u"short words stay"_s);
    QCOMPARE(ui::breakable(QString(40, u'x')).remove(QChar(0x200b)), QString(40, u'x'));
}

void ScenarioPanelTest::state_ofWhatIsOver()
{
    model::SocketNode socket;
    socket.domain = AF_INET;
    socket.type = SOCK_STREAM;
    socket.connected = true;
    QCOMPARE(ui::words::state(socket), u"CONNECTED"_s);
    socket.ended = true;
    QCOMPARE(ui::words::state(socket), u"ENDED"_s);
    socket.reset = true;
    QCOMPARE(ui::words::state(socket), u"RESET"_s);
    socket.domain = AF_UNIX;
    QCOMPARE(ui::words::state(socket), u"PEER GONE"_s);
    socket.open = false;
    QCOMPARE(ui::words::state(socket), u"CLOSED"_s);
}

QTEST_MAIN(ScenarioPanelTest)
#include "scenario_panel_test.moc"
