#include "ui/theme.h"

#include <QFontDatabase>

#include "netcore/sys/address.h"

namespace ui {

namespace {

QColor mixed(const QColor& a, const QColor& b, qreal share)
{
    const auto mix = [&](int x, int y) { return static_cast<int>(x * share + y * (1 - share)); };
    return {mix(a.red(), b.red()), mix(a.green(), b.green()), mix(a.blue(), b.blue())};
}

// Soft backgrounds are their colour, diluted with the panel: they fit both themes.
void dilute(Theme& theme)
{
    const qreal share = theme.highContrast ? 0.10 : theme.dark ? 0.20 : 0.12;
    theme.accentSoft = mixed(theme.accent, theme.panel, share);
    theme.doneSoft = mixed(theme.done, theme.panel, share);
    theme.waitingSoft = mixed(theme.waiting, theme.panel, share);
    theme.errorSoft = mixed(theme.error, theme.panel, share);
}

QColor rgb(QRgb value)
{
    return QColor::fromRgb(value);
}

}

Theme Theme::light()
{
    Theme theme;
    theme.window = rgb(0xf6f7f9);
    theme.panel = rgb(0xffffff);
    theme.line = theme.grid = rgb(0xdfe3e8);
    theme.text = rgb(0x1c2330);
    theme.dim = rgb(0x5f6979);
    theme.faint = rgb(0xa3abb8);
    theme.field = rgb(0xf1f3f6);
    theme.accent = rgb(0x2563dc); // darker than IPv4's blue: it stands as text on its own soft
    theme.onAccent = rgb(0xffffff);
    theme.done = rgb(0x177a4c);
    theme.waiting = rgb(0x935d0d);
    theme.error = rgb(0xc5293d);
    theme.ipv4 = rgb(0x2f6fed);
    theme.ipv6 = rgb(0x0d9488);
    theme.unixDomain = rgb(0x8b5cf6);
    theme.shadow = QColor(28, 35, 48, 26);
    dilute(theme);
    theme.doneSoft = rgb(0xe3f4ea); // diluted, these dark colours would be grey
    theme.waitingSoft = rgb(0xfdf3dc);
    return theme;
}

Theme Theme::dark_()
{
    Theme theme;
    theme.dark = true;
    theme.window = rgb(0x15181e);
    theme.panel = rgb(0x1c2028);
    theme.line = theme.grid = rgb(0x2d333e);
    theme.text = rgb(0xe4e8ef);
    theme.dim = rgb(0x98a2b3);
    theme.faint = rgb(0x5b6474);
    theme.field = rgb(0x242933);
    theme.accent = rgb(0x6ea1ff);
    theme.onAccent = rgb(0x0d1524);
    theme.done = rgb(0x4cc38a);
    theme.waiting = rgb(0xe3b341);
    theme.error = rgb(0xff7986);
    theme.ipv4 = rgb(0x6ea1ff);
    theme.ipv6 = rgb(0x2dd4bf);
    theme.unixDomain = rgb(0xa78bfa);
    theme.shadow = QColor(0, 0, 0, 90);
    dilute(theme);
    return theme;
}

Theme Theme::highContrast_(bool dark)
{
    Theme theme;
    theme.dark = dark;
    theme.highContrast = true;
    theme.window = theme.panel = rgb(dark ? 0x000000 : 0xffffff);
    theme.field = rgb(dark ? 0x141414 : 0xf4f4f4);
    theme.line = rgb(dark ? 0xb8b8b8 : 0x4a4a4a);
    theme.grid = rgb(dark ? 0x1c1c1c : 0xececec);
    theme.text = rgb(dark ? 0xffffff : 0x000000);
    theme.dim = rgb(dark ? 0xe2e2e2 : 0x2b2b2b);
    theme.faint = rgb(dark ? 0xa0a0a0 : 0x5c5c5c);
    theme.accent = rgb(dark ? 0x8fc1ff : 0x0036b3);
    theme.onAccent = rgb(dark ? 0x000000 : 0xffffff);
    theme.done = rgb(dark ? 0x6ff0ae : 0x00552b);
    theme.waiting = rgb(dark ? 0xffd75e : 0x653c00);
    theme.error = rgb(dark ? 0xffb0b8 : 0x9c0014);
    theme.ipv4 = rgb(dark ? 0x8fc1ff : 0x0036b3);
    theme.ipv6 = rgb(dark ? 0x5eead4 : 0x00534b);
    theme.unixDomain = rgb(dark ? 0xd2c2ff : 0x5512b5);
    theme.shadow = QColor(0, 0, 0, 0);
    dilute(theme);
    return theme;
}

DesktopColours coloursOf(const QPalette& desktop)
{
    // QStyleHints::colorScheme() came with Qt 6.5.
    DesktopColours colours;
    colours.dark
        = desktop.color(QPalette::WindowText).lightness() > desktop.color(QPalette::Window).lightness();
    return colours;
}

Theme Theme::chosen(ThemeChoice choice, const DesktopColours& desktop)
{
    const bool isDesktops = choice == ThemeChoice::Desktop;
    if (choice == ThemeChoice::HighContrast || (isDesktops && desktop.highContrast)) {
        return highContrast_(desktop.dark);
    }
    return choice == ThemeChoice::Dark || (isDesktops && desktop.dark) ? dark_() : light();
}

QColor Theme::ofDomain(int domain) const
{
    switch (domain) {
    case AF_INET:
        return ipv4;
    case AF_INET6:
        return ipv6;
    case AF_UNIX:
        return unixDomain;
    default:
        return dim;
    }
}

QPalette Theme::palette() const
{
    QPalette palette;
    palette.setColor(QPalette::Window, window);
    palette.setColor(QPalette::WindowText, text);
    palette.setColor(QPalette::Base, panel);
    palette.setColor(QPalette::AlternateBase, field);
    palette.setColor(QPalette::Text, text);
    palette.setColor(QPalette::PlaceholderText, dim);
    palette.setColor(QPalette::Button, panel);
    palette.setColor(QPalette::ButtonText, text);
    palette.setColor(QPalette::Highlight, accent);
    palette.setColor(QPalette::HighlightedText, onAccent);
    palette.setColor(QPalette::ToolTipBase, panel);
    palette.setColor(QPalette::ToolTipText, text);
    palette.setColor(QPalette::Link, accent);
    palette.setColor(QPalette::Mid, line);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText}) {
        palette.setColor(QPalette::Disabled, role, faint);
    }
    return palette;
}

QFont monospaceFont(const QFont& base, const QString& family)
{
    const QStringList families = QFontDatabase::families();
    QFont font = families.contains(family) ? QFont(family)
        : families.contains(QStringLiteral("JetBrains Mono"))
        ? QFont(QStringLiteral("JetBrains Mono"))
        : QFontDatabase::systemFont(QFontDatabase::FixedFont);
    font.setPointSizeF(base.pointSizeF());
    // Letter by letter: bytes "->" are not an arrow, whatever ligature the family has for them.
    font.setStyleStrategy(QFont::StyleStrategy(QFont::PreferAntialias | QFont::PreferNoShaping));
    return font;
}

QFont wordsFont(const QFont& base)
{
    // A desktop's own choice stands. Without a desktop's settings Qt falls back to a family that nobody
    // chose.
    const bool chosen = !qEnvironmentVariableIsEmpty("QT_QPA_PLATFORMTHEME")
        || !qEnvironmentVariableIsEmpty("KDE_FULL_SESSION");
    QFont font = base;
    if (!chosen && QFontDatabase::families().contains(QStringLiteral("Inter"))) {
        font.setFamily(QStringLiteral("Inter"));
    }
    return font;
}

}
