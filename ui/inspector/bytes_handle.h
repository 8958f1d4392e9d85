// The bytes that a call has brought, to be taken by the mouse: dropped on a card they are sent from there, so
// that an echo is one movement.
#pragma once

#include <QByteArray>
#include <QLabel>
#include <memory>

#include "ui/workbench.h"

class QMimeData;

namespace ui {

class BytesHandle : public QLabel {
    Q_OBJECT

public:
    BytesHandle(Workbench& workbench, QWidget* parent);

    // Of the call of that row: hidden where it has brought none.
    void show(model::Row row);
    // As text, and as the bytes that they are.
    std::unique_ptr<QMimeData> dragged() const;

protected:
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;

private:
    Workbench& m_workbench;
    QByteArray m_bytes;
    QPoint m_pressedAt;
};

}
