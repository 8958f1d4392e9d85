#include "model/graph/changes.h"

#include <algorithm>
#include <set>

#include "netcore/sys/same_place.h"

namespace model {

using namespace netcore;

namespace {

constexpr Row kMostRows = 4'096; // that are looked at behind a call: a relay at full speed makes more

std::optional<KernelView> viewAt(const EventStore& store, std::optional<Row> row)
{
    return row ? std::optional(decodeKernelView(store.data(*row))) : std::nullopt;
}

// Where the effects of a call on this socket end.
Row endOfEffects(const EventStore& store, const SocketRows& rows, SocketId socket, Row call)
{
    const Row last = std::min(store.size(), call + 1 + kMostRows);
    return std::min(last, firstAfter(rows.calls(socket), call).value_or(last));
}

// What belongs to one call on one socket.
struct Scope {
    const EventStore& store;
    const SocketRows& rows;
    Row call;
    Row end; // of the rows behind the call that may be its effect
    std::uint64_t began;
    std::uint64_t returned;
    std::chrono::nanoseconds window;

    bool isInTime(Row row) const
    {
        const Event event = store.event(row);
        return event.end() > began
            && (event.time <= returned || std::chrono::nanoseconds(event.time - returned) <= window);
    }
    Scope until(Row earlier) const
    {
        Scope shorter = *this;
        shorter.end = std::min(end, earlier);
        return shorter;
    }
};

// Two rows of State events, where there are such.
struct Seen {
    std::optional<Row> before;
    std::optional<Row> after;
};

// Before: the last view before the call was made; a call may sleep for long. After: the last that may have
// seen what it did, also one that was taken while it was under way. But if others have been made on the
// socket meanwhile, what was seen until the call returned is theirs.
Seen seenAround(const Scope& scope, SocketId socket)
{
    const auto states = scope.rows.states(socket);
    const auto other = lastBefore(scope.rows.calls(socket), scope.call);
    const bool othersMeanwhile = other && scope.store.event(*other).end() > scope.began;
    Seen seen {lastBefore(states, scope.call), std::nullopt};
    for (Row looked = 0; seen.before && !othersMeanwhile && looked < kMostRows
         && scope.store.event(*seen.before).end() > scope.began;
         ++looked) {
        const auto earlier = lastBefore(states, *seen.before);
        if (!earlier) {
            break; // first seen while the call was under way: better than nothing
        }
        seen.after = seen.after ? seen.after : seen.before;
        seen.before = earlier;
    }
    for (auto state = firstAfter(states, scope.call); state && *state < scope.end && scope.isInTime(*state);
         state = firstAfter(states, *state)) {
        seen.after = state;
    }
    return seen;
}

bool isUnknown(const FactValue& value)
{
    return std::holds_alternative<std::monostate>(value);
}

void addDifferences(
    std::vector<Change>& changes, SocketId socket, const KernelView& before, const KernelView& after)
{
    for (ViewDifference& difference : differences(before, after)) {
        // Of what has no descriptor most cannot be asked any more: that is no change of it.
        if (after.presence == Presence::Open || !isUnknown(difference.after)) {
            changes.push_back({socket, std::move(difference)});
        }
    }
}

void addViewChanges(std::vector<Change>& changes, const Scope& scope, SocketId socket)
{
    const Seen seen = seenAround(scope, socket);
    const auto before = viewAt(scope.store, seen.before);
    const auto after = viewAt(scope.store, seen.after);
    if (before && after) {
        addDifferences(changes, socket, *before, *after);
    }
}

std::optional<OptionValue> valueBefore(const Scope& scope, SocketId socket, Row row, const OptionValue& like)
{
    const auto all = scope.rows.options(socket);
    for (auto at = lastBefore(all, row); at; at = lastBefore(all, *at)) {
        for (OptionValue& value : decodeOptionValues(scope.store.data(*at))) {
            if (value.level == like.level && value.number == like.number) {
                return std::move(value);
            }
        }
    }
    return std::nullopt;
}

// The first Options event tells all of them: nothing has changed yet.
void addOptionChanges(std::vector<Change>& changes, const Scope& scope, SocketId socket)
{
    const auto all = scope.rows.options(socket);
    for (auto row = firstAfter(all, scope.call); row && *row < scope.end && scope.isInTime(*row);
         row = firstAfter(all, *row)) {
        if (!lastBefore(all, *row)) {
            continue;
        }
        for (OptionValue& value : decodeOptionValues(scope.store.data(*row))) {
            auto before = valueBefore(scope, socket, *row, value);
            if (!before || *before != value) {
                changes.push_back({socket, OptionDifference {std::move(before), std::move(value)}});
            }
        }
    }
}

// Whether what happens to one may show in the other: they are two ends, or something sent by one arrives
// there.
bool areRelated(const KernelView& subject, const KernelView& other, const Address& named)
{
    if (subject.peerInode != 0 || other.peerInode != 0) {
        return (subject.peerInode != 0 && subject.peerInode == other.inode)
            || (other.peerInode != 0 && other.peerInode == subject.inode);
    }
    if (!subject.peer.isEmpty() && isSamePlace(subject.peer, other.local)
        && (other.peer.isEmpty() || isSamePlace(other.peer, subject.local))) {
        return true;
    }
    return other.peer.isEmpty() && reaches(named, other.local);
}

// Sockets of which something was seen while the call was under way, or behind it.
std::set<SocketId> seenMeanwhile(const Scope& scope)
{
    std::set<SocketId> seen;
    const auto take = [&](Row row) {
        if (scope.store.kind(row) == EventKind::State && scope.isInTime(row)) {
            seen.insert(scope.store.socket(row));
        }
    };
    for (Row row = scope.call; row > 0 && scope.call - row < kMostRows; --row) {
        if (scope.store.event(row - 1).end() <= scope.began) {
            break;
        }
        take(row - 1);
    }
    for (Row row = scope.call + 1; row < scope.end; ++row) {
        take(row);
    }
    return seen;
}

// Before the call and after it: connect() makes, and close() ends, what relates two sockets.
std::vector<KernelView> viewsAround(const Scope& scope, SocketId socket)
{
    const Seen seen = seenAround(scope, socket);
    std::vector<KernelView> views;
    for (const auto row : {seen.before, seen.after}) {
        if (const auto view = viewAt(scope.store, row)) {
            views.push_back(*view);
        }
    }
    return views;
}

void addOthersChanges(std::vector<Change>& changes, const Scope& scope, const Event& event)
{
    const Address named = scope.store.call(scope.call).address;
    const auto subject = viewsAround(scope, event.socket);
    for (const SocketId other : seenMeanwhile(scope)) {
        if (other == event.socket || other == event.opened) {
            continue;
        }
        const Scope own = scope.until(endOfEffects(scope.store, scope.rows, other, scope.call));
        const auto views = viewsAround(own, other);
        const bool isRelated = std::ranges::any_of(views, [&](const KernelView& view) {
            return std::ranges::any_of(
                subject, [&](const KernelView& mine) { return areRelated(mine, view, named); });
        });
        if (isRelated) {
            addViewChanges(changes, own, other);
        }
    }
}

Scope scopeOf(const EventStore& store, const SocketRows& rows, Row call, std::chrono::nanoseconds window)
{
    const Event event = store.event(call);
    return {
        store, rows, call, endOfEffects(store, rows, event.socket, call), event.time, event.end(), window};
}

}

std::vector<Change> changesOf(
    const EventStore& store, const SocketRows& rows, Row call, std::chrono::nanoseconds window)
{
    std::vector<Change> changes;
    if (call >= store.size() || store.kind(call) != EventKind::Call) {
        return changes;
    }
    const Event event = store.event(call);
    const Scope scope = scopeOf(store, rows, call, window);
    if (event.socket != kNoSocket) {
        addViewChanges(changes, scope, event.socket);
        addOptionChanges(changes, scope, event.socket);
    }
    if (event.opened != kNoSocket) {
        changes.push_back({event.opened,
            ViewDifference {ViewFact::Presence, 0, {}, static_cast<std::int64_t>(Presence::Open)}});
    }
    if (event.socket != kNoSocket) {
        addOthersChanges(changes, scope, event);
    }
    return changes;
}

std::vector<Change> changesSinceLastCall(const EventStore& store, const SocketRows& rows, SocketId socket)
{
    std::vector<Change> changes;
    const auto calls = rows.calls(socket);
    const auto states = rows.states(socket);
    if (calls.empty() || states.empty()) {
        return changes;
    }
    const Scope scope = scopeOf(store, rows, calls.back(), kChangesWindow);
    const auto before = viewAt(store, seenAround(scope, socket).before);
    const auto now = viewAt(store, states.back());
    if (before && now) {
        addDifferences(changes, socket, *before, *now);
    }
    return changes;
}

}
