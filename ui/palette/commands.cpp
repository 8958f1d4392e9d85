#include "ui/palette/commands.h"

#include <QAction>
#include <QMenu>
#include <QMenuBar>
#include <utility>

#include "ui/words.h"

namespace ui {

QString withoutMnemonic(const QString& text)
{
    QString plain;
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text[i] == u'&' && ++i == text.size()) {
            break;
        }
        plain += text[i];
    }
    return plain;
}

Commands::Commands(QObject* parent) : QObject(parent) { }

void Commands::addSource(Source source)
{
    m_sources.push_back(std::move(source));
}

void Commands::bind(QAction& action, WhyNot whyNot, std::function<void()> act)
{
    connect(&action, &QAction::triggered, this, [this, &action, whyNot, act = std::move(act)] {
        const QString why = whyNot();
        if (why.isEmpty()) {
            act();
        } else {
            Q_EMIT refused(withoutMnemonic(action.text()), why);
        }
    });
    m_whyNot[&action] = std::move(whyNot);
    connect(&action, &QObject::destroyed, this, [this, key = &action] { m_whyNot.erase(key); });
    for (QObject* place : action.associatedObjects()) {
        if (auto* menu = qobject_cast<QMenu*>(place)) {
            guardIn(*menu, action);
        }
    }
}

// Only while the menu is open: a key must not depend on when that was last.
void Commands::guardIn(QMenu& menu, QAction& action)
{
    menu.setToolTipsVisible(true);
    connect(&menu, &QMenu::aboutToShow, &action, [this, &action] {
        const QString why = m_whyNot.at(&action)();
        action.setEnabled(why.isEmpty());
        action.setToolTip(why.isEmpty() ? QString() : words::plainToolTip(why));
    });
    connect(&menu, &QMenu::aboutToHide, &action, [&action] { action.setEnabled(true); });
}

void Commands::addMenu(const QMenu& menu, const QString& path, std::vector<Command>& all) const
{
    for (QAction* action : menu.actions()) {
        if (const QMenu* below = action->menu()) {
            addMenu(*below, path + QStringLiteral(" › ") + withoutMnemonic(action->text()), all);
            continue;
        }
        if (action->isSeparator() || action->objectName().isEmpty() || !action->isVisible()) {
            continue;
        }
        Command command;
        command.id = action->objectName();
        command.name = withoutMnemonic(action->text());
        const QString otherName = action->data().toString();
        command.path = otherName.isEmpty() ? path : path + QStringLiteral(" › ") + otherName;
        command.keys = action->shortcuts();
        const auto guard = m_whyNot.find(action);
        command.note = guard != m_whyNot.end() ? guard->second() : QString();
        command.isUsual = command.note.isEmpty() && action->isEnabled();
        if (command.isUsual) {
            command.run = [action] { action->trigger(); };
        }
        all.push_back(std::move(command));
    }
}

std::vector<Command> Commands::ofMenus() const
{
    std::vector<Command> all;
    if (m_bar != nullptr) {
        for (const QAction* top : m_bar->actions()) {
            if (top->menu() != nullptr) {
                addMenu(*top->menu(), withoutMnemonic(top->text()), all);
            }
        }
    }
    return all;
}

std::vector<Command> Commands::all() const
{
    std::vector<Command> all = ofMenus();
    for (const Source& source : m_sources) {
        source(all);
    }
    return all;
}

}
