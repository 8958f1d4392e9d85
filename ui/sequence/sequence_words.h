// The words of the sequence view, in the user's language.
#pragma once

#include "model/sequence/sequence_picture.h"

namespace ui {

class Workbench;

class SequenceViewWords final : public model::SequenceWords {
public:
    explicit SequenceViewWords(const Workbench& workbench) : m_workbench(workbench) { }

    QString laneTitle(const model::SequenceLane& lane) const override;
    QString laneSubtitle(const model::SequenceLane& lane) const override;
    QString sleeps(QStringView call, std::uint64_t nanoseconds, bool returned) const override;
    QString silence(std::uint64_t nanoseconds) const override;
    QString waits(std::uint64_t bytes) const override;
    QString waitsShortly(std::uint64_t bytes) const override;
    QString waitsForAccept() const override;
    QString lost() const override;
    QString bytes(std::uint64_t count) const override;
    QString partOf(std::uint64_t bytes, std::uint64_t all) const override;
    QString remark(const model::EventStore& store, model::Row row) const override;

private:
    const Workbench& m_workbench;
};

}
