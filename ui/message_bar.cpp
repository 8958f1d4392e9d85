#include "ui/message_bar.h"

#include <QHBoxLayout>
#include <QStyle>
#include <utility>

namespace ui {

MessageBar::MessageBar(QWidget* parent)
    : QFrame(parent)
    , m_what(new QLabel(this))
    , m_more(new QLabel(this))
    , m_action(new QPushButton(this))
    , m_close(new QPushButton(QStringLiteral("×"), this))
{
    setObjectName(QStringLiteral("messageBar"));
    setAttribute(Qt::WA_StyledBackground);
    m_what->setTextFormat(Qt::PlainText);
    m_what->setObjectName(QStringLiteral("messageWhat"));
    QFont bold = m_what->font();
    bold.setWeight(QFont::DemiBold);
    m_what->setFont(bold);
    m_more->setTextFormat(Qt::PlainText);
    m_more->setWordWrap(true);
    m_action->setObjectName(QStringLiteral("messageAction"));
    m_close->setObjectName(QStringLiteral("messageClose"));
    m_close->setAccessibleName(tr("Close this message"));
    m_close->setProperty("flat", true);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(14, 6, 8, 6);
    row->setSpacing(10);
    row->addWidget(m_what);
    row->addWidget(m_more, 1);
    row->addWidget(m_action);
    row->addWidget(m_close);
    connect(m_close, &QPushButton::clicked, this, &QWidget::hide);
    connect(m_action, &QPushButton::clicked, this, [this] {
        hide();
        std::exchange(m_onAction, {})();
    });
    hide();
}

void MessageBar::open(const QString& tone, const QString& what, const QString& more)
{
    setProperty("tone", tone);
    style()->unpolish(this);
    style()->polish(this);
    m_what->setText(what);
    m_more->setText(more);
    show();
}

void MessageBar::showError(const QString& what, const QString& remedy)
{
    m_action->hide();
    open(QStringLiteral("error"), what, remedy);
}

void MessageBar::ask(const QString& question, const QString& action, std::function<void()> onYes)
{
    m_onAction = std::move(onYes);
    m_action->setText(action);
    m_action->show();
    open(QStringLiteral("question"), question, {});
}

}
