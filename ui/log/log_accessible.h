// The log for who does not see it: a list, and each row an item of it.
#pragma once

namespace ui {

// Once in a program, before the first view is asked.
void installLogAccessibility();

}
