// A log exported as C: gcc takes it without a warning, and the program gives what the log says.

#include <QTest>

#include "model/scenario/library.h"
#include "tests/export/played_session.h"
#include "tests/export/real_reader.h"
#include "tests/support/loopback.h"
#include "tests/support/temporary_folder.h"

using namespace model;
using namespace Qt::StringLiterals;

namespace {

const QStringList kStrict {u"-std=c17"_s, u"-Wall"_s, u"-Wextra"_s, u"-Werror"_s, u"-O1"_s, u"-pthread"_s};

// "" where it compiles and agrees; otherwise what was said.
QByteArray problemWith(const PlayedSession& played, const ExportOptions& options, bool& hasCompiler)
{
    qsizetype calls = 0;
    const EventStore& store = played.session().store();
    for (Row row = 0; row < store.size(); ++row) {
        const auto event = store.event(row);
        const bool automatic = (event.flags & netcore::eventFlags::kAutomatic) != 0;
        calls += event.kind == netcore::EventKind::Call && !automatic ? 1 : 0;
    }
    const std::string program = played.exported(ExportFormat::C, options);
    const support::TemporaryFolder folder;
    support::writeFile(folder.file("session.c"), program);
    const QString binary = QString::fromStdString(folder.file("session"));
    const auto compiled = readBy(
        u"gcc"_s, kStrict + QStringList {u"-o"_s, binary, QString::fromStdString(folder.file("session.c"))});
    hasCompiler = compiled.started;
    if (compiled.code != 0) {
        return compiled.errors.left(3000);
    }
    const auto ran = readBy(binary, {QString::fromStdString(folder.path())});
    if (ran.output.count("   [the log: ") != calls) {
        return "not all calls: " + ran.output;
    }
    return ran.code == 0 ? QByteArray() : "exit code " + QByteArray::number(ran.code) + '\n' + ran.output;
}

}

class CProgramTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void builtIns_data();
    void builtIns();
    void hostileBytes();
    void withoutPayload();
};

void CProgramTest::builtIns_data()
{
    QTest::addColumn<QString>("name");
    for (const QString& name : scenario::builtInNames()) {
        QTest::newRow(qPrintable(name)) << name;
    }
}

void CProgramTest::builtIns()
{
    QFETCH(QString, name);
    const PlayedSession played(PlayedSession::builtInText(name));
    if (!played.passed() && !support::hasIpv6Loopback()) {
        QSKIP("there is no IPv6 loopback here");
    }
    QVERIFY2(played.passed(), played.problem().c_str());
    bool hasCompiler = true;
    const QByteArray problem = problemWith(played, {}, hasCompiler);
    if (!hasCompiler) {
        QSKIP("gcc is not installed");
    }
    QVERIFY2(problem.isEmpty(), problem.constData());
}

void CProgramTest::hostileBytes()
{
    PlayedSession played(hostileScenario());
    QVERIFY2(played.passed(), played.problem().c_str());
    addHostileWords(played.session());
    QTRY_VERIFY((played.session().drain(), played.session().told() > 25));
    bool hasCompiler = true;
    const QByteArray problem = problemWith(played, {}, hasCompiler);
    if (!hasCompiler) {
        QSKIP("gcc is not installed");
    }
    QVERIFY2(problem.isEmpty(), problem.constData());
}

void CProgramTest::withoutPayload()
{
    const PlayedSession played(PlayedSession::builtInText(u"udp-echo"_s));
    const std::string program = played.exported(ExportFormat::C, {false, {}});
    QVERIFY(program.find("hello") == std::string::npos);
    bool hasCompiler = true;
    const QByteArray problem = problemWith(played, {false, {}}, hasCompiler);
    if (!hasCompiler) {
        QSKIP("gcc is not installed");
    }
    QVERIFY2(problem.isEmpty(), problem.constData());
}

QTEST_GUILESS_MAIN(CProgramTest)
#include "c_program_test.moc"
