#include "app/cli/junit.h"

#include <QByteArray>
#include <QXmlStreamWriter>

#include "model/export/utf8.h"

namespace cli {

using namespace model::scenario;

namespace {

// Control characters are not allowed in XML at all.
QString shown(const std::string& text)
{
    return QString::fromStdString(model::displayable(text));
}

void writeCase(QXmlStreamWriter& xml, const Runner& runner, std::size_t index)
{
    const Step& step = runner.scenario().steps[index];
    xml.writeStartElement(QStringLiteral("testcase"));
    xml.writeAttribute(QStringLiteral("classname"), shown(runner.scenario().file));
    xml.writeAttribute(QStringLiteral("name"), QStringLiteral("%1: %2").arg(step.line).arg(shown(step.text)));
    if (index == runner.stepsDone() && runner.failure()) {
        const Failure& failure = *runner.failure();
        xml.writeStartElement(QStringLiteral("failure"));
        xml.writeAttribute(QStringLiteral("message"),
            shown("expected " + english(failure.expected) + ", got " + english(failure.real)));
        xml.writeEndElement();
    } else if (index >= runner.stepsDone()) {
        xml.writeEmptyElement(QStringLiteral("skipped"));
    }
    xml.writeEndElement();
}

}

std::string junitReport(const Runner& runner)
{
    const std::size_t steps = runner.scenario().steps.size();
    const std::size_t left = steps - runner.stepsDone();
    const std::size_t failures = runner.failure() ? 1 : 0;
    QString text;
    QXmlStreamWriter xml(&text);
    xml.setAutoFormatting(true);
    xml.writeStartDocument();
    xml.writeStartElement(QStringLiteral("testsuite"));
    xml.writeAttribute(QStringLiteral("name"), shown(runner.scenario().file));
    xml.writeAttribute(QStringLiteral("tests"), QString::number(steps));
    xml.writeAttribute(QStringLiteral("failures"), QString::number(failures));
    xml.writeAttribute(QStringLiteral("skipped"), QString::number(left - std::min(left, failures)));
    xml.writeAttribute(QStringLiteral("time"),
        QString::number(std::chrono::duration<double>(runner.took()).count(), 'f', 6));
    for (std::size_t index = 0; index < steps; ++index) {
        writeCase(xml, runner, index);
    }
    xml.writeEndDocument();
    return text.toStdString();
}

}
