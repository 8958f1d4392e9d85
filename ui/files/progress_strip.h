// Long work, in place: what it is, how far, and a way out.
#pragma once

#include <QFrame>
#include <QLabel>
#include <QProgressBar>
#include <QToolButton>

namespace ui {

class ProgressStrip : public QFrame {
    Q_OBJECT

public:
    explicit ProgressStrip(QWidget* parent = nullptr);

    // Shows itself; without a way out where it can't be cancelled.
    void begin(const QString& what, bool canCancel);
    void setDone(quint64 done, quint64 all);
    void end() { hide(); }

Q_SIGNALS:
    void cancelled();

private:
    QLabel* m_what;
    QProgressBar* m_bar;
    QToolButton* m_cancel;
};

}
