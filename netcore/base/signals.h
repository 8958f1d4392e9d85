// For threads that make no calls of the user's: whom a signal of the process interrupts should not be them.
#pragma once

namespace netcore {

void blockAllSignals(); // of the calling thread

}
