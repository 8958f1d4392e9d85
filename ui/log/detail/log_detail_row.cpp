// LogDetail: what is shown of a row.

#include <QGridLayout>
#include <QLabel>
#include <QPushButton>

#include "model/graph/changes.h"
#include "ui/inspector/address_view.h"
#include "ui/log/detail/byte_sheet.h"
#include "ui/log/detail/comment_edit.h"
#include "ui/log/detail/detail_words.h"
#include "ui/log/detail/log_detail.h"
#include "ui/log/log_copy.h"
#include "ui/log/log_row_text.h"
#include "ui/parts.h"
#include "ui/words.h"

namespace ui {

using namespace netcore;

namespace {

constexpr qsizetype kMostOfCall = 2000; // characters; the bytes stand below
constexpr qsizetype kMostOfValue = 300;
constexpr qsizetype kMostChanges = 24;

void say(QLabel* label, const QString& text)
{
    label->setText(text);
    label->setVisible(!text.isEmpty());
}

QString cut(const QString& text, qsizetype most)
{
    return text.size() > most ? text.left(most) + QStringLiteral("…") : text;
}

}

void LogDetail::showNothing()
{
    m_title->setText(tr("No row is chosen"));
    for (QLabel* label : {m_call, m_outcome, m_what, m_why, m_remedy, m_signature, m_otherTitle, m_other,
             m_changesTitle, m_changes, m_bytesTitle}) {
        label->hide();
    }
    for (QPushButton* link : m_links) {
        link->hide();
    }
    m_comment->hide();
    m_argumentBox->hide();
    m_address->hide();
    m_bytes->show(std::span<const std::byte>());
    m_bytes->setVisible(false);
}

void LogDetail::look()
{
    m_soon.stop();
    if (!m_row || *m_row >= m_source.store->size()) {
        showNothing();
        m_matches.show(std::nullopt);
        return;
    }
    const model::Row row = *m_row;
    const Event event = m_source.store->event(row);
    showCall(row, event);
    showReason(row, event);
    showArguments(row, event);
    m_matches.show(row);
    showMatches();
    showChanges(row, event);
    m_comment->setVisible(true);
    m_comment->show(m_annotations.comment(row));
}

void LogDetail::showCall(model::Row row, const Event& event)
{
    const LogRowText text = logRowText(m_source, row);
    QStringList title {tr("Row %1").arg(text.number), text.time};
    if (!text.socket.isEmpty()) {
        title += QStringLiteral("fd ") + text.socket;
    }
    if (!text.thread.isEmpty()) {
        title += text.thread;
    }
    m_title->setText(title.join(QStringLiteral(" · ")));
    const bool isCall = event.kind == EventKind::Call || event.kind == EventKind::Blocked;
    say(m_call, cut(isCall ? copiedRow(m_source, row, LogCopyForm::Lines) : text.call, kMostOfCall));
    // All but the call itself.
    QStringList outcome = logRowToolTip(m_source, row).split(u'\n').mid(1);
    if (event.error != 0 && !outcome.isEmpty()) {
        outcome.removeLast(); // the meaning of the errno: the reason is told better
    }
    say(m_outcome, outcome.join(u'\n'));
    const auto bytes
        = event.kind == EventKind::Call ? m_source.store->data(row) : std::span<const std::byte>();
    const bool cutShort = event.kind == EventKind::Call && bytes.size() < event.dataSize;
    m_bytesTitle->setText(cutShort
            ? tr("Bytes: %1, %2 of them kept")
                  .arg(words::bytes(event.dataSize), words::bytes(static_cast<qint64>(bytes.size())))
            : tr("Bytes: %1").arg(words::bytes(event.dataSize)));
    m_bytesTitle->setVisible(!bytes.empty() || cutShort);
    m_bytes->show(bytes);
    m_bytes->setVisible(!bytes.empty());
}

void LogDetail::showReason(model::Row row, const Event& event)
{
    const model::Diagnosis diagnosis
        = event.kind == EventKind::Call ? m_workbench.diagnosisOf(row) : model::Diagnosis();
    setLook(*m_what, "role", event.result < 0 ? QStringLiteral("error") : QStringLiteral("text"));
    say(m_what, diagnosis.what);
    say(m_why, diagnosis.why);
    say(m_remedy, diagnosis.remedy);
}

void LogDetail::showArguments(model::Row row, const Event& event)
{
    const bool isCall = event.kind == EventKind::Call || event.kind == EventKind::Blocked;
    say(m_signature, isCall ? words::signature(event.call) : QString());
    m_argumentBox->setVisible(isCall);
    m_address->setVisible(false);
    if (!isCall) {
        return;
    }
    const QStringList values = words::argumentsOf(copiedRow(m_source, row, LogCopyForm::Lines));
    const auto parameters = describe(event.call).parameters;
    for (std::size_t i = 0; i < m_arguments.size(); ++i) {
        const bool used = i < parameters.size();
        const ArgumentLine& line = m_arguments[i];
        for (QLabel* label : {line.name, line.value, line.meaning}) {
            label->setVisible(used);
        }
        if (used) {
            const auto name = parameters[i].name;
            const QString value = values.value(static_cast<qsizetype>(i));
            line.name->setText(QString::fromLatin1(name.data(), static_cast<qsizetype>(name.size())));
            line.value->setText(value.isEmpty() ? QStringLiteral("–") : cut(value, kMostOfValue));
            line.meaning->setText(words::parameterMeaning(parameters[i].kind));
        }
    }
    const CallRecord record = m_source.store->call(row);
    if (record.hasAddress && !record.address.isEmpty()) {
        m_address->show(record.address);
        m_address->setVisible(true);
    }
}

void LogDetail::showChanges(model::Row row, const Event& event)
{
    QStringList lines;
    if (event.kind == EventKind::Call) {
        const model::Session& session = m_workbench.session();
        for (const model::Change& change : model::changesOf(session.store(), session.socketRows(), row)) {
            const QString line = words::changeText(change, session.graph());
            if (!line.isEmpty() && lines.size() < kMostChanges) {
                lines += line;
            }
        }
    }
    m_changesTitle->setVisible(!lines.isEmpty());
    say(m_changes, lines.join(u'\n'));
}

// ---- the other end

QString LogDetail::matchText(const model::StreamMatching::Part& part) const
{
    const RowMatch& match = m_matches.match();
    const LogRowText other = logRowText(m_source, part.row);
    const QString name = other.call.left(other.nameLength);
    if (!match.stream) {
        return match.sends ? tr("→ received by %1() on fd %2, row %3").arg(name, other.socket, other.number)
                           : tr("← sent by %1() on fd %2, row %3").arg(name, other.socket, other.number);
    }
    const QString bytes = words::bytes(static_cast<qint64>(part.shared.size()));
    return match.sends
        ? tr("→ %1 received by %2() on fd %3, row %4").arg(bytes, name, other.socket, other.number)
        : tr("← %1 sent by %2() on fd %3, row %4").arg(bytes, name, other.socket, other.number);
}

void LogDetail::setLink(std::size_t link, const QString& text, model::Row row)
{
    m_linked[link] = row;
    m_links[link]->setText(text);
    m_links[link]->setAccessibleName(withoutSigns(text));
    setHint(*m_links[link], tr("Go to that row"));
    m_links[link]->setVisible(true);
}

void LogDetail::showMatches()
{
    const RowMatch& match = m_matches.match();
    std::size_t links = 0;
    if (match.partner) {
        const LogRowText other = logRowText(m_source, *match.partner);
        setLink(links++,
            tr("⇄ %1() on fd %2, row %3").arg(other.call.left(other.nameLength), other.socket, other.number),
            *match.partner);
    }
    for (const auto& part : match.matches.parts) {
        if (links < kMostLinks) {
            setLink(links++, matchText(part), part.row);
        }
    }
    QStringList lines;
    if (match.matches.parts.size() + (match.partner ? 1U : 0U) > links || !match.matches.complete) {
        lines += tr("and more calls");
    }
    if (match.counting) {
        lines += tr("The log is being read …");
    } else if (match.matches.open > 0) {
        lines += match.stream ? tr("%1 of it nobody has received yet.")
                                    .arg(words::bytes(static_cast<qint64>(match.matches.open)))
                              : tr("Nobody has received it yet.");
    } else if (match.foreign) {
        lines += tr("Another program is there: its calls are not in this log.");
    }
    for (std::size_t i = links; i < kMostLinks; ++i) {
        m_links[i]->hide();
    }
    m_otherTitle->setVisible(links > 0 || !lines.isEmpty());
    say(m_other, lines.join(u'\n'));
}

}
