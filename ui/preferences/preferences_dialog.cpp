#include "ui/preferences/preferences_dialog.h"

#include <QApplication>
#include <QCheckBox>
#include <QDialogButtonBox>
#include <QFontDatabase>
#include <QSpinBox>
#include <QVBoxLayout>
#include <algorithm>
#include <cmath>

#include "ui/files/keeping_form.h"
#include "ui/log/log_view.h"
#include "ui/parts.h"
#include "ui/translation.h"

namespace ui {

namespace {

QStringList fixedFamilies(const QStringList& families)
{
    QStringList fixed;
    std::copy_if(families.begin(), families.end(), std::back_inserter(fixed),
        [](const QString& family) { return QFontDatabase::isFixedPitch(family); });
    return fixed;
}

}

PreferencesDialog::PreferencesDialog(
    Preferences& preferences, Workbench& workbench, LogView& log, QWidget* parent)
    : QDialog(parent)
    , m_preferences(preferences)
    , m_workbench(workbench)
    , m_log(log)
    , m_pages(new QTabWidget(this))
{
    setObjectName(QStringLiteral("preferencesDialog"));
    setWindowTitle(tr("Preferences"));
    m_pages->setObjectName(QStringLiteral("preferencesPages"));
    m_pages->setAccessibleName(tr("Pages of preferences"));
    m_pages->setDocumentMode(true);
    m_pages->tabBar()->setDrawBase(false); // a bright line in the dark
    m_pages->tabBar()->setObjectName(QStringLiteral("preferencesTabs"));
    m_pages->tabBar()->setAccessibleName(tr("Pages of preferences"));
    addLook();
    addLog();
    addKeeping();
    addGeneral();
    auto* done = new QPushButton(tr("C&lose"), this);
    done->setObjectName(QStringLiteral("preferencesClose"));
    connect(done, &QPushButton::clicked, this, &QDialog::close);
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(makeLabel(this, "preferencesNote", "dim", tr("What is chosen holds at once.")), 1);
    buttons->addWidget(done);
    auto* column = new QVBoxLayout(this);
    column->addWidget(m_pages, 1);
    column->addLayout(buttons);
    resize(QFontMetrics(QApplication::font()).height() * 34, sizeHint().height());
}

void PreferencesDialog::showPage(Page page)
{
    m_pages->setCurrentIndex(page);
}

QFormLayout* PreferencesDialog::addPage(const QString& title)
{
    auto* page = new QWidget(m_pages);
    auto* form = new QFormLayout(page);
    const int gap = fontMetrics().height();
    form->setContentsMargins(gap, gap, gap, gap);
    form->setHorizontalSpacing(gap);
    form->setVerticalSpacing(gap / 2);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    m_pages->addTab(page, title);
    return form;
}

QComboBox* PreferencesDialog::addChoice(QFormLayout& page, const char* name, const QString& label,
    const QStringList& words, int current, std::function<void(int)> take)
{
    auto* choice = new QComboBox(this);
    choice->setObjectName(QLatin1String(name));
    choice->setAccessibleName(label);
    choice->addItems(words);
    choice->setCurrentIndex(current);
    page.addRow(label, choice);
    connect(choice, &QComboBox::currentIndexChanged, this, std::move(take));
    return choice;
}

void PreferencesDialog::addFont(
    QFormLayout& page, const char* name, const QString& label, const QStringList& families, QString& family)
{
    QStringList words {tr("The usual one")};
    words += families;
    const qsizetype current = family.isEmpty() ? 0 : words.indexOf(family);
    addChoice(page, name, label, words, static_cast<int>(std::max<qsizetype>(0, current)),
        [this, words, &family](int chosen) {
            family = chosen <= 0 ? QString() : words[chosen];
            Q_EMIT lookChanged();
        });
}

void PreferencesDialog::addLook()
{
    QFormLayout& page = *addPage(tr("Look"));
    addChoice(page, "preferTheme", tr("Colours"),
        {tr("As the desktop"), tr("Light"), tr("Dark"), tr("High contrast")},
        static_cast<int>(m_preferences.theme), [this](int chosen) {
            m_preferences.theme = static_cast<ThemeChoice>(chosen);
            Q_EMIT lookChanged();
        });
    auto* size = new QSpinBox(this);
    size->setObjectName(QStringLiteral("preferTextSize"));
    size->setAccessibleName(tr("Size of text"));
    size->setRange(static_cast<int>(Preferences::kSmallestText * 100),
        static_cast<int>(Preferences::kLargestText * 100));
    size->setSingleStep(10);
    size->setSuffix(tr(" %"));
    size->setKeyboardTracking(false); // not at each digit
    size->setValue(static_cast<int>(std::lround(m_preferences.textScale * 100)));
    page.addRow(tr("Size of text"), size);
    connect(size, &QSpinBox::valueChanged, this, [this](int percent) {
        m_preferences.textScale = percent / 100.0;
        Q_EMIT lookChanged();
    });
    const QStringList families = QFontDatabase::families();
    addFont(page, "preferWordsFont", tr("Font of words"), families, m_preferences.wordsFamily);
    addFont(page, "preferCodeFont", tr("Font of calls and bytes"), fixedFamilies(families),
        m_preferences.codeFamily);
    addChoice(page, "preferMotion", tr("Motion"), {tr("As the desktop"), tr("None")},
        m_preferences.still ? 1 : 0, [this](int chosen) {
            m_preferences.still = chosen == 1;
            Q_EMIT lookChanged();
        });
}

void PreferencesDialog::addLog()
{
    QFormLayout& page = *addPage(tr("Message log"));
    const LogColumns& columns = m_log.columns();
    const bool clock = columns.isChosen(LogColumn::Clock);
    const bool time = columns.isChosen(LogColumn::Time);
    addChoice(page, "preferTime", tr("Time"),
        {tr("Since the start of the session"), tr("Time of day"), tr("Both"), tr("None")},
        clock && time ? 2
            : clock   ? 1
            : time    ? 0
                      : 3,
        [this](int chosen) {
            m_log.showColumn(LogColumn::Clock, chosen == 1 || chosen == 2);
            m_log.showColumn(LogColumn::Time, chosen == 0 || chosen == 2);
            m_preferences.logColumns = m_log.columnsState();
        });
    auto* follow = new QCheckBox(tr("A new window &follows the newest event"), this);
    follow->setObjectName(QStringLiteral("preferFollow"));
    follow->setChecked(m_preferences.follows);
    page.addRow(follow);
    connect(follow, &QCheckBox::toggled, this, [this](bool follows) {
        m_preferences.follows = follows;
        m_log.setFollow(follows);
    });
    page.addRow(makeLabel(this, "preferColumnsNote", "dim",
        tr("Other columns: a click with the right button on the head of the log.")));
}

void PreferencesDialog::addKeeping()
{
    QFormLayout& page = *addPage(tr("Keeping"));
    if (m_workbench.session().isLive()) {
        auto* form = new KeepingForm(m_workbench, m_preferences, this);
        form->showRules();
        page.addRow(form);
        page.addRow(makeLine(this));
    }
    page.addRow(tr("Folder of new sessions"), makeFolder());
    m_folderNote = makeLabel(this, "preferFolderNote", "dim");
    page.addRow(m_folderNote);
    takeFolder(m_preferences.sessionsFolder);
}

void PreferencesDialog::addGeneral()
{
    QFormLayout& page = *addPage(tr("General"));
    addChoice(page, "preferAddress", tr("Proposed to bind"),
        {tr("The loopback: this machine alone"), tr("Any address: other machines can reach it")},
        m_preferences.proposesAnyAddress ? 1 : 0, [this](int chosen) {
            m_preferences.proposesAnyAddress = chosen == 1;
            m_workbench.setProposesAnyAddress(chosen == 1);
        });
    addLanguage(page);
    page.addRow(makeLine(this));
    auto* layout = new QPushButton(tr("&Reset the layout"), this);
    layout->setObjectName(QStringLiteral("preferResetLayout"));
    connect(layout, &QPushButton::clicked, this, &PreferencesDialog::layoutResetWanted);
    auto* all = new QPushButton(tr("Reset &all preferences"), this);
    all->setObjectName(QStringLiteral("preferResetAll"));
    connect(all, &QPushButton::clicked, this, [this, all] {
        askTwice(*all, tr("Really reset &all of them?"), &PreferencesDialog::allResetWanted);
    });
    auto* row = new QHBoxLayout;
    row->setSpacing(fontMetrics().height() / 2);
    row->addWidget(layout);
    row->addWidget(all);
    row->addStretch();
    page.addRow(row);
}

// The texts of a window are put into it when it is made: another language needs other windows, and a new
// start is the way that takes nothing along by half.
void PreferencesDialog::addLanguage(QFormLayout& page)
{
    auto* restart = new QPushButton(tr("Restart &now"), this);
    restart->setObjectName(QStringLiteral("preferRestart"));
    connect(restart, &QPushButton::clicked, this, [this, restart] {
        askTwice(*restart, tr("Really? All sockets close, &now"), &PreferencesDialog::restartWanted);
    });
    auto* note = makeLabel(this, "preferLanguageNote", "dim",
        tr("Another language is spoken from the next start on. Sessions are kept: File > Earlier sessions."));
    const auto offer
        = [this, restart] { restart->setVisible(languageFor(m_preferences.language) != spokenLanguage()); };
    const QStringList languages {QString(), QStringLiteral("en"), QStringLiteral("de")};
    addChoice(page, "preferLanguage", tr("Language"),
        {tr("As the desktop"), QStringLiteral("English"), QStringLiteral("Deutsch")},
        static_cast<int>(std::max<qsizetype>(0, languages.indexOf(m_preferences.language))),
        [this, languages, offer](int chosen) {
            m_preferences.language = languages[chosen];
            offer();
        });
    page.addRow(QString(), note);
    page.addRow(QString(), restart);
    restart->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    offer();
}

void PreferencesDialog::askTwice(
    QPushButton& button, const QString& really, void (PreferencesDialog::*meant)())
{
    if (!button.property("asked").toBool()) {
        button.setProperty("asked", true);
        button.setText(really);
        return;
    }
    Q_EMIT(this->*meant)();
    close();
}

}
