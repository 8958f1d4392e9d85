// The bytes of one row, all that were kept: offset, hex and text side by side. What is in sight is put into
// words when it is painted.
#pragma once

#include <QAbstractScrollArea>
#include <memory>
#include <span>

#include "model/text/byte_forms.h"
#include "ui/log/glyph_text.h"
#include "ui/theme.h"

class QMenu;

namespace ui {

class ByteSheet : public QAbstractScrollArea {
    Q_OBJECT

public:
    explicit ByteSheet(QWidget* parent = nullptr);

    void setLook(const Theme& theme, const QFont& monospace);
    // They must stay until others are shown: the store's do.
    void show(std::span<const std::byte> bytes);
    int perLine() const { return m_perLine; }
    QString lineText(std::size_t line) const;
    void copy(model::ByteForm form) const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {80, sizeHint().height()}; }

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void layOut();
    std::size_t lines() const;
    std::span<const std::byte> line(std::size_t line) const;
    int rowsShown() const;

    Theme m_theme;
    std::unique_ptr<GlyphText> m_glyphs;
    std::span<const std::byte> m_bytes;
    int m_perLine = 16;
    int m_lineHeight = 1;
};

}
