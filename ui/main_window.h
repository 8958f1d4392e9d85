// The window: panels, menus and actions, put together. What they do is theirs.
#pragma once

#include <QApplication>
#include <QMainWindow>
#include <QSplitter>

#include "ui/board/board_view.h"
#include "ui/files/progress_strip.h"
#include "ui/inspector/inspector_panel.h"
#include "ui/log/log_panel.h"
#include "ui/lower_panel.h"
#include "ui/message_bar.h"
#include "ui/new_socket_popup.h"
#include "ui/preferences.h"
#include "ui/scenario/scenario_panel.h"
#include "ui/status_line.h"
#include "ui/workbench.h"

class QPushButton;
class QToolButton;

namespace model::scenario {
struct Parsed;
}

namespace ui {

class CommandPalette;
struct Command;
class Commands;
class FileMenu;

// How the desktop looks before anything of ours is set.
struct DesktopLook {
    QPalette palette = QApplication::palette();
    QFont font = QApplication::font();
    DesktopColours colours = coloursOf(QApplication::palette());
};

class SequencePage;
class StreamPage;
class TimeBar;

class MainWindow : public QMainWindow {
    Q_OBJECT

public:
    MainWindow(model::Session& session, Preferences& preferences, const DesktopLook& desktop = {});

    void showNewSocket(const QPoint& globalPosition);
    void showLookUp(const QPoint& globalPosition);
    void applyLook();
    void followDesktop(const DesktopColours& colours); // what it says has changed
    void openScenarioFile(const QString& path);
    void showProblem(const QString& what, const QString& remedy);
    void ask(const QString& question, const QString& action, std::function<void()> onYes);

Q_SIGNALS:
    void openWanted(const QString& path); // a file, in whatever window it needs
    void newWindowWanted();
    void lookChosen(); // by the user, for all windows: the preferences have it
    void closed();
    void restartWanted(); // of the whole program
    void firstPainted(); // the user sees it: what can wait has waited for this

protected:
    void closeEvent(QCloseEvent* event) override;
    void changeEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    bool focusNextPrevChild(bool next) override;

private:
    static QFont chosenFont(const Preferences& preferences, const QFont& desktop);
    static QWidget* fontFirst(const Preferences& preferences, const DesktopLook& desktop); // no parent
    QWidget* makeToolBar();
    QWidget* makeRecordingBar(); // instead, where the session was opened from a file
    void makeFileMenu();
    void showKeeping();
    void makePanels();
    void makeLowerPanel();
    void addLowerPages(QMenu* view);
    void connectStreams(StreamPage& page);
    void followConversation(quint64 row);
    void showInLog(quint64 row);
    QWidget* besideScenario(QWidget* panels);
    QWidget* makeBoardAndTime();
    void addMomentActions(QMenu* view);
    std::optional<model::Row> rowOfMoment() const; // nothing: nothing had happened yet
    NewSocketPopup& newSocketPopup();
    QWidget* makePairButton(QWidget* parent);
    void makeSocket(const netcore::Call& call); // socket() or socketpair(), where there is room on the board
    void makeEditMenu(); // of the board
    void followSocket(netcore::SocketId socket);
    void makeMenus();
    void makeSocketMenu();
    void makeScenarioMenu();
    void makeRoomForScenario();
    bool hasRoomForAll(int width) const; // scenario, board and inspector beside each other
    void playBuiltIn(const QString& name, bool byItself);
    void play(model::scenario::Parsed scenario, const QString& file, bool byItself);
    void makeViewMenu();
    void makeHelpMenu();
    QAction* addAction(QMenu* menu, const char* name, const QString& text, const QKeySequence& key);
    QWidget* makePaletteButton(QWidget* parent);
    void addCommands(); // what the palette offers beside the menus
    void jumpTo(netcore::SocketId socket);
    void showPalette();
    void showKeys();
    void showPreferences();
    void resetPreferences();
    void addOtherActions(std::vector<Command>& all);
    void addPreferenceCommands(std::vector<Command>& all);
    void togglePresenter();
    void addPanelActions(QMenu* view);
    void showPanel(QWidget& panel, bool shown);
    void goToPanel(int by);
    void restoreLayout();
    void keepLayout();
    void resetLayout();
    void fitInspector();
    void scaleText(qreal factor);
    void showExport();
    void showAbout();

    Preferences& m_preferences;
    DesktopLook m_desktop;
    Workbench m_workbench;
    MessageBar* m_messages = nullptr;
    ProgressStrip* m_progress = nullptr;
    FileMenu* m_files = nullptr;
    ScenarioPanel* m_scenario = nullptr;
    BoardView* m_board = nullptr;
    TimeBar* m_time = nullptr;
    InspectorPanel* m_inspector = nullptr;
    bool m_inspectorGaveWay = false; // to a scenario
    LogPanel* m_log = nullptr;
    LowerPanel* m_lower = nullptr;
    SequencePage* m_sequence = nullptr; // once it was shown
    StreamPage* m_streams = nullptr; // likewise
    StatusLine* m_status = nullptr;
    QSplitter* m_across = nullptr; // board and log | inspector
    QSplitter* m_down = nullptr; // board / log
    QToolButton* m_newSocket = nullptr;
    QToolButton* m_scenarioButton = nullptr;
    NewSocketPopup* m_popup = nullptr; // once it was opened
    Commands* m_commands = nullptr;
    CommandPalette* m_palette = nullptr; // once it was opened
    QPushButton* m_paletteButton = nullptr;
    bool m_applyingLook = false;
    bool m_isPainted = false; // once
};

}
