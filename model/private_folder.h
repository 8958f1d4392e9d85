// A folder of our own, 0700, for the UNIX sockets that we propose: nobody else can connect or put a file in
// the way.
#pragma once

#include <QString>
#include <QTemporaryDir>
#include <memory>

namespace model {

class PrivateFolder {
public:
    // Made when first asked for, removed with this object. Empty where none could be made.
    QString path();
    // A path in it that nothing has yet: "echo.sock", "echo-2.sock" ...
    QString freePath(const QString& name);

private:
    std::unique_ptr<QTemporaryDir> m_folder;
};

}
