// What is dropped on a card is sent by its socket: text as UTF-8, files byte for byte, one send() each.
#pragma once

#include <QObject>
#include <QStringList>
#include <functional>

#include "model/data/file_reader.h"
#include "ui/workbench.h"

class QMimeData;

namespace ui {

class CardDrops : public QObject {
    Q_OBJECT

public:
    // May calls be made now? Not in a recording, not in the past.
    CardDrops(Workbench& workbench, std::function<bool()> mayCall, QObject* parent);

    void take(netcore::SocketId socket, const QMimeData& data);

private:
    void readNext();
    void takeFile(const model::FileContent& content);
    void send(netcore::SocketId socket, const QByteArray& bytes);

    struct Wanted {
        netcore::SocketId socket;
        QString path;
    };
    Workbench& m_workbench;
    const std::function<bool()> m_mayCall;
    model::FileReader m_reader;
    std::deque<Wanted> m_files; // the first is being read
};

}
