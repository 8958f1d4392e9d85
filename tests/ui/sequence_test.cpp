// The tab of the sequence, by mouse and keys, on real sockets.

#include <QAccessible>
#include <QFile>
#include <QImage>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTabBar>
#include <QWheelEvent>
#include <sys/stat.h>

#include "tests/ui/support/window_under_test.h"
#include "ui/log/filter/filter_bar.h"
#include "ui/log/log_view.h"
#include "ui/sequence/sequence_page.h"

using namespace netcore;
using namespace Qt::StringLiterals;
using uitest::WindowUnderTest;

namespace {

struct Talk {
    explicit Talk(WindowUnderTest& shown) : window(shown)
    {
        post(calls::socketpair(AF_UNIX, SOCK_STREAM), kNoSocket);
        second = window.newest();
        first = window.node(second).peer;
    }

    void post(const Call& call, SocketId socket) // and waits until it has returned
    {
        const auto ticket = window.session().post(call, socket);
        QVERIFY(ticket.ok());
        const auto& store = window.session().store();
        const auto hasReturned = [&] {
            for (model::Row row = store.size(); row-- > 0;) {
                if (store.kind(row) == EventKind::Call && store.event(row).ticket == ticket.value()) {
                    last = row;
                    return true;
                }
            }
            return false;
        };
        EVENTUALLY(hasReturned());
    }
    // hello, and its recv.
    void greet()
    {
        post(calls::send("hello"), first);
        sent = last;
        post(calls::recv(100, 0), second);
        received = last;
    }

    WindowUnderTest& window;
    SocketId first = kNoSocket;
    SocketId second = kNoSocket;
    model::Row last = 0;
    model::Row sent = 0;
    model::Row received = 0;
};

ui::SequenceView& openSequence(WindowUnderTest& window)
{
    window.key(Qt::Key_2, Qt::AltModifier);
    return *window.find<ui::SequenceView>(u"sequenceView"_s);
}

QStringList textsOf(ui::SequenceView& view)
{
    QStringList texts;
    for (const model::PictureText& text : view.picture().texts) {
        texts += text.text;
    }
    return texts;
}

void clickRow(ui::SequenceView& view, model::Row row)
{
    QTest::mouseClick(view.viewport(), Qt::LeftButton, {}, view.rowRect(view.rows().indexOf(row)).center());
}

ui::SequencePage& pageOf(WindowUnderTest& window)
{
    return *window.find<ui::SequencePage>(u"sequencePage"_s);
}

}

class SequenceUiTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void calls_areDrawnAsTheyHappen();
    void click_selectsInTheLog();
    void log_selectsHere();
    void title_selectsTheSocket();
    void keys_walk();
    void sleep_isDrawnWhileItLasts();
    void zoom_byWheelAndKeys();
    void find_goesToTheCall();
    void find_onAPageThatHasNoFocus();
    void filter_leavesCalls();
    void actors_haveLines();
    void moment_isTheEnd();
    void accessible_listOfCalls();
    void picture_isWritten();
};

void SequenceUiTest::calls_areDrawnAsTheyHappen()
{
    WindowUnderTest window;
    ui::SequenceView& view = openSequence(window);
    QVERIFY(view.hasFocus());
    QCOMPARE(view.shownRows(), 0U);
    Talk talk(window);
    talk.greet();
    EVENTUALLY(textsOf(view).contains(u"send \"hello\" · 5 B"_s));
    QCOMPARE(view.picture().lanes.size(), 2U);
    QCOMPARE(view.scene().passages.size(), 1U);
    QCOMPARE(view.scene().passages.front().sent, std::optional(talk.sent));
    QCOMPARE(view.scene().passages.front().received, std::optional(talk.received));
}

void SequenceUiTest::click_selectsInTheLog()
{
    WindowUnderTest window;
    Talk talk(window);
    talk.greet();
    ui::SequenceView& view = openSequence(window);
    EVENTUALLY(!view.rowRect(view.rows().indexOf(talk.sent)).isEmpty());
    clickRow(view, talk.sent);
    QCOMPARE(window.log().currentRow(), std::optional(talk.sent));
    QCOMPARE(view.currentRow(), std::optional(talk.sent));
    QTest::mouseDClick(
        view.viewport(), Qt::LeftButton, {}, view.rowRect(view.rows().indexOf(talk.received)).center());
    EVENTUALLY(window.isSeen(u"logView"_s));
    QCOMPARE(window.log().currentRow(), std::optional(talk.received));
}

void SequenceUiTest::log_selectsHere()
{
    WindowUnderTest window;
    Talk talk(window);
    talk.greet();
    ui::SequenceView& view = openSequence(window);
    window.key(Qt::Key_1, Qt::AltModifier);
    window.log().goTo(talk.sent);
    QCOMPARE(view.currentRow(), std::optional(talk.sent));
}

void SequenceUiTest::title_selectsTheSocket()
{
    WindowUnderTest window;
    Talk talk(window);
    ui::SequenceView& view = openSequence(window);
    EVENTUALLY_COMPARE(view.picture().lanes.size(), 2U);
    for (std::size_t lane = 0; lane < 2; ++lane) {
        QTest::mouseClick(view.viewport(), Qt::LeftButton, {}, view.laneRect(lane).center());
        const int fd = window.node(view.picture().lanes[lane].key.socket).fd;
        QCOMPARE(view.picture().lanes[lane].title, u"fd %1 pair"_s.arg(fd));
        EVENTUALLY(window.textOf(u"inspectorTitle"_s).contains(QString::number(fd))
            || !window.isSeen(u"inspectorTitle"_s));
    }
}

void SequenceUiTest::keys_walk()
{
    WindowUnderTest window;
    Talk talk(window);
    talk.greet();
    talk.post(calls::send("again"), talk.first);
    ui::SequenceView& view = openSequence(window);
    window.key(Qt::Key_Home);
    QCOMPARE(view.currentRow(), std::optional<model::Row>(view.rows().at(0)));
    window.key(Qt::Key_Down);
    QCOMPARE(view.currentRow(), std::optional<model::Row>(view.rows().at(1)));
    clickRow(view, talk.sent);
    window.key(Qt::Key_Down, Qt::ControlModifier); // on the same life line
    QCOMPARE(view.currentRow(), std::optional(talk.last));
    window.key(Qt::Key_Up, Qt::ControlModifier);
    QCOMPARE(view.currentRow(), std::optional(talk.sent));
    const auto lane = [&](SocketId socket) { return *view.scene().lanes.find({socket, kNoActor, 0}); };
    window.key(lane(talk.second) > lane(talk.first) ? Qt::Key_Right : Qt::Key_Left);
    QCOMPARE(view.currentRow(), std::optional(talk.received));
    window.key(Qt::Key_Space);
    const bool follows = view.scroll().follows();
    window.key(Qt::Key_Space);
    QVERIFY(view.scroll().follows() != follows);
}

void SequenceUiTest::sleep_isDrawnWhileItLasts()
{
    WindowUnderTest window;
    Talk talk(window);
    ui::SequenceView& view = openSequence(window);
    QVERIFY(window.session().post(calls::recv(100, 0), talk.second).ok());
    EVENTUALLY_COMPARE(view.scene().sleeps.size(), 1U);
    QVERIFY(!view.scene().sleeps.front().returned);
    QVERIFY(textsOf(view).join(u'\n').contains(u"recv blocked"_s));
    talk.post(calls::send("wake"), talk.first);
    EVENTUALLY(view.scene().sleeps.size() == 1 && view.scene().sleeps.front().returned);
    EVENTUALLY(textsOf(view).join(u'\n').contains(u"recv blocks"_s));
}

void SequenceUiTest::zoom_byWheelAndKeys()
{
    WindowUnderTest window;
    Talk talk(window);
    talk.greet();
    ui::SequenceView& view = openSequence(window);
    const std::uint64_t page = view.scroll().page();
    const QPointF place = view.viewport()->rect().center();
    QWheelEvent turn(place, view.viewport()->mapToGlobal(place), {}, {0, 240}, Qt::NoButton,
        Qt::ControlModifier, Qt::NoScrollPhase, false);
    QApplication::sendEvent(view.viewport(), &turn);
    QVERIFY(view.scroll().page() < page);
    window.key(Qt::Key_0);
    QCOMPARE(view.scroll().page(), page);
    window.key(Qt::Key_Minus);
    QVERIFY(view.scroll().page() > page);
    window.click(u"sequenceZoomIn"_s);
    QCOMPARE(view.scroll().page(), page);
    for (int i = 0; i < 20; ++i) {
        window.key(Qt::Key_Minus); // lines where no text has room
    }
    QVERIFY(!view.viewport()->grab().isNull());
}

void SequenceUiTest::find_goesToTheCall()
{
    WindowUnderTest window;
    Talk talk(window);
    talk.post(calls::send("needle one"), talk.first);
    const model::Row one = talk.last;
    talk.greet();
    talk.post(calls::send("needle two"), talk.first);
    ui::SequenceView& view = openSequence(window);
    window.key(Qt::Key_F, Qt::ControlModifier);
    EVENTUALLY(window.isSeen(u"sequenceWanted"_s));
    window.type(u"needle"_s);
    EVENTUALLY_COMPARE(window.textOf(u"sequenceHits"_s), u"1 of 3"_s); // recv() had some of it too
    QCOMPARE(view.currentRow(), std::optional(one));
    window.key(Qt::Key_F3);
    EVENTUALLY_COMPARE(view.currentRow(), std::optional(talk.received));
    window.key(Qt::Key_F3);
    EVENTUALLY_COMPARE(view.currentRow(), std::optional(talk.last));
    QCOMPARE(window.textOf(u"sequenceHits"_s), u"3 of 3"_s);
    QCOMPARE(window.log().currentRow(), std::optional(talk.last));
    window.key(Qt::Key_Escape);
    EVENTUALLY(!window.isSeen(u"sequenceWanted"_s));
    QVERIFY(view.hasFocus());
}

// A click on the tab leaves the focus where it was: in the log, on the board.
void SequenceUiTest::find_onAPageThatHasNoFocus()
{
    WindowUnderTest window;
    Talk talk(window);
    talk.greet();
    window.log().setFocus();
    auto& tabs = *window.find<QTabBar>(u"lowerTabs"_s);
    QTest::mouseClick(&tabs, Qt::LeftButton, {}, tabs.tabRect(1).center());
    window.key(Qt::Key_F, Qt::ControlModifier);
    window.type(u"send"_s); // at once: no turn of the event loop in between
    QCOMPARE(window.textOf(u"sequenceWanted"_s), u"send"_s);
    EVENTUALLY(window.textOf(u"sequenceHits"_s).contains(u" of "_s));
    QVERIFY(pageOf(window).isVisible());
}

void SequenceUiTest::filter_leavesCalls()
{
    WindowUnderTest window;
    Talk talk(window);
    talk.greet();
    window.key(Qt::Key_L, Qt::ControlModifier);
    window.type(u"call == send"_s);
    window.key(Qt::Key_Return);
    EVENTUALLY_COMPARE(window.log().source().rows->size(), 1U);
    ui::SequenceView& view = openSequence(window);
    EVENTUALLY(view.shownRows() > 1);
    window.click(u"sequenceFiltered"_s);
    EVENTUALLY_COMPARE(view.shownRows(), 1U);
    talk.post(calls::send("more"), talk.first);
    EVENTUALLY_COMPARE(view.shownRows(), 2U);
    window.click(u"sequenceFiltered"_s);
    EVENTUALLY(view.shownRows() > 2);
}

void SequenceUiTest::actors_haveLines()
{
    WindowUnderTest window;
    const ActorId server = window.session().addActor(u"server"_s);
    QVERIFY(window.session().post(calls::socket(AF_UNIX, SOCK_STREAM), kNoSocket, server).ok());
    ui::SequenceView& view = openSequence(window);
    EVENTUALLY_COMPARE(view.picture().lanes.size(), 1U);
    QVERIFY(view.picture().lanes.front().title.endsWith(u"socket"_s));
    window.click(u"sequenceByActor"_s);
    EVENTUALLY_COMPARE(view.picture().lanes.front().title, u"server"_s);
}

void SequenceUiTest::moment_isTheEnd()
{
    WindowUnderTest window;
    Talk talk(window);
    talk.greet();
    ui::SequenceView& view = openSequence(window);
    EVENTUALLY(textsOf(view).join(u'\n').contains(u"recv \"hello\" = 5"_s));
    window.find<QWidget>(u"timeStrip"_s)->setFocus();
    window.key(Qt::Key_Home);
    EVENTUALLY_COMPARE(view.shownRows(), 0U);
    window.key(Qt::Key_End);
    EVENTUALLY(textsOf(view).join(u'\n').contains(u"recv \"hello\" = 5"_s));
}

void SequenceUiTest::accessible_listOfCalls()
{
    WindowUnderTest window;
    Talk talk(window);
    talk.greet();
    ui::SequenceView& view = openSequence(window);
    QAccessibleInterface* list = QAccessible::queryAccessibleInterface(&view);
    QCOMPARE(list->role(), QAccessible::List);
    EVENTUALLY_COMPARE(list->childCount(), static_cast<int>(view.shownRows()));
    const int index = static_cast<int>(view.rows().indexOf(talk.sent));
    QAccessibleInterface* item = list->child(index);
    QCOMPARE(item->role(), QAccessible::ListItem);
    QVERIFY(item->text(QAccessible::Name).contains(u"send("_s));
    QVERIFY(!item->rect().isEmpty());
    clickRow(view, talk.sent);
    QVERIFY(item->state().selected);
}

void SequenceUiTest::picture_isWritten()
{
    const support::TemporaryFolder folder;
    WindowUnderTest window;
    Talk talk(window);
    talk.greet();
    openSequence(window);
    ui::SequencePage& page = pageOf(window);
    const auto path = [&](const char* name) {
        return QString::fromStdString(folder.path()) + u'/' + QLatin1String(name);
    };
    const auto begin = [&](const QString& file) {
        QFile opened(file);
        return opened.open(QIODevice::ReadOnly) ? opened.read(5) : QByteArray();
    };
    using Part = ui::SequencePage::Part;
    const auto problemOf = [&](const QString& file, ui::PictureForm form, Part part) {
        QSignalSpy saved(&page, &ui::SequencePage::saved);
        page.save(file, form, part);
        return saved.wait(uitest::kLong) ? saved.front().front().toString() : u"nothing was told"_s;
    };
    QCOMPARE(problemOf(path("a.svg"), ui::PictureForm::Svg, Part::Seen), QString());
    QCOMPARE(problemOf(path("a.png"), ui::PictureForm::Png, Part::All), QString());
    QCOMPARE(problemOf(path("a.pdf"), ui::PictureForm::Pdf, Part::All), QString());
    QCOMPARE(begin(path("a.svg")), "<?xml");
    QCOMPARE(begin(path("a.pdf")), "%PDF-");
    const QImage image(path("a.png"));
    QVERIFY(image.width() > 1'900); // twice the size
    QCOMPARE(image.pixelColor(1, 1), QColor(Qt::white));
    bool drawn = false;
    for (int x = 0; x < image.width() && !drawn; ++x) {
        for (int y = 0; y < image.height() && !drawn; ++y) {
            drawn = image.pixelColor(x, y) != QColor(Qt::white);
        }
    }
    QVERIFY(drawn);
    struct stat found { };
    QCOMPARE(::stat(QFile::encodeName(path("a.svg")).constData(), &found), 0);
    QCOMPARE(found.st_mode & 0777U, 0600U);
    QCOMPARE(::mkfifo(QFile::encodeName(path("fifo")).constData(), 0600), 0);
    QVERIFY(problemOf(path("fifo"), ui::PictureForm::Svg, Part::Seen).contains(u"not a regular file"_s));
}

QTEST_MAIN(SequenceUiTest)
#include "sequence_test.moc"
