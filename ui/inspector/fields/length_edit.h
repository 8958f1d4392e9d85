// The length of what stands in another field: it follows until somebody types another, right or wrong.
#pragma once

#include <QLineEdit>
#include <optional>

namespace ui {

class LengthEdit : public QLineEdit {
    Q_OBJECT

public:
    LengthEdit(const QString& name, QWidget* parent);

    void follow(qint64 length); // ignored while another was typed
    bool isTyped() const { return m_typed; }
    std::optional<qint64> value() const; // nothing: no number

private:
    void takeRoom(const QString& text);

    qint64 m_followed = 0;
    bool m_typed = false;
};

}
