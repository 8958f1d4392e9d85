// sockscope-cli log

#include <QEventLoop>
#include <QFileInfo>
#include <QTimer>
#include <algorithm>
#include <cerrno>
#include <cstring>

#include "app/cli/command.h"
#include "app/cli/exit_codes.h"
#include "app/cli/export_output.h"
#include "app/cli/output.h"
#include "app/cli/signals.h"
#include "model/export/export_run.h"
#include "model/export/utf8.h"
#include "model/filter/filtered_rows.h"
#include "model/filter/parser.h"
#include "model/session.h"

namespace cli {

namespace {

using namespace model;

constexpr int kLookMs = 5; // how often the filter's worker is asked

struct LogRequest {
    QString file;
    std::optional<filter::Node> filter;
    ExportFormat format = ExportFormat::Text;
    QString out; // empty, "-": the standard output
    bool payload = true;
};

QString formatNames()
{
    QStringList names;
    for (const ExportFormatRow& row : exportFormats()) {
        names += QLatin1String(row.word.data(), static_cast<qsizetype>(row.word.size()));
    }
    return names.join(QStringLiteral(", "));
}

// By --to, or the suffix of the file; text otherwise. What is wrong with it is told.
QString readFormat(const QCommandLineParser& parser, LogRequest& request)
{
    const QString word = parser.value(QStringLiteral("to"));
    if (!word.isEmpty()) {
        const auto format = exportFormatNamed(word.toStdString());
        request.format = format.value_or(ExportFormat::Text);
        return format ? QString() : QStringLiteral("--to %1: one of %2").arg(word, formatNames());
    }
    const std::string suffix = QFileInfo(request.out).suffix().toStdString();
    const auto known = std::ranges::find(exportFormats(), suffix, &ExportFormatRow::suffix);
    request.format = known == exportFormats().end() ? ExportFormat::Text : known->format;
    return {};
}

// The filter with a mark below the place that is meant.
QString readFilter(const QString& text, LogRequest& request)
{
    const QByteArray bytes = text.toUtf8();
    auto read = filter::parse({bytes.constData(), static_cast<std::size_t>(bytes.size())});
    if (read.ok()) {
        request.filter = std::move(read.value());
        return {};
    }
    const filter::Problem& problem = read.problem();
    const auto before = QString::fromUtf8(bytes.left(static_cast<qsizetype>(problem.column))).size();
    const QString remedy = QString::fromStdString(problem.remedy);
    return QStringLiteral("--filter, column %1: %2%3")
        .arg(before + 1)
        .arg(QString::fromStdString(problem.what),
            remedy.isEmpty() ? QString() : QStringLiteral("; ") + remedy);
}

int codeOf(const FileProblem& problem)
{
    return problem.what == FileTrouble::System ? kNoInput : kBadInput;
}

QString wordsFor(const FileProblem& problem)
{
    switch (problem.what) {
    case FileTrouble::System:
        return QString::fromLocal8Bit(::strerrordesc_np(problem.error));
    case FileTrouble::NotRegular:
        return QStringLiteral("is not a regular file");
    case FileTrouble::NotASession:
        return QStringLiteral("is no session of Sockscope");
    case FileTrouble::Newer:
        return QStringLiteral("was made by a newer Sockscope, whose files this one can't read");
    case FileTrouble::Cancelled:
        break;
    }
    return QStringLiteral("was cancelled");
}

class LogCommand {
public:
    explicit LogCommand(LogRequest request) : m_request(std::move(request)) { }

    int run()
    {
        auto opened = Session::open(m_request.file.toStdString());
        if (!opened.ok()) {
            say(m_request.file + QStringLiteral(": ") + wordsFor(opened.problem()));
            return codeOf(opened.problem());
        }
        m_session = std::move(opened.value());
        wait([this] { return m_session->isRead(); });
        const int damaged = tellDamage();
        if (m_request.filter) {
            findRows();
        }
        const int code = signalArrived() ? kSignalled + m_signals.number() : write();
        return code == kDone ? damaged : code;
    }

private:
    // A crash leaves a torn end: that is no fault of the file's.
    int tellDamage() const
    {
        const auto damage = m_session->store().damage();
        if (!damage) {
            return kDone;
        }
        const QString lost = damage->rowsLost == 0 ? QStringLiteral("what follows")
                                                   : QStringLiteral("%1 events").arg(damage->rowsLost);
        const bool torn = damage->kind == DamageKind::Torn;
        say(m_request.file
            + (torn ? QStringLiteral(": ends as after a crash: %1 could not be read")
                    : QStringLiteral(": is damaged: %1 could not be read"))
                  .arg(lost));
        return torn ? kDone : kBadInput;
    }

    template<typename Holds> void wait(Holds holds)
    {
        QEventLoop loop;
        QTimer timer;
        QObject::connect(&timer, &QTimer::timeout, &loop, [&] {
            if (holds() || signalArrived()) {
                loop.quit();
            }
        });
        timer.start(kLookMs);
        if (!holds()) {
            loop.exec();
        }
    }

    void findRows()
    {
        const ExportSource source(*m_session);
        filter::FactsKeeper keeper(m_session->startTime());
        keeper.takeAllSockets(m_session->graph());
        std::vector<std::string> actors {std::string()};
        actors.insert(actors.end(), source.actors.begin(), source.actors.end());
        keeper.setActors(std::move(actors));
        m_rows = std::make_unique<filter::FilteredRows>(
            m_session->store(), std::move(*m_request.filter), keeper.facts());
        m_rows->extend(m_session->store().size());
        wait([this] {
            m_rows->take();
            return m_rows->isComplete() && m_rows->looked() == m_session->store().size();
        });
    }

    int write()
    {
        QString problem;
        auto output = ExportOutput::open(m_request.out, problem);
        if (!output) {
            say(problem);
            return kCannotWrite;
        }
        if (m_request.format == ExportFormat::Pcapng && output->isTerminal()) {
            say(QStringLiteral("A capture is no text for a terminal: --out FILE, or a pipe"));
            return kWrongUsage;
        }
        const ExportSource source(*m_session);
        ExportOptions options;
        options.payload = m_request.payload;
        options.title = QFileInfo(m_request.file).completeBaseName().toStdString();
        options.text = textStyle(source, output->isTerminal());
        const auto sink = [&](std::string_view bytes) { return output->write(bytes); };
        auto exporter = makeExporter(m_request.format, source, options);
        ExportRun run = m_rows ? ExportRun(std::move(exporter), *m_rows, sink)
                               : ExportRun(std::move(exporter), source.store, sink);
        run.finish([&] { return signalArrived() || output->isClosed(); });
        if (signalArrived()) {
            return kSignalled + m_signals.number();
        }
        const int error = run.error() != 0 ? run.error() : output->finish();
        if (error != 0) {
            const QString name = m_request.out.isEmpty() ? QStringLiteral("standard output") : m_request.out;
            say(name + QStringLiteral(": ") + QString::fromLocal8Bit(::strerrordesc_np(error)));
            return kCannotWrite;
        }
        return kDone;
    }

    static TextStyle textStyle(const ExportSource& source, bool terminal)
    {
        TextStyle style;
        style.colours = terminal && wantsColours(1);
        style.shortAddresses = terminal;
        style.explainErrors = terminal;
        style.width = terminal ? terminalWidth() : style.width;
        for (const std::string& actor : source.actors) {
            style.actorWidth = std::max(style.actorWidth, charactersIn(actor));
        }
        return style;
    }

    LogRequest m_request;
    SignalWatch m_signals;
    std::unique_ptr<Session> m_session;
    std::unique_ptr<filter::FilteredRows> m_rows;
};

}

int log(const QStringList& arguments)
{
    QCommandLineParser parser;
    for (const char* name : {"filter", "to", "out"}) {
        parser.addOption(QCommandLineOption(QLatin1String(name), {}, QStringLiteral("value")));
    }
    parser.addOption(QCommandLineOption(QStringLiteral("no-payload")));
    if (const auto code = readLine(parser, "log", arguments)) {
        return *code;
    }
    if (parser.positionalArguments().size() != 1) {
        return wrongUsage("log", QStringLiteral("One session, please."));
    }
    LogRequest request;
    request.file = parser.positionalArguments().constFirst();
    request.out = parser.value(QStringLiteral("out"));
    request.payload = !parser.isSet(QStringLiteral("no-payload"));
    if (const QString problem = readFormat(parser, request); !problem.isEmpty()) {
        return wrongUsage("log", problem);
    }
    const QString text = parser.value(QStringLiteral("filter"));
    const QString problem = parser.isSet(QStringLiteral("filter")) ? readFilter(text, request) : QString();
    return problem.isEmpty() ? LogCommand(std::move(request)).run() : wrongUsage("log", problem);
}

}
