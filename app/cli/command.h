// The subcommands: a row of the table each, a function each.
#pragma once

#include <QCommandLineParser>
#include <QStringList>
#include <span>

namespace cli {

struct Command {
    const char* name;
    const char* arguments; // as the help shows them
    const char* summary;
    const char* options; // the rest of its help; may be empty
    int (*run)(const QStringList& arguments); // without the program's and the command's name
};
std::span<const Command> commands();

// The whole program: finds the command and runs it.
int main(const QStringList& arguments);

// Reads a command's own line: adds --help and --version, tells what is wrong with it. Nothing: go on.
std::optional<int> readLine(QCommandLineParser& parser, const char* command, const QStringList& arguments);
int wrongUsage(const char* command, const QString& message);

int run(const QStringList& arguments);
int scenarios(const QStringList& arguments);
int check(const QStringList& arguments);
int log(const QStringList& arguments);
int bench(const QStringList& arguments);

}
