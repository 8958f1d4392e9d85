// One part of a call's form: it shows a parameter, or several that belong together, and puts them into a
// call.
//
// Threads: the window's. A field belongs to its form, which deletes it when another call is shown.
#pragma once

#include <QMap>
#include <QWidget>

#include "netcore/engine/call.h"
#include "ui/workbench.h"

namespace ui {

// What was typed into forms before. Empty: nothing was.
class FieldMemory {
public:
    QString recall(const QString& key, const QString& otherwise = {}) const
    {
        return m_texts.value(key, otherwise);
    }
    bool knows(const QString& key) const { return m_texts.contains(key); }
    void keep(const QString& key, const QString& text) { m_texts[key] = text; }

private:
    QMap<QString, QString> m_texts;
};

// The call that a form is for, and the socket that it will be made on.
struct FieldContext {
    Workbench& workbench;
    FieldMemory& memory;
    netcore::CallId call;
    netcore::SocketId socket;
    int domain;
    int type;
    int protocol;

    std::size_t slot(netcore::ParameterKind kind) const; // where the call has such a parameter
    bool has(netcore::ParameterKind kind) const;
    QString key(const QString& field) const; // for what is remembered by call
};

class CallField : public QWidget {
    Q_OBJECT

public:
    CallField(const FieldContext& context, const QString& caption, QWidget* parent)
        : QWidget(parent), m_context(context), m_caption(caption)
    {
    }

    // False where what was typed makes no sense: problem() says why. Otherwise the call has it.
    virtual bool read(netcore::Call& call) const = 0;
    virtual QString problem() const = 0;
    // Where a user types first.
    virtual QWidget* firstInput() = 0;
    // Sockets have changed: proposals that nobody has touched follow.
    virtual void follow() { }

    const QString& caption() const { return m_caption; } // empty: the field takes the whole width
    const FieldContext& context() const { return m_context; }

Q_SIGNALS:
    void changed();
    void entered(); // Return was pressed: make the call

private:
    const FieldContext m_context;
    const QString m_caption;
};

// The field for a parameter; nullptr where it follows from the others.
CallField* makeField(const FieldContext& context, const netcore::Parameter& parameter, QWidget* parent);

// ASCII of netcore's tables.
QString latin(std::string_view text);
// Text, hexadecimal pairs or not, into bytes: "02 00 13 88". Nothing where it is none.
std::optional<std::vector<std::byte>> bytesFromHex(const QString& text);
QString hexOf(std::span<const std::byte> bytes);
// "fd 7 · UNIX · stream"
QString socketWords(const model::SocketNode& socket);

}
