// The calls beyond a socket's life, made by hand in the window: messages with descriptors in them, options,
// poll sets, wrong addresses, names.

#include <QApplication>
#include <QMenu>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>

#include "tests/ui/support/window_under_test.h"
#include "ui/board/card_geometry.h"

using namespace netcore;
using namespace Qt::StringLiterals;
using uitest::WindowUnderTest;

namespace {

// Two ends: the second was made last.
struct Pair {
    Pair(WindowUnderTest& window, const QString& type)
        : b(window.newSocket(u"pair"_s, type)), a(window.node(b).peer)
    {
    }
    SocketId b;
    SocketId a;
};

// The entry of the menu that is open, by the beginning of its text or by its name.
void clickMenu(const QString& entry)
{
    const auto isOpen = [] { return qobject_cast<QMenu*>(QApplication::activePopupWidget()) != nullptr; };
    QVERIFY2(QTest::qWaitFor(isOpen, uitest::kLong), "No menu has opened.");
    auto* menu = qobject_cast<QMenu*>(QApplication::activePopupWidget());
    for (QAction* action : menu->actions()) {
        if (action->text().startsWith(entry) || action->objectName() == entry) {
            QTest::mouseClick(menu, Qt::LeftButton, {}, menu->actionGeometry(action).center());
            return;
        }
    }
    QFAIL(qPrintable(u"The menu has no "_s + entry));
}

QString name(const char* prefix, SocketId socket)
{
    return QString::fromLatin1(prefix) + QString::number(number(socket));
}

// What the field below the outcome says, line by line.
QString results(WindowUnderTest& window)
{
    QStringList lines;
    if (const auto* view = window.window().findChild<QWidget*>(u"callResult"_s)) {
        for (const QLabel* line : view->findChildren<QLabel*>()) {
            lines += line->isVisible() ? line->text() : QString();
        }
        for (const QPushButton* line : view->findChildren<QPushButton*>()) {
            lines += line->isVisible() ? line->text() : QString();
        }
    }
    lines.removeAll(QString());
    return lines.join(u'\n');
}

void callWith(WindowUnderTest& window, SocketId socket, const QString& call, const QString& buffer)
{
    window.showForm(socket, call);
    window.typeInto(u"arg-buf"_s, buffer);
    window.click(u"makeCall"_s);
}

void setOption(WindowUnderTest& window, SocketId socket, const QString& option, const QString& value)
{
    window.showForm(socket, u"setsockopt"_s);
    window.typeInto(u"arg-optname"_s, option);
    window.typeInto(u"arg-optval"_s, value);
    window.click(u"makeCall"_s);
}

}

class CallFormTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyCall_hasAForm();
    void descriptor_passesThroughAPair();
    void option_isSetAndRead();
    void option_ofWrongLength();
    void pollSet_saysWhatHappened();
    void emptyMessage_isNotTheEnd();
    void buffers_areGathered();
    void rawAddress_ofWrongLength();
    void peer_isTakenAway();
    void numbers_standForConstants();
    void seqpacketOverIpv4_canBeTried();
};

void CallFormTest::everyCall_hasAForm()
{
    WindowUnderTest window;
    const Pair pair(window, u"stream"_s);
    for (const char* call : {"bind", "listen", "accept4", "connect", "shutdown", "send", "recv", "sendto",
             "recvfrom", "sendmsg", "recvmsg", "write", "read", "getsockopt", "setsockopt", "fcntl", "ioctl",
             "poll", "dup", "getsockname", "getpeername", "close"}) {
        window.showForm(pair.a, QString::fromLatin1(call));
        if (window.isSeen(u"arg-dest_addr"_s)) {
            window.typeInto(u"arg-dest_addr"_s, u"@somebody"_s);
        } else if (window.isSeen(u"arg-addr"_s)) {
            window.typeInto(u"arg-addr"_s, u"@somebody"_s);
        }
        QVERIFY2(window.find<QPushButton>(u"makeCall"_s)->isEnabled(), call);
        QVERIFY2(window.textOf(u"callLine"_s).startsWith(QString::fromLatin1(call) + u'('), call);
    }
}

void CallFormTest::descriptor_passesThroughAPair()
{
    WindowUnderTest window;
    const Pair way(window, u"stream"_s);
    const Pair goods(window, u"stream"_s);
    window.showForm(way.a, u"sendmsg"_s);
    window.click(u"addControl"_s);
    clickMenu(u"Pass a socket"_s);
    QVERIFY(!window.find<QPushButton>(u"makeCall"_s)->isEnabled()); // none is chosen yet
    window.click(u"passSockets"_s);
    clickMenu(name("pass-", goods.a));
    window.click(u"makeCall"_s);
    EVENTUALLY(window.lastCall(way.a).startsWith(u"sendmsg("_s));
    QVERIFY2(window.lastCall(way.a).contains(u"SCM_RIGHTS"_s), qPrintable(window.lastCall(way.a)));

    const SocketId before = window.newest();
    window.showForm(way.b, u"recvmsg"_s);
    window.click(u"makeCall"_s);
    EVENTUALLY(window.newest() != before);
    const SocketId passed = window.newest();
    EVENTUALLY_COMPARE(window.node(passed).duplicateOf, goods.a);
    QCOMPARE(window.node(passed).receivedThrough, way.b);
    const QString note = ui::cardNote(window.node(passed), window.session().graph());
    QVERIFY2(note.contains(u"same socket as fd %1"_s.arg(window.node(goods.a).fd)), qPrintable(note));
    QVERIFY2(results(window).contains(u"SCM_RIGHTS"_s), qPrintable(results(window)));
    // What came back must not make the page wider than its panel.
    const auto* page = window.find<QWidget>(u"lifecyclePage"_s)->findChild<QScrollArea*>();
    EVENTUALLY_COMPARE(page->horizontalScrollBar()->maximum(), 0);
    window.click(name("resultSocket-", passed)); // its card is chosen
    EVENTUALLY_COMPARE(window.textOf(u"inspectorTitle"_s), u"fd %1"_s.arg(window.node(passed).fd));

    callWith(window, goods.b, u"write"_s, u"through"_s);
    EVENTUALLY_COMPARE(window.lastCall(goods.b), u"write(fd, \"through\", 7) = 7"_s);
    window.showForm(passed, u"read"_s);
    window.click(u"makeCall"_s);
    EVENTUALLY_COMPARE(window.lastCall(passed), u"read(fd, \"through\", 4096) = 7"_s);
}

void CallFormTest::option_isSetAndRead()
{
    WindowUnderTest window;
    const SocketId socket = window.newSocket(u"IPv4"_s, u"stream"_s);
    setOption(window, socket, u"TCP_NODELAY"_s, u"on"_s); // the level follows the name
    EVENTUALLY_COMPARE(window.lastCall(socket), u"setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, [1], 4) = 0"_s);
    window.showForm(socket, u"getsockopt"_s); // the name is still there
    QVERIFY(!window.textOf(u"optionMeaning"_s).isEmpty());
    window.click(u"makeCall"_s);
    EVENTUALLY_COMPARE(window.lastCall(socket), u"getsockopt(fd, IPPROTO_TCP, TCP_NODELAY, [1], [4]) = 0"_s);
    EVENTUALLY(results(window).contains(u"TCP_NODELAY  [1]"_s));
}

void CallFormTest::option_ofWrongLength()
{
    WindowUnderTest window;
    const SocketId socket = window.newSocket(u"UNIX"_s, u"stream"_s);
    window.showForm(socket, u"setsockopt"_s);
    window.typeInto(u"arg-optname"_s, u"SO_PASSCRED"_s);
    window.typeInto(u"arg-optval"_s, u"perhaps"_s);
    QVERIFY(!window.find<QPushButton>(u"makeCall"_s)->isEnabled());
    QVERIFY(!window.textOf(u"callProblem"_s).isEmpty());
    window.typeInto(u"arg-optval"_s, u"1"_s);
    window.typeInto(u"arg-optlen"_s, u"2"_s);
    window.click(u"makeCall"_s);
    EVENTUALLY(window.lastCall(socket).endsWith(u", 2) = -1 EINVAL"_s));
}

void CallFormTest::pollSet_saysWhatHappened()
{
    WindowUnderTest window;
    const Pair pair(window, u"stream"_s);
    callWith(window, pair.a, u"send"_s, u"news"_s);
    EVENTUALLY(window.lastCall(pair.a).startsWith(u"send("_s));
    window.showForm(pair.b, u"poll"_s);
    window.click(name("poll-", pair.a)); // its own is ticked already
    window.click(u"makeCall"_s);
    EVENTUALLY(window.lastCall(pair.b).startsWith(u"poll("_s));
    const int a = window.node(pair.a).fd;
    const int b = window.node(pair.b).fd;
    EVENTUALLY(results(window).contains(u"fd %1: POLLIN"_s.arg(b)));
    QVERIFY2(results(window).contains(u"fd %1: nothing happened"_s.arg(a)), qPrintable(results(window)));
}

void CallFormTest::emptyMessage_isNotTheEnd()
{
    WindowUnderTest window;
    const Pair pair(window, u"seqpacket"_s);
    setOption(window, pair.b, u"SO_PASSCRED"_s, u"1"_s);
    EVENTUALLY(window.lastCall(pair.b).endsWith(u" = 0"_s));
    callWith(window, pair.a, u"send"_s, QString());
    EVENTUALLY_COMPARE(window.lastCall(pair.a), u"send(fd, \"\", 0, MSG_NOSIGNAL) = 0"_s);
    window.showForm(pair.b, u"recvmsg"_s);
    window.click(u"makeCall"_s);
    EVENTUALLY(window.lastCall(pair.b).startsWith(u"recvmsg("_s));
    EVENTUALLY(results(window).contains(u"a message of no bytes"_s));
    QVERIFY2(results(window).contains(u"SCM_CREDENTIALS"_s), qPrintable(results(window)));

    window.clickChip(pair.a, CallId::Close);
    EVENTUALLY(!window.node(pair.a).open);
    window.showForm(pair.b, u"recvmsg"_s);
    window.click(u"makeCall"_s);
    EVENTUALLY(results(window).contains(u"end of file: the peer"_s));
    QVERIFY(!results(window).contains(u"SCM_CREDENTIALS"_s));
}

void CallFormTest::buffers_areGathered()
{
    WindowUnderTest window;
    const Pair pair(window, u"datagram"_s);
    window.showForm(pair.a, u"sendmsg"_s);
    window.typeInto(u"buffer-0"_s, u"one,"_s);
    window.click(u"addBuffer"_s);
    window.type(u"two"_s); // it has the focus
    window.click(u"makeCall"_s);
    EVENTUALLY(window.lastCall(pair.a).endsWith(u" = 7"_s));
    window.showForm(pair.b, u"recvmsg"_s);
    window.typeInto(u"arg-msg_iov"_s, u"2, 3"_s); // two short of the message
    window.click(u"makeCall"_s);
    EVENTUALLY(window.lastCall(pair.b).endsWith(u" = 5"_s));
    EVENTUALLY(results(window).contains(u"MSG_TRUNC"_s));
}

void CallFormTest::rawAddress_ofWrongLength()
{
    WindowUnderTest window;
    const SocketId socket = window.newSocket(u"IPv4"_s, u"stream"_s);
    window.showForm(socket, u"bind"_s);
    window.typeInto(u"arg-addr"_s, u"sockaddr{02 00 00 00 7f 00 00 01 00 00 00 00 00 00 00 00}"_s);
    QVERIFY2(window.textOf(u"callLine"_s).endsWith(u", 16)"_s), qPrintable(window.textOf(u"callLine"_s)));
    window.typeInto(u"arg-addrlen"_s, u"4"_s);
    window.click(u"makeCall"_s);
    EVENTUALLY(window.lastCall(socket).endsWith(u", 4) = -1 EINVAL"_s));
    window.typeInto(u"arg-addr"_s, u"sockaddr{02 0}"_s);
    QVERIFY(!window.find<QPushButton>(u"makeCall"_s)->isEnabled());
    window.typeInto(u"arg-addr"_s, u"NULL"_s);
    window.click(u"makeCall"_s);
    EVENTUALLY(window.lastCall(socket).startsWith(u"bind(fd, NULL, 4)"_s));
}

void CallFormTest::peer_isTakenAway()
{
    WindowUnderTest window;
    const SocketId other = window.newSocket(u"IPv4"_s, u"datagram"_s, u"newSocketBind"_s);
    const QString address = window.addressOf(other);
    const SocketId socket = window.newSocket(u"IPv4"_s, u"datagram"_s);
    window.showForm(socket, u"connect"_s);
    window.typeInto(u"arg-addr"_s, address);
    window.click(u"makeCall"_s);
    EVENTUALLY(window.node(socket).connected);
    window.showForm(socket, u"connect"_s);
    window.click(u"arg-addr-menu"_s);
    clickMenu(u"AF_UNSPEC"_s);
    window.click(u"makeCall"_s);
    EVENTUALLY(window.lastCall(socket).contains(u"AF_UNSPEC"_s));
    EVENTUALLY(!window.node(socket).connected);
}

void CallFormTest::numbers_standForConstants()
{
    WindowUnderTest window;
    const Pair pair(window, u"stream"_s);
    window.showForm(pair.a, u"recv"_s);
    window.typeInto(u"arg-len"_s, u"3"_s);
    window.click(u"arg-flags-menu"_s);
    clickMenu(u"MSG_DONTWAIT"_s);
    window.click(u"makeCall"_s);
    EVENTUALLY_COMPARE(window.lastCall(pair.a), u"recv(fd, buf, 3, MSG_DONTWAIT) = -1 EAGAIN"_s);
    window.typeInto(u"arg-flags"_s, u"MSG_PEEK|0x40"_s);
    window.click(u"makeCall"_s);
    EVENTUALLY_COMPARE(window.lastCall(pair.a), u"recv(fd, buf, 3, MSG_PEEK|MSG_DONTWAIT) = -1 EAGAIN"_s);
    window.showForm(pair.a, u"shutdown"_s);
    window.typeInto(u"arg-how"_s, u"99"_s);
    window.click(u"makeCall"_s);
    EVENTUALLY(window.lastCall(pair.a).endsWith(u" = -1 EINVAL"_s));
}

void CallFormTest::seqpacketOverIpv4_canBeTried()
{
    WindowUnderTest window;
    window.click(u"newSocketButton"_s);
    window.click(u"newSocket-IPv4-seqpacket"_s);
    QVERIFY(window.textOf(u"newSocketProblem"_s).contains(u"ESOCKTNOSUPPORT"_s));
    QVERIFY(window.find<QPushButton>(u"newSocketCreate"_s)->isEnabled());
    window.typeInto(u"newSocketProtocol"_s, u"4711"_s);
    window.click(u"newSocketCreate"_s);
    EVENTUALLY(!window.rows().empty());
    EVENTUALLY(window.rows().back().call.startsWith(u"socket(AF_INET, SOCK_SEQPACKET"_s));
    QVERIFY(window.rows().back().result.startsWith(u"= -1 E"_s));
}

QTEST_MAIN(CallFormTest)
#include "call_form_test.moc"
