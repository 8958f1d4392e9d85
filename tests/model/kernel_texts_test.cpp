// resources/explain/kernel.json: each fact of the kernel's view has a text, and each text a fact.

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>
#include <QTest>

#include "model/explain/explainer.h"
#include "model/explain/view_fact_key.h"

using namespace netcore;
using namespace Qt::StringLiterals;

class KernelTextsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void facts_haveTexts();
    void texts_haveFacts();
};

namespace {

template<typename Visit> void visitFacts(Visit visit)
{
    for (unsigned number = 0; number <= static_cast<unsigned>(kLastViewFact); ++number) {
        const auto fact = static_cast<ViewFact>(number);
        const std::size_t parts = fact == ViewFact::Memory ? kSocketMemories
            : fact == ViewFact::TcpInfo                    ? tcpInfoFields().size()
                                                           : 1;
        for (std::size_t part = 0; part < parts; ++part) {
            visit(fact, static_cast<std::uint16_t>(part));
        }
    }
}

}

void KernelTextsTest::facts_haveTexts()
{
    const model::Explainer explainer;
    QStringList missing;
    visitFacts([&](ViewFact fact, std::uint16_t part) {
        if (!explainer.purpose(fact, part).endsWith(u'.')) {
            missing += model::viewFactKey(fact, part);
        }
    });
    QVERIFY2(missing.isEmpty(), qPrintable(missing.join(u", "_s)));
}

void KernelTextsTest::texts_haveFacts()
{
    QSet<QString> keys;
    visitFacts([&](ViewFact fact, std::uint16_t part) { keys.insert(model::viewFactKey(fact, part)); });
    QFile file(u":/explain/kernel.json"_s);
    QVERIFY(file.open(QIODevice::ReadOnly));
    for (const QString& key : QJsonDocument::fromJson(file.readAll()).object().keys()) {
        QVERIFY2(keys.contains(key), qPrintable(key));
    }
}

QTEST_GUILESS_MAIN(KernelTextsTest)
#include "kernel_texts_test.moc"
