// The diagram of TCP's states: the one that the kernel says this socket is in is lit, and the way it came
// there is drawn.
#pragma once

#include <QWidget>
#include <optional>
#include <vector>

#include "model/lifecycle/tcp_diagram.h"
#include "ui/workbench.h"

namespace ui {

class TcpStateView : public QWidget {
    Q_OBJECT

public:
    explicit TcpStateView(Workbench& workbench, QWidget* parent = nullptr);

    // Hides itself for a socket that has no such states.
    void show(const model::SocketNode& socket);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {120, sizeHint().height()}; }

protected:
    void paintEvent(QPaintEvent* event) override;
    bool event(QEvent* event) override;

private:
    QFont codeFont() const;
    QRectF boxOf(model::TcpState state) const;
    bool wasWay(const model::TcpWay& way) const;
    void paintWay(QPainter& painter, const model::TcpWay& way) const;
    void paintBox(QPainter& painter, model::TcpState state) const;

    Workbench& m_workbench;
    std::optional<model::TcpState> m_state;
    std::vector<model::TcpWay> m_ways; // the last ones
};

}
