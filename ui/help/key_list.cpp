#include "ui/help/key_list.h"

#include <QCoreApplication>
#include <algorithm>

#include "ui/palette/palette_model.h"

namespace ui {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(ui::KeyList)
};

struct Panel {
    QString name;
    QString widget;
};

void add(std::vector<KeyLine>& all, const Panel& panel, const QString& name, const QList<QKeySequence>& keys)
{
    all.push_back({panel.name, name, keys, panel.widget});
}

void addLog(std::vector<KeyLine>& all)
{
    const Panel log {Text::tr("Message log"), QStringLiteral("logView")};
    add(all, log, Text::tr("Row before, row after"), {Qt::Key_Up, Qt::Key_Down});
    add(all, log, Text::tr("Page before, page after"), {Qt::Key_PageUp, Qt::Key_PageDown});
    add(all, log, Text::tr("First row; last row, and follow"), {Qt::Key_Home, Qt::Key_End});
    add(all, log, Text::tr("Select as far as the next row"),
        {Qt::SHIFT | Qt::Key_Up, Qt::SHIFT | Qt::Key_Down});
    add(all, log, Text::tr("Follow the end, or pause"), {Qt::Key_Space});
    add(all, log, Text::tr("Show the row's socket"), {Qt::Key_Return});
    add(all, log, Text::tr("Show the detail, or hide it"), {Qt::Key_F4});
    add(all, log, Text::tr("Open the detail, close it"), {Qt::Key_Right, Qt::Key_Left});
    add(all, log, Text::tr("Mark the row"), {Qt::CTRL | Qt::Key_M});
    add(all, log, Text::tr("Comment on the row"), {Qt::CTRL | Qt::SHIFT | Qt::Key_M});
    add(all, log, Text::tr("Next mark, mark before"), {Qt::Key_F2, Qt::SHIFT | Qt::Key_F2});
    add(all, log, Text::tr("Row before or after of the same socket"),
        {Qt::CTRL | Qt::Key_Up, Qt::CTRL | Qt::Key_Down});
    add(all, log, Text::tr("Row before or after of the same conversation"),
        {Qt::CTRL | Qt::SHIFT | Qt::Key_Up, Qt::CTRL | Qt::SHIFT | Qt::Key_Down});
    add(all, log, Text::tr("Copy the rows"), {QKeySequence(QKeySequence::Copy)});
    add(all, log, Text::tr("Select all rows"), {QKeySequence(QKeySequence::SelectAll)});
}

void addBoard(std::vector<KeyLine>& all)
{
    const Panel board {Text::tr("Board"), QStringLiteral("board")};
    add(all, board, Text::tr("Next socket, socket before"), {Qt::Key_Right, Qt::Key_Left});
    add(all, board, Text::tr("Select none"), {Qt::Key_Escape});
}

void addTime(std::vector<KeyLine>& all)
{
    const Panel time {Text::tr("Time slider"), QStringLiteral("timeStrip")};
    add(all, time, Text::tr("Event before, event after"), {Qt::Key_Left, Qt::Key_Right});
    add(all, time, Text::tr("Far back, far on"), {Qt::Key_PageUp, Qt::Key_PageDown});
    add(all, time, Text::tr("The start, the present"), {Qt::Key_Home, Qt::Key_End});
}

void addFilter(std::vector<KeyLine>& all)
{
    const Panel filter {Text::tr("Filter"), QStringLiteral("filterEdit")};
    add(all, filter, Text::tr("Filter by what is typed"), {Qt::Key_Return});
    add(all, filter, Text::tr("Filters typed before"), {Qt::Key_Up});
    add(all, filter, Text::tr("Back to the log"), {Qt::Key_Escape});
    add(all, filter, Text::tr("What could come here"), {Qt::CTRL | Qt::Key_Space});
}

void addSequence(std::vector<KeyLine>& all)
{
    const Panel sequence {Text::tr("Sequence"), QStringLiteral("sequenceView")};
    add(all, sequence, Text::tr("Call before, call after"), {Qt::Key_Up, Qt::Key_Down});
    add(all, sequence, Text::tr("Call before or after on the same life line"),
        {Qt::CTRL | Qt::Key_Up, Qt::CTRL | Qt::Key_Down});
    add(all, sequence, Text::tr("Life line at the left, at the right"), {Qt::Key_Left, Qt::Key_Right});
    add(all, sequence, Text::tr("Farther apart, closer together"), {Qt::Key_Plus, Qt::Key_Minus});
    add(all, sequence, Text::tr("Show the call's socket"), {Qt::Key_Return});
    add(all, sequence, Text::tr("Follow the end, or pause"), {Qt::Key_Space});
}

void addStreams(std::vector<KeyLine>& all)
{
    const Panel streams {Text::tr("Streams"), QStringLiteral("streamView")};
    add(all, streams, Text::tr("Line before, line after"), {Qt::Key_Up, Qt::Key_Down});
    add(all, streams, Text::tr("Begin, end"), {Qt::Key_Home, Qt::Key_End});
    add(all, streams, Text::tr("Follow the end, or pause"), {Qt::Key_Space});
    add(all, streams, Text::tr("Copy as text"), {QKeySequence(QKeySequence::Copy)});
    add(all, streams, Text::tr("Select all"), {QKeySequence(QKeySequence::SelectAll)});
}

void addThroughput(std::vector<KeyLine>& all)
{
    const Panel plot {Text::tr("Throughput"), QStringLiteral("throughputPlot")};
    add(all, plot, Text::tr("Closer, farther"), {Qt::Key_Plus, Qt::Key_Minus});
    add(all, plot, Text::tr("Earlier, later"), {Qt::Key_Left, Qt::Key_Right});
    add(all, plot, Text::tr("Closer to what is selected"), {Qt::Key_Return});
    add(all, plot, Text::tr("All of it"), {Qt::Key_Home});
}

}

std::vector<KeyLine> panelKeys()
{
    std::vector<KeyLine> all;
    addBoard(all);
    addTime(all);
    addLog(all);
    addFilter(all);
    addSequence(all);
    addStreams(all);
    addThroughput(all);
    return all;
}

std::vector<KeyLine> keysOf(const Commands& commands)
{
    std::vector<KeyLine> all;
    for (const Command& command : commands.ofMenus()) {
        if (!command.keys.isEmpty()) {
            all.push_back(
                {command.path.section(QStringLiteral(" › "), 0, 0), command.name, command.keys, {}});
        }
    }
    const std::vector<KeyLine> panels = panelKeys();
    all.insert(all.end(), panels.begin(), panels.end());
    return all;
}

QString asText(const std::vector<KeyLine>& keys)
{
    qsizetype widest = 0;
    for (const KeyLine& line : keys) {
        widest = std::max(widest, keysText(line.keys).size());
    }
    QString text;
    QString group;
    for (const KeyLine& line : keys) {
        if (line.group != group) {
            text += (text.isEmpty() ? QString() : QStringLiteral("\n")) + line.group + u'\n';
            group = line.group;
        }
        text += QStringLiteral("  ") + keysText(line.keys).leftJustified(widest + 2) + line.name + u'\n';
    }
    return text;
}

}
