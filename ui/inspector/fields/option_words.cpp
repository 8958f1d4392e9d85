#include "ui/inspector/fields/option_words.h"

#include <QCoreApplication>

#include "ui/inspector/fields/call_field.h"

namespace ui {

using namespace netcore;

namespace {

QString tr(const char* text)
{
    return QCoreApplication::translate("options", text);
}

}

QString optionExample(OptionType type)
{
    switch (type) {
    case OptionType::Int:
    case OptionType::Bool:
    case OptionType::Unsigned:
    case OptionType::Unsigned64:
    case OptionType::Enumeration:
    case OptionType::Flags:
        return QStringLiteral("1");
    case OptionType::Linger:
        return QStringLiteral("{l_onoff=1, l_linger=5}");
    case OptionType::Timeval:
        return QStringLiteral("1.5s");
    case OptionType::Text:
        return QStringLiteral("\"lo\"");
    case OptionType::InternetAddress:
        return QStringLiteral("127.0.0.1");
    case OptionType::Membership:
    case OptionType::GroupMembership:
        return QStringLiteral("239.0.0.1@lo");
    case OptionType::Membership6:
        return QStringLiteral("ff02::1@lo");
    case OptionType::Interface:
    case OptionType::InterfaceSwapped:
        return QStringLiteral("lo");
    case OptionType::PortRange:
        return QStringLiteral("40000-40100");
    default:
        return QStringLiteral("{01 00 00 00}");
    }
}

QString optionProblem(OptionProblem::Reason reason)
{
    using Reason = OptionProblem::Reason;
    switch (reason) {
    case Reason::Empty:
        return tr("A value is missing. {} passes no bytes, NULL no pointer.");
    case Reason::NotANumber:
        return tr("The value is a number, or bytes: {01 00 00 00}.");
    case Reason::OutOfRange:
        return tr("The number does not fit the bits that the option has.");
    case Reason::NotOnOrOff:
        return tr("The value is on or off, or a number.");
    case Reason::UnknownName:
        return tr("This is not one of the option's names, and no number.");
    case Reason::NotATime:
        return tr("A time is 1.5s, 200ms or {tv_sec=1, tv_usec=500000}.");
    case Reason::NotAnAddress:
        return tr("The value is an address in numbers, as 239.0.0.1@lo.");
    case Reason::UnknownInterface:
        return tr("This machine has no interface of that name.");
    case Reason::UnknownField:
        return tr("The struct has no such member.");
    case Reason::EqualsMissing:
        return tr("Between a member and its value stands =.");
    case Reason::NotAString:
        return tr("A quotation mark is missing.");
    case Reason::BadEscape:
        return tr("After the backslash comes nothing that C has.");
    case Reason::BadHex:
        return tr("Bytes are pairs of hexadecimal digits: {01 00 00 00}.");
    case Reason::Unclosed:
        return tr("A bracket or a brace is not closed.");
    case Reason::NotAList:
        return tr("The instructions of a filter stand in [ ].");
    case Reason::Surplus:
        return tr("There is something behind the value.");
    }
    return {};
}

QString optionWords(const OptionDescription& option, const QString& meaning)
{
    QStringList facts {QStringLiteral("Linux %1.%2").arg(option.since.release).arg(option.since.series)
        + (option.since.patch != 0 ? u'.' + QString::number(option.since.patch) : QString())};
    if (!option.canWrite()) {
        facts += tr("read only");
    }
    if (!option.canRead()) {
        facts += tr("write only");
    }
    if (option.needsPrivilege()) {
        facts += option.has(optionTraits::kNetAdmin) ? QStringLiteral("CAP_NET_ADMIN")
                                                     : QStringLiteral("CAP_NET_RAW");
    }
    if (option.acrossTcpAccept == Inheritance::Inherited) {
        facts += tr("inherited by accept()");
    }
    return meaning + u'\n' + facts.join(QStringLiteral(" · "));
}

QStringList namesIn(NameTable table)
{
    QStringList names;
    for (const NamedValue& one : table) {
        names += latin(one.name);
    }
    return names;
}

}
