#include "ui/palette/palette_model.h"

#include <algorithm>

#include "ui/palette/fuzzy_match.h"

namespace ui {

namespace {

constexpr int kUsedLately = 6; // as much as a letter in a row
constexpr int kNameCounts = 4; // times more than the path beside it

}

QString keysText(const QList<QKeySequence>& keys)
{
    QStringList texts;
    for (const QKeySequence& key : keys) {
        texts += key.toString(QKeySequence::NativeText);
    }
    return texts.join(QStringLiteral(", "));
}

void PaletteModel::setCommands(std::vector<Command> commands, const QStringList& recent)
{
    beginResetModel();
    m_commands = std::move(commands);
    m_recency.clear();
    for (const Command& command : m_commands) {
        m_recency.push_back(static_cast<int>(recent.indexOf(command.id)));
    }
    m_shown.clear();
    endResetModel();
    search({});
}

void PaletteModel::search(const QString& typed)
{
    beginResetModel();
    m_shown.clear();
    for (std::size_t i = 0; i < m_commands.size(); ++i) {
        const Command& command = m_commands[i];
        const auto whole = fuzzyMatch(typed, command.name + u' ' + command.path);
        if (!whole) {
            continue;
        }
        const auto inName = fuzzyMatch(typed, command.name);
        Shown shown {i, inName ? inName->score * kNameCounts : whole->score, {}, {}};
        const int nameLength = static_cast<int>(command.name.size());
        for (const int place : inName ? inName->places : whole->places) {
            if (place < nameLength) {
                shown.name.push_back(place);
            } else if (place > nameLength) {
                shown.path.push_back(place - nameLength - 1);
            }
        }
        shown.score += m_recency[i] >= 0 ? kUsedLately : 0;
        shown.score -= command.isUsual ? 0 : 1;
        m_shown.push_back(std::move(shown));
    }
    const bool all = typed.trimmed().isEmpty();
    std::ranges::stable_sort(m_shown, [&](const Shown& a, const Shown& b) {
        const auto newest = [&](const Shown& one) {
            const int recency = m_recency[one.command];
            return recency < 0 ? static_cast<int>(m_commands.size()) : recency;
        };
        return all ? newest(a) < newest(b) : a.score > b.score;
    });
    endResetModel();
}

int PaletteModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_shown.size());
}

QVariant PaletteModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid()) {
        return {};
    }
    const Command& command = at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return command.name;
    case Qt::AccessibleTextRole:
        return QStringList {command.name, keysText(command.keys), command.note}
            .filter(QRegularExpression(QStringLiteral(".")))
            .join(QStringLiteral(", "));
    case Qt::AccessibleDescriptionRole:
        return command.path;
    default:
        return {};
    }
}

}
