#include "ui/board/card_geometry.h"

#include <QCoreApplication>
#include <algorithm>
#include <cmath>

#include "model/lifecycle/legality.h"
#include "model/lifecycle/lifecycle_diagram.h"
#include "ui/words.h"

namespace ui {

using namespace netcore;
using C = CallId;

namespace {

QString tr(const char* text)
{
    return QCoreApplication::translate("SocketCard", text);
}

// Lengths in pixels for the usual font size; everything grows with the font.
struct Rhythm {
    explicit Rhythm(const CardFonts& fonts) : unit(QFontMetricsF(fonts.title).height() / 17) { }
    qreal operator()(qreal pixels) const { return std::round(pixels * unit); }
    qreal unit;
};

bool isPrimary(CallId call)
{
    return call != C::Close && call != C::Shutdown && call != C::Listen && call != C::Connect
        && call != C::Bind;
}

// Half full at 4 KiB: small amounts must be seen, large ones still differ.
qreal shareOf(std::int64_t bytes)
{
    return bytes <= 0 ? 0 : static_cast<qreal>(bytes) / (static_cast<qreal>(bytes) + 4096) * 0.94 + 0.06;
}

// Others can send to it: bound by the user to an address that is not only this machine's.
bool isExposed(const model::SocketNode& socket)
{
    const bool internet = socket.domain == AF_INET || socket.domain == AF_INET6;
    return socket.open && internet && (socket.bound || socket.listening) && !socket.accepted
        && !socket.local.isLoopback();
}

class Layouter {
public:
    Layouter(const model::SocketNode& socket, const CardFonts& fonts, const QString& note)
        : m_socket(socket)
        , m_note(note)
        , m_fonts(fonts)
        , px(fonts)
        , m_margin(px(11))
        , m_width(cardWidth(fonts))
        , m_y(px(11))
    {
    }

    CardGeometry run(bool withCalls)
    {
        header();
        addressLine();
        note();
        warning();
        meters();
        bands();
        if (withCalls) {
            chips();
        }
        m_card.size = {m_width, m_y + px(3)};
        return m_card;
    }

private:
    void header()
    {
        const QFontMetricsF title(m_fonts.title);
        const QFontMetricsF words(m_fonts.words);
        m_card.titleText = QStringLiteral("fd %1").arg(m_socket.fd);
        const bool pair = m_socket.isSocket && roleOf(m_socket) == model::SocketRole::Paired;
        m_card.kindText = words::kind(m_socket) + (pair ? tr(" · pair") : QString());
        m_card.badgeText = words::state(m_socket);
        const qreal height = std::ceil(title.height());
        m_card.title = {m_margin, m_y, std::ceil(title.horizontalAdvance(m_card.titleText)), height};
        const qreal badge = std::ceil(words.horizontalAdvance(m_card.badgeText)) + px(15);
        qreal right = m_width - m_margin;
        if (!m_socket.open) {
            m_card.dismiss = {right - px(16), m_y, px(16), height};
            right -= px(20);
        }
        m_card.badge = {right - badge, m_y, badge, height};
        const qreal kindLeft = m_card.title.right() + px(8);
        m_card.kind = {kindLeft, m_y, m_card.badge.left() - kindLeft - px(4), height};
        m_y += height + px(6);
    }

    void addressLine()
    {
        const QFontMetricsF code(m_fonts.code);
        qreal right = m_width - m_margin;
        if (m_socket.open && m_socket.nonBlocking) {
            m_card.modeText = tr("non-blocking");
            const qreal width
                = std::ceil(QFontMetricsF(m_fonts.words).horizontalAdvance(m_card.modeText)) + px(10);
            m_card.mode = {right - width, m_y, width, std::ceil(code.height())};
            right -= width + px(6);
        }
        m_card.address = {m_margin, m_y, right - m_margin, std::ceil(code.height())};
        m_card.addressText
            = code.elidedText(words::addresses(m_socket), Qt::ElideMiddle, m_card.address.width());
        m_y = m_card.address.bottom() + px(8);
    }

    void note()
    {
        if (m_note.isEmpty()) {
            return;
        }
        const QFontMetricsF words(m_fonts.words);
        m_card.note = {m_margin, m_y - px(3), m_width - 2 * m_margin, std::ceil(words.height())};
        m_card.noteText = words.elidedText(m_note, Qt::ElideRight, m_card.note.width());
        m_y = m_card.note.bottom() + px(6);
    }

    void warning()
    {
        if (!isExposed(m_socket)) {
            return;
        }
        m_card.warningText = tr("reachable from the network");
        m_card.warning = {
            m_margin, m_y - px(3), m_width - 2 * m_margin, std::ceil(QFontMetricsF(m_fonts.words).height())};
        m_y = m_card.warning.bottom() + px(6);
    }

    void addMeter(const QString& label, const QString& value, qreal share, bool loses = false)
    {
        const qreal height = std::ceil(QFontMetricsF(m_fonts.words).height());
        m_card.meters.push_back(
            {{m_margin, m_y, m_width - 2 * m_margin, height}, label, value, share, loses});
        m_y += height + px(3);
    }

    // Datagrams that the kernel has thrown away: no room in the receive buffer, mostly.
    std::uint32_t drops() const
    {
        return m_socket.isDatagram() ? m_socket.view.memoryOf(SocketMemory::Drops).value_or(0) : 0;
    }

    void meters()
    {
        if (!m_socket.open) {
            return;
        }
        const KernelView& view = m_socket.view;
        const std::size_t before = m_card.meters.size();
        if (m_socket.listening && view.acceptQueue >= 0) {
            // listen(n) lets n + 1 connections wait.
            const auto room = view.backlog + 1;
            const qreal share
                = static_cast<qreal>(view.acceptQueue) / static_cast<qreal>(std::max<std::int64_t>(room, 1));
            addMeter(tr("accept queue"), QStringLiteral("%1 / %2").arg(view.acceptQueue).arg(room),
                std::min(share, 1.0));
        } else if (m_socket.connected || (m_socket.isDatagram() && (view.receiveQueue > 0 || drops() > 0))) {
            if (view.receiveQueue >= 0) {
                const QString lost = drops() > 0 ? tr(" · %1 dropped").arg(drops()) : QString();
                addMeter(QStringLiteral("Recv-Q"), words::bytes(view.receiveQueue) + lost,
                    shareOf(view.receiveQueue), drops() > 0);
            }
            if (view.sendQueue >= 0 && m_socket.isStream()) {
                addMeter(QStringLiteral("Send-Q"), words::bytes(view.sendQueue), shareOf(view.sendQueue));
            }
        }
        m_y += m_card.meters.size() > before ? px(4) : 0;
    }

    void bands()
    {
        const qreal height = std::ceil(QFontMetricsF(m_fonts.code).height()) + px(6);
        for (const model::BlockedCall& call : m_socket.blocked) {
            const QRectF rect(m_margin - px(2), m_y, m_width - 2 * m_margin + px(4), height);
            const QRectF cancel(rect.right() - px(24), rect.top(), px(24), rect.height());
            m_card.bands.push_back(
                {rect, cancel, call.ticket, tr("%1() blocked").arg(words::callName(call.call)), call.since});
            m_y += height + px(4);
        }
        const bool counts = m_socket.lingering && m_socket.lingering->timer.ends != 0;
        if (counts) {
            m_card.countdown = {m_margin - px(2), m_y, m_width - 2 * m_margin + px(4), height};
            m_card.countdownEnds = m_socket.lingering->timer.ends;
            m_y += height + px(4);
        }
        m_y += m_card.bands.empty() && !counts ? 0 : px(3);
    }

    void chips()
    {
        const QFontMetricsF code(m_fonts.code);
        const qreal height = std::ceil(code.height()) + px(5);
        qreal x = m_margin - px(2);
        const std::vector<CallId> calls = cardCalls(m_socket);
        for (const CallId call : calls) {
            const qreal width = std::ceil(code.horizontalAdvance(chipText(call))) + px(14);
            if (x + width > m_width - m_margin + px(2)) { // never clipped: a second line
                x = m_margin - px(2);
                m_y += height + px(5);
            }
            m_card.chips.push_back({{x, m_y, width, height}, call, isPrimary(call)});
            x += width + px(6);
        }
        m_y += calls.empty() ? 0 : height + px(8);
    }

    const model::SocketNode& m_socket;
    const QString m_note;
    const CardFonts& m_fonts;
    const Rhythm px;
    const qreal m_margin;
    const qreal m_width;
    qreal m_y;
    CardGeometry m_card;
};

}

CardFonts CardFonts::from(const QFont& words, const QFont& monospace)
{
    CardFonts fonts {words, words, monospace};
    const qreal size = words.pointSizeF();
    fonts.title.setPointSizeF(size * 1.05);
    fonts.title.setWeight(QFont::DemiBold);
    fonts.words.setPointSizeF(size * 0.9);
    fonts.code.setPointSizeF(size * 0.9);
    return fonts;
}

std::vector<CallId> cardCalls(const model::SocketNode& socket)
{
    if (!socket.open) {
        return {};
    }
    if (!socket.isSocket) {
        return {C::Read, C::Write, C::Close};
    }
    // A failed connect() has bound it too: what counts is what bind() would say.
    const bool hasAddress = !model::legality(socket, C::Bind).legal;
    switch (roleOf(socket)) {
    case model::SocketRole::Fresh:
        return hasAddress ? std::vector {C::Listen, C::Connect, C::Close}
                          : std::vector {C::Bind, C::Listen, C::Connect, C::Close};
    case model::SocketRole::Passive:
        return {C::Accept4, C::Close};
    case model::SocketRole::Active:
        if (!socket.connected) {
            return {C::Connect, C::Close};
        }
        [[fallthrough]];
    case model::SocketRole::Accepted:
    case model::SocketRole::Paired:
        return {C::Recv, C::Send, C::Shutdown, C::Close};
    case model::SocketRole::Datagram:
        return hasAddress ? std::vector {C::Sendto, C::Recvfrom, C::Connect, C::Close}
                          : std::vector {C::Bind, C::Sendto, C::Recvfrom, C::Connect, C::Close};
    case model::SocketRole::ConnectedDatagram:
        return {C::Send, C::Recv, C::Close};
    }
    return {};
}

QString chipText(CallId call)
{
    return call == C::Accept4 ? QStringLiteral("accept") : words::callName(call);
}

qreal cardWidth(const CardFonts& fonts)
{
    return Rhythm(fonts)(292);
}

CardGeometry layOutCard(
    const model::SocketNode& socket, const CardFonts& fonts, const QString& note, bool withCalls)
{
    return Layouter(socket, fonts, note).run(withCalls);
}

QString cardNote(const model::SocketNode& socket, const model::SocketGraph& graph)
{
    const model::SocketNode* same = graph.find(socket.duplicateOf);
    const model::SocketNode* through = graph.find(socket.receivedThrough);
    if (same != nullptr && through != nullptr) {
        return tr("same socket as fd %1, came through fd %2").arg(same->fd).arg(through->fd);
    }
    return same != nullptr   ? tr("same socket as fd %1").arg(same->fd)
        : through != nullptr ? tr("came through fd %1").arg(through->fd)
                             : QString();
}

}
