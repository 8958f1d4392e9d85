#include "ui/log/find/find_bar.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QToolButton>

#include "ui/inspector/fields/constant_edit.h"
#include "ui/parts.h"
#include "ui/words.h"

namespace ui {

using model::search::FindQuery;

FindBar::FindBar(QWidget* parent)
    : QFrame(parent)
    , m_edit(makeSearch(this, "findEdit", tr("Find"), tr("Find in the log")))
    , m_form(new QComboBox(this))
    , m_case(makeToolButton(this, "findCase", tr("Aa"), tr("Upper and lower case count")))
    , m_dataOnly(makeToolButton(this, "findDataOnly", tr("Data only"),
          tr("Look only at the bytes that calls moved: much quicker in a long log")))
    , m_count(makeLabel(this, "findCount", "dim"))
    , m_previous(makeToolButton(this, "findPrevious", QStringLiteral("▲"), tr("The one before (Shift+F3)")))
    , m_next(makeToolButton(this, "findNext", QStringLiteral("▼"), tr("The next one (F3)")))
    , m_close(makeToolButton(this, "findClose", QStringLiteral("✕"), tr("Close (Esc)")))
{
    setObjectName(QStringLiteral("findBar"));
    m_case->setAccessibleName(tr("Match case"));
    m_previous->setAccessibleName(tr("Previous hit"));
    m_next->setAccessibleName(tr("Next hit"));
    m_close->setAccessibleName(tr("Close"));
    m_form->setObjectName(QStringLiteral("findForm"));
    m_form->setAccessibleName(tr("What is typed"));
    m_form->addItems({tr("Text"), tr("Hex"), tr("Regex")}); // by FindQuery::Form
    m_case->setCheckable(true);
    m_dataOnly->setCheckable(true);
    m_count->setWordWrap(false);
    auto* line = new QHBoxLayout(this);
    const int gap = fontMetrics().height() / 2;
    line->setContentsMargins(gap, gap / 2, gap, gap / 2);
    line->setSpacing(gap / 2);
    line->addWidget(m_edit, 2);
    line->addWidget(m_form);
    line->addWidget(m_case);
    line->addWidget(m_dataOnly);
    line->addWidget(m_previous);
    line->addWidget(m_next);
    line->addWidget(m_count, 1);
    line->addWidget(m_close);
    for (QToolButton* button : {m_previous, m_next, m_close}) {
        button->setProperty("flat", true);
    }
    connect(m_edit, &QLineEdit::textChanged, this, &FindBar::queryChanged);
    connect(m_form, &QComboBox::currentIndexChanged, this, &FindBar::queryChanged);
    connect(m_case, &QToolButton::toggled, this, &FindBar::queryChanged);
    connect(m_dataOnly, &QToolButton::toggled, this, &FindBar::queryChanged);
    connect(m_next, &QToolButton::clicked, this, &FindBar::nextWanted);
    connect(m_previous, &QToolButton::clicked, this, &FindBar::previousWanted);
    connect(m_close, &QToolButton::clicked, this, &FindBar::closed);
    hide();
}

void FindBar::open()
{
    show();
    m_edit->setFocus(Qt::ShortcutFocusReason);
    m_edit->selectAll();
}

void FindBar::setCodeFont(const QFont& font)
{
    m_edit->setFont(font);
}

FindQuery FindBar::query() const
{
    FindQuery query;
    query.form = static_cast<FindQuery::Form>(m_form->currentIndex());
    query.text = m_edit->text().toStdString();
    query.matchesCase = m_case->isChecked();
    query.dataOnly = m_dataOnly->isChecked();
    return query;
}

void FindBar::say(const QString& text, const char* role)
{
    m_count->setText(text);
    setHint(*m_count, text);
    ui::setLook(*m_count, "role", QString::fromLatin1(role));
}

void FindBar::showCount(std::uint64_t place, std::uint64_t hits, bool isComplete)
{
    const QString more = isComplete ? QString() : QStringLiteral(" …");
    if (hits == 0) {
        say(isComplete ? tr("not found") : tr("looking …"), isComplete ? "error" : "dim");
    } else if (place == 0) {
        say((hits == 1 ? tr("1 row") : tr("%1 rows").arg(words::count(hits))) + more, "dim");
    } else {
        say(tr("%1 of %2").arg(words::count(place), words::count(hits)) + more, "dim");
    }
    m_next->setEnabled(hits > 0);
    m_previous->setEnabled(hits > 0);
    markWrong(*m_edit, false);
}

void FindBar::showProblem(const model::filter::Problem& problem)
{
    say(QStringLiteral("✗ %1: %2").arg(words::shown(problem.what), words::shown(problem.remedy)), "error");
    m_next->setEnabled(false);
    m_previous->setEnabled(false);
    markWrong(*m_edit, true);
}

void FindBar::showNothing()
{
    say({}, "dim");
    m_next->setEnabled(false);
    m_previous->setEnabled(false);
    markWrong(*m_edit, false);
}

void FindBar::keyPressEvent(QKeyEvent* event)
{
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (event->key() == Qt::Key_Escape) {
        Q_EMIT closed();
    } else if (isEnter && event->modifiers().testFlag(Qt::ShiftModifier)) {
        Q_EMIT previousWanted();
    } else if (isEnter) {
        Q_EMIT nextWanted();
    } else {
        QFrame::keyPressEvent(event);
    }
}

}
