// Keys: the list of them is true, none has two meanings, and F6 goes round the panels.

#include <QAction>
#include <QClipboard>
#include <QMenu>
#include <QMenuBar>
#include <QTreeWidget>
#include <map>

#include "tests/ui/support/window_under_test.h"
#include "ui/help/key_list.h"
#include "ui/help/keys_dialog.h"

using namespace netcore;
using namespace Qt::StringLiterals;
using uitest::WindowUnderTest;

namespace {

ui::KeysDialog* openList(WindowUnderTest& window)
{
    window.key(Qt::Key_F1);
    ui::KeysDialog* dialog = nullptr;
    const auto isThere = [&] { return (dialog = window.window().findChild<ui::KeysDialog*>()) != nullptr; };
    if (!QTest::qWaitFor(isThere) || !QTest::qWaitForWindowActive(dialog)) {
        QTest::qFail("There is no list of keys.", __FILE__, __LINE__);
    }
    return dialog;
}

QStringList namesIn(const QTreeWidget& tree)
{
    QStringList names;
    for (int group = 0; group < tree.topLevelItemCount(); ++group) {
        for (int line = 0; line < tree.topLevelItem(group)->childCount(); ++line) {
            names += tree.topLevelItem(group)->child(line)->text(0);
        }
    }
    return names;
}

bool takes(QWidget& widget, const QKeySequence& key)
{
    const QKeyCombination pressed = key[0];
    const QString text = pressed.key() == Qt::Key_Plus ? u"+"_s
        : pressed.key() == Qt::Key_Minus               ? u"-"_s
                                                       : QString();
    QKeyEvent event(QEvent::KeyPress, pressed.key(), pressed.keyboardModifiers(), text);
    QApplication::sendEvent(&widget, &event);
    return event.isAccepted();
}

}

class KeysTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void keys_haveOneMeaning();
    void menus_haveNoLetterTwice();
    void panelKeys_areTaken();
    void list_isSearchedAndCopied();
    void find_isForThePageInSight();
    void panels_byF6();
};

void KeysTest::keys_haveOneMeaning()
{
    WindowUnderTest window;
    std::map<QString, QString> meaning;
    QStringList twice;
    QSet<QString> names;
    for (const QAction* action : window.window().findChildren<QAction*>()) {
        if (action->objectName().startsWith(u"action"_s)) { // by it the palette remembers
            QVERIFY2(!names.contains(action->objectName()), qPrintable(action->objectName()));
            names += action->objectName();
        }
        for (const QKeySequence& key : action->shortcuts()) {
            const auto [entry, isNew] = meaning.try_emplace(key.toString(), action->objectName());
            if (!isNew && entry->second != action->objectName()) {
                twice += key.toString() + u": "_s + entry->second + u", "_s + action->objectName();
            }
        }
    }
    QVERIFY(meaning.size() > 25);
    QVERIFY2(twice.isEmpty(), qPrintable(twice.join(u"; "_s)));
}

void KeysTest::menus_haveNoLetterTwice()
{
    WindowUnderTest window;
    QList<QWidget*> menus {window.window().menuBar()};
    for (QMenu* menu : window.window().menuBar()->findChildren<QMenu*>()) {
        menus += menu;
    }
    QStringList twice;
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
}

// What the list says of a panel's keys is asked of the panel.
void KeysTest::panelKeys_areTaken()
{
    WindowUnderTest window;
    const SocketId socket = window.newSocket(u"IPv4"_s, u"datagram"_s, u"newSocketBind"_s);
    window.clickCard(socket);
    for (const Qt::Key page : {Qt::Key_2, Qt::Key_3, Qt::Key_4, Qt::Key_1}) { // so that all pages are made
        window.key(page, Qt::AltModifier);
    }
    QStringList refused;
    for (const ui::KeyLine& line : ui::panelKeys()) {
        auto* panel = window.window().findChild<QWidget*>(line.widget);
        QVERIFY2(panel != nullptr, qPrintable(line.widget));
        for (const QKeySequence& key : line.keys) {
            if (!takes(*panel, key)) {
                refused += line.widget + u' ' + key.toString();
            }
        }
    }
    QVERIFY2(refused.isEmpty(), qPrintable(refused.join(u"; "_s)));
}

void KeysTest::list_isSearchedAndCopied()
{
    WindowUnderTest window;
    ui::KeysDialog* dialog = openList(window);
    const auto* tree = dialog->findChild<QTreeWidget*>(u"keysTree"_s);
    const qsizetype all = namesIn(*tree).size();
    QVERIFY(all > 50);
    QTest::keyClicks(QApplication::focusWidget(), u"follow the end"_s);
    EVENTUALLY(namesIn(*tree).contains(u"Follow the end, or pause"_s));
    QVERIFY(namesIn(*tree).size() < all);
    QTest::mouseClick(dialog->findChild<QWidget*>(u"keysCopy"_s), Qt::LeftButton);
    const QString text = QApplication::clipboard()->text();
    QVERIFY(text.startsWith(u"File\n"_s));
    QVERIFY2(text.contains(QRegularExpression(u"  Ctrl\\+N +New socket"_s)), qPrintable(text));
    QVERIFY(text.contains(u"\nMessage log\n"_s));
    QTest::keyClick(dialog, Qt::Key_Escape);
    EVENTUALLY(window.window().findChild<ui::KeysDialog*>() == nullptr);
}

void KeysTest::find_isForThePageInSight()
{
    WindowUnderTest window;
    window.key(Qt::Key_F, Qt::ControlModifier);
    EVENTUALLY(window.isSeen(u"findEdit"_s));
    window.key(Qt::Key_Escape);
    window.key(Qt::Key_3, Qt::AltModifier);
    EVENTUALLY(window.isSeen(u"streamView"_s));
    window.key(Qt::Key_F, Qt::ControlModifier);
    EVENTUALLY(window.isSeen(u"streamWanted"_s));
    QCOMPARE(QApplication::focusWidget()->objectName(), u"streamWanted"_s);
    window.key(Qt::Key_F3); // one meaning: the streams' next hit, not the log's
    QVERIFY(window.isSeen(u"streamView"_s));
    window.key(Qt::Key_Escape);
    window.board().setFocus();
    window.key(Qt::Key_F3); // from elsewhere, too
    QVERIFY(window.isSeen(u"streamView"_s));
    window.key(Qt::Key_4, Qt::AltModifier); // a page in which nothing can be found: the log's
    EVENTUALLY(window.isSeen(u"throughputPlot"_s));
    window.key(Qt::Key_F3);
    EVENTUALLY(window.isSeen(u"logView"_s));
}

void KeysTest::panels_byF6()
{
    WindowUnderTest window;
    const auto panelOfFocus = [] {
        for (const QWidget* at = QApplication::focusWidget(); at != nullptr; at = at->parentWidget()) {
            for (const QString& name : {u"board"_s, u"lowerPanel"_s, u"inspector"_s, u"messageBar"_s}) {
                if (at->objectName() == name) {
                    return name;
                }
            }
        }
        return QString();
    };
    QCOMPARE(panelOfFocus(), u"board"_s);
    QStringList round;
    for (int i = 0; i < 3; ++i) {
        window.key(Qt::Key_F6);
        round += panelOfFocus();
    }
    QCOMPARE(round, QStringList({u"lowerPanel"_s, u"inspector"_s, u"board"_s}));
    window.window().showProblem(u"What"_s, u"Remedy"_s);
    QCOMPARE(panelOfFocus(), u"board"_s); // a message takes no keys
    window.key(Qt::Key_F6, Qt::ShiftModifier);
    QCOMPARE(panelOfFocus(), u"messageBar"_s);
    window.key(Qt::Key_Escape);
    EVENTUALLY_COMPARE(panelOfFocus(), u"board"_s);
    QVERIFY(!window.isSeen(u"messageBar"_s));
}

QTEST_MAIN(KeysTest)
#include "keys_test.moc"
