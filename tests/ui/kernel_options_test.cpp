// The tabs of what the kernel says and of the options, on real sockets.

#include <QCheckBox>
#include <QLineEdit>
#include <QTabBar>

#include "netcore/inspect/view_facts.h"
#include "tests/ui/support/window_under_test.h"
#include "ui/inspector/fact_row.h"

using namespace netcore;
using namespace Qt::StringLiterals;
using uitest::WindowUnderTest;

namespace {

void showTab(WindowUnderTest& window, SocketId socket, int tab)
{
    window.clickCard(socket);
    window.key(static_cast<Qt::Key>(Qt::Key_1 + tab), Qt::ControlModifier);
}

QString valueOf(WindowUnderTest& window, const QString& name)
{
    if (!window.isSeen(name)) {
        return {};
    }
    const auto* row = window.find<ui::FactRow>(name);
    return row->value().now;
}

QString factName(ViewFact fact, int part = 0)
{
    return u"fact-%1-%2"_s.arg(static_cast<int>(fact)).arg(part);
}

QString fieldName(std::string_view field)
{
    const auto fields = tcpInfoFields();
    const auto found = std::ranges::find(fields, field, &TcpInfoField::name);
    return factName(ViewFact::TcpInfo, static_cast<int>(found - fields.begin()));
}

void connectTo(WindowUnderTest& window, SocketId client, SocketId server)
{
    window.clickChip(client, CallId::Connect);
    window.typeInto(u"arg-addr"_s, window.addressOf(server));
    window.key(Qt::Key_Return);
    EVENTUALLY(window.lastCall(client).startsWith(u"connect("_s));
}

}

class KernelOptionsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void kernel_listener();
    void kernel_connection();
    void kernel_search();
    void kernel_closedIsSaid();
    void mode_byOneClick();
    void option_switch();
    void option_number();
    void option_refused();
    void option_typingErrors();
    void option_search();
};

void KernelOptionsTest::kernel_listener()
{
    WindowUnderTest window;
    const SocketId server = window.newSocket(u"IPv4"_s, u"stream"_s, u"newSocketBind"_s);
    EVENTUALLY(!window.addressOf(server).isEmpty());
    // A click on the card's chip would listen at once, with the usual backlog.
    window.showForm(server, u"listen"_s);
    window.typeInto(u"arg-backlog"_s, u"2"_s);
    window.key(Qt::Key_Return, Qt::ControlModifier);
    EVENTUALLY_COMPARE(window.node(server).view.backlog, 2);
    for (int i = 0; i < 3; ++i) {
        connectTo(window, window.newSocket(u"IPv4"_s, u"stream"_s), server);
    }
    showTab(window, server, ui::InspectorPanel::Kernel);
    EVENTUALLY_COMPARE(valueOf(window, factName(ViewFact::AcceptQueue)), u"3 of 2 + 1"_s);
    QCOMPARE(valueOf(window, factName(ViewFact::TcpState)), u"TCP_LISTEN (10)"_s);
    EVENTUALLY(valueOf(window, factName(ViewFact::Readiness)).contains(u"POLLIN"_s));
    QVERIFY(!window.isSeen(fieldName("snd_cwnd"))); // of a connection only
}

void KernelOptionsTest::kernel_connection()
{
    WindowUnderTest window;
    const SocketId server = window.newSocket(u"IPv4"_s, u"stream"_s, u"newSocketListen"_s);
    EVENTUALLY(!window.addressOf(server).isEmpty());
    const SocketId client = window.newSocket(u"IPv4"_s, u"stream"_s);
    connectTo(window, client, server);
    showTab(window, client, ui::InspectorPanel::Kernel);
    EVENTUALLY_COMPARE(valueOf(window, factName(ViewFact::TcpState)), u"TCP_ESTABLISHED (1)"_s);
    QVERIFY(valueOf(window, fieldName("snd_cwnd")).endsWith(u" seg"_s));
    QVERIFY(!valueOf(window, fieldName("rtt")).isEmpty());
    const auto* state = window.find<ui::FactRow>(factName(ViewFact::TcpState));
    QVERIFY(state->value().marked); // connect() has changed it
    QVERIFY(state->value().before.startsWith(u"TCP_CLOSE"_s));
    QVERIFY(!state->toolTip().isEmpty());
}

void KernelOptionsTest::kernel_search()
{
    WindowUnderTest window;
    const SocketId socket = window.newSocket(u"IPv4"_s, u"stream"_s);
    showTab(window, socket, ui::InspectorPanel::Kernel);
    EVENTUALLY(window.isSeen(factName(ViewFact::TcpState)));
    window.typeInto(u"kernelSearch"_s, u"rcvbuf"_s);
    EVENTUALLY(!window.isSeen(factName(ViewFact::TcpState)));
    QVERIFY(window.isSeen(factName(ViewFact::Memory, static_cast<int>(SocketMemory::ReceiveBuffer))));
    window.typeInto(u"kernelSearch"_s, u"no such thing"_s);
    EVENTUALLY(window.isSeen(u"noFact"_s));
}

void KernelOptionsTest::kernel_closedIsSaid()
{
    WindowUnderTest window;
    const SocketId server = window.newSocket(u"IPv4"_s, u"stream"_s, u"newSocketListen"_s);
    showTab(window, server, ui::InspectorPanel::Kernel);
    EVENTUALLY_COMPARE(valueOf(window, factName(ViewFact::Presence)), u"open"_s);
    window.clickChip(server, CallId::Close);
    EVENTUALLY_COMPARE(valueOf(window, factName(ViewFact::Presence)), u"closed; as last seen"_s);
}

void KernelOptionsTest::mode_byOneClick()
{
    WindowUnderTest window;
    const SocketId socket = window.newSocket(u"UNIX"_s, u"datagram"_s);
    window.clickCard(socket);
    EVENTUALLY(window.node(socket).view.statusFlags >= 0);
    const auto before = window.calls(socket).size();
    window.click(u"blockingMode"_s);
    EVENTUALLY(window.node(socket).nonBlocking);
    EVENTUALLY_COMPARE(window.calls(socket).size(), before + 1);
    QVERIFY(window.lastCall(socket).startsWith(u"fcntl(fd, F_SETFL, "_s));
    window.click(u"blockingMode"_s);
    EVENTUALLY(!window.node(socket).nonBlocking);
}

void KernelOptionsTest::option_switch()
{
    WindowUnderTest window;
    const SocketId socket = window.newSocket(u"IPv4"_s, u"stream"_s);
    showTab(window, socket, ui::InspectorPanel::Options);
    EVENTUALLY_COMPARE(valueOf(window, u"option-SO_KEEPALIVE"_s), u"off"_s);
    window.click(u"option-SO_KEEPALIVE"_s);
    EVENTUALLY(window.isSeen(u"optionMeaning"_s));
    const auto before = window.calls(socket).size();
    auto* box = window.find<QCheckBox>(u"optionSwitch"_s);
    box->setFocus();
    window.key(Qt::Key_Space);
    EVENTUALLY_COMPARE(valueOf(window, u"option-SO_KEEPALIVE"_s), u"on"_s);
    QCOMPARE(window.calls(socket).size(), before + 1);
    QCOMPARE(window.lastCall(socket), u"setsockopt(fd, SOL_SOCKET, SO_KEEPALIVE, [1], 4) = 0"_s);
    QVERIFY(window.find<ui::FactRow>(u"option-SO_KEEPALIVE"_s)->value().marked);
    window.click(u"getOption"_s);
    EVENTUALLY(window.lastCall(socket).startsWith(u"getsockopt(fd, SOL_SOCKET, SO_KEEPALIVE, [1]"_s));
}

void KernelOptionsTest::option_number()
{
    WindowUnderTest window;
    const SocketId socket = window.newSocket(u"IPv4"_s, u"datagram"_s);
    showTab(window, socket, ui::InspectorPanel::Options);
    EVENTUALLY(!valueOf(window, u"option-SO_RCVBUF"_s).isEmpty());
    window.click(u"option-SO_RCVBUF"_s);
    window.typeInto(u"optionText"_s, u"10000"_s);
    window.key(Qt::Key_Return);
    EVENTUALLY_COMPARE(valueOf(window, u"option-SO_RCVBUF"_s), u"20000"_s); // the kernel doubles it
    EVENTUALLY_COMPARE(window.textOf(u"optionAsked"_s), u"asked [10000], effective [20000]"_s);
}

void KernelOptionsTest::option_refused()
{
    WindowUnderTest window;
    const SocketId socket = window.newSocket(u"IPv4"_s, u"stream"_s);
    showTab(window, socket, ui::InspectorPanel::Options);
    EVENTUALLY(!valueOf(window, u"option-TCP_CONGESTION"_s).isEmpty());
    window.click(u"option-TCP_CONGESTION"_s);
    window.typeInto(u"optionText"_s, u"nosuch"_s);
    window.key(Qt::Key_Return);
    EVENTUALLY(window.textOf(u"optionResult"_s).startsWith(u"setsockopt() = -1 ENOENT"_s));
    QVERIFY(window.find<ui::FactRow>(u"option-TCP_CONGESTION"_s)->value().wrong);
    QVERIFY(window.node(socket).open);
}

void KernelOptionsTest::option_typingErrors()
{
    WindowUnderTest window;
    const SocketId socket = window.newSocket(u"IPv4"_s, u"stream"_s);
    showTab(window, socket, ui::InspectorPanel::Options);
    EVENTUALLY(!valueOf(window, u"option-SO_SNDBUF"_s).isEmpty());
    window.click(u"option-SO_SNDBUF"_s);
    const auto before = window.calls(socket).size();
    window.typeInto(u"optionText"_s, u"many"_s);
    window.key(Qt::Key_Return);
    QVERIFY(window.textOf(u"optionResult"_s).startsWith(u"Not understood"_s));
    QCOMPARE(window.calls(socket).size(), before);
}

void KernelOptionsTest::option_search()
{
    WindowUnderTest window;
    const SocketId socket = window.newSocket(u"IPv6"_s, u"stream"_s);
    showTab(window, socket, ui::InspectorPanel::Options);
    EVENTUALLY(window.isSeen(u"option-SO_KEEPALIVE"_s));
    QVERIFY(window.window().findChild<ui::FactRow*>(u"option-IPV6_V6ONLY"_s) != nullptr);
    window.typeInto(u"optionSearch"_s, u"nodelay"_s);
    EVENTUALLY(!window.isSeen(u"option-SO_KEEPALIVE"_s));
    QVERIFY(window.isSeen(u"option-TCP_NODELAY"_s));
    window.typeInto(u"optionSearch"_s, u"no such option"_s);
    EVENTUALLY(window.isSeen(u"noOption"_s));
}

QTEST_MAIN(KernelOptionsTest)
#include "kernel_options_test.moc"
