// Conditions on addresses: of the row's socket, as far as its ends are known, and in the call's own
// arguments.

#include <algorithm>
#include <bitset>

#include "model/filter/leaf.h"
#include "model/filter/text_test.h"

namespace model::filter {

using namespace netcore;

namespace {

using Calls = std::bitset<kCallIds>;

Calls callsWith(std::initializer_list<CallId> ids)
{
    Calls calls;
    for (const CallId id : ids) {
        calls.set(static_cast<std::size_t>(id));
    }
    return calls;
}

// Calls whose address is that of the other end, and of our own.
const Calls& peerCalls()
{
    static const Calls calls = callsWith({CallId::Connect, CallId::Sendto, CallId::Recvfrom, CallId::Sendmsg,
        CallId::Recvmsg, CallId::Accept, CallId::Accept4, CallId::Getpeername});
    return calls;
}

const Calls& localCalls()
{
    static const Calls calls = callsWith({CallId::Bind, CallId::Getsockname});
    return calls;
}

const Calls& allAddressCalls()
{
    static const Calls calls = peerCalls() | localCalls() | callsWith({CallId::Getaddrinfo});
    return calls;
}

// What one or more addresses say together.
struct Answer {
    bool has = false;
    bool matches = false;
};

class AddressLeaf final : public Leaf {
public:
    explicit AddressLeaf(const Comparison& comparison) : m_comparison(comparison), m_text(comparison)
    {
        const Field field = comparison.field;
        m_ofSocket = field == Field::Peer || field == Field::Local;
        m_calls = field == Field::Peer ? peerCalls()
            : field == Field::Local    ? localCalls()
                                       : allAddressCalls();
    }

    Cost cost() const override { return Cost::Records; }
    void take(const Facts& facts) override
    {
        m_answers.assign(facts.sockets.size(), {});
        for (std::size_t i = 1; i < facts.sockets.size(); ++i) {
            if (const auto& socket = facts.sockets[i]) {
                add(m_comparison.field != Field::Local ? socket->remote : Address(), m_answers[i]);
                add(m_comparison.field != Field::Peer ? socket->local : Address(), m_answers[i]);
            }
        }
    }
    void find(const Piece& piece, const RowBits& where, RowBits& found) override
    {
        std::size_t looked = 0;
        piece.rows.forEach(where, [&](std::size_t row) {
            const Answer answer = ask(piece, row);
            const bool tests = m_comparison.test != Test::Present;
            if (answer.has && (!tests || answer.matches != m_comparison.negated)) {
                found.set(row);
            }
            return ++looked % kStopEvery != 0 || !piece.stop.stop_requested();
        });
    }

private:
    void add(const Address& address, Answer& answer) const
    {
        const bool isOne = m_comparison.field == Field::Port ? address.port() != 0 : !address.isEmpty();
        if (isOne) {
            answer.has = true;
            answer.matches = answer.matches || test(address);
        }
    }
    bool test(const Address& address) const
    {
        if (m_comparison.test == Test::Addresses) {
            return std::ranges::any_of(m_comparison.addresses,
                [&](const AddressPattern& pattern) { return pattern.matches(address); });
        }
        return m_text.holds(addressText(address));
    }
    Answer ask(const Piece& piece, std::size_t row) const;

    Comparison m_comparison;
    TextTest m_text;
    Calls m_calls; // that say such an address
    bool m_ofSocket; // what the call says stands for what is known of the socket
    std::vector<Answer> m_answers; // of each socket, by number
};

Answer AddressLeaf::ask(const Piece& piece, std::size_t row) const
{
    const std::size_t id = number(socketAt(piece, row));
    Answer answer = id < m_answers.size() ? m_answers[id] : Answer();
    const auto call = static_cast<std::size_t>(piece.columns.call[row]);
    if (call >= m_calls.size() || !m_calls[call]) {
        return answer;
    }
    const CallRecord record = piece.store.call(piece.rowAt(row));
    if (record.hasAddress && m_ofSocket) {
        answer = {};
    }
    if (record.hasAddress) {
        add(record.address, answer);
    }
    if (const auto* found = std::get_if<LookUpDetails>(&record.details); found != nullptr && !m_ofSocket) {
        for (const FoundAddress& one : found->found) {
            add(one.address, answer);
        }
    }
    return answer;
}

}

LeafPointer makeAddressLeaf(const Comparison& comparison)
{
    return std::make_unique<AddressLeaf>(comparison);
}

}
