// The tab of bytes: what is received and sent, seen and copied; what is to be sent, typed in every way.

#include <QApplication>
#include <QClipboard>
#include <QFile>
#include <QPlainTextEdit>
#include <QSettings>
#include <QSpinBox>
#include <QTabBar>
#include <QTemporaryDir>

#include "tests/ui/support/program.h"
#include "tests/ui/support/window_under_test.h"
#include "ui/inspector/data/data_view.h"
#include "ui/inspector/inspector_tabs.h"

using namespace netcore;
using namespace Qt::StringLiterals;
using uitest::Program;
using uitest::WindowUnderTest;

namespace {

constexpr int kDataTab = ui::InspectorPanel::Data;

void showData(WindowUnderTest& window, SocketId socket)
{
    window.clickCard(socket);
    window.key(static_cast<Qt::Key>(Qt::Key_1 + kDataTab), Qt::ControlModifier);
    EVENTUALLY(window.isSeen(u"dataView"_s));
}

QStringList shownLines(WindowUnderTest& window)
{
    QStringList lines;
    if (const auto* view = window.find<ui::DataView>(u"dataView"_s)) {
        for (std::uint64_t line = 0; line < view->lines().count(); ++line) {
            lines += view->lineText(line);
        }
    }
    return lines;
}

// Two UDP sockets, bound.
struct Pair {
    SocketId one;
    SocketId two;
};

Pair udpPair(WindowUnderTest& window)
{
    const SocketId one = window.newSocket(u"IPv4"_s, u"datagram"_s, u"newSocketBind"_s);
    const SocketId two = window.newSocket(u"IPv4"_s, u"datagram"_s, u"newSocketBind"_s);
    const bool named = !window.addressOf(one).isEmpty() && !window.addressOf(two).isEmpty();
    return named ? Pair {one, two} : Pair {};
}

void receive(WindowUnderTest& window, SocketId socket)
{
    const auto before = window.calls(socket).size();
    window.click(u"receiveData"_s);
    EVENTUALLY(window.calls(socket).size() > before);
}

}

class DataTabTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void tabs_byMouseAndKeys();
    void tabs_tellNews();
    void ncat_bothWays();
    void datagram_emptyAndEnd();
    void datagram_cut();
    void view_selectsAndCopies();
    void hex_problemIsShown();
    void file_isSent();
    void pattern_isSent();
    void repeat_countsAndStops();
    void saved_comeBack();
};

void DataTabTest::tabs_byMouseAndKeys()
{
    WindowUnderTest window;
    const SocketId socket = window.newSocket(u"IPv4"_s, u"stream"_s);
    window.clickCard(socket);
    auto* tabs = window.find<QTabBar>(u"inspectorTabs"_s);
    QVERIFY(tabs != nullptr);
    for (int tab = 0; tab < tabs->count(); ++tab) {
        const QPoint place = tabs->mapTo(&window.window(), tabs->tabRect(tab).center());
        QTest::mouseClick(window.window().windowHandle(), Qt::LeftButton, {}, place);
        QCOMPARE(tabs->currentIndex(), tab);
        QCOMPARE(
            window.textOf(u"inspectorTitle"_s), u"fd %1"_s.arg(window.node(socket).fd)); // above all of them
    }
    window.key(Qt::Key_1, Qt::ControlModifier);
    EVENTUALLY(window.isSeen(u"callForm"_s));
    QVERIFY(tabs->hasFocus());
    window.key(Qt::Key_Right);
    QCOMPARE(tabs->currentIndex(), 1);
    // It stays for the next socket; asking for a form goes to the form.
    window.key(static_cast<Qt::Key>(Qt::Key_1 + kDataTab), Qt::ControlModifier);
    const SocketId other = window.newSocket(u"UNIX"_s, u"datagram"_s);
    window.clickCard(other);
    QCOMPARE(tabs->currentIndex(), kDataTab);
    window.clickChip(other, CallId::Bind);
    EVENTUALLY(window.isSeen(u"callForm"_s));
}

void DataTabTest::tabs_tellNews()
{
    WindowUnderTest window;
    const auto [one, two] = udpPair(window);
    window.clickCard(one);
    auto* tabs = window.find<ui::InspectorTabs>(u"inspectorTabs"_s);
    QVERIFY(!tabs->hasNews(kDataTab));
    window.showForm(one, u"sendto"_s);
    window.typeInto(u"arg-dest_addr"_s, window.addressOf(two));
    window.key(Qt::Key_Return);
    EVENTUALLY(tabs->hasNews(kDataTab));
    QVERIFY(tabs->accessibleTabName(kDataTab) != tabs->tabText(kDataTab));
    window.key(static_cast<Qt::Key>(Qt::Key_1 + kDataTab), Qt::ControlModifier);
    EVENTUALLY(!tabs->hasNews(kDataTab));
    window.key(Qt::Key_1, Qt::ControlModifier);
    QVERIFY(!tabs->hasNews(kDataTab)); // it has been seen
}

void DataTabTest::ncat_bothWays()
{
    if (!Program::isInstalled(u"ncat"_s)) {
        QSKIP("NOT TESTED: ncat is not installed here. apt install ncat");
    }
    WindowUnderTest window;
    const SocketId server = window.newSocket(u"IPv4"_s, u"stream"_s, u"newSocketListen"_s);
    EVENTUALLY(!window.addressOf(server).isEmpty());
    Program theirs(u"ncat"_s, {u"127.0.0.1"_s, window.addressOf(server).section(u':', -1)});
    window.clickChip(server, CallId::Accept4);
    EVENTUALLY(window.acceptedFrom(server) != kNoSocket);
    const SocketId ours = window.acceptedFrom(server);
    showData(window, ours);

    theirs.write(QByteArray("a\0b\xff\n", 5));
    EVENTUALLY_COMPARE(window.textOf(u"dataWaiting"_s), u"Recv-Q: 5 B wait"_s);
    receive(window, ours);
    EVENTUALLY_COMPARE(shownLines(window), (QStringList {u"↓ received 5 B"_s, u"61 00 62 ff 0a  a.b.."_s}));
    QCOMPARE(window.textOf(u"dataWaiting"_s), u"Recv-Q is empty"_s);

    window.typeInto(u"composeText"_s, uR"(from\tinside)"_s);
    QCOMPARE(window.textOf(u"composeLine"_s),
        uR"(send(%1, "from\tinside", 11, MSG_NOSIGNAL))"_s.arg(window.node(ours).fd));
    window.key(Qt::Key_Return, Qt::ControlModifier);
    QVERIFY(theirs.says("from\tinside"));
    window.click(u"modeHex"_s);
    window.typeInto(u"composeHex"_s, u"0x68 69, 00 0a"_s);
    QCOMPARE(window.textOf(u"composeCount"_s), u"4 B"_s);
    window.click(u"composeSend"_s);
    QVERIFY(theirs.says(QByteArray("hi\0\n", 4)));
    EVENTUALLY_COMPARE(window.lastCall(ours), uR"(send(fd, "hi\0\n", 4, MSG_NOSIGNAL) = 4)"_s);
    EVENTUALLY_COMPARE(shownLines(window).last(), u"68 69 00 0a  hi.."_s);

    theirs.endInput();
    receive(window, ours);
    EVENTUALLY_COMPARE(shownLines(window).last(), u"end of stream: no more will come"_s);
}

void DataTabTest::datagram_emptyAndEnd()
{
    WindowUnderTest window;
    const auto [one, two] = udpPair(window);
    showData(window, one);
    window.typeInto(u"composeText"_s, {});
    window.typeInto(u"composeTo"_s, window.addressOf(two));
    window.key(Qt::Key_Return);
    EVENTUALLY_COMPARE(shownLines(window),
        (QStringList {u"↑ sent 0 B"_s, u"to "_s + window.addressOf(two), u"0-byte message"_s}));
    showData(window, two);
    receive(window, two);
    EVENTUALLY_COMPARE(shownLines(window),
        (QStringList {u"↓ received 0 B"_s, u"from "_s + window.addressOf(one), u"0-byte message"_s}));
    // Who wrote last is proposed.
    EVENTUALLY_COMPARE(window.textOf(u"composeTo"_s), window.addressOf(one));
}

void DataTabTest::datagram_cut()
{
    WindowUnderTest window;
    const auto [one, two] = udpPair(window);
    showData(window, one);
    window.click(u"modePattern"_s);
    window.typeInto(u"patternSize"_s, u"100"_s);
    window.typeInto(u"composeTo"_s, window.addressOf(two));
    window.click(u"composeSend"_s);
    EVENTUALLY_COMPARE(window.node(two).view.receiveQueue, 100);
    window.key(Qt::Key_1, Qt::ControlModifier);
    window.showForm(two, u"recvfrom"_s);
    window.typeInto(u"arg-len"_s, u"10"_s);
    window.key(Qt::Key_Return, Qt::ControlModifier);
    showData(window, two);
    EVENTUALLY(shownLines(window).contains(u"10 of 100 bytes kept, the rest is lost"_s));
    QCOMPARE(
        window.find<ui::DataView>(u"dataView"_s)->chosenBytes(), QByteArray("\0\1\2\3\4\5\6\7\x8\x9", 10));
}

void DataTabTest::view_selectsAndCopies()
{
    WindowUnderTest window;
    const auto [one, two] = udpPair(window);
    showData(window, one);
    window.typeInto(u"composeTo"_s, window.addressOf(two));
    window.typeInto(u"composeText"_s, uR"(ab\x00cd)"_s);
    window.click(u"composeSend"_s);
    EVENTUALLY_COMPARE(shownLines(window).size(), 3);
    auto* view = window.find<ui::DataView>(u"dataView"_s);
    const QPoint b = view->viewport()->mapTo(&window.window(), view->byteRect({0, 1}).center());
    const QPoint c = view->viewport()->mapTo(&window.window(), view->byteRect({0, 3}).center());
    QWindow* handle = window.window().windowHandle();
    QTest::mousePress(handle, Qt::LeftButton, {}, b);
    QTest::mouseMove(handle, c);
    QTest::mouseRelease(handle, Qt::LeftButton, {}, c);
    QCOMPARE(view->chosenBytes(), QByteArray("b\0c", 3));
    window.key(Qt::Key_Right, Qt::ShiftModifier);
    QCOMPARE(view->chosenBytes(), QByteArray("b\0cd", 4));
    view->copy(model::ByteForm::Hex);
    QCOMPARE(QApplication::clipboard()->text(), u"62 00 63 64"_s);
    window.key(Qt::Key_A, Qt::ControlModifier);
    QCOMPARE(view->chosenBytes(), QByteArray("ab\0cd", 5));
    window.key(Qt::Key_Escape);
    QVERIFY(!view->hasSelection());
    window.key(Qt::Key_Home);
    window.key(Qt::Key_C, Qt::ControlModifier);
    QVERIFY(QApplication::clipboard()->text().startsWith(u'a'));
}

void DataTabTest::hex_problemIsShown()
{
    WindowUnderTest window;
    const SocketId socket = window.newSocket(u"IPv4"_s, u"stream"_s);
    showData(window, socket);
    window.click(u"modeHex"_s);
    window.typeInto(u"composeHex"_s, u"68 6g 00"_s);
    QVERIFY(window.textOf(u"composeStatus"_s).contains(u"Character 5"_s));
    QVERIFY(!window.find<QPushButton>(u"composeSend"_s)->isEnabled());
    const auto marks = window.find<QPlainTextEdit>(u"composeHex"_s)->extraSelections();
    QCOMPARE(marks.size(), 1);
    QCOMPARE(marks.first().cursor.selectedText(), u"g"_s);
    const auto before = window.calls(socket).size();
    window.key(Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(window.calls(socket).size(), before);
    window.typeInto(u"composeHex"_s, u"68"_s);
    QVERIFY(!window.isSeen(u"composeStatus"_s));
    // What the kernel refuses is said as well.
    window.click(u"composeSend"_s);
    EVENTUALLY(window.textOf(u"composeStatus"_s).startsWith(u"EPIPE: "_s));
}

void DataTabTest::file_isSent()
{
    const QTemporaryDir folder;
    QFile file(folder.filePath(u"bytes"_s));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write("\1\2\3\n") == 4);
    file.close();
    WindowUnderTest window;
    const auto [one, two] = udpPair(window);
    showData(window, one);
    window.click(u"modeFile"_s);
    window.typeInto(u"composeTo"_s, window.addressOf(two));
    window.typeInto(u"filePath"_s, folder.filePath(u"missing"_s));
    window.key(Qt::Key_Return);
    EVENTUALLY(window.textOf(u"composeStatus"_s).contains(u"ENOENT"_s));
    window.typeInto(u"filePath"_s, u"/dev/zero"_s);
    window.key(Qt::Key_Return);
    EVENTUALLY(window.textOf(u"composeStatus"_s).contains(u"regular"_s));
    window.typeInto(u"filePath"_s, file.fileName());
    window.key(Qt::Key_Return);
    EVENTUALLY_COMPARE(window.textOf(u"composeCount"_s), u"4 B"_s);
    window.click(u"composeSend"_s);
    EVENTUALLY_COMPARE(shownLines(window).value(2), u"01 02 03 0a  ...."_s);
}

void DataTabTest::pattern_isSent()
{
    WindowUnderTest window;
    const auto [one, two] = udpPair(window);
    showData(window, one);
    window.click(u"modePattern"_s);
    window.typeInto(u"composeTo"_s, window.addressOf(two));
    window.typeInto(u"patternSize"_s, u"3"_s);
    window.click(u"composeSend"_s);
    EVENTUALLY_COMPARE(shownLines(window).value(2), u"00 01 02  ..."_s);
}

void DataTabTest::repeat_countsAndStops()
{
    WindowUnderTest window;
    const auto [one, two] = udpPair(window);
    showData(window, one);
    window.typeInto(u"composeTo"_s, window.addressOf(two));
    window.typeInto(u"composeText"_s, u"x"_s);
    window.typeInto(u"repeatTimes"_s, u"3"_s);
    window.typeInto(u"repeatInterval"_s, u"1"_s);
    window.click(u"composeSend"_s);
    EVENTUALLY_COMPARE(window.calls(one).filter(u"sendto("_s).size(), 3);
    EVENTUALLY(window.isSeen(u"composeSend"_s));
    QVERIFY(window.textOf(u"composeStatus"_s).endsWith(u"sent 3 of 3"_s));
    window.typeInto(u"repeatTimes"_s, u"100000"_s);
    window.typeInto(u"repeatInterval"_s, u"60000"_s);
    window.click(u"composeSend"_s);
    EVENTUALLY_COMPARE(window.calls(one).filter(u"sendto("_s).size(), 4);
    window.click(u"composeStop"_s);
    QVERIFY(window.textOf(u"composeStatus"_s).startsWith(u"Stopped after 1"_s));
    QCOMPARE(window.calls(one).filter(u"sendto("_s).size(), 4);
}

void DataTabTest::saved_comeBack()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"settings.ini"_s);
    {
        WindowUnderTest window;
        showData(window, window.newSocket(u"IPv4"_s, u"datagram"_s));
        window.typeInto(u"composeText"_s, uR"(GET / \x26 [ü])"_s.remove(u"ü"_s));
        window.click(u"savedMessages"_s);
        EVENTUALLY(QApplication::activePopupWidget() != nullptr);
        window.key(Qt::Key_Down);
        window.key(Qt::Key_Return);
        EVENTUALLY_COMPARE(window.preferences().savedMessages.size(), 1);
        QSettings settings(path, QSettings::IniFormat);
        window.preferences().save(settings);
    }
    const QSettings settings(path, QSettings::IniFormat);
    WindowUnderTest window(ui::Preferences::load(settings));
    showData(window, window.newSocket(u"IPv4"_s, u"datagram"_s));
    window.click(u"savedMessages"_s);
    EVENTUALLY(QApplication::activePopupWidget() != nullptr);
    window.key(Qt::Key_Down); // saved already: the first one that can be chosen is the message
    window.key(Qt::Key_Down);
    window.key(Qt::Key_Return);
    EVENTUALLY_COMPARE(window.find<QPlainTextEdit>(u"composeText"_s)->toPlainText(), uR"(GET / \x26 [])"_s);
}

QTEST_MAIN(DataTabTest)
#include "data_tab_test.moc"
