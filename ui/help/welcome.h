// What an empty board offers: a first connection that runs by itself, a socket of one's own, the lessons.
#pragma once

#include <QGridLayout>
#include <QLabel>
#include <QPushButton>
#include <QWidget>
#include <vector>

#include "ui/workbench.h"

namespace ui {

class Welcome : public QWidget {
    Q_OBJECT

public:
    explicit Welcome(Workbench& workbench, QWidget* parent = nullptr);

Q_SIGNALS:
    void newSocketWanted(const QPoint& globalPosition);
    void firstConnectionWanted();
    void lessonWanted(const QString& name); // of a built-in scenario
    void lessonsWanted(const QPoint& globalPosition); // the list of all

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    QWidget* makeButtons();
    QWidget* makeLessons();
    void showSizes();
    void placeLinks(int columns);
    void showWhatFits(); // the lessons stand in two columns, and go, where there is little room

    Workbench& m_workbench;
    QLabel* m_title;
    QWidget* m_lessons = nullptr;
    QPushButton* m_short = nullptr; // to all lessons, where they have no room
    QGridLayout* m_places = nullptr; // of the lessons
    std::vector<QPushButton*> m_links; // in their order; the last one to all lessons
    int m_columns = 0;
};

}
