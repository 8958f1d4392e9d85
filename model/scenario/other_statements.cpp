// The steps of a scenario that make no call: expect, wait, predict.

#include <array>

#include "model/scenario/statement_reader.h"
#include "netcore/names/constants.h"

namespace model::scenario {

using namespace netcore;

namespace {

struct PropertyName {
    std::string_view name;
    ExpectStep::Property property;
};
constexpr std::array kProperties {PropertyName {"state", ExpectStep::Property::State},
    PropertyName {"accept_queue", ExpectStep::Property::AcceptQueue},
    PropertyName {"recvq", ExpectStep::Property::ReceiveQueue},
    PropertyName {"sendq", ExpectStep::Property::SendQueue}};

struct RelationSign {
    std::string_view sign;
    ExpectStep::Relation relation;
};
constexpr std::array kRelations {RelationSign {"==", ExpectStep::Relation::Equal},
    RelationSign {"!=", ExpectStep::Relation::Different}, RelationSign {"<=", ExpectStep::Relation::AtMost},
    RelationSign {">=", ExpectStep::Relation::AtLeast}, RelationSign {"<", ExpectStep::Relation::Less},
    RelationSign {">", ExpectStep::Relation::More}};

bool readProperty(TokenReader& tokens, ExpectStep::Property& property)
{
    const Token word = tokens.take();
    for (const PropertyName& known : kProperties) {
        if (word.isWord(known.name)) {
            property = known.property;
            return true;
        }
    }
    return tokens.fail(word, oneOf({"state", "accept_queue", "recvq", "sendq"}));
}

bool readRelation(TokenReader& tokens, ExpectStep::Relation& relation)
{
    for (const RelationSign& known : kRelations) {
        if (tokens.accept(known.sign)) {
            relation = known.relation;
            return true;
        }
    }
    return tokens.fail(tokens.peek(), oneOf({"==", "!=", "<", "<=", ">", ">="}));
}

bool readCount(TokenReader& tokens, std::int64_t& count)
{
    const Token token = tokens.take();
    const auto value = token.kind == Token::Kind::Number ? parseNumber(token.text) : std::nullopt;
    count = value.value_or(0);
    return value.has_value() || tokens.fail(token, Say::Number);
}

bool readValue(TokenReader& tokens, ExpectStep& step)
{
    if (step.property != ExpectStep::Property::State) {
        std::int64_t limit = 0;
        if (!readCount(tokens, step.value)) {
            return false;
        }
        if (step.property == ExpectStep::Property::AcceptQueue && tokens.accept("/")) {
            if (!readCount(tokens, limit)) {
                return false;
            }
            step.limit = limit;
        }
        return true;
    }
    const Token word = tokens.take();
    const auto state = word.kind == Token::Kind::Word ? valueOf(tcpStates(), word.text) : std::nullopt;
    step.value = state.value_or(0);
    return state.has_value() || tokens.fail(word, Say::State);
}

}

bool StatementReader::readExpect(TokenReader& tokens)
{
    ExpectStep step;
    if (!readProperty(tokens, step.property) || !tokens.need("(", Say::BracketAndSocket)) {
        return false;
    }
    const Token name = tokens.take();
    std::optional<Slot> slot;
    if (!resolveSocket(tokens, name, name.text, slot) || !tokens.need(")")) {
        return false;
    }
    step.socket = *slot;
    return readRelation(tokens, step.relation) && readValue(tokens, step) && atEnd(tokens)
        && add(tokens, step);
}

bool StatementReader::readWait(TokenReader& tokens)
{
    const Token token = tokens.take();
    const auto duration = token.kind == Token::Kind::Number ? parseDuration(token.text) : std::nullopt;
    if (!duration) {
        return tokens.fail(token, Say::Time);
    }
    if (*duration > kLongestWait || m_waits + *duration > kLongestWait) {
        return tokens.fail(token, Say::Waits);
    }
    m_waits += *duration;
    return atEnd(tokens) && add(tokens, WaitStep {*duration});
}

bool StatementReader::readPredict(TokenReader& tokens)
{
    PredictStep step;
    if (tokens.peek().kind != Token::Kind::String) {
        return tokens.fail(tokens.peek(), Say::Question);
    }
    step.question = tokens.take().text;
    while (tokens.peek().kind == Token::Kind::String) {
        step.answers.push_back(tokens.take().text);
    }
    if (step.answers.size() < 2) {
        return tokens.fail(tokens.peek(), Say::Answers);
    }
    return atEnd(tokens) && add(tokens, std::move(step));
}

}
