#include "model/private_folder.h"

#include <QDir>
#include <QFileInfo>

namespace model {

QString PrivateFolder::path()
{
    if (!m_folder) {
        // Short: the whole path must fit into the 107 bytes of sun_path. Only a runtime folder that the
        // system has really given us will do (QStandardPaths would invent a predictable one in /tmp).
        const QString runtime = qEnvironmentVariable("XDG_RUNTIME_DIR");
        const QString base = QFileInfo(runtime).isWritable() ? runtime : QDir::tempPath();
        m_folder
            = std::make_unique<QTemporaryDir>(base + QStringLiteral("/sockscope-XXXXXX")); // mkdtemp(3): 0700
    }
    return m_folder->isValid() ? m_folder->path() : QString();
}

QString PrivateFolder::freePath(const QString& name)
{
    const QDir folder(path());
    QString candidate = folder.filePath(name + QStringLiteral(".sock"));
    for (int number = 2; QFileInfo::exists(candidate); ++number) {
        candidate = folder.filePath(QStringLiteral("%1-%2.sock").arg(name).arg(number));
    }
    return candidate;
}

}
