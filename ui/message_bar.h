// Errors and questions, in place: what, why, remedy, action. Never a modal box, and it never takes the focus;
// several wait for one another, the newest in sight. A screen reader is told of each.
#pragma once

#include <QFrame>
#include <QLabel>
#include <QPointer>
#include <QPushButton>
#include <QToolButton>
#include <functional>
#include <vector>

namespace ui {

class MessageBar : public QFrame {
    Q_OBJECT

public:
    explicit MessageBar(QWidget* parent = nullptr);

    void showError(const QString& what, const QString& remedy);
    // What was done, or why it was not: no error.
    void showNote(const QString& what, const QString& more);
    void ask(const QString& question, const QString& action, std::function<void()> onYes);

    int count() const { return static_cast<int>(m_messages.size()); }
    // Brings the keys here, by a key: to the action, or to what closes it. Esc gives them back.
    void takeFocus();

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    struct Message {
        QString tone; // the style sheet's: "error", "question", "note"
        QString what;
        QString more;
        QString action; // empty: there is none
        std::function<void()> onAction;
    };
    void lay();
    void add(Message message);
    void show(std::size_t index);
    void turn(int by);
    void act();
    void closeCurrent();
    void giveFocusBack();

    std::vector<Message> m_messages; // the oldest first
    std::size_t m_shown = 0;
    QLabel* m_what;
    QLabel* m_more;
    QPushButton* m_action;
    QToolButton* m_previous;
    QLabel* m_place; // "2 of 3"
    QToolButton* m_next;
    QPushButton* m_close;
    QPointer<QWidget> m_before; // had the focus
};

}
