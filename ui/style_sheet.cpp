// Theme::styleSheet(): the designed look of ordinary controls. Sizes are in em of the font, so big type just
// works.

#include "ui/theme.h"

#include <QStringList>

namespace ui {

namespace {

// clang-format off
constexpr auto kSheet = R"(
QMainWindow, QDialog { background: @window; }
QToolTip { background: @panel; color: @text; border: 1px solid @line; padding: 4px 6px; }

QMenuBar { background: @panel; border-bottom: 1px solid @line; padding: 2px 6px; }
QMenuBar::item { padding: 4px 8px; border-radius: 5px; background: transparent; }
QMenuBar::item:selected { background: @field; }
QMenu { background: @panel; border: 1px solid @line; padding: 5px; }
QMenu::item { padding: 5px 26px 5px 24px; border-radius: 5px; }
QMenu::item:selected { background: @accentSoft; color: @text; }
QMenu::item:disabled { color: @faint; }
QMenu::separator { height: 1px; background: @line; margin: 5px 4px; }

QPushButton, QToolButton { background: @panel; color: @text; border: 1px solid @line; border-radius: 6px;
    padding: 5px 10px; outline: none; }
QPushButton:hover, QToolButton:hover { border-color: @faint; }
QPushButton:pressed, QToolButton:pressed { background: @field; }
QPushButton:focus, QToolButton:focus { border: 1px solid @accent; }
QPushButton:disabled, QToolButton:disabled { color: @faint; }
QPushButton:checked, QToolButton:checked { background: @accentSoft; border-color: @accent; color: @accentText; }
QPushButton[primary="true"], QToolButton[primary="true"] { background: @accent; color: @onAccent;
    border-color: @accent; }
QPushButton[primary="true"]:hover, QToolButton[primary="true"]:hover { background: @accentHover; }
QPushButton[primary="true"]:focus, QToolButton[primary="true"]:focus { border: 1px solid @text; }
QPushButton:checked:focus, QToolButton:checked:focus { border-color: @text; }
QPushButton[primary="true"]:disabled { background: @field; color: @faint; border-color: @line; }
QPushButton[unusual="true"] { color: @faint; border-style: dashed; }
QToolButton[flat="true"], QPushButton[flat="true"] { border: 1px solid transparent; background: transparent;
    padding: 4px 6px; }
QToolButton[flat="true"]:hover, QPushButton[flat="true"]:hover { background: @field; }
QToolButton[flat="true"]:focus, QPushButton[flat="true"]:focus { border: 1px solid @accent; }
QToolButton[chip="true"] { background: transparent; color: @dim; border: 1px solid @line; border-radius: 8px;
    padding: 0px 7px; }
QToolButton[chip="true"][on="true"] { background: @accentSoft; color: @accentText; border-color: @accent; }
QToolButton[chip="true"]:focus { border-color: @text; }
QToolButton[segment="true"] { background: transparent; border: 1px solid transparent; color: @dim; padding: 4px 8px; }
QToolButton[segment="true"]:hover { background: @field; }
QToolButton[segment="true"]:checked { background: @accentSoft; color: @accentText; }
QToolButton[segment="true"]:focus { border-color: @accent; }
#followButton, #observationsButton, #coloursButton, #copyButton { padding: 5px 8px; }
QToolButton::menu-indicator { image: none; width: 0; }
QPushButton::menu-indicator { image: none; width: 0; }

QLineEdit, QSpinBox, QComboBox, QPlainTextEdit { background: @field; color: @text; border: 1px solid @line;
    border-radius: 5px; padding: 4px 7px; selection-background-color: @accent; selection-color: @onAccent; }
QLineEdit:focus, QSpinBox:focus, QComboBox:focus, QPlainTextEdit:focus { border-color: @accent; }
QLineEdit[on="true"], QPlainTextEdit[on="true"] { background: @doneSoft; border-color: @done; }
QLineEdit[wrong="true"], QPlainTextEdit[wrong="true"] { border-color: @error; }
QLineEdit[on="true"]:focus, QPlainTextEdit[on="true"]:focus { border: 2px solid @accent; padding: 3px 6px; }
QLineEdit[wrong="true"]:focus, QPlainTextEdit[wrong="true"]:focus { border: 2px solid @error; padding: 3px 6px; }
QComboBox::drop-down { border: none; width: 1.6em; }
QComboBox::down-arrow { image: url(:/icons/down-on-@ground.svg); width: 0.8em; height: 0.8em; }
QComboBox QAbstractItemView { background: @panel; border: 1px solid @line; selection-background-color: @accentSoft;
    selection-color: @text; outline: none; }
QSpinBox::up-button, QSpinBox::down-button { width: 0; border: none; }
QCheckBox, QRadioButton { spacing: 7px; padding: 2px; border: 1px solid transparent; border-radius: 4px;
    outline: none; }
QCheckBox::indicator, QRadioButton::indicator { width: 1em; height: 1em; border: 1px solid @dim; background: @panel; }
QCheckBox::indicator { border-radius: 3px; }
QRadioButton::indicator { border-radius: 0.5em; }
QCheckBox::indicator:checked, QRadioButton::indicator:checked { background: @accent; border-color: @accent;
    image: url(:/icons/tick-on-@ground.svg); }
QRadioButton::indicator:checked { image: url(:/icons/dot-on-@ground.svg); }
QCheckBox::indicator:disabled, QRadioButton::indicator:disabled { border-color: @line; }
QCheckBox:focus, QRadioButton:focus { border-color: @accent; }
QAbstractItemView { background: @panel; border: 1px solid @line; }
QAbstractItemView:focus { border-color: @accent; }
#dataView, #streamView { background: transparent; border: none; }
#conversationList { border: none; border-right: 1px solid @line; outline: none; }
#conversationList:focus { border: 1px solid @accent; }
#conversationList::item { padding: 4px 8px; border: 1px solid transparent; }
#conversationList::item:selected { background: @accentSoft; color: @text; }
#streamFindLine { border-top: 1px solid @line; }

QTabBar { background: transparent; outline: none; }
QTabBar::tab { background: transparent; color: @dim; padding: 7px 2px 6px 2px; margin: 0 5px 0 5px;
    border: none; border-bottom: 2px solid transparent; }
#lowerTabs::tab { margin: 0 5px 0 5px; }
QTabBar::tab:selected { color: @text; border-bottom-color: @accent; }
QTabBar::tab:focus { color: @accentText; }
QTabBar::tab:selected:focus { background: @accentSoft; border: 1px solid @accent; border-bottom: 2px solid @accent;
    padding: 6px 1px; border-radius: 4px; }
QTabWidget::pane { border: none; border-top: 1px solid @line; }

QSplitter::handle { background: @line; }
QSplitter::handle:horizontal { width: 1px; }
QSplitter::handle:vertical { height: 1px; }

QAbstractScrollArea::corner { background: transparent; border: none; }
QScrollBar:vertical { background: transparent; width: 11px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 11px; margin: 0; }
QScrollBar::handle { background: @scroll; border-radius: 3px; margin: 3px; }
QScrollBar::handle:vertical { min-height: 28px; }
QScrollBar::handle:horizontal { min-width: 28px; }
QScrollBar::handle:hover { background: @dim; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QScrollArea { border: none; background: transparent; }

#toolBar, #inspector, #lowerPanel, #logPanel, #statusBar, #messageBar, #newSocketPopup,
#lookUpPopup, #keepingPopup, #progressStrip { background: @panel; }
#toolBar { border-bottom: 1px solid @line; }
#statusBar { border-top: 1px solid @line; }
#rulesPopup { background: @panel; }
#newSocketPopup, #lookUpPopup, #keepingPopup, #rulesPopup, #commandPalette { border: 1px solid @line;
    border-radius: 9px; }
#commandPalette { background: @panel; }
#paletteEdit { padding: 6px 9px; }
#paletteList { border: none; background: @panel; outline: none; }
#paletteButton { background: @field; color: @dim; text-align: left; padding: 5px 10px; }
#paletteButton:hover { border-color: @faint; }
#paletteButton:focus { border-color: @accent; }
#keysTree::item { padding: 3px 4px; }
QHeaderView::section { background: @panel; color: @dim; border: none; border-bottom: 1px solid @line;
    padding: 4px 6px; }
#progressStrip { border-bottom: 1px solid @line; }
QProgressBar { background: @field; border: none; border-radius: 3px; max-height: 6px; min-height: 6px; }
QProgressBar::chunk { background: @accent; border-radius: 3px; }
#scenarioPanel { background: @panel; }
#waitingBand { border-top: 1px solid @line; }
#waitingBand[waits="true"] { background: @waitingSoft; border-top: 1px solid @waiting; }
#messageBar[tone="error"] { background: @errorSoft; border-bottom: 1px solid @error; }
#messageBar[tone="note"] { background: @accentSoft; border-bottom: 1px solid @accent; }
#messageBar[tone="question"] { background: @waitingSoft; border-bottom: 1px solid @waiting; }
QLabel[role="dim"] { color: @dim; }
QLabel[role="error"] { color: @error; }
QLabel[role="done"] { color: @done; }
QLabel[role="waiting"] { color: @waiting; }
QLabel[role="heading"] { color: @text; font-weight: 600; }
QLabel[role="detailGroup"] { color: @text; font-weight: 600; padding-top: 6px; }
QPushButton[link="true"] { border: 1px solid transparent; background: transparent; color: @accentText;
    padding: 2px 4px; text-align: left; }
QPushButton[link="true"]:hover { background: @field; }
QPushButton[link="true"]:focus { border-color: @accent; }
#logDetail { background: @panel; }
QLabel[role="group"] { color: @text; font-weight: 600; padding: 10px 14px 4px 11px; }
#optionEditor { background: @field; border-bottom: 1px solid @line; }
#optionEditor QLineEdit, #optionEditor QComboBox { background: @panel; }
QLabel[role="code"], QFrame[role="code"] { background: @field; border-radius: 6px; padding: 7px 9px; }
QFrame[role="line"] { background: @line; max-height: 1px; min-height: 1px; border: none; }
QFrame[role="column"] { background: @line; max-width: 1px; min-width: 1px; border: none; }
)";
// Focus must be seen where every border is strong already. The room that the border takes is the padding's.
constexpr auto kStrongFocus = R"(
QPushButton:focus, QToolButton:focus { border: 2px solid @accent; padding: 4px 10px; }
QToolButton[flat="true"]:focus, QPushButton[flat="true"]:focus { border: 2px solid @accent; padding: 3px 5px; }
QPushButton[link="true"]:focus { border: 2px solid @accent; padding: 1px 3px; }
QPushButton[primary="true"]:focus, QToolButton[primary="true"]:focus { border: 2px solid @text; padding: 4px 10px; }
QToolButton[segment="true"]:focus { border: 2px solid @accent; padding: 3px 7px; }
QLineEdit:focus, QSpinBox:focus, QComboBox:focus, QPlainTextEdit:focus { border: 2px solid @accent; padding: 3px 6px; }
QMenu::item:selected { border: 1px solid @accent; }
)";
// clang-format on

}

QString Theme::styleSheet() const
{
    QString sheet = QString::fromLatin1(kSheet);
    if (highContrast) {
        sheet += QLatin1String(kStrongFocus);
    }
    // Longer names first: @accent is the beginning of @accentSoft.
    const std::initializer_list<std::pair<const char*, QColor>> colours {
        {"@accentSoft", accentSoft},
        {"@accentText", accent},
        {"@accentHover", dark ? accent.lighter(110) : accent.darker(110)},
        {"@accent", accent},
        {"@onAccent", onAccent},
        {"@waitingSoft", waitingSoft},
        {"@waiting", waiting},
        {"@errorSoft", errorSoft},
        {"@error", error},
        {"@window", window},
        {"@panel", panel},
        {"@field", field},
        {"@line", line},
        {"@text", text},
        {"@dim", dim},
        {"@doneSoft", doneSoft},
        {"@done", done},
        {"@faint", faint},
        {"@scroll",
            highContrast ? dim
                : dark   ? QColor(0x414958)
                         : QColor(0xc6ccd5)},
    };
    for (const auto& [name, colour] : colours) {
        sheet.replace(QLatin1String(name), colour.name());
    }
    sheet.replace(QLatin1String("@ground"), QLatin1String(dark ? "dark" : "light"));
    return sheet;
}

}
