// All about one row of the log: the whole call, its arguments by name and meaning, why it failed, what it
// changed, what happened at the other end because of it, its comment, its bytes.
//
// Nothing is done while it is hidden, and one row is looked at once, however many pass by in a burst.
#pragma once

#include <QTimer>
#include <QWidget>
#include <array>
#include <optional>

#include "model/annotations.h"
#include "netcore/names/calls.h"
#include "ui/log/detail/row_matches.h"
#include "ui/log/log_source.h"
#include "ui/workbench.h"

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace ui {

class AddressView;
class ByteSheet;
class CommentEdit;

class LogDetail : public QWidget {
    Q_OBJECT

public:
    LogDetail(
        Workbench& workbench, LogSource source, model::Annotations& annotations, QWidget* parent = nullptr);

    void show(std::optional<model::Row> row);
    std::optional<model::Row> row() const { return m_row; }
    void editComment();
    // Rows have come.
    void refresh();

Q_SIGNALS:
    void rowWanted(quint64 row); // a link was followed
    void closeWanted();
    void rowsWanted(); // the keyboard goes back to the rows

protected:
    void showEvent(QShowEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    struct ArgumentLine {
        QLabel* name;
        QLabel* value;
        QLabel* meaning;
    };
    static constexpr std::size_t kMostLinks = 6;

    QWidget* makeHead();
    QWidget* makeContent();
    QWidget* makeArguments();
    void showLook();
    void lookLater();
    void look();
    void showNothing();
    void showCall(model::Row row, const netcore::Event& event);
    void showArguments(model::Row row, const netcore::Event& event);
    void showReason(model::Row row, const netcore::Event& event);
    void showChanges(model::Row row, const netcore::Event& event);
    void showMatches();
    QString matchText(const model::StreamMatching::Part& part) const;
    void setLink(std::size_t link, const QString& text, model::Row row);

    Workbench& m_workbench;
    LogSource m_source;
    model::Annotations& m_annotations;
    RowMatches m_matches;
    std::optional<model::Row> m_row;
    QTimer m_soon;
    QTimer m_again; // rows have come: not at once, not for each
    QLabel* m_title;
    QLabel* m_call;
    QLabel* m_outcome;
    QLabel* m_what;
    QLabel* m_why;
    QLabel* m_remedy;
    CommentEdit* m_comment;
    QLabel* m_signature;
    std::array<ArgumentLine, netcore::kMostParameters> m_arguments {}; // before the box that is made of it
    QWidget* m_argumentBox;
    AddressView* m_address;
    QLabel* m_otherTitle;
    QLabel* m_other;
    std::array<QPushButton*, kMostLinks> m_links {};
    std::array<model::Row, kMostLinks> m_linked {};
    QLabel* m_changesTitle;
    QLabel* m_changes;
    QLabel* m_bytesTitle;
    ByteSheet* m_bytes;
};

}
