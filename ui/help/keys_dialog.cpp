#include "ui/help/keys_dialog.h"

#include <QApplication>
#include <QClipboard>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>
#include <algorithm>
#include <utility>

#include "ui/palette/fuzzy_match.h"
#include "ui/palette/palette_model.h"
#include "ui/parts.h"

namespace ui {

KeysDialog::KeysDialog(std::vector<KeyLine> keys, const QFont& monospace, QWidget* parent)
    : QDialog(parent)
    , m_keys(std::move(keys))
    , m_monospace(monospace)
    , m_search(makeSearch(this, "keysSearch", tr("Search the keys"), tr("Search by name or key")))
    , m_tree(new QTreeWidget(this))
    , m_none(makeLabel(this, "keysNone", "dim", tr("No key is called like that.")))
{
    setObjectName(QStringLiteral("keysDialog"));
    setWindowTitle(tr("Keyboard shortcuts"));
    m_tree->setObjectName(QStringLiteral("keysTree"));
    m_tree->setAccessibleName(tr("Keyboard shortcuts"));
    m_tree->setColumnCount(2);
    m_tree->setHeaderLabels({tr("What"), tr("Key")});
    m_tree->setRootIsDecorated(false);
    m_tree->setIndentation(fontMetrics().averageCharWidth() * 2);
    m_tree->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_tree->header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    m_tree->header()->setStretchLastSection(false);
    auto* copyAll = new QPushButton(tr("&Copy as text"), this);
    copyAll->setObjectName(QStringLiteral("keysCopy"));
    auto* done = new QPushButton(tr("C&lose"), this);
    done->setObjectName(QStringLiteral("keysClose"));
    copyAll->setAutoDefault(false);
    done->setAutoDefault(false);
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(copyAll);
    buttons->addStretch();
    buttons->addWidget(done);
    auto* column = new QVBoxLayout(this);
    column->addWidget(m_search);
    column->addWidget(m_none);
    column->addWidget(m_tree, 1);
    column->addLayout(buttons);
    connect(m_search, &QLineEdit::textChanged, this, &KeysDialog::fill);
    connect(copyAll, &QPushButton::clicked, this, &KeysDialog::copy);
    connect(done, &QPushButton::clicked, this, &QDialog::close);
    fill({});
    const QFontMetrics metrics(QApplication::font());
    // As wide as the longest name and the longest key want it, in any language, but no wider than the window.
    const QAbstractItemView& view = *m_tree;
    const int words = view.sizeHintForColumn(0) + view.sizeHintForColumn(1) + metrics.height() * 6;
    const int most = parent == nullptr ? words : parent->width() * 9 / 10;
    resize(std::max(metrics.height() * 34, std::min(words, most)), metrics.height() * 40);
    m_search->setFocus();
}

void KeysDialog::fill(const QString& wanted)
{
    m_tree->clear();
    QTreeWidgetItem* group = nullptr;
    for (const KeyLine& line : m_keys) {
        const QString keys = keysText(line.keys);
        if (!fuzzyMatch(wanted, line.name) && !keys.contains(wanted, Qt::CaseInsensitive)) {
            continue;
        }
        if (group == nullptr || group->text(0) != line.group) {
            group = new QTreeWidgetItem(m_tree, {line.group});
            QFont strong = QApplication::font();
            strong.setWeight(QFont::DemiBold);
            group->setFont(0, strong);
            group->setFlags(Qt::ItemIsEnabled);
            group->setFirstColumnSpanned(true);
        }
        auto* item = new QTreeWidgetItem(group, {line.name, keys});
        item->setFont(1, m_monospace);
    }
    m_tree->expandAll();
    m_none->setVisible(group == nullptr);
}

void KeysDialog::copy()
{
    QApplication::clipboard()->setText(asText(m_keys));
}

}
