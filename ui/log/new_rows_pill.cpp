#include "ui/log/new_rows_pill.h"

#include <QFontMetrics>
#include <QPainter>

#include "ui/words.h"

namespace ui {

NewRowsPill::NewRowsPill(QWidget* parent) : QAbstractButton(parent), m_theme(Theme::light())
{
    setObjectName(QStringLiteral("newRowsPill"));
    setToolTip(tr("Go to the end and follow (End)"));
    setCursor(Qt::PointingHandCursor);
    setFocusPolicy(Qt::NoFocus); // the End key does the same
    hide();
}

void NewRowsPill::setTheme(const Theme& theme)
{
    m_theme = theme;
    update();
}

void NewRowsPill::setCount(quint64 rows)
{
    if (rows == 0) {
        hide();
        return;
    }
    const QString text = tr("↓ %1 new").arg(words::count(rows));
    if (text != this->text()) {
        setText(text);
        setAccessibleName(tr("%1 new events: go to the end").arg(words::count(rows)));
        placeIn(m_area);
    }
    show();
}

void NewRowsPill::placeIn(const QRect& area)
{
    m_area = area;
    const QSize size = sizeHint();
    const int margin = size.height() / 2;
    setGeometry(QRect(area.bottomRight() - QPoint(size.width() + margin, size.height() + margin), size));
}

QSize NewRowsPill::sizeHint() const
{
    const QFontMetrics metrics(font());
    return {metrics.horizontalAdvance(text()) + 2 * metrics.height(), metrics.height() * 8 / 5};
}

void NewRowsPill::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const qreal radius = height() / 2.0;
    painter.setPen(Qt::NoPen);
    painter.setBrush(underMouse() ? m_theme.accent.darker(m_theme.dark ? 92 : 110) : m_theme.accent);
    painter.drawRoundedRect(QRectF(rect()), radius, radius);
    painter.setPen(m_theme.onAccent);
    painter.drawText(rect(), Qt::AlignCenter, text());
}

}
