#include "ui/inspector/bytes_handle.h"

#include <QApplication>
#include <QDrag>
#include <QMimeData>
#include <QMouseEvent>

#include "ui/parts.h"
#include "ui/words.h"

namespace ui {

using namespace netcore;

BytesHandle::BytesHandle(Workbench& workbench, QWidget* parent) : QLabel(parent), m_workbench(workbench)
{
    setObjectName(QStringLiteral("bytesHandle"));
    setTextFormat(Qt::PlainText);
    setProperty("role", QStringLiteral("code"));
    setHint(*this, tr("Drag it onto a card: the bytes are sent from there"));
    setCursor(Qt::OpenHandCursor);
    setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Preferred);
    hide();
}

void BytesHandle::show(model::Row row)
{
    const model::EventStore& store = m_workbench.session().store();
    const Event event = store.event(row);
    const bool brought = event.kind == EventKind::Call && event.result > 0 && receivesData(event.call);
    const auto bytes = brought ? store.data(row) : std::span<const std::byte>();
    m_bytes = QByteArray(reinterpret_cast<const char*>(bytes.data()), static_cast<qsizetype>(bytes.size()));
    setVisible(!m_bytes.isEmpty());
    if (!m_bytes.isEmpty()) {
        setFont(m_workbench.monospace());
        setText(QStringLiteral("⠿ ") + words::traffic(store, row));
        setAccessibleName(tr("Received: %1").arg(words::traffic(store, row)));
    }
}

std::unique_ptr<QMimeData> BytesHandle::dragged() const
{
    auto mime = std::make_unique<QMimeData>();
    mime->setText(QString::fromUtf8(m_bytes));
    mime->setData(QStringLiteral("application/octet-stream"), m_bytes);
    return mime;
}

void BytesHandle::mousePressEvent(QMouseEvent* event)
{
    if (event->button() == Qt::LeftButton) {
        m_pressedAt = event->pos();
        setCursor(Qt::ClosedHandCursor);
    }
}

void BytesHandle::mouseMoveEvent(QMouseEvent* event)
{
    const int way = (event->pos() - m_pressedAt).manhattanLength();
    if (!event->buttons().testFlag(Qt::LeftButton) || way < QApplication::startDragDistance()) {
        return;
    }
    auto* drag = new QDrag(this); // Qt's, from here on
    drag->setMimeData(dragged().release());
    drag->setPixmap(grab());
    drag->setHotSpot(m_pressedAt);
    drag->exec(Qt::CopyAction);
    setCursor(Qt::OpenHandCursor);
}

void BytesHandle::mouseReleaseEvent(QMouseEvent* /*event*/)
{
    setCursor(Qt::OpenHandCursor);
}

}
