// What stands beside a call on a picture: short, and in the words of C.
#pragma once

#include <QString>

#include "model/sequence/sequence_picture.h"

namespace model {

struct CallLabel {
    QString name; // "send"
    QString object; // what it is about: "127.0.0.1:5000", "\"hello\""; may be empty
    QString result; // "5", "-1 EPIPE"
    bool failed = false;

    QString withResult() const { return name + QStringLiteral(" = ") + result; }
    QString full() const; // bind 127.0.0.1:5000 = 0
};

// `most`: characters of the object; longer ones are cut.
CallLabel callLabel(const EventStore& store, Row row, bool payload, int most);

}
