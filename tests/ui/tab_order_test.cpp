// Where the Tab key goes: as one reads.

#include <QApplication>
#include <algorithm>

#include "tests/ui/support/window_under_test.h"
#include "ui/log/log_view.h"
#include "ui/tab_order.h"

using namespace netcore;
using namespace Qt::StringLiterals;
using uitest::WindowUnderTest;

namespace {

// Names of what has the focus, key by key, until it comes round.
QStringList walk(WindowUnderTest& window, Qt::Key key)
{
    QStringList names;
    const QWidget* first = QApplication::focusWidget();
    do {
        names += QApplication::focusWidget()->objectName();
        window.key(key, key == Qt::Key_Backtab ? Qt::ShiftModifier : Qt::NoModifier);
    } while (QApplication::focusWidget() != first && names.size() < 300);
    return names;
}

// The first pair of them that is the wrong way round; empty: none is.
QString wrongWay(const QStringList& walked, const QStringList& wanted)
{
    for (qsizetype i = 0; i + 1 < wanted.size(); ++i) {
        const qsizetype one = walked.indexOf(wanted[i]);
        const qsizetype other = walked.indexOf(wanted[i + 1]);
        if (one < 0 || other < 0 || one >= other) {
            return u"%1 (%2), %3 (%4)"_s.arg(wanted[i]).arg(one).arg(wanted[i + 1]).arg(other);
        }
    }
    return {};
}

}

class TabOrderTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void window_isWalkedAsOneReads();
    void backwards_isTheOtherWay();
    void scenario_comesBeforeTheBoard();
    void facts_areWalkedFromAbove();
    void lines_areWalkedAcross();
};

void TabOrderTest::window_isWalkedAsOneReads()
{
    WindowUnderTest window;
    window.clickCard(window.newSocket(u"IPv4"_s, u"stream"_s, u"newSocketBind"_s));
    window.find<QWidget>(u"newSocketButton"_s)->setFocus();
    const QStringList walked = walk(window, Qt::Key_Tab);
    QCOMPARE(wrongWay(walked,
                 {u"newSocketButton"_s, u"socketpairButton"_s, u"scenarioButton"_s, u"lookUpButton"_s,
                     u"paletteButton"_s, u"board"_s, u"timeStart"_s, u"timePlay"_s, u"timeStrip"_s,
                     u"lowerTabs"_s, u"followButton"_s, u"filterEdit"_s, u"logView"_s, u"inspectorTabs"_s,
                     u"step-bind"_s, u"step-listen"_s, u"step-close"_s, u"arg-backlog"_s, u"makeCall"_s}),
        QString());
    QStringList once = walked;
    once.removeDuplicates();
    QCOMPARE(once, walked);
}

void TabOrderTest::backwards_isTheOtherWay()
{
    WindowUnderTest window;
    window.clickCard(window.newSocket(u"UNIX"_s, u"datagram"_s, u"newSocketBind"_s));
    window.find<QWidget>(u"paletteButton"_s)->setFocus();
    const QStringList forth = walk(window, Qt::Key_Tab);
    QStringList back = walk(window, Qt::Key_Backtab);
    std::reverse(back.begin() + 1, back.end());
    QCOMPARE(back, forth);
}

void TabOrderTest::scenario_comesBeforeTheBoard()
{
    WindowUnderTest window;
    window.click(u"welcomeFirstConnection"_s);
    EVENTUALLY(window.isSeen(u"scenarioSteps"_s));
    window.click(u"scenarioPlay"_s); // pause
    window.find<QWidget>(u"paletteButton"_s)->setFocus();
    QCOMPARE(wrongWay(walk(window, Qt::Key_Tab),
                 {u"paletteButton"_s, u"scenarioSteps"_s, u"board"_s, u"logView"_s}),
        QString());
}

void TabOrderTest::facts_areWalkedFromAbove()
{
    WindowUnderTest window;
    window.clickCard(window.newSocket(u"IPv4"_s, u"stream"_s, u"newSocketBind"_s));
    window.key(Qt::Key_2, Qt::ControlModifier);
    EVENTUALLY(window.isSeen(u"kernelSearch"_s));
    const auto places = [&] {
        std::vector<int> tops;
        for (const QWidget* stop : ui::tabOrder(window.window())) {
            if (stop->objectName().startsWith(u"fact-"_s)) {
                tops.push_back(stop->mapTo(&window.window(), QPoint()).y());
            }
        }
        return tops;
    };
    EVENTUALLY(places().size() > 5);
    const std::vector<int> tops = places();
    QVERIFY(std::ranges::is_sorted(tops));
    // What is out of sight comes into it.
    auto* last = window.find<QWidget>(u"inspectorTabs"_s);
    last->setFocus();
    for (int i = 0; i < 60; ++i) {
        window.key(Qt::Key_Tab);
        QWidget* stop = QApplication::focusWidget();
        QVERIFY2(!stop->visibleRegion().isEmpty(), qPrintable(stop->objectName()));
    }
}

// Two lines, of which the second is made first; a line whose parts have not the same height.
void TabOrderTest::lines_areWalkedAcross()
{
    QWidget window;
    const auto add = [&](const char* name, const QRect& place) {
        auto* stop = new QWidget(&window);
        stop->setObjectName(QLatin1String(name));
        stop->setGeometry(place);
        stop->setFocusPolicy(Qt::StrongFocus);
    };
    add("d", {100, 60, 50, 20});
    add("c", {0, 50, 50, 40});
    add("b", {100, 0, 50, 30});
    add("a", {0, 8, 50, 20});
    window.show();
    QStringList names;
    for (const QWidget* stop : ui::tabOrder(window)) {
        names += stop->objectName();
    }
    QCOMPARE(names.join(u' '), u"a b c d"_s);
}

QTEST_MAIN(TabOrderTest)
#include "tab_order_test.moc"
