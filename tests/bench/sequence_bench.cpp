// A screen of the sequence view: laid out from a log of a million calls, anywhere in it, and beside where it
// was.

#include "tests/bench/all_benches.h"
#include "tests/model/sequence_log.h"

namespace bench {

namespace {

using sequencetest::SequenceLog;

constexpr std::uint64_t kScreen = 100; // units: fifty calls

struct Talk {
    explicit Talk(std::uint64_t calls)
    {
        const auto ends = log.connection();
        for (std::uint64_t i = 0; i < calls / 2; ++i) {
            log.sends(ends.second, "12345");
            log.receives(ends.first, "12345");
        }
        axis = std::make_unique<model::SequenceAxis>(log.counted());
        scenes = std::make_unique<model::SequenceScenes>(log.store, log.facts);
        while (!layOut(0)) { } // the direction is counted once
    }

    bool layOut(std::uint64_t unit)
    {
        model::SceneWish wish;
        wish.firstUnit = unit;
        wish.endUnit = unit + kScreen;
        wish.known = log.store.size();
        wish.around = kScreen / model::SequenceAxis::kRowUnits;
        const model::SequenceScene scene = scenes->make(*axis, log.graph, wish);
        const model::ExportSource source(log.store, log.graph);
        shapes += model::pictureOf(scene, log.store, model::PictureWords(source), {}).arrows.size();
        return scene.isComplete;
    }

    SequenceLog log;
    std::unique_ptr<model::SequenceAxis> axis;
    std::unique_ptr<model::SequenceScenes> scenes;
    std::size_t shapes = 0;
};

}

std::vector<Measured> sequence(const Settings& settings)
{
    Talk talk(settings.quick ? 2'000 : 1'000'000);
    const std::uint64_t units = talk.axis->units() - kScreen;
    const int screens = settings.quick ? 2 : 100;
    std::uint64_t unit = units / 2;
    Measured beside = measure(settings, "the next screen", "ms", [&] {
        return secondsOf([&] {
            for (int i = 0; i < screens; ++i) {
                unit = (unit + kScreen) % units;
                talk.layOut(unit);
            }
        }) * 1e3
            / screens;
    });
    Measured anywhere = measure(settings, "a screen anywhere", "ms", [&] {
        return secondsOf([&] {
            for (int i = 0; i < screens; ++i) {
                unit = (unit * 48'271 + 11) % units;
                talk.layOut(unit);
            }
        }) * 1e3
            / screens;
    });
    beside.demand = anywhere.demand = Demand::AtMost;
    beside.demanded = 4;
    anywhere.demanded = 12;
    return {beside, anywhere};
}

}
