#include "app/cli/command.h"

#include <algorithm>
#include <array>

#include "app/cli/exit_codes.h"
#include "app/cli/output.h"

namespace cli {

namespace {

constexpr std::array kCommands {
    Command {"run", "FILE|NAME", "run a scenario: a file, or a built-in one by its name",
        "    --log FILE|-           write every event as it happens; - is the standard output\n"
        "    --format text|jsonl    how (default: text on a terminal, jsonl to a file)\n"
        "    --save FILE.sockscope  keep the session: the window opens it, and `log`\n"
        "    --var NAME=VALUE       a value instead of the one that `let` gives; may be repeated\n"
        "    --timeout 60s          for the whole run\n"
        "    --seed N               for whatever is left to chance\n"
        "    --allow-remote         let it reach beyond this machine\n"
        "    --junit FILE           write the result for a build server\n",
        run},
    Command {
        "scenarios", "", "list the built-in scenarios", "    --json                 as JSON\n", scenarios},
    Command {"check", "FILE|NAME", "read a scenario and say what it will do, without doing it",
        "    --var NAME=VALUE       a value instead of the one that `let` gives; may be repeated\n", check},
    Command {"log", "FILE.sockscope", "write a saved session in another form",
        "    --to FORMAT            text, jsonl, csv, html, c, scn, pcapng, svg (default: by the file's "
        "name, or "
        "text)\n"
        "    --out FILE|-           where to (default: the standard output); old or new, never half\n"
        "    --filter EXPR          only the rows that it leaves: socket == 3 and errno == EAGAIN\n"
        "    --no-payload           without the bytes that the calls moved\n",
        log},
    Command {"bench", "[NAME...]", "measure this machine: ours and what it is held against, in one run",
        "    --json                 one JSON object a line\n"
        "    --rounds N             how often each is measured (default 5)\n"
        "    --quick                tiny sizes: only shows that everything runs\n",
        bench},
};

constexpr const char* kCommonOptions = "    -h, --help             this text\n"
                                       "    -v, --version          the version\n";

const Command* find(const QString& name)
{
    const auto found = std::ranges::find_if(
        kCommands, [&](const Command& command) { return name == QLatin1String(command.name); });
    return found == kCommands.end() ? nullptr : found;
}

QByteArray usageOf(const Command& command)
{
    const char* blank = command.arguments[0] == '\0' ? "" : " ";
    return QByteArray("sockscope-cli ") + command.name + blank + command.arguments + " [options]";
}

QByteArray helpText()
{
    QByteArray text
        = "Sockets, seen and touched: every call is a real system call, every line of the log is what was\n"
          "really asked and answered.\n\nUsage: sockscope-cli COMMAND [options]\n\n";
    for (const Command& command : kCommands) {
        text += QByteArray("  ") + (QByteArray(command.name) + ' ' + command.arguments).leftJustified(21)
            + "  " + command.summary + '\n' + command.options + '\n';
    }
    return text + "Everywhere:\n" + kCommonOptions
        + "\nA first look: sockscope-cli run tcp-echo\n"
          "Exit codes: 0 done, 1 an expectation failed, 2 wrong usage, 65 bad input, 66 no such input,\n"
          "69 not available here, "
          "73 cannot write, 77 not permitted, 124 timed out.\n";
}

QByteArray versionText()
{
    return QByteArray("sockscope-cli " SOCKSCOPE_VERSION "\n");
}

}

std::span<const Command> commands()
{
    return kCommands;
}

std::optional<int> readLine(QCommandLineParser& parser, const char* command, const QStringList& arguments)
{
    const QCommandLineOption help(QStringList {QStringLiteral("h"), QStringLiteral("help")});
    const QCommandLineOption version(QStringList {QStringLiteral("v"), QStringLiteral("version")});
    parser.addOption(help);
    parser.addOption(version);
    // parse(), not process(): that one prints to where it likes and exits by 1.
    const bool good = parser.parse(QStringList(QString()) + arguments);
    if (good && parser.isSet(help)) {
        const Command& own = *find(QLatin1String(command));
        return printed(
            "Usage: " + usageOf(own) + "\n\n" + own.summary + "\n\n" + own.options + kCommonOptions);
    }
    if (good && parser.isSet(version)) {
        return printed(versionText());
    }
    return good ? std::nullopt : std::optional(wrongUsage(command, parser.errorText()));
}

int wrongUsage(const char* command, const QString& message)
{
    const Command* own = command == nullptr ? nullptr : find(QLatin1String(command));
    say(message);
    say(QStringLiteral("Usage: ")
        + QString::fromUtf8(own == nullptr
                ? QByteArray("sockscope-cli COMMAND [options]; see sockscope-cli --help")
                : usageOf(*own)));
    return kWrongUsage;
}

int main(const QStringList& arguments)
{
    QStringList rest = arguments.mid(1);
    const bool optionsEnd = !rest.isEmpty() && rest.first() == QLatin1String("--");
    if (optionsEnd) {
        rest.removeFirst();
    }
    if (rest.isEmpty()) {
        return wrongUsage(nullptr, QStringLiteral("Which command?"));
    }
    const QString name = rest.takeFirst();
    if (const Command* command = find(name)) {
        return command->run(rest);
    }
    if (!optionsEnd && (name == QLatin1String("-h") || name == QLatin1String("--help"))) {
        return printed(helpText());
    }
    if (!optionsEnd && (name == QLatin1String("-v") || name == QLatin1String("--version"))) {
        return printed(versionText());
    }
    return wrongUsage(nullptr, QStringLiteral("There is no command '%1'.").arg(name));
}

}
