#include "ui/log/log_copy.h"

#include <QByteArray>
#include <QCoreApplication>

#include "model/text/byte_forms.h"
#include "netcore/base/quoted.h"
#include "netcore/names/call_text.h"
#include "ui/words.h"

namespace ui {

using namespace netcore;

namespace {

constexpr qsizetype kMostText = qsizetype {16} << 20; // characters; then rows are left out

QString tr(const char* text)
{
    return QCoreApplication::translate("LogView", text);
}

CallTextStyle completeStyle()
{
    CallTextStyle style;
    style.addresses = CallTextStyle::Addresses::Strace;
    style.mostData = kQuoteAll;
    return style;
}

QString remark(const QString& text)
{
    return QStringLiteral("/* ") + text + QStringLiteral(" */");
}

// Seconds, as strace -T has them.
QString seconds(quint64 nanoseconds)
{
    const quint64 micro = nanoseconds / 1000;
    return QStringLiteral("<%1.%2>").arg(micro / 1'000'000).arg(micro % 1'000'000, 6, 10, QLatin1Char('0'));
}

QString asLine(const LogSource& source, model::Row row, const Event& event)
{
    const auto data = source.store->data(row);
    switch (event.kind) {
    case EventKind::Note:
        return remark(words::shown({reinterpret_cast<const char*>(data.data()), data.size()}));
    case EventKind::Gap:
        return remark(words::call(*source.store, row));
    case EventKind::Blocked:
        return QString::fromStdString(
            callText(source.store->call(row), {}, 0, CallStage::Unfinished, completeStyle()));
    case EventKind::State:
    case EventKind::Options:
    case EventKind::Finding:
        return {};
    case EventKind::Call:
        break;
    }
    const CallStage stage = event.result < 0 ? CallStage::Failed : CallStage::Done;
    return QString::fromStdString(
               callText(source.store->call(row), data, event.dataSize, stage, completeStyle()))
        + QStringLiteral(" = ") + words::result(event) + u' ' + seconds(event.took);
}

QString asBytes(const LogSource& source, model::Row row, const Event& event, model::ByteForm form)
{
    const auto data = source.store->data(row);
    return event.kind == EventKind::Call && !data.empty() ? model::inForm(data, form).trimmed() : QString();
}

QString asHex(const LogSource& source, model::Row row, const Event& event)
{
    if (event.kind != EventKind::Call) {
        return {};
    }
    const auto data = source.store->data(row);
    const auto bytes = QByteArray::fromRawData(
        reinterpret_cast<const char*>(data.data()), static_cast<qsizetype>(data.size()));
    return QString::fromLatin1(bytes.toHex(' '));
}

QString asC(const LogSource& source, model::Row row, const Event& event)
{
    const bool isCall = event.kind == EventKind::Call || event.kind == EventKind::Blocked;
    if (!isCall) {
        return {};
    }
    // What a sleeping call has with it is no data of its: the kernel function it sleeps in.
    const auto data = event.kind == EventKind::Call ? source.store->data(row) : std::span<const std::byte>();
    return QString::fromStdString(
               callText(source.store->call(row), data, event.dataSize, CallStage::Planned, completeStyle()))
        + u';';
}

}

QString copiedRow(const LogSource& source, model::Row row, LogCopyForm form)
{
    const Event event = source.store->event(row);
    switch (form) {
    case LogCopyForm::Lines:
        return asLine(source, row, event);
    case LogCopyForm::Hex:
        return asHex(source, row, event);
    case LogCopyForm::CArray:
        return asBytes(source, row, event, model::ByteForm::CArray);
    case LogCopyForm::Dump:
        return asBytes(source, row, event, model::ByteForm::Dump);
    case LogCopyForm::Scenario:
        return source.scenarioLine(row);
    case LogCopyForm::Json:
        return source.jsonLine(row);
    case LogCopyForm::C:
        break;
    }
    return asC(source, row, event);
}

QString copiedRows(const LogSource& source, const LogSelection& rows, LogCopyForm form)
{
    QString text;
    quint64 missing = 0;
    for (const auto& range : rows.ranges()) {
        const std::uint64_t end = source.rows->indexOf(range.end);
        for (std::uint64_t index = source.rows->indexOf(range.first); index < end; ++index) {
            if (text.size() > kMostText) {
                missing += end - index;
                break;
            }
            const QString line = copiedRow(source, source.rows->at(index), form);
            if (!line.isEmpty()) {
                text += text.isEmpty() ? line : u'\n' + line;
            }
        }
    }
    if (missing > 0) {
        text += u'\n' + remark(tr("%1 more rows").arg(missing));
    }
    return text;
}

}
