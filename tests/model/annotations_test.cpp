// Marks and comments on rows, and what a file keeps of them.

#include <QSignalSpy>
#include <QTest>

#include "model/annotations.h"

using namespace model;
using namespace Qt::StringLiterals;

namespace {

std::span<const std::byte> bytesOf(const QByteArray& record)
{
    return std::as_bytes(std::span(record.constData(), static_cast<std::size_t>(record.size())));
}

}

class AnnotationsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void marks_comeAndGo();
    void comments_standBesideMarks();
    void walk_overAll();
    void record_roundTrip();
    void record_lastOneHolds();
    void record_hostile_data();
    void record_hostile();
};

void AnnotationsTest::marks_comeAndGo()
{
    Annotations notes;
    const QSignalSpy changes(&notes, &Annotations::changed);
    notes.toggleMark(7);
    QVERIFY(notes.isMarked(7));
    QVERIFY(!notes.isMarked(8));
    notes.setMark(7, 1); // it has it already
    QCOMPARE(changes.size(), 1);
    notes.toggleMark(7);
    QVERIFY(notes.all().empty());
    QCOMPARE(changes.size(), 2);
    QCOMPARE(changes.last().first().toULongLong(), 7U);
}

void AnnotationsTest::comments_standBesideMarks()
{
    Annotations notes;
    notes.setComment(3, u"why?"_s);
    notes.toggleMark(3);
    notes.setComment(3, {});
    QVERIFY(notes.isMarked(3));
    QCOMPARE(notes.comment(3), QString());
    notes.setComment(4, u"x"_s.repeated(100'000));
    QCOMPARE(notes.comment(4).size(), Annotations::kLongestComment);
    notes.clear();
    QVERIFY(notes.all().empty());
}

void AnnotationsTest::walk_overAll()
{
    Annotations notes;
    QVERIFY(!notes.next(0));
    notes.toggleMark(5);
    notes.setComment(9, u"here"_s);
    QCOMPARE(notes.next(0).value_or(0), 5U);
    QCOMPARE(notes.next(5).value_or(0), 9U);
    QVERIFY(!notes.next(9));
    QCOMPARE(notes.previous(9).value_or(0), 5U);
    QVERIFY(!notes.previous(5));
}

void AnnotationsTest::record_roundTrip()
{
    Annotations notes;
    notes.setMark(8'000'000'000, 3);
    notes.setComment(8'000'000'000, u"zwölf Büro\nノート"_s);
    Annotations others;
    QVERIFY(others.take(bytesOf(notes.record(8'000'000'000))));
    QCOMPARE(others.all(), notes.all());
}

void AnnotationsTest::record_lastOneHolds()
{
    Annotations notes;
    notes.toggleMark(1);
    const QByteArray marked = notes.record(1);
    notes.toggleMark(1);
    const QByteArray nothing = notes.record(1);
    Annotations others;
    QVERIFY(others.take(bytesOf(marked)));
    QVERIFY(others.take(bytesOf(nothing)));
    QVERIFY(others.all().empty());
}

void AnnotationsTest::record_hostile_data()
{
    QTest::addColumn<QByteArray>("record");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("short") << QByteArray(8, '\1');
    QTest::newRow("no UTF-8") << QByteArray(9, '\1') + "\xff\xfe";
    QTest::newRow("long") << QByteArray(1 << 20, 'x');
}

void AnnotationsTest::record_hostile()
{
    QFETCH(QByteArray, record);
    Annotations notes;
    QVERIFY(!notes.take(bytesOf(record)));
    QVERIFY(notes.all().empty());
}

QTEST_GUILESS_MAIN(AnnotationsTest)
#include "annotations_test.moc"
