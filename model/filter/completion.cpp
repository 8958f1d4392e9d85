#include <algorithm>
#include <array>

#include "model/filter/lexer.h"
#include "model/filter/spans.h"
#include "model/filter/token_places.h"
#include "netcore/names/options.h"

namespace model::filter {

namespace {

using Kind = Completion::Kind;
using List = std::vector<Completion>;

constexpr std::size_t kMost = 200; // a list that nobody reads to its end

bool beginsWith(std::string_view text, std::string_view start)
{
    return text.size() >= start.size() && equalWithoutCase(text.substr(0, start.size()), start);
}

bool contains(std::string_view text, std::string_view part)
{
    for (std::size_t i = 0; i + part.size() <= text.size(); ++i) {
        if (equalWithoutCase(text.substr(i, part.size()), part)) {
            return true;
        }
    }
    return false;
}

void addValue(List& list, Field field, std::string text)
{
    const auto isSame = [&](const Completion& one) { return one.text == text; };
    if (!text.empty() && std::ranges::none_of(list, isSame)) {
        list.push_back({Kind::Value, quotedIfNeeded(text), field, {}});
    }
}

List fields()
{
    List list;
    for (const FieldDescription& field : allFields()) {
        list.push_back({Kind::Field, std::string(field.name), field.field, {}});
    }
    list.push_back({Kind::Joint, "not", {}, {}});
    return list;
}

List joints()
{
    return {{Kind::Joint, "and", {}, {}}, {Kind::Joint, "or", {}, {}}};
}

List signsFor(const FieldDescription* field)
{
    if (field == nullptr) {
        return {};
    }
    const auto signs = [&]() -> std::vector<std::string_view> {
        switch (field->type) {
        case ValueType::Bytes:
        case ValueType::Text:
        case ValueType::Address:
        case ValueType::Actor:
            return {"==", "!=", "contains", "matches", "in"};
        case ValueType::Number:
        case ValueType::Duration:
        case ValueType::Size:
            if (field->field == Field::Port) {
                return {"==", "!=", "in"};
            }
            return {"==", "!=", "<", "<=", ">", ">=", "in"};
        case ValueType::Flags:
            return {"contains", "==", "!=", "in"};
        case ValueType::Truth:
            return {};
        default:
            return {"==", "!=", "in"};
        }
    }();
    List list;
    for (const std::string_view sign : signs) {
        list.push_back({Kind::Sign, std::string(sign), field->field, {}});
    }
    return list;
}

void addSockets(List& list, Field field, const Facts& facts)
{
    for (std::size_t i = 1; i < facts.sockets.size() && list.size() < kMost; ++i) {
        const auto& socket = facts.sockets[i];
        if (!socket) {
            continue;
        }
        const netcore::SocketId id {static_cast<std::uint32_t>(i)};
        if (field == Field::Socket || field == Field::Opened) {
            list.push_back({Kind::Value, std::to_string(i), field, id});
        } else if (field == Field::Fd && socket->fd >= 0) {
            addValue(list, field, std::to_string(socket->fd));
        } else if (field != Field::Fd) {
            addValue(list, field, field != Field::Local ? addressText(socket->remote) : "");
            addValue(list, field, field != Field::Peer ? addressText(socket->local) : "");
        }
    }
}

List valuesFor(const FieldDescription* field, const Facts& facts)
{
    List list;
    if (field == nullptr) {
        return list;
    }
    for (const netcore::NamedValue& name : namesOf(field->field)) {
        list.push_back({Kind::Value, std::string(name.name), field->field, {}});
    }
    if (field->type == ValueType::Option) {
        for (const netcore::OptionDescription& option : netcore::allOptions()) {
            addValue(list, field->field, std::string(option.name));
        }
    } else if (field->type == ValueType::Actor) {
        for (const std::string& actor : facts.actors) {
            addValue(list, field->field, actor);
        }
    } else if (field->type == ValueType::Address || field->field == Field::Socket
        || field->field == Field::Opened || field->field == Field::Fd) {
        addSockets(list, field->field, facts);
    }
    return list;
}

List all(const Place& place, const Facts& facts)
{
    switch (place.expects) {
    case Expects::Field:
        return fields();
    case Expects::Value:
        return valuesFor(place.field, facts);
    case Expects::Sign: {
        List list = signsFor(place.field);
        if (place.field != nullptr && place.field->standsAlone) {
            std::ranges::copy(joints(), std::back_inserter(list));
        }
        return list;
    }
    case Expects::Joint:
        break;
    }
    return joints();
}

// What begins so first, in its order; then what contains it.
List fitting(const List& list, std::string_view typed)
{
    List fits;
    for (const bool begins : {true, false}) {
        for (const Completion& one : list) {
            const bool itBegins = beginsWith(one.text, typed);
            if (fits.size() < kMost && itBegins == begins && (begins || contains(one.text, typed))) {
                fits.push_back(one);
            }
        }
    }
    return fits;
}

}

Completions completionsAt(std::string_view text, std::size_t cursor, const Facts& facts)
{
    Completions result;
    result.column = std::min(cursor, text.size());
    PlaceReader reader;
    for (const Token& token : tokensOf(text)) {
        if (token.column >= cursor) {
            break;
        }
        if (token.end() >= cursor) { // the cursor is in it, or just behind
            if (token.kind == TokenKind::String && (token.end() > cursor || !token.isClosed)) {
                return result; // inside of quotation marks everything is text
            }
            const bool isWord = token.kind == TokenKind::Word || token.kind == TokenKind::Comparison
                || token.kind == TokenKind::And || token.kind == TokenKind::Or
                || token.kind == TokenKind::Not;
            const bool isLetters = isWord && token.text.find_first_of("=<>!&|") != 0;
            if (isLetters) {
                result.column = token.column;
                result.length = token.length;
                break;
            }
        }
        reader.pass(token);
    }
    const std::string_view typed = text.substr(result.column, std::min(cursor, text.size()) - result.column);
    result.list = fitting(all(reader.place(), facts), typed);
    // What stands there already is no proposal.
    if (result.list.size() == 1 && equalWithoutCase(result.list.front().text, typed)) {
        result.list.clear();
    }
    return result;
}

}
