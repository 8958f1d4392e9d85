// A value or the reason why there is none. (std::expected is C++23.)
#pragma once

#include <cassert>
#include <utility>
#include <variant>

namespace netcore {

template<typename Value, typename Problem> class [[nodiscard]] Outcome {
public:
    Outcome(Value value) : m_content(std::in_place_index<0>, std::move(value)) { }
    Outcome(Problem problem) : m_content(std::in_place_index<1>, std::move(problem)) { }

    bool ok() const { return m_content.index() == 0; }
    const Value& value() const
    {
        assert(ok());
        return *std::get_if<0>(&m_content);
    }
    Value& value()
    {
        assert(ok());
        return *std::get_if<0>(&m_content);
    }
    const Problem& problem() const
    {
        assert(!ok());
        return *std::get_if<1>(&m_content);
    }

private:
    std::variant<Value, Problem> m_content;
};

}
