// The tab of the sequence: the picture, its controls, a line to find something in it, and the way to a file.
#pragma once

#include <QBasicTimer>
#include <QWidget>
#include <memory>

#include "model/filter/filtered_rows.h"
#include "ui/sequence/picture_file.h"
#include "ui/sequence/sequence_view.h"

class QToolButton;

namespace ui {

class FindLine;
class LogPanel;

class SequencePage : public QWidget {
    Q_OBJECT

public:
    // The log's panel has the rows, the filter, and what is known of them; it must outlive the page.
    SequencePage(Workbench& workbench, LogPanel& log, QWidget* parent = nullptr);
    ~SequencePage() override;

    QWidget* head() const { return m_head; }
    SequenceView& view() { return *m_view; }
    void openFind();
    void findNext(bool forward);

    enum class Part : quint8 { Seen, All };
    // Old or new, 0600, never over what is no regular file. Of the log as it is now; saved() tells when.
    void save(const QString& path, PictureForm form, Part part);

Q_SIGNALS:
    void saved(const QString& problem); // empty: it is there, or the user did not want it any more
    void rowOpened(quint64 row);

protected:
    void showEvent(QShowEvent* event) override;
    void timerEvent(QTimerEvent* event) override;

private:
    QWidget* makeHead();
    FindLine* makeFindLine();
    QToolButton* makeExportButton(QWidget* head);
    void connectAll();
    void closeFind();
    void findTyped();
    void findOn();
    void showFound();
    void showFiltered();
    void readOn();
    DrawnPicture drawn(PictureForm form, Part part) const;
    QString write(const QString& path, const QByteArray& bytes) const; // empty, or what went wrong
    void askWhereToSave(PictureForm form, Part part);

    Workbench& m_workbench;
    LogPanel& m_log;
    SequenceView* m_view;
    QWidget* m_head = nullptr;
    QToolButton* m_follow = nullptr;
    QToolButton* m_filtered = nullptr;
    FindLine* m_findLine;
    std::unique_ptr<model::filter::FilteredRows> m_hits;
    bool m_goes = false; // to the first hit, as soon as there is one
    QBasicTimer m_looking; // while something is looked for, or a filter is shown
};

}
