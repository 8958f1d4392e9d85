// The bytes that a socket has sent and received, newest last: text and hexadecimal side by side. What is seen
// is put into words when it is painted; nothing is kept for a byte.
//
// It follows the end until the user scrolls up.
#pragma once

#include <QAbstractScrollArea>
#include <memory>
#include <optional>

#include "model/data/movements.h"
#include "model/text/byte_forms.h"
#include "ui/inspector/data/data_lines.h"
#include "ui/log/glyph_text.h"
#include "ui/log/log_scroll.h"
#include "ui/workbench.h"

class QMenu;

namespace ui {

class DataView : public QAbstractScrollArea {
    Q_OBJECT

public:
    // The movements must outlive the view.
    DataView(Workbench& workbench, const model::Movements& movements, QWidget* parent = nullptr);
    ~DataView() override;

    void showSocket(netcore::SocketId socket);
    void setEmptyText(const QString& text);

    // The selected bytes, over all movements that they reach across; all bytes where nothing is selected.
    QByteArray chosenBytes() const;
    // Call it after movements have come, before anything else: the oldest may be gone.
    void leaveDropped();

    bool hasSelection() const { return m_caret.has_value(); }
    void copy(model::ByteForm form) const;
    void selectAll();
    // Every line as it is shown, for tests and screen readers.
    QString lineText(std::uint64_t line) const;
    const DataLines& lines() const { return m_lines; }
    // In the viewport, of a byte's pair of digits; empty where it is out of sight.
    QRect byteRect(const DataPlace& place) const;
    void addCopyActions(QMenu& menu) const;

Q_SIGNALS:
    void selectionChanged();

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void scrollContentsBy(int /*dx*/, int /*dy*/) override { }
    bool viewportEvent(QEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    struct Columns { // in characters
        int offset; // digits; 0: no room for them
        int hex; // where the pairs begin
        int text;
    };
    std::span<const model::Movement> movements() const { return m_movements.of(m_socket); }
    std::span<const std::byte> bytesOf(const model::Movement& movement) const;
    void restyle();
    void layOut();
    void syncBar();
    Columns columns() const;
    int charOfPair(int byte) const; // from the first pair
    std::uint64_t seenEnd() const;
    void paintBytes(QPainter& painter, const DataLine& line, qreal y);
    void paintHead(QPainter& painter, const DataLine& line, qreal y);
    QString noteOf(const model::Movement& movement) const;
    bool isSelected(const DataPlace& place) const;
    std::pair<DataPlace, DataPlace> selectedRange() const; // both ends belong to it

    std::optional<DataPlace> placeAt(QPoint position) const;
    std::uint64_t lineAt(int y) const;
    void choose(std::optional<DataPlace> anchor, std::optional<DataPlace> caret);
    void selectMovement(std::size_t movement);
    bool moveByKey(const QKeyEvent& event);
    DataPlace moved(DataPlace from, std::int64_t bytes) const;

    Workbench& m_workbench;
    const model::Movements& m_movements;
    netcore::SocketId m_socket = netcore::kNoSocket;
    DataLines m_lines;
    std::uint64_t m_dropped = 0; // movements of the socket that were there before the first line
    LogScroll m_scroll;
    std::unique_ptr<GlyphText> m_glyphs;
    std::optional<DataPlace> m_anchor; // both set or none
    std::optional<DataPlace> m_caret;
    QString m_emptyText;
    qreal m_lineHeight = 1;
    bool m_syncingBar = false;
};

}
