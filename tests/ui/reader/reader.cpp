#include "tests/ui/reader/reader.h"

#include <QDBusMessage>
#include <QDBusVariant>
#include <QTest>

namespace uitest {

using namespace Qt::StringLiterals;

namespace {

constexpr int kLong = 30'000; // ms: longer than any machine needs
constexpr int kMostChildren = 20; // that are read of a list, where all is walked over
const QString kAccessible = u"org.a11y.atspi.Accessible"_s;
const QString kAction = u"org.a11y.atspi.Action"_s;
const QString kComponent = u"org.a11y.atspi.Component"_s;
const QString kValue = u"org.a11y.atspi.Value"_s;
const QString kEvents = u"org.a11y.atspi.Event.Object"_s;
const Thing kRegistry {u"org.a11y.atspi.Registry"_s, u"/org/a11y/atspi/accessible/root"_s};
const QString kRegistryPath = u"/org/a11y/atspi/registry"_s;
constexpr quint32 kByKeysym = 3; // ATSPI_KEY_SYM: pressed and released

// (so): where it is.
std::optional<Thing> thingOf(const QVariant& reply)
{
    const auto argument = reply.value<QDBusArgument>();
    if (argument.currentType() != QDBusArgument::StructureType) {
        return std::nullopt;
    }
    Thing thing;
    QDBusObjectPath path;
    argument.beginStructure();
    argument >> thing.service >> path;
    argument.endStructure();
    thing.path = path.path();
    return thing.path.endsWith(u"/null"_s) ? std::nullopt : std::optional(thing);
}

// Looks until there is something.
template<typename Look> std::optional<Thing> patiently(Look look)
{
    std::optional<Thing> found;
    const auto isThere = [&] {
        found = look();
        return found.has_value();
    };
    return QTest::qWaitFor(isThere, kLong) ? found : std::nullopt;
}

}

Reader::Reader(const QDBusConnection& bus) : m_bus(bus)
{
    for (const char* event : {"PropertyChange", "StateChanged", "ChildrenChanged"}) {
        m_bus.connect({}, {}, kEvents, QLatin1String(event), this, SLOT(take(QDBusMessage)));
    }
    // Programs tell only what somebody has asked for.
    for (const char* event : {"object:property-change", "object:state-changed", "object:children-changed"}) {
        call({kRegistry.service, kRegistryPath}, u"org.a11y.atspi.Registry"_s, u"RegisterEvent"_s,
            {QLatin1String(event), QStringList(), QString()});
    }
}

void Reader::take(const QDBusMessage& message)
{
    const QVariantList arguments = message.arguments();
    m_told.push_back({{message.service(), message.path()}, message.member(), arguments.value(0).toString(),
        arguments.value(1).toInt()});
}

QVariantList Reader::call(
    const Thing& thing, const QString& interface, const QString& method, const QVariantList& arguments) const
{
    QDBusMessage message = QDBusMessage::createMethodCall(thing.service, thing.path, interface, method);
    message.setArguments(arguments);
    const QDBusMessage reply = m_bus.call(message, QDBus::Block, kLong);
    return reply.type() == QDBusMessage::ReplyMessage ? reply.arguments() : QVariantList();
}

QVariant Reader::property(const Thing& thing, const QString& interface, const QString& name) const
{
    const QVariantList reply = call(thing, u"org.freedesktop.DBus.Properties"_s, u"Get"_s, {interface, name});
    return reply.value(0).value<QDBusVariant>().variant();
}

QString Reader::name(const Thing& thing) const
{
    return property(thing, kAccessible, u"Name"_s).toString();
}

QString Reader::description(const Thing& thing) const
{
    return property(thing, kAccessible, u"Description"_s).toString();
}

QString Reader::role(const Thing& thing) const
{
    return call(thing, kAccessible, u"GetRoleName"_s).value(0).toString();
}

bool Reader::is(const Thing& thing, ThingState state) const
{
    const auto words = qdbus_cast<QList<quint32>>(call(thing, kAccessible, u"GetState"_s).value(0));
    const auto bit = static_cast<int>(state);
    return bit / 32 < words.size() && (words[bit / 32] >> (bit % 32) & 1) != 0;
}

std::optional<Thing> Reader::parent(const Thing& thing) const
{
    return thingOf(property(thing, kAccessible, u"Parent"_s));
}

Thing Reader::top(const Thing& thing) const
{
    const auto above = parent(thing);
    return !above || role(*above) == u"application"_s ? thing : top(*above);
}

int Reader::childCount(const Thing& thing) const
{
    return property(thing, kAccessible, u"ChildCount"_s).toInt();
}

std::optional<Thing> Reader::child(const Thing& thing, int index) const
{
    return thingOf(call(thing, kAccessible, u"GetChildAtIndex"_s, {index}).value(0));
}

std::vector<Thing> Reader::children(const Thing& thing, int most) const
{
    std::vector<Thing> all;
    const int count = std::min(childCount(thing), most);
    for (int i = 0; i < count; ++i) {
        if (const auto its = child(thing, i)) {
            all.push_back(*its);
        }
    }
    return all;
}

std::optional<Thing> Reader::program(const QString& name)
{
    return patiently([&]() -> std::optional<Thing> {
        for (const Thing& one : children(kRegistry, kMostChildren)) {
            if (this->name(one) == name && childCount(one) > 0) {
                return one;
            }
        }
        return std::nullopt;
    });
}

QStringList Reader::actions(const Thing& thing) const
{
    QStringList names;
    const int count = property(thing, kAction, u"NActions"_s).toInt();
    for (int i = 0; i < count; ++i) {
        names += call(thing, kAction, u"GetName"_s, {i}).value(0).toString();
    }
    return names;
}

bool Reader::act(const Thing& thing, const QString& action) const
{
    const qsizetype index = actions(thing).indexOf(action);
    return index >= 0 && call(thing, kAction, u"DoAction"_s, {static_cast<int>(index)}).value(0).toBool();
}

bool Reader::takeFocus(const Thing& thing) const
{
    return call(thing, kComponent, u"GrabFocus"_s).value(0).toBool();
}

std::optional<double> Reader::value(const Thing& thing) const
{
    const QVariant current = property(thing, kValue, u"CurrentValue"_s);
    return current.isValid() ? std::optional(current.toDouble()) : std::nullopt;
}

bool Reader::setValue(const Thing& thing, double value) const
{
    QDBusMessage message = QDBusMessage::createMethodCall(
        thing.service, thing.path, u"org.freedesktop.DBus.Properties"_s, u"Set"_s);
    message << kValue << u"CurrentValue"_s << QVariant::fromValue(QDBusVariant(value));
    return m_bus.call(message, QDBus::Block, kLong).type() == QDBusMessage::ReplyMessage;
}

std::vector<Thing> Reader::showing(const Thing& root) const
{
    std::vector<Thing> all;
    for (const Thing& one : children(root, kMostChildren)) {
        if (is(one, ThingState::Showing)) {
            all.push_back(one);
            const auto below = showing(one);
            all.insert(all.end(), below.begin(), below.end());
        }
    }
    return all;
}

std::optional<Thing> Reader::find(const Thing& root, const QString& role, const QString& name) const
{
    return patiently([&]() -> std::optional<Thing> {
        for (const Thing& one : showing(root)) {
            if (this->name(one).contains(name) && this->role(one) == role) {
                return one;
            }
        }
        return std::nullopt;
    });
}

bool Reader::press(const Thing& root, const QString& role, const QString& name) const
{
    const auto button = find(root, role, name);
    return button && (act(*button, u"Press"_s) || act(*button, u"Toggle"_s));
}

void Reader::key(quint32 keysym) const
{
    call({kRegistry.service, kRegistryPath + u"/deviceeventcontroller"_s},
        u"org.a11y.atspi.DeviceEventController"_s, u"GenerateKeyboardEvent"_s,
        {static_cast<int>(keysym), QString(), kByKeysym});
}

std::optional<Thing> Reader::hear(
    const QString& event, const QString& what, const std::function<bool(const Thing&)>& isIt, int value) const
{
    std::size_t asked = 0;
    return patiently([&]() -> std::optional<Thing> {
        while (asked < m_told.size()) {
            const Told told = m_told[asked++]; // a copy: asking may bring others
            const bool isKind = told.event == event && told.what == what
                && (event != u"StateChanged"_s || told.value == value);
            if (isKind && isIt(told.thing)) {
                return told.thing;
            }
        }
        return std::nullopt;
    });
}

}
