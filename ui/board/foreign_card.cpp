#include "ui/board/foreign_card.h"

#include <QApplication>
#include <QPainter>

#include "ui/board/card_geometry.h"
#include "ui/words.h"

namespace ui {

namespace {

constexpr int kMostLines = 3; // of addresses; the tooltip has them all
constexpr qreal kPadding = 12;

}

ForeignCard::ForeignCard(Workbench& workbench, BoardMotion* motion, const QString& key)
    : BoardNode(motion), m_workbench(workbench), m_key(key)
{
    setObjectName(QStringLiteral("peer-") + key);
    layOut();
}

void ForeignCard::show(const model::PeerOwner& owner, const QStringList& addresses)
{
    const QString title = owner.process != 0
        ? QStringLiteral("%1[%2]").arg(words::shown(owner.program)).arg(owner.process)
        : tr("another program");
    showLines(title, addresses, tr("%1: not a socket of this session").arg(title));
}

void ForeignCard::showAddress(const QString& address)
{
    showLines(tr("sent to"), {address}, tr("Not a socket of this session; nobody has to be there"));
}

void ForeignCard::showLines(const QString& title, const QStringList& addresses, const QString& what)
{
    if (title == m_title && addresses == m_addresses) {
        return;
    }
    m_title = title;
    m_addresses = addresses;
    setToolTip(words::plainToolTip(what + u'\n' + m_addresses.join(u'\n')));
    layOut();
}

void ForeignCard::restyle()
{
    layOut();
}

void ForeignCard::layOut()
{
    prepareGeometryChange();
    const CardFonts fonts = CardFonts::from(QApplication::font(), m_workbench.monospace());
    const QFontMetricsF code(fonts.code);
    const QFontMetricsF words(fonts.title);
    qreal width = words.horizontalAdvance(m_title);
    for (const QString& line : m_addresses.mid(0, kMostLines)) {
        width = std::max(width, code.horizontalAdvance(line));
    }
    const auto lines = std::min<qsizetype>(m_addresses.size(), kMostLines);
    const qreal most = cardWidth(fonts);
    m_size = {std::ceil(std::min(width, most) + 2 * kPadding),
        std::ceil(words.height() + static_cast<qreal>(lines) * code.height() + 2 * kPadding - 6)};
    update();
    Q_EMIT moved();
}

void ForeignCard::paint(QPainter* painter, const QStyleOptionGraphicsItem* /*option*/, QWidget* /*widget*/)
{
    const Theme& theme = m_workbench.theme();
    const CardFonts fonts = CardFonts::from(QApplication::font(), m_workbench.monospace());
    painter->setRenderHint(QPainter::Antialiasing);
    const QRectF rect = cardRect().adjusted(0.5, 0.5, -0.5, -0.5);
    painter->setPen(QPen(isSelected() ? theme.accent : theme.line, isSelected() ? 2 : 1));
    painter->setBrush(theme.field);
    painter->drawRoundedRect(rect, 9, 9);
    QRectF line = cardRect().adjusted(kPadding, kPadding - 3, -kPadding, 0);
    painter->setFont(fonts.title);
    painter->setPen(theme.dim);
    const QFontMetricsF title(fonts.title);
    line.setHeight(title.height());
    painter->drawText(
        line, Qt::AlignLeft | Qt::AlignVCenter, title.elidedText(m_title, Qt::ElideRight, line.width()));
    line.translate(0, line.height());
    const QFontMetricsF code(fonts.code);
    line.setHeight(code.height());
    painter->setFont(fonts.code);
    painter->setPen(theme.text);
    for (const QString& address : m_addresses.mid(0, kMostLines)) {
        painter->drawText(
            line, Qt::AlignLeft | Qt::AlignVCenter, code.elidedText(address, Qt::ElideMiddle, line.width()));
        line.translate(0, line.height());
    }
}

}
