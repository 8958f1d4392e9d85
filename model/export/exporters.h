// The exporters that have a file of their own.
#pragma once

#include "model/export/exporter.h"

namespace model {

std::unique_ptr<Exporter> makeCsvExporter(const ExportSource& source, const ExportOptions& options);
std::unique_ptr<Exporter> makeHtmlExporter(const ExportSource& source, const ExportOptions& options);
std::unique_ptr<Exporter> makeCExporter(const ExportSource& source, const ExportOptions& options);
std::unique_ptr<Exporter> makePcapngExporter(const ExportSource& source, const ExportOptions& options);
std::unique_ptr<Exporter> makeScenarioExporter(const ExportSource& source, const ExportOptions& options);
std::unique_ptr<Exporter> makeSvgExporter(const ExportSource& source, const ExportOptions& options);

}
