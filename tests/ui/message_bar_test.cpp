// The bar of messages: several of them wait for one another.

#include <QAccessible>
#include <QTest>

#include "ui/message_bar.h"

using namespace Qt::StringLiterals;
using ui::MessageBar;

class MessageBarTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void messages_queue();
    void sameMessage_isOne();
    void question_waitsBelowAnError();
    void alert_isTold();
    void many_areForgotten();

private:
    QString text(const char* name) const { return m_bar->findChild<QLabel*>(QLatin1String(name))->text(); }
    void click(const char* name) const
    {
        QTest::mouseClick(m_bar->findChild<QWidget*>(QLatin1String(name)), Qt::LeftButton);
    }

    std::unique_ptr<MessageBar> m_bar;
};

void MessageBarTest::init()
{
    m_bar = std::make_unique<MessageBar>();
}

void MessageBarTest::messages_queue()
{
    m_bar->showError(u"one"_s, u"do this"_s);
    QVERIFY(m_bar->isVisible());
    QVERIFY(!m_bar->findChild<QWidget*>(u"messageNext"_s)->isVisible());
    m_bar->showError(u"two"_s, {});
    m_bar->showError(u"three"_s, {});
    QCOMPARE(text("messageWhat"), u"three"_s);
    QCOMPARE(text("messagePlace"), u"3 of 3"_s);
    click("messagePrevious");
    click("messagePrevious");
    QCOMPARE(text("messageWhat"), u"one"_s);
    QCOMPARE(text("messageMore"), u"do this"_s);
    click("messageNext");
    click("messageClose");
    QCOMPARE(text("messageWhat"), u"three"_s);
    click("messageClose");
    QCOMPARE(text("messageWhat"), u"one"_s);
    click("messageClose");
    QVERIFY(!m_bar->isVisible());
}

void MessageBarTest::sameMessage_isOne()
{
    m_bar->showError(u"one"_s, {});
    m_bar->showError(u"two"_s, {});
    m_bar->showError(u"one"_s, {});
    QCOMPARE(m_bar->count(), 2);
    QCOMPARE(text("messageWhat"), u"one"_s);
}

void MessageBarTest::question_waitsBelowAnError()
{
    int answered = 0;
    m_bar->ask(u"Remove it?"_s, u"Remove"_s, [&] { ++answered; });
    m_bar->showError(u"An error"_s, {});
    QVERIFY(!m_bar->findChild<QWidget*>(u"messageAction"_s)->isVisible());
    click("messageClose");
    QCOMPARE(text("messageWhat"), u"Remove it?"_s);
    click("messageAction");
    QCOMPARE(answered, 1);
    QVERIFY(!m_bar->isVisible());
}

void MessageBarTest::alert_isTold()
{
    m_bar->showError(u"what"_s, u"why"_s);
    QAccessibleInterface* spoken = QAccessible::queryAccessibleInterface(m_bar.get());
    QVERIFY(spoken != nullptr);
    QCOMPARE(spoken->role(), QAccessible::AlertMessage);
    QCOMPARE(spoken->text(QAccessible::Name), u"what why"_s);
    m_bar->ask(u"really?"_s, u"Yes"_s, [] {});
    QCOMPARE(spoken->text(QAccessible::Name), u"really?"_s);
}

void MessageBarTest::many_areForgotten()
{
    int answered = 0;
    m_bar->ask(u"A question"_s, u"Yes"_s, [&] { ++answered; });
    for (int i = 0; i < 100; ++i) {
        m_bar->showError(QString::number(i), {});
    }
    QCOMPARE(m_bar->count(), 20);
    while (text("messageWhat") != u"A question"_s) {
        click("messagePrevious");
    }
    click("messageAction");
    QCOMPARE(answered, 1);
}

QTEST_MAIN(MessageBarTest)
#include "message_bar_test.moc"
