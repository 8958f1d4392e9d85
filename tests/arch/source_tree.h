// The project's own source files, as text.
#pragma once

#include <QString>
#include <QStringList>
#include <vector>

namespace arch {

struct SourceFile {
    QString path; // from the root: "netcore/sys/address.h"
    QStringList lines;

    QString layer() const { return path.section(u'/', 0, 0); }
    bool isHeader() const { return path.endsWith(QLatin1String(".h")); }
};

struct Include {
    int line = 0; // from 1
    QString name;
    bool angled = false; // <...>: the system's
};

SourceFile sourceFile(const QString& path, const QString& text);
std::vector<SourceFile> allSources(); // of netcore, model, ui, app and tests
std::vector<Include> includesOf(const SourceFile& file);
bool existsInTree(const QString& path);

}
