// The first tab: the diagram of the socket's life, the form of one call, what the last one gave, its address.
#pragma once

#include <QFormLayout>
#include <QLabel>
#include <QVBoxLayout>

#include "ui/inspector/address_view.h"
#include "ui/inspector/call_form.h"
#include "ui/inspector/inspector_page.h"
#include "ui/inspector/lifecycle_view.h"
#include "ui/inspector/outcome_view.h"
#include "ui/inspector/state_view.h"
#include "ui/workbench.h"

class QScrollArea;

namespace ui {

class LifecyclePage : public InspectorPage {
    Q_OBJECT

public:
    LifecyclePage(Workbench& workbench, QWidget* parent = nullptr);

    void showSocket(const model::SocketNode& socket) override;
    quint64 news(const model::SocketNode& socket) const override;
    // Makes the call whose form is shown.
    void act() override { m_form->make(); }
    void showForm(const model::SocketNode& socket, netcore::CallId call);

private:
    QWidget* makeContent(QWidget* parent);
    void showWhyItFailed(netcore::Ticket ticket);
    void addLifecycle(QVBoxLayout* column);
    void addFacts(QVBoxLayout* column);
    void propose(const model::SocketNode& socket);
    void advance(const model::SocketNode& socket);
    void showFacts(const model::SocketNode& socket);

    Workbench& m_workbench;
    LifecycleView* m_lifecycle = nullptr;
    StateView* m_states = nullptr;
    CallForm* m_form = nullptr;
    OutcomeView* m_outcome = nullptr;
    QScrollArea* m_scroll = nullptr;
    QLabel* m_addressTitle = nullptr;
    AddressView* m_address = nullptr;
    QWidget* m_factsBox = nullptr;
    QFormLayout* m_facts = nullptr;
    netcore::SocketId m_shown = netcore::kNoSocket;
    netcore::Ticket m_made = netcore::kNoTicket; // the last call that was made from the form
    netcore::Ticket m_explained = netcore::kNoTicket; // the last one whose failure was brought into sight
    bool m_isProposed = false; // the form: by this page, not by the user
};

}
