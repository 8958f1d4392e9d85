// The board for who does not see it: each card is a child of the view, with its state as its name and its
// calls as actions.
#pragma once

namespace ui {

// Once in a program, before the first view is asked.
void installBoardAccessibility();

}
