// The house rules that a machine can read: sizes, guards, and no words for people below ui.

#include <QRegularExpression>
#include <QTest>

#include "tests/arch/source_tree.h"

using namespace arch;
using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kMostLines = 400;
constexpr qsizetype kMostColumns = 120;

void judgeLine(const SourceFile& file, qsizetype number, QStringList& problems)
{
    static const QRegularExpression translation(uR"(\b(tr|translate)\(|\bQT_TR)"_s);
    // clang 14 cannot compile the view_interface of GCC 12's library, and its build comes last.
    static const QRegularExpression subrange(
        uR"(\bstd::(views::|ranges::(unique|remove|remove_if|search)\())"_s
        uR"(|\bstd::ranges::(partition|stable_partition|rotate|equal_range)\()"_s);
    const QString& line = file.lines[number];
    const QString where = file.path + u':' + QString::number(number + 1);
    if (line.toUcs4().size() > kMostColumns) {
        problems << where + u": over 120 columns"_s;
    }
    const bool belowUi = file.layer() == u"netcore"_s || file.layer() == u"model"_s;
    if (belowUi && line.contains(translation)) {
        problems << where + u": words for people belong to ui"_s;
    }
    if (line.contains(subrange)) {
        problems << where + u": a subrange does not compile under clang 14"_s;
    }
}

QStringList problemsIn(const SourceFile& file)
{
    QStringList problems;
    if (file.lines.size() > kMostLines) {
        problems << file.path + u": over 400 lines"_s;
    }
    if (file.isHeader() && !file.lines.contains(u"#pragma once"_s)) {
        problems << file.path + u": no #pragma once"_s;
    }
    for (qsizetype number = 0; number < file.lines.size(); ++number) {
        judgeLine(file, number, problems);
    }
    return problems;
}

}

class HouseRulesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void rule_sample_data();
    void rule_sample();
    void tree_keepsTheRules();
};

void HouseRulesTest::rule_sample_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("problem");

    const auto row = [](const char* name, const QString& path, const QString& text, const QString& problem) {
        QTest::newRow(name) << path << text << problem;
    };
    const QString words = u"words for people belong to ui"_s;
    row("400 lines", u"ui/a.cpp"_s, u"\n"_s.repeated(400), {});
    row("401 lines", u"ui/a.cpp"_s, u"\n"_s.repeated(401), u"over 400 lines"_s);
    row("120 columns", u"ui/a.cpp"_s, u"x"_s.repeated(120), {});
    row("121 columns", u"ui/a.cpp"_s, u"x"_s.repeated(121), u"over 120 columns"_s);
    row("columns, not bytes", u"ui/a.cpp"_s, u"ü"_s.repeated(120), {});
    row("guarded", u"ui/a.h"_s, u"// What.\n#pragma once\n"_s, {});
    row("unguarded", u"ui/a.h"_s, u"// What.\n"_s, u"no #pragma once"_s);
    row("words in ui", u"ui/a.cpp"_s, u"tr(\"Close\")"_s, {});
    row("words in model", u"model/a.cpp"_s, u"return tr(\"Close\");"_s, words);
    row("words by class", u"model/a.cpp"_s, u"QObject::tr(\"Close\")"_s, words);
    row("words in netcore", u"netcore/a.cpp"_s, u"translate(\"a\", \"b\")"_s, words);
    row("subrange", u"ui/a.cpp"_s,
        u"std::ranges::"
        "unique(places);"_s,
        u"a subrange does not compile under clang 14"_s);
    row("no subrange", u"ui/a.cpp"_s, u"std::ranges::unique_copy(places, out);"_s, {});
    row("not a word", u"model/a.cpp"_s, u"str(1); attr(2)"_s, {});
}

void HouseRulesTest::rule_sample()
{
    QFETCH(QString, path);
    QFETCH(QString, text);
    QFETCH(QString, problem);
    QCOMPARE(problemsIn(sourceFile(path, text)).value(0).section(u": "_s, 1), problem);
}

void HouseRulesTest::tree_keepsTheRules()
{
    QStringList problems;
    for (const SourceFile& file : allSources()) {
        problems += problemsIn(file);
    }
    QVERIFY2(problems.isEmpty(), qPrintable(u'\n' + problems.join(u'\n')));
}

QTEST_APPLESS_MAIN(HouseRulesTest)
#include "house_rules_test.moc"
