// getaddrinfo() in the window: its list, taking an address from it, cancelling it.

#include <QListWidget>
#include <QMenu>
#include <QPushButton>
#include <atomic>
#include <semaphore>

#include "tests/support/hooked_syscalls.h"
#include "tests/ui/support/window_under_test.h"
#include "ui/look_up_popup.h"

using namespace netcore;
using namespace Qt::StringLiterals;
using uitest::WindowUnderTest;

class LookUpTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void numbers_areFoundAtOnce();
    void found_fillsTheFieldThatAsked();
    void unknownService_isExplained();
    void asleep_canBeCancelled();
};

void LookUpTest::numbers_areFoundAtOnce()
{
    WindowUnderTest window;
    window.click(u"lookUpButton"_s);
    window.typeInto(u"lookUp-node"_s, u"127.0.0.1"_s);
    window.typeInto(u"lookUp-service"_s, u"80"_s);
    window.click(u"lookUpStart"_s);
    auto* found = window.find<QListWidget>(u"lookUpFound"_s);
    QVERIFY(found != nullptr);
    QVERIFY(found->count() >= 2); // for streams and datagrams
    QVERIFY2(found->item(0)->text().startsWith(u"127.0.0.1:80"_s), qPrintable(found->item(0)->text()));
    QTest::mouseClick(found->viewport(), Qt::LeftButton, {}, found->visualItemRect(found->item(0)).center());
    // A socket with it is proposed.
    EVENTUALLY(window.isSeen(u"newSocketPopup"_s));
    QCOMPARE(window.textOf(u"newSocketAddress"_s), u"127.0.0.1:80"_s);
}

void LookUpTest::found_fillsTheFieldThatAsked()
{
    WindowUnderTest window;
    const SocketId socket = window.newSocket(u"IPv6"_s, u"stream"_s);
    window.showForm(socket, u"connect"_s);
    window.click(u"arg-addr-menu"_s);
    auto* menu = qobject_cast<QMenu*>(QApplication::activePopupWidget());
    QVERIFY(menu != nullptr);
    QTest::mouseClick(menu, Qt::LeftButton, {}, menu->actionGeometry(menu->actions().last()).center());
    window.typeInto(u"lookUp-node"_s, u"::1"_s);
    window.typeInto(u"lookUp-service"_s, u"4711"_s);
    window.key(Qt::Key_Return);
    auto* found = window.find<QListWidget>(u"lookUpFound"_s);
    QVERIFY(found != nullptr);
    QTest::mouseClick(found->viewport(), Qt::LeftButton, {}, found->visualItemRect(found->item(0)).center());
    EVENTUALLY_COMPARE(window.textOf(u"arg-addr"_s), u"[::1]:4711"_s);
}

void LookUpTest::unknownService_isExplained()
{
    WindowUnderTest window;
    window.click(u"lookUpButton"_s);
    window.typeInto(u"lookUp-node"_s, u"not a number"_s);
    window.typeInto(u"lookUp-service"_s, u"80"_s);
    window.typeInto(u"lookUp-flags"_s, u"AI_NUMERICHOST"_s); // asks nobody
    window.click(u"lookUpStart"_s);
    EVENTUALLY(window.textOf(u"lookUpResult"_s).contains(u"EAI_NONAME"_s));
    QVERIFY(window.textOf(u"lookUpResult"_s).contains(u"Nobody knows"_s));
    QVERIFY(!window.isSeen(u"lookUpFound"_s));
}

// A name server that is silent, without one: the call is held before it is made, and let go by the
// cancelling.
void LookUpTest::asleep_canBeCancelled()
{
    std::binary_semaphore cancelled {0};
    std::atomic<bool> held = false;
    support::HookedSyscalls kernel([&](CallId call, int) {
        if (call == CallId::Getaddrinfo) {
            held = true;
            cancelled.acquire();
        }
    });
    model::Session session(kernel);
    {
        ui::Workbench workbench(session);
        QWidget parent;
        parent.show();
        ui::LookUpPopup popup(workbench, &parent);
        popup.openAt({});
        QTest::mouseClick(popup.findChild<QPushButton*>(u"lookUpStart"_s), Qt::LeftButton);
        EVENTUALLY(held.load());
        auto* cancel = popup.findChild<QPushButton*>(u"lookUpCancel"_s);
        QVERIFY(cancel->isVisible());
        EVENTUALLY(popup.findChild<QLabel*>(u"lookUpResult"_s)->text().startsWith(u"Asleep for"_s));
        QTest::mouseClick(cancel, Qt::LeftButton);
        cancelled.release();
        EVENTUALLY(!cancel->isVisible());
        QVERIFY(popup.findChild<QPushButton*>(u"lookUpStart"_s)->isEnabled());
    }
    session.finish();
}

QTEST_MAIN(LookUpTest)
#include "look_up_test.moc"
