// The diagram of the selected socket's life. Each box is a button: a click shows the call's form, a double
// click makes it.
#pragma once

#include <QPushButton>
#include <QWidget>
#include <vector>

#include "model/lifecycle/lifecycle_diagram.h"
#include "ui/workbench.h"

namespace ui {

class LifecycleView : public QWidget {
    Q_OBJECT

public:
    LifecycleView(Workbench& workbench, QWidget* parent = nullptr);

    void show(const model::SocketNode& socket);
    void setCurrent(netcore::CallId call); // whose form is shown
    QSize sizeHint() const override;
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;

Q_SIGNALS:
    void chosen(int call); // a netcore::CallId
    void calledAtOnce(int call);

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QPushButton* addButton(const model::LifecycleStep& step);
    void rebuild();
    void layOut();
    void style(QPushButton& button, const model::LifecycleStep& step, bool other);
    QRect cell(const model::LifecycleStep& step) const;
    // Words beside the rows of a group, and the places of its calls, flowing.
    struct Flow {
        struct Heading {
            QRect place;
            model::CallGroup group;
        };
        std::vector<Heading> headings;
        std::vector<QRect> places; // of the other calls
        int bottom = 0;
    };
    Flow flow(int width) const;
    QFont chipFont() const;
    int rowHeight() const;
    int arrowRoom() const;
    int rows() const;

    Workbench& m_workbench;
    model::LifecycleDiagram m_diagram {model::SocketRole::Fresh, {}, {}, {}};
    std::vector<QPushButton*> m_buttons; // steps, then others
    netcore::CallId m_current = netcore::CallId::None;
};

}
