// The words of a picture in a file: English, as all exports are.
#pragma once

#include "model/export/export_source.h"
#include "model/sequence/sequence_picture.h"

namespace model {

class PictureWords final : public SequenceWords {
public:
    // The source must outlive it.
    explicit PictureWords(const ExportSource& source) : m_source(source) { }

    QString laneTitle(const SequenceLane& lane) const override;
    QString laneSubtitle(const SequenceLane& lane) const override;
    QString sleeps(QStringView call, std::uint64_t nanoseconds, bool returned) const override;
    QString silence(std::uint64_t nanoseconds) const override;
    QString waits(std::uint64_t bytes) const override;
    QString waitsShortly(std::uint64_t bytes) const override;
    QString waitsForAccept() const override { return QStringLiteral("waits in the accept queue"); }
    QString lost() const override { return QStringLiteral("lost"); }
    QString bytes(std::uint64_t count) const override;
    QString partOf(std::uint64_t bytes, std::uint64_t all) const override;
    QString remark(const EventStore& store, Row row) const override;

private:
    const ExportSource& m_source;
};

}
