// A scene as shapes: what the window paints and what a file has are the same picture. Colours are inks, named
// by their meaning; who paints has a table of them.
//
// Lengths are pixels; y from the top of the scene, x from its left edge. Texts stand at the left end of their
// baseline, in one font of fixed pitch; none covers another, a bar or a step: those that find no room are
// left out, the less important first.
//
// Threads: a value.
#pragma once

#include <QPointF>
#include <QRectF>
#include <QString>
#include <array>
#include <vector>

#include "model/sequence/sequence_scene.h"

namespace model {

enum class Ink : std::uint8_t {
    None,
    Paper,
    Faint, // life lines
    Text,
    Dim,
    Accent, // what waits to be taken
    AccentSoft,
    Waiting, // asleep
    WaitingSoft,
    Error,
    ErrorSoft,
    Ipv4,
    Ipv6,
    Unix,
};
inline constexpr std::size_t kInks = static_cast<std::size_t>(Ink::Unix) + 1;

enum class Stroke : std::uint8_t { Solid, Dashed, Dotted };

struct PictureLine {
    QPointF from;
    QPointF to;
    Ink ink;
    double width = 1;
    Stroke stroke = Stroke::Solid;
    bool pointed = false; // an arrow: a head at its end
};

// The three corners of the head of a pointed line; the first is its tip.
std::array<QPointF, 3> arrowHead(const PictureLine& line);

struct PictureBox {
    QRectF rect;
    Ink fill;
    Ink edge = Ink::None;
    double radius = 2;
    bool dashed = false;
};

struct PictureText {
    QPointF baseline;
    QString text;
    Ink ink;
    double width; // pixels
    bool bold = false;
};

struct SequencePicture {
    double width = 0;
    double height = 0;
    struct Lane {
        double x;
        LaneKey key;
        QString title;
        QString subtitle; // empty: none
    };
    std::vector<Lane> lanes;
    double laneWidth = 0; // of a title: what is longer is to be cut

    // To be painted in this order.
    std::vector<PictureLine> lives;
    std::vector<PictureBox> bars; // sleeps, waits
    std::vector<PictureLine> arrows;
    std::vector<PictureBox> steps;
    std::vector<PictureLine> marks; // crosses
    std::vector<PictureText> texts; // each on a bit of paper

    struct Place { // of a call, for hands and readers
        Row row;
        QPointF at; // its middle
    };
    std::vector<Place> places;
};

// The words of a picture. One line each; text from outside comes in safe forms.
class SequenceWords {
public:
    SequenceWords() = default;
    SequenceWords(const SequenceWords&) = delete;
    SequenceWords& operator=(const SequenceWords&) = delete;
    virtual ~SequenceWords() = default;

    virtual QString laneTitle(const SequenceLane& lane) const = 0; // "fd 7 listener"
    virtual QString laneSubtitle(const SequenceLane& lane) const = 0; // "127.0.0.1:5000"; may be empty
    virtual QString sleeps(QStringView call, std::uint64_t nanoseconds, bool returned) const = 0;
    virtual QString silence(std::uint64_t nanoseconds) const = 0; // "1.2 s"
    virtual QString waits(std::uint64_t bytes) const = 0; // "5 B wait in the receive buffer"
    virtual QString waitsShortly(std::uint64_t bytes) const = 0; // "5 B wait"
    virtual QString waitsForAccept() const = 0; // "waits in the accept queue"
    virtual QString lost() const = 0;
    virtual QString bytes(std::uint64_t count) const = 0; // "5 B"
    virtual QString partOf(std::uint64_t bytes, std::uint64_t all) const = 0; // "3 of 5 B"
    virtual QString remark(const EventStore& store, Row row) const = 0; // a note, a gap
};

struct PictureStyle {
    double advance = 7.2; // of a character
    double ascent = 11;
    double descent = 3;
    double rowHeight = 24;
    double width = 960; // what there is; many life lines need more
    bool payload = true; // false: without the bytes that calls moved
    std::uint64_t now = 0; // ns, CLOCK_MONOTONIC: for calls that sleep
};

SequencePicture pictureOf(const SequenceScene& scene, const EventStore& store, const SequenceWords& words,
    const PictureStyle& style);

}
