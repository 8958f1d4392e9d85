// Calls that cannot succeed: those that the kernel refuses are made and explained, those that make no sense
// are never made.

#include <QPushButton>
#include <sys/stat.h>

#include "tests/support/temporary_folder.h"
#include "tests/ui/support/window_under_test.h"

using namespace netcore;
using namespace Qt::StringLiterals;
using uitest::WindowUnderTest;

class IllegalCallsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void dimmed_canBeMade_data();
    void dimmed_canBeMade();
    void dimmed_byTheFormsButton();
    void closed_descriptorIsBad();
    void form_refusesBadAddress_data();
    void form_refusesBadAddress();
    void form_refusesBadEscape();
    void popup_refusesBadAddress_data() { form_refusesBadAddress_data(); }
    void popup_refusesBadAddress();
    void popup_saysWhenItIsAnotherDomain();
    void bind_leavesFileAlone_data();
    void bind_leavesFileAlone();
};

void IllegalCallsTest::dimmed_canBeMade_data()
{
    QTest::addColumn<QString>("domain");
    QTest::addColumn<QString>("type");
    QTest::addColumn<QString>("call");
    QTest::addColumn<int>("error");
    QTest::addColumn<QString>("situation");
    const auto row = [](const char* name, const QString& domain, const QString& type, const QString& call,
                         int error, const QString& situation) {
        QTest::newRow(name) << domain << type << call << error << situation;
    };
    row("accept before listen", u"IPv4"_s, u"stream"_s, u"accept4"_s, EINVAL, u"EINVAL.acceptNotListening"_s);
    row("send before connect", u"IPv4"_s, u"stream"_s, u"send"_s, EPIPE, u"EPIPE.neverConnected"_s);
    row("recv before connect", u"IPv6"_s, u"stream"_s, u"recv"_s, ENOTCONN, u"ENOTCONN.recv"_s);
    row("shutdown before connect", u"IPv4"_s, u"stream"_s, u"shutdown"_s, ENOTCONN, u"ENOTCONN.shutdown"_s);
    row("name of no peer", u"IPv4"_s, u"stream"_s, u"getpeername"_s, ENOTCONN, u"ENOTCONN.peerName"_s);
    row("listen on a datagram socket", u"IPv4"_s, u"datagram"_s, u"listen"_s, EOPNOTSUPP,
        u"EOPNOTSUPP.listen"_s);
    row("send without a destination", u"IPv4"_s, u"datagram"_s, u"send"_s, EDESTADDRREQ,
        u"EDESTADDRREQ.send"_s);
    row("listen before bind", u"UNIX"_s, u"stream"_s, u"listen"_s, EINVAL, u"EINVAL.listenUnnamed"_s);
}

void IllegalCallsTest::dimmed_canBeMade()
{
    QFETCH(QString, domain);
    QFETCH(QString, type);
    QFETCH(QString, call);
    QFETCH(int, error);
    QFETCH(QString, situation);
    WindowUnderTest window;
    const SocketId socket = window.newSocket(domain, type);
    window.clickCard(socket);
    QVERIFY(window.find<QPushButton>(u"step-"_s + call)->accessibleName().endsWith(u"not legal now"_s));
    window.doubleClick(u"step-"_s + call);

    const QString name = QString::fromStdString(errnoText(error));
    EVENTUALLY_COMPARE(window.textOf(u"outcomeResult"_s), u"%1() = -1 %2"_s.arg(call, name));
    QVERIFY(window.lastCall(socket).startsWith(call + u"(fd"_s));
    QVERIFY(window.lastCall(socket).endsWith(u"= -1 "_s + name));
    QCOMPARE(window.calls(socket).size(), 2); // once, though the first click of the two shows the form
    EVENTUALLY_COMPARE(window.widget(u"outcome"_s)->property("situation").toString(), situation);
    QVERIFY(!window.textOf(u"outcomeMeaning"_s).isEmpty());
    QVERIFY(!window.textOf(u"outcomeRemedy"_s).isEmpty());
}

void IllegalCallsTest::dimmed_byTheFormsButton()
{
    WindowUnderTest window;
    const SocketId socket = window.newSocket(u"IPv4"_s, u"stream"_s);
    window.showForm(socket, u"recv"_s);
    EVENTUALLY(window.textOf(u"callLegality"_s).contains(u"ENOTCONN"_s));
    QCOMPARE(window.calls(socket).size(), 1); // a form is no call yet
    window.click(u"makeCall"_s);
    EVENTUALLY_COMPARE(window.lastCall(socket), u"recv(fd, buf, 4096, 0) = -1 ENOTCONN"_s);
}

void IllegalCallsTest::closed_descriptorIsBad()
{
    WindowUnderTest window;
    const SocketId socket = window.newSocket(u"IPv4"_s, u"stream"_s);
    window.clickChip(socket, CallId::Close);
    EVENTUALLY(!window.node(socket).open);
    window.doubleClick(u"step-listen"_s);
    EVENTUALLY_COMPARE(window.lastCall(socket), u"listen(-1, 5) = -1 EBADF"_s);
}

void IllegalCallsTest::form_refusesBadAddress_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("reason");
    using Reason = AddressProblem::Reason;
    const auto row = [](const char* name, const QString& text, Reason reason) {
        QTest::newRow(name) << text << static_cast<int>(reason);
    };
    row("port too large", u"127.0.0.1:65536"_s, Reason::PortTooLarge);
    row("bracket unclosed", u"[::1"_s, Reason::BracketUnclosed);
    row("space", u" 80"_s, Reason::Space);
    row("zone missing", u"[fe80::1]:80"_s, Reason::ZoneMissing);
    row("zone missing, no port", u"fe80::1"_s, Reason::BracketMissing);
    row("path of 108 bytes", u'/' + u"x"_s.repeated(107), Reason::NameTooLong);
    row("empty", QString(), Reason::Empty);
}

void IllegalCallsTest::form_refusesBadAddress()
{
    QFETCH(QString, text);
    QFETCH(int, reason);
    WindowUnderTest window;
    const SocketId socket = window.newSocket(u"IPv4"_s, u"stream"_s);
    window.showForm(socket, u"bind"_s);
    QVERIFY(window.find<QPushButton>(u"makeCall"_s)->isEnabled());
    window.typeInto(u"arg-addr"_s, text);
    QVERIFY(!window.find<QPushButton>(u"makeCall"_s)->isEnabled());
    const QString why = model::Explainer().problem(static_cast<AddressProblem::Reason>(reason));
    QVERIFY2(!why.isEmpty(), "Nothing is said about this mistake.");
    QCOMPARE(window.textOf(u"callProblem"_s), why);
    window.key(Qt::Key_Return);
    window.key(Qt::Key_Return, Qt::ControlModifier);
    window.click(u"makeCall"_s);
    // A call that is made now comes behind all that was made before.
    window.doubleClick(u"step-accept4"_s);
    EVENTUALLY(window.lastCall(socket).startsWith(u"accept4("_s));
    QCOMPARE(window.calls(socket).size(), 2);
}

void IllegalCallsTest::form_refusesBadEscape()
{
    WindowUnderTest window;
    const SocketId socket = window.newSocket(u"IPv4"_s, u"datagram"_s);
    window.showForm(socket, u"send"_s);
    window.typeInto(u"arg-buf"_s, uR"(half \x4)"_s);
    QVERIFY(!window.find<QPushButton>(u"makeCall"_s)->isEnabled());
    QVERIFY(window.textOf(u"callProblem"_s).contains(u"backslash"_s));
    window.type(u"1"_s);
    QVERIFY(window.find<QPushButton>(u"makeCall"_s)->isEnabled());
    QVERIFY(!window.isSeen(u"callProblem"_s));
}

void IllegalCallsTest::popup_refusesBadAddress()
{
    QFETCH(QString, text);
    QFETCH(int, reason);
    WindowUnderTest window;
    window.click(u"newSocketButton"_s);
    window.typeInto(u"newSocketAddress"_s, text);
    QVERIFY(!window.find<QPushButton>(u"newSocketBind"_s)->isEnabled());
    QVERIFY(!window.find<QPushButton>(u"newSocketListen"_s)->isEnabled());
    QVERIFY(window.find<QPushButton>(u"newSocketCreate"_s)->isEnabled()); // socket() needs no address
    QCOMPARE(window.textOf(u"newSocketProblem"_s),
        model::Explainer().problem(static_cast<AddressProblem::Reason>(reason)));
    window.key(Qt::Key_Return);
    QVERIFY(window.isSeen(u"newSocketPopup"_s)); // Return does what the disabled button would not
    window.key(Qt::Key_Escape);
    EVENTUALLY(!window.isSeen(u"newSocketPopup"_s));
    QCOMPARE(window.newSocket(u"IPv4"_s, u"stream"_s), SocketId {1}); // the first
}

void IllegalCallsTest::popup_saysWhenItIsAnotherDomain()
{
    WindowUnderTest window;
    window.click(u"newSocketButton"_s);
    window.typeInto(u"newSocketAddress"_s, u"[::1]:0"_s);
    QVERIFY(window.textOf(u"newSocketProblem"_s).contains(u"another domain"_s));
    window.click(u"newSocketBind"_s);
    EVENTUALLY_COMPARE(
        window.lastCall(window.newest()), u"bind(fd, {AF_INET6, [::1]:0}, 28) = -1 EAFNOSUPPORT"_s);
}

void IllegalCallsTest::bind_leavesFileAlone_data()
{
    QTest::addColumn<QString>("type");
    QTest::newRow("stream") << u"stream"_s;
    QTest::newRow("datagram") << u"datagram"_s;
}

void IllegalCallsTest::bind_leavesFileAlone()
{
    QFETCH(QString, type);
    const support::TemporaryFolder folder;
    const std::string path = folder.file("letters.txt");
    support::writeFile(path, "not to be lost");
    QCOMPARE(::chmod(path.c_str(), 0644), 0);

    WindowUnderTest window;
    const SocketId socket = window.newSocketAt(QString::fromStdString(path), type);
    EVENTUALLY_COMPARE(window.lastCall(socket),
        u"bind(fd, {AF_UNIX, %1}, %2) = -1 EADDRINUSE"_s.arg(
            QString::fromStdString(path), QString::number(path.size() + 3)));
    EVENTUALLY_COMPARE(window.textOf(u"outcomeResult"_s), u"bind() = -1 EADDRINUSE"_s);
    window.clickChip(socket, CallId::Close);
    EVENTUALLY(!window.node(socket).open);
    window.session().finish();
    QCOMPARE(QByteArray::fromStdString(support::readFile(path)), "not to be lost");
    QCOMPARE(QByteArray::fromStdString(support::kindAndMode(path)), "file 0644");
}

QTEST_MAIN(IllegalCallsTest)
#include "illegal_calls_test.moc"
