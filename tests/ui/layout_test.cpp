// What is where, over runs: panels, tabs, sizes, columns; and back to the usual.

#include <QSettings>
#include <QSplitter>
#include <QTabBar>
#include <QTemporaryDir>
#include <QToolButton>

#include "tests/ui/support/window_under_test.h"
#include "ui/log/log_view.h"

using namespace Qt::StringLiterals;
using uitest::WindowUnderTest;

class LayoutTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void layout_comesBack();
    void detail_leavesTheRowsTheirRoom();
    void layout_comesToRest();
    void layout_isReset();
    void welcome_hasRoomForItsLessons();
    void lowPanel_foldsItsControls();
    void hiddenPanel_givesTheKeysAway();
};

void LayoutTest::layout_comesBack()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"settings.ini"_s);
    {
        WindowUnderTest window({}, {1300, 820});
        window.newSocket(u"IPv4"_s, u"stream"_s);
        window.key(Qt::Key_3, Qt::ControlModifier);
        window.choose(u"actionShowInspector"_s);
        QVERIFY(!window.isSeen(u"inspector"_s));
        window.log().setFocus();
        window.key(Qt::Key_Home);
        window.key(Qt::Key_F4);
        EVENTUALLY(window.isSeen(u"logDetail"_s));
        window.find<QSplitter>(u"logAcross"_s)->setSizes({400, 700});
        window.log().restoreColumns(u"Time:12 Call:0 Result:20"_s);
        window.key(Qt::Key_4, Qt::AltModifier);
        window.window().close();
        QSettings settings(path, QSettings::IniFormat);
        window.preferences().save(settings);
    }
    const QSettings settings(path, QSettings::IniFormat);
    WindowUnderTest window(ui::Preferences::load(settings), {1300, 820});
    QVERIFY(!window.isSeen(u"inspector"_s));
    QVERIFY(window.isSeen(u"throughputPlot"_s));
    QCOMPARE(window.log().columnsState().section(u' ', 0, 0), u"Time:12"_s);
    QCOMPARE(window.log().columnsState().count(u' '), 2);
    window.key(Qt::Key_1, Qt::AltModifier);
    EVENTUALLY(window.isSeen(u"logDetail"_s));
    const QList<int> sizes = window.find<QSplitter>(u"logAcross"_s)->sizes();
    QVERIFY2(sizes[1] > sizes[0], "The detail's width has been forgotten.");
    window.choose(u"actionShowInspector"_s);
    QVERIFY(window.isSeen(u"inspector"_s));
    QCOMPARE(window.find<QTabBar>(u"inspectorTabs"_s)->currentIndex(), 2); // though it was hidden
}

void LayoutTest::detail_leavesTheRowsTheirRoom()
{
    WindowUnderTest window;
    window.newSocket(u"IPv4"_s, u"stream"_s);
    window.log().setFocus();
    window.key(Qt::Key_Home);
    window.key(Qt::Key_F4);
    EVENTUALLY(window.isSeen(u"logDetail"_s));
    const QList<int> sizes = window.find<QSplitter>(u"logAcross"_s)->sizes();
    QVERIFY2(sizes[0] > sizes[1], "The detail takes more than the log.");
}

namespace {

class LayoutCounter : public QObject {
public:
    explicit LayoutCounter(const QWidget& within) : m_within(within) { qApp->installEventFilter(this); }
    int count = 0;

protected:
    bool eventFilter(QObject* watched, QEvent* event) override
    {
        const auto* widget = qobject_cast<QWidget*>(watched);
        const bool isIn = widget != nullptr && (widget == &m_within || m_within.isAncestorOf(widget));
        count += event->type() == QEvent::LayoutRequest && isIn ? 1 : 0;
        return false;
    }

private:
    const QWidget& m_within;
};

}

// A layout that asks for the next one takes a core for nothing.
void LayoutTest::layout_comesToRest()
{
    WindowUnderTest window;
    for (const Qt::Key page : {Qt::Key_2, Qt::Key_3, Qt::Key_4, Qt::Key_1}) {
        window.key(page, Qt::AltModifier);
        LayoutCounter counter(*window.widget(u"lowerPanel"_s));
        const auto comesToRest = [&] {
            counter.count = 0;
            for (int i = 0; i < 20; ++i) {
                QCoreApplication::sendPostedEvents();
                QCoreApplication::processEvents();
            }
            return counter.count == 0;
        };
        EVENTUALLY(comesToRest());
    }
}

void LayoutTest::layout_isReset()
{
    ui::Preferences preferences;
    preferences.showsInspector = false;
    preferences.showsLower = false;
    preferences.lowerTab = 2;
    preferences.logColumns = u"Call:0"_s;
    WindowUnderTest window(preferences);
    QVERIFY(!window.isSeen(u"inspector"_s) && !window.isSeen(u"lowerPanel"_s));
    window.choose(u"actionResetLayout"_s);
    EVENTUALLY(window.isSeen(u"inspector"_s) && window.isSeen(u"logView"_s));
    WindowUnderTest fresh;
    QCOMPARE(window.log().columnsState(), fresh.log().columnsState());
    QVERIFY(window.isSeen(u"board"_s));
}

void LayoutTest::welcome_hasRoomForItsLessons()
{
    WindowUnderTest window({}, {1100, 700});
    EVENTUALLY(window.isSeen(u"lessonsAll"_s));
    const QWidget* welcome = window.widget(u"welcome"_s);
    for (const QPushButton* link : welcome->findChildren<QPushButton*>()) {
        const QRect place(link->mapTo(welcome, QPoint()), link->size());
        QVERIFY2(welcome->rect().contains(place), qPrintable(link->text()));
        QVERIFY2(link->width() >= link->sizeHint().width(), qPrintable(link->text()));
    }
}

// Big type in a small window: a second line of buttons would leave the log two rows.
void LayoutTest::lowPanel_foldsItsControls()
{
    ui::Preferences preferences;
    preferences.textScale = 1.6;
    WindowUnderTest window(preferences, {1280, 720});
    window.click(u"welcomeFirstConnection"_s);
    EVENTUALLY(window.isSeen(u"scenarioStep"_s));
    window.click(u"scenarioPlay"_s); // it pauses
    for (const auto& [key, name] :
        {std::pair(Qt::Key_1, u"logHead"_s), std::pair(Qt::Key_2, u"sequenceHead"_s)}) {
        window.key(key, Qt::AltModifier);
        EVENTUALLY(window.isSeen(name));
        const QWidget* head = window.widget(name);
        const QWidget* tabs = window.widget(u"lowerTabs"_s);
        const auto topOf
            = [&](const QWidget& part, int y) { return part.mapTo(&window.window(), QPoint(0, y)).y(); };
        const bool onOneLine
            = QTest::qWaitFor([&] { return topOf(*head, 0) < topOf(*tabs, tabs->height()); }, uitest::kLong);
        QVERIFY2(onOneLine,
            qPrintable(u"%1: %2 and %3 in %4"_s.arg(name)
                           .arg(tabs->width())
                           .arg(head->minimumSizeHint().width())
                           .arg(window.widget(u"lowerPanel"_s)->width())));
        for (const QToolButton* button : head->findChildren<QToolButton*>()) {
            QVERIFY2(!button->isVisible() || button->width() >= button->minimumSizeHint().width(),
                qPrintable(button->objectName()));
        }
    }
}

void LayoutTest::hiddenPanel_givesTheKeysAway()
{
    WindowUnderTest window;
    window.log().setFocus();
    window.choose(u"actionShowLower"_s);
    QVERIFY(!window.isSeen(u"lowerPanel"_s));
    QVERIFY(window.board().hasFocus());
    window.key(Qt::Key_F6); // goes over what is hidden
    QVERIFY(window.widget(u"inspector"_s)->isAncestorOf(QApplication::focusWidget()));
    window.key(Qt::Key_L, Qt::ControlModifier); // what is asked for shows itself
    EVENTUALLY(window.isSeen(u"filterEdit"_s));
}

QTEST_MAIN(LayoutTest)
#include "layout_test.moc"
