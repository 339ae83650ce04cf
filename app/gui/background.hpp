// SPDX-License-Identifier: MIT
// The window's long work, run on its worker thread: loading and exporting.
#pragma once

#include <filesystem>
#include <functional>
#include <memory>

#include "app/gui/app_state.hpp"

namespace miraimap::gui {

/// Reads, joins, projects, tessellates.
/// @param shaping  called when the files are read and the map is being prepared
/// @throws Error as load_world does
std::shared_ptr<const Loaded> load_all(const Request& request,
                                       const std::function<void()>& shaping);

/// Writes what the snapshot holds. Layers and tables go through export_file, pictures through the
/// paper painter.
/// @throws Error{output} if it cannot be written
/// @param view  as ExportOptions::view
void write_export(const Snapshot& snapshot, ExportFormat format, Theme theme,
                  const std::string& view, const std::filesystem::path& file);

}  // namespace miraimap::gui
