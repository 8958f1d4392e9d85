// Controls side by side; where there is no room for all, some of them fold into a menu at the end of the row.
#pragma once

#include <QHBoxLayout>
#include <QList>
#include <QWidget>

class QMenu;
class QToolButton;

namespace ui {

class FoldingRow : public QWidget {
    Q_OBJECT

public:
    // The button of the menu is called like the row, and "More".
    explicit FoldingRow(const char* objectName, QWidget* parent = nullptr);

    QHBoxLayout& row() { return *m_row; }
    // These fold, the first one first; the row's own. What others hide stays hidden. Once, when all are in.
    void setFolds(const QList<QToolButton*>& buttons);
    int unfoldedWidth() const; // that it takes to show all

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override; // with everything folded that can be

protected:
    void resizeEvent(QResizeEvent* event) override;
    bool event(QEvent* event) override;

private:
    int widthOf(const QToolButton& button) const; // with the space beside it
    void fold();
    void fillMenu();

    QHBoxLayout* m_row;
    QToolButton* m_more;
    QMenu* m_menu;
    QList<QToolButton*> m_folds;
    QList<QToolButton*> m_folded;
};

}
