// Labels on a picture: each has some wishes, the best first; where none of them is free it is left out.
#pragma once

#include <vector>

#include "model/sequence/sequence_picture.h"

namespace model {

class PictureLabels {
public:
    explicit PictureLabels(const PictureStyle& style) : m_style(style) { }

    enum class Weight : std::uint8_t { Error, Sleep, Arrow, Step, Remark, Result };
    struct Wish {
        QString text;
        double x; // of the left end; of the right one where `toLeft`
        double baseline;
        bool toLeft = false;
    };
    void add(Weight weight, Ink ink, std::vector<Wish> wishes);
    void block(const QRectF& rect); // nothing is written there
    void block(QPointF from, QPointF to); // a line

    // All that found room. The least left end is `left`.
    std::vector<PictureText> place(double left, double right);

    double widthOf(const QString& text) const;

private:
    struct Label {
        Weight weight;
        Ink ink;
        std::vector<Wish> wishes;
    };
    bool isFree(const QRectF& rect) const;
    std::size_t bandOf(double y) const;

    const PictureStyle& m_style;
    std::vector<Label> m_labels;
    std::vector<std::vector<QRectF>> m_bands; // what is taken, by height
};

}
