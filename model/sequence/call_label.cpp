#include "model/sequence/call_label.h"

#include <algorithm>

#include "model/text/safe_text.h"
#include "netcore/base/quoted.h"
#include "netcore/names/call_text.h"
#include "netcore/names/constants.h"

namespace model {

using namespace netcore;

namespace {

QString cut(const QString& text, int most)
{
    return text.size() > most ? text.left(std::max(most - 1, 0)) + QChar(u'…') : text;
}

bool showsAddress(CallId call)
{
    return call == CallId::Bind || call == CallId::Connect || call == CallId::Sendto
        || call == CallId::Sendmsg || call == CallId::Getsockname || call == CallId::Getpeername;
}

}

QString CallLabel::full() const
{
    return object.isEmpty() ? withResult() : name + u' ' + object + QStringLiteral(" = ") + result;
}

CallLabel callLabel(const EventStore& store, Row row, bool payload, int most)
{
    const Event event = store.event(row);
    CallLabel label;
    label.name = QString::fromStdString(std::string(describe(event.call).name));
    label.failed = event.kind == EventKind::Call && event.result < 0;
    if (event.kind == EventKind::Call) {
        label.result = safeText(resultText(event.call, event.result, event.error));
    }
    const bool moved = event.dataSize > 0 && event.result >= 0;
    if (moved && payload && (sendsData(event.call) || receivesData(event.call))) {
        // Control characters take more room as escapes: more bytes than characters are never needed.
        const auto data = store.data(row);
        const auto some = data.first(std::min(data.size(), static_cast<std::size_t>(std::max(most, 1))));
        label.object = cut(safeText(quoted(some)), most);
    } else if (showsAddress(event.call)) {
        const CallRecord record = store.call(row);
        const QString name = record.hasAddress ? safeText(addressText(record.address)) : QString();
        if (!name.startsWith(u'{')) { // bytes of another family say little here
            label.object = cut(name, most);
        }
    }
    return label;
}

}
