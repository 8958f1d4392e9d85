#include "app/fonts_ahead.h"

#include <fontconfig/fontconfig.h>

namespace app {

FontsAhead::FontsAhead() : m_reading([] { FcInit(); }) { }

}
