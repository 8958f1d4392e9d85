// File > Export in the window: a form and a place are chosen, and the file is what the log has.

#include <QDir>
#include <QFile>
#include <QLineEdit>
#include <QPushButton>

#include "tests/ui/support/window_under_test.h"
#include "ui/log/log_view.h"

using namespace netcore;
using namespace Qt::StringLiterals;
using uitest::WindowUnderTest;

namespace {

QByteArray contentOf(const std::string& path)
{
    QFile file(QString::fromStdString(path));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("no file");
}

// Replaces what stands in the field, by keys.
void typePath(WindowUnderTest& window, const std::string& path)
{
    auto* field = window.find<QLineEdit>(u"exportPath"_s);
    QVERIFY(field != nullptr);
    field->setFocus();
    QTest::keyClick(field, Qt::Key_A, Qt::ControlModifier);
    QTest::keyClicks(field, QString::fromStdString(path));
    QCOMPARE(field->text(), QString::fromStdString(path));
}

void exportTo(WindowUnderTest& window, const std::string& path)
{
    typePath(window, path);
    window.click(u"exportStart"_s);
    EVENTUALLY(window.textOf(u"exportWords"_s).startsWith(u"Written: "_s));
}

}

class ExportWindowTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void table_ofAllRows();
    void selectedRows_only();
    void payload_canBeLeftOut();
    void suffix_followsTheForm();
    void problem_isTold_andNothingHarmed();
    void escape_closes();
    void long_canBeCancelled();
};

void ExportWindowTest::table_ofAllRows()
{
    const support::TemporaryFolder folder;
    WindowUnderTest window;
    window.newSocket(u"IPv4"_s, u"stream"_s);
    window.choose(u"actionExport"_s);
    window.click(u"exportAs-csv"_s);
    exportTo(window, folder.file("log.csv"));
    const QByteArray table = contentOf(folder.file("log.csv"));
    QVERIFY2(table.startsWith("row,kind,") && table.contains("\"socket\""), table.constData());
    QCOMPARE(support::kindAndMode(folder.file("log.csv")), std::string("file 0600"));
    QVERIFY(window.isSeen(u"exportFolder"_s));
}

void ExportWindowTest::selectedRows_only()
{
    const support::TemporaryFolder folder;
    WindowUnderTest window;
    const SocketId first = window.newSocket(u"IPv4"_s, u"stream"_s);
    window.newSocket(u"IPv6"_s, u"stream"_s);
    window.newSocket(u"UNIX"_s, u"stream"_s);
    EVENTUALLY(window.rows().size() >= 3);
    QVERIFY(window.session().post(calls::listen(5), first).ok());
    EVENTUALLY(window.lastCall(first).startsWith(u"listen"_s));
    window.log().selectRowsOf(first);
    window.choose(u"actionExport"_s);
    window.click(u"exportSelectedRows"_s);
    exportTo(window, folder.file("log.txt"));
    const QByteArray text = contentOf(folder.file("log.txt"));
    QVERIFY2(text.contains("listen(") && !text.contains("AF_UNIX"), text.constData());
}

void ExportWindowTest::payload_canBeLeftOut()
{
    const support::TemporaryFolder folder;
    WindowUnderTest window;
    const SocketId socket = window.newSocket(u"IPv4"_s, u"datagram"_s);
    QVERIFY(window.session().post(calls::send("a secret"), socket).ok());
    EVENTUALLY(window.lastCall(socket).startsWith(u"send"_s));
    window.choose(u"actionExport"_s);
    window.click(u"exportPayload"_s);
    exportTo(window, folder.file("log.txt"));
    const QByteArray text = contentOf(folder.file("log.txt"));
    QVERIFY2(text.contains("send(") && !text.contains("secret"), text.constData());
}

void ExportWindowTest::suffix_followsTheForm()
{
    WindowUnderTest window;
    window.choose(u"actionExport"_s);
    EVENTUALLY(window.textOf(u"exportPath"_s).endsWith(u"/session.txt"_s));
    window.click(u"exportAs-html"_s);
    QVERIFY(window.textOf(u"exportPath"_s).endsWith(u"/session.html"_s));
    typePath(window, "/tmp/mine.html");
    window.click(u"exportAs-c"_s);
    QCOMPARE(window.textOf(u"exportPath"_s), u"/tmp/mine.c"_s);
    typePath(window, "/tmp/other.name");
    window.click(u"exportAs-csv"_s);
    QCOMPARE(window.textOf(u"exportPath"_s), u"/tmp/other.name"_s);
}

void ExportWindowTest::problem_isTold_andNothingHarmed()
{
    const support::TemporaryFolder folder;
    WindowUnderTest window;
    window.newSocket(u"IPv4"_s, u"stream"_s);
    window.choose(u"actionExport"_s);
    typePath(window, folder.path());
    window.click(u"exportStart"_s);
    EVENTUALLY(window.textOf(u"exportWords"_s).contains(u"no regular file"_s));
    typePath(window, folder.file("no/such/folder"));
    window.click(u"exportStart"_s);
    EVENTUALLY(window.textOf(u"exportWords"_s).contains(u"ENOENT"_s));
    QCOMPARE(support::kindAndMode(folder.file("no")), std::string("none"));
    exportTo(window, folder.file("good")); // and the dialog is as good as before
}

void ExportWindowTest::escape_closes()
{
    WindowUnderTest window;
    window.choose(u"actionExport"_s);
    QWidget* dialog = window.widget(u"exportDialog"_s);
    QVERIFY(dialog != nullptr);
    QTest::keyClick(dialog, Qt::Key_Escape);
    EVENTUALLY(!window.isSeen(u"exportDialog"_s));
}

void ExportWindowTest::long_canBeCancelled()
{
    const support::TemporaryFolder folder;
    support::writeFile(folder.file("log.html"), "what was there");
    WindowUnderTest window;
    for (int i = 0; i < 60'000; ++i) {
        window.session().note(u"a remark that is long enough to make an export take its time"_s);
        if (i % 1'000 == 0) {
            window.session().drain(); // its room is that of a tick
        }
    }
    EVENTUALLY(window.session().told() >= 60'000);
    window.choose(u"actionExport"_s);
    window.click(u"exportAs-html"_s);
    typePath(window, folder.file("log.html"));
    window.click(u"exportStart"_s);
    auto* close = window.find<QPushButton>(u"exportClose"_s);
    QVERIFY(close != nullptr);
    QCOMPARE(close->text(), u"Cancel"_s);
    QTest::mouseClick(close, Qt::LeftButton);
    EVENTUALLY(window.textOf(u"exportWords"_s).startsWith(u"Cancelled"_s));
    QCOMPARE(contentOf(folder.file("log.html")), QByteArray("what was there"));
    const QStringList left = QDir(QString::fromStdString(folder.path()))
                                 .entryList(QDir::Files | QDir::Hidden | QDir::NoDotAndDotDot);
    QCOMPARE(left, QStringList {u"log.html"_s});
}

QTEST_MAIN(ExportWindowTest)
#include "export_test.moc"
