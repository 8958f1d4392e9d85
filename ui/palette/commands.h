// What can be done in a window, each by name, with its key, and why it cannot be done now. The palette and
// the list of shortcuts are made from it.
//
// Threads: the window's.
#pragma once

#include <QKeySequence>
#include <QObject>
#include <functional>
#include <map>
#include <vector>

class QAction;
class QMenu;
class QMenuBar;

namespace ui {

struct Command {
    QString id; // the same in each run: by it the palette remembers
    QString name; // without the mark of a menu's letter
    QString path; // where else it is found: "View › Text"
    QList<QKeySequence> keys; // may be empty
    QString note; // why it cannot be run now, or what it would come to
    bool isUsual = true; // otherwise dimmed, with its note
    std::function<void()> run; // empty: not now
};

class Commands : public QObject {
    Q_OBJECT

public:
    using Source = std::function<void(std::vector<Command>&)>;
    using WhyNot = std::function<QString()>; // empty: it can be done now

    explicit Commands(QObject* parent = nullptr);

    // All actions in those menus that have a name of their own, in their order. The bar must outlive this.
    void setMenuBar(const QMenuBar& bar) { m_bar = &bar; }
    // Asked anew each time: what depends on the selected socket, say.
    void addSource(Source source);
    // The action does `act` where nothing is against it, and says why not where something is. Its menu shows
    // it as not available; its key is always heard.
    void bind(QAction& action, WhyNot whyNot, std::function<void()> act);

    std::vector<Command> all() const;
    std::vector<Command> ofMenus() const; // without the sources

Q_SIGNALS:
    void refused(const QString& name, const QString& why);

private:
    void addMenu(const QMenu& menu, const QString& path, std::vector<Command>& all) const;
    void guardIn(QMenu& menu, QAction& action);

    const QMenuBar* m_bar = nullptr;
    std::vector<Source> m_sources;
    std::map<const QAction*, WhyNot> m_whyNot;
};

// "&New socket…" is "New socket…"; "&&" is "&".
QString withoutMnemonic(const QString& text);

}
