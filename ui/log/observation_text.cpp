#include "ui/log/observation_text.h"

#include <QCoreApplication>
#include <QStringList>

#include "netcore/inspect/option_values.h"
#include "netcore/inspect/view_sources.h"

namespace ui {

using namespace netcore;

namespace {

QString tr(const char* text)
{
    return QCoreApplication::translate("LogView", text);
}

QStringList callsOf(const KernelView& view)
{
    QStringList calls;
    for (const SourceDescription& source : viewSources()) {
        if (wasAsked(view, source.source)) {
            calls.append(QString::fromLatin1(source.call.data(), static_cast<qsizetype>(source.call.size())));
        }
    }
    return calls;
}

}

QString observationText(const model::EventStore& store, model::Row row, const QString& between)
{
    const auto data = store.data(row);
    switch (store.kind(row)) {
    case EventKind::State:
        return tr("looked: %1").arg(callsOf(decodeKernelView(data)).join(between));
    case EventKind::Options:
        return tr("looked: getsockopt(), new values: %1").arg(decodeOptionValues(data).size());
    default:
        return tr("looked for the reason of a failed call");
    }
}

}
