// readMessage(): struct msghdr, long as in a log, or short.

#include <algorithm>
#include <netinet/in.h>
#include <sys/socket.h>

#include "model/scenario/structure_reader.h"
#include "netcore/names/options.h"

namespace model::scenario {

using namespace netcore;

namespace {

constexpr std::int64_t kAddressRoom = sizeof(sockaddr_storage);
constexpr std::size_t kUnknownControl = 256; // room for a control message whose size is not written

void append(std::vector<std::byte>& bytes, std::int64_t number)
{
    const auto value = static_cast<int>(number);
    const auto more = std::as_bytes(std::span(&value, 1));
    bytes.insert(bytes.end(), more.begin(), more.end());
}

bool isRights(const ControlMessage& control)
{
    return control.level == SOL_SOCKET && control.type == SCM_RIGHTS;
}

class MessageReader {
public:
    MessageReader(TokenReader& tokens, bool received) : m_tokens(tokens), m_received(received) { }

    std::optional<Structure> run()
    {
        if (m_received && m_tokens.accept("&")) { // not filled in: recvmsg(7, &msg, 0) = -1 EAGAIN
            m_tokens.take();
        } else if (m_tokens.peek().kind == Token::Kind::String) {
            addBuffer(m_tokens.take(), {});
        } else if (m_tokens.peek().kind == Token::Kind::Number) {
            readBuffer();
        } else if (!m_tokens.need("{", Say::Message) || !readItems()) {
            return std::nullopt;
        }
        finish();
        return m_tokens.problem() ? std::nullopt : std::optional(std::move(m_structure));
    }

private:
    bool readItems()
    {
        while (!m_tokens.accept("}")) {
            const bool separated = m_first || m_tokens.need(",", oneOf({"','", "'}'"}));
            m_first = false;
            if (!separated || !readItem()) {
                return false;
            }
        }
        return true;
    }

    bool readItem()
    {
        const Token token = m_tokens.peek();
        if (token.kind == Token::Kind::String || token.kind == Token::Kind::Number) {
            return readBuffer();
        }
        if (token.kind == Token::Kind::Word && m_tokens.peek(1).is("=")) {
            m_tokens.take();
            m_tokens.take();
            const std::string_view name = token.text;
            return readField(token, name.starts_with("msg_") ? name.substr(4) : name);
        }
        if (token.kind == Token::Kind::Word) {
            return readShortControl();
        }
        return m_tokens.fail(token, Say::MessagePart);
    }

    bool readField(const Token& token, std::string_view name)
    {
        if (name == "name") {
            return readName();
        }
        if (name == "iov") {
            return readList([this] { return readBuffer(); });
        }
        if (name == "control") {
            if (m_tokens.peek().kind == Token::Kind::Number) {
                return readNumber(m_message.controlRoom);
            }
            return readList([this] { return readControl(); });
        }
        std::int64_t number = 0;
        if (name == "namelen") {
            const bool good = readNumber(number) && (!m_tokens.accept("=>") || readInteger(m_tokens));
            m_message.nameRoom = number;
            m_structure.wantsAddress = number > 0;
            return good;
        }
        if (name == "controllen") {
            const bool good = readNumber(number);
            m_message.controlRoom = std::max(m_message.controlRoom, m_received ? number : 0);
            return good;
        }
        if (name == "iovlen" || name == "flags") { // they follow from the rest, or from the kernel
            return readNumber(number);
        }
        return m_tokens.fail(token, Say::MessageField);
    }

    template<typename Read> bool readList(Read read)
    {
        if (!m_tokens.need("[")) {
            return false;
        }
        for (bool first = true; !m_tokens.accept("]"); first = false) {
            if ((!first && !m_tokens.need(",", oneOf({"','", "']'"}))) || !read()) {
                return false;
            }
        }
        return true;
    }

    bool readNumber(std::int64_t& number)
    {
        const auto value = readInteger(m_tokens);
        number = value ? value->number : number;
        return value.has_value();
    }

    bool readName()
    {
        const Token token = m_tokens.peek();
        if (token.kind == Token::Kind::Number) { // a pointer, in a log
            m_tokens.take();
            return true;
        }
        const auto argument = readArgument(m_tokens);
        if (!argument) {
            return false;
        }
        if (argument->shape == Argument::Shape::AddressOf) {
            m_structure.addressOf = {argument->token, argument->name};
        } else if (argument->shape == Argument::Shape::Address) {
            m_structure.address = argument->address;
        } else if (argument->shape != Argument::Shape::Null) {
            return m_tokens.fail(token, Say::AddressOrNull);
        }
        return true;
    }

    // "bytes", 100, {iov_base="bytes", iov_len=5}
    bool readBuffer()
    {
        if (!m_tokens.accept("{")) {
            const Token token = m_tokens.peek();
            if (token.kind == Token::Kind::String) {
                addBuffer(m_tokens.take(), {});
                return true;
            }
            std::int64_t size = 0;
            return readNumber(size) && addRoom(token, size);
        }
        std::optional<Token> bytes;
        std::optional<std::int64_t> size;
        do {
            const Token name = m_tokens.take();
            if (!m_tokens.need("=")) {
                return false;
            }
            if (name.isWord("iov_base")) {
                bytes = m_tokens.take();
            } else if (!name.isWord("iov_len") || !readNumber(size.emplace())) {
                return m_tokens.fail(name, oneOf({"iov_base", "iov_len"}));
            }
        } while (m_tokens.accept(","));
        if (bytes && bytes->kind == Token::Kind::String) {
            addBuffer(*bytes, size);
        } else if (!size || !addRoom(m_tokens.peek(), *size)) {
            return m_tokens.fail(m_tokens.peek(), oneOf({"iov_base=\"bytes\"", "iov_len=size"}));
        }
        return m_tokens.need("}", oneOf({"','", "'}'"}));
    }

    bool addRoom(const Token& token, std::int64_t size)
    {
        if (size < 0 || size > kMostBytes) {
            return m_tokens.fail(token, {Say::Size, {std::to_string(kMostBytes)}});
        }
        m_message.bufferSizes.push_back(static_cast<std::uint32_t>(size));
        m_structure.data.resize(m_structure.data.size() + (m_received ? 0 : static_cast<std::size_t>(size)));
        return true;
    }

    void addBuffer(const Token& bytes, std::optional<std::int64_t> size)
    {
        if (bytes.cut && !m_received) {
            m_tokens.fail(bytes.column, Say::CutString, Say::AllBytes);
        }
        const auto length = size.value_or(static_cast<std::int64_t>(bytes.text.size()));
        m_structure.hasData = true;
        m_structure.dataGoesOn |= bytes.cut;
        const std::size_t before = m_structure.data.size();
        m_structure.data += bytes.text;
        addRoom(bytes, length);
        if (!m_received) {
            m_structure.data.resize(before + static_cast<std::size_t>(std::max<std::int64_t>(length, 0)));
        }
    }

    // SCM_RIGHTS [a, b]
    bool readShortControl()
    {
        const Token type = m_tokens.take();
        for (const int level : {SOL_SOCKET, int {IPPROTO_IP}, int {IPPROTO_IPV6}}) {
            if (const auto value = valueOf(controlTypes(level), type.text)) {
                ControlMessage control {level, static_cast<int>(*value), {}, {}};
                return readControlData(control) && addControl(std::move(control));
            }
        }
        return m_tokens.fail(type, Say::ControlMessage);
    }

    bool readControl()
    {
        ControlMessage control;
        if (!m_tokens.need("{")) {
            return false;
        }
        do {
            const Token name = m_tokens.take();
            std::int64_t number = 0;
            bool good = m_tokens.need("=");
            if (name.isWord("cmsg_data")) {
                good = good && readControlData(control);
            } else if (name.isWord("cmsg_type") && m_tokens.peek().kind == Token::Kind::Word) {
                const Token type = m_tokens.take();
                const auto value = valueOf(controlTypes(control.level), type.text);
                control.type = static_cast<int>(value.value_or(0));
                good = good && (value || m_tokens.fail(type, Say::ControlType));
            } else {
                good = good && readNumber(number);
                control.level = name.isWord("cmsg_level") ? static_cast<int>(number) : control.level;
                control.type = name.isWord("cmsg_type") ? static_cast<int>(number) : control.type;
            }
            if (!good) {
                return false;
            }
        } while (m_tokens.accept(","));
        return m_tokens.need("}", oneOf({"','", "'}'"})) && addControl(std::move(control));
    }

    bool readControlData(ControlMessage& control)
    {
        if (isRights(control)) {
            return readList([&] { return readPassed(control); });
        }
        if (m_received) { // what came last time; this time it is another
            m_tokens.takeRaw();
            control.data.resize(kUnknownControl);
            return true;
        }
        if (m_tokens.peek().kind == Token::Kind::String) {
            const Token bytes = m_tokens.take();
            const auto view = std::as_bytes(std::span(bytes.text));
            control.data.assign(view.begin(), view.end());
            return true;
        }
        if (m_tokens.accept("{")) { // {pid=1, uid=0, gid=0}
            do {
                std::int64_t number = 0;
                m_tokens.take();
                if (!m_tokens.need("=") || !readNumber(number)) {
                    return false;
                }
                append(control.data, number);
            } while (m_tokens.accept(","));
            return m_tokens.need("}", oneOf({"','", "'}'"}));
        }
        return readList([&] {
            std::int64_t number = 0;
            const bool good = readNumber(number);
            append(control.data, number);
            return good;
        });
    }

    bool readPassed(ControlMessage& control)
    {
        if (m_tokens.accept("-")) {
            const Token number = m_tokens.take();
            append(control.data, -1);
            return number.text == "1" || m_tokens.fail(number, Say::NameOfSocketOrNone);
        }
        const Token name = m_tokens.take();
        if (name.kind != Token::Kind::Word && name.kind != Token::Kind::Number) {
            return m_tokens.fail(name, Say::NameOfSocket);
        }
        if (m_received) {
            m_structure.opened.push_back(name);
            append(control.data, 0);
        } else {
            m_structure.named.push_back(name);
            control.passes.push_back(SocketId {static_cast<std::uint32_t>(m_structure.named.size())});
        }
        return true;
    }

    bool addControl(ControlMessage control)
    {
        m_message.control.push_back(std::move(control));
        return true;
    }

    void finish()
    {
        if (m_received) {
            std::int64_t room = 0;
            for (const ControlMessage& control : m_message.control) {
                room += static_cast<std::int64_t>(CMSG_SPACE(control.data.size()));
            }
            m_message.controlRoom = std::max(m_message.controlRoom, room);
            m_message.control.clear();
            m_message.nameRoom
                = m_structure.wantsAddress && m_message.nameRoom == 0 ? kAddressRoom : m_message.nameRoom;
        }
        m_structure.details = std::move(m_message);
    }

    TokenReader& m_tokens;
    bool m_received;
    bool m_first = true;
    Structure m_structure;
    MessageDetails m_message;
};

}

std::optional<Structure> readMessage(TokenReader& tokens, bool received)
{
    return MessageReader(tokens, received).run();
}

}
