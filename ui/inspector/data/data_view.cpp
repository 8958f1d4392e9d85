#include "ui/inspector/data/data_view.h"

#include <QPainter>
#include <QScrollBar>
#include <algorithm>
#include <cmath>

#include "ui/access/accessible_role.h"
#include "ui/focus_mark.h"
#include "ui/inspector/data/data_words.h"
#include "ui/words.h"

namespace ui {

using namespace netcore;
using model::Movement;
using model::Way;

namespace {

constexpr int kMargin = 9; // px at both sides
constexpr int kOffsetDigits = 4;
constexpr int kGap = 2; // characters between the columns

// Pairs with a blank between, two after eight.
int pairsWidth(int perLine)
{
    return perLine * 3 - 1 + (perLine - 1) / 8;
}

}

DataView::DataView(Workbench& workbench, const model::Movements& movements, QWidget* parent)
    : QAbstractScrollArea(parent), m_workbench(workbench), m_movements(movements)
{
    installRole<DataView, QAccessible::Document>();
    setObjectName(QStringLiteral("dataView"));
    setAccessibleName(tr("Bytes sent and received"));
    setFocusPolicy(Qt::StrongFocus);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    viewport()->setAutoFillBackground(false);
    viewport()->setMouseTracking(true);
    connect(verticalScrollBar(), &QScrollBar::valueChanged, this, [this](int value) {
        if (!m_syncingBar) {
            m_scroll.scrollTo(m_scroll.rowOfBar(value));
            viewport()->update();
        }
    });
    connect(&workbench, &Workbench::themeChanged, this, &DataView::restyle);
    restyle();
}

DataView::~DataView() = default;

void DataView::restyle()
{
    QFont code = m_workbench.monospace();
    code.setPointSizeF(code.pointSizeF() * 0.86);
    m_glyphs = std::make_unique<GlyphText>(code);
    m_lineHeight = std::ceil(m_glyphs->height()) + 2;
    setMinimumHeight(static_cast<int>(m_lineHeight * 5));
    layOut();
}

void DataView::showSocket(SocketId socket)
{
    if (m_socket != socket) {
        m_socket = socket;
        m_dropped = m_movements.dropped(socket);
        m_lines.clear();
        choose({}, {});
        m_scroll.setFollow(true);
    }
    const std::uint64_t before = m_lines.count();
    m_lines.extend(movements());
    if (before != m_lines.count() || m_scroll.count() != m_lines.count()) {
        m_scroll.setCount(m_lines.count());
        syncBar();
        viewport()->update();
    }
}

void DataView::leaveDropped()
{
    if (const std::uint64_t dropped = m_movements.dropped(m_socket); dropped != m_dropped) {
        m_dropped = dropped;
        m_lines.clear();
        choose({}, {}); // what was selected may be gone, or stands elsewhere
        m_lines.extend(movements());
        m_scroll.setCount(m_lines.count());
        syncBar();
        viewport()->update();
    }
}

void DataView::setEmptyText(const QString& text)
{
    if (m_emptyText != text) {
        m_emptyText = text;
        viewport()->update();
    }
}

std::span<const std::byte> DataView::bytesOf(const Movement& movement) const
{
    return m_workbench.session().store().data(movement.row).first(movement.kept);
}

// As many bytes a line as there is room for; the offsets go first where it is narrow.
void DataView::layOut()
{
    const int room
        = static_cast<int>((viewport()->width() - 2 * kMargin) / std::max(m_glyphs->advance(), 1.0));
    int perLine = 4;
    for (const int more : {8, 16, 32}) {
        const int offset = more > 8 ? kOffsetDigits + kGap : 0;
        perLine = offset + pairsWidth(more) + kGap + more <= room ? more : perLine;
    }
    m_lines.setPerLine(perLine, movements());
    m_scroll.setCount(m_lines.count());
    m_scroll.setPage(static_cast<std::uint64_t>(std::max(viewport()->height() / m_lineHeight, 1.0)));
    syncBar();
    viewport()->update();
}

DataView::Columns DataView::columns() const
{
    const int room
        = static_cast<int>((viewport()->width() - 2 * kMargin) / std::max(m_glyphs->advance(), 1.0));
    const int body = pairsWidth(m_lines.perLine()) + kGap + m_lines.perLine();
    const int offset = room >= body + kOffsetDigits + kGap ? kOffsetDigits : 0;
    const int hex = offset > 0 ? offset + kGap : 0;
    return {offset, hex, hex + pairsWidth(m_lines.perLine()) + kGap};
}

int DataView::charOfPair(int byte) const
{
    return byte * 3 + byte / 8;
}

void DataView::syncBar()
{
    m_syncingBar = true;
    verticalScrollBar()->setRange(0, m_scroll.barMaximum());
    verticalScrollBar()->setPageStep(static_cast<int>(m_scroll.page()));
    verticalScrollBar()->setValue(m_scroll.barValue());
    m_syncingBar = false;
}

void DataView::resizeEvent(QResizeEvent* event)
{
    QAbstractScrollArea::resizeEvent(event);
    layOut();
}

std::uint64_t DataView::seenEnd() const
{
    return std::min(m_scroll.count(), m_scroll.top() + m_scroll.page() + 1);
}

void DataView::paintEvent(QPaintEvent*)
{
    QPainter painter(viewport());
    const Theme& theme = m_workbench.theme();
    if (m_scroll.count() == 0) {
        painter.setPen(theme.dim);
        painter.drawText(
            viewport()->rect().adjusted(24, 0, -24, 0), Qt::AlignCenter | Qt::TextWordWrap, m_emptyText);
    }
    for (std::uint64_t index = m_scroll.top(); index < seenEnd(); ++index) {
        const DataLine line = m_lines.at(index, movements());
        const qreal y = static_cast<qreal>(index - m_scroll.top()) * m_lineHeight;
        if (line.part == DataLine::Part::Bytes) {
            paintBytes(painter, line, y);
        } else {
            paintHead(painter, line, y);
        }
    }
    m_glyphs->draw(painter);
    if (hasFocus()) {
        paintFocusFrame(painter, viewport()->rect(), theme);
    }
}

QString DataView::noteOf(const Movement& movement) const
{
    const model::SocketNode* node = m_workbench.graph().find(m_socket);
    const model::Zero zero
        = node != nullptr ? model::meaningOfZero(m_movements, *node, movement) : model::Zero::Unknown;
    return words::movementNote(movement, zero);
}

// The head and what stands below it, on a band of their own: where one message ends and the next begins is
// what is to be seen.
void DataView::paintHead(QPainter& painter, const DataLine& line, qreal y)
{
    const Theme& theme = m_workbench.theme();
    const Movement& movement = movements()[line.movement];
    const model::EventStore& store = m_workbench.session().store();
    const QColor colour = movement.way == Way::Sent ? theme.accent : theme.done;
    const qreal width = viewport()->width();
    painter.fillRect(QRectF(0, y, width, m_lineHeight), theme.field);
    painter.fillRect(QRectF(0, y, 3, m_lineHeight), colour);
    const qreal baseline = y + 1 + m_glyphs->ascent();
    const qreal room = width - 2 * kMargin;
    switch (line.part) {
    case DataLine::Part::Head: {
        const QString when
            = words::moment(store.event(movement.row).end() - m_workbench.session().startTime());
        const QString what = words::movementHead(movement);
        const qreal used = m_glyphs->add({kMargin, baseline}, what, colour, room);
        const qreal left = room - used - m_glyphs->advance();
        if (m_glyphs->widthOf(when) <= left) {
            m_glyphs->addAtRight({width - kMargin, baseline}, when, theme.dim, left);
        }
        break;
    }
    case DataLine::Part::Address:
        m_glyphs->add({kMargin, baseline}, words::movementAddress(movement, store), theme.dim, room);
        break;
    default:
        m_glyphs->add({kMargin, baseline}, noteOf(movement), theme.waiting, room);
        break;
    }
}

void DataView::paintBytes(QPainter& painter, const DataLine& line, qreal y)
{
    const Theme& theme = m_workbench.theme();
    const Movement& movement = movements()[line.movement];
    const auto all = bytesOf(movement);
    const auto bytes = all.subspan(
        line.offset, std::min(static_cast<std::size_t>(m_lines.perLine()), all.size() - line.offset));
    const Columns place = columns();
    const qreal baseline = y + 1 + m_glyphs->ascent();
    const auto x = [&](int column) { return kMargin + column * m_glyphs->advance(); };
    if (place.offset > 0) {
        const QString offset
            = QStringLiteral("%1").arg(line.offset & 0xffff, kOffsetDigits, 16, QLatin1Char('0'));
        m_glyphs->add({x(0), baseline}, offset, theme.faint, width());
    }
    const QString text = model::dumpText(bytes);
    const QString pairs = model::dumpPairs(bytes, static_cast<int>(bytes.size()));
    for (int i = 0; i < static_cast<int>(bytes.size()); ++i) {
        const DataPlace here {line.movement, line.offset + static_cast<std::uint32_t>(i)};
        const int column = place.hex + charOfPair(i);
        if (isSelected(here)) {
            const bool joined
                = i + 1 < static_cast<int>(bytes.size()) && isSelected({here.movement, here.offset + 1});
            const qreal cells = joined ? charOfPair(i + 1) - charOfPair(i) : 2;
            painter.fillRect(
                QRectF(x(column), y, cells * m_glyphs->advance(), m_lineHeight), theme.accentSoft);
            painter.fillRect(
                QRectF(x(place.text + i), y, m_glyphs->advance(), m_lineHeight), theme.accentSoft);
        }
        const auto value = std::to_integer<unsigned>(bytes[static_cast<std::size_t>(i)]);
        const bool letter = value >= 0x20 && value < 0x7f;
        m_glyphs->add({x(column), baseline}, QStringView(pairs).mid(charOfPair(i), 2),
            value == 0 ? theme.dim : theme.text, width());
        m_glyphs->add({x(place.text + i), baseline}, QStringView(text).mid(i, 1),
            letter ? theme.text : theme.dim, width());
    }
}

QString DataView::lineText(std::uint64_t index) const
{
    const DataLine line = m_lines.at(index, movements());
    const Movement& movement = movements()[line.movement];
    switch (line.part) {
    case DataLine::Part::Head:
        return words::movementHead(movement);
    case DataLine::Part::Address:
        return words::movementAddress(movement, m_workbench.session().store());
    case DataLine::Part::Note:
        return noteOf(movement);
    case DataLine::Part::Bytes:
        break;
    }
    const auto all = bytesOf(movement);
    const auto bytes = all.subspan(
        line.offset, std::min(static_cast<std::size_t>(m_lines.perLine()), all.size() - line.offset));
    return model::dumpPairs(bytes, static_cast<int>(bytes.size())) + QStringLiteral("  ")
        + model::dumpText(bytes);
}

QRect DataView::byteRect(const DataPlace& place) const
{
    if (place.movement >= m_lines.movements()) {
        return {};
    }
    const std::uint64_t line = m_lines.lineOf(place, movements());
    if (line < m_scroll.top() || line >= seenEnd()) {
        return {};
    }
    const int within = static_cast<int>(place.offset) % m_lines.perLine();
    const qreal x = kMargin + (columns().hex + charOfPair(within)) * m_glyphs->advance();
    const qreal y = static_cast<qreal>(line - m_scroll.top()) * m_lineHeight;
    return QRectF(x, y, 2 * m_glyphs->advance(), m_lineHeight).toAlignedRect();
}

}
