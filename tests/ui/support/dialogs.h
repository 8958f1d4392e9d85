// The dialogs and popups of the window that stay open beside it, and how somebody opens them.
#pragma once

#include <QWidget>
#include <array>
#include <functional>

#include "tests/ui/support/window_under_test.h"

namespace uitest {

struct Dialog {
    const char* what;
    const char16_t* opener; // an action of the menu, or a button
    const char16_t* name;
    bool hasStops = true; // of the Tab key: not a menu, nor a text that is only read
};

inline constexpr std::array kDialogs {
    Dialog {"new socket", u"actionNewSocket", u"newSocketPopup"},
    Dialog {"look up", u"actionLookUp", u"lookUpPopup"},
    Dialog {"palette", u"actionPalette", u"commandPalette"},
    Dialog {"preferences", u"actionPreferences", u"preferencesDialog"},
    Dialog {"export", u"actionExport", u"exportDialog"},
    Dialog {"keys", u"actionKeys", u"keysDialog"},
    Dialog {"what is kept", u"actionKeeping", u"keepingPopup"},
    Dialog {"saved filters", u"filterSaved", u"filterSavedMenu", false},
    Dialog {"filter language", u"filterHelp", u"filterHelpPopup", false},
    Dialog {"colours", u"coloursButton", u"rulesPopup"},
};

// Fails the test and returns nullptr where it does not open.
QWidget* open(WindowUnderTest& window, const Dialog& dialog);
// The dialog as it is, or with each of its pages in turn.
void forEachPage(QWidget& dialog, const std::function<void()>& visit);

}

Q_DECLARE_METATYPE(uitest::Dialog)
