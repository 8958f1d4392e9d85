// File > Export: a form, which rows, with or without payload, where to; and its progress, in place.
#pragma once

#include <QButtonGroup>
#include <QDialog>
#include <memory>

#include "model/export/export_task.h"
#include "ui/workbench.h"

class QCheckBox;
class QGridLayout;
class QLabel;
class QLineEdit;
class QProgressBar;
class QPushButton;

namespace ui {

class LogView;

class ExportDialog : public QDialog {
    Q_OBJECT

public:
    // `log`: which rows are shown, and which of them are selected.
    ExportDialog(Workbench& workbench, const LogView& log, QWidget* parent);
    ~ExportDialog() override;

    void done(int result) override;

private:
    enum class Rows { All, Shown, Selected };

    QWidget* makeFormats();
    QWidget* makeRows();
    QWidget* makeTarget();
    QWidget* makeFoot();
    void proposePath();
    void choosePath();
    void start();
    void showProgress();
    void showEnd();
    void showState();
    void say(const char* role, const QString& text);
    std::unique_ptr<model::RowList> chosenRows() const;
    std::uint64_t countOf(Rows rows) const;
    model::ExportFormat format() const;

    Workbench& m_workbench;
    const LogView& m_log;
    QButtonGroup* m_formats;
    QButtonGroup* m_rows;
    QCheckBox* m_payload;
    QLineEdit* m_path;
    QWidget* m_form; // all that is chosen
    QProgressBar* m_progress;
    QLabel* m_words;
    QPushButton* m_folder;
    QPushButton* m_export;
    QPushButton* m_close;
    QString m_proposed; // the path that stands there unless somebody has typed another
    std::unique_ptr<model::ExportTask> m_task;
};

}
