// One way to say what is to be sent: typed text, hexadecimal, a file, a pattern.
#pragma once

#include <QByteArray>
#include <QWidget>

#include "model/data/file_reader.h"
#include "ui/saved_messages.h"
#include "ui/workbench.h"

class QComboBox;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QSpinBox;

namespace ui {

// What may be sent in one call from here, in bytes: enough to fill any buffer.
inline constexpr qsizetype kLargestPayload = qsizetype {16} << 20;

struct Payload {
    QByteArray bytes;
    QString problem; // empty: the bytes are good
};

class PayloadEditor : public QWidget {
    Q_OBJECT

public:
    using QWidget::QWidget;
    virtual Payload payload() const = 0;
    // What can be saved, or put back; nothing: it can't.
    virtual std::optional<SavedMessage> message() const { return std::nullopt; }
    virtual void setMessage(const SavedMessage& /*message*/) { }

Q_SIGNALS:
    void changed();
};

// Text with C escapes and a line end, or hexadecimal.
class TypedEditor : public PayloadEditor {
    Q_OBJECT

public:
    TypedEditor(Workbench& workbench, bool hex, QWidget* parent = nullptr);

    Payload payload() const override;
    std::optional<SavedMessage> message() const override;
    void setMessage(const SavedMessage& message) override;

private:
    void restyle();
    void markProblem();

    Workbench& m_workbench;
    const bool m_hex;
    QPlainTextEdit* m_text;
    QComboBox* m_lineEnd = nullptr; // of text
};

class FileEditor : public PayloadEditor {
    Q_OBJECT

public:
    FileEditor(Workbench& workbench, QWidget* parent = nullptr);

    Payload payload() const override;
    void setPath(const QString& path);

protected:
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    void choose();
    void read();

    Workbench& m_workbench;
    model::FileReader m_reader;
    QLineEdit* m_path;
    QLabel* m_about;
    QString m_readPath; // whose content it is
    model::FileContent m_content;
    bool m_reading = false;
};

class PatternEditor : public PayloadEditor {
    Q_OBJECT

public:
    PatternEditor(Workbench& workbench, QWidget* parent = nullptr);

    Payload payload() const override;

private:
    QComboBox* m_kind;
    QSpinBox* m_size;
    QSpinBox* m_seed;
    QLabel* m_seedLabel;
};

}
