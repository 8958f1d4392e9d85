#include "ui/files/keeping_form.h"

#include <QHBoxLayout>
#include <QRadioButton>
#include <QVBoxLayout>

#include "ui/parts.h"
#include "ui/words.h"

namespace ui {

namespace {

constexpr std::uint64_t kMebibyte = std::uint64_t {1} << 20;

}

KeepingForm::KeepingForm(Workbench& workbench, Preferences& preferences, QWidget* parent)
    : QWidget(parent)
    , m_workbench(workbench)
    , m_preferences(preferences)
    , m_payload(new QButtonGroup(this))
    , m_first(new QSpinBox(this))
    , m_limited(new QCheckBox(tr("The log may take no more than"), this))
    , m_budget(new QSpinBox(this))
    , m_where(makeLabel(this, "keepingWhere", "dim"))
{
    setObjectName(QStringLiteral("keepingForm"));
    m_first->setObjectName(QStringLiteral("keepingFirst"));
    m_first->setAccessibleName(tr("Bytes kept of each call"));
    m_first->setRange(1, 1 << 20);
    m_first->setSuffix(tr(" bytes"));
    m_limited->setObjectName(QStringLiteral("keepingLimited"));
    m_budget->setObjectName(QStringLiteral("keepingBudget"));
    m_budget->setAccessibleName(tr("Largest size of the log"));
    m_budget->setRange(16, 1 << 20);
    m_budget->setSuffix(tr(" MiB"));
    lay();
    connect(m_payload, &QButtonGroup::idClicked, this, &KeepingForm::take);
    connect(m_first, &QSpinBox::valueChanged, this, &KeepingForm::take);
    connect(m_limited, &QCheckBox::clicked, this, &KeepingForm::take);
    connect(m_budget, &QSpinBox::valueChanged, this, &KeepingForm::take);
}

void KeepingForm::lay()
{
    auto* column = new QVBoxLayout(this);
    const int gap = fontMetrics().height() / 2;
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(gap);
    column->addWidget(makeLabel(this, "keepingTitle", "heading", tr("Of the bytes that calls move, keep")));
    const auto choice = [this](Choice id, const char* name, const QString& text) {
        auto* button = new QRadioButton(text, this);
        button->setObjectName(QLatin1String(name));
        m_payload->addButton(button, id);
        return button;
    };
    column->addWidget(choice(All, "keepingAll", tr("all of them")));
    auto* first = new QHBoxLayout;
    first->addWidget(choice(First, "keepingFirstChoice", tr("of each call the first")));
    first->addWidget(m_first);
    first->addStretch();
    column->addLayout(first);
    column->addWidget(choice(Nothing, "keepingNothing", tr("none: only how many there were")));
    column->addWidget(makeLine(this));
    auto* budget = new QHBoxLayout;
    budget->addWidget(m_limited);
    budget->addWidget(m_budget);
    budget->addStretch();
    column->addLayout(budget);
    column->addWidget(makeLabel(this, "keepingBudgetNote", "dim",
        tr("What comes then is counted, and a gap in the log says how much it was.")));
    column->addWidget(makeLine(this));
    column->addWidget(m_where);
}

void KeepingForm::focusFirst()
{
    m_payload->checkedButton()->setFocus(Qt::PopupFocusReason);
}

void KeepingForm::showRules()
{
    const model::Session& session = m_workbench.session();
    const model::KeepingRules& rules = session.store().rules();
    const bool all = rules.payload == model::kAllPayload;
    {
        const QSignalBlocker first(m_first);
        const QSignalBlocker budget(m_budget);
        m_first->setValue(all || rules.payload == 0 ? 256 : static_cast<int>(rules.payload));
        m_budget->setValue(rules.budget == 0 ? 4096 : static_cast<int>(rules.budget / kMebibyte));
    }
    m_payload->button(all ? All : rules.payload == 0 ? Nothing : First)->setChecked(true);
    m_limited->setChecked(rules.budget != 0);
    m_first->setEnabled(!all && rules.payload != 0);
    m_budget->setEnabled(rules.budget != 0);
    const QString size = words::bytes(static_cast<qint64>(session.store().bytes()));
    m_where->setText(session.keptFile().empty()
            ? tr("This session takes %1, in memory only.").arg(size)
            : tr("This session takes %1, in %2").arg(size, words::shown(session.keptFile())));
}

void KeepingForm::take()
{
    model::KeepingRules rules;
    switch (m_payload->checkedId()) {
    case First:
        rules.payload = static_cast<std::uint32_t>(m_first->value());
        break;
    case Nothing:
        rules.payload = 0;
        break;
    default:
        rules.payload = model::kAllPayload;
    }
    rules.budget = m_limited->isChecked() ? static_cast<std::uint64_t>(m_budget->value()) * kMebibyte : 0;
    m_preferences.keeping = rules;
    m_workbench.session().setRules(rules);
    showRules();
}

}
