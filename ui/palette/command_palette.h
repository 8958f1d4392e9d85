// All that can be done, by name: a line to type in, and below it what fits. Keys only are enough: Up, Down,
// Enter, Esc. It closes when something is chosen; the focus is then where it was before.
#pragma once

#include <QFrame>
#include <QLabel>
#include <QLineEdit>
#include <QListView>

#include "ui/palette/commands.h"
#include "ui/palette/palette_model.h"
#include "ui/palette/palette_row_delegate.h"
#include "ui/workbench.h"

namespace ui {

class CommandPalette : public QFrame {
    Q_OBJECT

public:
    // `recent`: ids of commands, the newest first; kept by the caller.
    CommandPalette(const Commands& commands, Workbench& workbench, QStringList& recent, QWidget* parent);

    // In the middle of the window, below `top`, a place in it.
    void openBelow(int top);

    static constexpr qsizetype kMostRecent = 8;

Q_SIGNALS:
    void refused(const QString& name, const QString& why); // of a command that cannot be run now

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void search();
    void showCurrent();
    void step(int rows, bool wraps);
    void runCurrent();

    const Commands& m_commands;
    Workbench& m_workbench;
    QStringList& m_recent;
    PaletteModel m_model;
    QLineEdit* m_edit;
    QListView* m_list;
    PaletteRowDelegate* m_delegate;
    QLabel* m_hint;
};

}
