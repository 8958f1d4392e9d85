#include "ui/inspector/kernel/kernel_page.h"

#include <QApplication>
#include <QClipboard>
#include <QLineEdit>
#include <QScrollArea>
#include <QTimerEvent>
#include <QToolButton>
#include <algorithm>

#include "netcore/base/clock.h"
#include "netcore/inspect/view_sources.h"
#include "ui/parts.h"
#include "ui/words.h"

namespace ui {

using namespace netcore;
using F = ViewFact;
using G = KernelGroup;

namespace {

constexpr int kTick = 100; // ms
constexpr std::size_t kMostSamples = 400; // more than a plot has pixels

QString toolTipOf(const Workbench& workbench, const KernelFact& fact)
{
    QString text = workbench.explainer().purpose(fact.fact, fact.part);
    if (fact.fact == F::TcpInfo) {
        const std::string_view since = tcpInfoFields()[fact.part].since;
        text += KernelPage::tr("\nSince Linux %1.")
                    .arg(QString::fromLatin1(since.data(), static_cast<qsizetype>(since.size())));
    }
    return text;
}

}

KernelPage::KernelPage(Workbench& workbench, QWidget* parent)
    : InspectorPage(parent)
    , m_workbench(workbench)
    , m_search(makeSearch(
          this, "kernelSearch", tr("Search what the kernel says"), tr("Search by name or meaning")))
{
    setObjectName(QStringLiteral("kernelPage"));
    connect(m_search, &QLineEdit::textChanged, this, &KernelPage::filter);
    auto* copyAll = makeToolButton(this, "copyKernel", tr("Copy"), tr("Copy all of it as text"));
    connect(copyAll, &QToolButton::clicked, this, &KernelPage::copy);
    auto* content = new QWidget(this);
    m_column = new QVBoxLayout(content);
    m_column->setContentsMargins(0, 0, 0, 10);
    m_column->setSpacing(0);
    build(content);
    auto* top = new QHBoxLayout;
    top->setContentsMargins(14, 10, 14, 8);
    top->setSpacing(8);
    top->addWidget(m_search, 1);
    top->addWidget(copyAll);
    auto* around = new QVBoxLayout(this);
    around->setContentsMargins(0, 0, 0, 0);
    around->setSpacing(0);
    around->addLayout(top);
    around->addWidget(makeLine(this));
    around->addWidget(makeColumnScroll(this, content), 1);
}

void KernelPage::build(QWidget* content)
{
    m_nothing = makeLabel(content, "noFact", "dim", tr("The kernel says nothing like that of this socket."));
    m_nothing->setContentsMargins(14, 6, 14, 6);
    m_column->addWidget(m_nothing);
    for (int number = 0; number < kKernelGroups; ++number) {
        const auto group = static_cast<KernelGroup>(number);
        QLabel* title = makeLabel(content, "", "group", words::kernelGroup(group));
        m_titles[static_cast<std::size_t>(number)] = title;
        m_column->addWidget(title);
        if (group == G::Queues) {
            addPlot(group, F::ReceiveQueue, {}, content);
            addPlot(group, F::SendQueue, {}, content);
        } else if (group == G::RoundTrip) {
            addPlot(group, F::TcpInfo, "rtt", content);
        } else if (group == G::Window) {
            addPlot(group, F::TcpInfo, "snd_cwnd", content);
        }
        for (const KernelFact& fact : kernelFacts()) {
            if (fact.group == group) {
                auto* row = new FactRow(m_workbench, words::factName(fact), content);
                row->setObjectName(
                    QStringLiteral("fact-%1-%2").arg(static_cast<int>(fact.fact)).arg(fact.part));
                setHint(*row, toolTipOf(m_workbench, fact));
                m_column->addWidget(row);
                m_entries.push_back({fact, row});
            }
        }
    }
    m_column->addStretch();
}

void KernelPage::addPlot(KernelGroup group, ViewFact fact, std::string_view field, QWidget* content)
{
    const auto fields = tcpInfoFields();
    const auto part
        = field.empty() ? 0 : std::ranges::find(fields, field, &TcpInfoField::name) - fields.begin();
    const KernelFact shown {group, fact, static_cast<std::uint16_t>(part)};
    auto* line = new Sparkline(m_workbench, words::factName(shown), content);
    m_column->addWidget(line);
    m_plots.push_back({group, shown, line});
}

KernelView KernelPage::viewBeforeLastCall(const model::SocketNode& socket) const
{
    const auto row = model::lastBefore(m_workbench.session().socketRows().states(socket.id), socket.lastCall);
    return row ? decodeKernelView(m_workbench.session().store().data(*row)) : socket.view;
}

void KernelPage::showSocket(const model::SocketNode& socket)
{
    if (m_socket != socket.id) {
        m_socket = socket.id;
        m_samples.clear();
        m_sampledRows = 0;
    }
    showValues(socket);
    showPlots(socket);
    filter();
    const bool counts = socket.view.timer.kind != TimerKind::None;
    if (counts && !m_clock.isActive()) {
        m_clock.start(kTick, this);
    } else if (!counts) {
        m_clock.stop();
    }
}

void KernelPage::showValues(const model::SocketNode& socket)
{
    const KernelView before = viewBeforeLastCall(socket);
    const std::uint64_t now = monotonicNow();
    for (const Entry& entry : m_entries) {
        FactRow::Value value;
        value.now = words::factText(socket.view, socket, entry.fact, now);
        // Clocks run on by themselves: nothing has changed them.
        const bool clock = entry.fact.fact == F::TimerEnds
            || (entry.fact.fact == F::TcpInfo && tcpInfoFields()[entry.fact.part].pace == TcpInfoPace::Clock);
        const bool changed = !clock
            && factOf(before, entry.fact.fact, entry.fact.part)
                != factOf(socket.view, entry.fact.fact, entry.fact.part);
        value.marked = changed;
        value.before = changed ? words::factText(before, socket, entry.fact, now) : QString();
        value.wrong = entry.fact.fact == F::Readiness && socket.view.errorWaits();
        value.quiet = value.now == u"0" || value.now == u"0 seg" || value.now == u"0 B";
        entry.row->setValue(value);
    }
}

void KernelPage::showPlots(const model::SocketNode& socket)
{
    const auto rows = m_workbench.session().socketRows().states(socket.id);
    const std::size_t first
        = std::max(m_sampledRows, rows.size() > kMostSamples ? rows.size() - kMostSamples : 0);
    const model::EventStore& store = m_workbench.session().store();
    for (std::size_t i = first; i < rows.size(); ++i) {
        m_samples.push_back({store.event(rows[i]).time, decodeKernelView(store.data(rows[i]))});
    }
    m_sampledRows = rows.size();
    if (m_samples.size() > 2 * kMostSamples) {
        m_samples.erase(m_samples.begin(), m_samples.end() - static_cast<std::ptrdiff_t>(kMostSamples));
    }
    for (const Plot& plot : m_plots) {
        std::vector<Sparkline::Point> points;
        const Sample* highest = nullptr;
        qreal most = -1;
        for (const Sample& sample : m_samples) {
            const FactValue value = factOf(sample.view, plot.fact.fact, plot.fact.part);
            const auto* number = std::get_if<std::int64_t>(&value);
            const auto* large = std::get_if<std::uint64_t>(&value);
            if (number == nullptr && large == nullptr) {
                continue;
            }
            const qreal height = number != nullptr ? static_cast<qreal>(*number) : static_cast<qreal>(*large);
            points.push_back({sample.time, height});
            if (height > most) {
                most = height;
                highest = &sample;
            }
        }
        const QString text
            = highest != nullptr ? words::factText(highest->view, socket, plot.fact, 0) : QString();
        plot.line->setPoints(std::move(points), text);
    }
}

// What the kernel does not say of this socket is not there.
void KernelPage::filter()
{
    const QString wanted = m_search->text().trimmed();
    std::array<bool, kKernelGroups> seen {};
    for (const Entry& entry : m_entries) {
        const bool fits = wanted.isEmpty() || entry.row->name().contains(wanted, Qt::CaseInsensitive)
            || m_workbench.explainer()
                   .purpose(entry.fact.fact, entry.fact.part)
                   .contains(wanted, Qt::CaseInsensitive);
        const bool visible = fits && !entry.row->value().now.isEmpty();
        entry.row->setVisible(visible);
        seen[static_cast<std::size_t>(entry.fact.group)] |= visible;
    }
    for (int group = 0; group < kKernelGroups; ++group) {
        m_titles[static_cast<std::size_t>(group)]->setVisible(seen[static_cast<std::size_t>(group)]);
    }
    const model::SocketNode* socket = m_workbench.graph().find(m_socket);
    for (const Plot& plot : m_plots) {
        const bool moves = socket != nullptr && !socket->listening && m_samples.size() > 1
            && !words::factText(m_samples.back().view, *socket, plot.fact, 0).isEmpty();
        plot.line->setVisible(wanted.isEmpty() && moves);
    }
    m_nothing->setVisible(std::ranges::none_of(seen, std::identity {}));
}

void KernelPage::copy() const
{
    QString text;
    for (const Entry& entry : m_entries) {
        if (!entry.row->value().now.isEmpty()) {
            text += entry.row->name() + u'\t' + entry.row->value().now + u'\n';
        }
    }
    QApplication::clipboard()->setText(text);
}

void KernelPage::timerEvent(QTimerEvent* event)
{
    const model::SocketNode* socket = m_workbench.graph().find(m_socket);
    if (event->timerId() != m_clock.timerId() || socket == nullptr) {
        return;
    }
    for (const Entry& entry : m_entries) {
        if (entry.fact.fact == F::TimerEnds) {
            FactRow::Value value = entry.row->value();
            value.now = words::factText(socket->view, *socket, entry.fact, monotonicNow());
            entry.row->setValue(value);
        }
    }
}

void KernelPage::hideEvent(QHideEvent* event)
{
    InspectorPage::hideEvent(event);
    m_clock.stop();
}

// Facts only: counters move all the time.
quint64 KernelPage::news(const model::SocketNode& socket) const
{
    const KernelView& view = socket.view;
    return qHashMulti(0, view.tcpState, view.receiveQueue, view.acceptQueue, view.readiness, view.statusFlags,
        view.shutdown, static_cast<int>(view.timer.kind), static_cast<int>(view.presence));
}

}
