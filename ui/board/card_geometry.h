// What stands where on a card: computed from a socket and a font, without painting anything.
#pragma once

#include <QFontMetricsF>
#include <QRectF>
#include <QSizeF>
#include <QString>
#include <vector>

#include "model/graph/socket_graph.h"

namespace ui {

struct CardFonts {
    QFont title;
    QFont words;
    QFont code;

    static CardFonts from(const QFont& words, const QFont& monospace);
};

struct CardMeter {
    QRectF rect;
    QString label;
    QString value;
    qreal share; // 0 to 1 of the bar
    bool loses = false; // what came had no room
};

struct CardBand {
    QRectF rect;
    QRectF cancel; // the cross
    netcore::Ticket ticket;
    QString label;
    std::uint64_t since;
};

struct CardChip {
    QRectF rect;
    netcore::CallId call;
    bool primary; // the next thing to do
};

struct CardGeometry {
    QSizeF size;
    QRectF title;
    QRectF kind;
    QRectF badge;
    QRectF address;
    QString titleText;
    QString kindText;
    QString badgeText;
    QString addressText;
    QRectF note; // null: none
    QString noteText; // "same socket as fd 7"
    QRectF warning; // null: none
    QString warningText;
    QRectF mode; // the word "non-blocking"; null: it blocks
    QString modeText;
    QRectF countdown; // of a closed socket that the kernel still has; null: none
    std::uint64_t countdownEnds = 0; // CLOCK_MONOTONIC, ns
    std::vector<CardMeter> meters;
    std::vector<CardBand> bands;
    std::vector<CardChip> chips;
    QRectF dismiss; // the cross of a closed card
};

// The calls that a card offers as buttons, in order: what its role is for.
std::vector<netcore::CallId> cardCalls(const model::SocketNode& socket);
// What stands on a chip: "accept", though the call is accept4(): the form, the tooltip and the log say so.
QString chipText(netcore::CallId call);
qreal cardWidth(const CardFonts& fonts);
// `note`: what there is to say about it beside its own state; may be empty.
// withCalls: false where none can be made, in a recording.
CardGeometry layOutCard(
    const model::SocketNode& socket, const CardFonts& fonts, const QString& note = {}, bool withCalls = true);
// "same socket as fd 7", "came through fd 8"; empty for most.
QString cardNote(const model::SocketNode& socket, const model::SocketGraph& graph);

}
