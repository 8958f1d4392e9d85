#include "ui/log/rules/rules_popup.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPainter>
#include <QPushButton>
#include <QScreen>
#include <QToolButton>
#include <QVBoxLayout>

#include "ui/log/rules/rule_set.h"
#include "ui/parts.h"
#include "ui/words.h"

namespace ui {

namespace {

QIcon swatch(const QColor& colour, const QColor& soft, int side)
{
    QPixmap picture(2 * side, 2 * side);
    picture.setDevicePixelRatio(2);
    picture.fill(Qt::transparent);
    QPainter painter(&picture);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(soft);
    painter.setPen(QPen(colour, 1.5));
    painter.drawRoundedRect(QRectF(1, 1, side - 2, side - 2), 4, 4);
    return QIcon(picture);
}

}

RulesPopup::RulesPopup(Workbench& workbench, const QList<ColourRule>& rules, QWidget* parent)
    : QFrame(parent, Qt::Popup), m_workbench(workbench), m_rules(rules), m_lines(new QVBoxLayout)
{
    setObjectName(QStringLiteral("rulesPopup"));
    setAccessibleName(tr("Colours of the log"));
    setAttribute(Qt::WA_StyledBackground);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(16, 14, 16, 14);
    column->setSpacing(10);
    auto* hint = makeLabel(this, "rulesHint", "dim",
        tr("The first rule that fits tints the row and writes its name into it. {selected} is the selected "
           "socket."));
    column->addWidget(hint);
    m_lines->setSpacing(4);
    column->addLayout(m_lines);
    auto* buttons = new QHBoxLayout;
    auto* add = new QPushButton(tr("+ Rule"), this);
    add->setObjectName(QStringLiteral("addRule"));
    auto* usual = new QPushButton(tr("Usual rules"), this);
    usual->setObjectName(QStringLiteral("usualRules"));
    buttons->addWidget(add);
    buttons->addStretch();
    buttons->addWidget(usual);
    column->addLayout(buttons);
    connect(add, &QPushButton::clicked, this, [this] {
        QList<ColourRule> more = m_rules;
        more.append({tr("rule"), {}, static_cast<RuleTint>(more.size() % kRuleTints), true});
        setRules(more);
        auto edits = findChildren<QLineEdit*>(QStringLiteral("ruleFilter"));
        if (!edits.isEmpty()) {
            edits.last()->setFocus();
        }
    });
    connect(usual, &QPushButton::clicked, this, [this] { setRules(usualRules()); });
    makeLines();
}

void RulesPopup::openAt(const QPoint& globalPosition)
{
    adjustSize();
    const QRect room = screen()->availableGeometry();
    move(std::clamp(globalPosition.x(), room.left(), std::max(room.left(), room.right() - width())),
        std::clamp(globalPosition.y(), room.top(), std::max(room.top(), room.bottom() - height())));
    show();
}

void RulesPopup::setRules(const QList<ColourRule>& rules)
{
    m_rules = rules;
    makeLines();
    Q_EMIT changed(m_rules);
}

void RulesPopup::change(qsizetype rule, const ColourRule& to)
{
    m_rules[rule] = to;
    Q_EMIT changed(m_rules);
}

void RulesPopup::makeLines()
{
    while (m_lines->count() > 0) {
        const std::unique_ptr<QLayoutItem> item(m_lines->takeAt(0));
        item->widget()->setParent(nullptr); // out of sight, and out of findChildren(), at once
        item->widget()->deleteLater(); // it may be the one that was clicked
    }
    for (qsizetype i = 0; i < m_rules.size(); ++i) {
        QWidget* line = makeLine(i);
        m_lines->addWidget(line);
        line->show(); // at once: the popup takes its size from it
    }
    adjustSize();
}

QWidget* RulesPopup::makeLine(qsizetype rule)
{
    auto* line = new QWidget(this);
    auto* column = new QVBoxLayout(line);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2);
    QLabel* problem = makeLabel(line, "ruleProblem", "error");
    problem->setVisible(false);
    column->addWidget(makeEdits(line, rule, problem));
    column->addWidget(problem);
    return line;
}

QWidget* RulesPopup::makeEdits(QWidget* line, qsizetype rule, QLabel* problem)
{
    const ColourRule& its = m_rules[rule];
    auto* box = new QWidget(line);
    auto* on = new QCheckBox(box);
    on->setObjectName(QStringLiteral("ruleOn"));
    on->setAccessibleName(tr("Use the rule %1").arg(its.name));
    on->setToolTip(words::plainToolTip(on->accessibleName()));
    on->setAccessibleDescription(on->accessibleName());
    on->setChecked(its.on);
    QToolButton* tint = makeToolButton(box, "ruleTint", nameOf(its.tint), tr("Another tint"));
    auto* name = new QLineEdit(its.name, box);
    auto* filter = new QLineEdit(its.filter, box);
    QToolButton* remove = makeToolButton(box, "ruleRemove", QStringLiteral("✕"), tr("Remove the rule"));
    remove->setProperty("flat", true);
    name->setObjectName(QStringLiteral("ruleName"));
    name->setAccessibleName(tr("Name"));
    filter->setObjectName(QStringLiteral("ruleFilter"));
    filter->setAccessibleName(tr("Filter"));
    filter->setPlaceholderText(QStringLiteral("call == send and took > 1ms"));
    filter->setFont(m_workbench.monospace());
    name->setFixedWidth(fontMetrics().averageCharWidth() * 14);
    filter->setMinimumWidth(fontMetrics().averageCharWidth() * 46);
    const int side = fontMetrics().height();
    tint->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    tint->setFixedWidth(fontMetrics().averageCharWidth() * 10 + 2 * side);
    const auto showTint = [this, tint, side](RuleTint which) {
        const Theme& theme = m_workbench.theme();
        tint->setIcon(swatch(colourOf(which, theme), softColourOf(which, theme), side));
        tint->setText(nameOf(which));
    };
    showTint(its.tint);
    const auto showProblem = [filter, problem](const QString& text) {
        const auto wrong = text.isEmpty() ? std::nullopt : RuleSet::problemOf(text);
        setLook(*filter, "wrong", wrong.has_value());
        problem->setText(wrong ? words::shown(wrong->what)
                    + (wrong->remedy.empty() ? QString() : QStringLiteral(": ") + words::shown(wrong->remedy))
                               : QString());
        problem->setVisible(wrong.has_value());
    };
    showProblem(its.filter);
    auto* row = new QHBoxLayout(box);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    row->addWidget(on);
    row->addWidget(tint);
    row->addWidget(name);
    row->addWidget(filter, 1);
    row->addWidget(remove);
    const auto edit = [this, rule](auto set) {
        ColourRule changed = m_rules[rule];
        set(changed);
        change(rule, changed);
    };
    connect(on, &QCheckBox::toggled, this,
        [edit](bool value) { edit([&](ColourRule& one) { one.on = value; }); });
    connect(name, &QLineEdit::textEdited, this,
        [edit](const QString& text) { edit([&](ColourRule& one) { one.name = text; }); });
    connect(filter, &QLineEdit::textEdited, this, [this, edit, showProblem](const QString& text) {
        edit([&](ColourRule& one) { one.filter = text; });
        showProblem(text);
        adjustSize();
    });
    connect(tint, &QToolButton::clicked, this, [edit, showTint] {
        edit([&](ColourRule& one) {
            one.tint = static_cast<RuleTint>((static_cast<int>(one.tint) + 1) % kRuleTints);
            showTint(one.tint);
        });
    });
    connect(remove, &QToolButton::clicked, this, [this, rule] {
        QList<ColourRule> fewer = m_rules;
        fewer.removeAt(rule);
        setRules(fewer);
    });
    return box;
}

}
