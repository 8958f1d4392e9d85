#include "ui/help/welcome.h"

#include <QApplication>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QVBoxLayout>

#include "model/scenario/library.h"
#include "model/scenario/translation.h"
#include "ui/parts.h"
#include "ui/translation.h"

namespace ui {

using namespace model::scenario;

namespace {

constexpr int kMargin = 24;
constexpr int kLessons = 6; // of the course: the others are a click away

QLabel* makeLineOf(QWidget* parent, const char* name, const char* role, const QString& text)
{
    QLabel* label = makeLabel(parent, name, role, text);
    label->setAlignment(Qt::AlignHCenter);
    return label;
}

}

Welcome::Welcome(Workbench& workbench, QWidget* parent)
    : QWidget(parent)
    , m_workbench(workbench)
    , m_title(makeLineOf(this, "welcomeTitle", "", tr("Sockets, seen and touched")))
{
    setObjectName(QStringLiteral("welcome"));
    setAccessibleName(tr("Welcome"));
    m_lessons = makeLessons();
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(kMargin, 0, kMargin, 0);
    column->setSpacing(12);
    column->addStretch(2);
    column->addWidget(m_title);
    column->addWidget(makeLineOf(this, "welcomeText", "dim",
        tr("Every click is a real system call. Nothing listens until you say so.")));
    column->addWidget(makeButtons());
    column->addWidget(m_lessons, 0, Qt::AlignHCenter);
    column->addWidget(makeLineOf(this, "welcomeHint", "dim",
        tr("Ctrl+N, or a double click on the board, makes a socket. Ctrl+K finds every command.")));
    column->addStretch(3);
    connect(&workbench, &Workbench::themeChanged, this, &Welcome::showSizes);
    showSizes();
}

QWidget* Welcome::makeButtons()
{
    auto* line = new QWidget(this);
    auto* watch = new QPushButton(tr("Watch a first connection"), line);
    watch->setObjectName(QStringLiteral("welcomeFirstConnection"));
    setHint(*watch, tr("A server and a client, step by step, on the real kernel"));
    watch->setProperty("primary", true);
    auto* create = new QPushButton(tr("New socket…"), line);
    create->setObjectName(QStringLiteral("welcomeNewSocket"));
    setHint(*create, tr("A socket of your own (Ctrl+N)"));
    m_short = new QPushButton(tr("Lessons…"), line);
    m_short->setObjectName(QStringLiteral("welcomeAllLessons"));
    setHint(*m_short, tr("What can be watched step by step"));
    auto* row = new QHBoxLayout(line);
    row->setContentsMargins(0, 4, 0, 4);
    row->addStretch();
    row->addWidget(watch);
    row->addWidget(create);
    row->addWidget(m_short);
    row->addStretch();
    connect(m_short, &QPushButton::clicked, this,
        [this] { Q_EMIT lessonsWanted(m_short->mapToGlobal(m_short->rect().bottomLeft())); });
    connect(watch, &QPushButton::clicked, this, &Welcome::firstConnectionWanted);
    connect(create, &QPushButton::clicked, this,
        [this, create] { Q_EMIT newSocketWanted(create->mapToGlobal(create->rect().bottomLeft())); });
    return line;
}

QWidget* Welcome::makeLessons()
{
    auto* box = new QWidget(this);
    m_places = new QGridLayout(box);
    m_places->setContentsMargins(0, 0, 0, 0);
    m_places->setHorizontalSpacing(24);
    m_places->setVerticalSpacing(2);
    QLabel* heading = makeLineOf(box, "welcomeLessons", "heading", tr("Lessons"));
    heading->setWordWrap(false);
    m_places->addWidget(heading, 0, 0, 1, 2);
    const auto addLink = [&](const QString& name, const QString& text) {
        auto* link = new QPushButton(text, box);
        link->setObjectName(name);
        link->setProperty("link", true);
        link->setCursor(Qt::PointingHandCursor);
        m_links.push_back(link);
        return link;
    };
    const QStringList names = builtInNames();
    for (const QString& name : names.mid(0, kLessons)) {
        QString title = builtInTitle(name, spokenLanguage());
        title.replace(u'&', QStringLiteral("&&"));
        connect(addLink(QStringLiteral("lesson-") + name, title), &QPushButton::clicked, this,
            [this, name] { Q_EMIT lessonWanted(name); });
    }
    QPushButton* all = addLink(QStringLiteral("lessonsAll"), tr("All %1 lessons…").arg(names.size()));
    connect(all, &QPushButton::clicked, this,
        [this, all] { Q_EMIT lessonsWanted(all->mapToGlobal(all->rect().bottomLeft())); });
    placeLinks(1);
    return box;
}

// The last one, to all of them, stands alone where there are two beside each other.
void Welcome::placeLinks(int columns)
{
    if (columns == m_columns) {
        return;
    }
    m_columns = columns;
    const auto rows = (static_cast<int>(m_links.size()) - 1 + columns - 1) / columns;
    for (int i = 0; i < static_cast<int>(m_links.size()); ++i) {
        QPushButton* link = m_links[static_cast<std::size_t>(i)];
        m_places->removeWidget(link);
        const bool isLast = link == m_links.back();
        const int column = isLast ? 0 : i / rows;
        const int row = isLast ? rows : i % rows;
        const bool alone = isLast || columns == 1;
        m_places->addWidget(
            link, row + 1, column, 1, alone ? 2 : 1, alone ? Qt::AlignHCenter : Qt::AlignLeft);
    }
}

void Welcome::showSizes()
{
    QFont large = QApplication::font(); // grows with the presenter's big type
    large.setPointSizeF(large.pointSizeF() * 1.7);
    large.setWeight(QFont::DemiBold);
    m_title->setFont(large);
    if (isVisible()) { // else with its first size
        showWhatFits();
    }
}

void Welcome::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    showWhatFits();
}

void Welcome::showWhatFits()
{
    const QFontMetrics metrics(QApplication::font());
    const int others = metrics.height() * 12; // title, text, buttons, hint, and the room between them
    const auto fits = [&](int columns) {
        placeLinks(columns);
        m_places->invalidate();
        const QSize wanted = m_lessons->sizeHint();
        return height() >= others + wanted.height() && width() >= wanted.width() + 2 * kMargin;
    };
    const bool listed = fits(1) || fits(2);
    m_lessons->setVisible(listed);
    m_short->setVisible(!listed);
}

}
