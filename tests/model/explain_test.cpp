// Nothing that a user can meet stands without a word: errnos, mistakes in addresses, calls.

#include <QTest>
#include <sys/socket.h>

#include "model/explain/explainer.h"
#include "netcore/names/constants.h"

using namespace netcore;
using namespace Qt::StringLiterals;

namespace {

QString named(int error)
{
    return QString::fromStdString(errnoText(error));
}

}

class ExplainTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void errnos_haveAMeaning_data();
    void errnos_haveAMeaning();
    void errnos_specialToACall();
    void errnos_unknown();
    void reasons_haveAMeaning();
    void calls_haveAPurpose();
};

void ExplainTest::errnos_haveAMeaning_data()
{
    QTest::addColumn<int>("error");
    QTest::addColumn<int>("call");
    const auto row = [](int error, std::initializer_list<CallId> calls) {
        for (const CallId call : calls) {
            QTest::addRow("%s of %s", errnoText(error).c_str(), std::string(describe(call).name).c_str())
                << error << static_cast<int>(call);
        }
    };
    using C = CallId;
    // What legality names.
    row(EBADF, {C::Bind, C::Listen, C::Accept4, C::Connect, C::Send, C::Recv, C::Shutdown, C::Close});
    row(EINVAL, {C::Bind, C::Listen, C::Accept, C::Accept4, C::Connect, C::Recv, C::Recvfrom});
    row(EISCONN, {C::Connect, C::Sendto});
    row(EPIPE, {C::Send, C::Sendto});
    row(ENOTCONN, {C::Send, C::Recv, C::Recvfrom, C::Shutdown, C::Getpeername});
    row(EOPNOTSUPP, {C::Listen, C::Accept, C::Accept4, C::Sendto});
    row(EDESTADDRREQ, {C::Send});
    // What else a first session meets.
    row(EADDRINUSE, {C::Bind, C::Listen});
    row(EADDRNOTAVAIL, {C::Bind, C::Connect});
    row(EACCES, {C::Bind, C::Connect});
    row(EAFNOSUPPORT, {C::Socket, C::Bind, C::Connect});
    row(EAGAIN, {C::Accept4, C::Recv, C::Send});
    row(ECONNREFUSED, {C::Connect, C::Recv, C::Send});
    row(ECONNRESET, {C::Recv, C::Send});
    row(EINPROGRESS, {C::Connect});
    row(EALREADY, {C::Connect});
    row(EINTR, {C::Accept4, C::Recv, C::Connect});
    row(EMFILE, {C::Socket, C::Accept4});
    row(EMSGSIZE, {C::Send, C::Sendto});
    row(ENETUNREACH, {C::Connect, C::Sendto});
    row(EHOSTUNREACH, {C::Connect});
    row(ENOENT, {C::Bind, C::Connect});
    row(EPROTOTYPE, {C::Connect});
    row(ESOCKTNOSUPPORT, {C::Socket});
    row(EPROTONOSUPPORT, {C::Socket});
    row(ETIMEDOUT, {C::Connect});
}

void ExplainTest::errnos_haveAMeaning()
{
    QFETCH(int, error);
    QFETCH(int, call);
    const model::Explainer explainer;
    const QString meaning = explainer.meaning(error, static_cast<CallId>(call));
    QVERIFY2(!meaning.isEmpty(), qPrintable(named(error)));
    QVERIFY2(!meaning.contains(u"</"_s), qPrintable(meaning)); // plain text
    QVERIFY2(meaning.size() < 300, qPrintable(meaning)); // a panel, not a page
}

void ExplainTest::errnos_specialToACall()
{
    const model::Explainer explainer;
    // The same errno is another story where another call returns it.
    QVERIFY(
        explainer.meaning(ECONNREFUSED, CallId::Connect) != explainer.meaning(ECONNREFUSED, CallId::Recv));
}

void ExplainTest::errnos_unknown()
{
    const model::Explainer explainer;
    QCOMPARE(explainer.meaning(4095, CallId::Bind), QString());
    QCOMPARE(explainer.remedy(4095, CallId::Bind), QString());
}

void ExplainTest::reasons_haveAMeaning()
{
    const model::Explainer explainer;
    QStringList seen;
    for (int i = 0; i <= static_cast<int>(AddressProblem::Reason::NulInPath); ++i) {
        const QString text = explainer.problem(static_cast<AddressProblem::Reason>(i));
        QVERIFY2(!text.isEmpty(), qPrintable(QString::number(i)));
        QVERIFY2(!seen.contains(text), qPrintable(text)); // each has its own
        seen += text;
    }
}

void ExplainTest::calls_haveAPurpose()
{
    const model::Explainer explainer;
    for (const CallDescription& call : allCalls()) {
        QVERIFY2(!explainer.purpose(call.id).isEmpty(), std::string(call.name).c_str());
    }
}

QTEST_APPLESS_MAIN(ExplainTest)
#include "explain_test.moc"
