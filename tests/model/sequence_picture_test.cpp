// The picture of a stretch of the log: its texts, and where they stand.

#include <QTest>
#include <cerrno>

#include "tests/model/sequence_log.h"

using namespace Qt::StringLiterals;
using namespace sequencetest;

using Log = SequenceLog;

class SequencePictureTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void labels_neverOverlap();
    void picture_hidesPayload();
    void error_isInPlace();
};

void SequencePictureTest::labels_neverOverlap()
{
    Log log;
    const auto [accepted, client] = log.connection();
    for (int i = 0; i < 20; ++i) {
        log.sends(client, "a rather long text that has no room at all beside a life line");
        log.fails(accepted, calls::bind(place(80)), EACCES);
        log.receives(accepted, "a rather long");
    }
    const SequencePicture picture = log.picture();
    QVERIFY(picture.texts.size() > 20);
    const auto rectOf = [](const PictureText& text) {
        return QRectF(text.baseline.x(), text.baseline.y() - 9, text.width, 10);
    };
    for (const PictureText& one : picture.texts) {
        QVERIFY(one.baseline.x() >= 0 && one.baseline.x() + one.width <= picture.width);
        for (const PictureText& other : picture.texts) {
            QVERIFY(&one == &other || !rectOf(one).intersects(rectOf(other)));
        }
        for (const PictureBox& bar : picture.bars) {
            QVERIFY(!rectOf(one).intersects(bar.rect));
        }
        for (const PictureBox& step : picture.steps) {
            QVERIFY(!rectOf(one).intersects(step.rect));
        }
    }
}

void SequencePictureTest::picture_hidesPayload()
{
    Log log;
    const auto [accepted, client] = log.connection();
    log.sends(client, "secret");
    log.receives(accepted, "secret");
    PictureStyle style;
    style.payload = false;
    const SequenceScene scene = log.scene();
    const ExportSource source(log.store, log.graph);
    const auto texts = textsOf(pictureOf(scene, log.store, PictureWords(source), style)).join(u'\n');
    QVERIFY(!texts.contains(u"secret"_s));
    QVERIFY(texts.contains(u"send · 6 B"_s));
}

void SequencePictureTest::error_isInPlace()
{
    Log log;
    const SocketId socket = log.opens(AF_INET, SOCK_STREAM);
    log.fails(socket, calls::bind(place(80)), EADDRINUSE);
    const SequencePicture picture = log.picture();
    const auto error = std::ranges::find(picture.texts, Ink::Error, &PictureText::ink);
    QVERIFY(error != picture.texts.end());
    QCOMPARE(error->text, u"bind 127.0.0.1:80 = -1 EADDRINUSE"_s);
    QCOMPARE(picture.marks.size(), 2U); // a cross: not by colour alone
}

QTEST_GUILESS_MAIN(SequencePictureTest)
#include "sequence_picture_test.moc"
