// Everything about the selected socket, and all that can be done with it.
#pragma once

#include <QFormLayout>
#include <QLabel>
#include <QStackedWidget>
#include <QTimer>
#include <QVBoxLayout>

#include "ui/elided_label.h"
#include "ui/inspector/address_view.h"
#include "ui/inspector/call_form.h"
#include "ui/inspector/lifecycle_view.h"
#include "ui/inspector/outcome_view.h"
#include "ui/workbench.h"

namespace ui {

class InspectorPanel : public QWidget {
    Q_OBJECT

public:
    InspectorPanel(Workbench& workbench, QWidget* parent = nullptr);

    // Makes the call whose form is shown.
    void makeCall() { m_form->make(); }

private:
    QWidget* makeContent();
    void addHeader(QVBoxLayout* column);
    void addLifecycle(QVBoxLayout* column);
    void addFacts(QVBoxLayout* column);
    void showSelected();
    void refresh();
    void advance(const model::SocketNode& socket);
    void showHeader(const model::SocketNode& socket);
    void showFacts(const model::SocketNode& socket);
    void restyle();

    Workbench& m_workbench;
    QStackedWidget* m_pages;
    QLabel* m_title = nullptr;
    ElidedLabel* m_kind = nullptr;
    QLabel* m_badge = nullptr;
    LifecycleView* m_lifecycle = nullptr;
    CallForm* m_form = nullptr;
    OutcomeView* m_outcome = nullptr;
    QLabel* m_addressTitle = nullptr;
    AddressView* m_address = nullptr;
    QWidget* m_factsBox = nullptr;
    QFormLayout* m_facts = nullptr;
    netcore::SocketId m_shown = netcore::kNoSocket;
    netcore::Ticket m_made = netcore::kNoTicket; // the last call that was made from the form
};

}
