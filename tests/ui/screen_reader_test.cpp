// The real program as a screen reader finds it: over the accessibility bus, on a display of its own. Nothing
// here knows of widgets.

#include <QProcess>
#include <QRegularExpression>
#include <QTest>

#include "tests/ui/reader/desktop.h"
#include "tests/ui/reader/reader.h"

using namespace Qt::StringLiterals;
using uitest::Desktop;
using uitest::Reader;
using uitest::Thing;
using uitest::ThingState;

namespace {

constexpr int kLong = 30'000; // ms
constexpr quint32 kDown = 0xff54; // keysymdef.h
constexpr quint32 kHome = 0xff50;
constexpr quint32 kEscape = 0xff1b;

}

class ScreenReaderTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void window_isReadable();
    void card_isReadAndCalled();
    void keys_moveTheFocus();
    void sequence_isRead();
    void time_isASlider();
    void message_isAnAlert();
    void popups_areFound();

private:
    void checkReadable(const Thing& root);
    std::optional<Thing> boundSocket(); // makes one; its card
    std::optional<Thing> hearFocus(const QString& role); // on something of that role, from now on
    bool eventually(const std::function<bool()>& isSo) { return QTest::qWaitFor(isSo, kLong); }

    std::unique_ptr<Desktop> m_desktop;
    std::unique_ptr<Reader> m_reader;
    std::unique_ptr<QProcess> m_program;
    Thing m_application;
    Thing m_window;
};

void ScreenReaderTest::initTestCase()
{
    m_desktop = std::make_unique<Desktop>();
    if (!m_desktop->problem().isEmpty()) {
        QSKIP(qPrintable(m_desktop->problem()));
    }
    m_reader = std::make_unique<Reader>(m_desktop->accessibility());
}

void ScreenReaderTest::init()
{
    m_program = std::make_unique<QProcess>();
    m_program->setProcessEnvironment(m_desktop->environment());
    m_program->setProcessChannelMode(QProcess::ForwardedChannels);
    m_program->start(QStringLiteral(SOCKSCOPE_PROGRAM), QStringList());
    QVERIFY2(m_program->waitForStarted(), qPrintable(m_program->errorString()));
    const auto program = m_reader->program(u"sockscope"_s);
    QVERIFY2(program, "The program does not appear on the accessibility bus.");
    m_application = *program;
    const auto window = m_reader->find(*program, u"frame"_s, u"Sockscope"_s);
    QVERIFY(window);
    m_window = *window;
    QVERIFY(eventually([&] { return m_reader->is(m_window, ThingState::Active); }));
    m_reader->forget();
}

void ScreenReaderTest::cleanup()
{
    m_program->terminate();
    QVERIFY(m_program->waitForFinished(kLong));
}

// By buttons, as a reader's user would: New socket, Create and bind.
std::optional<Thing> ScreenReaderTest::boundSocket()
{
    const auto board = m_reader->find(m_window, u"list"_s, u"Board of sockets"_s);
    m_reader->forget();
    if (!board || !m_reader->press(m_window, u"push button"_s, u"New socket"_s)) {
        return std::nullopt;
    }
    const auto cell = hearFocus(u"check box"_s); // the popup has the focus, and nobody else leads there
    if (!cell || m_reader->name(*cell) != u"IPv4 stream"_s
        || !m_reader->press(m_reader->top(*cell), u"push button"_s, u"Create, bind"_s)) {
        return std::nullopt;
    }
    const bool tells
        = m_reader
              ->hear(u"ChildrenChanged"_s, u"add"_s, [&](const Thing& changed) { return changed == *board; })
              .has_value();
    return tells ? m_reader->find(*board, u"list item"_s, u"IPv4 stream, bound"_s) : std::nullopt;
}

std::optional<Thing> ScreenReaderTest::hearFocus(const QString& role)
{
    return m_reader->hear(u"StateChanged"_s, u"focused"_s,
        [&](const Thing& focused) { return m_reader->role(focused) == role; });
}

// Whatever can have the focus has a name and a role, and nothing is read out with its markup.
void ScreenReaderTest::checkReadable(const Thing& root)
{
    QStringList wrong;
    for (const Thing& one : m_reader->showing(root)) {
        const QString name = m_reader->name(one);
        const QString role = m_reader->role(one);
        const QString text = role + u" “"_s + name + u"”: "_s + m_reader->description(one);
        const bool focusable = m_reader->is(one, ThingState::Focusable);
        if (text.contains(u"<span"_s)) {
            wrong += u"markup: "_s + text;
        }
        if (focusable && name.isEmpty()) {
            wrong += u"no name: "_s + text;
        }
        if (focusable && role == u"filler"_s) {
            wrong += u"no role: "_s + text;
        }
        if (role == u"push button"_s && name.contains(QRegularExpression(u"[▾▶◀⇄●]"_s))) {
            wrong += u"a sign that is read out: "_s + text;
        }
    }
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u'\n')));
}

void ScreenReaderTest::window_isReadable()
{
    QVERIFY(m_reader->press(m_window, u"page tab"_s, u"Message log"_s));
    QVERIFY(m_reader->find(m_window, u"list"_s, u"Message log"_s));
    checkReadable(m_window);
    QVERIFY(boundSocket()); // the inspector has something to show
    QVERIFY(m_reader->find(m_window, u"push button"_s, u"listen: "_s));
    checkReadable(m_window);
    QVERIFY(m_reader->find(m_window, u"graphic"_s, u"State CLOSE"_s));
    for (const QString& tab : {u"Kernel"_s, u"Options"_s, u"Data"_s, u"Streams"_s, u"Throughput"_s}) {
        QVERIFY2(m_reader->press(m_window, u"page tab"_s, tab), qPrintable(tab));
        checkReadable(m_window);
    }
}

void ScreenReaderTest::card_isReadAndCalled()
{
    const auto card = boundSocket();
    QVERIFY(card);
    QVERIFY(m_reader->name(*card).startsWith(u"fd "_s));
    QVERIFY(m_reader->name(*card).contains(u"127.0.0.1:"_s));
    QVERIFY(m_reader->is(*card, ThingState::Focusable));
    QVERIFY(eventually([&] { return m_reader->is(*card, ThingState::Selected); }));
    QVERIFY(eventually([&] { return m_reader->actions(*card).contains(u"listen"_s); }));

    m_reader->forget();
    QVERIFY(m_reader->act(*card, u"listen"_s)); // a real system call
    const auto isCard = [&](const Thing& changed) { return changed == *card; };
    QVERIFY(m_reader->hear(u"PropertyChange"_s, u"accessible-name"_s, isCard));
    QVERIFY(eventually([&] { return m_reader->name(*card).contains(u"listening on 127.0.0.1:"_s); }));
    QVERIFY(eventually([&] { return m_reader->description(*card).contains(u"accept queue 0 / 6"_s); }));
    QVERIFY(!m_reader->actions(*card).contains(u"listen"_s));
    QVERIFY(m_reader->actions(*card).contains(u"close"_s));

    m_reader->forget();
    QVERIFY(m_reader->act(*card, u"close"_s));
    QVERIFY(m_reader->hear(u"PropertyChange"_s, u"accessible-name"_s, isCard));
    QVERIFY(eventually([&] { return m_reader->name(*card).contains(u"closed"_s); }));
}

void ScreenReaderTest::keys_moveTheFocus()
{
    QVERIFY(boundSocket());
    QVERIFY(
        m_reader->press(m_window, u"page tab"_s, u"Message log"_s)); // it may have been another one last time
    const auto log = m_reader->find(m_window, u"list"_s, u"Message log"_s);
    QVERIFY(log);
    QVERIFY(eventually([&] { return m_reader->childCount(*log) >= 2; }));
    const auto row = m_reader->child(*log, 0);
    QVERIFY(row);
    QCOMPARE(m_reader->role(*row), u"list item"_s);
    QVERIFY2(
        m_reader->name(*row).contains(u"socket(AF_INET, SOCK_STREAM, "_s), qPrintable(m_reader->name(*row)));

    QVERIFY(m_reader->takeFocus(*log));
    QVERIFY(eventually([&] { return m_reader->is(*log, ThingState::Focused); }));
    m_reader->key(kHome);
    QVERIFY(hearFocus(u"list item"_s));
    QVERIFY(eventually([&] { return m_reader->is(*row, ThingState::Focused); }));
    m_reader->forget();
    m_reader->key(kDown);
    const auto next = hearFocus(u"list item"_s);
    QVERIFY(next);
    QVERIFY2(m_reader->name(*next).contains(u"bind("_s), qPrintable(m_reader->name(*next)));
    QVERIFY(m_reader->is(*next, ThingState::Selected));
}

void ScreenReaderTest::sequence_isRead()
{
    QVERIFY(boundSocket());
    QVERIFY(m_reader->press(m_window, u"page tab"_s, u"Sequence"_s));
    const auto list = m_reader->find(m_window, u"list"_s, u"Sequence of calls"_s);
    QVERIFY(list);
    QVERIFY(m_reader->find(*list, u"list item"_s, u"bind("_s));
    QVERIFY(m_reader->takeFocus(*list));
    QVERIFY(eventually([&] { return m_reader->is(*list, ThingState::Focused); }));
    m_reader->forget();
    m_reader->key(kHome);
    const auto first = hearFocus(u"list item"_s);
    QVERIFY(first);
    QVERIFY2(m_reader->name(*first).contains(u"socket("_s), qPrintable(m_reader->name(*first)));
}

void ScreenReaderTest::time_isASlider()
{
    QVERIFY(boundSocket());
    const auto time = m_reader->find(m_window, u"slider"_s, u"Time"_s);
    QVERIFY(time);
    QVERIFY(eventually([&] { return m_reader->value(*time).value_or(0) >= 2; }));
    const auto board = m_reader->find(m_window, u"list"_s, u"Board of sockets"_s);
    QVERIFY(board);
    QVERIFY(m_reader->setValue(*time, 0)); // before there was a socket
    QVERIFY(eventually([&] { return m_reader->childCount(*board) == 0; }));
    QCOMPARE(m_reader->value(*time), std::optional(0.0));
    QVERIFY(m_reader->press(m_window, u"push button"_s, u"Back to the present"_s));
    QVERIFY(eventually([&] { return m_reader->childCount(*board) == 1; }));
}

void ScreenReaderTest::message_isAnAlert()
{
    QVERIFY(boundSocket());
    QVERIFY(m_reader->press(m_window, u"push button"_s, u"To the start"_s));
    const auto card = m_reader->find(m_window, u"slider"_s, u"event 0 of"_s);
    QVERIFY(card);
    m_reader->forget();
    QVERIFY(m_reader->press(m_window, u"push button"_s, u"socketpair"_s));
    m_reader->key(kDown);
    const auto pair = hearFocus(u"menu item"_s);
    QVERIFY(pair);
    QCOMPARE(m_reader->name(*pair), u"UNIX stream pair"_s);
    QVERIFY(m_reader->act(*pair, u"Press"_s));
    const auto alert = m_reader->hear(u"StateChanged"_s, u"showing"_s,
        [&](const Thing& shown) { return m_reader->role(shown) == u"alert message"_s; });
    QVERIFY(alert);
    QVERIFY2(m_reader->name(*alert).contains(u"past"_s), qPrintable(m_reader->name(*alert)));
}

// Without following the focus: from the program down, as its windows are.
void ScreenReaderTest::popups_areFound()
{
    const int windows = m_reader->childCount(m_application);
    QVERIFY(m_reader->press(m_window, u"push button"_s, u"New socket"_s));
    QVERIFY(m_reader->hear(
        u"ChildrenChanged"_s, u"add"_s, [&](const Thing& changed) { return changed == m_application; }));
    const auto popup = m_reader->find(m_application, u"dialog"_s, u"New socket"_s);
    QVERIFY(popup);
    QCOMPARE(m_reader->parent(*popup), std::optional(m_application));
    QCOMPARE(m_reader->childCount(m_application), windows + 1);
    checkReadable(*popup);
    m_reader->forget();
    m_reader->key(kEscape);
    QVERIFY(m_reader->hear(
        u"ChildrenChanged"_s, u"remove"_s, [&](const Thing& changed) { return changed == m_application; }));
    QVERIFY(eventually([&] { return m_reader->childCount(m_application) == windows; }));

    QVERIFY(m_reader->press(m_window, u"page tab"_s, u"Message log"_s));
    QVERIFY(m_reader->press(m_window, u"push button"_s, u"Saved"_s));
    const auto menu = m_reader->find(m_application, u"popup menu"_s, u"Saved filters"_s);
    QVERIFY(menu);
    checkReadable(*menu);
    m_reader->key(kEscape);
    QVERIFY(eventually([&] { return m_reader->childCount(m_application) == windows; }));

    QVERIFY(m_reader->press(m_window, u"push button"_s, u"Help on filters"_s));
    const auto help = m_reader->find(m_application, u"dialog"_s, u"How filters are written"_s);
    QVERIFY(help);
    checkReadable(*help);
}

QTEST_GUILESS_MAIN(ScreenReaderTest)
#include "screen_reader_test.moc"
