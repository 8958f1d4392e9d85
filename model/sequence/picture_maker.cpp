// PictureMaker: life lines, bars, calls. Arrows: picture_arrows.cpp.

#include "model/sequence/picture_maker.h"

#include <algorithm>
#include <sys/socket.h>

namespace model {

using namespace netcore;
using Weight = PictureLabels::Weight;
using Wish = PictureLabels::Wish;

namespace {

constexpr double kStepWidth = 8;
constexpr double kStepHeight = 12;
constexpr double kSleepWidth = 14;
constexpr double kWaitWidth = 9;
constexpr double kLeastDistance = 21; // of life lines, characters
constexpr double kMostDistance = 64;
constexpr double kLeastMargin = 16;
constexpr double kMostMargin = 30;
constexpr double kMarginShare = 0.19; // of the width
constexpr int kMostObject = 40; // characters

}

SequencePicture pictureOf(const SequenceScene& scene, const EventStore& store, const SequenceWords& words,
    const PictureStyle& style)
{
    PictureMaker maker(scene, store, words, style);
    maker.placeLanes();
    maker.drawLives();
    maker.drawWaits();
    maker.drawArrows();
    maker.drawSleeps();
    maker.drawSteps();
    maker.drawSilences();
    return maker.take();
}

PictureMaker::PictureMaker(const SequenceScene& scene, const EventStore& store, const SequenceWords& words,
    const PictureStyle& style)
    : m_scene(scene), m_store(store), m_words(words), m_style(style), m_labels(m_style)
{
    for (const SequenceSleep& sleep : scene.sleeps) {
        m_sleeps[sleep.blocked] = true;
    }
}

void PictureMaker::placeLanes()
{
    const double a = m_style.advance;
    const double margin = std::clamp(m_style.width * kMarginShare, kLeastMargin * a, kMostMargin * a);
    const auto& lanes = m_scene.lanes.all();
    const double between = lanes.size() > 1 ? static_cast<double>(lanes.size() - 1) : 1;
    const double room = (m_style.width - 2 * margin) / between;
    const double distance = std::clamp(room, kLeastDistance * a, kMostDistance * a);
    for (std::size_t i = 0; i < lanes.size(); ++i) {
        m_picture.lanes.push_back({margin + static_cast<double>(i) * distance, lanes[i].key,
            m_words.laneTitle(lanes[i]), m_words.laneSubtitle(lanes[i])});
    }
    m_picture.laneWidth = std::min(distance - a, 2 * margin - a);
    m_picture.width = lanes.empty()
        ? m_style.width
        : std::max(m_style.width, 2 * margin + distance * static_cast<double>(lanes.size() - 1));
    m_picture.height = y(m_scene.height);
}

Ink PictureMaker::inkOf(std::size_t lane) const
{
    switch (m_scene.lanes.all()[lane].domain) {
    case AF_INET:
        return Ink::Ipv4;
    case AF_INET6:
        return Ink::Ipv6;
    case AF_UNIX:
        return Ink::Unix;
    default:
        return Ink::Accent;
    }
}

void PictureMaker::drawLives()
{
    for (std::size_t lane = 0; lane < m_scene.lives.size(); ++lane) {
        const SequenceScene::Life& life = m_scene.lives[lane];
        const double from = std::max(y(life.from), 0.0);
        const double to = std::min(y(life.to), m_picture.height);
        if (from < to) {
            m_picture.lives.push_back({{x(lane), from}, {x(lane), to}, Ink::Faint, 1.5});
        }
        if (life.ends) { // a foot: here it was closed
            m_picture.lives.push_back({{x(lane) - kSleepWidth / 2, y(life.to) + kStepHeight / 2 + 2},
                {x(lane) + kSleepWidth / 2, y(life.to) + kStepHeight / 2 + 2}, Ink::Dim, 1.5});
        }
    }
}

// What waits at the same place is one bar, and one sum.
void PictureMaker::drawWaits()
{
    std::vector<SequenceWait> waits = m_scene.waits;
    std::ranges::stable_sort(waits, [](const SequenceWait& a, const SequenceWait& b) {
        return a.lane != b.lane ? a.lane < b.lane : a.from < b.from;
    });
    for (std::size_t i = 0; i < waits.size();) {
        SequenceWait all = waits[i];
        bool isPeer = all.isPeer;
        for (++i; i < waits.size() && waits[i].lane == all.lane && waits[i].from <= all.to; ++i) {
            all.units += waits[i].units;
            all.to = std::max(all.to, waits[i].to);
            isPeer = isPeer && waits[i].isPeer;
        }
        const double top = std::max(y(all.from), -4.0);
        const QRectF rect(
            x(all.lane) - kWaitWidth / 2, top, kWaitWidth, std::min(y(all.to), m_picture.height + 4) - top);
        m_picture.bars.push_back({rect, isPeer ? Ink::WaitingSoft : Ink::AccentSoft,
            isPeer ? Ink::Waiting : Ink::Accent, 2, false});
        m_labels.block(rect);
        const double middle = (std::max(top, 0.0) + std::min(rect.bottom(), m_picture.height)) / 2;
        const QStringList texts = isPeer
            ? QStringList {m_words.waitsForAccept()}
            : QStringList {m_words.waits(all.units), m_words.waitsShortly(all.units)};
        std::vector<Wish> wishes;
        for (const double at : {middle, rect.top() + m_style.rowHeight * 0.6,
                 rect.bottom() - m_style.rowHeight, middle + m_style.rowHeight / 2}) {
            const auto more = beside(all.lane, at, texts);
            wishes.insert(wishes.end(), more.begin(), more.end());
        }
        m_labels.add(Weight::Remark, isPeer ? Ink::Waiting : Ink::Dim, std::move(wishes));
    }
}

std::vector<Wish> PictureMaker::beside(std::size_t lane, double middle, const QStringList& texts) const
{
    const bool leftFirst = lane == 0 && m_picture.lanes.size() > 1;
    std::vector<Wish> wishes;
    for (const bool left : {leftFirst, !leftFirst}) {
        for (const QString& text : texts) {
            wishes.push_back({text, x(lane) + (left ? -gap() : gap()), baseline(middle), left});
        }
    }
    return wishes;
}

void PictureMaker::drawSleeps()
{
    for (const SequenceSleep& sleep : m_scene.sleeps) {
        const double top = std::max(y(sleep.from), -4.0);
        const double bottom = std::min(y(sleep.to), m_picture.height + 4);
        const QRectF rect(x(sleep.lane) - kSleepWidth / 2, top, kSleepWidth, bottom - top);
        m_picture.bars.push_back({rect, Ink::WaitingSoft, Ink::Waiting, 3, true});
        m_labels.block(rect);
        const Event event = m_store.event(sleep.returned ? *sleep.returned : sleep.blocked);
        const std::uint64_t took
            = sleep.returned ? event.took : m_style.now - std::min(m_style.now, event.time);
        const auto name = QString::fromStdString(std::string(describe(event.call).name));
        const QString text = m_words.sleeps(name, took, sleep.returned.has_value());
        const double begin = y(sleep.from) + m_style.rowHeight * 0.35;
        const double middle = (std::max(top, 0.0) + std::min(bottom, m_picture.height)) / 2;
        std::vector<Wish> wishes = beside(sleep.lane, begin, {text});
        for (const double at : {middle, middle + m_style.rowHeight / 2, middle - m_style.rowHeight / 2}) {
            const auto more = beside(sleep.lane, at, {text});
            wishes.insert(wishes.end(), more.begin(), more.end());
        }
        for (Wish& wish : wishes) { // the bar is wider than a step
            wish.x += wish.toLeft ? -3 : 3;
        }
        m_labels.add(Weight::Sleep, Ink::Waiting, std::move(wishes));
    }
}

void PictureMaker::drawCross(QPointF middle, double size)
{
    const QPointF down(size, size);
    const QPointF up(size, -size);
    m_picture.marks.push_back({middle - down, middle + down, Ink::Error, 1.6});
    m_picture.marks.push_back({middle - up, middle + up, Ink::Error, 1.6});
}

void PictureMaker::drawSteps()
{
    for (const SequenceStep& step : m_scene.steps) {
        drawStep(step);
    }
}

void PictureMaker::drawStep(const SequenceStep& step)
{
    const Event event = m_store.event(step.row);
    if (!step.lane) {
        m_picture.places.push_back({step.row, {gap(), y(step.y)}});
        labelRemark(step);
        return;
    }
    const QPointF middle(x(*step.lane), y(step.y));
    m_picture.places.push_back({step.row, middle});
    if (event.kind != EventKind::Call) {
        return; // where it was seen asleep the bar begins
    }
    const double height = std::min(kStepHeight, m_style.rowHeight * 0.7);
    const QRectF rect(middle.x() - kStepWidth / 2, middle.y() - height / 2, kStepWidth, height);
    const bool failed = event.result < 0;
    m_picture.steps.push_back({rect, failed ? Ink::ErrorSoft : inkOf(*step.lane),
        failed ? Ink::Error : inkOf(*step.lane), 2, false});
    m_labels.block(rect);
    if (failed) {
        drawCross(middle, std::min(2.6, height / 4));
    }
    labelStep(step, event);
}

QString PictureMaker::received(Row row) const
{
    QStringList parts;
    bool whole = true;
    std::uint64_t all = 0;
    for (const Passage& passage : m_scene.passages) {
        if (passage.received != row || !passage.sent) {
            continue;
        }
        const std::uint64_t sent = m_store.event(*passage.sent).dataSize;
        all = sent;
        parts += m_words.bytes(passage.units);
        whole = whole && passage.units == sent;
    }
    if (parts.size() > 1) {
        return parts.join(QStringLiteral(" + "));
    }
    return parts.size() == 1 && !whole ? m_words.partOf(partSize(row), all) : QString();
}

std::uint64_t PictureMaker::partSize(Row row) const
{
    const auto passage = std::ranges::find_if(
        m_scene.passages, [row](const Passage& one) { return one.received == row && one.sent.has_value(); });
    return passage == m_scene.passages.end() ? 0 : passage->units;
}

void PictureMaker::labelStep(const SequenceStep& step, const Event& event)
{
    const CallLabel label = callLabel(m_store, step.row, m_style.payload, kMostObject);
    const double middle = y(step.y);
    if (label.failed) {
        m_labels.add(
            Weight::Error, Ink::Error, beside(*step.lane, middle, {label.full(), label.withResult()}));
        return;
    }
    if (const auto told = m_labelled.find(step.row); told != m_labelled.end()) {
        if (!told->second) {
            m_labels.add(Weight::Result, Ink::Dim, beside(*step.lane, middle, {label.withResult()}));
        }
        return;
    }
    const QString parts = received(step.row);
    QStringList texts {label.full(), label.withResult()};
    if (!parts.isEmpty()) {
        texts = {label.full() + QStringLiteral(" · ") + parts,
            label.withResult() + QStringLiteral(" · ") + parts, label.withResult()};
    }
    const bool automatic = (event.flags & eventFlags::kAutomatic) != 0;
    m_labels.add(Weight::Step, automatic ? Ink::Dim : Ink::Text, beside(*step.lane, middle, texts));
}

void PictureMaker::labelRemark(const SequenceStep& step)
{
    const bool gap = m_store.kind(step.row) == EventKind::Gap;
    QString text = m_words.remark(m_store, step.row);
    const auto room = static_cast<qsizetype>(m_picture.width / m_style.advance) - 4;
    if (text.size() > room) {
        text = text.left(std::max<qsizetype>(room - 1, 0)) + QChar(u'…');
    }
    if (!text.isEmpty()) {
        m_labels.add(gap ? Weight::Error : Weight::Step, gap ? Ink::Error : Ink::Dim,
            {{text, this->gap(), baseline(y(step.y))}});
    }
}

void PictureMaker::drawSilences()
{
    const double length = y(static_cast<double>(SequenceAxis::kSilenceUnits) / SequenceAxis::kRowUnits);
    for (const SequenceSilence& silence : m_scene.silences) {
        const double top = y(silence.y);
        for (std::size_t lane = 0; lane < m_picture.lanes.size(); ++lane) {
            const SequenceScene::Life& life = m_scene.lives[lane];
            if (life.from < silence.y && life.to > silence.y) {
                m_picture.lives.push_back({{x(lane), top}, {x(lane), top + length}, Ink::Paper, 3});
                m_picture.lives.push_back(
                    {{x(lane), top}, {x(lane), top + length}, Ink::Dim, 1.5, Stroke::Dotted});
            }
        }
        m_labels.add(Weight::Remark, Ink::Dim,
            {{m_words.silence(silence.nanoseconds), gap(), baseline(top + length / 2)}});
    }
}

SequencePicture PictureMaker::take()
{
    m_picture.texts = m_labels.place(m_style.advance / 2, m_picture.width - m_style.advance / 2);
    return std::move(m_picture);
}

}
