// A number that may have a name: typed as either, chosen from a list. Flags are joined by "|" and ticked.
#pragma once

#include <QLineEdit>
#include <QToolButton>
#include <optional>
#include <vector>

#include "netcore/names/constants.h"

class QMenu;
class QStringListModel;

namespace ui {

class ConstantEdit : public QWidget {
    Q_OBJECT

public:
    // One of the choices, and any of the flags; where both are empty, a number.
    struct Names {
        netcore::NameTable choices {};
        netcore::NameTable flags {};
    };

    // The line of input is called `name`, the button behind it `name`-menu.
    ConstantEdit(const QString& name, Names names, std::int64_t value, QWidget* parent);

    std::optional<std::int64_t> value() const; // nothing where it is neither a number nor a name
    void setValue(std::int64_t value); // tells nobody
    void setNames(Names names); // what is typed stays
    // More words that the completer offers: names that mean something to others.
    void setCompletions(const QStringList& names);
    QString text() const { return m_line->text(); }
    void setText(const QString& text) { m_line->setText(text); }
    QString textOf(std::int64_t value) const;
    QLineEdit* line() { return m_line; }
    void setCodeFont(const QFont& font) { m_line->setFont(font); }

Q_SIGNALS:
    void changed(); // by whomever
    void edited(); // by the user
    void entered();

private:
    void openMenu();
    void addChoice(QMenu& menu, const netcore::NamedValue& choice);
    void addFlag(QMenu& menu, const netcore::NamedValue& flag);
    std::optional<std::int64_t> termValue(const QString& term) const;
    std::int64_t allFlags() const;

    Names m_names;
    QLineEdit* m_line;
    QToolButton* m_button;
    QStringListModel* m_words; // of the completer
};

// Marks a line of input as wrong, or as right again.
void markWrong(QWidget& input, bool wrong);

}
