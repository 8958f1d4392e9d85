#include "ui/log/filter/filter_bar.h"

#include <QBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QScrollArea>
#include <QToolButton>
#include <QWidgetAction>
#include <algorithm>

#include "model/filter/parser.h"
#include "ui/inspector/fields/constant_edit.h"
#include "ui/log/filter/filter_words.h"
#include "ui/parts.h"
#include "ui/words.h"

namespace ui {

using namespace model::filter;

namespace {

class HelpPopup final : public QScrollArea {
public:
    using QScrollArea::QScrollArea;

protected:
    void keyPressEvent(QKeyEvent* event) override
    {
        if (event->key() == Qt::Key_Escape) {
            close();
            return;
        }
        QScrollArea::keyPressEvent(event);
    }
};

}

FilterBar::FilterBar(QWidget* parent)
    : QFrame(parent)
    , m_edit(new FilterEdit(this))
    , m_state(makeLabel(this, "filterState", "dim"))
    , m_progress(makeLabel(this, "filterProgress", "dim"))
    , m_problemText(makeLabel(this, "filterProblem", "error"))
    , m_saved(makeOpener(this, "filterSaved", tr("Saved"), tr("Filters with a name, and the last ones")))
    , m_help(makeToolButton(this, "filterHelp", QStringLiteral("?"), tr("The language of filters")))
    , m_clear(makeToolButton(this, "filterClear", QStringLiteral("✕"), tr("No filter (Esc)")))
    , m_savedMenu(new QMenu(this))
    , m_problemLine(new QWidget(this))
{
    setObjectName(QStringLiteral("filterBar"));
    m_state->setWordWrap(false);
    m_progress->setWordWrap(false);
    m_clear->setAccessibleName(tr("No filter"));
    m_help->setAccessibleName(tr("Help on filters"));
    m_savedMenu->setObjectName(QStringLiteral("filterSavedMenu"));
    m_savedMenu->setAccessibleName(tr("Saved filters"));
    for (QToolButton* button : {m_saved, m_help, m_clear}) {
        button->setProperty("flat", true);
    }
    auto* line = new QHBoxLayout;
    const int gap = fontMetrics().height() / 2;
    line->setContentsMargins(gap, gap / 2, gap, gap / 2);
    line->setSpacing(gap / 2);
    line->addWidget(m_edit, 1);
    line->addWidget(m_state);
    line->addWidget(m_progress);
    line->addWidget(m_clear);
    line->addWidget(m_saved);
    line->addWidget(m_help);
    auto* below = new QHBoxLayout(m_problemLine);
    below->setContentsMargins(gap, 0, gap, gap / 2);
    below->addWidget(m_problemText);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(line);
    column->addWidget(m_problemLine);
    m_problemLine->hide();
    m_progress->hide();
    connect(m_edit, &FilterEdit::edited, this, &FilterBar::read);
    connect(m_edit, &FilterEdit::entered, this, [this] {
        remember();
        if (m_is != State::Bad) {
            Q_EMIT left();
        }
    });
    connect(m_edit, &FilterEdit::escaped, this, [this] {
        if (m_edit->text().isEmpty()) {
            Q_EMIT left();
        }
        remember();
        m_edit->setText({});
    });
    connect(m_clear, &QToolButton::clicked, this, [this] {
        remember();
        m_edit->setText({});
        m_edit->setFocus();
    });
    connect(m_saved, &QToolButton::clicked, this, [this] {
        makeSavedMenu();
        m_savedMenu->popup(m_saved->mapToGlobal(m_saved->rect().bottomLeft()));
        if (auto* name = m_savedMenu->findChild<QLineEdit*>(); name != nullptr && name->isEnabled()) {
            name->setFocus();
        }
    });
    connect(m_help, &QToolButton::clicked, this, &FilterBar::showHelp);
    showState();
}

void FilterBar::setLook(const Theme& theme, const QFont& monospace)
{
    m_edit->setLook(theme, monospace);
    placeProblem();
}

void FilterBar::focusEdit()
{
    m_edit->setFocus(Qt::ShortcutFocusReason);
    m_edit->selectAll();
}

void FilterBar::enter(const QString& text)
{
    m_edit->setText(text);
    remember();
}

void FilterBar::setProgress(double done)
{
    m_progress->setVisible(done < 1);
    m_progress->setText(tr("%1 %").arg(static_cast<int>(done * 100)));
}

void FilterBar::setMemory(const FilterMemory& memory)
{
    m_memory = memory;
    m_edit->setHistory(m_memory.history);
}

void FilterBar::read()
{
    const QString typed = text();
    m_problem.reset();
    m_is = State::None;
    std::optional<Node> node;
    if (!typed.isEmpty()) {
        auto parsed = parse(m_edit->text().toStdString());
        m_is = parsed.ok() ? State::Good : State::Bad;
        if (parsed.ok()) {
            node = std::move(parsed.value());
        } else {
            m_problem = parsed.problem();
        }
    }
    m_edit->setProblem(m_problem);
    showState();
    if (m_is != State::Bad && typed != m_read) {
        m_read = typed;
        Q_EMIT changed(node);
    }
}

// Never by colour alone: a sign and a word stand beside it.
void FilterBar::showState()
{
    const bool bad = m_is == State::Bad;
    m_clear->setVisible(m_is != State::None);
    m_state->setVisible(m_is != State::None);
    m_state->setText(bad ? tr("✗ not yet") : tr("✓ on"));
    m_state->setToolTip(bad ? tr("What is shown follows the last filter that could be read") : QString());
    ui::setLook(*m_state, "role", bad ? QStringLiteral("error") : QStringLiteral("done"));
    markWrong(*m_edit, bad);
    const bool on = m_is == State::Good;
    if (m_edit->property("on").toBool() != on) {
        const QFont code = m_edit->font();
        ui::setLook(*m_edit, "on", on);
        m_edit->setFont(code); // the style sheet takes it away with the look
    }
    m_problemLine->setVisible(bad);
    if (m_problem) {
        m_problemText->setText(
            QStringLiteral("▴ %1: %2").arg(words::shown(m_problem->what), words::shown(m_problem->remedy)));
    }
    m_edit->setAccessibleDescription(bad ? m_problemText->text() : QString());
    placeProblem();
}

// Below the column that is meant, as far as there is room for the text.
void FilterBar::placeProblem()
{
    if (!m_problem) {
        return;
    }
    const int gap = fontMetrics().height() / 2;
    const int wanted = m_edit->x() + m_edit->xOf(m_problem->column);
    const int text = m_problemText->fontMetrics().horizontalAdvance(m_problemText->text());
    const int most = std::max(gap, width() - text - 2 * gap);
    m_problemLine->layout()->setContentsMargins(std::clamp(wanted, gap, most), 0, gap, gap / 2);
}

void FilterBar::resizeEvent(QResizeEvent* event)
{
    QFrame::resizeEvent(event);
    placeProblem();
}

void FilterBar::remember()
{
    if (m_is != State::Good || m_memory.history.value(0) == text()) {
        return;
    }
    m_memory.remember(text());
    m_edit->setHistory(m_memory.history);
    Q_EMIT memoryChanged();
}

void FilterBar::makeSavedMenu()
{
    m_savedMenu->clear();
    const auto add = [this](QMenu& menu, const QString& shown, const QString& filter) {
        QString label
            = fontMetrics().elidedText(shown, Qt::ElideRight, fontMetrics().averageCharWidth() * 60);
        QAction* action = menu.addAction(label.replace(u'&', QStringLiteral("&&")));
        action->setToolTip(words::plainToolTip(filter));
        connect(action, &QAction::triggered, this, [this, filter] { enter(filter); });
    };
    addSaveLine();
    for (const SavedFilter& filter : m_memory.saved) {
        add(*m_savedMenu, filter.name + QStringLiteral("   ") + filter.text, filter.text);
    }
    if (!m_memory.saved.isEmpty()) {
        QMenu* remove = m_savedMenu->addMenu(tr("Remove"));
        for (const SavedFilter& filter : m_memory.saved) {
            QString label = filter.name;
            connect(remove->addAction(label.replace(u'&', QStringLiteral("&&"))), &QAction::triggered, this,
                [this, name = filter.name] {
                    m_memory.remove(name);
                    Q_EMIT memoryChanged();
                });
        }
    }
    if (!m_memory.history.isEmpty()) {
        m_savedMenu->addSection(tr("Used last"));
        for (const QString& text : m_memory.history.first(std::min<qsizetype>(m_memory.history.size(), 10))) {
            add(*m_savedMenu, text, text);
        }
    }
}

// A name, typed in the menu itself.
void FilterBar::addSaveLine()
{
    auto* name = new QLineEdit;
    name->setObjectName(QStringLiteral("filterName"));
    name->setAccessibleName(tr("Name for this filter"));
    name->setPlaceholderText(
        m_is == State::Good ? tr("Save this filter as …") : tr("Type a filter, then save it here"));
    name->setEnabled(m_is == State::Good);
    name->setMaxLength(60);
    auto* action = new QWidgetAction(m_savedMenu);
    action->setText(name->placeholderText()); // for who hears the menu
    action->setDefaultWidget(name);
    m_savedMenu->addAction(action);
    m_savedMenu->addSeparator();
    connect(name, &QLineEdit::returnPressed, this, [this, name] {
        m_memory.save(name->text().trimmed(), text());
        m_savedMenu->hide();
        Q_EMIT memoryChanged();
    });
}

void FilterBar::showHelp()
{
    auto* popup = new HelpPopup(this);
    popup->setWindowFlags(Qt::Popup);
    popup->setAttribute(Qt::WA_DeleteOnClose);
    popup->setObjectName(QStringLiteral("filterHelpPopup"));
    popup->setAccessibleName(tr("How filters are written"));
    auto* words = new QLabel(filterHelp());
    words->setTextFormat(Qt::RichText); // our own words only
    words->setMargin(fontMetrics().height() / 2);
    popup->setWidget(words);
    popup->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    const QSize wanted = words->sizeHint();
    popup->resize(
        wanted.width() + fontMetrics().height() * 2, std::min(wanted.height(), window()->height() * 2 / 3));
    QPoint place = m_help->mapToGlobal(QPoint(m_help->width() - popup->width(), 0));
    place.ry() -= popup->height();
    place.setX(std::max(place.x(), window()->mapToGlobal(QPoint(0, 0)).x()));
    place.setY(std::max(place.y(), window()->mapToGlobal(QPoint(0, 0)).y()));
    popup->move(place);
    popup->show();
}

}
