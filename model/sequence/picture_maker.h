// How a picture is made of a scene: one use, for pictureOf().
#pragma once

#include <QStringList>
#include <map>

#include "model/sequence/call_label.h"
#include "model/sequence/picture_labels.h"

namespace model {

class PictureMaker {
public:
    PictureMaker(const SequenceScene& scene, const EventStore& store, const SequenceWords& words,
        const PictureStyle& style);

    // In this order.
    void placeLanes();
    void drawLives();
    void drawWaits();
    void drawArrows();
    void drawSleeps();
    void drawSteps();
    void drawSilences();
    SequencePicture take();

private:
    double y(double height) const { return height * m_style.rowHeight; }
    double x(std::size_t lane) const { return m_picture.lanes[lane].x; }
    double baseline(double middle) const { return middle + (m_style.ascent - m_style.descent) / 2; }
    double gap() const { return m_style.advance * 1.4; } // between a step and its label
    Ink inkOf(std::size_t lane) const;
    void drawArrow(const SequenceArrow& arrow);
    void labelArrow(const SequenceArrow& arrow, QPointF from, QPointF to);
    QString arrowText(const SequenceArrow& arrow, bool shortly) const;
    void drawCross(QPointF middle, double size);
    void drawStep(const SequenceStep& step);
    void labelStep(const SequenceStep& step, const netcore::Event& event);
    void labelRemark(const SequenceStep& step);
    QString received(Row row) const; // "3 of 5 B", "5 + 6 B"; empty: nothing to tell
    std::uint64_t partSize(Row row) const;
    // Beside a life line: outside of the picture for the first one, else right of it.
    std::vector<PictureLabels::Wish> beside(std::size_t lane, double middle, const QStringList& texts) const;

    const SequenceScene& m_scene;
    const EventStore& m_store;
    const SequenceWords& m_words;
    const PictureStyle& m_style;
    PictureLabels m_labels;
    SequencePicture m_picture;
    std::map<Row, bool> m_labelled; // rows that an arrow tells of: true, all of it
    std::map<Row, bool> m_sleeps; // rows that a bar begins at
};

}
