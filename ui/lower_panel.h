// What lies below the board: tabs on one line with the controls of the page that is shown. A page is made
// when it is shown for the first time: who never looks at it pays nothing.
#pragma once

#include <QWidget>
#include <functional>
#include <vector>

class QBoxLayout;
class QStackedLayout;
class QTabBar;

namespace ui {

class LowerPanel : public QWidget {
    Q_OBJECT

public:
    // Both are taken. `head` may be a child of `body`: it moves to the line of the tabs.
    struct Page {
        QWidget* body;
        QWidget* head; // nullptr: no controls
        // What gets the focus with the page. (A focus proxy of the body would keep Tab from its head.)
        QWidget* focus;
    };

    explicit LowerPanel(QWidget* parent = nullptr);

    // `shortcut`: what its tooltip says. The first page is made at once.
    void addPage(const QString& title, const QString& shortcut, std::function<Page()> make);
    int count() const { return static_cast<int>(m_pages.size()); }
    int current() const;
    QString title(int page) const;
    void showPage(int page); // out of range: nothing happens; keeps the focus where it is
    // Where keys are to go: what the page itself names as its focus proxy.
    void focusPage();

Q_SIGNALS:
    void pageShown(int page);

protected:
    void resizeEvent(QResizeEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    struct Slot {
        std::function<Page()> make; // empty: made
        QWidget* head = nullptr;
        QWidget* body = nullptr;
        QWidget* focus = nullptr;
    };
    void open(int page);
    void fitTop();

    std::vector<Slot> m_pages;
    QTabBar* m_tabs;
    QWidget* m_top; // tabs and the controls beside them; below them where there is no room
    QBoxLayout* m_line;
    QStackedLayout* m_bodies;
};

}
