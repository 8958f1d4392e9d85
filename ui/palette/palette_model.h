// The commands that fit what was typed, the best first; with nothing typed, those that were used last, then
// all.
#pragma once

#include <QAbstractListModel>
#include <QRegularExpression>
#include <QStringList>
#include <vector>

#include "ui/palette/commands.h"

namespace ui {

class PaletteModel : public QAbstractListModel {
    Q_OBJECT

public:
    using QAbstractListModel::QAbstractListModel;

    void setCommands(std::vector<Command> commands, const QStringList& recent); // the newest first
    void search(const QString& typed);

    const Command& at(int row) const { return m_commands[m_shown[static_cast<std::size_t>(row)].command]; }
    // The letters of the name, and those of the path, that match.
    const std::vector<int>& namePlaces(int row) const { return m_shown[static_cast<std::size_t>(row)].name; }
    const std::vector<int>& pathPlaces(int row) const { return m_shown[static_cast<std::size_t>(row)].path; }
    int total() const { return static_cast<int>(m_commands.size()); }

    int rowCount(const QModelIndex& parent = {}) const override;
    // The texts of a row, for screen readers too: name, key, why not.
    QVariant data(const QModelIndex& index, int role) const override;

private:
    struct Shown {
        std::size_t command;
        int score;
        std::vector<int> name;
        std::vector<int> path;
    };

    std::vector<Command> m_commands;
    std::vector<int> m_recency; // of each command: 0 is the newest; -1: not used lately
    std::vector<Shown> m_shown;
};

QString keysText(const QList<QKeySequence>& keys); // "Ctrl++, Ctrl+="

}
