// A screen reader: it knows of a program what the accessibility bus says, and nothing else. The interfaces
// are those of at-spi2-core's xml/*.xml (org.a11y.atspi.*).
#pragma once

#include <QDBusArgument>
#include <QDBusConnection>
#include <QObject>
#include <functional>
#include <optional>
#include <vector>

namespace uitest {

// A thing that can be read, as the bus names it.
struct Thing {
    QString service;
    QString path;

    bool operator==(const Thing& other) const { return service == other.service && path == other.path; }
};

// AtspiStateType, as far as it is asked for here.
enum class ThingState : unsigned char {
    Active = 1,
    Checked = 4,
    Enabled = 8,
    Focusable = 11,
    Focused = 12,
    Selected = 23,
    Showing = 25,
};

// What a program has told.
struct Told {
    Thing thing;
    QString event; // "PropertyChange"
    QString what; // "accessible-name"
    int value; // of a state: 0 or 1
};

class Reader : public QObject {
    Q_OBJECT

public:
    explicit Reader(const QDBusConnection& bus);

    // The program of that name; waits for it. Nothing: it does not appear.
    std::optional<Thing> program(const QString& name);

    QString name(const Thing& thing) const;
    QString description(const Thing& thing) const;
    QString role(const Thing& thing) const; // "push button"
    bool is(const Thing& thing, ThingState state) const;
    std::optional<Thing> parent(const Thing& thing) const;
    // What it stands in, below the program: a window, a popup, a menu.
    Thing top(const Thing& thing) const;
    int childCount(const Thing& thing) const;
    std::optional<Thing> child(const Thing& thing, int index) const;
    std::vector<Thing> children(const Thing& thing, int most) const; // the first ones
    QStringList actions(const Thing& thing) const;
    bool act(const Thing& thing, const QString& action) const; // false: it has no such action
    bool takeFocus(const Thing& thing) const;
    std::optional<double> value(const Thing& thing) const; // of a slider
    bool setValue(const Thing& thing, double value) const;

    // All that is showing below it. What has very many children is looked at in its first 20.
    std::vector<Thing> showing(const Thing& root) const;
    // Waits for one that is showing: of that role, with a name that contains this.
    std::optional<Thing> find(const Thing& root, const QString& role, const QString& name) const;
    bool press(const Thing& root, const QString& role, const QString& name) const;

    void key(quint32 keysym) const; // to whatever has the focus: keysymdef.h
    const std::vector<Told>& told() const { return m_told; }
    void forget() { m_told.clear(); }
    // Waits until something of that kind was told since forget(), of which `isIt`.
    std::optional<Thing> hear(const QString& event, const QString& what,
        const std::function<bool(const Thing&)>& isIt, int value = 1) const;

private Q_SLOTS:
    void take(const QDBusMessage& message);

private:
    QVariant property(const Thing& thing, const QString& interface, const QString& name) const;
    QVariantList call(const Thing& thing, const QString& interface, const QString& method,
        const QVariantList& arguments = {}) const; // empty: it has failed

    mutable QDBusConnection m_bus;
    std::vector<Told> m_told;
};

}
