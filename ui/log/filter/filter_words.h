// The words of the filter language for people: what each field is, and the page of help.
#pragma once

#include <QString>

#include "model/filter/facts.h"
#include "model/filter/spans.h"

namespace ui {

QString meaning(model::filter::Field field); // "how long the call took"
// Behind a proposal: what it is. May be empty.
QString hint(const model::filter::Completion& completion, const model::filter::Facts& facts);
QString filterHelp(); // as HTML of our own words

}
