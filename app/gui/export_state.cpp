// SPDX-License-Identifier: MIT
#include "app/gui/export_state.hpp"

#include <algorithm>

namespace miraimap::gui {
namespace fs = std::filesystem;

namespace {

const std::vector<WorkStep>& steps_of(OutputKind kind) {
    static const std::array<std::vector<WorkStep>, 3> steps{
        {{WorkStep::layers, WorkStep::encoding, WorkStep::saving},
         {WorkStep::painting, WorkStep::saving},
         {WorkStep::proving, WorkStep::composing, WorkStep::saving}}};
    return steps.at(static_cast<std::size_t>(kind));
}

}  // namespace

fs::path export_file(const ExportState& exporting) {
    const fs::path typed(exporting.file.data());
    if (typed.empty()) {
        return {};
    }
    std::error_code problem;
    const fs::path whole = fs::absolute(with_ending(exporting.choice.format, typed), problem);
    return problem ? typed : whole;
}

void set_export_file(ExportState& exporting, const std::string& file) {
    exporting.file.fill('\0');
    std::copy_n(file.begin(), std::min(file.size(), exporting.file.size() - 1),
                exporting.file.begin());
}

void choose_format(ExportState& exporting, ExportFormat format) {
    exporting.choice.format = format;
    exporting.last.at(static_cast<std::size_t>(kind_of(format))) = format;
    fs::path file(exporting.file.data());
    if (!file.has_filename()) {
        std::error_code ignored;
        file = (file.empty() ? fs::current_path(ignored) : file) / "miraimap";
    }
    if (format_of(file) == format) {
        return;
    }
    if (format_of(file)) {
        file.replace_extension();
    }
    set_export_file(exporting, with_ending(format, file).string());
}

void follow_typed_ending(ExportState& exporting) {
    if (const std::optional<ExportFormat> format = format_of(exporting.file.data())) {
        exporting.choice.format = *format;
        exporting.last.at(static_cast<std::size_t>(kind_of(*format))) = *format;
    }
}

bool is_current(const ExportState& exporting) {
    return exporting.preview && exporting.preview->key == exporting.preview_key;
}

double share_done(const ExportJob& job) {
    const std::vector<WorkStep>& steps = steps_of(job.kind);
    const auto at = std::find(steps.begin(), steps.end(), job.step);
    const double whole = at == steps.end() ? 0 : static_cast<double>(at - steps.begin());
    constexpr double hundred = 100;
    return (whole + job.percent / hundred) / static_cast<double>(steps.size());
}

}  // namespace miraimap::gui
