#include "tests/arch/source_tree.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>

namespace arch {

using namespace Qt::StringLiterals;

namespace {

const QDir& root()
{
    static const QDir folder(QStringLiteral(SOCKSCOPE_SOURCE_DIR));
    return folder;
}

}

SourceFile sourceFile(const QString& path, const QString& text)
{
    SourceFile file {path, text.split(u'\n')};
    if (file.lines.last().isEmpty()) {
        file.lines.removeLast(); // behind the last line's end there is no line
    }
    return file;
}

std::vector<SourceFile> allSources()
{
    std::vector<SourceFile> files;
    for (const auto& layer : {u"netcore"_s, u"model"_s, u"ui"_s, u"app"_s, u"tests"_s}) {
        QDirIterator paths(root().filePath(layer), {u"*.h"_s, u"*.cpp"_s, u"*.def"_s}, QDir::Files,
            QDirIterator::Subdirectories);
        while (paths.hasNext()) {
            QFile file(paths.next());
            if (file.open(QIODevice::ReadOnly)) {
                files.push_back(
                    sourceFile(root().relativeFilePath(file.fileName()), QString::fromUtf8(file.readAll())));
            }
        }
    }
    return files;
}

std::vector<Include> includesOf(const SourceFile& file)
{
    static const QRegularExpression directive(uR"(^\s*#\s*include\s*([<"])([^>"]+)[>"])"_s);
    std::vector<Include> includes;
    int line = 0;
    for (const QString& text : file.lines) {
        ++line;
        if (const auto match = directive.match(text); match.hasMatch()) {
            includes.push_back({line, match.captured(2), match.captured(1) == u"<"_s});
        }
    }
    return includes;
}

bool existsInTree(const QString& path)
{
    return QFile::exists(root().filePath(path));
}

}
