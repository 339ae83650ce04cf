// SPDX-License-Identifier: MIT
#include "geo/select/reference_tables.hpp"

#include <algorithm>
#include <cassert>

#include "geo/io/data_table.hpp"

namespace miraimap {

const std::vector<ReferenceTable>& reference_tables() {
    static const std::vector<ReferenceTable> tables{
        {"contradictions",
         {"id", "kind", "subject_ja", "subject_en", "reading_a", "page_a", "line_a", "reading_b",
          "page_b", "line_b", "explanation_ja", "explanation_en"}},
        {"grant_map",
         {"area_printed", "theme_printed", "theme", "start_year", "source_page", "source_line"}},
        {"grant_requirements",
         {"number", "requirement_printed", "requirement_en", "source_page", "source_line"}},
        {"grant_types",
         {"grant_type", "body_kind", "cap_printed", "cap_oku_yen", "cap_core_city_printed",
          "cap_core_city_oku_yen", "duration_printed", "duration_years", "limit_printed",
          "limit_count", "limit_wide_area_count", "limit_core_city_printed",
          "limit_core_city_count", "limit_core_city_wide_area_count", "requirements_ja",
          "requirements_en", "source_page", "source_line"}},
        {"overview_map_marks",
         {"number", "marks_printed", "programmes", "source_page", "source_line"}},
        {"platform",
         {"key", "label_printed", "count", "count_printed", "source_page", "source_line"}},
        {"platform_members", {"name", "name_printed", "source_page", "source_line"}},
        {"platform_ministries", {"name", "name_printed", "source_page", "source_line"}},
        {"policy_targets",
         {"key", "subject_ja", "subject_en", "value_printed", "value", "unit", "period_printed",
          "source_page", "source_line"}},
        {"programme_counts",
         {"programme", "fiscal_year", "count", "printed", "note_printed", "source_page",
          "source_line"}},
        {"programmes",
         {"programme", "ministry", "bureau", "name", "name_en", "mark", "selection_name",
          "selection_note", "budget_printed", "past_selections_printed", "supported_printed",
          "contact_printed", "summary_ja", "summary_en", "source_page", "source_line"}},
        {"related_programmes",
         {"name_printed", "office_printed", "content_ja", "content_en", "source_page",
          "source_line"}},
        {"stated_totals",
         {"key", "value", "unit", "printed", "source_page", "source_line", "meaning_ja",
          "meaning_en"}},
        {"support_structure",
         {"role_key", "body_printed", "role_ja", "role_en", "chair_printed", "reports_to_printed",
          "source_page", "source_line"}},
        {"translations", {"printed", "english"}},
    };
    return tables;
}

CsvTable read_reference(const std::filesystem::path& data_folder, const std::string& name) {
    const auto& tables = reference_tables();
    const auto it = std::find_if(tables.begin(), tables.end(),
                                 [&](const ReferenceTable& t) { return t.name == name; });
    assert(it != tables.end());
    return read_data_table(data_folder, "reference", name, it->header);
}

}  // namespace miraimap
