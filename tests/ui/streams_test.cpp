// The tab of streams, by mouse and keys, on real sockets; and how its lines are laid out.

#include <QFile>
#include <QLineEdit>
#include <QListWidget>
#include <sys/stat.h>

#include "tests/ui/support/window_under_test.h"
#include "ui/log/log_view.h"
#include "ui/streams/stream_page.h"

using namespace netcore;
using namespace Qt::StringLiterals;
using uitest::WindowUnderTest;

namespace {

struct Talk {
    explicit Talk(WindowUnderTest& shown, int type = SOCK_STREAM) : window(shown)
    {
        post(calls::socketpair(AF_UNIX, type), kNoSocket);
        second = window.newest();
        first = window.node(second).peer;
    }

    void post(const Call& call, SocketId socket) // and waits until it has returned
    {
        const auto ticket = window.session().post(call, socket);
        const auto& store = window.session().store();
        QVERIFY(ticket.ok());
        EVENTUALLY(store.size() > 0 && returned(ticket.value()));
    }
    bool returned(Ticket ticket)
    {
        const auto& store = window.session().store();
        for (model::Row row = store.size(); row-- > 0;) {
            if (store.kind(row) == EventKind::Call && store.event(row).ticket == ticket) {
                return true;
            }
        }
        return false;
    }

    WindowUnderTest& window;
    SocketId first = kNoSocket;
    SocketId second = kNoSocket;
};

ui::StreamView& openStreams(WindowUnderTest& window)
{
    window.key(Qt::Key_3, Qt::AltModifier);
    return *window.find<ui::StreamView>(u"streamView"_s);
}

QStringList linesOf(const ui::StreamView& view)
{
    QStringList lines;
    for (std::uint64_t line = 0; line < view.lines().count(); ++line) {
        lines.append(view.lineText(line));
    }
    return lines;
}

}

class StreamsUiTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void empty_saysWhatToDo();
    void sheet_showsBothWays();
    void sheet_runsOnWithoutBorders();
    void sheet_joinsBrokenCharacters();
    void sheet_growsWhileItIsSeen();
    void sheet_showsTheMoment();
    void direction_isChosen();
    void find_crossesBorders();
    void click_selectsTheRow();
    void save_writesTheBytes();
    void tab_isRemembered();
};

void StreamsUiTest::empty_saysWhatToDo()
{
    WindowUnderTest window;
    const ui::StreamView& view = openStreams(window);
    QCOMPARE(view.lines().count(), 0U);
    QVERIFY(view.hasFocus());
    QCOMPARE(window.find<QListWidget>(u"conversationList"_s)->count(), 0);
}

void StreamsUiTest::sheet_showsBothWays()
{
    WindowUnderTest window;
    Talk talk(window);
    talk.post(calls::send("hello\n"), talk.first);
    talk.post(calls::send(std::string_view("a\0\x1b", 3)), talk.second);
    talk.post(calls::shutdown(SHUT_WR), talk.first);
    const ui::StreamView& view = openStreams(window);
    EVENTUALLY_COMPARE(linesOf(view),
        QStringList({u"→ send 6  hello\\n"_s, u"← send 3  a\\0\\x1b"_s,
            u"→  shutdown(): no more will be sent this way"_s}));
    window.click(u"streamHex"_s);
    QCOMPARE(linesOf(view).at(0), u"→ send 6  68 65 6c 6c 6f 0a  hello."_s);
}

void StreamsUiTest::sheet_runsOnWithoutBorders()
{
    WindowUnderTest window;
    Talk talk(window);
    for (const char* part : {"one ", "two ", "three\n", "four"}) {
        talk.post(calls::send(part), talk.first);
    }
    const ui::StreamView& view = openStreams(window);
    EVENTUALLY_COMPARE(view.lines().count(), 4U);
    window.click(u"streamBorders"_s);
    QCOMPARE(linesOf(view), QStringList({u"→  one two three\\n"_s, u"→  four"_s}));
    talk.post(calls::send("teen"), talk.first);
    EVENTUALLY_COMPARE(linesOf(view), QStringList({u"→  one two three\\n"_s, u"→  fourteen"_s}));
}

void StreamsUiTest::sheet_joinsBrokenCharacters()
{
    WindowUnderTest window;
    Talk talk(window);
    talk.post(calls::send("gr\xc3"), talk.first);
    talk.post(calls::send("\xbc\xc3\x9f"
                          "e\xff\xe2\x80\xae"),
        talk.first); // then no UTF-8, then U+202E
    const ui::StreamView& view = openStreams(window);
    EVENTUALLY_COMPARE(linesOf(view),
        QStringList({QString(u"→ send 3  grü"_s), QString(u"→ send 8  ße\\xff\\xe2\\x80\\xae"_s)}));
}

void StreamsUiTest::sheet_growsWhileItIsSeen()
{
    WindowUnderTest window;
    Talk talk(window);
    const ui::StreamView& view = openStreams(window);
    for (int i = 0; i < 100; ++i) {
        talk.post(calls::send("12345678"), talk.first);
        talk.post(calls::recv(100), talk.second);
    }
    EVENTUALLY_COMPARE(view.lines().count(), 100U);
    QVERIFY(view.scroll().follows());
    QVERIFY(!view.lineRect(99).isEmpty());
    window.key(Qt::Key_Home);
    QVERIFY(!view.scroll().follows());
    QVERIFY(!view.lineRect(0).isEmpty());
    window.key(Qt::Key_Space);
    QVERIFY(!view.lineRect(99).isEmpty());
}

void StreamsUiTest::sheet_showsTheMoment()
{
    WindowUnderTest window;
    Talk talk(window);
    talk.post(calls::send("one "), talk.first);
    talk.post(calls::send("two"), talk.first);
    talk.post(calls::recv(100), talk.second);
    const ui::StreamView& view = openStreams(window);
    const auto* list = window.find<QListWidget>(u"conversationList"_s);
    EVENTUALLY_COMPARE(view.lines().count(), 2U);
    window.click(u"timeBack"_s); // before the recv()
    window.click(u"timeBack"_s); // before the second send()
    QCOMPARE(linesOf(view), QStringList {u"→ send 4  one "_s});
    QVERIFY(list->item(0)->text().contains(u"4 B"_s));
    window.click(u"streamBorders"_s);
    QCOMPARE(linesOf(view), QStringList {u"→  one "_s});
    window.click(u"timeForth"_s);
    QCOMPARE(linesOf(view), QStringList {u"→  one two"_s});
    window.click(u"timeBack"_s);
    window.click(u"timeBack"_s);
    QCOMPARE(linesOf(view), QStringList {});
    window.click(u"timeBack"_s); // before the pair was made
    QCOMPARE(list->count(), 0);
    window.click(u"timeLive"_s);
    EVENTUALLY_COMPARE(linesOf(view), QStringList {u"→  one two"_s});
    QCOMPARE(list->count(), 1);
}

void StreamsUiTest::direction_isChosen()
{
    WindowUnderTest window;
    Talk talk(window);
    talk.post(calls::send("there"), talk.first);
    talk.post(calls::send("back"), talk.second);
    const ui::StreamView& view = openStreams(window);
    EVENTUALLY_COMPARE(view.lines().count(), 2U);
    window.click(u"streamBack"_s);
    QCOMPARE(linesOf(view), QStringList {u"← send 4  back"_s});
    window.click(u"streamBoth"_s);
    QCOMPARE(view.lines().count(), 2U);
}

void StreamsUiTest::find_crossesBorders()
{
    WindowUnderTest window;
    Talk talk(window);
    talk.post(calls::send("GET / HT"), talk.first);
    talk.post(calls::send("HT in between"), talk.second);
    talk.post(calls::send("TP and http"), talk.first);
    const ui::StreamView& view = openStreams(window);
    EVENTUALLY_COMPARE(view.lines().count(), 3U);
    window.key(Qt::Key_F, Qt::ControlModifier);
    window.type(u"http"_s);
    EVENTUALLY_COMPARE(window.textOf(u"streamHits"_s), u"2 found"_s);
    window.key(Qt::Key_Return);
    QCOMPARE(window.textOf(u"streamHits"_s), u"1 of 2"_s);
    QCOMPARE(view.finder().hits()[0].begin.segment, std::size_t {0});
    QCOMPARE(view.finder().hits()[0].last.segment, std::size_t {2});
    window.click(u"streamWantedCase"_s);
    EVENTUALLY_COMPARE(window.textOf(u"streamHits"_s), u"1 found"_s);
    window.click(u"streamWantedHex"_s);
    window.typeInto(u"streamWanted"_s, u"48 54"_s);
    EVENTUALLY_COMPARE(window.textOf(u"streamHits"_s), u"2 found"_s);
    window.key(Qt::Key_Escape);
    QVERIFY(!window.isSeen(u"streamWanted"_s));
    QVERIFY(view.hasFocus());
}

void StreamsUiTest::click_selectsTheRow()
{
    WindowUnderTest window;
    Talk talk(window);
    talk.post(calls::send("one"), talk.first);
    talk.post(calls::send("two"), talk.second);
    ui::StreamView& view = openStreams(window);
    EVENTUALLY_COMPARE(view.lines().count(), 2U);
    const model::Row row = view.trace().segments()[1].row;
    const QPoint place(view.gutterWidth() / 2, view.lineRect(1).center().y());
    QTest::mouseClick(view.viewport(), Qt::LeftButton, {}, place);
    QTest::mouseDClick(view.viewport(), Qt::LeftButton, {}, place);
    QVERIFY(window.isSeen(u"logView"_s));
    QCOMPARE(window.log().currentRow(), std::optional(row));
}

void StreamsUiTest::save_writesTheBytes()
{
    WindowUnderTest window;
    Talk talk(window);
    talk.post(calls::send("one "), talk.first);
    talk.post(calls::send("two"), talk.first);
    openStreams(window);
    auto* page = window.find<ui::StreamPage>(u"streamPage"_s);
    EVENTUALLY_COMPARE(page->view().lines().count(), 2U);
    const support::TemporaryFolder folder;
    const QString path = QString::fromStdString(folder.file("bytes"));
    QCOMPARE(page->save(path, model::ByteForm::Text, true), QString());
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), QByteArray("one two"));
    struct stat about { };
    QCOMPARE(::stat(QFile::encodeName(path).constData(), &about), 0);
    QCOMPARE(about.st_mode & 0777U, 0600U);
    QVERIFY(page->save(u"/dev/null"_s, model::ByteForm::Dump, false).contains(u"regular"_s));
}

void StreamsUiTest::tab_isRemembered()
{
    ui::Preferences preferences;
    preferences.lowerTab = 2;
    WindowUnderTest window(preferences);
    QVERIFY(window.isSeen(u"streamView"_s));
    window.key(Qt::Key_1, Qt::AltModifier);
    QVERIFY(window.isSeen(u"logView"_s));
    QVERIFY(!window.isSeen(u"streamView"_s));
}

QTEST_MAIN(StreamsUiTest)
#include "streams_test.moc"
