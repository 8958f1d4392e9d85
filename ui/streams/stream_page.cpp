#include "ui/streams/stream_page.h"

#include <QButtonGroup>
#include <QLabel>
#include <QListWidget>
#include <QMenu>
#include <QSplitter>
#include <QTimerEvent>
#include <QToolButton>
#include <QVBoxLayout>
#include <algorithm>

#include "ui/find_line.h"
#include "ui/page_head.h"
#include "ui/parts.h"
#include "ui/words.h"

namespace ui {

using namespace netcore;
using model::Conversation;

namespace {

constexpr int kRefresh = 200; // ms
constexpr int kRowPadding = 10; // above and below the two lines of a conversation, together
constexpr int kMostShown = 2'000; // conversations in the list, the newest

}

StreamPage::StreamPage(Workbench& workbench, QWidget* parent)
    : QWidget(parent), m_workbench(workbench), m_list(new QListWidget), m_view(new StreamView(workbench))
{
    setObjectName(QStringLiteral("streamPage"));
    m_list->setObjectName(QStringLiteral("conversationList"));
    m_list->setAccessibleName(tr("Conversations"));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setMinimumWidth(fontMetrics().height() * 8);
    m_head = makeHead();
    m_findLine = makeFindLine();
    m_findLine->hide();
    auto* right = new QWidget;
    auto* column = new QVBoxLayout(right);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_view, 1);
    column->addWidget(m_findLine);
    auto* across = new QSplitter(Qt::Horizontal);
    across->setChildrenCollapsible(false);
    across->addWidget(m_list);
    across->addWidget(right);
    across->setStretchFactor(1, 1);
    across->setSizes({fontMetrics().height() * 13, fontMetrics().height() * 40});
    auto* around = new QVBoxLayout(this);
    around->setContentsMargins(0, 0, 0, 0);
    around->setSpacing(0);
    around->addWidget(m_head);
    around->addWidget(across, 1);
    connectAll();
    refresh();
    showSocket(workbench.selected());
}

QWidget* StreamPage::makeHead()
{
    auto* head = new PageHead("streamHead");
    const QButtonGroup* ways = head->addChoices({{"streamBoth", tr("Both"), tr("Both directions")},
        {"streamThere", QStringLiteral("→"), tr("Only this way")},
        {"streamBack", QStringLiteral("←"), tr("Only the way back")}});
    connect(ways, &QButtonGroup::idClicked, m_view,
        [this](int id) { m_view->setShown(static_cast<StreamLines::Shown>(id)); });
    ways->button(1)->setAccessibleName(tr("Only this way"));
    ways->button(2)->setAccessibleName(tr("Only the way back"));
    const QButtonGroup* forms
        = head->addChoices({{"streamText", tr("Text"), tr("As text; what is none as \\xNN")},
            {"streamHex", tr("Hex"), tr("In hexadecimal, with the text")}});
    connect(forms, &QButtonGroup::idClicked, m_view,
        [this](int id) { m_view->setForm(static_cast<StreamLines::Form>(id)); });
    QToolButton* borders = head->addSwitch("streamBorders", tr("Borders"),
        tr("A line for each send(); a dashed stroke where a recv() ended. Without: one continuous sheet."),
        true);
    connect(borders, &QToolButton::toggled, m_view, &StreamView::setBorders);
    m_follow
        = head->addSwitch("streamFollow", tr("Follow"), tr("Keep the newest bytes in sight (Space)"), true);
    connect(m_follow, &QToolButton::clicked, m_view, &StreamView::setFollow);
    QToolButton* find = head->addButton("streamFind", tr("Find"), tr("Text or bytes (Ctrl+F)"));
    connect(find, &QToolButton::clicked, this, &StreamPage::openFind);
    QToolButton* save = makeSaveButton(head);
    head->add(save);
    head->setFolds({save, find, borders, m_follow});
    return head;
}

QToolButton* StreamPage::makeSaveButton(QWidget* head)
{
    auto* menu = new QMenu(head);
    const auto add = [&](const char* name, const QString& text, model::ByteForm form, bool raw) {
        QAction* action = menu->addAction(text);
        action->setObjectName(QString::fromLatin1(name));
        connect(action, &QAction::triggered, this, [this, form, raw] { askWhereToSave(form, raw); });
    };
    add("saveRaw", tr("The &bytes as they are…"), model::ByteForm::Text, true);
    add("saveDump", tr("A hexadecimal &dump…"), model::ByteForm::Dump, false);
    add("saveCArray", tr("A &C array…"), model::ByteForm::CArray, false);
    QToolButton* save = makeMenuButton(head, "streamSave", tr("Save"),
        tr("Write the selected bytes, or all that is shown, to a file"), menu);
    save->setProperty("flat", false);
    return save;
}

void StreamPage::connectAll()
{
    connect(&m_workbench.session(), &model::Session::appended, this, [this] {
        if (isVisible() && !m_refresh.isActive()) {
            m_refresh.start(kRefresh, this);
        }
        if (isVisible()) {
            m_view->readOn();
        }
    });
    connect(&m_workbench, &Workbench::momentChanged, this, [this] {
        if (isVisible()) {
            refresh();
            m_view->showMoment();
        }
    });
    connect(&m_workbench, &Workbench::selectionChanged, this, [this] { showSocket(m_workbench.selected()); });
    connect(m_list, &QListWidget::currentRowChanged, this, &StreamPage::choose);
    connect(m_view, &StreamView::followChanged, m_follow, &QToolButton::setChecked);
    connect(m_view, &StreamView::rowPicked, this, &StreamPage::rowPicked);
    connect(m_view, &StreamView::rowOpened, this, &StreamPage::rowOpened);
    connect(m_view, &StreamView::findWanted, this, &StreamPage::openFind);
    connect(m_view, &StreamView::found, this, &StreamPage::showFound);
}

void StreamPage::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    refresh();
    m_view->showMoment();
}

void StreamPage::timerEvent(QTimerEvent* event)
{
    if (event->timerId() == m_refresh.timerId()) {
        m_refresh.stop();
        refresh();
    } else {
        QWidget::timerEvent(event);
    }
}

QString StreamPage::nameOf(const Conversation& conversation) const
{
    const model::SocketGraph& graph = m_workbench.graph();
    const auto fd = [&](SocketId id) {
        const model::SocketNode* node = graph.find(id);
        return tr("fd %1").arg(node != nullptr ? node->fd : -1);
    };
    if (conversation.second != kNoSocket) {
        return fd(conversation.first) + QStringLiteral(" ⇄ ") + fd(conversation.second);
    }
    return fd(conversation.first) + QStringLiteral(" ⇄ ")
        + (conversation.foreign.isEmpty() ? tr("all its peers") : words::address(conversation.foreign));
}

QString StreamPage::amountsOf(const Conversation& conversation) const
{
    const QString amounts = tr("→ %1   ← %2")
                                .arg(words::bytes(static_cast<qint64>(conversation.there)),
                                    words::bytes(static_cast<qint64>(conversation.back)));
    return conversation.over ? amounts + tr("   · closed") : amounts;
}

void StreamPage::refresh()
{
    m_conversations = model::conversationsOf(m_workbench.graph());
    if (m_conversations.size() > kMostShown) {
        m_conversations.erase(m_conversations.begin(), m_conversations.end() - kMostShown);
    }
    showList();
}

void StreamPage::showList()
{
    const QSignalBlocker still(m_list);
    int chosen = -1;
    for (int i = 0; i < static_cast<int>(m_conversations.size()); ++i) {
        const Conversation& one = m_conversations[static_cast<std::size_t>(i)];
        QListWidgetItem* item = i < m_list->count() ? m_list->item(i) : new QListWidgetItem(m_list);
        item->setSizeHint({0, fontMetrics().lineSpacing() * 2 + kRowPadding});
        const QString text = nameOf(one) + u'\n' + amountsOf(one);
        if (item->text() != text) {
            item->setText(text);
            item->setToolTip(words::plainToolTip(text));
        }
        chosen = one.first == m_chosen && one.second == m_chosenPeer ? i : chosen;
    }
    while (m_list->count() > static_cast<int>(m_conversations.size())) {
        delete m_list->takeItem(m_list->count() - 1);
    }
    if (m_conversations.empty()) {
        m_view->showNothing(); // or not yet, at that moment
        m_chosen = m_chosenPeer = kNoSocket;
    }
    m_view->setEmptyText(m_conversations.empty()
            ? tr("Connect two sockets and send something: what they say to each other appears here.")
            : tr("Nothing has been said in this conversation yet."));
    if (chosen < 0 && !m_conversations.empty()) {
        // Two ends may have turned out to be one conversation; else the newest is taken.
        chosen = static_cast<int>(conversationWith(m_conversations, m_workbench.graph(), m_chosen)
                                      .value_or(m_conversations.size() - 1));
        choose(chosen);
    }
    m_list->setCurrentRow(chosen);
}

void StreamPage::choose(int index)
{
    if (index < 0 || index >= static_cast<int>(m_conversations.size())) {
        return;
    }
    const Conversation& one = m_conversations[static_cast<std::size_t>(index)];
    if (one.first != m_chosen || one.second != m_chosenPeer) {
        m_chosen = one.first;
        m_chosenPeer = one.second;
        m_view->showConversation(one);
    }
}

void StreamPage::showSocket(SocketId socket)
{
    const model::SocketGraph& graph = m_workbench.graph();
    if (!conversationWith(m_conversations, graph, socket)) {
        refresh();
    }
    if (const auto index = conversationWith(m_conversations, graph, socket)) {
        m_list->setCurrentRow(static_cast<int>(*index));
    }
}

void StreamPage::showRow(model::Row row)
{
    m_view->showRow(row, true);
}

}
