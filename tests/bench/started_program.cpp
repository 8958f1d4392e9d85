// The first picture: pixels of the root window change. Qt's windows have no background of their own, so a
// window that is mapped and not yet painted leaves the pixels as they were; the first ones that are others
// are its own, and the whole window comes at once. Asked for a line of pixels each half millisecond, which is
// the same for all programs and costs the server some 50 µs.

#include "tests/bench/started_program.h"

#include <QElapsedTimer>
#include <QFile>
#include <QGuiApplication>
#include <QImage>
#include <QPixmap>
#include <QProcess>
#include <QScreen>
#include <QThread>

#include "tests/bench/resident.h"

namespace bench {

namespace {

constexpr qint64 kPatience = 60'000; // ms
constexpr unsigned long kPause = 500; // µs
constexpr int kLine = 300; // from the top: any window that is large enough to work in has it
constexpr qint64 kRest = 500; // ms without a tick of the processor's clock
constexpr qint64 kRestless = 15'000; // ms: then it is not waited for any longer

QImage line()
{
    QScreen* screen = QGuiApplication::primaryScreen();
    return screen->grabWindow(0, 0, kLine, screen->size().width(), 1).toImage();
}

class StartedProgram {
public:
    explicit StartedProgram(const QString& path) : m_before(line())
    {
        m_process.setStandardOutputFile(QProcess::nullDevice());
        m_process.setStandardErrorFile(QProcess::nullDevice());
        m_since.start();
        m_process.start(path, QStringList());
    }
    ~StartedProgram()
    {
        m_process.terminate();
        if (!m_process.waitForFinished(5'000)) {
            m_process.kill();
            m_process.waitForFinished();
        }
    }
    StartedProgram(const StartedProgram&) = delete;
    StartedProgram& operator=(const StartedProgram&) = delete;

    qint64 pid() const { return m_process.processId(); }

    double untilPicture()
    {
        while (m_since.elapsed() < kPatience) {
            if (line() != m_before) {
                return static_cast<double>(m_since.nsecsElapsed()) / 1e6;
            }
            if (m_process.waitForFinished(0)) {
                return -1; // it has ended by itself
            }
            QThread::usleep(kPause);
        }
        return -1;
    }

    void untilRest() const
    {
        QElapsedTimer all;
        QElapsedTimer since;
        all.start();
        since.start();
        for (QByteArray before = ticks(); since.elapsed() < kRest && all.elapsed() < kRestless;) {
            QThread::msleep(50);
            if (const QByteArray now = ticks(); now != before) {
                before = now;
                since.restart();
            }
        }
    }

private:
    // User's and system's time: fields 14 and 15 of /proc/PID/stat (proc(5)).
    QByteArray ticks() const
    {
        QFile file(QStringLiteral("/proc/%1/stat").arg(pid()));
        if (!file.open(QIODevice::ReadOnly)) {
            return {};
        }
        const QByteArray all = file.readAll();
        const QList<QByteArray> fields = all.mid(all.lastIndexOf(')') + 2).split(' ');
        return fields.value(11) + ' ' + fields.value(12);
    }

    const QImage m_before;
    QElapsedTimer m_since;
    QProcess m_process;
};

}

double firstPicture(const QStringList& arguments)
{
    return StartedProgram(arguments.at(0)).untilPicture();
}

double residentAtRest(const QStringList& arguments)
{
    StartedProgram program(arguments.at(0));
    if (program.untilPicture() < 0) {
        return -1;
    }
    program.untilRest();
    return megabytesOf(program.pid(), arguments.at(1).toLatin1());
}

}
