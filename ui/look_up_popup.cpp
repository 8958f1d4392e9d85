#include "ui/look_up_popup.h"

#include <QFormLayout>
#include <QHBoxLayout>
#include <QScreen>
#include <QVBoxLayout>
#include <algorithm>
#include <cerrno>

#include "netcore/names/call_text.h"
#include "ui/inspector/fields/field_parts.h"
#include "ui/parts.h"
#include "ui/words.h"

namespace ui {

using namespace netcore;

namespace {

// EAI_* of getaddrinfo(3), by what a user can do about it.
QString lookUpMeaning(std::int64_t result, int error)
{
    if (error == EINTR) {
        return LookUpPopup::tr("It was cancelled: a signal woke its thread.");
    }
    const std::string_view name = nameOf(lookUpProblems(), result).value_or("");
    if (name == "EAI_NONAME") {
        return LookUpPopup::tr("Nobody knows this name or service: or neither was given.");
    }
    if (name == "EAI_AGAIN") {
        return LookUpPopup::tr(
            "The name server did not answer. It may later; without a network nobody will.");
    }
    if (name == "EAI_SERVICE") {
        return LookUpPopup::tr("This service is not known for this type of socket; a port number always is.");
    }
    if (name == "EAI_FAMILY" || name == "EAI_ADDRFAMILY") {
        return LookUpPopup::tr("There is no address of that family for this name.");
    }
    if (name == "EAI_SOCKTYPE") {
        return LookUpPopup::tr("No such type of socket, or not with this protocol.");
    }
    if (name == "EAI_BADFLAGS") {
        return LookUpPopup::tr("The flags contradict each other, or AI_CANONNAME was given without a name.");
    }
    if (name == "EAI_FAIL" || name == "EAI_NODATA") {
        return LookUpPopup::tr("The name server answered, but has no address for this name.");
    }
    return {};
}

}

LookUpPopup::LookUpPopup(Workbench& workbench, QWidget* parent)
    : QFrame(parent, Qt::Popup)
    , m_workbench(workbench)
    , m_node(new QLineEdit(QStringLiteral("localhost"), this))
    , m_service(new QLineEdit(QStringLiteral("http"), this))
    , m_family(new ConstantEdit(QStringLiteral("lookUp-family"), {addressFamilies(), {}}, 0, this))
    , m_type(new ConstantEdit(QStringLiteral("lookUp-type"), {socketTypes(), {}}, 0, this))
    , m_flags(new ConstantEdit(QStringLiteral("lookUp-flags"), {{}, lookUpFlags()}, 0, this))
    , m_line(makeHint(this, "lookUpLine"))
    , m_start(new QPushButton(tr("Look up"), this))
    , m_cancel(new QPushButton(tr("✕ Cancel"), this))
    , m_result(makeHint(this, "lookUpResult"))
    , m_found(new QListWidget(this))
{
    setObjectName(QStringLiteral("lookUpPopup"));
    setAccessibleName(tr("Look up a name"));
    m_cancel->setAccessibleName(withoutSigns(m_cancel->text()));
    setAttribute(Qt::WA_StyledBackground);
    m_node->setObjectName(QStringLiteral("lookUp-node"));
    m_service->setObjectName(QStringLiteral("lookUp-service"));
    m_start->setObjectName(QStringLiteral("lookUpStart"));
    m_start->setProperty("primary", true);
    m_cancel->setObjectName(QStringLiteral("lookUpCancel"));
    m_found->setObjectName(QStringLiteral("lookUpFound"));
    m_found->setAccessibleName(tr("Addresses that were found"));
    m_found->setFont(workbench.monospace());
    m_found->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_line->setProperty("role", QStringLiteral("code"));
    m_line->setFont(workbench.monospace());
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(16, 14, 16, 14);
    column->setSpacing(9);
    auto* form = new QFormLayout;
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    addInputs(*form);
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(m_start);
    buttons->addWidget(m_cancel);
    buttons->addStretch();
    column->addLayout(form);
    column->addWidget(m_line);
    column->addLayout(buttons);
    column->addWidget(m_result);
    column->addWidget(m_found);
    m_clock.setInterval(100);
    connect(&m_clock, &QTimer::timeout, this, [this] {
        m_result->setText(
            tr("Asleep for %1 s")
                .arg(QLocale::c().toString(static_cast<double>(m_since.elapsed()) / 1e3, 'f', 1)));
    });
    connect(m_start, &QPushButton::clicked, this, &LookUpPopup::start);
    connect(m_cancel, &QPushButton::clicked, this, [this] { m_workbench.session().cancel(m_ticket); });
    connect(m_found, &QListWidget::itemClicked, this, &LookUpPopup::choose);
    connect(m_found, &QListWidget::itemActivated, this, &LookUpPopup::choose);
    connect(&workbench.session(), &model::Session::appended, this, &LookUpPopup::takeEvents);
    setRunning(false);
    m_result->hide();
    m_found->hide();
    showPreview();
}

LookUpPopup::~LookUpPopup()
{
    if (m_ticket != kNoTicket) {
        m_workbench.session().cancel(m_ticket);
    }
}

void LookUpPopup::addInputs(QFormLayout& form)
{
    addInnerRow(form, QStringLiteral("node"), m_node);
    addInnerRow(form, QStringLiteral("service"), m_service);
    addInnerRow(form, QStringLiteral("ai_family"), m_family);
    addInnerRow(form, QStringLiteral("ai_socktype"), m_type);
    addInnerRow(form, QStringLiteral("ai_flags"), m_flags);
    for (QLineEdit* line : {m_node, m_service}) {
        line->setPlaceholderText(QStringLiteral("NULL"));
        line->setFont(m_workbench.monospace());
        connect(line, &QLineEdit::textChanged, this, &LookUpPopup::showPreview);
        connect(line, &QLineEdit::returnPressed, this, &LookUpPopup::start);
    }
    for (ConstantEdit* edit : {m_family, m_type, m_flags}) {
        edit->setCodeFont(m_workbench.monospace());
        connect(edit, &ConstantEdit::changed, this, &LookUpPopup::showPreview);
        connect(edit, &ConstantEdit::entered, this, &LookUpPopup::start);
    }
}

void LookUpPopup::proposeKind(int domain, int type)
{
    m_family->setText(m_family->textOf(domain));
    m_type->setText(m_type->textOf(type));
}

void LookUpPopup::openAt(const QPoint& globalPosition)
{
    setFixedWidth(fontMetrics().height() * 25);
    adjustSize();
    QPoint place = globalPosition;
    if (const QScreen* screen = parentWidget()->screen()) {
        const QRect room = screen->availableGeometry().marginsRemoved({8, 8, 8, 8});
        const int tallest = height() + fontMetrics().height() * 9; // with its list
        place.setX(std::clamp(place.x(), room.left(), std::max(room.left(), room.right() - width())));
        place.setY(std::clamp(place.y(), room.top(), std::max(room.top(), room.bottom() - tallest)));
    }
    move(place);
    show();
    m_node->setFocus();
    m_node->selectAll();
}

std::optional<LookUpDetails> LookUpPopup::read() const
{
    const auto family = m_family->value();
    const auto type = m_type->value();
    const auto flags = m_flags->value();
    if (!family || !type || !flags) {
        return std::nullopt;
    }
    const auto given = [](const QLineEdit& line) {
        return line.text().isEmpty() ? std::nullopt : std::optional(line.text().toStdString());
    };
    LookUpDetails wanted;
    wanted.node = given(*m_node);
    wanted.service = given(*m_service);
    wanted.family = static_cast<int>(*family);
    wanted.type = static_cast<int>(*type);
    wanted.flags = static_cast<int>(*flags);
    wanted.hasHints = wanted.family != 0 || wanted.type != 0 || wanted.flags != 0;
    return wanted;
}

void LookUpPopup::showPreview()
{
    const auto wanted = read();
    m_start->setEnabled(wanted && m_ticket == kNoTicket);
    if (wanted) {
        m_line->setText(QString::fromStdString(
            callText(recordOf(calls::getaddrinfo(*wanted), -1), {}, 0, CallStage::Planned)));
    }
}

void LookUpPopup::setRunning(bool running)
{
    m_cancel->setVisible(running);
    running ? m_clock.start() : m_clock.stop();
    showPreview();
}

void LookUpPopup::start()
{
    const auto wanted = read();
    if (!wanted || m_ticket != kNoTicket) {
        return;
    }
    m_found->clear();
    m_found->hide();
    m_since.start();
    m_ticket = m_workbench.make(calls::getaddrinfo(*wanted), kNoSocket);
    m_result->setProperty("role", QStringLiteral("dim"));
    m_result->setVisible(m_ticket != kNoTicket);
    m_result->setText(tr("Asleep"));
    setRunning(m_ticket != kNoTicket);
}

void LookUpPopup::takeEvents(quint64 first, quint64 count)
{
    const model::EventStore& store = m_workbench.session().store();
    for (model::Row row = first; row < first + count && m_ticket != kNoTicket; ++row) {
        const Event event = store.event(row);
        if (event.ticket == m_ticket && event.kind == EventKind::Call) {
            m_ticket = kNoTicket;
            setRunning(false);
            showAnswer(event, store.call(row));
        }
    }
}

void LookUpPopup::showAnswer(const Event& event, const CallRecord& record)
{
    const auto* answer = std::get_if<LookUpDetails>(&record.details);
    const QString meaning = lookUpMeaning(event.result, event.error);
    QString text = QStringLiteral("getaddrinfo() = ") + words::result(event);
    if (event.result != 0 && !meaning.isEmpty()) {
        text += u'\n' + meaning;
    } else if (event.result == 0) {
        text += u'\n' + tr("A program tries them in this order. Click one to take it.");
    }
    m_result->setText(text);
    if (answer != nullptr && event.result == 0) {
        for (const FoundAddress& found : answer->found) {
            const QString protocol
                = QString::fromStdString(constantText(internetProtocols(), found.protocol));
            auto* item = new QListWidgetItem(words::address(found.address) + QStringLiteral("   ")
                + QString::fromStdString(socketTypeText(found.type)) + QStringLiteral("  ") + protocol
                + (found.canonicalName.empty() ? QString()
                                               : QStringLiteral("  ") + words::shown(found.canonicalName)));
            item->setData(Qt::UserRole, words::address(found.address));
            item->setData(Qt::UserRole + 1, found.family);
            item->setData(Qt::UserRole + 2, found.type);
            m_found->addItem(item);
        }
        const int rows = std::clamp(m_found->count(), 1, 8);
        m_found->setFixedHeight(m_found->sizeHintForRow(0) * rows + 2 * m_found->frameWidth() + 2);
        m_found->setVisible(m_found->count() > 0);
    }
    adjustSize();
}

void LookUpPopup::choose(const QListWidgetItem* item)
{
    const QString address = item->data(Qt::UserRole).toString();
    const int family = item->data(Qt::UserRole + 1).toInt();
    const int type = item->data(Qt::UserRole + 2).toInt();
    close();
    Q_EMIT chosen(address, family, type);
}

}
