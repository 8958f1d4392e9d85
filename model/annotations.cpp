#include "model/annotations.h"

#include <QStringDecoder>
#include <QtEndian>
#include <iterator>
#include <utility>

namespace model {

namespace {

constexpr std::size_t kHead = sizeof(Row) + 1;

}

const Annotation* Annotations::find(Row row) const
{
    const auto found = m_rows.find(row);
    return found == m_rows.end() ? nullptr : &found->second;
}

bool Annotations::isMarked(Row row) const
{
    const Annotation* its = find(row);
    return its != nullptr && its->mark != 0;
}

QString Annotations::comment(Row row) const
{
    const Annotation* its = find(row);
    return its != nullptr ? its->comment : QString();
}

void Annotations::set(Row row, Annotation annotation)
{
    const Annotation* before = find(row);
    if (annotation == (before != nullptr ? *before : Annotation {})) {
        return;
    }
    if (annotation.isEmpty()) {
        m_rows.erase(row);
    } else {
        m_rows.insert_or_assign(row, std::move(annotation));
    }
    Q_EMIT changed(row);
}

void Annotations::setMark(Row row, std::uint8_t mark)
{
    set(row, {mark, comment(row)});
}

void Annotations::setComment(Row row, const QString& comment)
{
    const Annotation* its = find(row);
    set(row, {its != nullptr ? its->mark : std::uint8_t {0}, comment.left(kLongestComment)});
}

void Annotations::clear()
{
    const auto gone = std::exchange(m_rows, {});
    for (const auto& entry : gone) {
        Q_EMIT changed(entry.first);
    }
}

std::optional<Row> Annotations::next(Row row) const
{
    const auto found = m_rows.upper_bound(row);
    return found == m_rows.end() ? std::nullopt : std::optional(found->first);
}

std::optional<Row> Annotations::previous(Row row) const
{
    const auto found = m_rows.lower_bound(row);
    return found == m_rows.begin() ? std::nullopt : std::optional(std::prev(found)->first);
}

QByteArray Annotations::record(Row row) const
{
    const Annotation* found = find(row);
    const Annotation its = found != nullptr ? *found : Annotation {};
    QByteArray bytes(static_cast<qsizetype>(kHead), '\0');
    qToLittleEndian<quint64>(row, bytes.data());
    bytes[static_cast<qsizetype>(sizeof(Row))] = static_cast<char>(its.mark);
    return bytes + its.comment.toUtf8();
}

bool Annotations::take(std::span<const std::byte> record)
{
    const std::size_t most = kHead + 4 * static_cast<std::size_t>(kLongestComment);
    if (record.size() < kHead || record.size() > most) {
        return false;
    }
    const auto comment = record.subspan(kHead);
    const auto utf8 = QByteArray::fromRawData(
        reinterpret_cast<const char*>(comment.data()), static_cast<qsizetype>(comment.size()));
    QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    const QString text = decoder.decode(utf8);
    if (decoder.hasError()) {
        return false;
    }
    set(qFromLittleEndian<quint64>(record.data()),
        {std::to_integer<std::uint8_t>(record[sizeof(Row)]), text.left(kLongestComment)});
    return true;
}

}
