#include "ui/log/detail/log_detail.h"

#include <QGridLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QToolButton>
#include <QVBoxLayout>

#include "ui/inspector/address_view.h"
#include "ui/log/detail/byte_sheet.h"
#include "ui/log/detail/comment_edit.h"
#include "ui/log/log_row_text.h"
#include "ui/parts.h"
#include "ui/words.h"

namespace ui {

using namespace netcore;

namespace {

constexpr int kAgain = 250; // ms

QLabel* group(QWidget* parent, const QString& text)
{
    QLabel* label = makeLabel(parent, "detailGroup", "detailGroup", text);
    label->setWordWrap(false);
    return label;
}

QLabel* selectable(QLabel* label)
{
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

}

LogDetail::LogDetail(Workbench& workbench, LogSource source, model::Annotations& annotations, QWidget* parent)
    : QWidget(parent)
    , m_workbench(workbench)
    , m_source(std::move(source))
    , m_annotations(annotations)
    , m_matches(workbench.session())
    , m_title(makeLabel(this, "detailTitle", "dim"))
    , m_call(selectable(makeLabel(this, "detailCall", "code")))
    , m_outcome(makeLabel(this, "detailOutcome", "dim"))
    , m_what(makeLabel(this, "detailWhat", "text"))
    , m_why(makeLabel(this, "detailWhy", "dim"))
    , m_remedy(makeLabel(this, "detailRemedy", "text"))
    , m_comment(new CommentEdit(this))
    , m_signature(selectable(makeLabel(this, "detailSignature", "text")))
    , m_argumentBox(makeArguments())
    , m_address(new AddressView(workbench, this))
    , m_otherTitle(group(this, tr("At the other end")))
    , m_other(makeLabel(this, "detailOther", "dim"))
    , m_changesTitle(group(this, tr("What it changed")))
    , m_changes(selectable(makeLabel(this, "detailChanges", "text")))
    , m_bytesTitle(group(this, tr("Bytes")))
    , m_bytes(new ByteSheet(this))
{
    setObjectName(QStringLiteral("logDetail"));
    setAccessibleName(tr("Detail of the row"));
    setAttribute(Qt::WA_StyledBackground);
    m_title->setWordWrap(false);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(makeHead());
    column->addWidget(makeColumnScroll(this, makeContent()), 1);
    m_soon.setSingleShot(true);
    m_again.setSingleShot(true);
    m_again.setInterval(kAgain);
    connect(&m_soon, &QTimer::timeout, this, &LogDetail::look);
    connect(&m_again, &QTimer::timeout, this, [this] {
        m_matches.refresh();
        showMatches();
    });
    connect(&m_matches, &RowMatches::changed, this, &LogDetail::showMatches);
    connect(m_comment, &CommentEdit::kept, this, [this](const QString& comment) {
        if (m_row) {
            m_annotations.setComment(*m_row, comment);
        }
    });
    connect(m_comment, &CommentEdit::left, this, &LogDetail::rowsWanted);
    connect(&m_annotations, &model::Annotations::changed, this, [this](quint64 row) {
        if (m_row == row) {
            m_comment->show(m_annotations.comment(row));
        }
    });
    connect(&m_workbench, &Workbench::themeChanged, this, &LogDetail::showLook);
    showLook();
    showNothing();
}

QWidget* LogDetail::makeHead()
{
    auto* head = new QWidget(this);
    auto* row = new QHBoxLayout(head);
    row->setContentsMargins(12, 2, 4, 2);
    QToolButton* close = makeToolButton(head, "detailClose", QStringLiteral("✕"), tr("Close (Esc, F4)"));
    close->setAccessibleName(tr("Close the detail"));
    close->setProperty("flat", true);
    connect(close, &QToolButton::clicked, this, &LogDetail::closeWanted);
    row->addWidget(m_title, 1);
    row->addWidget(close);
    return head;
}

QWidget* LogDetail::makeContent()
{
    auto* content = new QWidget;
    auto* column = new QVBoxLayout(content);
    column->setContentsMargins(12, 2, 8, 10);
    column->setSpacing(6);
    for (QWidget* part : std::initializer_list<QWidget*> {
             m_call, m_outcome, m_what, m_why, m_remedy, m_comment, m_otherTitle, m_other}) {
        column->addWidget(part);
    }
    for (std::size_t i = 0; i < kMostLinks; ++i) {
        m_links[i] = new QPushButton(content);
        m_links[i]->setObjectName(QStringLiteral("detailLink%1").arg(i));
        m_links[i]->setProperty("link", true);
        connect(m_links[i], &QPushButton::clicked, this, [this, i] { Q_EMIT rowWanted(m_linked[i]); });
        column->addWidget(m_links[i], 0, Qt::AlignLeft);
    }
    for (QWidget* part : std::initializer_list<QWidget*> {
             m_bytesTitle, m_bytes, m_signature, m_argumentBox, m_address, m_changesTitle, m_changes}) {
        column->addWidget(part);
    }
    column->addStretch(1);
    return content;
}

QWidget* LogDetail::makeArguments()
{
    auto* box = new QWidget(this);
    auto* grid = new QGridLayout(box);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(12);
    grid->setVerticalSpacing(2);
    grid->setColumnStretch(1, 1);
    int at = 0;
    for (ArgumentLine& line : m_arguments) {
        line.name = makeLabel(box, "argumentName", "dim");
        line.name->setWordWrap(false);
        line.value = selectable(makeLabel(box, "argumentValue", "text"));
        line.meaning = makeLabel(box, "argumentMeaning", "dim");
        grid->addWidget(line.name, at, 0, Qt::AlignTop);
        grid->addWidget(line.value, at, 1, Qt::AlignTop);
        grid->addWidget(line.meaning, at + 1, 1, Qt::AlignTop);
        at += 2;
    }
    return box;
}

void LogDetail::showLook()
{
    QFont code = m_workbench.monospace();
    code.setPointSizeF(code.pointSizeF() * 0.92);
    for (QLabel* label : {m_call, m_signature, m_changes}) {
        label->setFont(code);
    }
    for (const ArgumentLine& line : m_arguments) {
        line.name->setFont(code);
        line.value->setFont(code);
    }
    m_bytes->setLook(m_workbench.theme(), m_workbench.monospace());
    m_address->update();
}

void LogDetail::show(std::optional<model::Row> row)
{
    if (row != m_row) {
        m_row = row;
        lookLater();
    }
}

void LogDetail::refresh()
{
    if (m_row && isVisible() && !m_again.isActive()) {
        m_again.start();
    }
}

void LogDetail::lookLater()
{
    if (isVisible()) {
        m_soon.start(0);
    }
}

void LogDetail::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    showLook(); // the style sheet has set fonts of its own
    look();
}

void LogDetail::editComment()
{
    look();
    m_comment->setFocus(Qt::ShortcutFocusReason);
}

void LogDetail::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape) {
        Q_EMIT closeWanted();
        return;
    }
    QWidget::keyPressEvent(event);
}

}
