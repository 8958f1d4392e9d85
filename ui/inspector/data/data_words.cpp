#include "ui/inspector/data/data_words.h"

#include <QCoreApplication>

#include "ui/words.h"

namespace ui::words {

using model::Cut;
using model::Movement;
using model::Way;
using model::Zero;

namespace {

QString tr(const char* text)
{
    return QCoreApplication::translate("data", text);
}

}

QString movementHead(const Movement& movement)
{
    const QString size = bytes(movement.moved);
    if (movement.way == Way::Sent) {
        return tr("↑ sent %1").arg(size);
    }
    return movement.peeked ? tr("↓ peeked at %1").arg(size) : tr("↓ received %1").arg(size);
}

QString movementNote(const Movement& movement, Zero zero)
{
    if (movement.cut == Cut::Yes && movement.whole == 0) {
        return tr("only %1 bytes kept, the rest is lost").arg(count(movement.moved));
    }
    if (movement.cut == Cut::Yes) {
        const QString both = movement.way == Way::Sent ? tr("%1 of %2 bytes taken by the kernel")
                                                       : tr("%1 of %2 bytes kept, the rest is lost");
        return both.arg(count(movement.moved), count(movement.whole));
    }
    if (movement.cut == Cut::Perhaps) {
        return tr("buffer full: more may have been lost");
    }
    if (movement.kept < movement.moved) {
        return tr("the log has %1 of %2 bytes").arg(count(movement.kept), count(movement.moved));
    }
    if (movement.moved > 0) {
        return {};
    }
    if (movement.way == Way::Sent || zero == Zero::Message) {
        return tr("0-byte message");
    }
    return zero == Zero::End ? tr("end of stream: no more will come")
                             : tr("0 bytes: empty message, or the end");
}

QString movementAddress(const Movement& movement, const model::EventStore& store)
{
    const QString place = address(store.call(movement.row).address);
    return movement.way == Way::Sent ? tr("to %1").arg(place) : tr("from %1").arg(place);
}

}
