// The bytes of a socket address, each in the colour of its field, and the fields by name below.
#pragma once

#include <QWidget>

#include "netcore/sys/address_fields.h"
#include "ui/workbench.h"

namespace ui {

class AddressView : public QWidget {
    Q_OBJECT

public:
    AddressView(Workbench& workbench, QWidget* parent = nullptr);

    void show(const netcore::Address& address);
    QSize sizeHint() const override { return {280, m_height}; }

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    struct Word {
        QPointF baseline;
        QString text;
        std::size_t field;
    };
    void layOut();
    QColor colour(std::size_t field) const;
    QFont font() const;

    Workbench& m_workbench;
    netcore::Address m_address;
    std::vector<netcore::AddressField> m_fields;
    std::vector<Word> m_words;
    int m_height = 0;
};

}
