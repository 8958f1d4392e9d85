// The log as text for others: one line an event, made from the store alone. Two forms, JSON Lines for
// programs and strace-like text for people (CLI.md). What is not the log's business (the sampler's State
// events) is left out.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "model/export/export_source.h"

namespace model {

class EventWriter {
public:
    EventWriter() = default;
    EventWriter(const EventWriter&) = delete;
    EventWriter& operator=(const EventWriter&) = delete;
    virtual ~EventWriter() = default;

    // The line or lines of one event, with their line ends; empty for an event that is not written.
    virtual std::string lines(const ExportSource& log, Row row) = 0;
};

class JsonLinesWriter final : public EventWriter {
public:
    // Without payload: the bytes that calls moved are counted, not told.
    explicit JsonLinesWriter(bool payload = true) : m_payload(payload) { }

    std::string lines(const ExportSource& log, Row row) override;

private:
    std::uint64_t m_lines = 0;
    bool m_payload;
};

struct TextStyle {
    bool colours = false;
    bool shortAddresses = false; // {AF_INET, 127.0.0.1:80} instead of the whole struct
    bool explainErrors = false; // what an errno means, in a line below
    std::size_t width = 100; // columns; narration is wrapped to it
    bool payload = true; // the bytes that calls moved, as far as a line has room
    std::size_t actorWidth = 0; // of the longest name: calls stand below each other
};

// What it writes can be pasted into a scenario: narration behind '>', remarks behind '#', and calls as they
// are written there, with a time before and <how long> behind.
class TextWriter final : public EventWriter {
public:
    explicit TextWriter(const TextStyle& style);
    ~TextWriter() override;

    std::string lines(const ExportSource& log, Row row) override;

    // Paragraphs of people's text, wrapped, each line with the mark before it.
    std::string paragraph(std::string_view text, std::string_view mark, std::string_view colour = {}) const;

private:
    std::string callLine(const ExportSource& log, Row row, const netcore::Event& event);
    std::string head(const ExportSource& log, const netcore::Event& event) const;
    std::string noteLines(std::string_view text) const;
    std::string signalLine(const netcore::Event& event) const;
    std::string explanation(const netcore::Event& event);
    std::string coloured(std::string_view text, std::string_view colour) const;

    struct Explanations;
    TextStyle m_style;
    std::unique_ptr<Explanations> m_explanations;
};

}
