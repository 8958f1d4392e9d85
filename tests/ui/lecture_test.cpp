// A lecturer's window: big type, 1280 × 720, a scenario beside the board, in both languages. Nothing is cut,
// and the window does not have to grow.

#include <QDir>
#include <QFile>
#include <QMenu>
#include <QToolButton>

#include "tests/ui/support/fitting.h"
#include "tests/ui/support/window_under_test.h"
#include "ui/scenario/scenario_panel.h"
#include "ui/translation.h"

using namespace netcore;
using namespace Qt::StringLiterals;
using uitest::WindowUnderTest;
using uitest::wordsThatDoNotFit;

namespace {

constexpr QSize kProjector {1280, 720};

ui::Preferences bigType()
{
    ui::Preferences preferences;
    preferences.theme = ui::ThemeChoice::Light;
    preferences.textScale = ui::Preferences::kPresenterText;
    return preferences;
}

void judge(WindowUnderTest& window, const QString& where, QStringList& problems)
{
    QCoreApplication::processEvents(); // the layout of what was just shown
    const QSize size = window.window().size();
    if (size != kProjector) {
        problems += u"%1: the window has grown to %2×%3"_s.arg(where).arg(size.width()).arg(size.height());
    }
    for (const QString& cut : wordsThatDoNotFit(window.window())) {
        problems += where + u": "_s + cut;
    }
}

}

class LectureTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void words_fit_data();
    void words_fit();
    void controls_fold();
    void inspector_givesWay();
    void inspector_givesWayToLargeType();
    void inspector_givesWayToASmallWindow();
    void question_foldsItsAnswer();
};

void LectureTest::words_fit_data()
{
    QTest::addColumn<QString>("language");
    QTest::newRow("English") << u"en"_s;
    QTest::newRow("German") << u"de"_s;
}

void LectureTest::words_fit()
{
    QFETCH(QString, language);
    if (language == u"de"_s && !QFile::exists(u":/translations/sockscope_de.qm"_s)) {
        QSKIP("This was built without lrelease (qt6-l10n-tools): English only.");
    }
    ui::installTranslation(*QCoreApplication::instance(), language);
    WindowUnderTest window(bigType(), kProjector);
    QStringList problems;
    judge(window, u"welcome"_s, problems);
    window.click(u"welcomeFirstConnection"_s);
    EVENTUALLY(window.isSeen(u"scenarioPanel"_s));
    window.click(u"scenarioPlay"_s); // it pauses
    auto* panel = window.find<ui::ScenarioPanel>(u"scenarioPanel"_s);
    for (const bool scenario : {true, false}) {
        for (const Qt::Key page : {Qt::Key_1, Qt::Key_2, Qt::Key_3, Qt::Key_4}) {
            const QString name = QString(QChar(page)) + (scenario ? u" beside a scenario"_s : QString());
            window.key(page, Qt::AltModifier);
            judge(window, u"page "_s + name, problems);
            if (!scenario) {
                window.key(page, Qt::ControlModifier);
                judge(window, u"tab "_s + name, problems);
            }
        }
        if (scenario) {
            while (!panel->isOver()) {
                const std::size_t before = panel->stepsDone();
                window.key(Qt::Key_F10);
                EVENTUALLY(panel->stepsDone() > before || panel->isOver());
            }
            judge(window, u"its end"_s, problems);
            window.click(u"scenarioClose"_s);
            EVENTUALLY(!window.isSeen(u"scenarioPanel"_s));
            window.clickCard(window.newSocket(u"IPv4"_s, u"stream"_s, u"newSocketListen"_s));
        }
    }
    problems.removeDuplicates();
    QVERIFY2(problems.isEmpty(), qPrintable(problems.join(u"; "_s)));
}

// What has no room is in a menu, and does there what it does elsewhere.
void LectureTest::controls_fold()
{
    WindowUnderTest window(bigType(), {1100, 720});
    window.key(Qt::Key_2, Qt::AltModifier);
    EVENTUALLY(window.isSeen(u"sequenceHeadMore"_s));
    QVERIFY(!window.isSeen(u"sequenceExport"_s));
    window.click(u"sequenceHeadMore"_s);
    auto* menu = qobject_cast<QMenu*>(QApplication::activePopupWidget());
    QVERIFY(menu != nullptr);
    QAction* exporting = nullptr;
    for (QAction* action : menu->actions()) {
        QVERIFY2(action->text().size() > 1, "A sign alone says nothing in a menu.");
        exporting = action->objectName() == u"sequenceExportAction"_s ? action : exporting;
    }
    QVERIFY(exporting != nullptr);
    QTest::mouseClick(menu, Qt::LeftButton, {}, menu->actionGeometry(exporting).center());
    const auto opened = [&] { return qobject_cast<QMenu*>(QApplication::activePopupWidget()); };
    EVENTUALLY(opened() != nullptr && opened() != menu);
    QVERIFY(opened()->actions().front()->objectName().startsWith(u"picture"_s));
    while (QWidget* popup = QApplication::activePopupWidget()) {
        QTest::keyClick(popup, Qt::Key_Escape);
    }
    window.window().resize(1440, 720);
    window.choose(u"actionShowInspector"_s);
    EVENTUALLY(window.isSeen(u"sequenceExport"_s));
    QVERIFY(!window.isSeen(u"sequenceHeadMore"_s));
}

void LectureTest::inspector_givesWay()
{
    WindowUnderTest window(bigType(), {1000, 720});
    QVERIFY(window.isSeen(u"inspector"_s));
    window.click(u"welcomeFirstConnection"_s);
    EVENTUALLY(window.isSeen(u"scenarioPanel"_s));
    QVERIFY(!window.isSeen(u"inspector"_s));
    window.click(u"scenarioClose"_s);
    EVENTUALLY(window.isSeen(u"inspector"_s));
}

// Large type that is chosen once the scenario stands there.
void LectureTest::inspector_givesWayToLargeType()
{
    WindowUnderTest window({}, kProjector);
    window.click(u"welcomeFirstConnection"_s);
    EVENTUALLY(window.isSeen(u"scenarioPanel"_s));
    QVERIFY(window.isSeen(u"inspector"_s));
    const int title = window.find<QLabel>(u"scenarioTitle"_s)->fontMetrics().height();
    window.key(Qt::Key_B, Qt::ControlModifier | Qt::ShiftModifier);
    EVENTUALLY(!window.isSeen(u"inspector"_s));
    QVERIFY(window.find<QLabel>(u"scenarioTitle"_s)->fontMetrics().height() > title);
    window.key(Qt::Key_B, Qt::ControlModifier | Qt::ShiftModifier);
    EVENTUALLY(window.isSeen(u"inspector"_s));
}

// Who brings it back keeps it, whatever the window does within that width.
void LectureTest::inspector_givesWayToASmallWindow()
{
    WindowUnderTest window(bigType(), {1900, 900});
    window.click(u"welcomeFirstConnection"_s);
    EVENTUALLY(window.isSeen(u"scenarioPanel"_s));
    QVERIFY(window.isSeen(u"inspector"_s));
    window.window().resize(1280, 720);
    EVENTUALLY(!window.isSeen(u"inspector"_s));
    window.window().findChild<QAction*>(u"actionShowInspector"_s)->trigger();
    EVENTUALLY(window.isSeen(u"inspector"_s));
    window.window().resize(1270, 720);
    QVERIFY(window.isSeen(u"inspector"_s));
}

void LectureTest::question_foldsItsAnswer()
{
    WindowUnderTest window;
    window.window().findChild<QAction*>(u"scenario-boundaries"_s)->trigger();
    EVENTUALLY(window.isSeen(u"scenarioPanel"_s));
    auto* panel = window.find<ui::ScenarioPanel>(u"scenarioPanel"_s);
    auto* steps = window.find<ui::StepList>(u"scenarioSteps"_s);
    while (steps->foldPlace().isEmpty() && !panel->isOver()) {
        const std::size_t before = panel->stepsDone();
        window.key(Qt::Key_F10);
        EVENTUALLY(panel->stepsDone() > before || panel->isOver());
    }
    const std::size_t question = steps->doneCount();
    QVERIFY(question + 1 < steps->count());
    QVERIFY(steps->shownText(question).endsWith(u'?'));
    QVERIFY(!steps->shownText(question).contains(u"predict"_s));
    QVERIFY(steps->shownText(question + 1).endsWith(u") = ?"_s));
    const QPoint words = steps->foldPlace().center();
    QTest::mouseClick(steps->viewport(), Qt::LeftButton, {}, words);
    QVERIFY(steps->foldPlace().isEmpty());
    QVERIFY(steps->shownText(question + 1).contains(u") = 11"_s));
}

QTEST_MAIN(LectureTest)
#include "lecture_test.moc"
