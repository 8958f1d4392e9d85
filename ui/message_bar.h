// Errors and questions, in place: what, why, remedy, action. Never a modal box.
#pragma once

#include <QFrame>
#include <QLabel>
#include <QPushButton>
#include <functional>

namespace ui {

class MessageBar : public QFrame {
    Q_OBJECT

public:
    explicit MessageBar(QWidget* parent = nullptr);

    void showError(const QString& what, const QString& remedy);
    void ask(const QString& question, const QString& action, std::function<void()> onYes);

private:
    void open(const QString& tone, const QString& what, const QString& more);

    QLabel* m_what;
    QLabel* m_more;
    QPushButton* m_action;
    QPushButton* m_close;
    std::function<void()> m_onAction;
};

}
