// How things look: colours by meaning, fonts, and the style sheet made of them. The one place that knows a
// colour.
#pragma once

#include <QColor>
#include <QFont>
#include <QPalette>
#include <QString>

namespace ui {

enum class ThemeChoice : quint8 { Desktop, Light, Dark };

struct Theme {
    bool dark = false;
    QColor window; // behind everything
    QColor panel; // cards, fields, lists
    QColor line; // thin separators, the board's grid
    QColor text;
    QColor dim; // what is read second
    QColor faint; // what is not available now
    QColor field; // code and byte boxes
    QColor accent; // one: selection, the next step, the primary button
    QColor onAccent;
    QColor accentSoft;
    QColor done; // established, success
    QColor doneSoft;
    QColor waiting; // blocked, queued
    QColor waitingSoft;
    QColor error;
    QColor errorSoft;
    QColor ipv4;
    QColor ipv6;
    QColor unixDomain;
    QColor shadow;

    static Theme light();
    static Theme dark_();
    // Desktop: dark where the desktop's palette is.
    static Theme chosen(ThemeChoice choice, const QPalette& desktop);

    QColor ofDomain(int domain) const; // AF_*
    QPalette palette() const;
    QString styleSheet() const;
};

// For calls, addresses and bytes. JetBrains Mono where it is installed, else the system's.
QFont monospaceFont(const QFont& base);
// Inter where it is installed and the desktop has not chosen a font of its own.
QFont wordsFont(const QFont& base);

}
