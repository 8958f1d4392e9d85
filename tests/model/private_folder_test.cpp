// The folder for our own UNIX sockets: nobody else's, and gone at the end.

#include <QDir>
#include <QFileInfo>
#include <QTest>
#include <sys/stat.h>

#include "model/private_folder.h"
#include "netcore/sys/address.h"
#include "tests/support/temporary_folder.h"

using model::PrivateFolder;
using namespace Qt::StringLiterals;

class PrivateFolderTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void folder_isOursAlone();
    void folder_isMadeOnlyWhenAsked();
    void folder_goesWithItsContent();
    void folder_inTheRuntimeFolder();
    void path_isFreeAndShort();
};

void PrivateFolderTest::folder_isOursAlone()
{
    PrivateFolder folder;
    const QString path = folder.path();
    struct stat found { };
    QCOMPARE(::lstat(path.toUtf8().constData(), &found), 0);
    QVERIFY(S_ISDIR(found.st_mode));
    QCOMPARE(found.st_mode & 07777U, 0700U);
    QCOMPARE(folder.path(), path); // the same one
    PrivateFolder other;
    QVERIFY(other.path() != path);
}

void PrivateFolderTest::folder_isMadeOnlyWhenAsked()
{
    const support::TemporaryFolder runtime;
    qputenv("XDG_RUNTIME_DIR", runtime.path().c_str());
    PrivateFolder folder;
    const QDir inside(QString::fromStdString(runtime.path()));
    QVERIFY(inside.isEmpty());
    folder.path();
    QVERIFY(!inside.isEmpty());
    qunsetenv("XDG_RUNTIME_DIR");
}

void PrivateFolderTest::folder_goesWithItsContent()
{
    QString path;
    {
        PrivateFolder folder;
        path = folder.path();
        support::writeFile(folder.freePath(u"left"_s).toStdString(), "behind");
        QVERIFY(QFileInfo::exists(path));
    }
    QVERIFY(!QFileInfo::exists(path));
}

void PrivateFolderTest::folder_inTheRuntimeFolder()
{
    const support::TemporaryFolder runtime;
    qputenv("XDG_RUNTIME_DIR", runtime.path().c_str());
    PrivateFolder folder;
    QVERIFY(folder.path().startsWith(QString::fromStdString(runtime.path()) + u'/'));
    qputenv("XDG_RUNTIME_DIR", "/nowhere/at/all");
    PrivateFolder other;
    QVERIFY(other.path().startsWith(QDir::tempPath() + u'/'));
    qunsetenv("XDG_RUNTIME_DIR");
}

void PrivateFolderTest::path_isFreeAndShort()
{
    PrivateFolder folder;
    const QString first = folder.freePath(u"echo"_s);
    QVERIFY(first.endsWith(u"/echo.sock"_s));
    QVERIFY(static_cast<std::size_t>(first.toUtf8().size()) <= netcore::kLongestUnixName);
    QCOMPARE(folder.freePath(u"echo"_s), first); // nobody has taken it
    support::writeFile(first.toStdString(), "taken");
    QVERIFY(folder.freePath(u"echo"_s).endsWith(u"/echo-2.sock"_s));
    support::writeFile(folder.freePath(u"echo"_s).toStdString(), "taken");
    QVERIFY(folder.freePath(u"echo"_s).endsWith(u"/echo-3.sock"_s));
}

QTEST_APPLESS_MAIN(PrivateFolderTest)
#include "private_folder_test.moc"
