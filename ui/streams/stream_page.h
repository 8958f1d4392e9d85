// The tab of streams: who talks with whom at the left, the sheet of the chosen conversation, and a line to
// find something in it.
#pragma once

#include <QBasicTimer>
#include <QWidget>

#include "model/streams/conversation.h"
#include "ui/streams/stream_view.h"

class QListWidget;
class QToolButton;

namespace ui {

class FindLine;

class StreamPage : public QWidget {
    Q_OBJECT

public:
    explicit StreamPage(Workbench& workbench, QWidget* parent = nullptr);

    QWidget* head() const { return m_head; }
    StreamView& view() { return *m_view; }
    void showSocket(netcore::SocketId socket); // its conversation; none: nothing changes
    void showRow(model::Row row); // that the log has chosen
    void openFind();
    void findNext(bool forward);
    // Old or new, 0600, never over what is no regular file. Empty, or what went wrong.
    QString save(const QString& path, model::ByteForm form, bool raw) const;

Q_SIGNALS:
    void rowPicked(quint64 row);
    void rowOpened(quint64 row);

protected:
    void showEvent(QShowEvent* event) override;
    void timerEvent(QTimerEvent* event) override;

private:
    QWidget* makeHead();
    QToolButton* makeSaveButton(QWidget* head);
    FindLine* makeFindLine();
    void connectAll();
    void refresh();
    void showList();
    void choose(int index);
    QString nameOf(const model::Conversation& conversation) const;
    QString amountsOf(const model::Conversation& conversation) const;
    void closeFind();
    void findTyped();
    void showFound();
    void askWhereToSave(model::ByteForm form, bool raw);

    Workbench& m_workbench;
    QListWidget* m_list;
    StreamView* m_view;
    QWidget* m_head;
    QToolButton* m_follow = nullptr;
    FindLine* m_findLine;
    QToolButton* m_asHex = nullptr;
    QToolButton* m_case = nullptr;
    std::vector<model::Conversation> m_conversations;
    netcore::SocketId m_chosen = netcore::kNoSocket; // first of the conversation that is shown
    netcore::SocketId m_chosenPeer = netcore::kNoSocket;
    QBasicTimer m_refresh; // the list is told anew a few times a second, not for each drain
};

}
