# Most of a compiler's time here goes into the headers of the library and of Qt. They are parsed once for each layer
# and each folder of tests; the clang build does so for tests only, so that every other file names what it uses.
set(SOCKSCOPE_PRECOMPILED all CACHE STRING "Precompile the headers of the standard library and of Qt: all, tests, none")

set(headers_std
    <algorithm> <array> <atomic> <cerrno> <charconv> <chrono> <cmath> <cstdint> <cstring> <functional> <map> <memory>
    <mutex> <optional> <set> <span> <string> <string_view> <thread> <unordered_map> <utility> <variant> <vector>)
set(headers_core ${headers_std}
    <QByteArray> <QCoreApplication> <QDateTime> <QFile> <QHash> <QList> <QObject> <QString> <QStringList> <QTimer>
    <QVariant>)
set(headers_widgets ${headers_core}
    <QApplication> <QGraphicsObject> <QGraphicsScene> <QGraphicsView> <QHBoxLayout> <QKeyEvent> <QLabel> <QLineEdit>
    <QMainWindow> <QMenu> <QPainter> <QPainterPath> <QPushButton> <QScrollBar> <QToolButton> <QVBoxLayout> <QWidget>)

# sockscope_precompile(target std|core|widgets)
function(sockscope_precompile target kind)
    if(SOCKSCOPE_PRECOMPILED STREQUAL "all")
        target_precompile_headers(${target} PRIVATE ${headers_${kind}} ${ARGN})
    endif()
endfunction()

# sockscope_precompile_test(target): one precompiled header for all tests of a folder that use the same of Qt.
function(sockscope_precompile_test target libs)
    if(SOCKSCOPE_PRECOMPILED STREQUAL "none")
        return()
    endif()
    set(kind core)
    if("${libs}" MATCHES "ui|bench")
        set(kind widgets)
    endif()
    get_filename_component(folder ${CMAKE_CURRENT_SOURCE_DIR} NAME)
    set(owner ${folder}_${kind}_headers)
    if(NOT TARGET ${owner})
        set(empty ${CMAKE_CURRENT_BINARY_DIR}/${owner}.cpp)
        file(CONFIGURE OUTPUT ${empty} CONTENT "// The precompiled headers belong to a target.\n")
        add_library(${owner} OBJECT ${empty})
        target_link_libraries(${owner} PRIVATE ${libs} project_warnings project_options project_qt Qt6::Test)
        target_precompile_headers(${owner} PRIVATE ${headers_${kind}} <QTest>)
    endif()
    target_precompile_headers(${target} REUSE_FROM ${owner})
endfunction()
