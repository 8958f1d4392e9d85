// The log as JSON Lines and as text: of events made by hand, so that every byte is known; and of hostile
// bytes.

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QTest>
#include <cerrno>
#include <netinet/in.h>

#include "model/explain/explainer.h"
#include "model/export/event_writer.h"
#include "model/export/json_writer.h"
#include "model/export/utf8.h"
#include "model/session.h"
#include "netcore/base/quoted.h"
#include "tests/support/std_strings.h"

using namespace model;
using namespace netcore;
using namespace Qt::StringLiterals;

namespace {

// A session in which calls are made for real: nothing here depends on what they return but where it is said.
class Scene {
public:
    Scene() { m_actor = m_session.addActor(u"server"_s); }

    void make(Call call, SocketId socket = kNoSocket)
    {
        const Row before = m_session.store().size();
        const auto ticket = m_session.post(std::move(call), socket, m_actor);
        QTRY_VERIFY(ticket.ok() && hasReturned(before, ticket.value()));
    }
    SocketId socket(int domain, int type)
    {
        make(calls::socket(domain, type));
        return lastEvent().opened;
    }
    Session& session() { return m_session; }
    Row last() const { return m_last; }
    Event lastEvent() const { return m_session.store().event(m_last); }

private:
    bool hasReturned(Row from, Ticket ticket)
    {
        m_session.drain();
        for (Row row = from; row < m_session.store().size(); ++row) {
            const Event event = m_session.store().event(row);
            if (event.kind == EventKind::Call && event.ticket == ticket) {
                m_last = row;
                return true;
            }
        }
        return false;
    }

    Session m_session;
    ActorId m_actor;
    Row m_last = 0;
};

QJsonObject objectIn(const std::string& line)
{
    QJsonParseError error;
    const auto document = QJsonDocument::fromJson(QByteArray::fromStdString(line), &error);
    return error.error == QJsonParseError::NoError && line.ends_with("}\n")
        ? document.object()
        : QJsonObject {{u"broken"_s, error.errorString()}};
}

}

class ExportTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void utf8_data();
    void utf8();
    void displayable_data();
    void displayable();
    void jsonString_roundTrips();
    void base64_isThatOfQt();
    void jsonLine_ofACall();
    void jsonLine_ofBytes();
    void jsonLine_ofNotes();
    void jsonLine_countsWhatItWrites();
    void text_ofACall();
    void text_isPlainWithoutColours();
    void text_wrapsNarration();
    void explanations_areComplete();
};

void ExportTest::utf8_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<bool>("valid");
    QTest::newRow("ascii") << QByteArray("abc") << true;
    QTest::newRow("empty") << QByteArray("") << true;
    QTest::newRow("two bytes") << QByteArray("\xc3\xa4") << true;
    QTest::newRow("four bytes") << QByteArray("\xf0\x9f\x98\x80") << true;
    QTest::newRow("cut") << QByteArray("\xe2\x82") << false;
    QTest::newRow("continuation alone") << QByteArray("\x80") << false;
    QTest::newRow("overlong") << QByteArray("\xc0\xaf") << false;
    QTest::newRow("surrogate") << QByteArray("\xed\xa0\x80") << false;
    QTest::newRow("too large") << QByteArray("\xf4\x90\x80\x80") << false;
    QTest::newRow("0xff") << QByteArray("\xff") << false;
}

void ExportTest::utf8()
{
    QFETCH(QByteArray, bytes);
    QTEST(isUtf8({bytes.constData(), static_cast<std::size_t>(bytes.size())}), "valid");
}

void ExportTest::displayable_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArray>("shown");
    QTest::newRow("text") << QByteArray("h\xc3\xa4llo") << QByteArray("h\xc3\xa4llo");
    QTest::newRow("escape") << QByteArray("\x1b[2J") << QByteArray("\\x1b[2J");
    QTest::newRow("line end") << QByteArray("a\nb") << QByteArray("a\\x0ab");
    QTest::newRow("C1") << QByteArray("\xc2\x9b"
                                      "2J")
                        << QByteArray("\\x9b"
                                      "2J");
    QTest::newRow("bidi") << QByteArray("\xe2\x80\xae") << QByteArray("\\u{202e}");
    QTest::newRow("broken") << QByteArray("\xff") << QByteArray("\\xff");
}

void ExportTest::displayable()
{
    QFETCH(QByteArray, bytes);
    QTEST(QByteArray::fromStdString(model::displayable(bytes.toStdString())), "shown");
}

void ExportTest::jsonString_roundTrips()
{
    QString all;
    for (char16_t c = 0; c < 0x2100; ++c) {
        all += QChar(c);
    }
    const std::string json = "[" + jsonString(all.toStdString()) + "]";
    QCOMPARE(QJsonDocument::fromJson(QByteArray::fromStdString(json)).array().first().toString(), all);
    for (const char c : json) {
        QVERIFY(static_cast<unsigned char>(c) >= 0x20 && c != 0x7f);
    }
    QCOMPARE(jsonString("\xff"), std::string("\"\\ufffd\""));
}

void ExportTest::base64_isThatOfQt()
{
    QByteArray bytes;
    for (int i = 0; i < 300; ++i) {
        QCOMPARE(QByteArray::fromStdString(base64(
                     std::as_bytes(std::span(bytes.constData(), static_cast<std::size_t>(bytes.size()))))),
            bytes.toBase64());
        bytes += static_cast<char>(i * 7);
    }
}

void ExportTest::jsonLine_ofACall()
{
    Scene scene;
    const SocketId id = scene.socket(AF_INET, SOCK_STREAM);
    JsonLinesWriter writer;
    auto line = objectIn(writer.lines(scene.session(), scene.last()));
    QCOMPARE(line[u"seq"_s].toInt(), 1);
    QCOMPARE(line[u"kind"_s].toString(), u"call"_s);
    QCOMPARE(line[u"actor"_s].toString(), u"server"_s);
    QVERIFY(line[u"socket"_s].isNull() && line[u"errno"_s].isNull());
    QCOMPARE(line[u"opened"_s].toInt(), static_cast<int>(number(id)));
    scene.make(calls::connect(Address::ipv4(INADDR_LOOPBACK, 0)), id);
    line = objectIn(writer.lines(scene.session(), scene.last()));
    QCOMPARE(line[u"call"_s].toString(), u"connect"_s);
    QCOMPARE(line[u"socket"_s].toInt(), static_cast<int>(number(id)));
    QCOMPARE(line[u"fd"_s].toInt(), scene.session().graph().find(id)->fd);
    QCOMPARE(line[u"ret"_s].toInt(), -1);
    QCOMPARE(line[u"peer"_s].toString(), u"127.0.0.1:0"_s);
    QVERIFY(line[u"errno"_s].toString().startsWith(u'E'));
    QVERIFY(line[u"t"_s].isDouble() && line[u"took"_s].isDouble() && line[u"tid"_s].toInt() > 0);
    QVERIFY(line[u"flags"_s].toArray().isEmpty());
    QCOMPARE(line[u"text"_s].toString(),
        u"connect(%1, {sa_family=AF_INET, sin_port=htons(0), "
        "sin_addr=inet_addr(\"127.0.0.1\")}, 16)"_s.arg(line[u"fd"_s].toInt()));
}

void ExportTest::jsonLine_ofBytes()
{
    Scene scene;
    const SocketId id = scene.socket(AF_INET, SOCK_DGRAM);
    JsonLinesWriter writer;
    scene.make(calls::send("hello"), id); // EDESTADDRREQ: the bytes are told all the same
    auto data = objectIn(writer.lines(scene.session(), scene.last()))[u"data"_s].toObject();
    QCOMPARE(data,
        (QJsonObject {
            {u"bytes"_s, 5}, {u"kept"_s, 5}, {u"base64"_s, u"aGVsbG8="_s}, {u"utf8"_s, u"hello"_s}}));
    scene.make(calls::send(std::string_view("\xff\x1b\0", 3)), id);
    data = objectIn(writer.lines(scene.session(), scene.last()))[u"data"_s].toObject();
    QCOMPARE(data[u"base64"_s].toString(), u"/xsA"_s);
    QVERIFY(!data.contains(u"utf8"_s));
    scene.make(calls::recv(10, MSG_DONTWAIT), id);
    QVERIFY(!objectIn(writer.lines(scene.session(), scene.last())).contains(u"data"_s));
}

void ExportTest::jsonLine_ofNotes()
{
    Scene scene;
    scene.session().note(u"a \"b\"\n\u20ac"_s);
    QTRY_VERIFY((scene.session().drain(), scene.session().store().size() > 0));
    JsonLinesWriter writer;
    const auto line = objectIn(writer.lines(scene.session(), 0));
    QCOMPARE(line[u"kind"_s].toString(), u"note"_s);
    QCOMPARE(line[u"text"_s].toString(), u"a \"b\"\n\u20ac"_s);
}

void ExportTest::jsonLine_countsWhatItWrites()
{
    Scene scene;
    const SocketId id = scene.socket(AF_INET, SOCK_STREAM);
    scene.make(calls::bind(Address::ipv4(INADDR_LOOPBACK, 0)), id);
    scene.make(calls::listen(1), id);
    scene.session().finish();
    JsonLinesWriter writer;
    int lines = 0;
    bool hasState = false;
    for (Row row = 0; row < scene.session().store().size(); ++row) {
        const std::string line = writer.lines(scene.session(), row);
        const EventKind kind = scene.session().store().kind(row);
        hasState |= kind == EventKind::State;
        QCOMPARE(line.empty(), isObservation(kind));
        if (!line.empty()) {
            QCOMPARE(objectIn(line)[u"seq"_s].toInt(), ++lines);
        }
    }
    QCOMPARE(lines, 3);
    QVERIFY(hasState);
}

void ExportTest::text_ofACall()
{
    Scene scene;
    const SocketId id = scene.socket(AF_INET, SOCK_DGRAM);
    scene.make(calls::send(std::string_view("\x1b[2J\xff")), id);
    TextStyle style;
    style.actorWidth = 8;
    const QString line = QString::fromStdString(TextWriter(style).lines(scene.session(), scene.last()));
    const QRegularExpression form(
        uR"(^  \d+\.\d{6} server:   send\(\d+, "\\33\[2J\\377", 5, MSG_NOSIGNAL\) = )"
        uR"(-1 EDESTADDRREQ <[\d.]+ (ns|µs|ms|s)>\n$)"_s);
    QVERIFY2(form.match(line).hasMatch(), qPrintable(line));
}

void ExportTest::text_isPlainWithoutColours()
{
    Scene scene;
    scene.socket(99, SOCK_STREAM);
    TextStyle style;
    style.explainErrors = true;
    const auto plain = TextWriter(style).lines(scene.session(), scene.last());
    QVERIFY(plain.find('\033') == std::string::npos);
    QVERIFY(plain.find("\n# EAFNOSUPPORT: ") != std::string::npos);
    style.colours = true;
    QVERIFY(TextWriter(style).lines(scene.session(), scene.last()).find("\033[1;31m-1 EAFNOSUPPORT\033[0m")
        != std::string::npos);
}

void ExportTest::text_wrapsNarration()
{
    TextStyle style;
    style.width = 30;
    const TextWriter writer(style);
    QCOMPARE(writer.paragraph("one two three four five six seven", ">"),
        std::string("> one two three four five six\n> seven\n"));
    QCOMPARE(writer.paragraph(std::string(40, 'x'), ">"), "> " + std::string(40, 'x') + '\n');
    QCOMPARE(writer.paragraph("a\nb\x1b", ">"), std::string("> a\\x0ab\\x1b\n"));
    QCOMPARE(writer.paragraph("", ">"), std::string("> \n"));
}

void ExportTest::explanations_areComplete()
{
    const Explainer explainer;
    for (const CallDescription& call : allCalls()) {
        QVERIFY2(!explainer.purpose(call.id).isEmpty(), std::string(call.name).c_str());
    }
    for (auto reason = 0; reason <= static_cast<int>(AddressProblem::Reason::NulInPath); ++reason) {
        QVERIFY(!explainer.problem(static_cast<AddressProblem::Reason>(reason)).isEmpty());
    }
    for (const int error : {EACCES, EADDRINUSE, EADDRNOTAVAIL, EAFNOSUPPORT, EAGAIN, EALREADY, EBADF,
             ECONNABORTED, ECONNREFUSED, ECONNRESET, EDESTADDRREQ, EFAULT, EHOSTUNREACH, EINPROGRESS, EINTR,
             EINVAL, EISCONN, ELOOP, EMFILE, EMSGSIZE, ENAMETOOLONG, ENETUNREACH, ENFILE, ENOBUFS, ENOENT,
             ENOMEM, ENOTCONN, ENOTDIR, ENOTSOCK, EOPNOTSUPP, EPERM, EPIPE, EPROTONOSUPPORT, EPROTOTYPE,
             EROFS, ESOCKTNOSUPPORT, ETIMEDOUT}) {
        QVERIFY(!explainer.meaning(error, CallId::Socket).isEmpty());
    }
    QVERIFY(explainer.meaning(EINVAL, CallId::Bind) != explainer.meaning(EINVAL, CallId::Accept));
    QVERIFY(explainer.remedy(EACCES, CallId::Bind).contains(u"ip_unprivileged_port_start"_s));
}

QTEST_GUILESS_MAIN(ExportTest)
#include "export_test.moc"
