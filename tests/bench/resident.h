// What this process has in memory.
#pragma once

namespace bench {

double residentMegabytes(); // with what is mapped of files; less than 0: not known

}
