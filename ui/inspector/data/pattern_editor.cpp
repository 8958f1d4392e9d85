// PatternEditor: bytes made by rule.

#include <QComboBox>
#include <QGridLayout>
#include <QLabel>
#include <QSpinBox>

#include "model/data/pattern.h"
#include "ui/inspector/data/payload_editor.h"
#include "ui/parts.h"

namespace ui {

using model::PatternKind;

PatternEditor::PatternEditor(Workbench& /*workbench*/, QWidget* parent)
    : PayloadEditor(parent)
    , m_kind(new QComboBox(this))
    , m_size(new QSpinBox(this))
    , m_seed(new QSpinBox(this))
    , m_seedLabel(makeLabel(this, "patternSeedLabel", "dim", tr("seed")))
{
    m_kind->setObjectName(QStringLiteral("patternKind"));
    m_kind->setAccessibleName(tr("Pattern"));
    m_kind->addItem(tr("zeros"), static_cast<int>(PatternKind::Zeros));
    m_kind->addItem(tr("counting, 00 to ff"), static_cast<int>(PatternKind::Counting));
    m_kind->addItem(tr("random"), static_cast<int>(PatternKind::Random));
    m_kind->addItem(tr("letters, AAAA…"), static_cast<int>(PatternKind::Letters));
    m_kind->setCurrentIndex(1);
    m_size->setObjectName(QStringLiteral("patternSize"));
    m_size->setAccessibleName(tr("Length in bytes"));
    m_size->setRange(0, static_cast<int>(kLargestPayload));
    m_size->setValue(1024);
    m_size->setSuffix(tr(" bytes"));
    m_size->setGroupSeparatorShown(true);
    m_seed->setObjectName(QStringLiteral("patternSeed"));
    m_seed->setAccessibleName(tr("Seed of the random bytes"));
    m_seed->setRange(0, INT32_MAX);
    m_seed->setValue(1);
    m_seedLabel->setWordWrap(false);
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setSpacing(6);
    grid->addWidget(m_kind, 0, 0, 1, 3);
    grid->addWidget(m_size, 1, 0);
    grid->addWidget(m_seedLabel, 1, 1);
    grid->addWidget(m_seed, 1, 2);
    grid->setColumnStretch(0, 2);
    grid->setColumnStretch(2, 1);
    grid->setRowStretch(2, 1);
    const auto show = [this] {
        const bool random = m_kind->currentIndex() == 2;
        m_seed->setVisible(random);
        m_seedLabel->setVisible(random);
        Q_EMIT changed();
    };
    connect(m_kind, &QComboBox::currentIndexChanged, this, show);
    connect(m_size, &QSpinBox::valueChanged, this, &PayloadEditor::changed);
    connect(m_seed, &QSpinBox::valueChanged, this, &PayloadEditor::changed);
    show();
}

Payload PatternEditor::payload() const
{
    const auto kind = static_cast<PatternKind>(m_kind->currentData().toInt());
    return {model::made({kind, m_size->value(), static_cast<quint32>(m_seed->value())}), {}};
}

}
