// One step of a scenario: [actor:] and what it does. Adds it to the scenario and its names to the symbols.
#pragma once

#include "model/scenario/arguments.h"
#include "model/scenario/scenario.h"
#include "model/scenario/symbols.h"

namespace model::scenario {

class StatementReader {
public:
    // A log declares no actors: then every name before a colon is one.
    StatementReader(Scenario& scenario, Symbols& symbols, const bool& actorsAreDeclared)
        : m_scenario(scenario), m_symbols(symbols), m_actorsAreDeclared(actorsAreDeclared)
    {
    }

    // False: tokens.problem() says why, and nothing was added but names.
    bool read(TokenReader& tokens, std::size_t line, std::string_view text);

    // After the last line.
    std::optional<Problem> finish();

private:
    bool readActor(TokenReader& tokens);
    bool readCall(TokenReader& tokens);
    bool readReturns(TokenReader& tokens);
    bool readCancel(TokenReader& tokens);
    bool readExpect(TokenReader& tokens);
    bool readWait(TokenReader& tokens);
    bool readPredict(TokenReader& tokens);

    bool readArguments(
        TokenReader& tokens, netcore::CallId call, std::vector<Argument>& arguments, bool& unfinished);
    bool readTail(TokenReader& tokens, CallStep& step);
    bool readResult(TokenReader& tokens, Expected& expected);
    bool readResultNote(TokenReader& tokens, Expected& expected);
    bool readReady(TokenReader& tokens, std::vector<std::pair<Slot, int>>& ready);
    bool readErrors(TokenReader& tokens, Expected& expected);
    bool atEnd(TokenReader& tokens);
    void readTook(TokenReader& tokens);
    bool resolve(TokenReader& tokens, const FilledCall& filled, CallStep& step);
    bool resolveStructure(TokenReader& tokens, const Structure& structure, CallStep& step);
    bool resolveSocket(
        TokenReader& tokens, const Token& token, std::string_view name, std::optional<Slot>& slot);
    std::optional<std::size_t> sleepingCall(TokenReader& tokens, const Token& name);

    bool completes(const CallStep& step);
    void comeBack(std::size_t call);
    void comeBackBefore(std::optional<double> time);
    void comeBackFor(std::size_t actor);
    bool isAsleep(const Symbols::Entry& entry);
    bool isFree(TokenReader& tokens, const Token& first);
    bool addCall(TokenReader& tokens, const Token& first, CallStep step);
    bool add(TokenReader& tokens, decltype(Step::what) what);

    Scenario& m_scenario;
    Symbols& m_symbols;
    const bool& m_actorsAreDeclared;
    std::int64_t m_bytes = 0;
    std::chrono::nanoseconds m_waits {};
    // Of the line that is being read.
    Step m_step;
    Token m_first;
    netcore::CallId m_call = netcore::CallId::None;
    std::vector<Token> m_opened; // names in a structure for what the call opens
    std::optional<std::int64_t> m_number; // `= 7` of a call that opens a socket: what the log called it
    bool m_unfinished = false; // <unfinished ...>
    bool m_incomplete = false; // and arguments are missing
    std::optional<double> m_time; // when the call was over, in seconds, as a log says
    std::optional<double> m_took;
};

}
