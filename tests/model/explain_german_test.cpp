// The explanations in German: the same keys as in English, the same places for values, the same names of
// calls and constants, and nothing that would not fit where it is shown.

#include <QDir>
#include <QJsonArray>
#include <QJsonObject>
#include <QRegularExpression>
#include <QSet>
#include <QTest>
#include <sys/socket.h>

#include "model/explain/doctor.h"
#include "model/explain/explainer.h"
#include "model/explain/texts.h"

using namespace netcore;
using namespace Qt::StringLiterals;

namespace {

const QString kGerman = QStringLiteral("de");

// "EPIPE.remedy": text. Of a list of rules only what is said.
QMap<QString, QString> textsOf(const QJsonDocument& document)
{
    QMap<QString, QString> texts;
    const auto add = [&](const QString& name, const QJsonObject& parts) {
        for (const QString& part : parts.keys()) {
            if (parts[part].isString() && part != u"id" && part != u"error") {
                texts[name + u'.' + part] = parts[part].toString();
            }
        }
    };
    for (const QJsonValue& rule : document.array()) {
        add(rule[u"id"].toString(), rule.toObject());
    }
    const QJsonObject entries = document.object();
    for (const QString& key : entries.keys()) {
        if (entries[key].isString()) {
            texts[key] = entries[key].toString();
        } else {
            add(key, entries[key].toObject());
        }
    }
    return texts;
}

QStringList matches(const QString& text, const char* pattern)
{
    QSet<QString> found;
    auto all = QRegularExpression(QLatin1String(pattern)).globalMatch(text);
    while (all.hasNext()) {
        found += all.next().captured();
    }
    QStringList sorted(found.begin(), found.end());
    sorted.sort();
    return sorted;
}

}

class ExplainGermanTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void texts_areTheSame_data();
    void texts_areTheSame();
    void explainer_speaks();
    void explainer_fallsBack();
    void doctor_speaks();
    void numbers_areGrouped();
};

void ExplainGermanTest::texts_areTheSame_data()
{
    QTest::addColumn<QString>("name");
    const model::Explainer explainer; // it brings the resources
    for (const QString& file : QDir(u":/explain"_s).entryList({u"*.json"_s}, QDir::Files)) {
        QTest::newRow(qPrintable(file)) << file.chopped(5);
    }
}

void ExplainGermanTest::texts_areTheSame()
{
    QFETCH(QString, name);
    const auto english = textsOf(model::explanations(name));
    const auto german = textsOf(model::explanations(name, kGerman));
    QVERIFY(!english.isEmpty());
    QCOMPARE(german.keys(), english.keys());
    const bool isPanel = name.startsWith(u"situations") || name == u"notes";
    for (auto text = english.begin(); text != english.end(); ++text) {
        const QString other = german[text.key()];
        QVERIFY2(!other.trimmed().isEmpty() && !other.contains(u"</"_s), qPrintable(text.key()));
        QVERIFY2(other.size() < (isPanel ? 260 : 300), qPrintable(text.key())); // a panel, not a page
        QVERIFY2(matches(other, R"(\{\w+\})") == matches(*text, R"(\{\w+\})"), qPrintable(text.key()));
        for (const char* pattern : {R"(\b[A-Z0-9]{2,}_[A-Z0-9_]+)", R"(\bE[A-Z]{3,}\b)", R"(\bRFC \d+)"}) {
            QVERIFY2(matches(other, pattern) == matches(*text, pattern), qPrintable(text.key()));
        }
    }
}

void ExplainGermanTest::explainer_speaks()
{
    const model::Explainer english;
    const model::Explainer german(kGerman);
    QCOMPARE(english.language(), QString());
    QCOMPARE(german.language(), kGerman);
    QVERIFY(german.meaning(EPIPE, CallId::Send).startsWith(u"Die Verbindung ist vorbei"_s));
    QVERIFY(german.purpose(CallId::Bind).startsWith(u"Gibt dem Socket"_s));
    QVERIFY(english.purpose(CallId::Bind).startsWith(u"Gives the socket"_s));
    QVERIFY(german.remedy(ECONNREFUSED, CallId::Connect).contains(u"Läuft der Server"_s));
    QVERIFY(german.problem(AddressProblem::Reason::PortTooLarge).startsWith(u"Ports enden"_s));
    for (const OptionDescription& option : allOptions()) {
        const QString text = german.purpose(option);
        QVERIFY2(text.endsWith(u'.') && text != english.purpose(option), std::string(option.name).c_str());
    }
}

// A language that is not there is English, and so is a text that a language does not have.
void ExplainGermanTest::explainer_fallsBack()
{
    const model::Explainer english;
    const model::Explainer none(u"xx"_s);
    QCOMPARE(none.purpose(CallId::Bind), english.purpose(CallId::Bind));
    QCOMPARE(none.meaning(EPIPE, CallId::Send), english.meaning(EPIPE, CallId::Send));
    const model::Doctor ofNone(none);
    const model::Doctor ofEnglish(english);
    QCOMPARE(ofNone.situations().size(), ofEnglish.situations().size());
    QCOMPARE(ofNone.situations().constFirst().what, ofEnglish.situations().constFirst().what);
}

// The rules are those of English; only what they say is another thing.
void ExplainGermanTest::doctor_speaks()
{
    const model::Explainer english;
    const model::Explainer german(kGerman);
    const model::Doctor ofEnglish(english);
    const model::Doctor ofGerman(german);
    QCOMPARE(ofGerman.situations().size(), ofEnglish.situations().size());
    for (qsizetype i = 0; i < ofEnglish.situations().size(); ++i) {
        const auto& one = ofEnglish.situations()[i];
        const auto& other = ofGerman.situations()[i];
        QCOMPARE(other.id, one.id);
        QCOMPARE(other.when, one.when);
        QCOMPARE(other.actions, one.actions);
        QVERIFY2(other.what != one.what, qPrintable(one.id));
        QVERIFY2(one.why.isEmpty() || other.why != one.why, qPrintable(one.id));
        QVERIFY2(one.remedy.isEmpty() || other.remedy != one.remedy, qPrintable(one.id));
    }
}

void ExplainGermanTest::numbers_areGrouped()
{
    QCOMPARE(model::Wording().numbers.toString(70'000), u"70,000"_s);
    QCOMPARE(model::Wording(kGerman).numbers.toString(70'000), u"70.000"_s);
    QCOMPARE(model::Wording(kGerman).phrases[u"holder.named"_s], u"{program} (pid {pid})"_s);
    QVERIFY(model::Wording(kGerman).phrases[u"holder.ours"_s].startsWith(u"ein eigener Socket"_s));
}

QTEST_APPLESS_MAIN(ExplainGermanTest)
#include "explain_german_test.moc"
