// What a child process can be.
#pragma once

#include <QStringList>
#include <span>

namespace bench {

struct Role {
    const char* name;
    double (*run)(const QStringList& arguments);
};
std::span<const Role> roles();

double pingClient(const QStringList& arguments); // port, seconds: round trips a second
double residentAt(const QStringList& arguments); // events: MB

}
