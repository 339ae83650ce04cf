// SPDX-License-Identifier: MIT
// Tables on their shared mechanism: selections, prefectures, fifty thousand rows, what is
// remembered.
#include "app/gui/data_table.hpp"

#include <gtest/gtest.h>
#include <imgui.h>
#include <imgui_internal.h>

#include <algorithm>
#include <cstring>
#include <set>

#include "app/gui/coverage_table.hpp"
#include "app/gui/data_table_view.hpp"
#include "app/gui/result_source.hpp"
#include "app/gui/selection_table.hpp"
#include "app/gui/window_settings.hpp"
#include "tests/gui/loaded_state.hpp"

namespace miraimap::gui {
namespace {

template <typename Column>
void write_filter(DataTable& table, Column column, const char* text) {
    auto& filter = table.filters[static_cast<std::size_t>(column)];
    filter.fill('\0');
    std::strncpy(filter.data(), text, filter.size() - 1);
}

std::vector<std::string> cells(const DataTable& table, const TableSource& source, int column) {
    std::vector<std::string> out;
    for (const int row : table.rows) {
        out.push_back(source.cell(row, column));
    }
    return out;
}

TEST(SelectionTable, SortsByAmountThenFiltersByReadingAndValue) {
    AppState state = ready_state();
    DataTable& table = state.selection_table;
    const SelectionSource source(state);
    table.sort = {{SelectionColumn::year, false}, {SelectionColumn::granted, false}};
    EXPECT_TRUE(update_rows(state, table, source));
    EXPECT_FALSE(update_rows(state, table, source));
    ASSERT_EQ(table.rows.size(), state.snapshot.passed.size());
    const auto granted = static_cast<int>(SelectionColumn::granted);
    const auto year = static_cast<int>(SelectionColumn::year);
    for (std::size_t i = 1; i < table.rows.size(); ++i) {
        const double before = source.number(table.rows[i - 1], year);
        const double now = source.number(table.rows[i], year);
        ASSERT_GE(before, now);
        if (before == now) {
            ASSERT_GE(source.number(table.rows[i - 1], granted),
                      source.number(table.rows[i], granted));
        }
    }
    write_filter(table, SelectionColumn::area, "sendai");
    update_rows(state, table, source);
    ASSERT_FALSE(table.rows.empty());
    for (const std::string& area : cells(table, source, static_cast<int>(SelectionColumn::area))) {
        EXPECT_NE(area.find("仙"), std::string::npos) << area;
    }
    table.filters = {};
    write_filter(table, SelectionColumn::granted, ">=1");
    update_rows(state, table, source);
    EXPECT_FALSE(table.rows.empty());
    EXPECT_LT(table.rows.size(), 30U) << "only grants print an amount";
}

TEST(SelectionTable, RowsStandForTheirPlacesInTheSharedChoice) {
    AppState state = ready_state();
    const SelectionSource source(state);
    const int sendai = state.loaded->world->catalogue.find("04100").value();
    choose(state, sendai);
    state.selection_table.chosen_only = true;
    update_rows(state, state.selection_table, source);
    ASSERT_FALSE(state.selection_table.rows.empty());
    for (const int row : state.selection_table.rows) {
        EXPECT_NE(chosen_of(state, source.places(row)), Marked::none);
    }
    EXPECT_EQ(source.row_of(sendai), *std::min_element(state.selection_table.rows.begin(),
                                                       state.selection_table.rows.end()));
}

TEST(CoverageTable, NamesSortByReadingAndCodesByCode) {
    AppState state = ready_state();
    const CoverageSource source(state);
    DataTable& table = state.coverage_table;
    table.sort = {{CoverageColumn::name, true}};
    update_rows(state, table, source);
    EXPECT_EQ(source.cell(table.rows.front(), static_cast<int>(CoverageColumn::name)), "愛知県");
    EXPECT_EQ(source.cell(table.rows.back(), static_cast<int>(CoverageColumn::name)), "和歌山県");
    table.sort = {{CoverageColumn::code, true}};
    update_rows(state, table, source);
    EXPECT_EQ(source.cell(table.rows.front(), static_cast<int>(CoverageColumn::name)), "北海道");
    EXPECT_EQ(source.places(table.rows.front()).size(), 179U);
}

TEST(DataTable, SaysWhichColumnEmptiedItAndWhatIsNoCondition) {
    AppState state = ready_state();
    const SelectionSource source(state);
    DataTable& table = state.selection_table;
    write_filter(table, SelectionColumn::technologies, "ａi");
    update_rows(state, table, source);
    EXPECT_FALSE(table.rows.empty()) << "letters are the same in any case and width";
    write_filter(table, SelectionColumn::technologies, "");
    write_filter(table, SelectionColumn::area, "sendai");
    write_filter(table, SelectionColumn::granted, "xx");
    update_rows(state, table, source);
    ASSERT_TRUE(table.rows.empty());
    EXPECT_EQ(why_empty(state, table, source).columns,
              std::vector<int>{static_cast<int>(SelectionColumn::granted)});
    write_filter(table, SelectionColumn::granted, "=1");
    write_filter(table, SelectionColumn::area, "");
    write_filter(table, SelectionColumn::technologies, "AI");
    update_rows(state, table, source);
    EXPECT_EQ(why_empty(state, table, source).columns,
              std::vector<int>{static_cast<int>(SelectionColumn::granted)});
    table.filters = {};
    table.chosen_only = true;
    update_rows(state, table, source);
    EXPECT_TRUE(why_empty(state, table, source).none_chosen);
    for (const char* good : {"", " ", "3", ">=1,000", "＞＝１０", "≧10", "1..2"}) {
        EXPECT_TRUE(is_number_filter(good)) << good;
    }
    for (const char* bad : {"xx", ">", "2..", "1..x", "3人"}) {
        EXPECT_FALSE(is_number_filter(bad)) << bad;
    }
}

TEST(DataTable, WhereThereIsNoRoomTextsAreCutAndNumbersAreNot) {
    const std::vector<TableColumn> columns{{"rank", {}, true, 40},
                                           {"id", {}, false, 70},
                                           {"areas", {}, false, 300},
                                           {"area", {}, true, 90},
                                           {"codes", {}, false, 90, false}};
    EXPECT_EQ(start_weights(columns, 600), (std::vector<float>{40, 70, 300, 90, 90}));
    EXPECT_EQ(start_weights(columns, 400), (std::vector<float>{40, 70, 200, 90, 90}))
        << "short texts keep what they need";
    EXPECT_EQ(start_weights(columns, 230), (std::vector<float>{40, 50, 50, 90, 50}));
    EXPECT_EQ(start_weights(columns, 10), (std::vector<float>{40, 48, 48, 90, 48}));
    EXPECT_TRUE(start_weights({}, 100).empty());
}

TEST(DataTable, WhatIsNotKnownComesLastInEitherOrder) {
    AppState state = ready_state();
    const SelectionSource source(state);
    DataTable& table = state.selection_table;
    const auto granted = static_cast<int>(SelectionColumn::granted);
    for (const bool up : {true, false}) {
        table.sort = {{SelectionColumn::granted, up}};
        update_rows(state, table, source);
        EXPECT_FALSE(source.cell(table.rows.front(), granted).empty()) << up;
        EXPECT_TRUE(source.cell(table.rows.back(), granted).empty()) << up;
    }
}

TEST(ResultTable, SortsByReadingFiltersByWhatIsShownAndKnowsItsPlaces) {
    AppState state = ready_state();
    choose(state, 100);
    answer_now(state);
    const PlaceRows& rows = state.analysis.answer->distances;
    const ResultSource source(rows.table, &rows.places, 1, *state.loaded->world);
    DataTable table = DataTable::without_filters();
    update_rows(state, table, source);
    ASSERT_EQ(table.rows.size(), rows.table.rows.size());
    EXPECT_TRUE(std::is_sorted(table.rows.begin(), table.rows.end())) << "as the table stands";
    const auto column = [&](const std::string& key) {
        for (std::size_t i = 0; i < source.columns().size(); ++i) {
            if (source.columns()[i].key == key) {
                return static_cast<int>(i);
            }
        }
        return -1;
    };
    const int name = column("name");
    ASSERT_GE(name, 0);
    table.sort = {{name, true}};
    update_rows(state, table, source);
    for (std::size_t i = 1; i < table.rows.size(); ++i) {
        ASSERT_LE(source.sort_word(table.rows[i - 1], name), source.sort_word(table.rows[i], name));
    }
    write_filter(table, name, "ikaruga");
    update_rows(state, table, source);
    ASSERT_EQ(table.rows.size(), 1U);
    const int ikaruga = state.loaded->world->catalogue.find("29344").value();
    EXPECT_EQ(source.places(table.rows.front()), std::vector<int>{ikaruga});
    EXPECT_EQ(source.row_of(ikaruga), table.rows.front());
}

/// As many rows as wanted; counts what it is asked.
class ManyRows final : public TableSource {
public:
    explicit ManyRows(int count) : count_(count) {}
    [[nodiscard]] const std::vector<TableColumn>& columns() const override {
        static const std::vector<TableColumn> all{
            {"name", {"名前", "Name"}}, {"value", {"値", "Value"}, true}, {"note", {"注", "Note"}}};
        return all;
    }
    [[nodiscard]] int row_count() const override { return count_; }
    [[nodiscard]] std::string cell(int row, int column) const override {
        ++asked;
        return std::to_string(row * 3 + column);
    }
    [[nodiscard]] double number(int row, int /*column*/) const override { return row % 1000; }
    [[nodiscard]] std::vector<int> places(int row) const override {
        ++places_asked;
        return {row};
    }
    [[nodiscard]] int row_of(int place) const override { return place; }
    [[nodiscard]] long long version() const override { return 1; }
    mutable long long asked = 0;
    mutable long long places_asked = 0;

private:
    int count_;
};

/// One table alone on a screen without a window.
class TableStage {
public:
    explicit TableStage(AppState& state) : state_(state) {
        ImGui::CreateContext();
        ImGui::GetIO().IniFilename = nullptr;
        fonts_.build(*ImGui::GetIO().Fonts, interface_code_points(), 1);
        ImGui::GetIO().FontDefault = fonts_.font(FontUse::body);
    }
    ~TableStage() { ImGui::DestroyContext(); }
    TableStage(const TableStage&) = delete;
    TableStage& operator=(const TableStage&) = delete;
    TableStage(TableStage&&) = delete;
    TableStage& operator=(TableStage&&) = delete;

    template <typename During>
    void frame(DataTable& table, const TableSource& source, const During& during) {
        ImGuiIO& io = ImGui::GetIO();
        io.DisplaySize = {900, 600};
        io.DeltaTime = 0.02F;
        apply_theme(state_.theme, 1);
        ImGui::NewFrame();
        const Ui ui{state_, palette(state_.theme), fonts_, 1, wishes_, nullptr};
        ImGui::SetNextWindowPos({0, 0});
        ImGui::SetNextWindowSize({900, 600});
        ImGui::Begin("stage", nullptr, ImGuiWindowFlags_NoDecoration);
        TableLook look;
        look.key = "many";
        look.probe = [](int position, int) { return std::to_string(position); };
        data_table(ui, table, source, look);
        during();
        ImGui::End();
        ImGui::Render();
    }

private:
    AppState& state_;
    FontSet fonts_;
    Wishes wishes_;
};

ImGuiTable* many() {
    return ImGui::TableFindByID(ImGui::FindWindowByName("stage")->GetID("##many"));
}

TEST(DataTable, FiftyThousandRowsAskOnlyForTheCellsInSight) {
    AppState state = ready_state();
    TableStage stage(state);
    const ManyRows source(50000);
    DataTable table;
    const auto nothing = [] {};
    stage.frame(table, source, nothing);
    stage.frame(table, source, nothing);
    ASSERT_EQ(table.rows.size(), 50000U);
    for (int i = 0; i < 20; ++i) {
        source.asked = 0;
        source.places_asked = 0;
        stage.frame(table, source, [&] { many()->InnerWindow->Scroll.y = 40000.0F * i; });
        EXPECT_GT(source.asked, 20);
        EXPECT_LT(source.asked, 200) << "about twenty rows of three columns are in sight";
        EXPECT_LT(source.places_asked, 70);
    }
}

TEST(DataTable, ARowInSightStaysWhereItIsWhenItIsChosen) {
    AppState state = ready_state();
    TableStage stage(state);
    const ManyRows source(5000);
    DataTable table = DataTable::without_filters();
    const auto scroll_after = [&](int place) {
        choose(state, place);
        for (int i = 0; i < 3; ++i) {
            stage.frame(table, source, [] {});
        }
        return many()->InnerWindow->Scroll.y;
    };
    EXPECT_EQ(scroll_after(2), 0) << "under the pointer that clicked it";
    const float far = scroll_after(1000);
    EXPECT_GT(far, 1000);
    EXPECT_EQ(scroll_after(1003), far);
    EXPECT_EQ(scroll_after(1), scroll_after(1));
}

TEST(DataTable, WhatTheReaderDidToColumnsIsRememberedOverARestart) {
    const ManyRows source(10);
    LayoutChoices kept;
    {
        AppState state = ready_state();
        TableStage stage(state);
        DataTable table;
        stage.frame(table, source, [] {});
        stage.frame(table, source, [] {});
        EXPECT_TRUE(state.layout.tables.empty()) << "nothing to remember before anything changed";
        stage.frame(table, source, [] {
            ImGuiTable* t = many();
            t->Columns[1].StretchWeight = 222.5F;
            t->Columns[2].IsUserEnabledNextFrame = false;
            t->DisplayOrderToIndex[0] = 1;
            t->DisplayOrderToIndex[1] = 0;
            t->Columns[1].DisplayOrder = 0;
            t->Columns[0].DisplayOrder = 1;
        });
        stage.frame(table, source, [] {});
        kept = state.layout;
    }
    ASSERT_EQ(kept.tables.count("many"), 1U);
    const ReadSettings read = parse_settings(settings_text(kept), "window.json");
    EXPECT_FALSE(read.problem);
    EXPECT_EQ(read.choices.tables, kept.tables);
    AppState state = ready_state();
    state.layout = read.choices;
    TableStage stage(state);
    DataTable table;
    stage.frame(table, source, [] {});
    stage.frame(table, source, [] {
        const ImGuiTable* t = many();
        EXPECT_EQ(t->DisplayOrderToIndex[0], 1);
        EXPECT_FALSE(t->Columns[2].IsUserEnabled);
        EXPECT_FLOAT_EQ(t->Columns[1].StretchWeight, 222.5F);
    });
    EXPECT_EQ(state.layout.tables, kept.tables);
}

TEST(Settings, ColumnsThatCannotBeAreIgnoredWithANotice) {
    const ReadSettings read = parse_settings(
        R"({"version":1,"tables":{"places":[{"column":"name","size":-4,"shown":true}]}})",
        "w.json");
    EXPECT_TRUE(read.problem);
    EXPECT_TRUE(read.choices.tables.empty());
}

}  // namespace
}  // namespace miraimap::gui
