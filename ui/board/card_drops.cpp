#include "ui/board/card_drops.h"

#include <QMimeData>
#include <QUrl>
#include <algorithm>

#include "netcore/names/constants.h"
#include "ui/inspector/data/payload_editor.h"
#include "ui/words.h"

namespace ui {

using namespace netcore;

namespace {

constexpr qsizetype kLongestTyped = 4096; // bytes that can stand in a field of a form

std::vector<std::byte> bytesIn(const QByteArray& data)
{
    const auto all = std::as_bytes(std::span(data.constData(), static_cast<std::size_t>(data.size())));
    return {all.begin(), all.end()};
}

// As it would be typed: C escapes for what cannot be.
QString asTyped(const QByteArray& bytes)
{
    QString text;
    for (const QChar letter : QString::fromUtf8(bytes)) {
        switch (letter.unicode()) {
        case u'\n':
            text += QStringLiteral("\\n");
            break;
        case u'\r':
            text += QStringLiteral("\\r");
            break;
        case u'\t':
            text += QStringLiteral("\\t");
            break;
        case u'\\':
            text += QStringLiteral("\\\\");
            break;
        default:
            text += letter.unicode() < 0x20 || letter.unicode() == 0x7f
                ? QStringLiteral("\\x%1").arg(letter.unicode(), 2, 16, QLatin1Char('0'))
                : QString(letter);
        }
    }
    return text;
}

}

CardDrops::CardDrops(Workbench& workbench, std::function<bool()> mayCall, QObject* parent)
    : QObject(parent), m_workbench(workbench), m_mayCall(std::move(mayCall))
{
    connect(&m_reader, &model::FileReader::done, this, &CardDrops::takeFile);
}

void CardDrops::take(SocketId socket, const QMimeData& data)
{
    m_workbench.select(socket);
    if (!m_mayCall()) {
        Q_EMIT m_workbench.problem(tr("Nothing can be sent here: this is not the present of a live session."),
            tr("Go back to the present, or open a new window (Ctrl+Shift+N)."));
        return;
    }
    if (data.hasUrls()) {
        const bool idle = m_files.empty();
        for (const QUrl& url : data.urls()) {
            if (url.isLocalFile()) {
                m_files.push_back({socket, url.toLocalFile()});
            } else {
                Q_EMIT m_workbench.problem(
                    tr("%1 is not a file of this machine.").arg(words::shown(url.toString().toStdString())),
                    tr("Save it first, then drop the file."));
            }
        }
        if (idle) {
            readNext();
        }
        return;
    }
    const QString asBytes
        = QStringLiteral("application/octet-stream"); // ours: no text could hold all of them
    send(socket, data.hasFormat(asBytes) ? data.data(asBytes) : data.text().toUtf8());
}

void CardDrops::readNext()
{
    if (!m_files.empty()) {
        m_reader.read(m_files.front().path, kLargestPayload);
    }
}

void CardDrops::takeFile(const model::FileContent& content)
{
    using Problem = model::FileContent::Problem;
    const Wanted file = m_files.front();
    m_files.pop_front();
    const QString name = words::shown(file.path.toStdString());
    switch (content.problem) {
    case Problem::None:
        send(file.socket, content.bytes);
        break;
    case Problem::CannotOpen:
    case Problem::CannotRead:
        Q_EMIT m_workbench.problem(
            tr("%1 cannot be read: %2.").arg(name, QString::fromStdString(errnoText(content.error))), {});
        break;
    case Problem::NotRegular:
        Q_EMIT m_workbench.problem(
            tr("%1 is a folder or a device, and not a file.").arg(name), tr("Drop files."));
        break;
    case Problem::TooLarge:
        Q_EMIT m_workbench.problem(tr("%1 has %2: more than goes into one call here (%3).")
                                       .arg(name, words::bytes(content.size), words::bytes(kLargestPayload)),
            tr("Send it in parts."));
        break;
    }
    readNext();
}

void CardDrops::send(SocketId socket, const QByteArray& bytes)
{
    const model::SocketNode* node = m_workbench.graph().find(socket);
    if (node == nullptr) {
        return;
    }
    if (node->isSocket && node->isDatagram() && !node->connected) {
        if (bytes.size() > kLongestTyped) {
            Q_EMIT m_workbench.problem(tr("A socket that is not connected has to be told where to send %1.")
                                           .arg(words::bytes(bytes.size())),
                tr("connect() it first, then drop again."));
            return;
        }
        m_workbench.showForm(socket, CallId::Sendto, {{}, asTyped(bytes)});
        return;
    }
    if (!node->isSocket) {
        m_workbench.make(calls::write({bytes.constData(), static_cast<std::size_t>(bytes.size())}), socket);
        return;
    }
    m_workbench.make(calls::send(bytesIn(bytes), MSG_NOSIGNAL), socket);
}

}
