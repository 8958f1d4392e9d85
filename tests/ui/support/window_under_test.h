// The whole window on a real session, handled as a user handles it: every click goes to the window at a place
// on the screen and finds its widget by itself, every key goes to whatever has the focus.
#pragma once

#include <QStringList>
#include <QTest>
#include <functional>
#include <memory>

#include "model/session.h"
#include "tests/support/temporary_folder.h"
#include "ui/log/log_row_text.h"
#include "ui/main_window.h"

namespace uitest {

// Longer than any machine needs: who waits in vain has found something broken.
inline constexpr int kLong = 30'000; // ms

// QTRY_*, with that patience.
#define EVENTUALLY(condition) QTRY_VERIFY_WITH_TIMEOUT(condition, uitest::kLong)
#define EVENTUALLY_COMPARE(actual, expected) QTRY_COMPARE_WITH_TIMEOUT(actual, expected, uitest::kLong)

class WindowUnderTest {
public:
    explicit WindowUnderTest(const ui::Preferences& preferences = {}, QSize size = {1440, 900});
    ~WindowUnderTest();
    WindowUnderTest(const WindowUnderTest&) = delete;
    WindowUnderTest& operator=(const WindowUnderTest&) = delete;

    model::Session& session() { return m_session; }
    ui::MainWindow& window() { return *m_window; }
    ui::Preferences& preferences() { return m_preferences; }
    ui::BoardView& board();
    ui::LogView& log();
    // The widget of that name which is to be seen; fails the test and returns nullptr where there is none.
    QWidget* widget(const QString& name);
    template<typename Widget> Widget* find(const QString& name)
    {
        return qobject_cast<Widget*>(widget(name));
    }
    bool isSeen(const QString& name); // without a failure
    QString textOf(const QString& name); // of a label or an input field; empty where it is not seen
    bool isAtPresent(); // as the button beside the time says

    // Mouse and keys.
    void click(const QString& name);
    void doubleClick(const QString& name);
    void choose(const QString& action); // in the menu bar: opens its menu, clicks it
    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = {});
    void type(const QString& text); // ASCII, to whatever has the focus
    void typeInto(const QString& name, const QString& text); // clicks it, replaces what stands there

    // Opens the popup, chooses "IPv4", "IPv6" or "UNIX" and "stream" or "datagram", and clicks a button of
    // it. Returns the new socket as soon as its card is on the board.
    netcore::SocketId newSocket(const QString& domain, const QString& type,
        const QString& button = QStringLiteral("newSocketCreate"));
    // The same, bound to a path.
    netcore::SocketId newSocketAt(
        const QString& path, const QString& type, const QString& button = QStringLiteral("newSocketBind"));

    ui::SocketCard* card(netcore::SocketId socket);
    netcore::SocketId newest(); // by order of creation; none where there is no socket
    netcore::SocketId acceptedFrom(netcore::SocketId listener); // the newest; none
    void clickCard(netcore::SocketId socket);
    void clickChip(netcore::SocketId socket, netcore::CallId call);
    void clickCancel(netcore::SocketId socket);
    // Selects the socket, shows the form of that call by a click in the diagram.
    void showForm(netcore::SocketId socket, const QString& call);

    const model::SocketNode& node(netcore::SocketId socket); // an empty one where there is none
    QString addressOf(netcore::SocketId socket); // as it can be typed; waits until it has a port or a name
    std::vector<model::EdgeKind> edges(); // of the board, sorted

    // The log, as its rows show it.
    std::vector<ui::LogRowText> rows();
    // "recv(fd, "hello", 4096, 0) = 5": all calls of that socket, its number as "fd".
    QStringList calls(netcore::SocketId socket);
    QString lastCall(netcore::SocketId socket);

private:
    static QPoint settledPlace(QWidget& widget, QPoint place);
    static void clickAt(QWidget& widget, const std::function<QPoint()>& place, bool twice = false);
    void clickOnBoard(netcore::SocketId socket, const std::function<QRectF(const ui::SocketCard&)>& part);
    netcore::SocketId waitForCard(std::size_t before);

    model::Session m_session;
    ui::Preferences m_preferences;
    const QFont m_desktopFont;
    const QPalette m_desktopPalette;
    std::unique_ptr<ui::MainWindow> m_window;
};

}
