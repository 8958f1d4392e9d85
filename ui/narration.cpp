#include "ui/narration.h"

#include <QRegularExpression>

#include "ui/words.h"

namespace ui {

QString plainNarration(std::string_view markdown)
{
    static const QRegularExpression stressed(
        QStringLiteral("(?<![\\w*])\\*{1,2}([^*\\s](?:[^*]*[^*\\s])?)\\*{1,2}(?![\\w*])"));
    QString text = words::shown(markdown);
    return text.remove(u'`').replace(stressed, QStringLiteral("\\1"));
}

}
