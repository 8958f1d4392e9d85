// A comment on a row, edited in place: Ctrl+Return or leaving keeps it, Esc takes back what was typed.
#pragma once

#include <QPlainTextEdit>

namespace ui {

class CommentEdit : public QPlainTextEdit {
    Q_OBJECT

public:
    explicit CommentEdit(QWidget* parent = nullptr);

    void show(const QString& comment);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {60, sizeHint().height()}; }

Q_SIGNALS:
    void kept(const QString& comment);
    void left(); // by key: back to the rows

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    bool event(QEvent* event) override;

private:
    void keep();

    QString m_comment; // as it is kept
};

}
