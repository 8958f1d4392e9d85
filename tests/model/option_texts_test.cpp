// Each socket option has a text for people, and each text an option.

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include "model/explain/explainer.h"

using namespace netcore;
using namespace Qt::StringLiterals;

class OptionTextsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void options_haveATextEach();
    void texts_haveAnOptionEach();
};

void OptionTextsTest::options_haveATextEach()
{
    const model::Explainer explainer;
    for (const OptionDescription& option : allOptions()) {
        const QString text = explainer.purpose(option);
        const std::string name(option.name);
        QVERIFY2(text.size() > 20, name.c_str());
        QVERIFY2(text.size() < 300, name.c_str()); // a panel, not a page
        QVERIFY2(text.endsWith(u'.') && !text.contains(u"  "_s) && !text.contains(u'<'), name.c_str());
    }
}

void OptionTextsTest::texts_haveAnOptionEach()
{
    const model::Explainer explainer; // it brings the resources
    QFile file(u":/explain/options.json"_s);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QJsonObject texts = QJsonDocument::fromJson(file.readAll()).object();
    QVERIFY(!texts.isEmpty());
    for (auto text = texts.begin(); text != texts.end(); ++text) {
        QVERIFY2(optionNamed(text.key().toStdString()) != nullptr, qPrintable(text.key()));
    }
}

QTEST_APPLESS_MAIN(OptionTextsTest)
#include "option_texts_test.moc"
