// SPDX-License-Identifier: MIT
#include "app/core/class_reason.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <set>
#include <string>

#include "geo/place/prefecture.hpp"
#include "shapes/legend.hpp"

namespace miraimap {
namespace {

void add(Text& all, const Text& one) {
    all.ja += (all.ja.empty() ? "" : "、") + one.ja;
    all.en += (all.en.empty() ? "" : ", ") + one.en;
}

template <typename Value>
Text names_of(const std::vector<Value>& values) {
    Text all;
    for (const Value value : values) {
        add(all, name_of(value));
    }
    return all;
}

/// Gives the reason of one place.
class Reasoner {
public:
    Reasoner(const Snapshot& snapshot, const ReasonFacts& facts,
             const std::vector<Nearness>& nearness, int place)
        : snapshot_(snapshot),
          world_(*snapshot.world),
          facts_(facts),
          nearness_(nearness),
          place_(place),
          own_(facts.places[static_cast<std::size_t>(place)]),
          coverage_(snapshot.coverage[static_cast<std::size_t>(place)]) {}

    [[nodiscard]] Text in_words() const {
        switch (snapshot_.request.colour) {
            case MapColour::distance:
                return way(false);
            case MapColour::borders:
                return way(true);
            case MapColour::figure:
                return figure();
            default:
                break;
        }
        if (own_.selections == 0) {
            return not_named();
        }
        switch (snapshot_.request.colour) {
            case MapColour::selections:
                return {count().ja + years().ja, count().en + years().en};
            case MapColour::first_year:
                return first_year();
            case MapColour::programme:  // the class names them
                return {count().ja + years().ja, count().en + years().en};
            case MapColour::technology:
                return names_of(own_.programmes);
            case MapColour::granted:
                return amount(facts_.granted, {"交付額", "Granted"});
            case MapColour::requested:
                return amount(facts_.requested, {"要望額", "Requested"});
            default:
                return coverage_.grade == Grade::part ? parts() : names_of(own_.programmes);
        }
    }

private:
    [[nodiscard]] const Municipality& municipality(int place) const {
        return world_.catalogue.municipalities[static_cast<std::size_t>(place)];
    }
    [[nodiscard]] const Selection& selection(const Hold& hold) const {
        const Passed& passed = snapshot_.passed[static_cast<std::size_t>(hold.passed)];
        return world_.selections[static_cast<std::size_t>(passed.selection)];
    }
    [[nodiscard]] Text name(int place) const {
        const Municipality& m = municipality(place);
        return {m.name_ja, m.name_en.empty() ? m.name_ja : m.name_en};
    }

    /// What a place says that no selection names: its prefecture's selections, or a text that may
    /// mean it.
    [[nodiscard]] Text not_named() const {
        if (coverage_.grade == Grade::prefecture) {
            const Text& prefecture =
                prefectures()
                    .at(static_cast<std::size_t>(municipality(place_).prefecture - 1))
                    .name;
            return {fmt::format("{}そのものの選定 {} 件", prefecture.ja, coverage_.selections),
                    fmt::format("{} of {} itself",
                                coverage_.selections == 1
                                    ? std::string("1 selection")
                                    : fmt::format("{} selections", coverage_.selections),
                                prefecture.en)};
        }
        const auto [first, last] = possible_at(facts_, place_);
        if (first == last) {
            return {};
        }
        const Passed& passed =
            snapshot_.passed[static_cast<std::size_t>(facts_.possible[first].passed)];
        const std::string& text =
            world_.selections[static_cast<std::size_t>(passed.selection)].area_text;
        return {"「" + text + "」の候補の一つ", "May be meant by \"" + text + "\""};
    }

    [[nodiscard]] Text count() const {
        return {fmt::format("選定 {} 件", own_.selections),
                own_.selections == 1 ? std::string("1 selection")
                                     : fmt::format("{} selections", own_.selections)};
    }

    [[nodiscard]] Text years() const {
        std::set<int> found;
        for (const Hold& hold : coverage_.holds) {
            if (hold.grade >= Grade::part) {
                found.insert(selection(hold).fiscal_year);
            }
        }
        Text all;
        for (const int year : found) {
            add(all, {year_key(year), std::to_string(year)});
        }
        return {"（" + all.ja + "）", " (" + all.en + ")"};
    }

    [[nodiscard]] Text first_year() const {
        if (own_.earlier || !own_.first_year) {
            return {"過年度選定（年度の記載なし）", "In an earlier year that is not printed"};
        }
        Text first;
        for (const Hold& hold : coverage_.holds) {
            if (hold.grade >= Grade::part && selection(hold).fiscal_year == *own_.first_year) {
                const Passed& passed = snapshot_.passed[static_cast<std::size_t>(hold.passed)];
                first = names_of(passed.programmes);
                break;
            }
        }
        const Text year = year_name(*own_.first_year);
        return {year.ja + "：" + first.ja, year.en + ": " + first.en};
    }

    /// Which districts are meant.
    [[nodiscard]] Text parts() const {
        std::string districts;
        for (const Hold& hold : coverage_.holds) {
            const Passed& passed = snapshot_.passed[static_cast<std::size_t>(hold.passed)];
            for (const ResolvedPart& part :
                 world_.join.selections[static_cast<std::size_t>(passed.selection)].parts) {
                for (const std::string& district : part.districts) {
                    if (part.municipality == place_ && part.only_part) {
                        districts += (districts.empty() ? "" : "、") + district;
                    }
                }
            }
        }
        return districts.empty() ? names_of(own_.programmes)
                                 : Text{districts + "のみ", "Only " + districts};
    }

    [[nodiscard]] Text amount(const std::vector<PlaceAmount>& amounts, const Text& what) const {
        for (const PlaceAmount& sum : amounts) {
            const std::string yen = figure_text(static_cast<double>(sum.thousand_yen));
            if (sum.municipality == place_) {
                return {fmt::format("{} {} 千円（{} 件）", what.ja, yen, sum.passed.size()),
                        fmt::format("{}: JPY {} thousand in {} selection(s)", what.en, yen,
                                    sum.passed.size())};
            }
        }
        for (const PlaceAmount& sum : amounts) {
            for (const Hold& hold : coverage_.holds) {
                const bool shared = hold.grade >= Grade::part && sum.municipality >= 0 &&
                                    std::find(sum.passed.begin(), sum.passed.end(), hold.passed) !=
                                        sum.passed.end();
                if (shared) {
                    const Text there = name(sum.municipality);
                    return {"共同の選定の額は" + there.ja + "に示す",
                            "Shared: the amount stands at " + there.en};
                }
            }
        }
        return {what.ja + "の記載なし", what.en + ": not printed"};
    }

    [[nodiscard]] Text way(bool by_borders) const {
        if (coverage_.grade >= Grade::part) {
            return own_.selections > 0 ? names_of(own_.programmes) : Text{};
        }
        if (nearness_.empty()) {
            return {"計算しています…", "Computing…"};
        }
        const Nearness& near = nearness_[static_cast<std::size_t>(place_)];
        if (by_borders) {
            if (near.border_place < 0) {
                return {"境界をたどって着ける選定がない", "No chain of borders leads to one"};
            }
            const Text there = name(near.border_place);
            return {fmt::format("最寄り：{}まで境界 {} つ", there.ja, near.borders),
                    fmt::format("Nearest: {}, {} {} away", there.en, near.borders,
                                near.borders == 1 ? "border" : "borders")};
        }
        if (near.boundary.place < 0) {
            return {"選定された市区町村がない", "Nothing is selected"};
        }
        const Text there = name(near.boundary.place);
        if (near.boundary.distance_km == 0) {
            return {fmt::format("最寄り：{}に接する（0 km）", there.ja),
                    fmt::format("Nearest: touches {} (0 km)", there.en)};
        }
        return {fmt::format("最寄り：{}まで {:.1f} km", there.ja, near.boundary.distance_km),
                fmt::format("Nearest: {}, {:.1f} km away", there.en, near.boundary.distance_km)};
    }

    [[nodiscard]] Text figure() const {
        if (!snapshot_.user_table) {
            return {};
        }
        const UserTable& table = *snapshot_.user_table;
        const std::optional<double>& figure = table.figures[static_cast<std::size_t>(place_)];
        const Text value =
            figure ? Text{figure_text(*figure), figure_text(*figure)} : Text{"値なし", "none"};
        return {table.figure + "：" + value.ja, table.figure + ": " + value.en};
    }

    const Snapshot& snapshot_;
    const World& world_;
    const ReasonFacts& facts_;
    const std::vector<Nearness>& nearness_;
    int place_;
    const PlaceFacts& own_;
    const MunicipalityCoverage& coverage_;
};

}  // namespace

ReasonFacts reason_facts(const Snapshot& snapshot) {
    const World& world = *snapshot.world;
    return {
        place_facts(snapshot.coverage, snapshot.passed, world.selections, snapshot.request.filter),
        place_amounts(world.join, snapshot.passed, world.selections, AmountKind::granted),
        place_amounts(world.join, snapshot.passed, world.selections, AmountKind::requested),
        possibilities(world.catalogue, world.join, snapshot.passed)};
}

std::pair<std::size_t, std::size_t> possible_at(const ReasonFacts& facts, int place) {
    const auto [first, last] = std::equal_range(
        facts.possible.begin(), facts.possible.end(), Possibility{place, 0, 0},
        [](const Possibility& a, const Possibility& b) { return a.place < b.place; });
    return {static_cast<std::size_t>(first - facts.possible.begin()),
            static_cast<std::size_t>(last - facts.possible.begin())};
}

Text reason_in_words(const Snapshot& snapshot, const ReasonFacts& facts,
                     const std::vector<Nearness>& nearness, int place) {
    return Reasoner(snapshot, facts, nearness, place).in_words();
}

}  // namespace miraimap
