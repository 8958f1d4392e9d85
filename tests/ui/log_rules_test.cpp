// Rules that tint rows: which one fits, how they are kept, edited, painted and told.

#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

#include "tests/ui/shown_log.h"
#include "ui/log/rules/rule_set.h"
#include "ui/log/rules/rules_popup.h"

using namespace ui;
using namespace netcore;
using namespace Qt::StringLiterals;

namespace {

QList<ColourRule> allOn(QList<ColourRule> rules)
{
    for (ColourRule& rule : rules) {
        rule.on = true;
    }
    return rules;
}

QString nameAt(RuleSet& rules, model::Row row)
{
    const ColourRule* rule = rules.ruleOf(row);
    return rule != nullptr ? rule->name : QString();
}

}

class LogRulesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void usual_canBeReadAndAreOff();
    void set_firstThatFits();
    void set_selectedSocket();
    void set_whatCannotBeReadIsLeftOut();
    void kept_roundTripAndNonsense();
    void view_tintsAndTells();
    void popup_edits();
};

void LogRulesTest::usual_canBeReadAndAreOff()
{
    for (const ColourRule& rule : usualRules()) {
        QVERIFY2(!RuleSet::problemOf(rule.filter), qPrintable(rule.filter));
        QVERIFY(!rule.on);
        QVERIFY(!rule.name.isEmpty());
    }
}

void LogRulesTest::set_firstThatFits()
{
    MadeLog log;
    log.addStory();
    log.state(SocketId {1});
    log.publish();
    RuleSet rules(log.store);
    QVERIFY(!rules.isActive());
    rules.setRules(allOn(usualRules()));
    QVERIFY(rules.isActive());
    QCOMPARE(nameAt(rules, 0), QString());
    QCOMPARE(nameAt(rules, 1), u"error"_s); // bind: EADDRINUSE
    QCOMPARE(nameAt(rules, 5), u"slow"_s); // accept4 slept 1.2 s
    QCOMPARE(nameAt(rules, 10), u"looked"_s);
}

void LogRulesTest::set_selectedSocket()
{
    MadeLog log;
    log.addStory();
    log.publish();
    RuleSet rules(log.store);
    rules.setRules({{u"its"_s, u"socket == {selected} and size > 0"_s, RuleTint::Green, true}});
    const model::Row send = 6;
    QCOMPARE(nameAt(rules, send), QString());
    rules.setSelected(log.store.socket(send));
    QCOMPARE(nameAt(rules, send), u"its"_s);
    rules.setSelected(SocketId {1});
    QCOMPARE(nameAt(rules, send), QString());
}

void LogRulesTest::set_whatCannotBeReadIsLeftOut()
{
    MadeLog log;
    log.addStory();
    log.publish();
    RuleSet rules(log.store);
    rules.setRules(
        {{u"bad"_s, u"errno ==="_s, RuleTint::Red, true}, {u"good"_s, u"errno"_s, RuleTint::Red, true}});
    QCOMPARE(nameAt(rules, 1), u"good"_s);
    QVERIFY(RuleSet::problemOf(u"errno ==="_s));
}

void LogRulesTest::kept_roundTripAndNonsense()
{
    const QList<ColourRule> rules {{u"a \"b\""_s, u"data contains \"x\""_s, RuleTint::Violet, true}};
    QCOMPARE(rulesFrom(textOf(rules)), rules);
    for (const QString& text : {QString(), u"[]"_s, u"{"_s, u"[1, {}]"_s, u"[{\"tint\": 77}]"_s}) {
        QVERIFY(rulesFrom(text).isEmpty());
    }
}

void LogRulesTest::view_tintsAndTells()
{
    ShownLog shown(5);
    const ColourRule rule {u"mine"_s, u"call == send"_s, RuleTint::Violet, true};
    shown.view->setRules([&](model::Row row) { return row == 2 ? &rule : nullptr; });
    const QImage image = shown.view->viewport()->grab().toImage();
    const auto colourOfRow = [&](std::uint64_t index) {
        const QRect place = shown.view->rowRect(index);
        return image.pixelColor(place.left() + 1, place.top() + 1);
    };
    QCOMPARE(colourOfRow(2), softColourOf(RuleTint::Violet, Theme::light()));
    QVERIFY(colourOfRow(3) != colourOfRow(2));
    QVERIFY(shown.view->spokenRow(2).endsWith(u"mine"_s));
    QVERIFY(!shown.view->spokenRow(3).endsWith(u"mine"_s));
}

void LogRulesTest::popup_edits()
{
    model::Session session;
    Workbench workbench(session);
    RulesPopup popup(workbench, usualRules(), nullptr);
    const QSignalSpy changes(&popup, &RulesPopup::changed);
    popup.show();
    QVERIFY(QTest::qWaitForWindowExposed(&popup));
    auto* on = popup.findChild<QCheckBox*>(u"ruleOn"_s);
    on->setFocus();
    QTest::keyClick(on, Qt::Key_Space);
    QVERIFY(popup.rules().first().on);
    QTest::mouseClick(popup.findChild<QPushButton*>(u"addRule"_s), Qt::LeftButton);
    QCOMPARE(popup.rules().size(), usualRules().size() + 1);
    auto* filter = popup.findChildren<QLineEdit*>(u"ruleFilter"_s).last();
    QTest::keyClicks(filter, u"cal == send"_s);
    QCOMPARE(popup.rules().last().filter, u"cal == send"_s);
    auto* problem = popup.findChildren<QLabel*>(u"ruleProblem"_s).last();
    QVERIFY(problem->isVisible());
    filter->selectAll();
    QTest::keyClicks(filter, u"call == send"_s);
    QVERIFY(!problem->isVisible());
    const RuleTint before = popup.rules().last().tint;
    QTest::mouseClick(popup.findChildren<QToolButton*>(u"ruleTint"_s).last(), Qt::LeftButton);
    QVERIFY(popup.rules().last().tint != before);
    QTest::mouseClick(popup.findChildren<QToolButton*>(u"ruleRemove"_s).last(), Qt::LeftButton);
    QCOMPARE(popup.rules().size(), usualRules().size());
    QVERIFY(changes.size() > 4);
    session.finish();
}

QTEST_MAIN(LogRulesTest)
#include "log_rules_test.moc"
