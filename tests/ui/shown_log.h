// A log of many sends of one socket, in a view that is shown and has the focus.
#pragma once

#include <QGuiApplication>
#include <QTest>
#include <sys/socket.h>

#include "tests/ui/made_log.h"
#include "ui/log/log_view.h"

struct ShownLog {
    explicit ShownLog(std::size_t rows)
    {
        socket = log.addSocket(7, AF_INET);
        log.addMany(socket, rows);
        log.publish();
        view = std::make_unique<ui::LogView>(log.source());
        view->setLook(ui::Theme::light(), ui::monospaceFont(QGuiApplication::font()));
        view->resize(1000, 400);
        view->show();
        view->setFocus();
        QVERIFY(QTest::qWaitForWindowExposed(view.get()));
    }
    void addRows(std::size_t rows)
    {
        log.addMany(socket, rows);
        log.publish();
        view->showNewRows();
    }
    void click(std::uint64_t index, Qt::KeyboardModifiers modifiers = {})
    {
        QTest::mouseClick(view->viewport(), Qt::LeftButton, modifiers, view->rowRect(index).center());
    }
    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = {})
    {
        QTest::keyClick(view.get(), key, modifiers);
    }
    ui::NewRowsPill* pill() const { return view->findChild<ui::NewRowsPill*>(QStringLiteral("newRowsPill")); }
    std::vector<ui::LogSelection::Range> selected() const { return view->selection().ranges(); }

    MadeLog log;
    netcore::SocketId socket;
    std::unique_ptr<ui::LogView> view;
};
