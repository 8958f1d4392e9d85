// Whether words have the room that they need.
#pragma once

#include <QStringList>
#include <QWidget>

namespace uitest {

QString nameOf(const QWidget& widget); // class and name, for a message

// Labels and buttons that are seen, and cut: "QLabel who (20x12) “what it says”".
QStringList wordsThatDoNotFit(QWidget& window);

}
