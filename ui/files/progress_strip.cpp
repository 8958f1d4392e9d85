#include "ui/files/progress_strip.h"

#include <QHBoxLayout>

#include "ui/parts.h"

namespace ui {

ProgressStrip::ProgressStrip(QWidget* parent)
    : QFrame(parent)
    , m_what(new QLabel(this))
    , m_bar(new QProgressBar(this))
    , m_cancel(makeToolButton(this, "progressCancel", tr("Cancel"), tr("Stop this work (Esc)")))
{
    setObjectName(QStringLiteral("progressStrip"));
    setAttribute(Qt::WA_StyledBackground);
    m_what->setObjectName(QStringLiteral("progressWhat"));
    m_what->setTextFormat(Qt::PlainText);
    m_bar->setObjectName(QStringLiteral("progressBar"));
    m_bar->setTextVisible(false);
    m_bar->setRange(0, 1000);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(14, 5, 8, 5);
    row->setSpacing(12);
    row->addWidget(m_what);
    row->addWidget(m_bar, 1);
    row->addWidget(m_cancel);
    connect(m_cancel, &QToolButton::clicked, this, &ProgressStrip::cancelled);
    hide();
}

void ProgressStrip::begin(const QString& what, bool canCancel)
{
    m_what->setText(what);
    m_bar->setAccessibleName(what);
    m_bar->setValue(0);
    m_cancel->setVisible(canCancel);
    show();
}

void ProgressStrip::setDone(quint64 done, quint64 all)
{
    const double part = all == 0 ? 1 : static_cast<double>(done) / static_cast<double>(all);
    m_bar->setValue(static_cast<int>(part * m_bar->maximum()));
}

}
