// The window with a thousand real sockets on its board: pairs, connections of TCP with their listener, and
// UDP sockets, some of them fresh.
#pragma once

#include <memory>
#include <vector>

#include "ui/main_window.h"

namespace bench {

class LargeBoard {
public:
    // Returns when all cards are there; isFull() is false where the kernel has denied some of them.
    explicit LargeBoard(std::size_t sockets);
    ~LargeBoard();
    LargeBoard(const LargeBoard&) = delete;
    LargeBoard& operator=(const LargeBoard&) = delete;

    bool isFull() const;
    ui::BoardView& view() { return *m_view; }
    ui::BoardScene& board() { return m_view->board(); }
    model::Session& session() { return m_session; }
    ui::MainWindow& window() { return *m_window; }
    std::vector<ui::CordItem*> cords(std::size_t most); // that carry bytes; each once
    ui::SocketCard& freshCard(); // of a socket that can be connected

    void post(netcore::Call call, netcore::SocketId socket = netcore::kNoSocket);

private:
    void makePairs(std::size_t pairs);
    void makeConnections(std::size_t connections);
    void makeOthers(std::size_t sockets);
    bool waitFor(const std::function<bool()>& is);

    const std::size_t m_wanted;
    model::Session m_session;
    ui::Preferences m_preferences;
    std::unique_ptr<ui::MainWindow> m_window;
    ui::BoardView* m_view;
};

}
