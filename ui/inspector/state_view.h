// The diagram of the states of a socket's kind: the one that the kernel says this socket is in is lit, and
// the way it came there is drawn.
#pragma once

#include <QWidget>
#include <optional>
#include <vector>

#include "model/lifecycle/state_diagram.h"
#include "ui/workbench.h"

namespace ui {

class StateView : public QWidget {
    Q_OBJECT

public:
    explicit StateView(Workbench& workbench, QWidget* parent = nullptr);

    // Hides itself while the kernel has not said any.
    void show(const model::SocketNode& socket);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {120, sizeHint().height()}; }

protected:
    void paintEvent(QPaintEvent* event) override;
    bool event(QEvent* event) override;

private:
    QFont fullCodeFont() const;
    QFont codeFont() const; // smaller where the width asks for it
    QString toolTipOf(const model::StatePlace& place) const;
    QRectF boxOf(model::SocketState state) const;
    bool wasWay(const model::StateWay& way) const;
    void paintWay(QPainter& painter, const model::StateWay& way) const;
    void paintBox(QPainter& painter, model::SocketState state) const;

    Workbench& m_workbench;
    const model::StateDiagram* m_diagram = nullptr; // of the model: stays
    std::optional<model::SocketState> m_state;
    std::vector<model::StateWay> m_ways; // the last ones
};

}
