#include "ui/inspector/fact_row.h"

#include "ui/focus_mark.h"

#include <QPainter>
#include <algorithm>

namespace ui {

namespace {

constexpr int kMargin = 14;
constexpr int kGap = 10;

}

FactRow::FactRow(Workbench& workbench, const QString& name, QWidget* parent)
    : QAbstractButton(parent), m_workbench(workbench)
{
    setText(name);
    setAccessibleName(name);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
}

void FactRow::setValue(const Value& value)
{
    if (value == m_value) {
        return;
    }
    m_value = value;
    QString spoken = name() + QStringLiteral(": ") + value.now;
    spoken += value.before.isEmpty() ? QString() : tr(", before: %1").arg(value.before);
    setAccessibleName(spoken);
    update();
}

QFont FactRow::codeFont() const
{
    QFont code = m_workbench.monospace();
    code.setPointSizeF(code.pointSizeF() * 0.86);
    return code;
}

QSize FactRow::sizeHint() const
{
    return {100, QFontMetrics(codeFont()).height() + 8};
}

void FactRow::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const Theme& theme = m_workbench.theme();
    if (isChecked() || underMouse()) {
        painter.fillRect(rect(), isChecked() ? theme.accentSoft : theme.field);
    }
    if (m_value.marked) {
        painter.fillRect(QRect(0, 2, 3, height() - 4), theme.accent);
    }
    if (hasFocus()) {
        paintFocusFrame(painter, rect(), theme);
    }
    QFont code = codeFont();
    painter.setFont(code);
    const QFontMetrics metrics(code);
    const QRect line = rect().adjusted(kMargin, 0, -kMargin, 0);
    const int nameWidth = std::min(metrics.horizontalAdvance(name()), line.width() * 3 / 5);
    painter.setPen(theme.dim);
    painter.drawText(
        line, Qt::AlignLeft | Qt::AlignVCenter, metrics.elidedText(name(), Qt::ElideRight, nameWidth + 1));
    const int room = line.width() - nameWidth - kGap;
    code.setWeight(m_value.quiet ? QFont::Normal : QFont::DemiBold);
    painter.setFont(code);
    const QFontMetrics bold(code);
    const QString now = bold.elidedText(m_value.now, Qt::ElideRight, room);
    painter.setPen(m_value.wrong ? theme.error : m_value.quiet ? theme.dim : theme.text);
    painter.drawText(line, Qt::AlignRight | Qt::AlignVCenter, now);
    const QString before = m_value.before + QStringLiteral(" → ");
    const int left = room - bold.horizontalAdvance(now);
    if (!m_value.before.isEmpty() && metrics.horizontalAdvance(before) <= left) {
        painter.setFont(codeFont());
        painter.setPen(theme.dim);
        painter.drawText(
            line.adjusted(0, 0, -bold.horizontalAdvance(now), 0), Qt::AlignRight | Qt::AlignVCenter, before);
    }
}

}
