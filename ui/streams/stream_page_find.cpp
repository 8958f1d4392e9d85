// StreamPage: finding and saving.

#include <QFile>
#include <QFileDialog>
#include <QToolButton>
#include <cstring>

#include "model/streams/saved_bytes.h"
#include "model/text/hex_text.h"
#include "ui/find_line.h"
#include "ui/parts.h"
#include "ui/streams/stream_page.h"
#include "ui/words.h"

namespace ui {

namespace {

constexpr std::size_t kLongestWanted = 4'096; // bytes

std::vector<std::byte> bytesOf(const QByteArray& bytes)
{
    const auto all = std::as_bytes(std::span(bytes.constData(), static_cast<std::size_t>(bytes.size())));
    return {all.begin(), all.end()};
}

}

FindLine* StreamPage::makeFindLine()
{
    auto* line = new FindLine(
        QStringLiteral("stream"), tr("Find in the conversation"), static_cast<int>(kLongestWanted) / 4, this);
    m_asHex = makeToolButton(line, "streamWantedHex", tr("Hex"), tr("Bytes in hexadecimal: 48 65 6c"));
    m_case = makeToolButton(line, "streamWantedCase", tr("Aa"), tr("Capital and small letters differ"));
    m_case->setAccessibleName(tr("Match case"));
    for (QToolButton* button : {m_asHex, m_case}) {
        button->setCheckable(true);
        connect(button, &QToolButton::toggled, this, &StreamPage::findTyped);
        line->add(button);
    }
    connect(line, &FindLine::typed, this, &StreamPage::findTyped);
    connect(line, &FindLine::stepped, m_view, &StreamView::goToHit);
    connect(line, &FindLine::closed, this, &StreamPage::closeFind);
    return line;
}

void StreamPage::openFind()
{
    m_findLine->open();
    findTyped();
}

void StreamPage::findNext(bool forward)
{
    if (m_findLine->isHidden()) {
        openFind();
    } else {
        m_view->goToHit(forward);
    }
}

void StreamPage::closeFind()
{
    m_findLine->hide();
    m_view->find({}, false);
    m_view->setFocus();
}

void StreamPage::findTyped()
{
    std::vector<std::byte> wanted;
    bool wrong = false;
    if (m_asHex->isChecked()) {
        const auto parsed = model::parseHex(m_findLine->wanted(), kLongestWanted);
        wrong = !parsed.ok();
        wanted = parsed.ok() ? bytesOf(parsed.value()) : wanted;
    } else {
        wanted = bytesOf(m_findLine->wanted().toUtf8());
    }
    m_case->setEnabled(!m_asHex->isChecked());
    m_findLine->setWrong(wrong);
    m_view->find(wanted, !m_asHex->isChecked() && !m_case->isChecked());
    if (wrong) {
        m_findLine->say(tr("no hexadecimal bytes"));
    }
}

void StreamPage::showFound()
{
    const StreamFinder& finder = m_view->finder();
    if (!finder.isActive()) {
        m_findLine->say({});
        return;
    }
    const QString all
        = words::count(finder.hits().size()) + (finder.isFull() ? QStringLiteral("+") : QString());
    m_findLine->say(finder.hits().empty() ? tr("not found")
            : m_view->currentHit() > 0    ? tr("%1 of %2").arg(words::count(m_view->currentHit()), all)
                                          : tr("%1 found").arg(all));
}

void StreamPage::askWhereToSave(model::ByteForm form, bool raw)
{
    auto* dialog = new QFileDialog(this, tr("Save the bytes"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(raw              ? QStringLiteral("bin")
            : form == model::ByteForm::CArray ? QStringLiteral("h")
                                              : QStringLiteral("txt"));
    connect(dialog, &QFileDialog::fileSelected, this, [this, form, raw](const QString& path) {
        if (const QString problem = save(path, form, raw); !problem.isEmpty()) {
            Q_EMIT m_workbench.problem(problem, tr("Nothing was changed: choose another place."));
        }
    });
    dialog->open();
}

QString StreamPage::save(const QString& path, model::ByteForm form, bool raw) const
{
    const auto bytes = m_view->chosenBytes();
    const QByteArray text = raw ? QByteArray() : model::inForm(bytes, form).toUtf8() + '\n';
    const auto content = raw
        ? std::span<const std::byte>(bytes)
        : std::as_bytes(std::span(text.constData(), static_cast<std::size_t>(text.size())));
    const auto problem = model::saveBytes(QFile::encodeName(path).toStdString(), content);
    if (!problem) {
        return {};
    }
    return problem->what == model::FileTrouble::NotRegular
        ? tr("%1 is not a regular file, so it is left alone.").arg(path)
        : tr("%1 can't be written: %2").arg(path, QString::fromLatin1(::strerrorname_np(problem->error)));
}

}
