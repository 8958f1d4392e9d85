// Another program, as a peer: what it says is collected, and none of our sockets leaks into it.
#pragma once

#include <QProcess>

namespace uitest {

class Program {
public:
    // Skips nothing by itself: ask isInstalled() first.
    static bool isInstalled(const QString& name);

    Program(const QString& name, const QStringList& arguments);
    ~Program(); // ends it

    // Waits until it has said that on its standard output, or among its messages.
    bool says(const QByteArray& text);
    bool reports(const QByteArray& text);
    void write(const QByteArray& text) { m_process.write(text); }
    void endInput() { m_process.closeWriteChannel(); }
    bool ends(); // waits for that
    QByteArray messages() const { return m_messages; }
    qint64 pid() const { return m_process.processId(); }

private:
    QProcess m_process;
    QByteArray m_output;
    QByteArray m_messages;
};

// A port of the loopback address that nobody has at the moment.
quint16 freePort(int family, int type);

}
