// The errno doctor in the window, by mouse: who has the port, what may be removed and what is never touched.

#include <QLabel>
#include <QPushButton>
#include <sys/socket.h>
#include <unistd.h>

#include "netcore/sys/address.h"
#include "tests/support/std_strings.h"
#include "tests/support/temporary_folder.h"
#include "tests/ui/support/program.h"
#include "tests/ui/support/window_under_test.h"

using namespace netcore;
using namespace Qt::StringLiterals;
using uitest::freePort;
using uitest::Program;
using uitest::WindowUnderTest;

namespace {

#define NEEDS(program)                                                                                       \
    if (!Program::isInstalled(program)) {                                                                    \
        QSKIP("NOT TESTED: this program is not installed here. apt install ncat socat");                     \
    }

QString situation(WindowUnderTest& window)
{
    return window.widget(u"outcome"_s)->property("situation").toString();
}

// A socket, and bind() to that address by the form.
SocketId bindTo(WindowUnderTest& window, const QString& domain, const QString& address)
{
    const SocketId socket = window.newSocket(domain, u"stream"_s);
    window.showForm(socket, u"bind"_s);
    window.typeInto(u"arg-addr"_s, address);
    window.click(u"makeCall"_s);
    return socket;
}

void leaveStale(const std::string& path)
{
    const int fd = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    const Address place = Address::unixPath(path);
    QCOMPARE(::bind(fd, place.data(), place.length()), 0);
    ::close(fd);
}

}

class DoctorTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void port_ofAnotherProgram();
    void port_ofOurs_isShown();
    void stale_isRemovedOnRequest();
    void file_isNeverTouched();
    void refused_startsListener();
    void why_isInSightInALowWindow();
    void words_fitANarrowPanel();
};

void DoctorTest::port_ofAnotherProgram()
{
    NEEDS(u"ncat"_s);
    const QString port = QString::number(freePort(AF_INET, SOCK_STREAM));
    Program ncat(u"ncat"_s, {u"-v"_s, u"-l"_s, u"127.0.0.1"_s, port});
    QVERIFY2(ncat.reports("Listening on"), ncat.messages().constData());
    WindowUnderTest window;
    const SocketId socket = bindTo(window, u"IPv4"_s, u"127.0.0.1:"_s + port);
    EVENTUALLY_COMPARE(situation(window), u"EADDRINUSE.program"_s);
    QCOMPARE(window.textOf(u"outcomeResult"_s), u"bind() = -1 EADDRINUSE"_s);
    QCOMPARE(window.textOf(u"outcomeMeaning"_s),
        u"ncat (pid %1) has it: 127.0.0.1:%2."_s.arg(ncat.pid()).arg(port));
    // Found out by the program itself: no row of the user's log.
    QCOMPARE(window.calls(socket).size(), 2);

    window.click(u"remedy-bindPortZero"_s);
    EVENTUALLY_COMPARE(window.lastCall(socket), u"bind(fd, {AF_INET, 127.0.0.1:0}, 16) = 0"_s);
    EVENTUALLY_COMPARE(situation(window), u"note.anyPort"_s);
    QVERIFY(!window.isSeen(u"remedy-bindPortZero"_s));
}

void DoctorTest::why_isInSightInALowWindow()
{
    WindowUnderTest window({}, {1100, 600});
    const SocketId socket = window.newSocket(u"IPv4"_s, u"stream"_s);
    window.showForm(socket, u"bind"_s);
    window.typeInto(u"arg-addr"_s, u"192.0.2.1:0"_s); // nobody has an address for documentation
    window.key(Qt::Key_Return);
    EVENTUALLY_COMPARE(situation(window), u"EADDRNOTAVAIL.notLocal"_s);
    const QWidget* remedy = window.widget(u"outcomeRemedy"_s);
    EVENTUALLY(!remedy->visibleRegion().isEmpty());
}

void DoctorTest::port_ofOurs_isShown()
{
    WindowUnderTest window;
    const SocketId server = window.newSocket(u"IPv4"_s, u"stream"_s, u"newSocketListen"_s);
    const QString address = window.addressOf(server);
    const SocketId second = bindTo(window, u"IPv4"_s, address);
    EVENTUALLY_COMPARE(situation(window), u"EADDRINUSE.own"_s);
    QCOMPARE(window.find<QPushButton>(u"remedy-selectHolder"_s)->text(),
        u"Show fd %1"_s.arg(window.node(server).fd));
    window.click(u"remedy-selectHolder"_s);
    EVENTUALLY_COMPARE(window.textOf(u"inspectorTitle"_s), u"fd %1"_s.arg(window.node(server).fd));
    window.clickCard(second);
    EVENTUALLY_COMPARE(situation(window), u"EADDRINUSE.own"_s);
    window.click(u"remedy-bindFreePort"_s);
    EVENTUALLY(window.lastCall(second).endsWith(u"= 0"_s));
}

void DoctorTest::stale_isRemovedOnRequest()
{
    const support::TemporaryFolder folder;
    leaveStale(folder.file("left"));
    leaveStale(folder.file("left-too"));
    support::writeFile(folder.file("beside"), "precious");
    const QString path = QString::fromStdString(folder.file("left"));
    WindowUnderTest window;
    const SocketId socket = bindTo(window, u"UNIX"_s, path);
    EVENTUALLY_COMPARE(situation(window), u"EADDRINUSE.stale"_s);
    window.click(u"remedy-removeStaleFile"_s);
    EVENTUALLY(window.isSeen(u"messageAction"_s));
    QCOMPARE(support::kindAndMode(folder.file("left")).substr(0, 6), std::string("socket")); // asked first
    QVERIFY(window.textOf(u"messageWhat"_s).contains(path));
    window.click(u"messageAction"_s);
    EVENTUALLY_COMPARE(support::kindAndMode(folder.file("left")), std::string("none"));
    EVENTUALLY_COMPARE(situation(window), u"EADDRINUSE.removed"_s);
    QCOMPARE(support::kindAndMode(folder.file("left-too")).substr(0, 6), std::string("socket"));
    QCOMPARE(support::readFile(folder.file("beside")), std::string("precious"));
    // It stands in the log that something was removed.
    const auto removed = [](const ui::LogRowText& row) { return row.call.startsWith(u"unlink("_s); };
    EVENTUALLY(std::ranges::any_of(window.rows(), removed));
    window.click(u"remedy-callAgain"_s);
    EVENTUALLY(window.lastCall(socket).endsWith(u"= 0"_s));
}

void DoctorTest::file_isNeverTouched()
{
    const support::TemporaryFolder folder;
    support::writeFile(folder.file("letters"), "12345678");
    WindowUnderTest window;
    bindTo(window, u"UNIX"_s, QString::fromStdString(folder.file("letters")));
    EVENTUALLY_COMPARE(situation(window), u"EADDRINUSE.file"_s);
    QVERIFY(window.textOf(u"outcomeMeaning"_s).contains(u"regular file (8 bytes)"_s));
    QVERIFY(!window.isSeen(u"remedy-removeStaleFile"_s));
    QCOMPARE(support::readFile(folder.file("letters")), std::string("12345678"));
}

void DoctorTest::refused_startsListener()
{
    WindowUnderTest window;
    const QString address = u"127.0.0.1:%1"_s.arg(freePort(AF_INET, SOCK_STREAM));
    const SocketId client = window.newSocket(u"IPv4"_s, u"stream"_s);
    window.showForm(client, u"connect"_s);
    window.typeInto(u"arg-addr"_s, address);
    window.click(u"makeCall"_s);
    EVENTUALLY_COMPARE(situation(window), u"ECONNREFUSED.nobody"_s);
    window.click(u"remedy-startListener"_s);
    EVENTUALLY(window.node(window.newest()).listening);
    window.click(u"remedy-callAgain"_s);
    EVENTUALLY(window.lastCall(client).endsWith(u"= 0"_s));
}

void DoctorTest::words_fitANarrowPanel()
{
    WindowUnderTest window({}, {1000, 900});
    const SocketId server = window.newSocket(u"IPv4"_s, u"stream"_s, u"newSocketListen"_s);
    bindTo(window, u"IPv4"_s, window.addressOf(server));
    EVENTUALLY_COMPARE(situation(window), u"EADDRINUSE.own"_s);
    const QWidget* outcome = window.widget(u"outcome"_s);
    for (const auto* label : outcome->findChildren<QLabel*>()) {
        if (label->isVisible()) {
            QVERIFY2(label->height() >= label->heightForWidth(label->width()), qPrintable(label->text()));
        }
    }
    for (const auto* button : outcome->findChildren<QPushButton*>()) {
        if (button->isVisible()) {
            const QRect place(button->mapTo(outcome, QPoint()), button->size());
            QVERIFY2(outcome->rect().contains(place), qPrintable(button->text()));
            QVERIFY2(button->width() >= button->sizeHint().width(), qPrintable(button->text()));
        }
    }
}

QTEST_MAIN(DoctorTest)
#include "doctor_test.moc"
