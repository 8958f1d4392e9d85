// The log as text for others: one line an event, made from the store alone. Two forms, JSON Lines for
// programs and strace-like text for people (CLI.md). What is not the log's business (the sampler's State
// events) is left out.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "model/session.h"

namespace model {

class EventWriter {
public:
    EventWriter() = default;
    EventWriter(const EventWriter&) = delete;
    EventWriter& operator=(const EventWriter&) = delete;
    virtual ~EventWriter() = default;

    // The line or lines of one event, with their line ends; empty for an event that is not written.
    virtual std::string lines(const Session& session, Row row) = 0;
};

class JsonLinesWriter final : public EventWriter {
public:
    std::string lines(const Session& session, Row row) override;

private:
    std::uint64_t m_lines = 0;
};

struct TextStyle {
    bool colours = false;
    bool shortAddresses = false; // {AF_INET, 127.0.0.1:80} instead of the whole struct
    bool explainErrors = false; // what an errno means, in a line below
    std::size_t width = 100; // columns; narration is wrapped to it
    std::size_t actorWidth = 0; // of the longest name: calls stand below each other
};

// What it writes can be pasted into a scenario: narration behind '>', remarks behind '#', and calls as they
// are written there, with a time before and <how long> behind.
class TextWriter final : public EventWriter {
public:
    explicit TextWriter(const TextStyle& style);
    ~TextWriter() override;

    std::string lines(const Session& session, Row row) override;

    // Paragraphs of people's text, wrapped, each line with the mark before it.
    std::string paragraph(std::string_view text, std::string_view mark, std::string_view colour = {}) const;

private:
    std::string callLine(const Session& session, Row row, const netcore::Event& event);
    std::string head(const Session& session, const netcore::Event& event) const;
    std::string noteLines(std::string_view text) const;
    std::string signalLine(const netcore::Event& event) const;
    std::string explanation(const netcore::Event& event);
    std::string coloured(std::string_view text, std::string_view colour) const;

    struct Explanations;
    TextStyle m_style;
    std::unique_ptr<Explanations> m_explanations;
};

}
