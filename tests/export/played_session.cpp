#include "tests/export/played_session.h"

#include <QSignalSpy>
#include <array>

#include "model/export/export_run.h"
#include "model/scenario/library.h"
#include "model/scenario/parser.h"
#include "netcore/base/quoted.h"

using namespace model;
using namespace model::scenario;
using namespace std::chrono_literals;

PlayedSession::PlayedSession(std::string_view text)
{
    m_session.setTick(1ms);
    auto parsed = parse(text);
    if (!parsed.ok()) {
        const Problem& problem = parsed.problems.front();
        m_problem = problemText("", problem).substr(1);
        return;
    }
    m_runner = std::make_unique<Runner>(m_session, std::move(parsed.scenario));
    QSignalSpy finished(m_runner.get(), &Runner::finished);
    m_runner->start();
    while (finished.isEmpty() && finished.wait(90'000)) { }
    m_session.finish();
    m_passed = !finished.isEmpty() && m_runner->verdict() == Verdict::Passed;
    if (const auto& failure = m_runner->failure(); !m_passed && failure) {
        m_problem = std::to_string(failure->line) + ": " + failure->call + ": expected "
            + english(failure->expected) + ", got " + english(failure->real);
    }
}

std::string PlayedSession::builtInText(const QString& name)
{
    return builtIn(name).value_or(QByteArray()).toStdString();
}

std::string PlayedSession::exported(ExportFormat format, const ExportOptions& options) const
{
    const ExportSource source(m_session);
    std::string text;
    ExportRun run(makeExporter(format, source, options), source.store, [&](std::string_view bytes) {
        text += bytes;
        return 0;
    });
    return run.finish() == ExportRun::State::Done ? text : std::string();
}

std::string hostileScenario()
{
    std::string all;
    for (int byte = 0; byte < 256; ++byte) {
        all += static_cast<char>(byte);
    }
    const std::array<std::string, 8> payloads {all, "\xff\xfe\xc0\xaf\xed\xa0\x80",
        "</script><script>alert(1)</script><img src=x onerror=alert(1)>", "=cmd|' /C calc'!A0",
        "+1+1\t,\"\r\n", "@SUM(1)", std::string(64, '\0'), "*/ ?\?/ ?\?' \" \\ %s%n */"};
    std::string text = "socketpair(AF_UNIX, SOCK_STREAM, 0, [a, b]) = 0\n";
    for (const std::string& payload : payloads) {
        text += "send(a, " + netcore::quoted(payload) + ") = " + std::to_string(payload.size()) + '\n';
        text += "recv(b, 1000) = " + std::to_string(payload.size()) + '\n';
    }
    text += "setsockopt(a, SOL_SOCKET, SO_SNDBUF, 4194304) = 0\n";
    return text + "send(a, \"x\", 65536) = 65536\nrecv(b, 65536) = 65536\n";
}

void addHostileWords(Session& session)
{
    const netcore::ActorId actor = session.addActor(QStringLiteral("=<b>\"actor\"</b>&amp;"));
    for (const char* words : {"=HYPERLINK(\"http://x\")", "<script>alert('n')</script>", "-2+3",
             "a,\"b\"\r\nc", "*/ int main(void){} /*", "\xe2\x80\xae right to left"}) {
        session.note(QString::fromUtf8(words), netcore::kNoSocket, actor);
    }
}
