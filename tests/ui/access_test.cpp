// Every window, panel, dialog and popup, for somebody without a mouse or without eyes.

#include <QAbstractButton>
#include <QAccessible>
#include <QButtonGroup>
#include <QTimer>

#include "tests/ui/support/access_walk.h"
#include "tests/ui/support/dialogs.h"
#include "tests/ui/support/focus_walk.h"
#include "tests/ui/support/window_under_test.h"
#include "ui/log/log_view.h"

using namespace netcore;
using namespace Qt::StringLiterals;
using uitest::AccessWalk;
using uitest::FocusWalk;
using uitest::WindowUnderTest;

class AccessTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void window_canBeUsed();
    void panels_canBeUsed();
    void forms_canBeUsed();
    void steps_areReadAndWalked();
    void dialogs_canBeUsed_data();
    void dialogs_canBeUsed();
    void questions_canBeUsed();
    void modalDialogs_canBeUsed_data();
    void modalDialogs_canBeUsed();
};

void AccessTest::window_canBeUsed()
{
    WindowUnderTest window; // with the welcome on it
    AccessWalk walk;
    walk.judge(window.window(), u"welcome"_s);
    walk.tabThrough(window.window(), u"welcome"_s);
    const SocketId listener = window.newSocket(u"IPv4"_s, u"stream"_s, u"newSocketListen"_s);
    window.clickChip(listener, CallId::Accept4); // asleep: it can be cancelled
    EVENTUALLY_COMPARE(window.node(listener).blocked.size(), 1U);
    walk.judge(window.window(), u"sleeping call"_s);
    walk.tabThrough(window.window(), u"sleeping call"_s);
    QVERIFY2(walk.found().isEmpty(), qPrintable(walk.found().join(u'\n')));
}

void AccessTest::panels_canBeUsed()
{
    WindowUnderTest window;
    const SocketId socket = window.newSocket(u"IPv4"_s, u"datagram"_s, u"newSocketBind"_s);
    window.clickCard(socket);
    AccessWalk walk;
    for (const Qt::Key tab : {Qt::Key_1, Qt::Key_2, Qt::Key_3, Qt::Key_4}) { // of the inspector
        window.key(tab, Qt::ControlModifier);
        walk.judge(window.window(), u"inspector %1"_s.arg(tab - Qt::Key_0));
    }
    for (const Qt::Key page : {Qt::Key_1, Qt::Key_2, Qt::Key_3, Qt::Key_4}) { // below
        window.key(page, Qt::AltModifier);
        window.key(Qt::Key_F, Qt::ControlModifier); // where something can be found in it
        walk.judge(window.window(), u"page %1"_s.arg(page - Qt::Key_0));
        walk.tabThrough(window.window(), u"page %1"_s.arg(page - Qt::Key_0));
        window.key(Qt::Key_Escape);
    }
    window.key(Qt::Key_1, Qt::AltModifier);
    window.log().setFocus();
    window.key(Qt::Key_Home);
    window.key(Qt::Key_F4); // what is known of a row
    EVENTUALLY(window.isSeen(u"detailClose"_s));
    walk.judge(window.window(), u"detail"_s);
    walk.tabThrough(window.window(), u"detail"_s);
    QVERIFY2(walk.found().isEmpty(), qPrintable(walk.found().join(u'\n')));
}

void AccessTest::forms_canBeUsed()
{
    WindowUnderTest window;
    const SocketId socket = window.newSocket(u"UNIX"_s, u"datagram"_s, u"newSocketBind"_s);
    window.clickCard(socket);
    AccessWalk walk;
    QStringList calls; // by name: a form that makes room for another takes buttons with it
    for (const QAbstractButton* step : window.window().findChildren<QAbstractButton*>()) {
        if (step->objectName().startsWith(u"step-"_s) && step->isVisible()) {
            calls += step->objectName();
        }
    }
    QVERIFY(calls.size() > 10);
    for (const QString& call : std::as_const(calls)) {
        window.click(call);
        QCoreApplication::sendPostedEvents();
        walk.judge(*window.widget(u"inspector"_s), call);
    }
    QVERIFY2(walk.found().isEmpty(), qPrintable(walk.found().join(u'\n')));
}

void AccessTest::steps_areReadAndWalked()
{
    WindowUnderTest window;
    window.click(u"welcomeFirstConnection"_s);
    EVENTUALLY(window.isSeen(u"scenarioSteps"_s));
    auto* steps = window.widget(u"scenarioSteps"_s);
    QAccessibleInterface* list = QAccessible::queryAccessibleInterface(steps);
    QCOMPARE(list->role(), QAccessible::List);
    QVERIFY(list->childCount() > 10);
    const auto spoken = [&](int step) { return list->child(step)->text(QAccessible::Name); };
    EVENTUALLY(spoken(2).startsWith(u"Step 3, done: "_s)); // it runs by itself
    QVERIFY2(spoken(0).contains(u"socket(AF_INET"_s), qPrintable(spoken(0)));
    QVERIFY(spoken(list->childCount() - 1).contains(u", to come: "_s));

    window.click(u"scenarioPlay"_s); // pause: the next step would go back to the present
    steps->setFocus(Qt::TabFocusReason);
    window.key(Qt::Key_Home);
    QCOMPARE(list->focusChild(), list->child(0));
    window.key(Qt::Key_Down);
    QCOMPARE(list->indexOfChild(list->focusChild()), 1);
    window.key(Qt::Key_Return); // as a click on it: everything as it was then
    const auto* time = window.widget(u"timeStrip"_s);
    EVENTUALLY(time->accessibleName().contains(u"event"_s));
}

void AccessTest::dialogs_canBeUsed_data()
{
    QTest::addColumn<uitest::Dialog>("dialog");
    for (const uitest::Dialog& dialog : uitest::kDialogs) {
        QTest::newRow(dialog.what) << dialog;
    }
}

void AccessTest::dialogs_canBeUsed()
{
    QFETCH(const uitest::Dialog, dialog);
    const QString name = QString::fromUtf16(dialog.name);
    WindowUnderTest window;
    window.newSocket(u"IPv4"_s, u"stream"_s);
    QWidget* opened = uitest::open(window, dialog);
    QVERIFY(opened != nullptr);
    AccessWalk walk;
    uitest::forEachPage(*opened, [&] {
        walk.tabThrough(*opened, name); // first: it begins where it was opened
        walk.judge(*opened, name);
    });
    QVERIFY2(walk.found().isEmpty(), qPrintable(walk.found().join(u'\n')));
    QTest::keyClick(opened->window()->windowHandle(), Qt::Key_Escape);
    EVENTUALLY(!window.isSeen(name));
}

// What is said after a crash, and of a file that cannot be opened.
void AccessTest::questions_canBeUsed()
{
    WindowUnderTest window;
    window.window().ask(u"A session is still there."_s, u"Open it"_s, [] {});
    window.window().showProblem(u"It cannot be opened."_s, u"Choose another one."_s);
    EVENTUALLY(window.isSeen(u"messageBar"_s));
    AccessWalk walk;
    FocusWalk focus;
    walk.judge(window.window(), u"question"_s);
    walk.tabThrough(window.window(), u"question"_s);
    focus.walk(window.window(), u"question"_s);
    const QStringList found = walk.found() + focus.found();
    QVERIFY2(found.isEmpty(), qPrintable(found.join(u'\n')));
}

void AccessTest::modalDialogs_canBeUsed_data()
{
    QTest::addColumn<QString>("opener");
    for (const QString& action :
        {u"actionAbout"_s, u"actionOpen"_s, u"actionSaveAs"_s, u"actionOpenScenario"_s}) {
        QTest::newRow(qPrintable(action)) << action; // the message box is as the one that asks before closing
    }
}

// These are asked in an event loop of their own.
void AccessTest::modalDialogs_canBeUsed()
{
    QFETCH(const QString, opener);
    WindowUnderTest window;
    AccessWalk walk;
    FocusWalk focus;
    bool wasOpen = false;
    QTimer look;
    connect(&look, &QTimer::timeout, &look, [&] {
        QWidget* dialog = QApplication::activeModalWidget();
        if (dialog == nullptr || !dialog->isActiveWindow()) {
            return;
        }
        look.stop();
        wasOpen = true;
        walk.tabThrough(*dialog, opener);
        walk.judge(*dialog, opener);
        focus.walk(*dialog, opener);
        QTest::keyClick(dialog->windowHandle(), Qt::Key_Escape);
    });
    look.start(20);
    window.choose(opener);
    EVENTUALLY(wasOpen && QApplication::activeModalWidget() == nullptr);
    const QStringList found = walk.found() + focus.found();
    QVERIFY2(found.isEmpty(), qPrintable(found.join(u'\n')));
}

QTEST_MAIN(AccessTest)
#include "access_test.moc"
