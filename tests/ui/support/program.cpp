#include "tests/ui/support/program.h"

#include <QStandardPaths>
#include <QTest>
#include <linux/close_range.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "netcore/base/owned_fd.h"
#include "netcore/sys/address.h"
#include "tests/ui/support/window_under_test.h"

namespace uitest {

using namespace netcore;

bool Program::isInstalled(const QString& name)
{
    return !QStandardPaths::findExecutable(name).isEmpty();
}

Program::Program(const QString& name, const QStringList& arguments)
{
    // A socket is not closed as long as a child has it too.
    m_process.setChildProcessModifier([] { ::syscall(SYS_close_range, 3U, ~0U, CLOSE_RANGE_CLOEXEC); });
    QObject::connect(&m_process, &QProcess::readyReadStandardOutput, &m_process,
        [this] { m_output += m_process.readAllStandardOutput(); });
    QObject::connect(&m_process, &QProcess::readyReadStandardError, &m_process,
        [this] { m_messages += m_process.readAllStandardError(); });
    m_process.start(name, arguments);
}

Program::~Program()
{
    m_process.kill();
    m_process.waitForFinished(kLong);
}

bool Program::says(const QByteArray& text)
{
    return QTest::qWaitFor([&] { return m_output.contains(text); }, kLong);
}

bool Program::reports(const QByteArray& text)
{
    return QTest::qWaitFor([&] { return m_messages.contains(text); }, kLong);
}

bool Program::ends()
{
    return QTest::qWaitFor([&] { return m_process.state() == QProcess::NotRunning; }, kLong);
}

quint16 freePort(int family, int type)
{
    const OwnedFd probe(::socket(family, type | SOCK_CLOEXEC, 0));
    const Address any = family == AF_INET6
        ? Address::ipv6({0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1}, 0)
        : Address::ipv4(0x7f000001, 0);
    sockaddr_storage name {};
    socklen_t length = sizeof name;
    if (::bind(probe.get(), any.data(), any.length()) != 0
        || ::getsockname(probe.get(), reinterpret_cast<sockaddr*>(&name), &length) != 0) {
        return 0;
    }
    return Address::fromKernel(name, length).port();
}

}
