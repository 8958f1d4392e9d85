#include "ui/inspector/options/options_page.h"

#include <QLineEdit>
#include <QScrollArea>
#include <algorithm>

#include "netcore/names/option_text.h"
#include "ui/parts.h"
#include "ui/words.h"

namespace ui {

using namespace netcore;

namespace {

QString latin(std::string_view text)
{
    return QString::fromLatin1(text.data(), static_cast<qsizetype>(text.size()));
}

// Levels in the order of the table, each once.
std::vector<int> levelsOf(const model::SocketNode& socket)
{
    std::vector<int> levels;
    for (const OptionDescription& option : allOptions()) {
        const bool applies = appliesTo(option, socket.domain, socket.type, socket.protocol);
        if (applies && std::ranges::find(levels, option.level) == levels.end()) {
            levels.push_back(option.level);
        }
    }
    return levels;
}

// Shorter than strace has it: [5] is 5, a switch is on or off.
QString shortText(const OptionDescription& option, std::span<const std::byte> bytes)
{
    QString text = words::shown(optionValueText(option.level, option.number, bytes, OptionUse::Got));
    if (text.startsWith(u'[') && text.endsWith(u']') && text.count(u',') == 0) {
        text = text.mid(1, text.size() - 2);
    }
    if (option.type == OptionType::Bool) {
        return text == u"0" ? OptionsPage::tr("off") : text == u"1" ? OptionsPage::tr("on") : text;
    }
    return text;
}

}

OptionsPage::OptionsPage(Workbench& workbench, QWidget* parent)
    : InspectorPage(parent)
    , m_workbench(workbench)
    , m_search(makeSearch(this, "optionSearch", tr("Search options"), tr("Search by name, value or meaning")))
{
    setObjectName(QStringLiteral("optionsPage"));
    connect(m_search, &QLineEdit::textChanged, this, &OptionsPage::filter);
    auto* content = new QWidget(this);
    m_column = new QVBoxLayout(content);
    m_column->setContentsMargins(0, 0, 0, 10);
    m_column->setSpacing(0);
    m_editor = new OptionEditor(workbench, m_calls, content);
    m_editor->hide();
    m_nothing = makeLabel(content, "noOption", "dim", tr("No option of this socket is like that."));
    m_nothing->setContentsMargins(14, 6, 14, 6);
    m_nothing->hide();
    m_column->addWidget(m_nothing);
    m_column->addStretch();
    auto* top = new QVBoxLayout;
    top->setContentsMargins(14, 10, 14, 8);
    top->addWidget(m_search);
    auto* around = new QVBoxLayout(this);
    around->setContentsMargins(0, 0, 0, 0);
    around->setSpacing(0);
    around->addLayout(top);
    around->addWidget(makeLine(this));
    around->addWidget(makeColumnScroll(this, content), 1);
    m_calls.extend(workbench.session().store(), 0, workbench.session().store().size());
    connect(&workbench.session(), &model::Session::appended, this, [this](quint64 first, quint64 count) {
        m_calls.extend(m_workbench.session().store(), first, first + count);
    });
}

void OptionsPage::showSocket(const model::SocketNode& socket)
{
    const std::uint16_t kind = socketKindOf(socket.domain, socket.type, socket.protocol);
    if (kind != m_kind) {
        m_kind = kind;
        rebuild(socket);
    }
    if (m_socket != socket.id || m_valuesFrom != socket.optionRows.size()) {
        m_values = model::optionsOf(m_workbench.session().store(), socket);
        m_valuesFrom = socket.optionRows.size();
    }
    m_socket = socket.id;
    showValues(socket);
}

void OptionsPage::rebuild(const model::SocketNode& socket)
{
    m_column->removeWidget(m_editor);
    m_editor->hide();
    for (Group& group : m_groups) {
        delete group.title;
        for (Entry& entry : group.entries) {
            delete entry.row;
        }
    }
    m_groups.clear();
    for (const int level : levelsOf(socket)) {
        addGroup(level, socket);
    }
    const bool stays
        = m_chosen != nullptr && appliesTo(*m_chosen, socket.domain, socket.type, socket.protocol);
    choose(stays ? std::exchange(m_chosen, nullptr) : nullptr);
    filter();
}

void OptionsPage::addGroup(int level, const model::SocketNode& socket)
{
    const auto end = [this] { return m_column->count() - 1; }; // before the stretch
    QWidget* content = m_editor->parentWidget();
    Group group {level, makeLabel(content, "", "group"), {}};
    group.title->setText(QString::fromStdString(constantText(optionLevels(), level)));
    m_column->insertWidget(end(), group.title);
    for (const OptionDescription& option : allOptions()) {
        if (option.level != level || !appliesTo(option, socket.domain, socket.type, socket.protocol)) {
            continue;
        }
        auto* row = new FactRow(m_workbench, latin(option.name), content);
        row->setObjectName(QStringLiteral("option-") + latin(option.name));
        row->setCheckable(true);
        setHint(*row, m_workbench.explainer().purpose(option));
        connect(row, &FactRow::clicked, this, [this, &option] { choose(&option); });
        m_column->insertWidget(end(), row);
        group.entries.push_back({&option, row});
    }
    m_groups.push_back(std::move(group));
}

const model::SocketOption* OptionsPage::known(const OptionDescription& option) const
{
    const auto found = std::ranges::find(m_values, &option, &model::SocketOption::description);
    return found == m_values.end() ? nullptr : &*found;
}

FactRow::Value OptionsPage::valueOf(const Entry& entry) const
{
    const OptionDescription& option = *entry.option;
    const model::OptionCall& last = m_calls.last(m_socket, option.level, option.number);
    FactRow::Value value;
    value.wrong = last.error != 0;
    if (const model::SocketOption* sampled = known(option); sampled != nullptr && sampled->now.error == 0) {
        value.now = shortText(option, sampled->now.bytes);
        value.marked = sampled->isChanged();
        value.before = sampled->isChanged() ? shortText(option, sampled->first.bytes) : QString();
        value.quiet = !sampled->isChanged();
    } else if (sampled != nullptr) {
        value.now = QString::fromStdString(errnoText(sampled->now.error));
        value.quiet = true;
    } else if (last.call == CallId::Getsockopt && last.error == 0) {
        value.now = shortText(option, last.bytes);
    } else {
        value.now = option.canRead() ? tr("not read") : tr("write only");
        value.quiet = true;
    }
    value.now
        += value.wrong ? QStringLiteral("  ") + QString::fromStdString(errnoText(last.error)) : QString();
    return value;
}

void OptionsPage::showValues(const model::SocketNode& socket)
{
    for (const Group& group : m_groups) {
        for (const Entry& entry : group.entries) {
            entry.row->setValue(valueOf(entry));
        }
    }
    if (m_chosen != nullptr) {
        m_editor->show(socket, *m_chosen, known(*m_chosen));
    }
}

// Once more on the chosen row folds it up again.
void OptionsPage::choose(const OptionDescription* option)
{
    m_chosen = option == m_chosen ? nullptr : option;
    m_column->removeWidget(m_editor);
    m_editor->hide();
    for (const Group& group : m_groups) {
        for (const Entry& entry : group.entries) {
            entry.row->setChecked(entry.option == m_chosen);
            if (entry.option == m_chosen) {
                m_column->insertWidget(m_column->indexOf(entry.row) + 1, m_editor);
                QWidget::setTabOrder(entry.row, m_editor);
            }
        }
    }
    const model::SocketNode* socket = m_workbench.graph().find(m_socket);
    if (m_chosen != nullptr && socket != nullptr) {
        m_editor->show(*socket, *m_chosen, known(*m_chosen));
        m_editor->QWidget::show();
    }
}

void OptionsPage::filter()
{
    const QString wanted = m_search->text().trimmed();
    bool any = false;
    for (const Group& group : m_groups) {
        bool seen = false;
        for (const Entry& entry : group.entries) {
            const bool fits = wanted.isEmpty() || entry.row->name().contains(wanted, Qt::CaseInsensitive)
                || entry.row->value().now.contains(wanted, Qt::CaseInsensitive)
                || m_workbench.explainer().purpose(*entry.option).contains(wanted, Qt::CaseInsensitive);
            entry.row->setVisible(fits);
            seen |= fits;
            if (entry.option == m_chosen) {
                m_editor->setVisible(fits);
            }
        }
        group.title->setVisible(seen);
        any |= seen;
    }
    m_nothing->setVisible(!any);
}

quint64 OptionsPage::news(const model::SocketNode& socket) const
{
    return socket.optionRows.size();
}

}
