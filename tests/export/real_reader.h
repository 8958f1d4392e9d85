// Programs that read exports: what they say of one.
#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>

struct ReaderResult {
    bool started = false; // false: it is not installed here
    int code = -1;
    QByteArray output;
    QByteArray errors;
};

ReaderResult readBy(const QString& program, const QStringList& arguments, const QByteArray& input = {});
