#include "tests/ui/support/window_under_test.h"

#include <QApplication>
#include <QMenu>
#include <QMenuBar>
#include <QPointer>
#include <QScrollArea>
#include <algorithm>

#include "ui/log/log_view.h"
#include "ui/words.h"

namespace uitest {

using namespace netcore;
using namespace Qt::StringLiterals;

namespace {

QWidget* seenIn(QWidget& window, const QString& name)
{
    const QList<QWidget*> all = window.findChildren<QWidget*>(name);
    const auto seen = std::ranges::find_if(all, [](const QWidget* widget) { return widget->isVisible(); });
    return seen == all.end() ? nullptr : *seen;
}

// A user turns the wheel until it is in sight.
void bringIntoSight(QWidget& widget)
{
    for (QWidget* above = widget.parentWidget(); above != nullptr; above = above->parentWidget()) {
        if (auto* area = qobject_cast<QScrollArea*>(above)) {
            area->ensureWidgetVisible(&widget);
        }
    }
}

}

WindowUnderTest::WindowUnderTest(const ui::Preferences& preferences, QSize size)
    : m_preferences(preferences)
    , m_desktopFont(QApplication::font())
    , m_desktopPalette(QApplication::palette())
{
    m_window = std::make_unique<ui::MainWindow>(m_session, m_preferences);
    m_window->resize(size);
    m_window->show();
    m_window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
}

WindowUnderTest::~WindowUnderTest()
{
    m_session.finish(); // before the window: its panels take the last events
    m_window.reset();
    // The look is the application's: the next window shall find the desktop's own again.
    qApp->setStyleSheet({});
    QApplication::setFont(m_desktopFont);
    QApplication::setPalette(m_desktopPalette);
}

ui::BoardView& WindowUnderTest::board()
{
    return *m_window->findChild<ui::BoardView*>(u"board"_s);
}

ui::LogView& WindowUnderTest::log()
{
    return *m_window->findChild<ui::LogView*>(u"logView"_s);
}

QWidget* WindowUnderTest::widget(const QString& name)
{
    QWidget* found = nullptr;
    const auto seen = [&] {
        found = seenIn(*m_window, name);
        return found != nullptr;
    };
    if (!QTest::qWaitFor(seen, kLong)) {
        QTest::qFail(qPrintable(u"There is no "_s + name + u" to be seen."_s), __FILE__, __LINE__);
    }
    return found;
}

bool WindowUnderTest::isSeen(const QString& name)
{
    return seenIn(*m_window, name) != nullptr;
}

QString WindowUnderTest::textOf(const QString& name)
{
    const QWidget* found = seenIn(*m_window, name);
    if (const auto* label = qobject_cast<const QLabel*>(found)) {
        return label->text();
    }
    const auto* field = qobject_cast<const QLineEdit*>(found);
    return field != nullptr ? field->text() : QString();
}

bool WindowUnderTest::isAtPresent()
{
    const QWidget* back = seenIn(*m_window, QStringLiteral("timeLive"));
    return back != nullptr && !back->isEnabled();
}

// Where it is when the window has come to rest: a form that was just opened is still being laid out.
QPoint WindowUnderTest::settledPlace(QWidget& widget, QPoint place)
{
    QPoint before;
    QPoint now;
    do {
        before = now;
        QCoreApplication::sendPostedEvents();
        bringIntoSight(widget);
        now = widget.mapTo(widget.window(), place);
    } while (now != before);
    return now;
}

void WindowUnderTest::clickAt(QWidget& widget, const std::function<QPoint()>& place, bool twice)
{
    QWidget* top = widget.window();
    const QPointer<QWidget> alive(&widget);
    QTest::mouseMove(top->windowHandle(), settledPlace(widget, place()));
    if (!alive) { // a form that made room for another one meanwhile
        QTest::qFail("What was to be clicked has gone.", __FILE__, __LINE__);
        return;
    }
    const QPoint inWindow = settledPlace(widget, place());
    QWidget* hit = top->childAt(inWindow);
    hit = hit == nullptr ? top : hit;
    const bool reached = hit == &widget || widget.isAncestorOf(hit) || hit->isAncestorOf(&widget);
    const QWidget* popup = QApplication::activePopupWidget();
    if (!reached || !top->rect().contains(inWindow) || (popup != nullptr && popup != top)) {
        const QString what = u"%1 cannot be clicked: %2 is in the way."_s.arg(
            widget.objectName(), popup != nullptr && popup != top ? popup->objectName() : hit->objectName());
        QTest::qFail(qPrintable(what), __FILE__, __LINE__);
        return;
    }
    if (twice) {
        QTest::mouseDClick(top->windowHandle(), Qt::LeftButton, {}, inWindow);
    } else {
        QTest::mouseClick(top->windowHandle(), Qt::LeftButton, {}, inWindow);
    }
}

void WindowUnderTest::click(const QString& name)
{
    if (QWidget* found = widget(name)) {
        clickAt(*found, [found] { return found->rect().center(); });
    }
}

void WindowUnderTest::doubleClick(const QString& name)
{
    if (QWidget* found = widget(name)) {
        clickAt(
            *found, [found] { return found->rect().center(); }, true);
    }
}

void WindowUnderTest::choose(const QString& name)
{
    auto* action = m_window->findChild<QAction*>(name);
    QVERIFY2(action != nullptr, qPrintable(name));
    auto* menu = qobject_cast<QMenu*>(action->associatedObjects().value(0));
    QVERIFY2(menu != nullptr, qPrintable(name));
    QMenuBar* bar = m_window->menuBar();
    clickAt(*bar, [&] { return bar->actionGeometry(menu->menuAction()).center(); });
    QVERIFY(QTest::qWaitFor([&] { return menu->isVisible(); }, kLong));
    clickAt(*menu, [&] { return menu->actionGeometry(action).center(); });
}

void WindowUnderTest::key(Qt::Key key, Qt::KeyboardModifiers modifiers)
{
    const QWidget* popup = QApplication::activePopupWidget();
    QTest::keyClick((popup != nullptr ? popup : m_window.get())->windowHandle(), key, modifiers);
}

void WindowUnderTest::type(const QString& text)
{
    const QWidget* popup = QApplication::activePopupWidget();
    QWindow* target = (popup != nullptr ? popup : m_window.get())->windowHandle();
    for (const QChar letter : text) {
        QTest::keyClick(target, letter.toLatin1());
    }
}

void WindowUnderTest::typeInto(const QString& name, const QString& text)
{
    click(name);
    key(Qt::Key_A, Qt::ControlModifier);
    key(Qt::Key_Delete);
    type(text);
    if (const auto* popup = QApplication::activePopupWidget();
        popup != nullptr && !popup->isAncestorOf(widget(name))) {
        key(Qt::Key_Escape); // the list of a completer, which lies over the form
    }
}

SocketId WindowUnderTest::waitForCard(std::size_t before)
{
    const bool came = QTest::qWaitFor(
        [&] { return m_session.graph().sockets().size() > before && card(newest()) != nullptr; }, kLong);
    if (!came) {
        QTest::qFail("No socket has appeared on the board.", __FILE__, __LINE__);
    }
    return came ? newest() : kNoSocket;
}

SocketId WindowUnderTest::newSocket(const QString& domain, const QString& type, const QString& button)
{
    const std::size_t before = m_session.graph().sockets().size();
    click(u"newSocketButton"_s);
    click(u"newSocket-%1-%2"_s.arg(domain, type));
    click(button);
    return waitForCard(before);
}

SocketId WindowUnderTest::newSocketAt(const QString& path, const QString& type, const QString& button)
{
    const std::size_t before = m_session.graph().sockets().size();
    click(u"newSocketButton"_s);
    click(u"newSocket-UNIX-"_s + type);
    typeInto(u"newSocketAddress"_s, path);
    click(button);
    return waitForCard(before);
}

ui::SocketCard* WindowUnderTest::card(SocketId socket)
{
    return board().board().cardOf(socket);
}

SocketId WindowUnderTest::newest()
{
    const auto& sockets = m_session.graph().sockets();
    return sockets.empty() ? kNoSocket : sockets.rbegin()->first;
}

SocketId WindowUnderTest::acceptedFrom(SocketId listener)
{
    SocketId found = kNoSocket;
    for (const auto& [id, node] : m_session.graph().sockets()) {
        found = node.listener == listener && card(id) != nullptr ? id : found;
    }
    return found;
}

void WindowUnderTest::clickOnBoard(SocketId socket, const std::function<QRectF(const ui::SocketCard&)>& part)
{
    QVERIFY2(card(socket) != nullptr, "There is no such card.");
    clickAt(*board().viewport(), [&] {
        const ui::SocketCard* found = card(socket);
        const QPointF place = found->mapToScene(part(*found).center());
        board().ensureVisible(QRectF(place, QSizeF(1, 1)));
        return board().mapFromScene(place);
    });
}

void WindowUnderTest::clickCard(SocketId socket)
{
    clickOnBoard(socket, [](const ui::SocketCard& found) {
        const QRectF rect = found.cardRect();
        return QRectF(rect.center().x(), rect.top() + 4, 4, 4);
    });
}

void WindowUnderTest::clickChip(SocketId socket, CallId call)
{
    const bool offered = QTest::qWaitFor(
        [&] { return card(socket) != nullptr && !card(socket)->chipRect(call).isEmpty(); }, kLong);
    QVERIFY2(offered, qPrintable(u"The card does not offer "_s + ui::words::callName(call)));
    clickOnBoard(socket, [call](const ui::SocketCard& found) { return found.chipRect(call); });
}

void WindowUnderTest::clickCancel(SocketId socket)
{
    const bool offered
        = QTest::qWaitFor([&] { return card(socket) != nullptr && card(socket)->hasClock(); }, kLong);
    QVERIFY2(offered, "No call of this socket is shown asleep.");
    clickOnBoard(socket, [](const ui::SocketCard& found) { return found.cancelRect(); });
}

void WindowUnderTest::showForm(SocketId socket, const QString& call)
{
    clickCard(socket);
    click(u"step-"_s + call);
}

const model::SocketNode& WindowUnderTest::node(SocketId socket)
{
    static const model::SocketNode none;
    const model::SocketNode* found = m_session.graph().find(socket);
    return found != nullptr ? *found : none;
}

QString WindowUnderTest::addressOf(SocketId socket)
{
    const bool named = QTest::qWaitFor(
        [&] {
            const Address& local = node(socket).local;
            return local.port() != 0 || !local.path().empty() || !local.abstractName().empty();
        },
        kLong);
    return named ? ui::words::address(node(socket).local) : QString();
}

std::vector<model::EdgeKind> WindowUnderTest::edges()
{
    std::vector<model::EdgeKind> kinds;
    for (const QGraphicsItem* item : board().scene()->items()) {
        const auto* cord = dynamic_cast<const ui::CordItem*>(item);
        if (cord != nullptr && !board().board().passingCords().has(*cord)) {
            kinds.push_back(cord->edge().kind);
        }
    }
    std::ranges::sort(kinds);
    return kinds;
}

std::vector<ui::LogRowText> WindowUnderTest::rows()
{
    std::vector<ui::LogRowText> all;
    const ui::LogSource& source = log().source();
    for (std::uint64_t index = 0; index < source.rows->size(); ++index) {
        all.push_back(logRowText(source, source.rows->at(index)));
    }
    return all;
}

QStringList WindowUnderTest::calls(SocketId socket)
{
    QStringList lines;
    const QString fd = QString::number(node(socket).fd);
    for (const ui::LogRowText& row : rows()) {
        const bool isCall = row.state == ui::RowState::Done || row.state == ui::RowState::Failed;
        if (row.socketId == socket && isCall) {
            QString call = row.call;
            const QString start = call.left(row.nameLength) + u'(';
            for (const QChar end : {u',', u')'}) {
                call.replace(start + fd + end, start + u"fd"_s + end);
            }
            lines.append(call + u' ' + row.result);
        }
    }
    return lines;
}

QString WindowUnderTest::lastCall(SocketId socket)
{
    const QStringList all = calls(socket);
    return all.isEmpty() ? QString() : all.last();
}

}
