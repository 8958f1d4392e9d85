// The log's end in sight while thousands of rows come at once: our view, and QTableView on the same store.

#include <QAbstractTableModel>
#include <QApplication>
#include <QHeaderView>
#include <QTableView>

#include "tests/bench/all_benches.h"
#include "tests/ui/made_log.h"
#include "ui/log/log_row_text.h"
#include "ui/log/log_view.h"

namespace bench {

namespace {

constexpr std::size_t kMore = 10'000;

// As one would write it: the text is made when a cell is asked for, and the last row's is kept for its
// neighbours.
class TableModel final : public QAbstractTableModel {
public:
    explicit TableModel(const ui::LogSource& source) : m_source(source), m_rows(source.rows->size()) { }

    int rowCount(const QModelIndex& parent) const override
    {
        return parent.isValid() ? 0 : static_cast<int>(m_rows);
    }
    int columnCount(const QModelIndex& parent) const override { return parent.isValid() ? 0 : 6; }
    QVariant data(const QModelIndex& index, int role) const override
    {
        if (role != Qt::DisplayRole) {
            return {};
        }
        if (index.row() != m_lastRow) {
            m_lastRow = index.row();
            m_last = ui::logRowText(m_source, m_source.rows->at(static_cast<std::uint64_t>(index.row())));
        }
        switch (index.column()) {
        case 0:
            return m_last.time;
        case 1:
            return m_last.socket;
        case 2:
            return m_last.thread;
        case 3:
            return m_last.call;
        case 4:
            return m_last.result;
        default:
            return m_last.took;
        }
    }
    void showNewRows()
    {
        const std::uint64_t rows = m_source.rows->size();
        beginInsertRows({}, static_cast<int>(m_rows), static_cast<int>(rows) - 1);
        m_rows = rows;
        endInsertRows();
    }

private:
    const ui::LogSource m_source;
    std::uint64_t m_rows;
    mutable int m_lastRow = -1;
    mutable ui::LogRowText m_last;
};

}

std::vector<Measured> tailFollow(const Settings& settings)
{
    const std::size_t rows = settings.quick ? 20'000 : 10'000'000;
    const int inserts = settings.quick ? 2 : 20;
    MadeLog log;
    const netcore::SocketId socket = log.addSocket(7, AF_INET);
    log.addMany(socket, rows);
    log.publish();

    ui::LogView view(log.source());
    view.setLook(ui::Theme::light(), ui::monospaceFont(QApplication::font()));
    view.resize(1200, 800);
    view.show();
    QTableView table;
    TableModel model(log.source());
    table.setModel(&model);
    table.setFont(ui::monospaceFont(QApplication::font()));
    table.resize(1200, 800);
    table.show();
    table.scrollToBottom();
    QApplication::processEvents();

    double worst = 0;
    const auto ours = [&] {
        double all = 0;
        for (int i = 0; i < inserts; ++i) {
            log.addMany(socket, kMore);
            log.publish();
            const double taken = secondsOf([&] {
                view.showNewRows();
                QApplication::processEvents();
                view.viewport()->repaint();
            });
            worst = std::max(worst, taken * 1e3);
            all += taken;
        }
        return all / inserts * 1e3;
    };
    const auto theirs = [&] {
        double all = 0;
        for (int i = 0; i < inserts; ++i) {
            log.addMany(socket, kMore);
            log.publish();
            all += secondsOf([&] {
                model.showNewRows();
                table.scrollToBottom();
                QApplication::processEvents();
                table.viewport()->repaint();
            });
        }
        return all / inserts * 1e3;
    };
    Measured compared = compareTimes(settings, "10,000 rows more, painted", "ms", ours, "QTableView", theirs);
    compared.demanded = 8;
    Measured frame;
    frame.what = "the same, a frame";
    frame.unit = "ms";
    frame.ours = compared.ours;
    frame.demanded = 4;
    frame.demand = Demand::AtMost;
    frame.remark = "the longest of all " + std::to_string(worst) + " ms";
    return {compared, frame};
}

}
