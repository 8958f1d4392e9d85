// What people have added to the log: rows that are marked, and comments on rows. They are no events: the log
// stays what happened.
//
// A record is what a file keeps of one row; of several records of a row the last one holds, so a change is
// appended like everything else. Rows that have nothing are not kept in memory.
//
// Threads: belongs to one thread, the session's.
#pragma once

#include <QByteArray>
#include <QObject>
#include <QString>
#include <map>
#include <optional>
#include <span>

#include "model/store/event_store.h"

namespace model {

struct Annotation {
    std::uint8_t mark = 0; // 0: none; else which kind, from 1
    QString comment; // plain text, may have several lines

    bool isEmpty() const { return mark == 0 && comment.isEmpty(); }
    bool operator==(const Annotation&) const = default;
};

class Annotations : public QObject {
    Q_OBJECT

public:
    static constexpr qsizetype kLongestComment = 16 * 1024; // characters; what is longer is cut

    using QObject::QObject;

    const Annotation* find(Row row) const; // nullptr: none; valid until the next change
    bool isMarked(Row row) const;
    QString comment(Row row) const;

    void setMark(Row row, std::uint8_t mark);
    void toggleMark(Row row) { setMark(row, isMarked(row) ? 0 : 1); }
    void setComment(Row row, const QString& comment);
    void clear(); // changed() is told for each

    // The nearest row with a mark or a comment behind that row, or before it.
    std::optional<Row> next(Row row) const;
    std::optional<Row> previous(Row row) const;
    const std::map<Row, Annotation>& all() const { return m_rows; }

    // Row (8 bytes, little-endian), mark (1), the comment in UTF-8.
    QByteArray record(Row row) const;
    // From a file; the last record of a row holds. False: that is no record.
    bool take(std::span<const std::byte> record);

Q_SIGNALS:
    void changed(quint64 row); // record(row) is what a file should keep

private:
    void set(Row row, Annotation annotation);

    std::map<Row, Annotation> m_rows;
};

}
