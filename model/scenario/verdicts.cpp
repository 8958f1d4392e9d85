#include "model/scenario/verdicts.h"

#include <algorithm>

#include "model/text/bytes_as_text.h"
#include "netcore/base/quoted.h"
#include "netcore/names/call_text.h"
#include "netcore/names/constants.h"

namespace model::scenario {

using namespace netcore;
using Property = ExpectStep::Property;
using Relation = ExpectStep::Relation;

namespace {

constexpr std::size_t kShownData = 80;

// What the call wrote beside its result, where something was expected of it.
bool answersAgree(const CallRecord& record, const Expected& expected, const std::vector<SocketId>& sockets)
{
    if (expected.option) {
        const auto* value = std::get_if<OptionBytes>(&record.details);
        if (value == nullptr || value->bytes != *expected.option) {
            return false;
        }
    }
    const bool asksNumber = record.call == CallId::Ioctl && expected.answered;
    if (asksNumber && record.arguments[2] != *expected.answered) {
        return false;
    }
    if (expected.messageFlags) {
        const auto* message = std::get_if<MessageDetails>(&record.details);
        if (message == nullptr || message->flags != *expected.messageFlags) {
            return false;
        }
    }
    const auto* poll = std::get_if<PollDetails>(&record.details);
    return !expected.ready
        || (poll != nullptr && std::ranges::all_of(*expected.ready, [&](const auto& wanted) {
               return std::ranges::any_of(poll->entries, [&](const PollEntry& entry) {
                   return entry.socket == sockets[wanted.first] && entry.revents == wanted.second;
               });
           }));
}

std::int64_t viewed(Property property, const KernelView& view)
{
    switch (property) {
    case Property::State:
        return view.tcpState;
    case Property::AcceptQueue:
        return view.acceptQueue;
    case Property::ReceiveQueue:
        return view.receiveQueue;
    case Property::SendQueue:
        break;
    }
    return view.sendQueue;
}

bool compare(std::int64_t a, Relation relation, std::int64_t b)
{
    switch (relation) {
    case Relation::Equal:
        return a == b;
    case Relation::Different:
        return a != b;
    case Relation::Less:
        return a < b;
    case Relation::AtMost:
        return a <= b;
    case Relation::More:
        return a > b;
    case Relation::AtLeast:
        break;
    }
    return a >= b;
}

std::string_view signOf(Relation relation)
{
    switch (relation) {
    case Relation::Equal:
        return "==";
    case Relation::Different:
        return "!=";
    case Relation::Less:
        return "<";
    case Relation::AtMost:
        return "<=";
    case Relation::More:
        return ">";
    case Relation::AtLeast:
        break;
    }
    return ">=";
}

std::string valueText(Property property, std::int64_t value)
{
    return property == Property::State ? constantText(tcpStates(), value) : std::to_string(value);
}

}

bool meets(const EventStore& store, Row row, const Expected& expected, const std::vector<SocketId>& sockets)
{
    const Event event = store.event(row);
    if (event.call == CallId::Getaddrinfo) { // its failures are numbers of their own
        return event.result == expected.value.value_or(0);
    }
    if (event.result < 0) {
        const bool any = expected.errors.empty();
        return expected.value == -1
            && (any || std::ranges::find(expected.errors, int {event.error}) != expected.errors.end());
    }
    if (expected.value && *expected.value != event.result) {
        return false;
    }
    if (!answersAgree(store.call(row), expected, sockets)) {
        return false;
    }
    if (!expected.data) {
        return true;
    }
    const std::string_view data = textOf(store.data(row));
    return expected.dataGoesOn ? data.starts_with(*expected.data) : data == *expected.data;
}

Phrase returnedText(const EventStore& store, Row row)
{
    const Event event = store.event(row);
    std::string text = resultText(event.call, event.result, event.error);
    if (event.result > 0 && receivesData(event.call)) {
        text += ' ' + quoted(store.data(row), kShownData);
    }
    const CallRecord record = store.call(row);
    if (const auto* message = std::get_if<MessageDetails>(&record.details);
        message != nullptr && message->flags != 0) {
        text += ' ' + flagsText(messageFlags(), message->flags);
    }
    const bool answers
        = event.result >= 0 && (event.call == CallId::Getsockopt || event.call == CallId::Ioctl);
    const std::string note = resultNote(record, event.result);
    const std::string end = note.empty() ? std::string() : " (" + note + ')';
    return answers ? Phrase(Say::With, {text, callText(record, {}, 0, CallStage::Done) + end})
                   : notation(text + end);
}

bool holds(const ExpectStep& step, const SocketNode& node)
{
    const std::int64_t value = viewed(step.property, node.view);
    return value >= 0 && compare(value, step.relation, step.value)
        && (!step.limit || node.view.backlog == *step.limit);
}

Phrase expectedText(const ExpectStep& step)
{
    return notation(std::string(signOf(step.relation)) + ' ' + valueText(step.property, step.value)
        + (step.limit ? '/' + std::to_string(*step.limit) : std::string()));
}

Phrase viewText(const ExpectStep& step, const SocketNode& node)
{
    const std::int64_t value = viewed(step.property, node.view);
    return value < 0 ? Phrase(Say::Unknown)
                     : notation(valueText(step.property, value)
                         + (step.limit ? '/' + std::to_string(node.view.backlog) : std::string()));
}

std::string questionText(const PredictStep& step)
{
    std::string text = step.question;
    char letter = 'a';
    for (const std::string& answer : step.answers) {
        text += ' ';
        text += letter++;
        text += ") " + answer;
    }
    return text;
}

}
