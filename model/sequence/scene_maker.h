// How a scene is made: one use, for SequenceScenes.
#pragma once

#include <span>

#include "model/sequence/sequence_scene.h"

namespace model {

class SceneMaker {
public:
    SceneMaker(const EventStore& store, const RowFacts& facts, const SequenceAxis& axis,
        const SocketGraph& graph, const SceneWish& wish);

    // In this order.
    void placeRows();
    void addPassages(SequencePassages& passages);
    void addSleeps();
    void addConnections();
    void finish();
    SequenceScene take() { return std::move(m_scene); }

private:
    // Up to so many rows an arrow leads straight to who takes it; else it arrives after kSlope, and waits.
    static constexpr double kDirect = 3.1;
    static constexpr double kSlope = 0.8;

    struct Placed {
        Row row;
        double y;
    };
    double yOfUnit(std::uint64_t unit) const;
    void chooseLanes();
    std::optional<double> yOf(Row row) const; // of rows that are seen
    std::optional<std::size_t> laneOfRow(Row row) const;
    std::optional<std::size_t> laneOfSocket(netcore::SocketId socket, std::optional<Row> row) const;
    double endOf(const Passage& passage) const; // where it is received; below the scene
    void addWaiting(const Passage& passage);
    void addSend(std::span<const Passage> parts);
    bool isStream(netcore::SocketId socket) const;
    const SocketNode* listenerFor(const netcore::Event& event, Row row) const;
    void addConnection(Row row, const netcore::Event& event, double y);

    const EventStore& m_store;
    const RowFacts& m_facts;
    const SequenceAxis& m_axis;
    const SocketGraph& m_graph;
    const SceneWish m_wish;
    std::uint64_t m_first = 0; // of the list
    std::uint64_t m_end = 0;
    Stretch m_stretch;
    std::vector<Placed> m_placed;
    SequenceScene m_scene;
};

}
