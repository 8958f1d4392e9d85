#include "model/sequence/picture_labels.h"

#include <algorithm>
#include <cmath>

namespace model {

double PictureLabels::widthOf(const QString& text) const
{
    return static_cast<double>(text.size()) * m_style.advance;
}

void PictureLabels::add(Weight weight, Ink ink, std::vector<Wish> wishes)
{
    m_labels.push_back({weight, ink, std::move(wishes)});
}

std::size_t PictureLabels::bandOf(double y) const
{
    return static_cast<std::size_t>(std::max(0.0, y / m_style.rowHeight + 2));
}

void PictureLabels::block(const QRectF& rect)
{
    const std::size_t last = bandOf(rect.bottom());
    if (m_bands.size() <= last) {
        m_bands.resize(last + 1);
    }
    for (std::size_t band = bandOf(rect.top()); band <= last; ++band) {
        m_bands[band].push_back(rect);
    }
}

void PictureLabels::block(QPointF from, QPointF to)
{
    const double length = std::hypot(to.x() - from.x(), to.y() - from.y());
    const int parts = std::max(1, static_cast<int>(length / (3 * m_style.advance)));
    for (int i = 0; i < parts; ++i) {
        const QPointF a = from + (to - from) * i / parts;
        const QPointF b = from + (to - from) * (i + 1) / parts;
        block(QRectF(a, b).normalized().adjusted(0, -0.5, 0, 0.5));
    }
}

bool PictureLabels::isFree(const QRectF& rect) const
{
    for (std::size_t band = bandOf(rect.top()); band <= bandOf(rect.bottom()); ++band) {
        if (band < m_bands.size() && std::ranges::any_of(m_bands[band], [&](const QRectF& taken) {
                return taken.intersects(rect);
            })) {
            return false;
        }
    }
    return true;
}

std::vector<PictureText> PictureLabels::place(double left, double right)
{
    std::ranges::stable_sort(m_labels, {}, &Label::weight);
    std::vector<PictureText> texts;
    for (const Label& label : m_labels) {
        for (const Wish& wish : label.wishes) {
            const double width = widthOf(wish.text);
            const double x = wish.toLeft ? wish.x - width : wish.x;
            // Letters seldom reach down: a line may touch the tails.
            const QRectF rect(x, wish.baseline - m_style.ascent * 0.85, width, m_style.ascent * 0.95);
            if (x >= left && x + width <= right && isFree(rect)) {
                block(rect.adjusted(-m_style.advance / 2, 0, m_style.advance / 2, 0));
                texts.push_back({{x, wish.baseline}, wish.text, label.ink, width});
                break;
            }
        }
    }
    return texts;
}

}
