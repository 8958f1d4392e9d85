// What can stand behind the words read so far: a rough parser that never gives up. Internal to spans and
// completion.
#pragma once

#include "model/filter/fields.h"
#include "model/filter/lexer.h"

namespace model::filter {

enum class Expects : std::uint8_t { Field, Sign, Value, Joint };

struct Place {
    Expects expects = Expects::Field;
    const FieldDescription* field = nullptr; // that a sign or a value is of
    bool inSet = false;
};

class PlaceReader {
public:
    const Place& place() const { return m_place; }

    void pass(const Token& token)
    {
        switch (token.kind) {
        case TokenKind::Word:
        case TokenKind::String:
            passWord(token);
            return;
        case TokenKind::Comparison:
        case TokenKind::Wrong:
            m_place.expects = Expects::Value;
            return;
        case TokenKind::OpenSet:
            m_place.inSet = true;
            m_place.expects = Expects::Value;
            return;
        case TokenKind::Comma:
            return;
        case TokenKind::CloseSet:
        case TokenKind::Close:
            m_place.inSet = false;
            m_place.expects = Expects::Joint;
            return;
        default: // and, or, not, (
            m_place = {};
        }
    }

private:
    void passWord(const Token& token)
    {
        if (m_place.expects == Expects::Field) {
            m_place.field = fieldNamed(token.text);
            const bool isTruth = m_place.field != nullptr && m_place.field->type == ValueType::Truth;
            m_place.expects = isTruth ? Expects::Joint : Expects::Sign;
        } else if (!m_place.inSet) {
            m_place.expects = Expects::Joint;
        }
    }

    Place m_place;
};

}
