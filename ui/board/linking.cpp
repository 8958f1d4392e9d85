#include "ui/board/linking.h"

#include <QApplication>
#include <QMenu>
#include <algorithm>
#include <utility>

#include "model/call_chain.h"
#include "netcore/names/constants.h"
#include "ui/board/board_scene.h"
#include "ui/board/rubber_cord.h"
#include "ui/words.h"

namespace ui {

using namespace netcore;
using model::LinkTrouble;

Linking::Linking(Workbench& workbench, BoardScene& scene)
    : QObject(&scene), m_workbench(workbench), m_scene(scene), m_rubber(new RubberCord(workbench))
{
    scene.addItem(m_rubber);
    const auto showAgain = [this](quint64 socket) { // it came, or became another one, meanwhile
        SocketCard* card = isActive() ? m_scene.cardOf(static_cast<SocketId>(socket)) : nullptr;
        if (card != nullptr) {
            showAim(*card);
        }
    };
    connect(&scene, &BoardScene::cardAdded, this, showAgain);
    connect(&scene, &BoardScene::cardRefreshed, this, showAgain);
}

void Linking::begin(SocketId from)
{
    m_from = from;
    m_target = kNoSocket;
    m_byKeys = false;
    const QRectF card = m_scene.cardOf(from)->onBoard();
    m_rubber->stretch({card.right(), card.center().y()}, {card.right(), card.center().y()},
        RubberCord::Tone::Seeking, {}, m_scene.seen());
    m_rubber->setVisible(true);
    showAims();
}

bool Linking::beginByKeys(SocketId from)
{
    const model::SocketNode* node = m_scene.graph().find(from);
    if (node == nullptr || m_scene.cardOf(from) == nullptr) {
        return false;
    }
    if (!m_scene.mayCall()) {
        m_workbench.make(calls::close(), kNoSocket); // says why nothing can be made here
        return false;
    }
    if (model::isPulledOut(*node) && !fitsAny(*node)) {
        makeClient(*node, std::nullopt);
        return true;
    }
    if (candidates().empty() || m_scene.cards().size() < 2) {
        m_workbench.showForm(from, CallId::Connect); // nobody on the board: then an address is typed
        return false;
    }
    begin(from);
    m_byKeys = true;
    aimAtNext(1);
    return true;
}

bool Linking::fitsAny(const model::SocketNode& from) const
{
    return std::ranges::any_of(m_scene.cards(), [&](const auto& entry) {
        const model::SocketNode* node = m_scene.graph().find(entry.first);
        return node != nullptr && node != &from && planOf(from, *node).isLegal();
    });
}

model::LinkPlan Linking::planOf(const model::SocketNode& from, const model::SocketNode& to)
{
    return model::isPulledOut(from) ? planLink(to, from) : planLink(from, to);
}

// The other end of a listener: a socket of its kind, there, that connects to it.
void Linking::makeClient(const model::SocketNode& listener, std::optional<QPointF> place)
{
    m_scene.setNextPlace(place);
    auto* chain = new model::CallChain(m_workbench.session(),
        {calls::socket(listener.domain, listener.type),
            calls::connect(model::reachableBy(listener.domain, listener.local))});
    connect(chain, &model::CallChain::opened, this, [this, chain] { m_workbench.select(chain->socket()); });
}

// All other cards, those that fit first, each group as it stands on the board.
std::vector<SocketId> Linking::candidates() const
{
    const model::SocketNode* from = m_scene.graph().find(m_from);
    std::vector<std::tuple<bool, qreal, qreal, SocketId>> order;
    for (const auto& [id, card] : m_scene.cards()) {
        const model::SocketNode* node = m_scene.graph().find(id);
        if (node != nullptr && id != m_from && node->open) {
            const bool fits = from != nullptr && planOf(*from, *node).isLegal();
            order.emplace_back(!fits, card->y(), card->x(), id);
        }
    }
    std::ranges::sort(order);
    std::vector<SocketId> all;
    for (const auto& entry : order) {
        all.push_back(std::get<SocketId>(entry));
    }
    return all;
}

void Linking::aimAtNext(int step)
{
    const std::vector<SocketId> all = candidates();
    if (all.empty()) {
        return;
    }
    const auto found = std::ranges::find(all, m_target);
    const auto count = static_cast<int>(all.size());
    const int index = found == all.end() ? (step > 0 ? -1 : 0) : static_cast<int>(found - all.begin());
    aimAt(all[static_cast<std::size_t>((index + step + count) % count)]);
    const QRectF card = m_scene.cardOf(m_target)->onBoard();
    moveTo({card.left(), card.center().y()});
}

// All aims are shown since the cord was begun: only these two cards look otherwise.
void Linking::aimAt(SocketId target)
{
    const SocketId before = std::exchange(m_target, target);
    for (const SocketId socket : {before, target}) {
        if (SocketCard* card = before != target ? m_scene.cardOf(socket) : nullptr) {
            showAim(*card);
        }
    }
}

void Linking::moveTo(const QPointF& place)
{
    if (!isActive() || m_scene.cardOf(m_from) == nullptr) {
        return;
    }
    m_place = place;
    if (!m_byKeys) {
        const SocketCard* card = m_scene.cardAt(place);
        aimAt(card != nullptr && card->socket() != m_from ? card->socket() : kNoSocket);
    }
    const QRectF from = m_scene.cardOf(m_from)->onBoard();
    const model::SocketNode* source = m_scene.graph().find(m_from);
    const model::SocketNode* target = m_scene.graph().find(m_target);
    QString words;
    auto tone = RubberCord::Tone::Seeking;
    if (source != nullptr && target != nullptr) {
        const model::LinkPlan link = planOf(*source, *target);
        tone = link.isLegal() ? RubberCord::Tone::Fits : RubberCord::Tone::FitsNot;
        const QString where = link.address ? words::address(*link.address) : QString();
        const bool turned = model::isPulledOut(*source);
        words = !link.isLegal() ? reason(link, turned ? *target : *source, turned ? *source : *target)
            : link.sends        ? tr("connect() or sendto() to %1").arg(where)
                                : tr("connect() to %1").arg(where);
        if (m_byKeys) {
            words += u'\n' + tr("Return makes it, arrows and Tab go on, Esc leaves");
        }
    }
    if (source != nullptr && target == nullptr && model::isPulledOut(*source)
        && m_scene.cardAt(place) == nullptr) {
        words = tr("A new socket, connected to fd %1").arg(source->fd);
        tone = RubberCord::Tone::Fits;
    }
    // To the left it leaves at the left, as the cord will that comes of it: not across the card's own words.
    const double side = place.x() < from.left() ? from.left() : from.right();
    m_rubber->stretch({side, from.center().y()}, place, tone, words, m_scene.seen());
}

void Linking::showAims()
{
    for (const auto& [id, card] : m_scene.cards()) {
        showAim(*card);
    }
}

void Linking::showAim(SocketCard& card)
{
    const model::SocketNode* from = m_scene.graph().find(m_from);
    const model::SocketNode* node = m_scene.graph().find(card.socket());
    const bool other = from != nullptr && node != nullptr && from != node;
    card.setAim(!other                       ? SocketCard::Aim::None
            : planOf(*from, *node).isLegal() ? SocketCard::Aim::Fits
                                             : SocketCard::Aim::FitsNot,
        card.socket() == m_target);
}

void Linking::leave()
{
    m_from = kNoSocket;
    m_target = kNoSocket;
    m_rubber->setVisible(false);
    showAims();
}

void Linking::drop(const QPoint& globalPlace)
{
    SocketId from = m_from;
    SocketId to = m_target;
    const model::SocketNode* source = m_scene.graph().find(from);
    const model::SocketNode* target = m_scene.graph().find(to);
    const QPointF place = m_place;
    leave();
    if (source != nullptr && target == nullptr && model::isPulledOut(*source)
        && m_scene.cardAt(place) == nullptr) {
        makeClient(*source, place);
    }
    if (source == nullptr || target == nullptr) {
        return;
    }
    if (model::isPulledOut(*source)) {
        std::swap(from, to);
        std::swap(source, target);
    }
    const model::LinkPlan link = planLink(*source, *target);
    if (link.isLegal() && !link.sends) {
        m_workbench.make(calls::connect(*link.address), from);
        m_workbench.select(from);
    } else if (link.canTry()) {
        ask(link, from, to, globalPlace);
    } else {
        Q_EMIT m_workbench.problem(reason(link, *source, *target),
            link.trouble == LinkTrouble::Unnamed
                ? tr("bind() gives fd %1 an address; then it can be reached.").arg(target->fd)
                : QString());
    }
}

void Linking::addChoice(QMenu& menu, const char* name, const QString& text, const std::function<void()>& act)
{
    QAction* action = menu.addAction(text);
    action->setObjectName(QString::fromLatin1(name));
    connect(action, &QAction::triggered, this, act);
}

// A menu that is gone when something was chosen, or nothing.
void Linking::ask(const model::LinkPlan& link, SocketId from, SocketId to, const QPoint& place)
{
    auto* menu = new QMenu(QApplication::activeWindow());
    menu->setObjectName(QStringLiteral("linkMenu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const Address address = *link.address;
    const QString where = words::address(address);
    if (!link.isLegal()) {
        const model::SocketNode* source = m_scene.graph().find(from);
        const model::SocketNode* target = m_scene.graph().find(to);
        menu->addSection(QString());
        menu->addAction(reason(link, *source, *target))->setEnabled(false);
    }
    addChoice(*menu, "linkConnect",
        link.isLegal() ? tr("connect() to %1").arg(where) : tr("connect() to %1 anyway").arg(where),
        [this, from, address] {
            m_workbench.make(calls::connect(address), from);
            m_workbench.select(from);
        });
    if (link.sends) { // what is to be sent is typed there
        addChoice(*menu, "linkSendto", tr("sendto() %1 …").arg(where), [this, from, where] {
            m_workbench.showForm(from, CallId::Sendto, {where, {}});
        });
    }
    menu->popup(place);
    menu->setActiveAction(menu->actions().value(link.isLegal() ? 0 : menu->actions().size() - 1));
}

QString Linking::reason(
    const model::LinkPlan& link, const model::SocketNode& from, const model::SocketNode& to) const
{
    switch (link.trouble) {
    case LinkTrouble::None:
        return {};
    case LinkTrouble::Itself:
        return tr("This is the socket itself.");
    case LinkTrouble::SourceClosed:
        return tr("fd %1 is closed.").arg(from.fd);
    case LinkTrouble::SourceCannot:
        return tr("fd %1 cannot connect now: %2.")
            .arg(from.fd)
            .arg(QString::fromStdString(errnoText(link.error)));
    case LinkTrouble::TargetClosed:
        return tr("fd %1 is closed: nobody is there.").arg(to.fd);
    case LinkTrouble::TargetNoSocket:
        return tr("fd %1 is a file, not a socket.").arg(to.fd);
    case LinkTrouble::OtherDomain:
        return tr("%1 and %2 do not meet: a socket connects within its own domain.")
            .arg(words::domain(from.domain), words::domain(to.domain));
    case LinkTrouble::OtherType:
        return tr("A %1 socket and a %2 socket do not talk to each other.")
            .arg(words::type(from.type), words::type(to.type));
    case LinkTrouble::NotListening:
        return to.connected ? tr("fd %1 is one end of a connection; connect() goes to a listener.").arg(to.fd)
                            : tr("fd %1 is not listening: connect() will be refused.").arg(to.fd);
    case LinkTrouble::Unnamed:
        return tr("fd %1 has no address: nobody can say where to go.").arg(to.fd);
    }
    return {};
}

}
