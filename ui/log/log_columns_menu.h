// Which columns the log shows, as a menu: of the header, and of a row for who uses the keys.
#pragma once

class QMenu;

namespace ui {

class LogView;

void fillColumnsMenu(QMenu& menu, LogView& view);

}
