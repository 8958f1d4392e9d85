#include "ui/inspector/data/data_page.h"

#include <QHBoxLayout>
#include <QMenu>
#include <QPushButton>
#include <QScrollArea>
#include <QToolButton>
#include <algorithm>
#include <climits>

#include "ui/parts.h"
#include "ui/words.h"

namespace ui {

using namespace netcore;

namespace {

constexpr std::size_t kReceiveSize = 65'536; // bytes: no datagram is longer

}

DataPage::DataPage(Workbench& workbench, QWidget* parent)
    : InspectorPage(parent)
    , m_workbench(workbench)
    , m_view(new DataView(workbench, m_movements))
    , m_composer(new Composer(workbench))
{
    setObjectName(QStringLiteral("dataPage"));
    const model::Session& session = workbench.session();
    m_movements.extend(session.store(), session.graph(), 0, session.store().size());
    connect(&session, &model::Session::appended, this, [this](quint64 first, quint64 count) {
        m_movements.extend(
            m_workbench.session().store(), m_workbench.session().graph(), first, first + count);
        m_view->leaveDropped();
    });
    auto* content = new QWidget(this);
    auto* column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(makeSummary());
    column->addWidget(m_view, 1);
    column->addWidget(makeWaiting());
    column->addWidget(makeLine(content));
    column->addWidget(m_composer);
    auto* around = new QVBoxLayout(this);
    around->setContentsMargins(0, 0, 0, 0);
    around->addWidget(makeColumnScroll(this, content)); // where the window is too low for all of it
}

QWidget* DataPage::makeSummary()
{
    auto* bar = new QWidget(this);
    m_summary = makeLabel(bar, "dataSummary", "dim");
    m_copyMenu = new QMenu(this);
    m_copyMenu->setObjectName(QStringLiteral("copyDataMenu"));
    m_view->addCopyActions(*m_copyMenu);
    auto* copy = makeMenuButton(
        bar, "copyData", tr("Copy"), tr("Copy the selected bytes, or all of them"), m_copyMenu);
    connect(m_copyMenu, &QMenu::aboutToShow, this, [this] {
        m_copyMenu->clear();
        m_view->addCopyActions(*m_copyMenu);
    });
    auto* row = new QHBoxLayout(bar);
    row->setContentsMargins(14, 6, 8, 4);
    row->addWidget(m_summary, 1);
    row->addWidget(copy);
    return bar;
}

QWidget* DataPage::makeWaiting()
{
    m_waitingBand = new QFrame(this);
    m_waitingBand->setObjectName(QStringLiteral("waitingBand"));
    m_waiting = makeLabel(m_waitingBand, "dataWaiting", "dim");
    m_receive = new QPushButton(m_waitingBand);
    m_receive->setObjectName(QStringLiteral("receiveData"));
    connect(m_receive, &QPushButton::clicked, this, [this] {
        if (const model::SocketNode* socket = m_workbench.session().graph().find(m_socket)) {
            m_workbench.make(receiveCall(*socket), m_socket);
        }
    });
    auto* row = new QHBoxLayout(m_waitingBand);
    row->setContentsMargins(14, 4, 8, 4);
    row->addWidget(m_waiting, 1);
    row->addWidget(m_receive);
    return m_waitingBand;
}

Call DataPage::receiveCall(const model::SocketNode& socket) const
{
    return socket.isDatagram() && !socket.connected ? calls::recvfrom(kReceiveSize)
                                                    : calls::recv(kReceiveSize);
}

void DataPage::showSocket(const model::SocketNode& socket)
{
    m_socket = socket.id;
    m_view->setEmptyText(socket.listening
            ? tr("A listening socket moves no bytes: its accepted connections do.")
            : tr("Nothing has been sent or received yet."));
    m_view->showSocket(socket.id);
    const auto dropped = static_cast<int>(std::min<std::uint64_t>(m_movements.dropped(socket.id), INT_MAX));
    m_summary->setText(tr("received %1 · sent %2")
                           .arg(words::bytes(static_cast<qint64>(socket.bytesReceived)),
                               words::bytes(static_cast<qint64>(socket.bytesSent)))
        + (dropped > 0 ? tr(" · %n earlier: in the log", nullptr, dropped) : QString()));
    showWaiting(socket);
    m_composer->showSocket(socket);
}

void DataPage::showWaiting(const model::SocketNode& socket)
{
    const std::int64_t bytes = socket.view.receiveQueue;
    const bool waits = socket.open && bytes > 0;
    m_waitingBand->setVisible(socket.open && !socket.listening);
    setLook(*m_waitingBand, "waits", waits);
    setLook(*m_waiting, "role", waits ? QStringLiteral("waiting") : QStringLiteral("dim"));
    const QString size = words::bytes(std::max<std::int64_t>(bytes, 0));
    if (!waits) {
        m_waiting->setText(socket.isDatagram() ? tr("No message waits") : tr("Recv-Q is empty"));
    } else {
        m_waiting->setText(
            socket.isDatagram() ? tr("Next message: %1").arg(size) : tr("Recv-Q: %1 wait").arg(size));
    }
    const CallId call = receiveCall(socket).id;
    m_receive->setText(words::callName(call) + QStringLiteral("()"));
    m_receive->setAccessibleName(tr("Receive by %1()").arg(words::callName(call)));
    setHint(*m_receive, words::signature(call));
}

quint64 DataPage::news(const model::SocketNode& socket) const
{
    return m_movements.of(socket.id).size() + m_movements.dropped(socket.id);
}

}
