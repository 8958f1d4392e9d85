// What opens the palette, in the tool bar: a field of words where there is room, else its key alone.
#pragma once

#include <QPushButton>

namespace ui {

class PaletteButton : public QPushButton {
    Q_OBJECT

public:
    explicit PaletteButton(QWidget* parent = nullptr);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    QSize sizeFor(const QString& text) const;

    const QString m_words;
    const QString m_key;
};

}
