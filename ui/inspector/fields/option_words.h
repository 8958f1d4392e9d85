// Options in words: what is typed for one, what is wrong with it, what it is for.
#pragma once

#include <QStringList>

#include "netcore/names/option_text.h"
#include "netcore/names/options.h"

namespace ui {

QString optionExample(netcore::OptionType type); // a value to begin with; may be empty
QString optionProblem(netcore::OptionProblem::Reason reason);
// Its meaning and what it takes: "Linux 2.6.37 · needs CAP_NET_ADMIN".
QString optionWords(const netcore::OptionDescription& option, const QString& meaning);
QStringList namesIn(netcore::NameTable table);

}
