// Plays a lesson in the real window, on real sockets, up to a moment that shows much, and takes its picture.

#include <QDir>
#include <QSplitter>
#include <QTest>
#include <cstdio>

#include "model/scenario/library.h"
#include "tests/ui/support/window_under_test.h"
#include "ui/log/log_view.h"
#include "ui/scenario/scenario_panel.h"

using namespace Qt::StringLiterals;
using uitest::WindowUnderTest;

namespace {

struct Picture {
    QString file;
    ui::ThemeChoice theme;
    QString scenario;
    int steps; // that are done when it is taken
    QSize size;
    double textScale = 1;
    Qt::Key page = Qt::Key_1; // below the board, by Alt
};

const std::vector<Picture> kPictures {
    {u"window-light.png"_s, ui::ThemeChoice::Light, u"tcp-echo"_s, 22, {1440, 900}},
    {u"window-dark.png"_s, ui::ThemeChoice::Dark, u"tcp-echo"_s, 22, {1440, 900}},
    {u"lecture-light.png"_s, ui::ThemeChoice::Light, u"boundaries"_s, 17, {1280, 720}, 1.2, Qt::Key_2},
};

bool playTo(WindowUnderTest& window, const Picture& picture)
{
    window.window().findChild<QAction*>(u"scenario-"_s + picture.scenario)->trigger();
    auto* bar = window.window().findChild<ui::ScenarioPanel*>();
    const auto isThere = [&] {
        bar->step(); // one that still runs is left alone
        return bar->stepsDone() >= static_cast<std::size_t>(picture.steps);
    };
    return QTest::qWaitFor(isThere, uitest::kLong);
}

bool take(const Picture& picture, const QString& folder)
{
    ui::Preferences preferences;
    preferences.theme = picture.theme;
    preferences.textScale = picture.textScale;
    WindowUnderTest window(preferences, picture.size);
    window.key(picture.page, Qt::AltModifier);
    if (!playTo(window, picture)) {
        return false;
    }
    if (picture.page != Qt::Key_1) { // a lecture: the two pictures, and nothing beside them
        window.choose(u"actionShowInspector"_s);
        auto* board = window.window().findChild<QSplitter*>(u"boardAndPages"_s);
        board->setSizes({board->height() / 2, board->height() / 2});
    }
    if (QWidget* focused = window.window().focusWidget()) { // its mark is for who walks by keys
        focused->clearFocus();
    }
    QTest::qWait(400); // what moves has arrived
    return window.window().grab().save(QDir(folder).filePath(picture.file));
}

}

class MakePictures : public QObject {
    Q_OBJECT

public:
    static inline QString folder;

private Q_SLOTS:
    void make()
    {
        for (const Picture& picture : kPictures) {
            QVERIFY2(take(picture, folder), qPrintable(picture.file));
        }
    }
};

int main(int argc, char** argv)
{
    if (argc != 2 || !QDir(QString::fromLocal8Bit(argv[1])).exists()) {
        std::fputs("usage: sockscope-pictures FOLDER\n", stderr);
        return 64;
    }
    MakePictures::folder = QString::fromLocal8Bit(argv[1]);
    QApplication application(argc, argv);
    MakePictures pictures;
    return QTest::qExec(&pictures);
}

#include "make_pictures.moc"
