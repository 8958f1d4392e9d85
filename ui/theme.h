// How things look: colours by meaning, fonts, and the style sheet made of them. The one place that knows a
// colour.
#pragma once

#include <QColor>
#include <QFont>
#include <QPalette>
#include <QString>

namespace ui {

enum class ThemeChoice : quint8 { Desktop, Light, Dark, HighContrast };

// What the desktop wishes for.
struct DesktopColours {
    bool dark = false;
    bool highContrast = false;
    bool still = false; // nothing should move

    bool operator==(const DesktopColours&) const = default;
};

struct Theme {
    bool dark = false;
    bool highContrast = false;
    bool moves = true; // animations explain; false: what they lead to is there at once
    QColor window; // behind everything
    QColor panel; // cards, fields, lists
    QColor line; // thin separators, borders
    QColor grid; // of the board
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
    static Theme highContrast_(bool dark); // 7:1 and more
    // High contrast is dark where the desktop is.
    static Theme chosen(ThemeChoice choice, const DesktopColours& desktop);

    QColor ofDomain(int domain) const; // AF_*
    QPalette palette() const;
    QString styleSheet() const;
};

// Dark where its text is lighter than what it stands on. A palette says nothing about the rest.
DesktopColours coloursOf(const QPalette& desktop);

// For calls, addresses and bytes. JetBrains Mono where it is installed, else the system's.
QFont monospaceFont(const QFont& base, const QString& family = {});
// Inter where it is installed and the desktop has not chosen a font of its own.
QFont wordsFont(const QFont& base);

}
