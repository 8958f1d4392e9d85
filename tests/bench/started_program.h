// A program that is started and watched from outside, so that it can be anybody's.
#pragma once

#include <QStringList>

namespace bench {

// Each with the path of a program, in a process that is a client of the display (roles.h). Less than 0: it
// showed nothing.
double firstPicture(const QStringList& arguments); // ms from its start
double residentAtRest(const QStringList& arguments); // MB; the second: VmRSS, RssAnon or RssFile

}
