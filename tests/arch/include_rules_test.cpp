// The layers: who may include whom (DESIGN.md, "Layers").

#include <QDir>
#include <QFile>
#include <QLibraryInfo>
#include <QTest>
#include <algorithm>

#include "tests/arch/source_tree.h"

using namespace arch;
using namespace Qt::StringLiterals;

namespace {

QStringList mayInclude(const QString& layer)
{
    if (layer == u"netcore"_s) {
        return {u"netcore"_s};
    }
    if (layer == u"model"_s) {
        return {u"netcore"_s, u"model"_s};
    }
    if (layer == u"ui"_s) {
        return {u"netcore"_s, u"model"_s, u"ui"_s};
    }
    const QStringList all {u"netcore"_s, u"model"_s, u"ui"_s, u"app"_s};
    return layer == u"app"_s ? all : all + QStringList {u"tests"_s};
}

bool isQt(const Include& include)
{
    return include.name.startsWith(u'Q') || include.name.startsWith(u"qt"_s);
}

bool isQtCore(const Include& include)
{
    const QString name = include.name.section(u'/', -1);
    const bool named = !include.name.contains(u'/') || include.name.startsWith(u"QtCore/"_s);
    return named && QFile::exists(QLibraryInfo::path(QLibraryInfo::HeadersPath) + u"/QtCore/"_s + name);
}

// Headers of system calls and of threads: the window makes none and has none.
bool isTheKernels(const Include& include)
{
    static const QStringList folders {u"sys/"_s, u"linux/"_s, u"netinet/"_s, u"net/"_s, u"arpa/"_s};
    static const QStringList files {u"unistd.h"_s, u"fcntl.h"_s, u"poll.h"_s, u"netdb.h"_s, u"signal.h"_s,
        u"csignal"_s, u"pthread.h"_s, u"thread"_s, u"condition_variable"_s, u"QThread"_s,
        u"QSocketNotifier"_s};
    const auto inFolder = [&](const QString& folder) { return include.name.startsWith(folder); };
    return files.contains(include.name) || std::ranges::any_of(folders, inFolder);
}

// Empty: it may stand there.
QString problemWithSystem(const QString& layer, const Include& include)
{
    if (mayInclude(u"tests"_s).contains(include.name.section(u'/', 0, 0)) && include.name.contains(u'/')) {
        return u"our own headers stand in quotes"_s;
    }
    if (layer == u"netcore"_s && isQt(include)) {
        return u"netcore has no Qt"_s;
    }
    if (layer == u"model"_s && isQt(include) && !isQtCore(include)) {
        return u"of Qt, model has QtCore only"_s;
    }
    if (layer == u"ui"_s && isTheKernels(include)) {
        return u"ui makes no system calls and has no threads"_s;
    }
    return {};
}

QString problemWithOwn(const QString& layer, const Include& include)
{
    if (include.name.endsWith(u".moc"_s)) {
        return {};
    }
    if (!include.name.contains(u'/') || !existsInTree(include.name)) {
        return u"no such file from the root"_s;
    }
    if (!mayInclude(layer).contains(include.name.section(u'/', 0, 0))) {
        return u"a higher layer"_s;
    }
    if (layer == u"ui"_s && include.name == u"netcore/sys/linux_syscalls.h"_s) {
        return u"ui makes no system calls and has no threads"_s;
    }
    return {};
}

QStringList problemsIn(const SourceFile& file)
{
    QStringList problems;
    for (const Include& include : includesOf(file)) {
        const QString problem = include.angled ? problemWithSystem(file.layer(), include)
                                               : problemWithOwn(file.layer(), include);
        if (!problem.isEmpty()) {
            problems << u"%1:%2: %3: %4"_s.arg(
                file.path, QString::number(include.line), include.name, problem);
        }
    }
    return problems;
}

}

class IncludeRulesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void rule_sample_data();
    void rule_sample();
    void tree_isRead();
    void tree_keepsTheRules();
};

void IncludeRulesTest::rule_sample_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("problem");

    const auto row = [](const char* name, const QString& path, const QString& text, const QString& problem) {
        QTest::newRow(name) << path << text << problem;
    };
    row("netcore takes libc", u"netcore/a.h"_s, u"#include <sys/socket.h>"_s, {});
    row("netcore takes no Qt", u"netcore/a.h"_s, u"#include <QString>"_s, u"netcore has no Qt"_s);
    row("netcore takes no Qt folder", u"netcore/a.h"_s, u"#include <QtCore/qglobal.h>"_s,
        u"netcore has no Qt"_s);
    row("netcore not from tests", u"netcore/a.h"_s, u"#include \"tests/arch/source_tree.h\""_s,
        u"a higher layer"_s);
    row("model takes netcore", u"model/a.h"_s, u"#include \"netcore/sys/address.h\""_s, {});
    row("model takes QtCore", u"model/a.h"_s, u"#include <QAbstractItemModel>"_s, {});
    row("model takes no colour", u"model/a.h"_s, u"#include <QColor>"_s, u"of Qt, model has QtCore only"_s);
    row("model takes no QtGui", u"model/a.h"_s, u"#include <QtGui/QColor>"_s,
        u"of Qt, model has QtCore only"_s);
    row("model takes no widget", u"model/a.h"_s, u"#include <QWidget>"_s, u"of Qt, model has QtCore only"_s);
    row("model takes std", u"model/a.h"_s, u"#include <vector>"_s, {});
    row("ui takes widgets", u"ui/a.h"_s, u"#include <QWidget>"_s, {});
    row("ui takes no socket.h", u"ui/a.h"_s, u"# include <sys/socket.h>"_s,
        u"ui makes no system calls and has no threads"_s);
    row("ui takes no unistd.h", u"ui/a.h"_s, u"#include <unistd.h>"_s,
        u"ui makes no system calls and has no threads"_s);
    row("ui takes no thread", u"ui/a.h"_s, u"#include <thread>"_s,
        u"ui makes no system calls and has no threads"_s);
    row("ui takes no kernel", u"ui/a.h"_s, u"#include \"netcore/sys/linux_syscalls.h\""_s,
        u"ui makes no system calls and has no threads"_s);
    row("app takes all", u"app/a.cpp"_s, u"#include \"netcore/sys/linux_syscalls.h\"\n#include <unistd.h>"_s,
        {});
    row("app not from tests", u"app/a.cpp"_s, u"#include \"tests/arch/source_tree.h\""_s,
        u"a higher layer"_s);
    row("no bare name", u"netcore/sys/a.cpp"_s, u"#include \"address.h\""_s, u"no such file from the root"_s);
    row("no missing file", u"netcore/a.cpp"_s, u"#include \"netcore/nothing.h\""_s,
        u"no such file from the root"_s);
    row("ours are not the system's", u"ui/a.h"_s, u"#include <netcore/sys/address.h>"_s,
        u"our own headers stand in quotes"_s);
    row("moc's files are not ours", u"tests/a.cpp"_s, u"#include \"a.moc\""_s, {});
}

void IncludeRulesTest::rule_sample()
{
    QFETCH(QString, path);
    QFETCH(QString, text);
    QFETCH(QString, problem);
    QCOMPARE(problemsIn(sourceFile(path, text)).value(0).section(u": "_s, 2), problem);
}

void IncludeRulesTest::tree_isRead()
{
    const auto files = allSources();
    const auto isHere = [](const SourceFile& file) { return file.path == u"netcore/sys/address.h"_s; };
    QVERIFY(std::ranges::any_of(files, isHere));
}

void IncludeRulesTest::tree_keepsTheRules()
{
    QStringList problems;
    for (const SourceFile& file : allSources()) {
        problems += problemsIn(file);
    }
    QVERIFY2(problems.isEmpty(), qPrintable(u'\n' + problems.join(u'\n')));
}

QTEST_APPLESS_MAIN(IncludeRulesTest)
#include "include_rules_test.moc"
