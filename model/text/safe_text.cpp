#include "model/text/safe_text.h"

#include "netcore/base/printable.h"

namespace model {

QString safeText(std::string_view bytes)
{
    QString text;
    while (!bytes.empty()) {
        const std::size_t length = netcore::printableCharacter(bytes);
        if (length > 0) {
            text += QString::fromUtf8(bytes.data(), static_cast<qsizetype>(length));
        } else {
            const auto byte = static_cast<unsigned char>(bytes.front());
            text += QStringLiteral("\\x%1").arg(byte, 2, 16, QLatin1Char('0'));
        }
        bytes.remove_prefix(std::max<std::size_t>(length, 1));
    }
    return text;
}

}
