#include "ui/log/detail/detail_words.h"

#include <QCoreApplication>
#include <algorithm>

#include "netcore/names/option_text.h"
#include "ui/inspector/kernel/kernel_facts.h"
#include "ui/words.h"

namespace ui::words {

using namespace netcore;
using P = ParameterKind;

namespace {

QString tr(const char* text)
{
    return QCoreApplication::translate("LogDetail", text);
}

QString socketName(const model::SocketNode* socket)
{
    return socket == nullptr || socket->fd < 0 ? tr("a socket") : QStringLiteral("fd %1").arg(socket->fd);
}

QString orNothing(const QString& text)
{
    return text.isEmpty() ? QStringLiteral("–") : text;
}

QString viewChange(const ViewDifference& change, const model::SocketNode& socket)
{
    const auto& facts = kernelFacts();
    const auto fact = std::ranges::find_if(
        facts, [&](const KernelFact& one) { return one.fact == change.fact && one.part == change.part; });
    if (fact == facts.end()) {
        return {};
    }
    return QStringLiteral("%1: %2 → %3")
        .arg(factName(*fact), orNothing(factValueText(change.before, socket, *fact)),
            orNothing(factValueText(change.after, socket, *fact)));
}

QString optionChange(const model::OptionDifference& change)
{
    const auto text = [](const OptionValue& value) {
        return shown(optionValueText(value.level, value.number, value.bytes, OptionUse::Got));
    };
    return QStringLiteral("%1: %2 → %3")
        .arg(shown(optionText(change.after.level, change.after.number)),
            change.before ? text(*change.before) : QStringLiteral("–"), text(change.after));
}

}

QStringList argumentsOf(const QString& call)
{
    QStringList arguments;
    const qsizetype begin = call.indexOf(u'(') + 1;
    qsizetype first = begin;
    int depth = 0;
    bool quoted = false;
    for (qsizetype i = begin; i > 0 && i < call.size(); ++i) {
        const QChar c = call[i];
        if (quoted) {
            i += c == u'\\' ? 1 : 0;
            quoted = c != u'"';
        } else if (c == u'"') {
            quoted = true;
        } else if (c == u'{' || c == u'[' || c == u'(') {
            ++depth;
        } else if (c == u'}' || c == u']' || (c == u')' && depth > 0)) {
            --depth;
        } else if (depth == 0 && (c == u',' || c == u')')) {
            arguments += call.mid(first, i - first).trimmed();
            first = i + 1;
            if (c == u')') {
                break;
            }
        }
    }
    arguments.removeAll(QString());
    return arguments;
}

QString parameterMeaning(P kind)
{
    switch (kind) {
    case P::Descriptor:
        return tr("which socket");
    case P::Family:
        return tr("the world its addresses come from");
    case P::Type:
        return tr("bytes in a stream, or messages; and flags");
    case P::Protocol:
        return tr("0: the usual one for family and type");
    case P::Backlog:
        return tr("how many connections may wait to be accepted");
    case P::Direction:
        return tr("which way is closed: reading, writing, both");
    case P::MessageFlags:
        return tr("how this one call behaves");
    case P::TypeFlags:
        return tr("flags of the new descriptor");
    case P::Mode:
        return tr("who may use the file");
    case P::AddressIn:
        return tr("whom, or where");
    case P::AddressOut:
        return tr("filled in by the kernel: who");
    case P::LengthIn:
        return tr("how many bytes of what stands before it");
    case P::LengthInOut:
        return tr("room there was, then what the kernel filled in");
    case P::DataIn:
        return tr("the bytes to send");
    case P::DataOut:
        return tr("filled in by the kernel: the bytes that came");
    case P::Size:
        return tr("how many bytes at most");
    case P::DescriptorPair:
        return tr("filled in by the kernel: both ends");
    case P::MessageIn:
        return tr("buffers, address and control messages to send");
    case P::MessageOut:
        return tr("room for them, then what came");
    case P::OptionLevel:
        return tr("whose option: the socket's, a protocol's");
    case P::OptionName:
        return tr("which option");
    case P::OptionIn:
        return tr("its new value");
    case P::OptionOut:
        return tr("filled in by the kernel: its value");
    case P::FileCommand:
    case P::ControlRequest:
        return tr("what is asked of the kernel");
    case P::FileArgument:
    case P::ControlValue:
        return tr("what goes with it");
    case P::PollSet:
        return tr("what to wait for, and what happened");
    case P::Count:
        return tr("how many entries");
    case P::Timeout:
        return tr("ms to wait; -1: for ever");
    case P::HostName:
        return tr("the name to look up");
    case P::ServiceName:
        return tr("port or service");
    case P::Hints:
        return tr("what kind of answers are wanted");
    case P::AddressList:
        return tr("filled in: the answers, best first");
    }
    return {};
}

QString changeText(const model::Change& change, const model::SocketGraph& graph)
{
    const model::SocketNode* socket = graph.find(change.socket);
    const auto* view = std::get_if<ViewDifference>(&change.what);
    const QString what = view == nullptr ? optionChange(std::get<model::OptionDifference>(change.what))
        : socket != nullptr              ? viewChange(*view, *socket)
                                         : QString();
    return what.isEmpty() ? QString() : socketName(socket) + QStringLiteral(" · ") + what;
}

}
