// What runs in a process of its own: so that strace can watch it, or that its memory is its own.
#pragma once

#include <QStringList>
#include <functional>
#include <optional>

namespace bench {

// sockscope-bench --child ROLE ARGUMENT...: nothing if this process is no child.
std::optional<int> runAsChild(int argc, char** argv);

// Starts this program as a child, behind `before` where there is something (strace ...), on that processor
// (-1: any), and returns what it printed: one number. Less than 0: it failed, and said why on stderr.
double childsNumber(const QStringList& before, const QStringList& role, int processor = -1);

}
