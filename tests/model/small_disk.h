// A child with a disk of 64 KiB of its own (a tmpfs in a mount namespace), where the kernel allows that.
#pragma once

#include <functional>
#include <optional>
#include <string>

namespace smallDisk {

// Runs `work` in the child, with the folder of the disk. What it returns; "denied: ..." where there can't be
// such a disk; "ended by ..." where the child crashed.
std::string with(const std::function<std::string(const std::string& folder)>& work);
bool grow(const std::string& folder); // in the child: 64 MiB from now on

// Runs `work` in a child and kills it with SIGKILL as soon as `isTime` holds.
void killWhen(const std::function<void()>& work, const std::function<bool()>& isTime);

}
