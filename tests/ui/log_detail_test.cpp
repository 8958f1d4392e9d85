// The detail of a row, marks and comments, and the ways from row to row: in the panel, by keys and clicks, on
// real calls.

#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QTest>

#include "tests/support/temporary_folder.h"
#include "ui/log/detail/byte_sheet.h"
#include "ui/log/detail/detail_words.h"
#include "ui/log/detail/log_detail.h"
#include "ui/log/log_panel.h"
#include "ui/log/log_view.h"

using namespace ui;
using namespace netcore;
using namespace Qt::StringLiterals;
using model::Row;

namespace {

// A pair of connected sockets, and the panel over their log.
struct Bench {
    Bench()
    {
        panel = std::make_unique<LogPanel>(workbench);
        panel->resize(1200, 500);
        panel->show();
        panel->view().setFocus();
        QVERIFY(QTest::qWaitForWindowExposed(panel.get()));
    }
    ~Bench() { session.finish(); }

    Row make(Call call, SocketId socket)
    {
        const auto posted = session.post(std::move(call), socket);
        std::optional<Row> row;
        const bool came = QTest::qWaitFor([&] {
            session.drain();
            for (Row at = session.store().size(); at-- > 0 && !row;) {
                const Event event = session.store().event(at);
                if (event.kind == EventKind::Call && event.ticket == posted.value()) {
                    row = at;
                }
            }
            return row.has_value();
        });
        return came ? *row : 0;
    }
    void makePair()
    {
        const Row row = make(calls::socketpair(AF_UNIX, SOCK_STREAM), kNoSocket);
        one = session.store().event(row).opened;
        two = SocketId {number(one) + 1};
        QVERIFY(session.graph().find(two) != nullptr);
        // The two ends are told from what the kernel says of them.
        QVERIFY(QTest::qWaitFor([&] {
            session.drain();
            return session.graph().find(one)->peer == two;
        }));
    }
    void choose(Row row) { panel->view().goTo(row); }
    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = {})
    {
        QTest::keyClick(&panel->view(), key, modifiers);
    }
    template<typename Widget> Widget* find(const char* name) const
    {
        return panel->findChild<Widget*>(QLatin1String(name));
    }
    QString text(const char* name) const { return find<QLabel>(name)->text(); }

    model::Session session;
    Workbench workbench {session};
    std::unique_ptr<LogPanel> panel;
    SocketId one;
    SocketId two;
};

}

class LogDetailTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void words_argumentsOf_data();
    void words_argumentsOf();
    void detail_opensAndCloses();
    void detail_tellsTheCall();
    void detail_tellsWhyItFailed();
    void detail_explainsByWhatWasThen();
    void detail_linksBothEnds();
    void detail_tellsWhatNobodyHasReceived();
    void bytes_allOfThem();
    void marks_byKeys();
    void comments_byKeys();
    void walk_bySocketAndConversation();
};

void LogDetailTest::words_argumentsOf_data()
{
    QTest::addColumn<QString>("call");
    QTest::addColumn<QStringList>("arguments");
    QTest::newRow("plain") << u"listen(7, 2) = 0 <0.1>"_s << QStringList {u"7"_s, u"2"_s};
    QTest::newRow("none") << u"f()"_s << QStringList {};
    QTest::newRow("quoted") << u"send(8, \"a, b) \\\" \", 9, 0) = 9"_s
                            << QStringList {u"8"_s, u"\"a, b) \\\" \""_s, u"9"_s, u"0"_s};
    QTest::newRow("structure") << u"bind(7, {sa_family=AF_INET, sin_port=htons(80)}, 16)"_s
                               << QStringList {u"7"_s, u"{sa_family=AF_INET, sin_port=htons(80)}"_s, u"16"_s};
    QTest::newRow("unfinished") << u"recv(8, <unfinished ...>"_s << QStringList {u"8"_s};
    QTest::newRow("no call") << u"a note"_s << QStringList {};
}

void LogDetailTest::words_argumentsOf()
{
    QFETCH(QString, call);
    QFETCH(QStringList, arguments);
    QCOMPARE(words::argumentsOf(call), arguments);
}

void LogDetailTest::detail_opensAndCloses()
{
    Bench bench;
    bench.choose(bench.make(calls::socket(AF_INET, SOCK_STREAM), kNoSocket));
    QVERIFY(!bench.panel->showsDetail());
    bench.key(Qt::Key_Return);
    auto* detail = bench.find<LogDetail>("logDetail");
    QVERIFY(detail != nullptr && detail->isVisible());
    bench.key(Qt::Key_Escape);
    QVERIFY(!detail->isVisible());
    bench.key(Qt::Key_F4);
    QVERIFY(detail->isVisible());
    bench.key(Qt::Key_F4);
    QVERIFY(!detail->isVisible());
    const QRect row = bench.panel->view().rowRect(bench.panel->view().currentIndex());
    QTest::mouseDClick(bench.panel->view().viewport(), Qt::LeftButton, {}, row.center());
    QVERIFY(detail->isVisible());
    QTest::mouseClick(bench.find<QAbstractButton>("detailClose"), Qt::LeftButton);
    QVERIFY(!detail->isVisible());
}

void LogDetailTest::detail_tellsTheCall()
{
    Bench bench;
    bench.makePair();
    bench.choose(bench.make(calls::send("hello"), bench.one));
    bench.key(Qt::Key_F4);
    QVERIFY(bench.text("detailCall").startsWith(u"send("_s));
    QVERIFY(bench.text("detailCall").contains(u"\"hello\""_s));
    QVERIFY(bench.text("detailSignature").startsWith(u"ssize_t send(int"_s));
    QStringList names;
    QStringList values;
    for (const QLabel* label : bench.panel->findChildren<QLabel*>(u"argumentName"_s)) {
        names += label->isVisible() ? QStringList {label->text()} : QStringList();
    }
    for (const QLabel* label : bench.panel->findChildren<QLabel*>(u"argumentValue"_s)) {
        values += label->isVisible() ? QStringList {label->text()} : QStringList();
    }
    QCOMPARE(names, (QStringList {u"sockfd"_s, u"buf"_s, u"len"_s, u"flags"_s}));
    QCOMPARE(values.mid(1), (QStringList {u"\"hello\""_s, u"5"_s, u"MSG_NOSIGNAL"_s}));
    QVERIFY(bench.find<ByteSheet>("byteSheet")->isVisible());
    QVERIFY(bench.find<ByteSheet>("byteSheet")->lineText(0).contains(u"68 65 6c 6c 6f"_s));
}

void LogDetailTest::detail_tellsWhyItFailed()
{
    Bench bench;
    const Row made = bench.make(calls::socket(AF_INET, SOCK_STREAM), kNoSocket);
    const SocketId socket = bench.session.store().event(made).opened;
    bench.choose(bench.make(calls::send("x"), socket));
    bench.key(Qt::Key_F4);
    QVERIFY(bench.text("detailCall").contains(u"-1 EPIPE"_s)
        || bench.text("detailCall").contains(u"-1 ENOTCONN"_s));
    QVERIFY(!bench.text("detailWhat").isEmpty());
    QVERIFY(bench.find<QLabel>("detailWhat")->isVisible());
}

// What has happened since is no reason for what happened then.
void LogDetailTest::detail_explainsByWhatWasThen()
{
    Bench bench;
    bench.makePair();
    const Row send = bench.make(calls::send("hello"), bench.one);
    bench.make(calls::recv(5), bench.two);
    bench.make(calls::close(), bench.two);
    bench.make(calls::close(), bench.one);
    bench.choose(send);
    bench.key(Qt::Key_F4);
    QVERIFY(bench.text("detailCall").contains(u"= 5"_s));
    QVERIFY2(bench.text("detailWhat").isEmpty(), qPrintable(bench.text("detailWhat")));
}

void LogDetailTest::detail_linksBothEnds()
{
    Bench bench;
    bench.makePair();
    const Row send = bench.make(calls::send("hello"), bench.one);
    const Row taken = bench.make(calls::recv(3), bench.two);
    bench.choose(send);
    bench.key(Qt::Key_F4);
    auto* link = bench.find<QPushButton>("detailLink0");
    QVERIFY(link->isVisible());
    QVERIFY(link->text().contains(u"3 B received by recv()"_s));
    QCOMPARE(bench.text("detailOther"), u"2 B of it nobody has received yet."_s);
    // What comes later is found too.
    const Row rest = bench.make(calls::recv(30), bench.two);
    QTRY_VERIFY(bench.find<QPushButton>("detailLink1")->isVisible());
    QTest::mouseClick(bench.find<QPushButton>("detailLink1"), Qt::LeftButton);
    QCOMPARE(bench.panel->view().currentRow().value_or(0), rest);
    QTRY_VERIFY(link->text().contains(u"2 B sent by send()"_s));
    QTest::mouseClick(link, Qt::LeftButton);
    QCOMPARE(bench.panel->view().currentRow().value_or(0), send);
    QVERIFY(taken < rest);
}

void LogDetailTest::detail_tellsWhatNobodyHasReceived()
{
    Bench bench;
    bench.makePair();
    bench.choose(bench.make(calls::send("hello"), bench.two));
    bench.key(Qt::Key_F4);
    QCOMPARE(bench.text("detailOther"), u"5 B of it nobody has received yet."_s);
    QVERIFY(!bench.find<QPushButton>("detailLink0")->isVisible());
}

void LogDetailTest::bytes_allOfThem()
{
    const std::vector<std::byte> bytes(1'000'000, std::byte {'a'});
    ByteSheet sheet;
    sheet.resize(900, 200);
    sheet.show(bytes);
    sheet.QWidget::show();
    QVERIFY(QTest::qWaitForWindowExposed(&sheet));
    QCOMPARE(sheet.perLine(), 16);
    QCOMPARE_GE(sheet.verticalScrollBar()->maximum(), 62'000);
    sheet.verticalScrollBar()->setValue(sheet.verticalScrollBar()->maximum());
    sheet.viewport()->repaint();
    QVERIFY(sheet.lineText(62'499).startsWith(u"0f4230"_s));
    sheet.resize(330, 200);
    QCOMPARE(sheet.perLine(), 8);
}

void LogDetailTest::marks_byKeys()
{
    Bench bench;
    std::vector<Row> rows;
    for (int i = 0; i < 5; ++i) {
        rows.push_back(bench.make(calls::socket(AF_INET, SOCK_STREAM), kNoSocket));
    }
    const model::Annotations& notes = bench.workbench.annotations();
    bench.choose(rows[1]);
    bench.key(Qt::Key_M, Qt::ControlModifier);
    bench.choose(rows[3]);
    bench.key(Qt::Key_M, Qt::ControlModifier);
    QVERIFY(notes.isMarked(rows[1]) && notes.isMarked(rows[3]));
    QVERIFY(!bench.panel->view().bar().lane(BarLane::Marks).empty());
    bench.choose(rows[0]);
    bench.key(Qt::Key_F2);
    QCOMPARE(bench.panel->view().currentRow().value_or(0), rows[1]);
    bench.key(Qt::Key_F2);
    bench.key(Qt::Key_F2); // there is none behind it
    QCOMPARE(bench.panel->view().currentRow().value_or(0), rows[3]);
    bench.key(Qt::Key_F2, Qt::ShiftModifier);
    QCOMPARE(bench.panel->view().currentRow().value_or(0), rows[1]);
    bench.key(Qt::Key_M, Qt::ControlModifier);
    QVERIFY(!notes.isMarked(rows[1]));
}

void LogDetailTest::comments_byKeys()
{
    Bench bench;
    const Row row = bench.make(calls::socket(AF_INET, SOCK_STREAM), kNoSocket);
    bench.choose(row);
    bench.key(Qt::Key_M, Qt::ControlModifier | Qt::ShiftModifier);
    auto* comment = bench.find<QPlainTextEdit>("commentEdit");
    QVERIFY(comment->hasFocus());
    QTest::keyClicks(comment, u"why <b>this"_s);
    QTest::keyClick(comment, Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(bench.workbench.annotations().comment(row), u"why <b>this"_s);
    QVERIFY(bench.panel->view().hasFocus());
    bench.key(Qt::Key_M, Qt::ControlModifier | Qt::ShiftModifier);
    QTest::keyClicks(comment, u" no"_s);
    QTest::keyClick(comment, Qt::Key_Escape);
    QCOMPARE(bench.workbench.annotations().comment(row), u"why <b>this"_s);
    // The session keeps it.
    const auto& records = bench.session.records();
    QVERIFY(std::ranges::any_of(
        records, [](const model::Record& record) { return record.kind == model::RecordKind::Annotation; }));
}

void LogDetailTest::walk_bySocketAndConversation()
{
    Bench bench;
    bench.makePair();
    const Row first = bench.make(calls::send("a"), bench.one);
    const Row taken = bench.make(calls::recv(9), bench.two);
    bench.make(calls::socket(AF_INET, SOCK_STREAM), kNoSocket);
    const Row second = bench.make(calls::send("b"), bench.one);
    const auto current = [&] { return bench.panel->view().currentRow().value_or(0); };
    bench.choose(first);
    bench.key(Qt::Key_Down, Qt::ControlModifier);
    QCOMPARE(current(), second);
    bench.key(Qt::Key_Up, Qt::ControlModifier);
    QCOMPARE(current(), first);
    bench.key(Qt::Key_Down, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(current(), taken);
    bench.key(Qt::Key_Down, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(current(), second);
    bench.key(Qt::Key_Down, Qt::ControlModifier); // it was the last one
    QCOMPARE(current(), second);
    QCOMPARE(bench.panel->view().selection().ranges().size(), 1U);
}

QTEST_MAIN(LogDetailTest)
#include "log_detail_test.moc"
