// A frame of the board with a thousand cards and two hundred bytes on their way, and what the mouse does to
// it. Beside it the least that a scene of Qt's costs here: as many plain rectangles, lines and dots.

#include <QApplication>
#include <QElapsedTimer>
#include <QGraphicsEllipseItem>
#include <QMouseEvent>
#include <QScrollBar>
#include <algorithm>
#include <cmath>
#include <ctime>

#include "tests/bench/all_benches.h"
#include "tests/bench/large_board.h"

namespace bench {

namespace {

constexpr double kFrame = 8; // ms: half of what there is at 60 frames a second
constexpr double kAnswer = 16; // ms: to a click, all panels together
constexpr int kBetweenEvents = 40; // ms: nearer ones are taken together
constexpr double kUsual = 0.95; // the share of frames that must keep to it

// ms of this thread's own processor time: what is not blurred by whatever else the machine does.
double processorTime()
{
    timespec now {};
    ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) / 1e6;
}

class PaintCount final : public QObject {
public:
    explicit PaintCount(QWidget& of) { of.installEventFilter(this); }
    int paints() const { return m_paints; }

protected:
    bool eventFilter(QObject*, QEvent* event) override
    {
        m_paints += event->type() == QEvent::Paint ? 1 : 0;
        return false;
    }

private:
    int m_paints = 0;
};

// The same number of the plainest items, in the same places.
class PlainView final : public QGraphicsView {
public:
    explicit PlainView(LargeBoard& like)
    {
        setScene(&m_scene);
        m_scene.setItemIndexMethod(QGraphicsScene::NoIndex);
        setRenderHint(QPainter::Antialiasing);
        setViewportUpdateMode(SmartViewportUpdate);
        setFrameShape(NoFrame);
        for (const auto& [id, card] : like.board().cards()) {
            m_scene.addRect(card->onBoard(), QPen(Qt::gray), QBrush(Qt::white));
        }
        for (const ui::CordItem* cord : like.cords(like.board().cards().size())) {
            m_scene.addLine(QLineF(cord->from().pos(), cord->to().pos()), QPen(Qt::gray));
        }
        for (const ui::CordItem* cord : like.cords(like.board().cards().size())) {
            auto* dot = m_scene.addEllipse(-6, -6, 12, 12, Qt::NoPen, QBrush(Qt::blue));
            m_dots.push_back({dot, QLineF(cord->from().pos(), cord->to().pos())});
        }
    }

    void moveDots(std::size_t count)
    {
        m_way = std::fmod(m_way + 0.06, 1.0);
        for (std::size_t i = 0; i < std::min(count, m_dots.size()); ++i) {
            m_dots[i].item->setPos(m_dots[i].way.pointAt(m_way));
        }
    }

private:
    struct Dot {
        QGraphicsEllipseItem* item;
        QLineF way;
    };
    QGraphicsScene m_scene;
    std::vector<Dot> m_dots;
    double m_way = 0;
};

// Frames one after the other, each from a change to the picture of it.
class Frames {
public:
    explicit Frames(QGraphicsView& view) : m_view(view), m_paints(*view.viewport()) { }

    // ms
    double frame(const std::function<void()>& change)
    {
        QElapsedTimer since;
        since.start();
        do {
            QApplication::processEvents(); // what is left of the one before
        } while (since.elapsed() < m_pause);
        const int before = m_paints.paints();
        const double began = processorTime();
        const double taken = 1e3 * secondsOf([&] {
            change();
            QApplication::processEvents();
            if (m_paints.paints() == before) {
                m_view.viewport()->repaint();
            }
        });
        m_all.push_back(taken);
        m_busy.push_back(processorTime() - began);
        return taken;
    }
    // The median of so many.
    double frames(int count, const std::function<void(int)>& change)
    {
        std::vector<double> taken;
        for (int i = 0; i < count; ++i) {
            taken.push_back(frame([&] { change(i); }));
        }
        return spreadOf(taken).median;
    }

    void setPause(int milliseconds) { m_pause = milliseconds; } // before each
    std::vector<double> takeAll() { return std::exchange(m_all, {}); }
    double takeBusy() { return spreadOf(std::exchange(m_busy, {})).median; }

private:
    QGraphicsView& m_view;
    PaintCount m_paints;
    int m_pause = 0;
    std::vector<double> m_all;
    std::vector<double> m_busy;
};

double usual(std::vector<double> values)
{
    std::ranges::sort(values);
    return values[static_cast<std::size_t>(static_cast<double>(values.size() - 1) * kUsual)];
}

Measured within(std::string what, Spread ours, double most)
{
    Measured measured;
    measured.what = std::move(what);
    measured.unit = "ms";
    measured.ours = ours;
    measured.demand = Demand::AtMost;
    measured.demanded = most;
    return measured;
}

std::string text(const char* before, double milliseconds)
{
    char buffer[64];
    std::snprintf(buffer, sizeof buffer, "%s %.2f ms", before, milliseconds);
    return buffer;
}

class BoardBench {
public:
    explicit BoardBench(const Settings& settings)
        : m_settings(settings)
        , m_frames(settings.quick ? 3 : std::max(60, 300 / settings.rounds))
        , m_dots(settings.quick ? 8 : 200)
        , m_board(settings.quick ? 40 : 1'000)
        , m_plain(m_board)
        , m_ours(m_board.view())
        , m_theirs(m_plain)
        , m_cords(m_board.cords(m_dots))
    {
        m_plain.resize(m_board.view().size());
        m_plain.show();
    }

    std::vector<Measured> run()
    {
        m_board.view().fitAll();
        m_plain.fitInView(m_plain.sceneRect());
        beside("frame, all in sight", [](QGraphicsView&, int) {});
        alone("drag a card, all in sight", [this](int i) { dragCard(i); });
        m_board.view().zoomBy(1 / m_board.view().zoom());
        m_board.view().centreOn({600, 400});
        m_plain.resetTransform();
        m_plain.centerOn({600, 400});
        beside("frame at 100 %", [](QGraphicsView&, int) {});
        beside("the same, panning", [](QGraphicsView& view, int i) {
            QScrollBar& bar = *view.horizontalScrollBar();
            bar.setValue(bar.value() + (i / 20 % 2 == 0 ? 11 : -11));
        });
        alone("drag a card at 100 %", [this](int i) { dragCard(i); });
        alone("drag a cord to connect", [this](int i) { dragCord(i); });
        alone(
            "click that selects a card", [this](int i) { select(i); }, kAnswer);
        refresh();
        return std::move(m_results);
    }

private:
    void moveBytes()
    {
        for (ui::CordItem* cord : m_cords) {
            if (cord->dots() == 0) {
                cord->carry(cord->edge().from, 5, QStringLiteral("\"hello\""));
            }
        }
        m_board.board().motion().step();
    }

    // Ours and the plain one in turn.
    void beside(const char* what, const std::function<void(QGraphicsView&, int)>& change)
    {
        m_results.push_back(compare(
            m_settings, what, "ms",
            [&] {
                return m_ours.frames(m_frames, [&](int i) {
                    moveBytes();
                    change(m_board.view(), i);
                });
            },
            "plain rectangles",
            [&] {
                return m_theirs.frames(m_frames, [&](int i) {
                    m_plain.moveDots(m_dots);
                    change(m_plain, i);
                });
            }));
        conclude(what, m_results.back().ours, kFrame);
    }

    void alone(const char* what, const std::function<void(int)>& change, double most = kFrame)
    {
        const Measured rounds = measure(m_settings, what, "ms", [&] {
            return m_ours.frames(m_frames, [&](int i) {
                moveBytes();
                change(i);
            });
        });
        conclude(what, rounds.ours, most);
    }

    void conclude(const std::string& what, const Spread& medians, double most)
    {
        const std::vector<double> all = m_ours.takeAll();
        const double busy = m_ours.takeBusy();
        Measured median = within(what + ", median", medians, most);
        median.remark = text("the processor's time", busy);
        const Spread spread = spreadOf(all);
        m_results.push_back(median);
        m_results.push_back(within(what + ", 95 of 100", {usual(all), spread.least, spread.most}, most));
    }

    void mouse(QEvent::Type type, const QPointF& onBoard)
    {
        QWidget& viewport = *m_board.view().viewport();
        const QPointF place = m_board.view().mapFromScene(onBoard);
        const bool moves = type == QEvent::MouseMove;
        QMouseEvent event(type, place, viewport.mapToGlobal(place), moves ? Qt::NoButton : Qt::LeftButton,
            type == QEvent::MouseButtonRelease ? Qt::NoButton : Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(&viewport, &event);
    }

    static QPointF titleOf(const ui::SocketCard& card) { return card.onBoard().topLeft() + QPointF(60, 12); }

    // A press, then moves, and at the last a release: the card is back where it was.
    void drag(int i, const QPointF& from)
    {
        const int last = m_frames - 1;
        const qreal angle = 6.283 * i / last;
        const QPointF place = from + QPointF(160 * std::sin(angle), 120 * (1 - std::cos(angle)));
        if (i == 0) {
            mouse(QEvent::MouseButtonPress, from);
        }
        mouse(i == last ? QEvent::MouseButtonRelease : QEvent::MouseMove, place);
    }

    void dragCard(int i)
    {
        if (i == 0) {
            const ui::SocketCard& card = *m_board.board().cards().begin()->second;
            m_grip = titleOf(card);
        }
        drag(i, m_grip);
    }

    // From the plug of one card over many others. Nothing is made: it ends in the air.
    void dragCord(int i)
    {
        if (i == 0) {
            const ui::SocketCard& card = m_board.freshCard();
            m_board.view().centreOn(card.onBoard().center());
            m_grip = card.mapToScene(card.plugRect().center());
        }
        if (i == m_frames - 1) {
            m_board.board().linking().leave();
        }
        drag(i, m_grip);
    }

    // One card after the other of those in the middle of the view.
    void select(int i)
    {
        if (i == 0) {
            m_inSight.clear();
            const auto& cards = m_board.board().cards();
            const auto middle = std::next(cards.begin(), static_cast<std::ptrdiff_t>(cards.size() / 2));
            m_board.view().centreOn(middle->second->onBoard().center());
            const QRectF seen = m_board.view().mapToScene(m_board.view().viewport()->rect()).boundingRect();
            for (const auto& [id, card] : cards) {
                if (seen.contains(titleOf(*card))) {
                    m_inSight.push_back(card);
                }
            }
        }
        const ui::SocketCard& card = *m_inSight[static_cast<std::size_t>(i) % m_inSight.size()];
        const QPointF place = titleOf(card);
        mouse(QEvent::MouseButtonPress, place);
        mouse(QEvent::MouseButtonRelease, place);
    }

    // An event has come: all panels take it, and the board's picture is another one.
    void refresh()
    {
        model::Session& session = m_board.session();
        m_board.post(netcore::calls::getsockname(), m_board.board().cards().begin()->first);
        const auto rows = session.store().size();
        while (session.store().size() == rows) {
            QApplication::processEvents(QEventLoop::WaitForMoreEvents);
        }
        m_cords.clear(); // only the event
        m_ours.setPause(kBetweenEvents);
        alone("an event of one socket, in all panels", [&](int) { Q_EMIT session.socketsChanged(); });
    }

    const Settings m_settings;
    const int m_frames; // a round
    const std::size_t m_dots;
    LargeBoard m_board;
    PlainView m_plain;
    Frames m_ours;
    Frames m_theirs;
    std::vector<ui::CordItem*> m_cords;
    QPointF m_grip;
    std::vector<ui::SocketCard*> m_inSight;
    std::vector<Measured> m_results;
};

}

std::vector<Measured> boardFrames(const Settings& settings)
{
    return BoardBench(settings).run();
}

}
