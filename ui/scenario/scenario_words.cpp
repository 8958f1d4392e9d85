#include "ui/scenario/scenario_words.h"

#include <QCoreApplication>
#include <array>

#include "ui/words.h"

namespace ui {

using model::scenario::Phrase;
using model::scenario::Say;

namespace {

constexpr qsizetype kLongWord = 16; // characters

// The same words in the same order as model/scenario/phrases.def, which lupdate cannot read.
// clang-format off
constexpr std::array kPhrases {
    QT_TRANSLATE_NOOP("Scenario", "%1"),
    QT_TRANSLATE_NOOP("Scenario", " or "),
    QT_TRANSLATE_NOOP("Scenario", "the end of the line"),
    QT_TRANSLATE_NOOP("Scenario", "the end of the scenario"),
    QT_TRANSLATE_NOOP("Scenario", "a string that does not end"),
    QT_TRANSLATE_NOOP("Scenario", "a string that is too long"),
    QT_TRANSLATE_NOOP("Scenario", "a string that was cut (\"...)"),
    QT_TRANSLATE_NOOP("Scenario", "nothing"),
    QT_TRANSLATE_NOOP("Scenario", "a second one"),
    QT_TRANSLATE_NOOP("Scenario", "the byte %1"),
    QT_TRANSLATE_NOOP("Scenario", "the character %1"),
    QT_TRANSLATE_NOOP("Scenario", "a number"),
    QT_TRANSLATE_NOOP("Scenario", "a number of 32 bits"),
    QT_TRANSLATE_NOOP("Scenario", "a number or a constant of the socket interface, such as AF_INET"),
    QT_TRANSLATE_NOOP("Scenario", "a size from 0 to %1"),
    QT_TRANSLATE_NOOP("Scenario", "the name of a socket"),
    QT_TRANSLATE_NOOP("Scenario", "the name of a socket, or -1"),
    QT_TRANSLATE_NOOP("Scenario", "')' behind the name of a socket"),
    QT_TRANSLATE_NOOP("Scenario", "']' behind a length"),
    QT_TRANSLATE_NOOP("Scenario", "'(' and the arguments"),
    QT_TRANSLATE_NOOP("Scenario", "'(' and a socket"),
    QT_TRANSLATE_NOOP("Scenario", "'[' and names for the two sockets, as in [a, b]"),
    QT_TRANSLATE_NOOP("Scenario", "'[' and entries, as in [{fd=c, events=POLLIN}]"),
    QT_TRANSLATE_NOOP("Scenario", "a name for one of the two sockets"),
    QT_TRANSLATE_NOOP("Scenario", "an argument: a number, a constant, a \"string\", an address or a name"),
    QT_TRANSLATE_NOOP("Scenario", "')' or an argument of the right kind for %1"),
    QT_TRANSLATE_NOOP("Scenario", "%1, in %2"),
    QT_TRANSLATE_NOOP("Scenario", "all the bytes that are to be sent"),
    QT_TRANSLATE_NOOP("Scenario", "a step: a call, name = call, name returns, cancel, expect, wait, predict"),
    QT_TRANSLATE_NOOP("Scenario", "a step, as in: server: listen(listener, 5) = 0"),
    QT_TRANSLATE_NOOP("Scenario", "a call: %1"),
    QT_TRANSLATE_NOOP("Scenario", "\" at its end"),
    QT_TRANSLATE_NOOP("Scenario", "an escape of C: \\n \\t \\r \\\\ \\\" \\0 to \\377 \\x00 to \\xff"),
    QT_TRANSLATE_NOOP("Scenario", "UTF-8 text without control characters"),
    QT_TRANSLATE_NOOP("Scenario", "a message, as in {\"hello\"} or {100}"),
    QT_TRANSLATE_NOOP("Scenario", "a buffer (\"bytes\" or its size), a control message or msg_...="),
    QT_TRANSLATE_NOOP("Scenario", "msg_name, msg_iov, msg_control or one of their lengths"),
    QT_TRANSLATE_NOOP("Scenario", "an address, addr(name) or NULL"),
    QT_TRANSLATE_NOOP("Scenario", "a control message, such as SCM_RIGHTS [name]"),
    QT_TRANSLATE_NOOP("Scenario", "a type of that level, such as SCM_RIGHTS"),
    QT_TRANSLATE_NOOP("Scenario", "'=' behind the name of a field"),
    QT_TRANSLATE_NOOP("Scenario", "a field of struct sockaddr, as in sin_port=htons(80)"),
    QT_TRANSLATE_NOOP("Scenario", "an IPv6 host in quotes"),
    QT_TRANSLATE_NOOP("Scenario", "'}': no address is longer than 128 bytes"),
    QT_TRANSLATE_NOOP("Scenario", "bytes in two hexadecimal digits each, then '}'"),
    QT_TRANSLATE_NOOP("Scenario", "a value of %1, or its bytes as in {01 00 00 00}"),
    QT_TRANSLATE_NOOP("Scenario", "a state of TCP, such as TCP_ESTABLISHED or TCP_LISTEN"),
    QT_TRANSLATE_NOOP("Scenario", "a time, such as 200ms or 2s"),
    QT_TRANSLATE_NOOP("Scenario", "waits of at most 300s in the whole scenario"),
    QT_TRANSLATE_NOOP("Scenario", "a question in quotes"),
    QT_TRANSLATE_NOOP("Scenario", "at least two answers in quotes"),
    QT_TRANSLATE_NOOP("Scenario", "a result: a number from -1 on"),
    QT_TRANSLATE_NOOP("Scenario", "the name of an errno, such as EPIPE"),
    QT_TRANSLATE_NOOP("Scenario", "a name of letters, digits and _ that means nothing else"),
    QT_TRANSLATE_NOOP("Scenario", "another name: it is declared already"),
    QT_TRANSLATE_NOOP("Scenario", "another name: that call has not returned yet"),
    QT_TRANSLATE_NOOP("Scenario", "an actor that was declared: actor %1"),
    QT_TRANSLATE_NOOP("Scenario", "a socket that an earlier line has opened"),
    QT_TRANSLATE_NOOP("Scenario", "a socket that an earlier line has opened: %1"),
    QT_TRANSLATE_NOOP("Scenario", "a socket that an earlier line has opened, or -1"),
    QT_TRANSLATE_NOOP("Scenario", "a socket that an earlier line has opened: %1, or -1"),
    QT_TRANSLATE_NOOP("Scenario", "an actor that is awake: %1 sleeps in %2() since line %3"),
    QT_TRANSLATE_NOOP("Scenario", "an actor that is awake: %1 sleeps in %2() since line %3; %4 returns wakes it"),
    QT_TRANSLATE_NOOP("Scenario", "the name of a call that blocks, as in: %1 = accept(listener) blocks"),
    QT_TRANSLATE_NOOP("Scenario", "the actor that made the call in line %1"),
    QT_TRANSLATE_NOOP("Scenario", "the line on which this call returns: its arguments stand there"),
    QT_TRANSLATE_NOOP("Scenario", "a line before this: %1 returns"),
    QT_TRANSLATE_NOOP("Scenario", "${tmp} or the name of a variable: let %1 = ..."),
    QT_TRANSLATE_NOOP("Scenario", "one string"),
    QT_TRANSLATE_NOOP("Scenario", "a text behind the word"),
    QT_TRANSLATE_NOOP("Scenario", "one such line in a scenario"),
    QT_TRANSLATE_NOOP("Scenario", "at most %1 bytes in a line"),
    QT_TRANSLATE_NOOP("Scenario", "at most %1 bytes in all buffers of a scenario"),
    QT_TRANSLATE_NOOP("Scenario", "at most %1 sockets in a scenario"),
    QT_TRANSLATE_NOOP("Scenario", "at most %1 steps"),
    QT_TRANSLATE_NOOP("Scenario", "an address: 127.0.0.1:80, [::1]:80, \"/path\" or \"@name\""),
    QT_TRANSLATE_NOOP("Scenario", "an address without a blank"),
    QT_TRANSLATE_NOOP("Scenario", "an address: 127.0.0.1:80, [::1]:80, \"/path\" or \"@name\""),
    QT_TRANSLATE_NOOP("Scenario", "a host before the port, as in 127.0.0.1:80"),
    QT_TRANSLATE_NOOP("Scenario", "a host in numbers, as in 127.0.0.1:80 (names are not looked up)"),
    QT_TRANSLATE_NOOP("Scenario", "a port behind the host, as in 127.0.0.1:80"),
    QT_TRANSLATE_NOOP("Scenario", "a port in decimal digits"),
    QT_TRANSLATE_NOOP("Scenario", "a port up to 65535"),
    QT_TRANSLATE_NOOP("Scenario", "a port without a leading zero"),
    QT_TRANSLATE_NOOP("Scenario", "brackets around an IPv6 host, as in [::1]:80"),
    QT_TRANSLATE_NOOP("Scenario", "']' behind the IPv6 host, as in [::1]:80"),
    QT_TRANSLATE_NOOP("Scenario", "a zone behind a link-local host, as in [fe80::1%eth0]:80"),
    QT_TRANSLATE_NOOP("Scenario", "a zone that is an interface of this machine"),
    QT_TRANSLATE_NOOP("Scenario", "a zone behind link-local hosts only"),
    QT_TRANSLATE_NOOP("Scenario", "a UNIX name of at most 107 bytes"),
    QT_TRANSLATE_NOOP("Scenario", "\\\\ or \\xNN behind a backslash"),
    QT_TRANSLATE_NOOP("Scenario", "a path without a NUL byte"),
    QT_TRANSLATE_NOOP("Scenario", "no failure"),
    QT_TRANSLATE_NOOP("Scenario", "%1, with %2"),
    QT_TRANSLATE_NOOP("Scenario", "%1, and what is written"),
    QT_TRANSLATE_NOOP("Scenario", "to sleep in the kernel"),
    QT_TRANSLATE_NOOP("Scenario", "it runs, or sleeps elsewhere"),
    QT_TRANSLATE_NOOP("Scenario", "to return when it is cancelled"),
    QT_TRANSLATE_NOOP("Scenario", "it still sleeps"),
    QT_TRANSLATE_NOOP("Scenario", "an address of %1"),
    QT_TRANSLATE_NOOP("Scenario", "an address of this machine"),
    QT_TRANSLATE_NOOP("Scenario", "it has none"),
    QT_TRANSLATE_NOOP("Scenario", "no open socket"),
    QT_TRANSLATE_NOOP("Scenario", "unknown"),
    QT_TRANSLATE_NOOP("Scenario", "a thread for the call"),
    QT_TRANSLATE_NOOP("Scenario", "a private folder for ${tmp}"),
    QT_TRANSLATE_NOOP("Scenario", "loopback addresses, paths in ${tmp} and abstract names only"),
    QT_TRANSLATE_NOOP("Scenario", "the end of the run within %1"),
    QT_TRANSLATE_NOOP("Scenario",
        "%1() of line %2 still sleeps in the kernel (a call that is meant to sleep is written with `blocks`)"),
    QT_TRANSLATE_NOOP("Scenario", "still on its way"),
};
// clang-format on

}

const char* untranslated(Say say)
{
    const auto index = static_cast<std::size_t>(say);
    return index < kPhrases.size() ? kPhrases[index] : nullptr;
}

QString phraseWords(const Phrase& phrase)
{
    const QString words = QCoreApplication::translate("Scenario", untranslated(phrase.say));
    return words::shown(filled(words.toStdString(), phrase));
}

QString problemWords(const QString& file, const model::scenario::Problem& problem)
{
    return QCoreApplication::translate("Scenario", "%1:%2:%3: found %4, expected %5")
        .arg(words::shown(file.toStdString()), QString::number(problem.line), QString::number(problem.column),
            phraseWords(problem.found), phraseWords(problem.expected)); // at once: a name may hold "%2"
}

QString breakable(const QString& text)
{
    constexpr QChar kNoWidth(0x200b);
    QString broken;
    qsizetype length = 0;
    for (const QChar letter : text) {
        length = letter.isSpace() ? 0 : length + 1;
        if (length > kLongWord && !letter.isLowSurrogate()) {
            broken += kNoWidth;
        }
        broken += letter;
    }
    return broken;
}

}
