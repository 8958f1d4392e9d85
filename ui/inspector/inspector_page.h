// One tab of the inspector: a view of the selected socket.
#pragma once

#include <QWidget>

#include "model/graph/socket_graph.h"

namespace ui {

class InspectorPage : public QWidget {
    Q_OBJECT

public:
    using QWidget::QWidget;

    // When it comes into sight, when another socket is selected, and when the socket has changed while the
    // page is in sight: never for a hidden page.
    virtual void showSocket(const model::SocketNode& socket) = 0;
    // A number that grows whenever there is something new to see here: it marks the tab of a hidden page.
    virtual quint64 news(const model::SocketNode& socket) const = 0;
    // What Ctrl+Return does: the page's one main action.
    virtual void act() { }
};

}
