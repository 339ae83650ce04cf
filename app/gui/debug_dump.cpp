// SPDX-License-Identifier: MIT
#include "app/gui/debug_dump.hpp"

#include <imgui_internal.h>

#include <fstream>
#include <nlohmann/json.hpp>

#include "app/gui/analysis_actions.hpp"
#include "app/gui/commands.hpp"
#include "app/gui/panel_actions.hpp"
#include "app/gui/window_settings.hpp"
#include "geo/error.hpp"

namespace miraimap::gui {
namespace {

using nlohmann::json;

template <typename T>
json keys_of(const std::vector<T>& values) {
    json out = json::array();
    for (const T value : values) {
        out.push_back(key_of(value));
    }
    return out;
}

json filter_json(const Filter& filter) {
    json years = json::array();
    for (const YearRange& range : filter.years) {
        years.push_back({range.first, range.last});
    }
    static const char* const matches[] = {"any", "all", "none"};
    return {{"sources", keys_of(filter.sources)},
            {"programmes", keys_of(filter.programmes)},
            {"years", years},
            {"past", filter.past},
            {"technologies", keys_of(filter.technologies)},
            {"match", matches[static_cast<std::size_t>(filter.match)]},
            {"prefectures", filter.prefectures},
            {"themes", filter.themes},
            {"scopes", keys_of(filter.scopes)},
            {"kinds", keys_of(filter.kinds)},
            {"text", filter.text}};
}

json counters_json(const DumpFacts& facts) {
    return {{"frames", facts.frames},
            {"marks", facts.marks},
            {"drawn_by", facts.drawn_by == DrawnBy::card ? "card" : "processors"},
            {"frame_ms", facts.frame_ms},
            {"fonts_ms", facts.fonts_ms},
            {"load_ms", facts.load_ms},
            {"map_redraws", facts.paint.redraws},
            {"map_strips", facts.paint.strips},
            {"map_shadings", facts.paint.shadings},
            {"map_triangles_in_all", facts.paint.all_triangles},
            {"map_segments_in_all", facts.paint.all_segments},
            {"map_redraw_ms", facts.paint.last_redraw_ms},
            {"geometry_uploads", facts.paint.geometry_uploads},
            {"class_uploads", facts.paint.class_uploads},
            {"class_bytes", facts.paint.class_bytes},
            {"picture_bytes", facts.paint.picture_bytes},
            {"triangles", facts.paint.triangles},
            {"segments", facts.paint.segments},
            {"glyphs", facts.glyphs},
            {"glyphs_replaced", facts.glyphs_replaced},
            {"glyphs_missing", facts.glyphs_missing}};
}

json hits_json(const AppState& state) {
    json out = json::array();
    for (const int hit : state.palette.hits) {
        const FacetCommand* facet = facet_of(state, hit);
        out.push_back(facet != nullptr ? facet->id
                                       : all_commands()[static_cast<std::size_t>(hit)].id);
    }
    return out;
}

std::string code_of(const AppState& state, int municipality) {
    return municipality < 0 || !state.loaded
               ? std::string()
               : state.loaded->world->catalogue
                     .municipalities[static_cast<std::size_t>(municipality)]
                     .code;
}

json codes_of(const AppState& state, const std::vector<int>& places) {
    json out = json::array();
    for (const int place : places) {
        out.push_back(code_of(state, place));
    }
    return out;
}

json layout_json(const AppState& state) {
    const LayoutChoices& layout = state.layout;
    json out = json::parse(settings_text(layout));
    out["full_map"] = layout.full_map;
    static const char* const panels[] = {"left", "right", "bottom"};
    const std::optional<Panel> page = shown_page(state);
    out["page"] = page ? panels[static_cast<std::size_t>(*page)] : "";
    return out;
}

json preview_json(const ExportState& exporting) {
    json out = {{"ready", is_current(exporting)}};
    if (is_current(exporting)) {
        const ExportPreview& preview = *exporting.preview;
        out["problem"] = preview.problem.en;
        out["pages"] = preview.pages.size();
        out["page"] = preview.page;
        out["width_px"] = preview.pixels.width_px;
        out["height_px"] = preview.pixels.height_px;
        out["layers"] = json::object();
        for (const LayerSample& layer : preview.layers) {
            out["layers"][layer.name] = layer.features;
        }
        out["bytes"] = preview.bytes;
    }
    return out;
}

json exporting_json(const ExportState& exporting) {
    json jobs = json::array();
    for (const ExportJob& job : exporting.jobs) {
        jobs.push_back({{"file", job.file.string()},
                        {"step", name_of(job.step).en},
                        {"percent", job.percent},
                        {"done", share_done(job)}});
    }
    const bool looked = exporting.target.typed == exporting.file.data();
    return {{"open", exporting.open},
            {"printing", exporting.printing},
            {"format", ending_of(exporting.choice.format)},
            {"file", exporting.file.data()},
            {"looked", looked},
            {"problem", looked ? exporting.target.problem.en : std::string()},
            {"replaces", looked && exporting.target.replaces},
            {"preview", preview_json(exporting)},
            {"textured", exporting.texture != 0},
            {"running", !exporting.jobs.empty()},
            {"jobs", jobs},
            {"copied", exporting.copied}};
}

json analysis_json(const AppState& state) {
    const AnalysisState& analysis = state.analysis;
    json out = {{"running", analysis.running},
                {"outlines", state.request.outlined_gaps},
                {"chosen_region", analysis.chosen_region},
                {"supposed", state.request.what_if},
                {"sea_links", state.request.sea_links},
                {"weights", to_text(state.request.weights)},
                {"colour", key_of(state.request.colour)},
                {"table", analysis.user_table != nullptr},
                {"wards", key_of(state.request.wards)},
                {"denominator", state.snapshot.table.total.municipalities},
                {"copied", analysis.copied},
                {"problem", analysis.table_problem.en}};
    if (state.loaded) {
        out["outlined"] =
            regions_for_map(analysis, state.loaded->world->catalogue, state.request.outlined_gaps)
                .size();
    }
    if (analysis.answer) {
        const AnalysisAnswer& answer = *analysis.answer;
        out["current"] = answer.version == state.snapshot_version;
        out["regions"] = answer.regions.size();
        out["first_region"] = answer.regions.empty() ? "" : answer.regions.front().id;
        out["effect_rows"] = answer.effect.table.rows.size();
        out["neighbours"] = answer.neighbours.table.rows.size();
        out["meetings"] = neighbours_drawn(state) ? answer.meetings.size() : 0;
    }
    return out;
}

json answers_json(const AppState& state) {
    if (!state.loaded) {
        return json::object();
    }
    const int project = shown_project(state);
    const CountedPlaces& chosen = state.answers.chosen;
    json out = {
        {"counts", counts_in_words(state)},
        {"project", project < 0
                        ? std::string()
                        : state.loaded->world->selections[static_cast<std::size_t>(project)].id}};
    if (chosen.version == state.snapshot_version && chosen.places == state.chosen.places) {
        const CoverageRow& total = chosen.summary.total;
        out["summary"] = {{"municipalities", total.municipalities},
                          {"covered", total.direct + total.part},
                          {"selections", total.selections},
                          {"prefecture", chosen.summary.prefecture},
                          {"words", chosen.words.in(state.request.lang)}};
    }
    return out;
}

/// Where the control with the keyboard is; empty: none has it.
json ring_json(const KeyRing& ring) {
    return ring.focused == 0 ? json::array()
                             : json{ring.low[0], ring.low[1], ring.high[0] - ring.low[0],
                                    ring.high[1] - ring.low[1]};
}

int open_popups() {
    const ImGuiContext* context = ImGui::GetCurrentContext();
    return context == nullptr ? 0 : context->OpenPopupStack.Size;
}

}  // namespace

std::string dump_text(const AppState& state, const DumpFacts& facts,
                      const std::map<std::string, ScreenRect>& probes) {
    static const char* const steps[] = {"reading", "done", "failed"};
    json out = {
        {"step", steps[static_cast<std::size_t>(state.step)]},
        {"loading",
         {{"running", state.loading.running},
          {"step", name_of(state.loading.step).en},
          {"percent", state.loading.percent},
          {"frames", state.loading.frames}}},
        {"lang", state.request.lang == Lang::ja ? "ja" : "en"},
        {"theme", state.theme == Theme::light ? "light" : "dark"},
        {"filter", filter_json(state.request.filter)},
        {"command_line", as_command_line(state.request, "list")},
        {"counts", {{"passed", state.facets.passed}, {"all", state.facets.all}}},
        {"chosen", code_of(state, state.chosen.primary)},
        {"chosen_codes", codes_of(state, state.chosen.places)},
        {"hovered", code_of(state, state.hovered)},
        {"answers", answers_json(state)},
        {"layout", layout_json(state)},
        {"home", state.home},
        {"view",
         {{"x_m", state.view.centre.x_m},
          {"y_m", state.view.centre.y_m},
          {"metres_per_px", state.view.metres_per_px},
          {"width_px", state.view.width_px},
          {"height_px", state.view.height_px}}},
        {"search",
         {{"text", state.search.text.data()},
          {"open", state.search.open},
          {"marked", state.search.marked},
          {"hits", state.search.hits.size()}}},
        {"palette",
         {{"open", state.palette.open},
          {"hits", hits_json(state)},
          {"recent", state.palette.recent}}},
        {"mode", key_of(state.request.colour)},
        {"map_layout", key_of(state.request.layout)},
        {"vision", key_of(state.modes.vision)},
        {"place_rows", state.place_table.rows.size()},
        {"zoom_box", state.zoom_box.armed},
        {"choice_tool", state.map_choice.tool == ChoiceTool::brush   ? "brush"
                        : state.map_choice.tool == ChoiceTool::lasso ? "lasso"
                                                                     : "none"},
        {"brush", state.map_choice.brush ? static_cast<int>(state.map_choice.brush->size()) : -1},
        {"rows",
         {{"places", state.place_table.rows.size()},
          {"selections", state.selection_table.rows.size()},
          {"prefectures", state.coverage_table.rows.size()}}},
        {"history",
         {{"back", state.view_history.has_back()}, {"forward", state.view_history.has_forward()}}},
        {"exporting", exporting_json(state.exporting)},
        {"session",
         {{"file", state.session.file.string()},
          {"dialog", state.session.dialog != SessionDialog::none},
          {"offer", state.session.offer.has_value()},
          {"recent", state.session.recent.size()},
          {"left", state.session.left.size()},
          {"copied", state.session.copied}}},
        {"analysis", analysis_json(state)},
        {"hovered_group", state.hovered_group.size()},
        {"tour",
         {{"offered", state.tour.offered},
          {"step", state.tour.step ? static_cast<int>(*state.tour.step) + 1 : 0}}},
        {"playing", state.years.playing},
        {"year_mode", static_cast<int>(shown_year_mode(state))},
        {"undo", state.undo.size()},
        {"redo", state.redo.size()},
        {"scale", state.interface_scale},
        {"asleep", facts.asleep},
        {"popups", open_popups()},
        {"key_ring", ring_json(state.key_ring)},
        {"table_keys", {{"table", state.table_keys.key}, {"copied", state.table_keys.copied}}},
        {"counters", counters_json(facts)}};
    if (state.cursor) {
        out["cursor"] = {state.cursor->lon, state.cursor->lat};
    }
    json texts = json::array();
    for (const Notice& notice : state.notices) {
        texts.push_back({{"problem", notice.problem},
                         {"text", notice.text.in(state.request.lang)},
                         {"times", notice.times}});
    }
    out["notices"] = texts;
    out["notices_said"] = state.notices_said;
    if (state.step == LoadStep::failed) {
        out["load_problem"] = state.load_problem.in(state.request.lang);
    }
    json places = json::object();
    for (const auto& [id, rect] : probes) {
        places[id] = {rect.x, rect.y, rect.width, rect.height};
    }
    out["places"] = places;
    return out.dump(1, ' ', false, json::error_handler_t::replace);
}

void DebugDump::write(const std::string& text) {
    if (text == last_) {
        return;
    }
    last_ = text;
    std::filesystem::path part = file_;
    part += ".part";
    {
        std::ofstream out(part, std::ios::binary | std::ios::trunc);
        out << text;
        if (!out) {
            throw Error(ErrorKind::output, file_.string(),
                        {"状態を書き出せません。", "the window's state cannot be written"});
        }
    }
    std::filesystem::rename(part, file_);
}

bool DebugDump::ordered(const std::string& what) const {
    std::error_code none;
    return on() && std::filesystem::remove(file_.string() + "." + what, none);
}

bool DebugDump::holds(const std::string& what) const {
    std::error_code none;
    return on() && std::filesystem::exists(file_.string() + "." + what, none);
}

}  // namespace miraimap::gui
