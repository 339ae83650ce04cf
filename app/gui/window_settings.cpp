// SPDX-License-Identifier: MIT
#include "app/gui/window_settings.hpp"

#include <cmath>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <set>

#include "app/gui/app_state.hpp"
#include "app/gui/config_folder.hpp"
#include "geo/error.hpp"

namespace miraimap::gui {
namespace {

using nlohmann::json;

constexpr int settings_version = 1;
constexpr double largest_size_px = 20000;

json panel_json(const PanelChoice& choice) {
    json out = json::object();
    if (choice.size_px) {
        out["size_px"] = std::lround(*choice.size_px);
    }
    if (choice.shown) {
        out["shown"] = *choice.shown;
    }
    return out;
}

/// @throws json::exception if something has another type
PanelChoice read_panel(const json& all, const char* key) {
    PanelChoice choice;
    const json panel = all.contains(key) ? all.at(key) : json::object();
    if (!panel.is_object()) {
        throw Error(ErrorKind::input, key,
                    {"大きさと表示の組ではありません", "not a size and a state"});
    }
    if (panel.contains("size_px")) {
        const double size_px = panel.at("size_px").get<double>();
        if (!(size_px > 0 && size_px < largest_size_px)) {
            throw Error(ErrorKind::input, key, {"大きさの値が使えません", "its size is unusable"});
        }
        choice.size_px = static_cast<float>(size_px);
    }
    if (panel.contains("shown")) {
        choice.shown = panel.at("shown").get<bool>();
    }
    return choice;
}

json tables_json(const LayoutChoices& choices) {
    json out = json::object();
    for (const auto& [key, layout] : choices.tables) {
        json columns = json::array();
        for (const ColumnLayout& column : layout) {
            columns.push_back({{"column", column.column},
                               {"size", std::lround(column.size * 10) / 10.0},
                               {"shown", column.shown}});
        }
        out[key] = columns;
    }
    return out;
}

/// @throws json::exception if something has another type
std::map<std::string, TableLayout> read_tables(const json& all) {
    std::map<std::string, TableLayout> tables;
    if (!all.contains("tables")) {
        return tables;
    }
    for (const auto& [key, columns] : all.at("tables").items()) {
        for (const json& one : columns) {
            const ColumnLayout column{one.at("column").get<std::string>(),
                                      one.at("size").get<float>(), one.at("shown").get<bool>()};
            if (!(column.size > 0 && static_cast<double>(column.size) < largest_size_px)) {
                throw Error(ErrorKind::input, key + "/" + column.column,
                            {"列幅の値が使えません", "the width of the column is unusable"});
            }
            tables[key].push_back(column);
        }
    }
    return tables;
}

json look_json(const LookChoices& look) {
    json out = json::object();
    if (look.lang) {
        out["lang"] = *look.lang == Lang::ja ? "ja" : "en";
    }
    if (look.theme) {
        out["theme"] = *look.theme == Theme::dark ? "dark" : "light";
    }
    if (look.scale) {
        out["scale"] = *look.scale;
    }
    if (look.colour) {
        out["colour"] = key_of(*look.colour);
    }
    return out;
}

/// Words of another version are passed over.
/// @throws json::exception if something has another type
LookChoices read_look(const json& all) {
    LookChoices look;
    const json own = all.contains("look") ? all.at("look") : json::object();
    const std::string lang = own.value("lang", "");
    if (lang == "ja" || lang == "en") {
        look.lang = lang == "en" ? Lang::en : Lang::ja;
    }
    const std::string theme = own.value("theme", "");
    if (theme == "light" || theme == "dark") {
        look.theme = theme == "dark" ? Theme::dark : Theme::light;
    }
    if (own.contains("scale")) {
        const double scale = own.at("scale").get<double>();
        if (!(scale >= smallest_interface_scale && scale <= largest_interface_scale)) {
            throw Error(ErrorKind::input, "scale",
                        {"大きさの値が使えません", "its size is unusable"});
        }
        look.scale = scale;
    }
    for (int i = 0; i < map_colour_count; ++i) {
        const auto colour = static_cast<MapColour>(i);
        if (own.value("colour", "") == key_of(colour)) {
            look.colour = colour;
        }
    }
    return look;
}

std::set<std::string> read_folded(const json& all) {
    return all.contains("folded") ? all.at("folded").get<std::set<std::string>>()
                                  : std::set<std::string>{};
}

Text ignored(const std::string& name, const Text& reason) {
    return {"画面の配置の記録を使えないため、初期の配置で開きました：" + name + "（" + reason.ja +
                "）。次に配置を変えると作り直します。",
            "The remembered layout was ignored: " + name + " (" + reason.en +
                "). It is written anew when you change the layout."};
}

}  // namespace

std::string settings_text(const LayoutChoices& choices) {
    json out = {{"version", settings_version},
                {"left", panel_json(choices.left)},
                {"right", panel_json(choices.right)},
                {"bottom", panel_json(choices.bottom)},
                {"tab", choices.tab},
                {"map", key_of(choices.map)},
                {"tour_offered", choices.tour_offered}};
    if (!choices.tables.empty()) {
        out["tables"] = tables_json(choices);
    }
    if (const json look = look_json(choices.look); !look.empty()) {
        out["look"] = look;
    }
    if (choices.tall_bottom) {
        out["tall_bottom"] = true;
    }
    if (!choices.folded.empty()) {
        out["folded"] = choices.folded;
    }
    return out.dump(1) + "\n";
}

ReadSettings parse_settings(const std::string& text, const std::string& name) {
    try {
        const json all = json::parse(text);
        const int version = all.at("version").get<int>();
        if (version != settings_version) {
            return {{},
                    ignored(name, {"版 " + std::to_string(version),
                                   "version " + std::to_string(version)})};
        }
        LayoutChoices choices;
        choices.left = read_panel(all, "left");
        choices.right = read_panel(all, "right");
        choices.bottom = read_panel(all, "bottom");
        choices.tab = all.value("tab", "");
        choices.tall_bottom = all.value("tall_bottom", false);
        choices.tables = read_tables(all);
        choices.tour_offered = all.value("tour_offered", false);
        choices.look = read_look(all);
        choices.folded = read_folded(all);
        choices.map = all.value("map", "") == key_of(MapLayout::tiles) ? MapLayout::tiles
                                                                       : MapLayout::country;
        return {choices, std::nullopt};
    } catch (const json::exception&) {
        return {{}, ignored(name, {"内容が壊れています", "its content is damaged"})};
    } catch (const Error& e) {
        return {{}, ignored(name, {e.message(Lang::ja), e.message(Lang::en)})};
    }
}

LookChoices look_of(const AppState& state) {
    LookChoices look{state.request.lang, state.theme, state.interface_scale, std::nullopt};
    if (state.request.colour != MapColour::figure) {
        look.colour = state.request.colour;  // a figure needs its table
    }
    return look;
}

void note_look(AppState& state) {
    const LookChoices now = look_of(state);
    LookChoices& kept = state.layout.look;
    const auto note = [](const auto& before, const auto& value, auto& into) {
        if (value && before != value) {
            into = value;
        }
    };
    note(state.look_seen.lang, now.lang, kept.lang);
    note(state.look_seen.theme, now.theme, kept.theme);
    note(state.look_seen.scale, now.scale, kept.scale);
    note(state.look_seen.colour, now.colour, kept.colour);
    state.look_seen = now;
}

WindowSettings::WindowSettings(const std::filesystem::path& folder)
    : file_(folder.empty() ? folder : folder / "window.json") {}

ReadSettings WindowSettings::load() {
    std::error_code problem;
    if (file_.empty() || !std::filesystem::exists(file_, problem)) {
        held_ = settings_text({});
        return {{}, std::nullopt, !file_.empty()};
    }
    std::ifstream in(file_, std::ios::binary);
    const std::string text{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
    ReadSettings out = parse_settings(text, file_.string());
    // A file that was ignored stays until there is something better to keep.
    held_ = settings_text(out.choices);
    return out;
}

std::optional<Text> WindowSettings::keep(const LayoutChoices& choices) {
    if (file_.empty() || choices == seen_) {
        return std::nullopt;
    }
    seen_ = choices;
    const std::string text = settings_text(choices);
    if (text == held_) {
        return std::nullopt;
    }
    held_ = text;
    try {
        replace_file(file_, text);
    } catch (const Error& e) {
        if (!failed_) {
            failed_ = true;
            return Text{e.message(Lang::ja), e.message(Lang::en)};
        }
    }
    return std::nullopt;
}

}  // namespace miraimap::gui
