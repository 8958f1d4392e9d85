// The list of all keys, to be searched and copied. It stays open beside the window.
#pragma once

#include <QDialog>
#include <QLabel>
#include <QLineEdit>
#include <QTreeWidget>

#include "ui/help/key_list.h"

namespace ui {

class KeysDialog : public QDialog {
    Q_OBJECT

public:
    KeysDialog(std::vector<KeyLine> keys, const QFont& monospace, QWidget* parent);

private:
    void fill(const QString& wanted);
    void copy();

    const std::vector<KeyLine> m_keys;
    const QFont m_monospace;
    QLineEdit* m_search;
    QTreeWidget* m_tree;
    QLabel* m_none;
};

}
