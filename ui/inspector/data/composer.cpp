#include "ui/inspector/data/composer.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QSpinBox>
#include <QToolButton>

#include "netcore/base/quoted.h"
#include "netcore/names/call_text.h"
#include "netcore/names/constants.h"
#include "ui/address_proposal.h"
#include "ui/folding_row.h"
#include "ui/parts.h"
#include "ui/words.h"

namespace ui {

using namespace netcore;

namespace {

constexpr qsizetype kShown = 48; // bytes in the C line
constexpr int kMostTimes = 1'000'000;
constexpr int kLongestInterval = 60'000; // ms

enum Mode : int { Text, Hex, File, PatternMode };

}

Composer::Composer(Workbench& workbench, QWidget* parent)
    : QWidget(parent)
    , m_workbench(workbench)
    , m_repeater(workbench.session(),
          [&workbench](const Call& call, SocketId socket) { return workbench.make(call, socket); })
    , m_modes(new QButtonGroup(this))
    , m_stack(new QStackedWidget(this))
    , m_savedMenu(new QMenu(this))
    , m_count(makeLabel(this, "composeCount", "dim"))
    , m_toLabel(makeLabel(this, "composeToLabel", "dim", tr("to")))
    , m_to(new QLineEdit(this))
    , m_line(makeLabel(this, "composeLine", "code"))
    , m_status(makeLabel(this, "composeStatus", "dim"))
    , m_send(new QPushButton(this))
    , m_stop(new QPushButton(tr("Stop"), this))
    , m_times(new QSpinBox(this))
    , m_interval(new QSpinBox(this))
{
    setObjectName(QStringLiteral("composer"));
    addEditor(new TypedEditor(workbench, false, m_stack));
    addEditor(new TypedEditor(workbench, true, m_stack));
    addEditor(new FileEditor(workbench, m_stack));
    addEditor(new PatternEditor(workbench, m_stack));
    m_count->setWordWrap(false);
    m_toLabel->setWordWrap(false);
    m_to->setObjectName(QStringLiteral("composeTo"));
    m_to->setAccessibleName(tr("Address to send to"));
    m_line->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto* to = new QHBoxLayout;
    to->setSpacing(8);
    to->addWidget(m_toLabel);
    to->addWidget(m_to, 1);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(14, 9, 14, 12);
    column->setSpacing(7);
    column->addWidget(makeModes());
    column->addWidget(m_stack);
    column->addLayout(to);
    column->addWidget(m_line);
    column->addWidget(m_status);
    column->addLayout(makeButtons());
    connect(m_to, &QLineEdit::textEdited, this, [this] {
        m_addressTyped = true;
        refresh();
    });
    connect(m_to, &QLineEdit::returnPressed, this, &Composer::send);
    connect(&m_repeater, &model::Repeater::progressed, this, &Composer::showProgress);
    connect(&m_repeater, &model::Repeater::ended, this, &Composer::repeatEnded);
    connect(&workbench.session(), &model::Session::appended, this, &Composer::lookForReturn);
    connect(&workbench, &Workbench::themeChanged, this, &Composer::restyle);
    restyle();
    setMode(Text);
    say({}, QStringLiteral("dim"));
    m_stop->hide();
}

QWidget* Composer::makeModes()
{
    const std::array names {tr("Text"), tr("Hex"), tr("File"), tr("Pattern")};
    constexpr std::array kObjects {"modeText", "modeHex", "modeFile", "modePattern"};
    auto* line = new FoldingRow("composeModes", this);
    QHBoxLayout* row = &line->row();
    row->setSpacing(0); // all of them fit beside the board of a window of 1440 pixels
    for (int mode = Text; mode <= PatternMode; ++mode) {
        const auto at = static_cast<std::size_t>(mode);
        QToolButton* button
            = makeToolButton(this, kObjects[at], names[at], tr("What to send: %1").arg(names[at]));
        button->setCheckable(true);
        button->setProperty("segment", true);
        m_modes->addButton(button, mode);
        row->addWidget(button);
    }
    connect(m_modes, &QButtonGroup::idClicked, this, &Composer::setMode);
    auto* saved = makeMenuButton(
        this, "savedMessages", tr("Saved"), tr("Messages kept to be sent again"), m_savedMenu);
    m_savedMenu->setObjectName(QStringLiteral("savedMenu"));
    connect(m_savedMenu, &QMenu::aboutToShow, this, &Composer::fillSavedMenu);
    row->addStretch();
    row->addWidget(saved);
    line->setFolds({saved});
    return line;
}

QBoxLayout* Composer::makeButtons()
{
    m_send->setObjectName(QStringLiteral("composeSend"));
    m_send->setProperty("primary", true);
    m_send->setText(tr("Send"));
    setHint(*m_send, tr("Ctrl+Return"));
    m_stop->setObjectName(QStringLiteral("composeStop"));
    m_times->setObjectName(QStringLiteral("repeatTimes"));
    m_times->setAccessibleName(tr("How many times"));
    setHint(*m_times, tr("How many times: one call each, one after the other"));
    m_times->setRange(1, kMostTimes);
    m_times->setPrefix(QStringLiteral("× "));
    m_interval->setObjectName(QStringLiteral("repeatInterval"));
    m_interval->setAccessibleName(tr("Milliseconds from one call to the next"));
    setHint(*m_interval, tr("From the start of one call to the next"));
    m_interval->setRange(0, kLongestInterval);
    m_interval->setValue(100);
    m_interval->setSuffix(tr(" ms"));
    auto* row = new QHBoxLayout;
    row->setSpacing(6);
    row->addWidget(m_send);
    row->addWidget(m_stop);
    row->addWidget(m_times);
    row->addWidget(m_interval);
    row->addStretch();
    row->addWidget(m_count);
    connect(m_send, &QPushButton::clicked, this, &Composer::send);
    connect(m_stop, &QPushButton::clicked, &m_repeater, &model::Repeater::stop);
    connect(m_times, &QSpinBox::valueChanged, this, [this](int times) { m_interval->setVisible(times > 1); });
    m_interval->hide();
    return row;
}

void Composer::addEditor(PayloadEditor* editor)
{
    m_editors.push_back(editor);
    m_stack->addWidget(editor);
    connect(editor, &PayloadEditor::changed, this, &Composer::readPayload);
}

void Composer::setMode(int mode)
{
    m_modes->button(mode)->setChecked(true);
    m_stack->setCurrentIndex(mode);
    fitEditor();
    readPayload();
}

// The stack is as high as what is in sight, not as the highest.
void Composer::fitEditor()
{
    for (PayloadEditor* each : m_editors) {
        each->setSizePolicy(
            QSizePolicy::Preferred, each == &editor() ? QSizePolicy::Fixed : QSizePolicy::Ignored);
    }
    m_stack->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    m_stack->updateGeometry();
}

void Composer::restyle()
{
    QFont code = m_workbench.monospace();
    m_to->setFont(code);
    code.setPointSizeF(code.pointSizeF() * 0.88);
    m_line->setFont(code);
    fitEditor();
}

void Composer::readPayload()
{
    m_payload = editor().payload();
    say({}, QStringLiteral("dim"));
    refresh();
}

void Composer::showSocket(const model::SocketNode& socket)
{
    if (m_socket != socket.id) {
        m_socket = socket.id;
        m_addressTyped = false;
        if (!m_repeater.isRunning()) {
            say({}, QStringLiteral("dim"));
        }
    }
    m_takesAddress = socket.isDatagram();
    m_toLabel->setVisible(m_takesAddress);
    m_to->setVisible(m_takesAddress);
    if (m_takesAddress && !m_addressTyped && !m_to->hasFocus()) {
        m_to->setText(socket.connected ? QString() : addressToReach(m_workbench, socket));
        m_to->setPlaceholderText(socket.connected ? tr("the peer it is connected to")
                : socket.domain == AF_UNIX        ? tr("/path or @name")
                                                  : tr("host:port"));
    }
    refresh();
}

std::optional<Call> Composer::call(qsizetype most) const
{
    if (!m_payload.problem.isEmpty()) {
        return std::nullopt;
    }
    const auto shown = static_cast<std::size_t>(std::min(most, m_payload.bytes.size()));
    const auto bytes = bytesOf({m_payload.bytes.constData(), shown});
    std::vector<std::byte> outgoing(bytes.begin(), bytes.end());
    Call made;
    if (m_takesAddress && !m_to->text().isEmpty()) {
        const auto address = parseAddress(m_to->text().toStdString());
        if (!address.ok()) {
            return std::nullopt;
        }
        made = calls::sendto(std::move(outgoing), MSG_NOSIGNAL, address.value());
    } else {
        made = calls::send(std::move(outgoing), MSG_NOSIGNAL);
    }
    made.arguments[2] = m_payload.bytes.size();
    return made;
}

void Composer::refresh()
{
    const auto shown = call(kShown);
    const auto address = parseAddress(m_to->text().toStdString());
    const bool wrongAddress = m_takesAddress && !m_to->text().isEmpty() && !address.ok();
    setLook(*m_to, "wrong", wrongAddress);
    m_count->setText(
        m_payload.problem.isEmpty() ? words::bytes(m_payload.bytes.size()) : QStringLiteral("–"));
    m_send->setEnabled(shown.has_value() && !m_repeater.isRunning());
    m_line->setVisible(shown.has_value());
    if (shown) {
        const model::SocketNode* node = m_workbench.graph().find(m_socket);
        CallTextStyle style;
        style.addresses = CallTextStyle::Addresses::Short;
        style.mostData = kShown;
        m_line->setText(
            QString::fromStdString(callText(recordOf(*shown, node != nullptr && node->open ? node->fd : -1),
                shown->data, static_cast<std::size_t>(m_payload.bytes.size()), CallStage::Planned, style)));
    } else {
        say(wrongAddress ? m_workbench.explainer().problem(address.problem().reason) : m_payload.problem,
            QStringLiteral("error"));
    }
}

void Composer::send()
{
    if (m_repeater.isRunning()) {
        return;
    }
    m_payload = editor().payload();
    const auto made = call(kLargestPayload);
    refresh();
    if (!made) {
        return;
    }
    say({}, QStringLiteral("dim"));
    m_sentCall = made->id;
    if (m_times->value() > 1) {
        m_repeater.start(*made, m_socket, m_times->value(), m_interval->value());
    } else {
        m_sent = m_workbench.make(*made, m_socket);
    }
}

void Composer::lookForReturn(quint64 first, quint64 count)
{
    const model::EventStore& store = m_workbench.session().store();
    for (model::Row row = first; m_sent != kNoTicket && row < first + count; ++row) {
        if (store.kind(row) == EventKind::Call && store.event(row).ticket == m_sent) {
            m_sent = kNoTicket;
            if (const int error = store.event(row).error; error != 0) {
                say(meaningOf(error), QStringLiteral("error"));
            }
        }
    }
}

QString Composer::meaningOf(int error) const
{
    return QString::fromStdString(errnoText(error)) + QStringLiteral(": ")
        + m_workbench.explainer().meaning(error, m_sentCall);
}

void Composer::showProgress()
{
    const model::SocketNode* node = m_workbench.graph().find(m_repeater.socket());
    say(tr("fd %1: sent %2 of %3")
            .arg(node != nullptr ? node->fd : -1)
            .arg(m_repeater.made())
            .arg(m_repeater.times()),
        QStringLiteral("dim"));
    m_stop->setVisible(m_repeater.isRunning());
    m_send->setVisible(!m_repeater.isRunning());
}

void Composer::repeatEnded(model::Repeater::End how)
{
    showProgress();
    if (how == model::Repeater::End::Failed && m_repeater.error() != 0) {
        say(tr("Ended after %1 of %2. %3")
                .arg(m_repeater.made())
                .arg(m_repeater.times())
                .arg(meaningOf(m_repeater.error())),
            QStringLiteral("error"));
    } else if (how == model::Repeater::End::Stopped) {
        say(tr("Stopped after %1 of %2.").arg(m_repeater.made()).arg(m_repeater.times()),
            QStringLiteral("dim"));
    }
    m_send->setEnabled(call(kShown).has_value());
}

void Composer::say(const QString& text, const QString& role)
{
    setLook(*m_status, "role", role);
    m_status->setText(text);
    m_status->setVisible(!text.isEmpty());
}

void Composer::fillSavedMenu()
{
    m_savedMenu->clear();
    const QList<SavedMessage>& saved = m_workbench.savedMessages();
    const auto titleOf = [](const SavedMessage& message) {
        QString title = words::shown(message.content.left(32).toStdString());
        title += message.content.size() > 32 ? QStringLiteral("…") : QString();
        return title.replace(u'&', QStringLiteral("&&")) + (message.isHex ? tr("  (hex)") : QString());
    };
    const auto current = editor().message();
    QAction* keep = m_savedMenu->addAction(tr("&Save this message"));
    keep->setObjectName(QStringLiteral("saveMessage"));
    keep->setEnabled(current && !saved.contains(*current) && saved.size() < kMostSavedMessages);
    connect(keep, &QAction::triggered, this,
        [this, current] { m_workbench.setSavedMessages(m_workbench.savedMessages() + QList {*current}); });
    if (saved.isEmpty()) {
        return;
    }
    m_savedMenu->addSeparator();
    QMenu* forget = nullptr;
    for (qsizetype i = 0; i < saved.size(); ++i) {
        QAction* use = m_savedMenu->addAction(titleOf(saved[i]));
        use->setObjectName(QStringLiteral("savedMessage%1").arg(i));
        connect(use, &QAction::triggered, this, [this, message = saved[i]] { putBack(message); });
    }
    m_savedMenu->addSeparator();
    forget = m_savedMenu->addMenu(tr("&Forget"));
    for (qsizetype i = 0; i < saved.size(); ++i) {
        QAction* drop = forget->addAction(titleOf(saved[i]));
        drop->setObjectName(QStringLiteral("forgetMessage%1").arg(i));
        connect(drop, &QAction::triggered, this, [this, i] {
            QList<SavedMessage> left = m_workbench.savedMessages();
            left.removeAt(i);
            m_workbench.setSavedMessages(left);
        });
    }
}

void Composer::putBack(const SavedMessage& message)
{
    setMode(message.isHex ? Hex : Text);
    editor().setMessage(message);
}

}
