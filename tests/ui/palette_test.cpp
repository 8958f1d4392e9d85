// The command palette, by keys and mouse; and how it finds.

#include <QAction>
#include <QListView>

#include "tests/ui/support/window_under_test.h"
#include "ui/palette/command_palette.h"
#include "ui/palette/fuzzy_match.h"

using namespace netcore;
using namespace Qt::StringLiterals;
using uitest::WindowUnderTest;

namespace {

QListView* listOf(WindowUnderTest& window)
{
    return window.find<QListView>(u"paletteList"_s);
}

QString currentName(WindowUnderTest& window)
{
    return listOf(window)->currentIndex().data(Qt::DisplayRole).toString();
}

QString spoken(WindowUnderTest& window)
{
    return listOf(window)->currentIndex().data(Qt::AccessibleTextRole).toString();
}

void openPalette(WindowUnderTest& window)
{
    window.key(Qt::Key_K, Qt::ControlModifier);
    EVENTUALLY(window.isSeen(u"commandPalette"_s));
}

}

class PaletteTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void match_data();
    void match();
    void match_prefersWordStarts();
    void keys_runACommand();
    void lessons_byTheirShortName();
    void sockets_areMade();
    void escape_givesTheFocusBack();
    void notAvailable_saysWhy();
    void used_comesFirst();
    void calls_ofTheSelectedSocket();
    void sockets_areJumpedTo();
    void scenarios_byName();
    void mouse_runsACommand();
    void everyAction_isThere();
};

void PaletteTest::match_data()
{
    QTest::addColumn<QString>("pattern");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("marked"); // a caret under each letter that matches; empty: no match
    QTest::newRow("initials") << u"ns"_s << u"New socket"_s << u"^   ^     "_s;
    QTest::newRow("letters in a row") << u"sock"_s << u"New socket"_s << u"    ^^^^  "_s;
    QTest::newRow("case") << u"TCP"_s << u"A tcp echo"_s << u"  ^^^     "_s;
    QTest::newRow("words in another order") << u"echo tcp"_s << u"A tcp echo"_s << u"  ^^^ ^^^^"_s;
    QTest::newRow("missing letter") << u"xs"_s << u"New socket"_s << QString();
    QTest::newRow("letters out of order") << u"tekcos"_s << u"socket"_s << QString();
    QTest::newRow("nothing typed") << QString() << u"abc"_s << u"   "_s;
    QTest::newRow("nothing to find it in") << u"a"_s << QString() << QString();
    QTest::newRow("longer than the text") << u"abcd"_s << u"abc"_s << QString();
    QTest::newRow("a number") << u"fd7"_s << u"fd 7 IPv4"_s << u"^^ ^     "_s;
}

void PaletteTest::match()
{
    QFETCH(QString, pattern);
    QFETCH(QString, text);
    QFETCH(QString, marked);
    const auto found = ui::fuzzyMatch(pattern, text);
    QCOMPARE(found.has_value(), !marked.isEmpty());
    if (found) {
        QString seen(text.size(), u' ');
        for (const int place : found->places) {
            seen[place] = u'^';
        }
        QCOMPARE(seen, marked);
    }
}

void PaletteTest::match_prefersWordStarts()
{
    const auto score = [](QStringView text) { return ui::fuzzyMatch(u"li", text)->score; };
    QVERIFY(score(u"Light") > score(u"Dark light"));
    QVERIFY(score(u"Dark light") > score(u"Delight"));
}

void PaletteTest::keys_runACommand()
{
    WindowUnderTest window;
    openPalette(window);
    window.type(u"dark"_s);
    QCOMPARE(currentName(window), u"Dark"_s);
    window.key(Qt::Key_Return);
    EVENTUALLY(!window.isSeen(u"commandPalette"_s));
    QCOMPARE(window.preferences().theme, ui::ThemeChoice::Dark);
    openPalette(window);
    QCOMPARE(window.find<QLineEdit>(u"paletteEdit"_s)->text(), QString()); // begins anew
    const QString first = currentName(window);
    window.key(Qt::Key_Up); // from the first to the last
    QVERIFY(currentName(window) != first);
    window.key(Qt::Key_Down);
    QCOMPARE(currentName(window), first);
    window.type(u"zzqx"_s);
    QVERIFY(!window.isSeen(u"paletteList"_s)); // no empty box: words instead
    QVERIFY(!window.textOf(u"paletteHint"_s).isEmpty());
    window.key(Qt::Key_Return); // nothing to run: it stays
    QVERIFY(window.isSeen(u"commandPalette"_s));
}

// No word of its title.
void PaletteTest::lessons_byTheirShortName()
{
    WindowUnderTest window;
    openPalette(window);
    window.type(u"backlog"_s);
    window.key(Qt::Key_Return);
    EVENTUALLY(window.isSeen(u"scenarioPanel"_s));
    QCOMPARE(window.textOf(u"scenarioTitle"_s), u"The queue behind listen()"_s);
}

void PaletteTest::sockets_areMade()
{
    WindowUnderTest window;
    openPalette(window);
    window.type(u"new ipv6 datagram"_s);
    window.key(Qt::Key_Return);
    EVENTUALLY_COMPARE(window.session().graph().sockets().size(), 1U);
    QCOMPARE(window.node(window.newest()).domain, AF_INET6);
    openPalette(window);
    window.type(u"socketpair seqpacket"_s);
    window.key(Qt::Key_Return);
    EVENTUALLY_COMPARE(window.session().graph().sockets().size(), 3U);
}

void PaletteTest::escape_givesTheFocusBack()
{
    WindowUnderTest window;
    window.click(u"filterEdit"_s);
    const QWidget* before = QApplication::focusWidget();
    QCOMPARE(before->objectName(), u"filterEdit"_s);
    openPalette(window);
    window.key(Qt::Key_Escape);
    EVENTUALLY(!window.isSeen(u"commandPalette"_s));
    QCOMPARE(QApplication::focusWidget(), before);
}

void PaletteTest::notAvailable_saysWhy()
{
    WindowUnderTest window;
    openPalette(window);
    window.type(u"cancel the blocked"_s);
    QCOMPARE(currentName(window), u"Cancel the blocked call"_s);
    QVERIFY(spoken(window).contains(u"No socket is selected."_s));
    window.key(Qt::Key_Return);
    EVENTUALLY_COMPARE(window.textOf(u"messageMore"_s), u"No socket is selected."_s);
    const SocketId socket = window.newSocket(u"IPv4"_s, u"stream"_s);
    window.clickCard(socket);
    openPalette(window);
    window.type(u"cancel the blocked"_s);
    QVERIFY(spoken(window).contains(u"No call of this socket is blocked."_s));
    window.key(Qt::Key_Escape);
    // The key says the same, and the menu shows it.
    window.key(Qt::Key_Period, Qt::ControlModifier);
    EVENTUALLY_COMPARE(window.textOf(u"messageMore"_s), u"No call of this socket is blocked."_s);
}

void PaletteTest::used_comesFirst()
{
    WindowUnderTest window;
    for (const QString& name : {u"normal text"_s, u"reset the layout"_s}) {
        openPalette(window);
        window.type(name);
        window.key(Qt::Key_Return);
        EVENTUALLY(!window.isSeen(u"commandPalette"_s));
    }
    openPalette(window);
    QCOMPARE(currentName(window), u"Reset the layout"_s);
    window.key(Qt::Key_Down);
    QCOMPARE(currentName(window), u"Normal text"_s);
    QCOMPARE(
        window.preferences().recentCommands, QStringList({u"actionResetLayout"_s, u"actionNormalText"_s}));
}

void PaletteTest::calls_ofTheSelectedSocket()
{
    WindowUnderTest window;
    const SocketId socket = window.newSocket(u"IPv4"_s, u"stream"_s);
    window.clickCard(socket);
    openPalette(window);
    window.type(u"recv() of fd"_s);
    QVERIFY(currentName(window).startsWith(u"recv() of fd "_s));
    QVERIFY2(spoken(window).contains(u"ENOTCONN"_s), qPrintable(spoken(window)));
    window.key(Qt::Key_Escape);
    openPalette(window);
    window.type(u"listen() of"_s);
    window.key(Qt::Key_Return);
    EVENTUALLY(window.textOf(u"callSignature"_s).contains(u"listen"_s));
}

void PaletteTest::sockets_areJumpedTo()
{
    WindowUnderTest window;
    const SocketId first = window.newSocket(u"IPv4"_s, u"stream"_s);
    const SocketId second = window.newSocket(u"UNIX"_s, u"datagram"_s);
    window.clickCard(second);
    window.click(u"filterEdit"_s);
    openPalette(window);
    window.type(u"fd %1 IPv4"_s.arg(window.node(first).fd));
    window.key(Qt::Key_Return);
    const auto* board = window.widget(u"board"_s);
    EVENTUALLY(board->hasFocus());
    window.key(Qt::Key_Right); // from the first one on
    window.key(Qt::Key_Left);
    EVENTUALLY(window.textOf(u"inspectorTitle"_s).endsWith(QString::number(window.node(first).fd)));
}

void PaletteTest::scenarios_byName()
{
    WindowUnderTest window;
    openPalette(window);
    window.type(u"udp echo"_s);
    QCOMPARE(currentName(window), u"A UDP echo server and its client"_s);
    window.key(Qt::Key_Return);
    EVENTUALLY(window.isSeen(u"scenarioStep"_s));
}

void PaletteTest::mouse_runsACommand()
{
    WindowUnderTest window;
    window.click(u"paletteButton"_s);
    EVENTUALLY(window.isSeen(u"commandPalette"_s));
    window.type(u"keeping"_s);
    const auto* list = listOf(window);
    QTest::mouseClick(
        list->viewport(), Qt::LeftButton, {}, list->visualRect(list->model()->index(0, 0)).center());
    EVENTUALLY(window.isSeen(u"keepingPopup"_s));
}

void PaletteTest::everyAction_isThere()
{
    WindowUnderTest window;
    openPalette(window);
    const auto* model = listOf(window)->model();
    QSet<QString> names;
    for (int row = 0; row < model->rowCount(); ++row) {
        names += model->index(row, 0).data().toString();
    }
    for (const QAction* action : window.window().findChildren<QAction*>()) {
        if (action->objectName().startsWith(u"action"_s)) {
            QString name = action->text();
            QVERIFY2(names.contains(name.remove(u'&')), qPrintable(action->objectName()));
        }
    }
}

QTEST_MAIN(PaletteTest)
#include "palette_test.moc"
