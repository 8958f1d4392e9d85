// German: what the source says is translated, with its placeholders, and no menu has a letter twice.

#include <QDirIterator>
#include <QMenu>
#include <QMenuBar>
#include <QProcess>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QXmlStreamReader>
#include <algorithm>
#include <map>

#include "model/scenario/parser.h"
#include "tests/ui/support/window_under_test.h"
#include "ui/scenario/scenario_words.h"
#include "ui/translation.h"

using namespace Qt::StringLiterals;
using netcore::SocketId;
using uitest::WindowUnderTest;

namespace {

const QString kSource = QStringLiteral(SOCKSCOPE_SOURCE_DIR);

struct Message {
    QString source;
    QString translation;
    bool isFinished = true;
};

std::vector<Message> readMessages(const QString& path)
{
    std::vector<Message> all;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return all;
    }
    QXmlStreamReader xml(&file);
    while (!xml.atEnd()) {
        xml.readNext();
        if (xml.isStartElement() && xml.name() == u"message") {
            all.emplace_back();
        } else if (xml.isStartElement() && xml.name() == u"source") {
            all.back().source = xml.readElementText();
        } else if (xml.isStartElement() && xml.name() == u"translation") {
            all.back().isFinished = xml.attributes().value(u"type"_s) != u"unfinished";
            all.back().translation = xml.readElementText(QXmlStreamReader::IncludeChildElements);
        }
    }
    return all;
}

QStringList placeholdersIn(const QString& text)
{
    static const QRegularExpression placeholder(u"%(\\d|n|L\\d)"_s);
    QSet<QString> found;
    auto matches = placeholder.globalMatch(text);
    while (matches.hasNext()) {
        found += matches.next().captured();
    }
    QStringList sorted(found.begin(), found.end());
    sorted.sort();
    return sorted;
}

}

class TranslationTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void placeholders_match();
    void source_isTranslated();
    void window_speaksGerman();
    void explanations_speakGerman();
    void scenario_speaksGerman();
    void phrases_areThoseOfTheModel();
    void problems_speakGerman_data();
    void problems_speakGerman();
};

// Without lrelease there is nothing but English.
#define NEEDS_GERMAN()                                                                                       \
    if (!QFile::exists(u":/translations/sockscope_de.qm"_s)) {                                               \
        QSKIP("This was built without lrelease (qt6-l10n-tools): English only.");                            \
    }                                                                                                        \
    if (ui::spokenLanguage().isEmpty()) {                                                                    \
        ui::installTranslation(*QCoreApplication::instance(), u"de"_s);                                      \
    }                                                                                                        \
    QCOMPARE(ui::spokenLanguage(), u"de"_s)

void TranslationTest::placeholders_match()
{
    const auto all = readMessages(kSource + u"/resources/translations/sockscope_de.ts"_s);
    QVERIFY(all.size() > 1000);
    QStringList wrong;
    for (const Message& message : all) {
        if (message.isFinished && placeholdersIn(message.source) != placeholdersIn(message.translation)) {
            wrong += message.source + u" – "_s + message.translation;
        }
    }
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u'\n')));
}

// A few may come between two rounds of translating; the test names them.
void TranslationTest::source_isTranslated()
{
    QString lupdate = QStandardPaths::findExecutable(u"lupdate"_s, {u"/usr/lib/qt6/bin"_s});
    if (lupdate.isEmpty()) {
        QSKIP("lupdate is not installed (qt6-tools-dev-tools).");
    }
    const QTemporaryDir folder;
    const QString file = folder.filePath(u"sockscope_de.ts"_s);
    QVERIFY(QFile::copy(kSource + u"/resources/translations/sockscope_de.ts"_s, file));
    QFile::setPermissions(file, QFile::ReadOwner | QFile::WriteOwner);
    QProcess update;
    update.setWorkingDirectory(kSource);
    update.start(lupdate, {u"-silent"_s, u"-no-obsolete"_s, u"-I"_s, u"."_s, u"ui"_s, u"-ts"_s, file});
    QVERIFY(update.waitForFinished(uitest::kLong));
    QCOMPARE(update.exitCode(), 0);
    const auto all = readMessages(file);
    QStringList missing;
    for (const Message& message : all) {
        if (!message.isFinished || message.translation.isEmpty()) {
            missing += message.source;
        }
    }
    if (!missing.isEmpty()) {
        qWarning("%lld of %zu texts are not translated:\n%s", static_cast<long long>(missing.size()),
            all.size(), qPrintable(missing.join(u'\n')));
    }
    QVERIFY(static_cast<std::size_t>(missing.size()) * 5 <= all.size());
}

void TranslationTest::window_speaksGerman()
{
    NEEDS_GERMAN();
    WindowUnderTest window;
    QCOMPARE(window.window().menuBar()->actions().constFirst()->text(), u"&Datei"_s);
    EVENTUALLY(window.textOf(u"statusEvents"_s).contains(u"Ereignis"_s));
    // Qt's own words for keys, with or without its own translation.
    QCOMPARE(QKeySequence(Qt::CTRL | Qt::Key_K).toString(QKeySequence::NativeText), u"Strg+K"_s);
    QCOMPARE(QKeySequence(Qt::SHIFT | Qt::Key_End).toString(QKeySequence::NativeText), u"Umschalt+Ende"_s);
    QStringList twice;
    QList<QWidget*> menus {window.window().menuBar()};
    for (QMenu* menu : window.window().menuBar()->findChildren<QMenu*>()) {
        menus += menu;
    }
    for (const QWidget* menu : menus) {
        std::map<QString, QString> letters;
        for (const QAction* action : menu->actions()) {
            const QString letter = QKeySequence::mnemonic(action->text()).toString();
            const auto [entry, isNew] = letters.try_emplace(letter, action->text());
            if (!letter.isEmpty() && !isNew) {
                twice += entry->second + u", "_s + action->text();
            }
        }
    }
    QVERIFY2(twice.isEmpty(), qPrintable(twice.join(u"; "_s)));
    // Names of objects do not speak German: a script finds them all the same.
    window.newSocket(u"IPv4"_s, u"datagram"_s, u"newSocketBind"_s);
    QVERIFY(window.window().findChild<QAction*>(u"pair-seqpacket"_s) != nullptr);
}

// What stands in resources/explain: the outcome of a call, the purpose of calls and options.
void TranslationTest::explanations_speakGerman()
{
    NEEDS_GERMAN();
    WindowUnderTest window;
    const SocketId listener = window.newSocket(u"IPv4"_s, u"stream"_s, u"newSocketListen"_s);
    const QString address = window.addressOf(listener);
    const SocketId second = window.newSocket(u"IPv4"_s, u"stream"_s);
    window.showForm(second, u"bind"_s);
    window.typeInto(u"arg-addr"_s, address);
    window.click(u"makeCall"_s);
    EVENTUALLY_COMPARE(window.textOf(u"outcomeMeaning"_s),
        u"Ein eigener Socket hat sie, fd %1: %2."_s.arg(window.node(listener).fd).arg(address));
    // The boxes of the diagram and the options have it in their tooltips.
    QStringList tips;
    for (const QWidget* widget : window.window().findChildren<QWidget*>()) {
        tips += widget->toolTip();
    }
    const QString all = tips.join(u'\n');
    QVERIFY2(all.contains(u"Gibt den Deskriptor zurück"_s), qPrintable(all));
    QVERIFY2(!all.contains(u"Gives the descriptor back"_s), qPrintable(all));
    window.key(static_cast<Qt::Key>(Qt::Key_1 + int {ui::InspectorPanel::Options}), Qt::ControlModifier);
    EVENTUALLY(window.isSeen(u"option-SO_KEEPALIVE"_s));
    QVERIFY(window.widget(u"option-SO_KEEPALIVE"_s)->toolTip().contains(u"Fragt einen stillen TCP-Peer"_s));
    window.click(u"option-SO_KEEPALIVE"_s);
    EVENTUALLY(window.textOf(u"optionMeaning"_s).contains(u"Fragt einen stillen TCP-Peer"_s));
}

// The lesson's words, and nothing else of it.
void TranslationTest::scenario_speaksGerman()
{
    NEEDS_GERMAN();
    WindowUnderTest window;
    QCOMPARE(window.window().findChild<QAction*>(u"scenario-tcp-echo"_s)->text(),
        u"Ein TCP-Echo-Server und sein Client"_s);
    window.click(u"welcomeFirstConnection"_s);
    EVENTUALLY_COMPARE(window.textOf(u"scenarioTitle"_s), u"Ein TCP-Echo-Server und sein Client"_s);
    QVERIFY(window.textOf(u"scenarioAbout"_s).startsWith(u"Das passive und das aktive Öffnen"_s));
    const auto says = [&](const QString& text) {
        const auto rows = window.rows();
        return std::ranges::any_of(rows, [&](const ui::LogRowText& row) { return row.call.contains(text); });
    };
    EVENTUALLY(says(u"Ein Socket beginnt ohne Adresse"_s));
    EVENTUALLY(says(u"socket(AF_INET, SOCK_STREAM"_s));
}

// What the window translates is what a terminal says.
void TranslationTest::phrases_areThoseOfTheModel()
{
    for (int id = 0;; ++id) {
        const auto say = static_cast<model::scenario::Say>(id);
        const char* ours = ui::untranslated(say);
        const char* theirs = model::scenario::english(say);
        if (theirs == nullptr) {
            QVERIFY(id > 100 && ours == nullptr);
            return;
        }
        QCOMPARE(QString::fromUtf8(ours), QString::fromUtf8(theirs));
    }
}

void TranslationTest::problems_speakGerman_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("words");
    const auto row
        = [](const char* text, const QString& words) { QTest::newRow(text) << QByteArray(text) << words; };
    row("listen(5", u"1:9: gefunden: das Zeilenende, erwartet: ',' oder ')'"_s);
    row("expect foo(x) == 1", u"1:8: gefunden: 'foo', erwartet: state, accept_queue, recvq oder sendq"_s);
    row("send(7, \"a\")",
        u"1:6: gefunden: '7', erwartet: ein Socket, den eine frühere Zeile geöffnet hat, oder -1"_s);
    row("let y", u"1:5: gefunden: 'y', erwartet: name = value"_s);
    row("title \xff", u"1:7: gefunden: das Byte 0xff, erwartet: UTF-8-Text ohne Steuerzeichen"_s);
    row("wait %1", u"1:6: gefunden: '%', erwartet: ein Schritt wie: server: listen(listener, 5) = 0"_s);
}

void TranslationTest::problems_speakGerman()
{
    NEEDS_GERMAN();
    QFETCH(const QByteArray, text);
    QFETCH(const QString, words);
    const auto parsed = model::scenario::parse({text.constData(), static_cast<std::size_t>(text.size())}, {});
    QCOMPARE(parsed.problems.size(), std::size_t {1});
    QCOMPARE(ui::problemWords(u"a.scn"_s, parsed.problems.front()), u"a.scn:"_s + words);
    const QString odd = u"%2 %4 %5.scn"_s; // no place for anything
    QCOMPARE(ui::problemWords(odd, parsed.problems.front()), odd + u':' + words);
}

QTEST_MAIN(TranslationTest)
#include "translation_test.moc"
