#include "ui/palette/command_palette.h"

#include <QApplication>
#include <QKeyEvent>
#include <QScreen>
#include <QVBoxLayout>
#include <algorithm>

#include "ui/parts.h"

namespace ui {

namespace {

constexpr int kMostRows = 12;

}

CommandPalette::CommandPalette(
    const Commands& commands, Workbench& workbench, QStringList& recent, QWidget* parent)
    : QFrame(parent, Qt::Popup)
    , m_commands(commands)
    , m_workbench(workbench)
    , m_recent(recent)
    , m_edit(makeSearch(this, "paletteEdit", tr("Search or run a command"), tr("Search or run a command")))
    , m_list(new QListView(this))
    , m_delegate(new PaletteRowDelegate(m_list))
    , m_hint(makeLabel(this, "paletteHint", "dim"))
{
    setObjectName(QStringLiteral("commandPalette"));
    setAccessibleName(tr("Commands"));
    setAttribute(Qt::WA_StyledBackground);
    m_list->setObjectName(QStringLiteral("paletteList"));
    m_list->setAccessibleName(tr("Commands that fit"));
    m_list->setModel(&m_model);
    m_list->setItemDelegate(m_delegate);
    m_list->setUniformItemSizes(true);
    m_list->setFocusPolicy(Qt::NoFocus); // the line keeps the keys
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setMouseTracking(true);
    auto* column = new QVBoxLayout(this);
    const int gap = fontMetrics().height() / 2;
    column->setContentsMargins(gap, gap, gap, gap);
    column->setSpacing(gap / 2);
    column->addWidget(m_edit);
    column->addWidget(m_list, 1);
    column->addWidget(m_hint);
    m_hint->setIndent(fontMetrics().averageCharWidth() * 3 / 2); // as the rows'
    m_edit->installEventFilter(this);
    connect(m_edit, &QLineEdit::textEdited, this, &CommandPalette::search);
    connect(m_edit, &QLineEdit::textChanged, this, &CommandPalette::search); // the button that clears it
    connect(m_list, &QListView::clicked, this, &CommandPalette::runCurrent);
    connect(m_list, &QListView::entered, m_list, &QListView::setCurrentIndex);
    connect(
        m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, &CommandPalette::showCurrent);
}

void CommandPalette::openBelow(int top)
{
    m_delegate->setTheme(m_workbench.theme());
    m_model.setCommands(m_commands.all(), m_recent);
    m_edit->clear();
    search();
    const QFontMetrics metrics(QApplication::font());
    const QWidget& window = *parentWidget()->window();
    const int row = metrics.height() * 8 / 5;
    const int rows = std::min(kMostRows, (window.height() - top) / row - 4);
    m_list->setFixedHeight(std::max(rows, 3) * row);
    setFixedWidth(std::min(metrics.height() * 38, window.width() - 2 * metrics.height()));
    adjustSize();
    move(window.mapToGlobal(QPoint((window.width() - width()) / 2, top)));
    show();
    m_edit->setFocus(Qt::PopupFocusReason);
}

void CommandPalette::search()
{
    m_model.search(m_edit->text());
    const bool any = m_model.rowCount() > 0;
    if (any) {
        m_list->setCurrentIndex(m_model.index(0));
        m_list->scrollToTop();
    }
    showCurrent();
    if (any == m_list->isHidden()) { // no empty box above the words that nothing was found
        m_list->setVisible(any);
        layout()->activate();
        adjustSize();
    }
}

// The line has the focus, so it is the line that a screen reader must hear of.
void CommandPalette::showCurrent()
{
    const QModelIndex current = m_list->currentIndex();
    const bool isNone = !current.isValid() || m_model.rowCount() == 0;
    const QString spoken = isNone ? tr("Nothing is called like that.")
                                  : m_model.data(current, Qt::AccessibleTextRole).toString();
    m_hint->setText(isNone ? spoken : tr("↑ ↓ choose · Enter runs it · Esc goes back"));
    if (m_edit->accessibleDescription() != spoken) {
        m_edit->setAccessibleDescription(spoken); // tells the bus by itself
    }
}

void CommandPalette::step(int rows, bool wraps)
{
    const int count = m_model.rowCount();
    if (count == 0) {
        return;
    }
    const int wanted = m_list->currentIndex().row() + rows;
    const int row = wraps ? (wanted + count) % count : std::clamp(wanted, 0, count - 1);
    m_list->setCurrentIndex(m_model.index(row));
}

void CommandPalette::runCurrent()
{
    const QModelIndex current = m_list->currentIndex();
    if (!current.isValid()) {
        return;
    }
    const Command chosen = m_model.at(current.row()); // what it does may change the list
    close();
    if (!chosen.run) {
        Q_EMIT refused(chosen.name, chosen.note);
        return;
    }
    m_recent.removeAll(chosen.id);
    m_recent.prepend(chosen.id);
    m_recent = m_recent.mid(0, kMostRecent);
    chosen.run();
}

bool CommandPalette::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() != QEvent::KeyPress) {
        return QFrame::eventFilter(watched, event);
    }
    switch (static_cast<QKeyEvent*>(event)->key()) {
    case Qt::Key_Up:
        step(-1, true);
        return true;
    case Qt::Key_Down:
        step(1, true);
        return true;
    case Qt::Key_PageUp:
        step(-kMostRows, false);
        return true;
    case Qt::Key_PageDown:
        step(kMostRows, false);
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        runCurrent();
        return true;
    case Qt::Key_Escape:
        close();
        return true;
    default:
        return QFrame::eventFilter(watched, event);
    }
}

}
