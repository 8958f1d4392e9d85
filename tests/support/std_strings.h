// Lets QCOMPARE print std::string.
#pragma once

#include <QTest>
#include <string>

namespace QTest {

template<> inline char* toString(const std::string& text)
{
    return qstrdup(text.c_str());
}

}
