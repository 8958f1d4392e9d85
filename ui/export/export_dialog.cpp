#include "ui/export/export_dialog.h"

#include <QCheckBox>
#include <QDesktopServices>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QProgressBar>
#include <QPushButton>
#include <QRadioButton>
#include <QStandardPaths>
#include <QToolButton>
#include <QUrl>
#include <QVBoxLayout>

#include "ui/export/format_words.h"
#include "ui/files/file_words.h"
#include "ui/log/log_view.h"
#include "ui/parts.h"
#include "ui/words.h"

namespace ui {

using model::ExportTask;

namespace {

constexpr int kParts = 1000; // of the progress bar: a count of rows may not fit an int

QLabel* makeHeading(QWidget* parent, const QString& text)
{
    auto* label = makeLabel(parent, "", "heading", text);
    QFont font = label->font();
    font.setBold(true);
    label->setFont(font);
    return label;
}

QString suffixOf(model::ExportFormat format)
{
    for (const model::ExportFormatRow& row : model::exportFormats()) {
        if (row.format == format) {
            return QLatin1String(row.suffix.data(), static_cast<qsizetype>(row.suffix.size()));
        }
    }
    return {};
}

}

ExportDialog::ExportDialog(Workbench& workbench, const LogView& log, QWidget* parent)
    : QDialog(parent)
    , m_workbench(workbench)
    , m_log(log)
    , m_formats(new QButtonGroup(this))
    , m_rows(new QButtonGroup(this))
    , m_payload(new QCheckBox(tr("with the bytes that the calls moved"), this))
    , m_path(new QLineEdit(this))
    , m_form(new QWidget(this))
    , m_progress(new QProgressBar(this))
    , m_words(makeLabel(this, "exportWords", "dim"))
    , m_folder(new QPushButton(tr("Show the folder"), this))
    , m_export(new QPushButton(tr("Export"), this))
    , m_close(new QPushButton(tr("Close"), this))
{
    setObjectName(QStringLiteral("exportDialog"));
    setWindowTitle(tr("Export the log"));
    setWindowModality(Qt::WindowModal); // its rows must not change under it
    auto* form = new QVBoxLayout(m_form);
    form->setContentsMargins(0, 0, 0, 0);
    form->setSpacing(fontMetrics().height() / 2);
    form->addWidget(makeHeading(this, tr("As")));
    form->addWidget(makeFormats());
    form->addWidget(makeHeading(this, tr("Rows")));
    form->addWidget(makeRows());
    form->addWidget(makeHeading(this, tr("To")));
    form->addWidget(makeTarget());
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(20, 18, 20, 18);
    column->setSpacing(fontMetrics().height() * 2 / 3);
    column->addWidget(m_form);
    column->addWidget(m_progress);
    column->addWidget(m_words);
    column->addWidget(makeFoot());
    connect(m_formats, &QButtonGroup::idClicked, this, &ExportDialog::proposePath);
    connect(m_path, &QLineEdit::textChanged, this, &ExportDialog::showState);
    m_progress->hide();
    m_progress->setRange(0, kParts);
    m_progress->setTextVisible(false);
    m_words->hide();
    m_folder->hide();
    setMinimumWidth(fontMetrics().height() * 32);
    proposePath();
    m_formats->buttons().first()->setFocus();
}

ExportDialog::~ExportDialog() = default;

QWidget* ExportDialog::makeFormats()
{
    auto* box = new QWidget(this);
    auto* grid = new QGridLayout(box);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setVerticalSpacing(2);
    grid->setHorizontalSpacing(fontMetrics().height());
    grid->setColumnStretch(1, 1);
    int row = 0;
    for (const model::ExportFormatRow& format : model::exportFormats()) {
        auto* button = new QRadioButton(formatName(format.format), box);
        const QString word = QLatin1String(format.word.data(), static_cast<qsizetype>(format.word.size()));
        button->setObjectName(QStringLiteral("exportAs-") + word);
        button->setAccessibleDescription(formatSentence(format.format));
        m_formats->addButton(button, static_cast<int>(format.format));
        grid->addWidget(button, row, 0);
        grid->addWidget(makeLabel(box, "", "dim", formatSentence(format.format)), row++, 1);
    }
    m_formats->buttons().first()->setChecked(true);
    return box;
}

QWidget* ExportDialog::makeRows()
{
    auto* box = new QWidget(this);
    auto* column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2);
    const auto add = [&](Rows rows, const char* name, const QString& text) {
        auto* button = new QRadioButton(text.arg(QLocale().toString(countOf(rows))), box);
        button->setObjectName(QLatin1String(name));
        button->setEnabled(countOf(rows) > 0);
        m_rows->addButton(button, static_cast<int>(rows));
        column->addWidget(button, 0, Qt::AlignLeft); // a click beside its words is none on it
    };
    add(Rows::All, "exportAllRows", tr("all of the log (%1)"));
    add(Rows::Shown, "exportShownRows", tr("what the log shows now (%1)"));
    add(Rows::Selected, "exportSelectedRows", tr("what is selected (%1)"));
    m_rows->button(static_cast<int>(Rows::All))->setChecked(true);
    m_payload->setObjectName(QStringLiteral("exportPayload"));
    m_payload->setChecked(true);
    setHint(*m_payload, tr("Without them sizes stay, and where the form needs bytes they are as many x."));
    column->addSpacing(fontMetrics().height() / 3);
    column->addWidget(m_payload, 0, Qt::AlignLeft);
    return box;
}

QWidget* ExportDialog::makeTarget()
{
    auto* box = new QWidget(this);
    m_path->setObjectName(QStringLiteral("exportPath"));
    m_path->setAccessibleName(tr("File to write"));
    auto* choose = makeToolButton(box, "exportChoose", tr("Choose…"), tr("Choose a place and a name"));
    connect(choose, &QToolButton::clicked, this, &ExportDialog::choosePath);
    auto* row = new QHBoxLayout(box);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_path, 1);
    row->addWidget(choose);
    return box;
}

QWidget* ExportDialog::makeFoot()
{
    auto* box = new QWidget(this);
    m_export->setObjectName(QStringLiteral("exportStart"));
    m_export->setProperty("primary", true);
    m_export->setDefault(true);
    m_close->setObjectName(QStringLiteral("exportClose"));
    m_close->setAutoDefault(false);
    m_folder->setObjectName(QStringLiteral("exportFolder"));
    m_folder->setAutoDefault(false);
    connect(m_export, &QPushButton::clicked, this, &ExportDialog::start);
    connect(m_close, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_folder, &QPushButton::clicked, this,
        [this] { QDesktopServices::openUrl(QUrl::fromLocalFile(QFileInfo(m_path->text()).absolutePath())); });
    auto* row = new QHBoxLayout(box);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_folder);
    row->addStretch();
    row->addWidget(m_close);
    row->addWidget(m_export);
    return box;
}

model::ExportFormat ExportDialog::format() const
{
    return static_cast<model::ExportFormat>(m_formats->checkedId());
}

std::uint64_t ExportDialog::countOf(Rows rows) const
{
    const model::RowList& shown = *m_log.source().rows;
    if (rows == Rows::All) {
        return m_workbench.session().told();
    }
    if (rows == Rows::Shown) {
        return shown.size();
    }
    std::uint64_t count = 0;
    for (const LogSelection::Range& range : m_log.selection().ranges()) {
        count += shown.indexOf(range.end) - shown.indexOf(range.first);
    }
    return count;
}

// Nothing: all.
std::unique_ptr<model::RowList> ExportDialog::chosenRows() const
{
    std::vector<model::RowsInRanges::Range> ranges;
    switch (static_cast<Rows>(m_rows->checkedId())) {
    case Rows::All:
        return nullptr;
    case Rows::Shown:
        ranges.push_back({0, m_workbench.session().store().size()});
        break;
    case Rows::Selected:
        for (const LogSelection::Range& range : m_log.selection().ranges()) {
            ranges.push_back({range.first, range.end});
        }
        break;
    }
    return std::make_unique<model::RowsInRanges>(*m_log.source().rows, std::move(ranges));
}

// A name for that form, unless somebody has given another.
void ExportDialog::proposePath()
{
    const QString suffix = suffixOf(format());
    if (m_path->text() == m_proposed) {
        const QString folder = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
        const QString session
            = QFileInfo(QString::fromStdString(m_workbench.session().path())).completeBaseName();
        const QString name = session.isEmpty() ? QStringLiteral("session") : session;
        m_proposed
            = QDir(QFileInfo(folder).isDir() ? folder : QDir::homePath()).filePath(name + u'.' + suffix);
        m_path->setText(m_proposed);
        return;
    }
    const QFileInfo typed(m_path->text());
    const std::string old = typed.suffix().toStdString();
    const bool isOurs = std::ranges::any_of(
        model::exportFormats(), [&](const model::ExportFormatRow& row) { return row.suffix == old; });
    if (isOurs) { // the name stays, with the suffix of the new form
        m_path->setText(m_path->text().chopped(typed.suffix().size()) + suffix);
    }
}

void ExportDialog::choosePath()
{
    auto* dialog = new QFileDialog(this, tr("Export the log"), m_path->text());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(suffixOf(format()));
    dialog->selectFile(m_path->text());
    connect(dialog, &QFileDialog::fileSelected, m_path, &QLineEdit::setText);
    dialog->open();
}

void ExportDialog::start()
{
    model::ExportOptions options;
    options.payload = m_payload->isChecked();
    options.title = QFileInfo(m_path->text()).completeBaseName().toStdString();
    m_task = std::make_unique<ExportTask>(m_workbench.session(), format(), options, chosenRows());
    connect(m_task.get(), &ExportTask::progressed, this, &ExportDialog::showProgress);
    connect(m_task.get(), &ExportTask::finished, this, &ExportDialog::showEnd, Qt::QueuedConnection);
    m_folder->hide();
    if (const auto problem = m_task->start(m_path->text().toStdString())) {
        m_task.reset();
        say("error", fileTroubleText(*problem));
    } else {
        showProgress();
    }
    showState();
}

void ExportDialog::showState()
{
    const bool runs = m_task != nullptr;
    m_form->setEnabled(!runs);
    m_progress->setVisible(runs);
    m_export->setEnabled(!runs && !m_path->text().isEmpty());
    m_close->setText(runs ? tr("Cancel") : tr("Close"));
}

void ExportDialog::showProgress()
{
    const std::uint64_t all = std::max<std::uint64_t>(m_task->rowsInAll(), 1);
    m_progress->setValue(static_cast<int>(m_task->rowsDone() * kParts / all));
    const bool settles = m_task->state() == ExportTask::State::Settling;
    say("dim",
        settles ? tr("On its way to the disk…")
                : tr("%1 of %2 rows, %3")
                      .arg(QLocale().toString(m_task->rowsDone()), QLocale().toString(m_task->rowsInAll()),
                          words::bytes(static_cast<qint64>(m_task->bytesWritten()))));
}

void ExportDialog::showEnd()
{
    const auto task = std::move(m_task);
    if (task == nullptr) {
        return;
    }
    switch (task->state()) {
    case ExportTask::State::Done:
        say("dim",
            tr("Written: %1, %2")
                .arg(words::shown(task->path()), words::bytes(static_cast<qint64>(task->bytesWritten()))));
        m_folder->show();
        break;
    case ExportTask::State::Failed:
        say("error", tr("%1. What was there before is still there.").arg(words::reasonOf(task->error())));
        break;
    default:
        say("dim", tr("Cancelled. Nothing has been written."));
        break;
    }
    showState();
}

void ExportDialog::say(const char* role, const QString& text)
{
    m_words->setText(text);
    m_words->show();
    setLook(*m_words, "role", QString::fromLatin1(role));
}

// While it runs, Escape and Cancel end the export; then the dialog.
void ExportDialog::done(int result)
{
    if (m_task != nullptr) {
        m_task->cancel();
        return;
    }
    QDialog::done(result);
}

}
