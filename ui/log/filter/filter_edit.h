// One line in which a filter is typed: coloured as it is typed, with proposals, and with its mistake
// underlined. Down shows the proposals, or where there is a choice of what was typed before, that.
#pragma once

#include <QPlainTextEdit>
#include <QStringList>
#include <functional>
#include <optional>

#include "model/filter/problem.h"
#include "model/filter/spans.h"
#include "ui/theme.h"

class QCompleter;
class QStandardItemModel;

namespace ui {

class FilterEdit : public QPlainTextEdit {
    Q_OBJECT

public:
    explicit FilterEdit(QWidget* parent = nullptr);

    using Facts = std::function<std::shared_ptr<const model::filter::Facts>()>;
    void setFacts(Facts facts) { m_facts = std::move(facts); } // for proposals
    void setLook(const Theme& theme, const QFont& monospace);
    QString text() const { return toPlainText(); }
    void setText(const QString& text); // the cursor goes to its end
    void setHistory(const QStringList& history) { m_history = history; } // the newest first
    void setProblem(const std::optional<model::filter::Problem>& problem);
    int xOf(std::size_t column) const; // of a byte's column, in this widget
    bool showsProposals() const;
    void complete(bool always); // shows what could stand at the cursor

    QSize sizeHint() const override;

Q_SIGNALS:
    void edited(); // by whomever
    void entered();
    void escaped(); // with nothing left to close

protected:
    void keyPressEvent(QKeyEvent* event) override;
    bool focusNextPrevChild(bool next) override;
    void insertFromMimeData(const QMimeData* source) override;
    void wheelEvent(QWheelEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    void colour();
    void take(const QModelIndex& proposal);
    void browse(int step);
    std::size_t cursorColumn() const; // bytes

    Facts m_facts;
    Theme m_theme;
    QCompleter* m_completer;
    QStandardItemModel* m_proposals;
    std::size_t m_proposalColumn = 0; // bytes
    std::size_t m_proposalLength = 0;
    std::optional<model::filter::Problem> m_problem;
    QStringList m_history;
    qsizetype m_browsed = -1; // in the history; -1: what is being typed
    QString m_typed;
};

}
