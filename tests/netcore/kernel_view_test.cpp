#include <netinet/tcp.h>

#include "netcore/inspect/kernel_view.h"
#include "tests/support/std_strings.h"

using namespace netcore;

namespace {

KernelView someView()
{
    KernelView view;
    view.tcpState = TCP_ESTABLISHED;
    view.receiveQueue = 5;
    view.sendQueue = std::int64_t {1} << 40;
    view.acceptQueue = -1;
    view.backlog = 0;
    view.inode = UINT64_MAX;
    view.peerInode = 7;
    view.local = parseAddress("127.0.0.1:80").value();
    view.peer = parseAddress("/tmp/a path").value();
    return view;
}

}

class KernelViewTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void view_isReadBack();
    void unknown_isReadBack();
    void oneAddress_isReadBack();
    void shortHead_isUnknown();
    void shortAddresses_areRead();
    void wrongLength_isRead();
};

void KernelViewTest::view_isReadBack()
{
    QVERIFY(decodeKernelView(encode(someView())) == someView());
}

void KernelViewTest::unknown_isReadBack()
{
    QVERIFY(decodeKernelView(encode(KernelView())) == KernelView());
}

void KernelViewTest::oneAddress_isReadBack()
{
    KernelView view;
    view.peer = parseAddress("[::1]:80").value();
    QVERIFY(decodeKernelView(encode(view)) == view);
    std::swap(view.local, view.peer);
    QVERIFY(decodeKernelView(encode(view)) == view);
}

void KernelViewTest::shortHead_isUnknown()
{
    const auto whole = encode(someView());
    for (std::size_t size = 0; size < 56; ++size) {
        QVERIFY(decodeKernelView(std::vector(whole.data(), whole.data() + size)) == KernelView());
    }
}

void KernelViewTest::shortAddresses_areRead()
{
    const auto whole = encode(someView());
    for (std::size_t size = 56; size < whole.size(); ++size) {
        const KernelView view = decodeKernelView(std::vector(whole.data(), whole.data() + size));
        QCOMPARE(view.tcpState, someView().tcpState);
        QCOMPARE(std::size_t {view.local.length() + view.peer.length()}, size - 56);
    }
}

void KernelViewTest::wrongLength_isRead()
{
    auto bytes = encode(someView());
    std::fill(bytes.begin() + 52, bytes.begin() + 56, std::byte {0xff}); // the local address's length
    const KernelView view = decodeKernelView(bytes);
    QCOMPARE(std::size_t {view.local.length()}, bytes.size() - 56);
    QVERIFY(view.peer.isEmpty());
}

QTEST_APPLESS_MAIN(KernelViewTest)
#include "kernel_view_test.moc"
