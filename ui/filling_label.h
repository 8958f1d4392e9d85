// A label that takes the room it is given, and wraps in it. It does not ask for any: what an ordinary one
// asks for is found by laying out its text four times over, whenever anything near it changes.
#pragma once

#include <QLabel>

namespace ui {

class FillingLabel : public QLabel {
    Q_OBJECT

public:
    explicit FillingLabel(const QString& text, QWidget* parent = nullptr) : QLabel(text, parent)
    {
        setTextFormat(Qt::PlainText);
        setWordWrap(true);
        setAlignment(Qt::AlignCenter);
        setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Ignored); // no height for its width
    }

    QSize sizeHint() const override { return {}; }
    QSize minimumSizeHint() const override { return {}; }
};

}
