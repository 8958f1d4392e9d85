#include "app/cli/execution.h"

#include <QCoreApplication>
#include <QFile>
#include <algorithm>
#include <cstring>
#include <sys/stat.h>
#include <vector>

#include "app/cli/exit_codes.h"
#include "app/cli/junit.h"
#include "app/cli/output.h"
#include "app/cli/signals.h"
#include "model/export/event_writer.h"
#include "model/export/export_source.h"
#include "model/export/utf8.h"

namespace cli {

using namespace model::scenario;

namespace {

// A terminal that waits for each answer should not wait for a frame.
constexpr std::chrono::milliseconds kTick {1};

struct Sink {
    Output output;
    std::unique_ptr<model::EventWriter> writer;
    QString name;
};

class Execution {
public:
    Execution(Scenario scenario, const RunRequest& request)
        : m_request(request), m_runner(m_session, std::move(scenario), request.options)
    {
        m_session.setTick(kTick);
    }

    int run()
    {
        if (!openSinks()) {
            return kCannotWrite;
        }
        SignalWatch signals;
        QObject::connect(&signals, &SignalWatch::arrived, &m_runner, &Runner::stop);
        QObject::connect(&m_session, &model::Session::appended, &m_runner,
            [this](quint64 first, quint64 count) { write(first, count); });
        QObject::connect(&m_runner, &Runner::finished, QCoreApplication::instance(), &QCoreApplication::quit,
            Qt::QueuedConnection);
        m_runner.start();
        QCoreApplication::exec();
        m_session.finish();
        tellResult();
        const int code = exitCode(signals.number());
        const bool reported = m_report ? m_report->write(junitReport(m_runner)) : true;
        const bool saved = save();
        return code == kDone && !(reported && saved) ? int {kCannotWrite} : code;
    }

private:
    // The run is shown on the standard output, unless that carries the log in another form.
    bool openSinks()
    {
        if (const QString refused = problemOfSaving(); !refused.isEmpty()) {
            say(refused);
            return false;
        }
        const bool logsToOutput = m_request.log == QLatin1String("-");
        Output standard = Output::standard();
        const bool jsonl = logsToOutput && m_request.jsonl.value_or(!standard.isTerminal());
        addSink(std::move(standard), jsonl, QStringLiteral("standard output"));
        QString problem;
        if (!m_request.log.isEmpty() && !logsToOutput) {
            auto file = Output::file(m_request.log, problem);
            if (file) {
                addSink(std::move(*file), m_request.jsonl.value_or(true), m_request.log);
            }
        }
        if (problem.isEmpty() && !m_request.junit.isEmpty()) {
            m_report = Output::file(m_request.junit, problem);
        }
        if (!problem.isEmpty()) {
            say(problem);
        }
        return problem.isEmpty();
    }

    // A run is not made in vain: what nothing can be written to is seen before it.
    QString problemOfSaving() const
    {
        struct stat found { };
        const bool isThere = ::lstat(QFile::encodeName(m_request.save).constData(), &found) == 0;
        return !m_request.save.isEmpty() && isThere && !S_ISREG(found.st_mode)
            ? m_request.save + QStringLiteral(": is not a regular file, so it is left alone")
            : QString();
    }

    bool save()
    {
        if (m_request.save.isEmpty()) {
            return true;
        }
        const auto problem = m_session.save(QFile::encodeName(m_request.save).toStdString());
        if (problem) {
            say(m_request.save + QStringLiteral(": ")
                + (problem->what == model::FileTrouble::NotRegular
                        ? QStringLiteral("is not a regular file, so it is left alone")
                        : QString::fromLocal8Bit(::strerrordesc_np(problem->error))));
        }
        return !problem;
    }

    void addSink(Output output, bool jsonl, const QString& name)
    {
        if (jsonl) {
            m_sinks.push_back({std::move(output), std::make_unique<model::JsonLinesWriter>(), name});
            return;
        }
        const bool terminal = output.isTerminal();
        model::TextStyle style;
        style.colours = terminal && wantsColours(1);
        style.shortAddresses = terminal;
        style.explainErrors = terminal;
        style.width = terminal ? terminalWidth() : style.width;
        for (const std::string& actor : m_runner.scenario().actors) {
            style.actorWidth = std::max(style.actorWidth, model::charactersIn(actor));
        }
        auto writer = std::make_unique<model::TextWriter>(style);
        const std::string opening = heading(*writer);
        m_sinks.push_back({std::move(output), std::move(writer), name});
        m_sinks.back().output.write(opening);
    }

    std::string heading(const model::TextWriter& writer) const
    {
        const Scenario& scenario = m_runner.scenario();
        std::string text;
        if (!scenario.title.empty()) {
            text += writer.paragraph(scenario.title, "#", "\033[1m");
        }
        if (!scenario.about.empty()) {
            text += writer.paragraph(scenario.about, "#");
        }
        return scenario.references.empty()
            ? text
            : text + writer.paragraph("See " + scenario.references, "#", "\033[2m");
    }

    void write(quint64 first, quint64 count)
    {
        const model::ExportSource log(m_session);
        for (Sink& sink : m_sinks) {
            std::string text;
            for (model::Row row = first; row < first + count; ++row) {
                text += sink.writer->lines(log, row);
            }
            if (!sink.output.write(text)) {
                m_runner.stop();
            }
        }
    }

    void tellResult() const
    {
        const Verdict verdict = m_runner.verdict();
        const QString name = QString::fromStdString(m_runner.scenario().file);
        for (const Sink& sink : m_sinks) {
            if (sink.output.error() != 0) {
                say(sink.name + QStringLiteral(": ")
                    + QString::fromLocal8Bit(::strerrordesc_np(sink.output.error())));
            }
        }
        if (verdict == Verdict::Passed) {
            say(QStringLiteral("%1: passed, %2 steps in %3")
                    .arg(name)
                    .arg(m_runner.stepsDone())
                    .arg(QString::fromStdString(durationText(m_runner.took()))));
        } else if (const auto& failure = m_runner.failure()) {
            const QString line = failure->line > 0 ? QStringLiteral(":%1").arg(failure->line) : QString();
            say(name + line + QStringLiteral(": ") + QString::fromStdString(failure->call));
            say(QStringLiteral("    expected  ") + QString::fromStdString(english(failure->expected)));
            say(QStringLiteral("    got       ") + QString::fromStdString(english(failure->real)));
        }
        if (verdict == Verdict::NotPermitted) {
            say(QStringLiteral(
                "    --allow-remote lets it; sockscope-cli check shows all that it would reach"));
        } else if (verdict == Verdict::Stopped) {
            say(name + QStringLiteral(": stopped"));
        }
    }

    int exitCode(int signal) const
    {
        if (std::ranges::any_of(m_sinks, [](const Sink& sink) { return sink.output.error() != 0; })) {
            return kCannotWrite;
        }
        switch (m_runner.verdict()) {
        case Verdict::Passed:
            return kDone;
        case Verdict::Failed:
        case Verdict::Broken:
            return kFailed;
        case Verdict::TimedOut:
            return kTimedOut;
        case Verdict::NotPermitted:
            return kNotPermitted;
        case Verdict::Stopped:
            break;
        }
        return kSignalled + signal;
    }

    RunRequest m_request;
    model::Session m_session;
    Runner m_runner;
    std::vector<Sink> m_sinks;
    std::optional<Output> m_report;
};

}

int execute(Scenario scenario, const RunRequest& request)
{
    return Execution(std::move(scenario), request).run();
}

}
