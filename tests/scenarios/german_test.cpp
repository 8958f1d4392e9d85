// The built-in scenarios in German: nothing is missing, nothing is left over, and they do the same.

#include <QRegularExpression>
#include <QSet>
#include <QTest>

#include "model/scenario/library.h"
#include "model/scenario/parser.h"
#include "model/scenario/translation.h"

using namespace model::scenario;
using namespace Qt::StringLiterals;

namespace {

const QString kGerman = QStringLiteral("de");

Parsed parsed(const QString& name)
{
    const QByteArray text = builtIn(name).value_or(QByteArray());
    ParseOptions options;
    options.file = name.toStdString();
    return parse({text.constData(), static_cast<std::size_t>(text.size())}, options);
}

void addNames()
{
    QTest::addColumn<QString>("name");
    for (const QString& name : builtInNames()) {
        QTest::newRow(qPrintable(name)) << name;
    }
}

QSet<QString> namesIn(const QString& text)
{
    static const QRegularExpression name(QStringLiteral("\\b[A-Z0-9]{2,}_[A-Z0-9_]+|\\bE[A-Z]{3,}\\b|\\*"));
    QSet<QString> found;
    auto all = name.globalMatch(text);
    while (all.hasNext()) {
        found += all.next().captured();
    }
    return found;
}

}

class GermanTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void words_areAllThere_data() { addNames(); }
    void words_areAllThere();
    void steps_areTheSame_data() { addNames(); }
    void steps_areTheSame();
    void question_isTranslated();
    void other_staysEnglish();
};

void GermanTest::words_areAllThere()
{
    QFETCH(QString, name);
    const QStringList english = wordsOf(parsed(name).scenario);
    const auto german = translations(name, kGerman);
    QCOMPARE(
        QSet<QString>(english.begin(), english.end()), (QSet<QString>(german.keyBegin(), german.keyEnd())));
    for (auto text = german.begin(); text != german.end(); ++text) {
        QVERIFY2(!text->trimmed().isEmpty(), qPrintable(text.key()));
        QVERIFY2(namesIn(*text) == namesIn(text.key()), qPrintable(*text));
        QVERIFY2(!text->contains(u'"') && !text->contains(u'\\'), qPrintable(*text)); // they go into quotes
    }
}

// Calls, results, names and places stay.
void GermanTest::steps_areTheSame()
{
    QFETCH(QString, name);
    const Scenario english = parsed(name).scenario;
    Scenario german = english;
    speak(german, name, kGerman);
    QVERIFY(german.title != english.title);
    QVERIFY(german.about != english.about);
    QVERIFY(german.actors == english.actors);
    QVERIFY(german.sockets == english.sockets);
    QCOMPARE(german.steps.size(), english.steps.size());
    for (std::size_t i = 0; i < english.steps.size(); ++i) {
        const Step& one = english.steps[i];
        const Step& other = german.steps[i];
        QCOMPARE(other.what.index(), one.what.index());
        QCOMPARE(other.line, one.line);
        const bool isSpeech = std::holds_alternative<NarrationStep>(one.what)
            || std::holds_alternative<PredictStep>(one.what);
        QVERIFY2((other.text != one.text) == isSpeech, one.text.c_str());
    }
}

void GermanTest::question_isTranslated()
{
    Scenario scenario = parsed(u"udp-echo"_s).scenario;
    speak(scenario, u"udp-echo"_s, kGerman);
    for (const Step& step : scenario.steps) {
        if (const auto* question = std::get_if<PredictStep>(&step.what)) {
            QCOMPARE(QString::fromStdString(question->question),
                u"Der Server ist fort. Was gibt send() zurück?"_s);
            QCOMPARE(question->answers, (std::vector<std::string> {"9", "-1 ECONNREFUSED"}));
            QCOMPARE(QString::fromStdString(step.text),
                u"predict \"Der Server ist fort. Was gibt send() zurück?\" \"9\" \"-1 ECONNREFUSED\""_s);
            return;
        }
    }
    QFAIL("there is no question");
}

void GermanTest::other_staysEnglish()
{
    const Scenario english = parsed(u"tcp-echo"_s).scenario;
    for (const QString& language : {QString(), u"xx"_s, u"../de"_s}) {
        Scenario scenario = english;
        speak(scenario, u"tcp-echo"_s, language);
        QCOMPARE(scenario.title, english.title);
        QCOMPARE(scenario.steps.front().text, english.steps.front().text);
    }
    Scenario ofUser = english; // a file that somebody wrote
    speak(ofUser, u"/home/me/tcp-echo.scn"_s, kGerman);
    QCOMPARE(ofUser.title, english.title);
}

QTEST_APPLESS_MAIN(GermanTest)
#include "german_test.moc"
