// The errno doctor, on real calls: each situation that the data knows is reached by a call that really ends
// so.

#include <QCoreApplication>
#include <QSet>
#include <QTest>
#include <algorithm>
#include <cerrno>
#include <unistd.h>

#include "model/explain/circumstances.h"
#include "netcore/names/constants.h"
#include "tests/model/doctor/clinic.h"
#include "tests/model/doctor/strangers.h"

using namespace netcore;
using namespace Qt::StringLiterals;

namespace {

const DoctorCases& allCases()
{
    static const DoctorCases all = [] {
        DoctorCases cases;
        for (const DoctorCases& some : {addressCases(), connectionCases(), unreachableCases(), dataCases(),
                 argumentCases(), noteCases(), optionCases()}) {
            cases.insert(cases.end(), some.begin(), some.end());
        }
        return cases;
    }();
    return all;
}

QString textOf(const model::Diagnosis& diagnosis)
{
    return diagnosis.what + u'\n' + diagnosis.why + u'\n' + diagnosis.remedy;
}

}

class DoctorTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void data_isSound();
    void data_namesEveryErrno();
    void data_hasACaseForEach();
    void situation_isFound_data();
    void situation_isFound();
    void unknown_isExplainedAsErrno();
    void stranger_namesStayData();
    void remedies_areMade_data();
    void remedies_areMade();
    void staleFile_isRemovedOnRequest();
    void filled_wants();

private:
    const model::Explainer m_explainer;
    const model::Doctor m_doctor {m_explainer};
};

void DoctorTest::data_isSound()
{
    QSet<QString> ids;
    QVERIFY(m_doctor.situations().size() > 100);
    for (const auto& rule : m_doctor.situations()) {
        QVERIFY2(!ids.contains(rule.id), qPrintable(rule.id));
        ids.insert(rule.id);
        QCOMPARE(rule.id.section(u'.', 0, 0), rule.error.isEmpty() ? u"note"_s : rule.error);
        QVERIFY2(rule.error.isEmpty() || valueOf(errnos(), rule.error.toStdString()), qPrintable(rule.id));
        QVERIFY2(!rule.what.isEmpty(), qPrintable(rule.id));
        QVERIFY2(rule.error.isEmpty() || !rule.remedy.isEmpty(), qPrintable(rule.id));
        for (const QString& text : {rule.what, rule.why, rule.remedy}) {
            QVERIFY2(
                text.size() < 260 && !text.contains(u"</"_s), qPrintable(rule.id)); // a panel, plain text
        }
        for (QString condition : rule.when) {
            condition.remove(u'!');
            QVERIFY2(model::circumstanceTokens().contains(condition), qPrintable(rule.id + u' ' + condition));
        }
        for (const QString& action : rule.actions) {
            QVERIFY2(model::Doctor::actionNames().contains(action), qPrintable(rule.id + u' ' + action));
        }
    }
}

void DoctorTest::data_namesEveryErrno()
{
    for (const int error : {EADDRINUSE, EACCES, ECONNREFUSED, EHOSTUNREACH, EPIPE, ECONNRESET, EDESTADDRREQ,
             ENOTCONN, EISCONN, EALREADY, EINPROGRESS, EMSGSIZE, EAFNOSUPPORT, ESOCKTNOSUPPORT, ENAMETOOLONG,
             EINVAL, EPROTONOSUPPORT, EADDRNOTAVAIL, ENETUNREACH, ETIMEDOUT, EMFILE, EINTR, EAGAIN, EPERM,
             EBADF, EFAULT, EOPNOTSUPP, ENOPROTOOPT, EDOM, EPROTOTYPE, ELOOP, ENOENT, ENOTDIR, EROFS}) {
        const QString name = QString::fromStdString(errnoText(error));
        QVERIFY2(
            std::ranges::any_of(m_doctor.situations(), [&](const auto& rule) { return rule.error == name; }),
            qPrintable(name));
    }
}

void DoctorTest::data_hasACaseForEach()
{
    QStringList untried;
    for (const auto& rule : m_doctor.situations()) {
        const auto tries = [&](const DoctorCase& one) { return rule.id == QLatin1String(one.situation); };
        if (std::ranges::none_of(allCases(), tries)) {
            untried += rule.id;
        }
    }
    QVERIFY2(untried.isEmpty(), qPrintable(untried.join(u' ')));
}

void DoctorTest::situation_isFound_data()
{
    QTest::addColumn<std::size_t>("index");
    for (std::size_t i = 0; i < allCases().size(); ++i) {
        QTest::newRow(allCases()[i].situation) << i;
    }
}

void DoctorTest::situation_isFound()
{
    QFETCH(std::size_t, index);
    const DoctorCase& one = allCases()[index];
    if (one.needs == Needs::OwnNetwork && !isInOwnNetwork()) {
        QSKIP("NOT TESTED: no network namespace can be made here (unshare is denied)");
    }
    if (one.needs == Needs::FewerRights && ::geteuid() != 0) {
        QSKIP("NOT TESTED: only root can take other users' roles");
    }
    const QString situation = QString::fromLatin1(one.situation);
    if (situation == u"EHOSTUNREACH.neighbour"_s && !ip(u"link show veth0 >/dev/null"_s.toStdString())) {
        QSKIP("NOT TESTED: this kernel makes no veth interfaces");
    }
    Clinic clinic;
    one.run(clinic);
    const QString found = clinic.situation(situation);
    const model::CallCase patient = clinic.patient();
    const model::Diagnosis diagnosis = clinic.diagnosis();
    QStringList tokens(model::circumstancesOf(patient, model::Wording()).tokens.values());
    tokens.sort();
    const QString seen = found + u": "_s + QString::fromStdString(errnoText(patient.event.error)) + u' '
        + tokens.join(u' ') + u'\n' + textOf(diagnosis);
    QVERIFY2(found == situation, qPrintable(seen));
    QVERIFY2(!textOf(diagnosis).contains(u'{') && !diagnosis.what.isEmpty(), qPrintable(seen));
    QCOMPARE(diagnosis.note, patient.event.result >= 0);
}

void DoctorTest::unknown_isExplainedAsErrno()
{
    model::CallCase call;
    call.event.call = call.record.call = CallId::Bind;
    call.event.result = -1;
    call.event.error = ENOSPC;
    const model::Diagnosis diagnosis = m_doctor.diagnose(call);
    QCOMPARE(diagnosis.situation, QString());
    QCOMPARE(diagnosis.what, m_explainer.meaning(ENOSPC, CallId::Bind));
    QCOMPARE(diagnosis.remedy, m_explainer.remedy(ENOSPC, CallId::Bind));
    call.event.result = 0;
    call.event.error = 0;
    QVERIFY(m_doctor.diagnose(call).what.isEmpty()); // nothing to say about what went well
}

void DoctorTest::stranger_namesStayData()
{
    const Stranger stranger(v4(kLoopback, 0), SOCK_STREAM, 0, "\x1b[31m{pid}<b>\n");
    Clinic clinic;
    clinic.make(calls::bind(stranger.place()), clinic.socket(AF_INET, SOCK_STREAM));
    QCOMPARE(clinic.situation(u"EADDRINUSE.program"_s), u"EADDRINUSE.program"_s);
    const QString what = clinic.diagnosis().what;
    // Escaped, and not taken for a place in the text.
    QVERIFY2(what.startsWith(uR"(\x1b[31m{pid}<b>\x0a (pid %1))"_s.arg(stranger.pid())), qPrintable(what));
}

void DoctorTest::remedies_areMade_data()
{
    QTest::addColumn<QString>("situation");
    QTest::addColumn<int>("action");
    QTest::addColumn<QString>("result");
    const auto row = [](const char* situation, model::Action action, const char* result) {
        QTest::addRow("%s %d", situation, static_cast<int>(action))
            << QString::fromLatin1(situation) << static_cast<int>(action) << QString::fromLatin1(result);
    };
    using model::Action;
    row("EADDRINUSE.own", Action::BindPortZero, "0");
    row("EADDRINUSE.own", Action::BindFreePort, "0");
    row("EADDRNOTAVAIL.notLocal", Action::BindLoopback, "0");
    row("ECONNREFUSED.nobody", Action::StartListener, "0");
    row("ECONNREFUSED.notListening", Action::ListenThere, "0");
    row("ENOENT.nothing", Action::StartListener, "0");
    row("EINVAL.bindTwice", Action::NewSocket, "");
}

void DoctorTest::remedies_areMade()
{
    QFETCH(QString, situation);
    QFETCH(int, action);
    QFETCH(QString, result);
    Clinic clinic;
    const auto one = std::ranges::find_if(
        allCases(), [&](const DoctorCase& some) { return situation == QLatin1String(some.situation); });
    one->run(clinic);
    QCOMPARE(clinic.situation(situation), situation);
    const auto remedies = clinic.diagnosis().remedies;
    const auto remedy = std::ranges::find_if(
        remedies, [&](const model::Remedy& some) { return static_cast<int>(some.action) == action; });
    QVERIFY(remedy != remedies.end());
    SocketId socket = remedy->socket;
    std::string last;
    for (const Call& call : remedy->calls) {
        last = clinic.make(call, socket);
        socket = call.id == CallId::Socket ? clinic.bench.newest() : socket;
    }
    QVERIFY(!last.starts_with("-1"));
    QVERIFY(result.isEmpty() || result.toStdString() == last);
}

void DoctorTest::staleFile_isRemovedOnRequest()
{
    Clinic clinic;
    const auto one = std::ranges::find_if(allCases(),
        [](const DoctorCase& some) { return std::string_view(some.situation) == "EADDRINUSE.stale"; });
    one->run(clinic);
    support::writeFile(clinic.folder.file("beside"), "precious");
    QCOMPARE(clinic.situation(u"EADDRINUSE.stale"_s), u"EADDRINUSE.stale"_s);
    const auto remedies = clinic.diagnosis().remedies;
    QVERIFY(!remedies.isEmpty() && remedies.first().action == model::Action::RemoveStaleFile);
    clinic.bench.session.removeStale(
        {clinic.last, remedies.first().socket, remedies.first().path, remedies.first().file});
    QVERIFY(clinic.sees([&] {
        const auto finding = clinic.patient().finding;
        return finding && finding->number(Quantity::RemovalResult) == 0;
    }));
    QCOMPARE(support::kindAndMode(clinic.folder.file("stale")), std::string("none"));
    QCOMPARE(support::readFile(clinic.folder.file("beside")), std::string("precious"));
    for (const model::Remedy& remedy : clinic.diagnosis().remedies) {
        QVERIFY(remedy.action != model::Action::RemoveStaleFile); // done once
    }
}

void DoctorTest::filled_wants()
{
    const QMap<QString, QString> values {{u"a"_s, u"{b}"_s}};
    QCOMPARE(model::filled(u"x {a} y"_s, values).value_or(QString()), u"x {b} y"_s);
    QVERIFY(!model::filled(u"{b}"_s, values));
    QCOMPARE(model::filled(u"open {a"_s, values).value_or(QString()), u"open {a"_s);
}

int main(int argc, char** argv)
{
    enterOwnNetwork(); // before the first thread
    const QCoreApplication application(argc, argv);
    DoctorTest test;
    return QTest::qExec(&test, argc, argv);
}
#include "doctor_test.moc"
