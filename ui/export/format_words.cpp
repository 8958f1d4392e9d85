#include "ui/export/format_words.h"

#include <QCoreApplication>

#include "ui/files/file_words.h"

namespace ui {

using model::ExportFormat;

namespace {

QString tr(const char* text)
{
    return QCoreApplication::translate("Export", text);
}

}

QString formatName(ExportFormat format)
{
    switch (format) {
    case ExportFormat::Text:
        return tr("Text");
    case ExportFormat::JsonLines:
        return tr("JSON Lines");
    case ExportFormat::Csv:
        return tr("CSV table");
    case ExportFormat::Html:
        return tr("Web page");
    case ExportFormat::C:
        return tr("C program");
    case ExportFormat::Scenario:
        return tr("Scenario");
    case ExportFormat::Svg:
        return tr("Picture");
    case ExportFormat::Pcapng:
        break;
    }
    return tr("Packet capture");
}

QString formatSentence(ExportFormat format)
{
    switch (format) {
    case ExportFormat::Text:
        return tr("A line a call, as strace writes it.");
    case ExportFormat::JsonLines:
        return tr("An object a line with every field, for programs.");
    case ExportFormat::Csv:
        return tr("For spreadsheets. No text in it becomes a formula.");
    case ExportFormat::Html:
        return tr("One page to read, send and print, without scripts.");
    case ExportFormat::C:
        return tr("Makes the same calls, and compares what comes back.");
    case ExportFormat::Scenario:
        return tr("Plays the session again, here or by sockscope-cli.");
    case ExportFormat::Svg:
        return tr("A sequence diagram as SVG, for slides.");
    case ExportFormat::Pcapng:
        break;
    }
    return tr("For Wireshark: real bytes, and made-up headers around them.");
}

QString fileTroubleText(const model::FileProblem& problem)
{
    return problem.what == model::FileTrouble::NotRegular
        ? tr("There is something at this place that is no regular file: it is left alone.")
        : words::reasonOf(problem.error);
}

}
