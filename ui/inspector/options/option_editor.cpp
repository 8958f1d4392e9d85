#include "ui/inspector/options/option_editor.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QToolButton>
#include <cstring>

#include "netcore/engine/call.h"
#include "netcore/names/call_text.h"
#include "netcore/names/option_text.h"
#include "ui/parts.h"
#include "ui/words.h"

namespace ui {

using namespace netcore;

namespace {

QString latin(std::string_view text)
{
    return QString::fromLatin1(text.data(), static_cast<qsizetype>(text.size()));
}

QString valueText(const OptionDescription& option, std::span<const std::byte> bytes, OptionUse use)
{
    return words::shown(optionValueText(option.level, option.number, bytes, use));
}

// An int that is shown by a switch or by names.
std::optional<int> numberIn(std::span<const std::byte> bytes)
{
    int value = 0;
    if (bytes.size() != sizeof value) {
        return std::nullopt;
    }
    std::memcpy(&value, bytes.data(), sizeof value);
    return value;
}

QString inheritance(const OptionDescription& option, int domain)
{
    switch (domain == AF_UNIX ? option.acrossUnixAccept : option.acrossTcpAccept) {
    case Inheritance::Inherited:
        return OptionEditor::tr("inherited by accept()");
    case Inheritance::NotInherited:
        return OptionEditor::tr("not inherited by accept()");
    case Inheritance::DoesNotApply:
        break;
    }
    return {};
}

QString privilege(const OptionDescription& option)
{
    if (!option.needsPrivilege()) {
        return {};
    }
    QStringList which;
    which += option.has(optionTraits::kNetAdmin) ? QStringList {QStringLiteral("CAP_NET_ADMIN")}
                                                 : QStringList();
    which += option.has(optionTraits::kNetRaw) ? QStringList {QStringLiteral("CAP_NET_RAW")} : QStringList();
    const QString names = which.join(OptionEditor::tr(" or "));
    return option.has(optionTraits::kSomeValues) ? OptionEditor::tr("some values need %1").arg(names)
                                                 : OptionEditor::tr("writing needs %1").arg(names);
}

}

OptionEditor::OptionEditor(Workbench& workbench, const model::OptionCalls& calls, QWidget* parent)
    : QWidget(parent)
    , m_workbench(workbench)
    , m_calls(calls)
    , m_meaning(makeLabel(this, "optionMeaning", "plain"))
    , m_facts(makeLabel(this, "optionFacts", "dim"))
    , m_asked(makeLabel(this, "optionAsked", "waiting"))
    , m_switch(new QCheckBox(tr("on"), this))
    , m_names(new QComboBox(this))
    , m_text(new QLineEdit(this))
    , m_set(makeToolButton(this, "setOption", tr("Set"), tr("Makes this setsockopt() call (Return)")))
    , m_get(makeToolButton(this, "getOption", tr("Get"), tr("Makes this getsockopt() call")))
    , m_result(makeLabel(this, "optionResult", "dim"))
{
    setObjectName(QStringLiteral("optionEditor"));
    setAttribute(Qt::WA_StyledBackground);
    m_switch->setObjectName(QStringLiteral("optionSwitch"));
    m_names->setObjectName(QStringLiteral("optionNames"));
    m_names->setAccessibleName(tr("Value"));
    m_text->setObjectName(QStringLiteral("optionText"));
    m_text->setAccessibleName(tr("Value"));
    setHint(*m_text, tr("As the log prints it, or {01 00 00 00} for raw bytes"));
    auto* row = new QHBoxLayout;
    row->setSpacing(6);
    row->addWidget(m_switch);
    row->addWidget(m_names, 1);
    row->addWidget(m_text, 1);
    row->addWidget(m_set);
    row->addStretch();
    row->addWidget(m_get);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(14, 7, 14, 10);
    column->setSpacing(6);
    for (QWidget* part : {m_meaning, m_facts, m_asked}) {
        column->addWidget(part);
    }
    column->addLayout(row);
    column->addWidget(m_result);
    connect(m_switch, &QCheckBox::clicked, this, [this](bool on) { setNumber(on ? 1 : 0); });
    connect(m_names, &QComboBox::activated, this, [this] { setNumber(m_names->currentData().toInt()); });
    connect(m_text, &QLineEdit::returnPressed, this, &OptionEditor::setTyped);
    connect(m_text, &QLineEdit::textEdited, this, [this] { setLook(*m_text, "wrong", false); });
    connect(m_set, &QToolButton::clicked, this, &OptionEditor::setTyped);
    connect(m_get, &QToolButton::clicked, this, &OptionEditor::get);
}

void OptionEditor::show(
    const model::SocketNode& socket, const OptionDescription& option, const model::SocketOption* value)
{
    const bool other = m_option != &option || m_socket != socket.id;
    m_option = &option;
    m_socket = socket.id;
    const model::OptionCall& last = m_calls.last(socket.id, option.level, option.number);
    const bool answered = last.call == CallId::Getsockopt && last.error == 0;
    const std::vector<std::byte> bytes = value != nullptr ? value->now.bytes
        : answered                                        ? last.bytes
                                                          : std::vector<std::byte>();
    if (other || bytes != m_shown) {
        m_shown = bytes;
        showEditor(bytes);
    }
    showFacts(socket);
    showResult();
}

void OptionEditor::showEditor(const std::vector<std::byte>& bytes)
{
    using T = OptionType;
    const auto number = numberIn(bytes);
    const bool writes = m_option->canWrite() && m_option->type != T::Filter;
    const bool switches = writes && m_option->type == T::Bool;
    const bool names = writes && m_option->type == T::Enumeration;
    m_switch->setVisible(switches);
    m_switch->setChecked(number.value_or(0) != 0);
    m_switch->setAccessibleName(latin(m_option->name));
    m_names->setVisible(names);
    m_names->clear();
    for (const NamedValue& each : names ? m_option->names() : NameTable()) {
        m_names->addItem(latin(each.name), static_cast<int>(each.value));
        if (number == static_cast<int>(each.value)) {
            m_names->setCurrentIndex(m_names->count() - 1);
        }
    }
    m_text->setVisible(writes && !switches && !names);
    m_set->setVisible(writes && !switches && !names);
    QFont code = m_workbench.monospace();
    code.setPointSizeF(code.pointSizeF() * 0.92);
    m_text->setFont(code);
    QString text = bytes.empty() ? QString() : valueText(*m_option, bytes, OptionUse::Got);
    if (m_option->type == T::Int || m_option->type == T::Unsigned) {
        text = text.mid(1, text.size() - 2); // [5] without its brackets
    }
    m_text->setText(text);
    setLook(*m_text, "wrong", false);
    m_get->setVisible(m_option->canRead());
}

void OptionEditor::showFacts(const model::SocketNode& socket)
{
    m_meaning->setText(m_workbench.explainer().purpose(*m_option));
    const KernelVersion since = m_option->since;
    QStringList facts;
    facts += since == KernelVersion {2, 2, 0} ? tr("Linux 2.2 or earlier")
                                              : tr("since Linux %1.%2").arg(since.release).arg(since.series)
            + (since.patch > 0 ? u'.' + QString::number(since.patch) : QString());
    facts += inheritance(*m_option, socket.domain);
    facts += privilege(*m_option);
    facts += !m_option->canWrite() ? tr("read only") : !m_option->canRead() ? tr("write only") : QString();
    facts += m_option->has(optionTraits::kReadingChanges) ? tr("reading takes it away") : QString();
    facts.removeAll(QString());
    m_facts->setText(facts.join(QStringLiteral(" · ")));
    // The kernel doubles, clamps and rounds: what was asked for and what holds are two things.
    const model::OptionCall& asked = m_calls.lastSet(socket.id, m_option->level, m_option->number);
    const bool differs = asked.call != CallId::None && !m_shown.empty() && asked.bytes != m_shown;
    m_asked->setVisible(differs);
    if (differs) {
        m_asked->setText(tr("asked %1, effective %2")
                             .arg(valueText(*m_option, asked.bytes, OptionUse::Set),
                                 valueText(*m_option, m_shown, OptionUse::Got)));
    }
}

// What the last call on this option gave.
void OptionEditor::showResult()
{
    const model::OptionCall& last = m_calls.last(m_socket, m_option->level, m_option->number);
    m_result->setVisible(last.call != CallId::None);
    if (last.call == CallId::None) {
        return;
    }
    const model::Session& session = m_workbench.session();
    QString text = words::callName(last.call) + QStringLiteral("() = ")
        + words::result(session.store().event(last.row));
    if (last.error != 0) {
        text += u'\n' + m_workbench.explainer().meaning(last.error, last.call);
    } else if (last.call == CallId::Getsockopt) {
        text += QStringLiteral(", ") + valueText(*m_option, last.bytes, OptionUse::Got);
    }
    setLook(*m_result, "role", last.error != 0 ? QStringLiteral("error") : QStringLiteral("done"));
    m_result->setText(text);
}

void OptionEditor::setNumber(int value)
{
    const auto bytes = std::as_bytes(std::span(&value, 1));
    set({bytes.begin(), bytes.end()});
}

void OptionEditor::setTyped()
{
    const auto parsed = parseOptionValue(m_option->level, m_option->number, m_text->text().toStdString());
    setLook(*m_text, "wrong", !parsed.ok());
    if (parsed.ok()) {
        set(parsed.value());
        return;
    }
    setLook(*m_result, "role", QStringLiteral("error"));
    m_result->setText(
        tr("Not understood from character %1 on. Write it as the log prints it, or {01 00 00 00} for "
           "raw bytes.")
            .arg(parsed.problem().column + 1));
    m_result->show();
}

void OptionEditor::set(std::vector<std::byte> bytes)
{
    m_workbench.make(calls::setsockopt(m_option->level, m_option->number, std::move(bytes)), m_socket);
}

void OptionEditor::get()
{
    const std::size_t known = sizeOf(m_option->type);
    m_workbench.make(
        calls::getsockopt(m_option->level, m_option->number, known != 0 ? known : 512), m_socket);
}

}
