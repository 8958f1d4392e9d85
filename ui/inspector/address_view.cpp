#include "ui/inspector/address_view.h"

#include <QPainter>
#include <algorithm>

#include "ui/access/accessible_role.h"
#include "ui/words.h"

namespace ui {

using namespace netcore;

namespace {

constexpr qreal kPadding = 9;

QString latin(std::string_view text)
{
    return QString::fromLatin1(text.data(), static_cast<qsizetype>(text.size()));
}

}

AddressView::AddressView(Workbench& workbench, QWidget* parent) : QWidget(parent), m_workbench(workbench)
{
    installRole<AddressView, QAccessible::StaticText>();
    setObjectName(QStringLiteral("addressBytes"));
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

void AddressView::show(const Address& address)
{
    if (address == m_address) {
        return;
    }
    m_address = address;
    m_fields = fieldsOf(address);
    QString spoken;
    for (const AddressField& field : m_fields) {
        spoken += latin(field.name) + u' ' + words::shown(field.value) + QStringLiteral("; ");
    }
    setAccessibleName(spoken);
    layOut();
    update();
}

QFont AddressView::font() const
{
    QFont code = m_workbench.monospace();
    code.setPointSizeF(code.pointSizeF() * 0.86);
    return code;
}

QColor AddressView::colour(std::size_t field) const
{
    const Theme& theme = m_workbench.theme();
    const std::array colours {theme.ipv4, theme.unixDomain, theme.text, theme.ipv6, theme.waiting};
    const bool padding = m_fields[field].value.empty();
    return padding ? theme.dim : colours[field % colours.size()];
}

// Words flow from left to right and wrap; first the bytes, then the fields.
void AddressView::layOut()
{
    m_words.clear();
    const QFontMetricsF metrics(font());
    const qreal space = metrics.horizontalAdvance(u' ');
    qreal x = kPadding;
    qreal y = kPadding + metrics.ascent();
    const auto put = [&](const QString& text, std::size_t field, qreal gap) {
        const qreal width = metrics.horizontalAdvance(text);
        if (x + width > this->width() - kPadding && x > kPadding) {
            x = kPadding;
            y += metrics.lineSpacing();
        }
        m_words.push_back(
            {{x, y}, metrics.elidedText(text, Qt::ElideMiddle, this->width() - 2 * kPadding), field});
        x += width + gap;
    };
    const auto bytes = m_address.bytes();
    for (std::size_t i = 0; i < m_fields.size(); ++i) {
        for (const std::byte byte : bytes.subspan(m_fields[i].offset, m_fields[i].size)) {
            put(QStringLiteral("%1").arg(std::to_integer<uint>(byte), 2, 16, QLatin1Char('0')), i, space);
        }
    }
    x = kPadding;
    y += metrics.lineSpacing() + 3;
    for (std::size_t i = 0; i < m_fields.size(); ++i) {
        const QString value = words::shown(m_fields[i].value);
        put(value.isEmpty() ? latin(m_fields[i].name) : latin(m_fields[i].name) + u'=' + value, i, 2 * space);
    }
    const int height = static_cast<int>(y + metrics.descent() + kPadding);
    if (height != m_height) {
        m_height = height;
        updateGeometry();
    }
}

void AddressView::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    layOut();
}

void AddressView::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_workbench.theme().field);
    painter.drawRoundedRect(rect(), 6, 6);
    painter.setFont(font());
    for (const Word& word : m_words) {
        painter.setPen(colour(word.field));
        painter.drawText(word.baseline, word.text);
    }
}

}
