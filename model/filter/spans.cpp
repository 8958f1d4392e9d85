#include "model/filter/spans.h"

#include "model/filter/lexer.h"
#include "model/filter/token_places.h"

namespace model::filter {

namespace {

SpanKind kindOf(const Token& token, Place place)
{
    switch (token.kind) {
    case TokenKind::Comparison:
        return place.expects == Expects::Sign ? SpanKind::Sign : SpanKind::Wrong;
    case TokenKind::And:
    case TokenKind::Or:
        return place.expects == Expects::Joint || place.expects == Expects::Sign ? SpanKind::Joint
                                                                                 : SpanKind::Wrong;
    case TokenKind::Not:
        return place.expects == Expects::Field ? SpanKind::Joint : SpanKind::Wrong;
    case TokenKind::String:
        return token.isClosed && place.expects == Expects::Value ? SpanKind::String : SpanKind::Wrong;
    case TokenKind::Word:
        if (place.expects == Expects::Field) {
            return fieldNamed(token.text) != nullptr ? SpanKind::Field : SpanKind::Wrong;
        }
        return place.expects == Expects::Value ? SpanKind::Value : SpanKind::Wrong;
    case TokenKind::Wrong:
        return SpanKind::Wrong;
    default:
        return SpanKind::Bracket;
    }
}

}

std::vector<Span> spansOf(std::string_view text)
{
    std::vector<Span> spans;
    PlaceReader reader;
    for (const Token& token : tokensOf(text)) {
        spans.push_back({token.column, token.length, kindOf(token, reader.place())});
        reader.pass(token);
    }
    return spans;
}

}
