// Reads a file to be sent, whole, off the window's thread.
//
// Threads: belongs to its owner's thread, which has an event loop; each reading has a thread of its own,
// which the destructor waits for (reading is bounded, and only regular files are read: it ends).
#pragma once

#include <QByteArray>
#include <QObject>
#include <QString>
#include <map>
#include <thread>

namespace model {

struct FileContent {
    enum class Problem : quint8 { None, CannotOpen, NotRegular, TooLarge, CannotRead };
    Problem problem = Problem::None;
    int error = 0; // errno of CannotOpen and CannotRead
    qint64 size = 0; // bytes, of the file
    QByteArray bytes;
};

// Regular files only, up to `most` bytes. Opens without waiting: a FIFO or a device never holds it up.
FileContent readWhole(const QString& path, qint64 most);

class FileReader : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;
    ~FileReader() override;

    // done() follows for the newest one; what was asked before is forgotten.
    void read(const QString& path, qint64 most);

Q_SIGNALS:
    void done(const model::FileContent& content);

private:
    void finished(quint64 number, const FileContent& content);

    std::map<quint64, std::thread> m_threads; // by the number of the reading
    quint64 m_asked = 0;
};

}
