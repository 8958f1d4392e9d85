#include "tests/ui/support/focus_walk.h"

#include <QApplication>
#include <QImage>
#include <QPointer>
#include <QScreen>
#include <QSet>
#include <QTest>

#include "tests/ui/support/contrast.h"

namespace uitest {

using namespace Qt::StringLiterals;

namespace {

constexpr double kSeen = 1.5; // between the two states of a pixel
constexpr int kCursor = 48; // pixels: a text cursor is less, a thin frame around a small button more
constexpr int kMostStops = 300;
constexpr int kPatience = 2'000; // ms; hardly anything takes it
constexpr int kFrame = 4; // pixels around a widget in which its frame may be

// The pixels of which somebody sees that they have changed.
int seenDifference(const QImage& a, const QImage& b)
{
    if (a.size() != b.size()) {
        return 0;
    }
    int count = 0;
    for (int y = 0; y < a.height(); ++y) {
        for (int x = 0; x < a.width(); ++x) {
            const QRgb one = a.pixel(x, y);
            const QRgb other = b.pixel(x, y);
            if (one != other && contrast(QColor(one), QColor(other)) >= kSeen) {
                ++count;
            }
        }
    }
    return count;
}

// What is drawn there, and what is on the screen there.
struct Picture {
    QImage drawn;
    QImage shown;

    bool isTrue() const { return seenDifference(shown, drawn) == 0; }
};

Picture takePicture(const QWidget& stop)
{
    QWidget* window = stop.window();
    const QRect place(stop.mapTo(window, QPoint()), stop.size());
    const QRect area = place.adjusted(-kFrame, -kFrame, kFrame, kFrame) & window->rect();
    const auto take
        = [](const QPixmap& from) { return from.toImage().convertToFormat(QImage::Format_RGB32); };
    return {take(window->grab(area)),
        take(window->screen()->grabWindow(
            window->winId(), area.left(), area.top(), area.width(), area.height()))};
}

// What is on the screen when it has come to rest: who draws a mark must also ask for being painted.
QImage settledPicture(const QWidget& stop)
{
    Picture picture;
    (void)QTest::qWaitFor(
        [&] {
            picture = takePicture(stop);
            return picture.isTrue();
        },
        kPatience); // a graphics view that was drawn for us may have forgotten to update: that is no matter
                    // here
    return picture.shown;
}

}

void FocusWalk::judge(QWidget& stop)
{
    ++m_stops;
    const QPointer<QWidget> alive(&stop);
    const QImage with = settledPicture(stop);
    stop.clearFocus();
    const QImage without = settledPicture(stop);
    if (!alive) {
        return;
    }
    stop.setFocus(Qt::TabFocusReason);
    const int difference = seenDifference(with, without);
    if (difference <= kCursor) {
        m_found += u"%1: %2 %3 does not show that it has the focus (%4 pixels)"_s.arg(m_where,
            QString::fromLatin1(stop.metaObject()->className()), stop.objectName(),
            QString::number(difference));
    }
}

void FocusWalk::walk(QWidget& root, const QString& where)
{
    m_where = where;
    QSet<const QWidget*> seen;
    for (int i = 0; i < kMostStops; ++i) {
        QTest::keyClick(root.window()->windowHandle(), Qt::Key_Tab);
        QWidget* stop = QApplication::focusWidget();
        if (stop == nullptr || stop->window() != root.window()) {
            m_found += where + u": the Tab key leads nowhere"_s;
            return;
        }
        if (seen.contains(stop)) {
            return;
        }
        seen += stop;
        judge(*stop);
    }
    m_found += where + u": the Tab key does not come round"_s;
}

}
