// SPDX-License-Identifier: MIT
// A session: what was asked for, what the window showed and from which inputs, as a file (.mmap).
//
// The file is JSON that a person can read and edit: filters stand in the words of the command line,
// paths are relative to the file, inputs carry their SHA-256. Promises: the same session gives the
// same bytes; a file that is damaged, newer, or whose inputs moved or changed is never refused as a
// whole while something of it can be kept, and every difference is a Finding that names the place
// in the file and the value. Does not: write (geo/io/atomic_file.hpp) or load the inputs.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/core/request.hpp"
#include "geo/finding.hpp"
#include "shapes/style.hpp"

namespace miraimap {

inline constexpr const char* session_ending = ".mmap";
inline constexpr int session_version = 1;

/// One file the session was made from.
struct SessionInput {
    std::string role;            ///< "boundaries", "data", "source-text", "table"
    std::filesystem::path file;  ///< role "data" and embedded boundaries: inside the data folder
    bool in_data = false;
    std::uintmax_t bytes = 0;
    std::string sha256;
    friend bool operator==(const SessionInput&, const SessionInput&) = default;
};

/// What only the window has.
struct SessionWindow {
    Theme theme = Theme::light;
    double interface_scale = 1;
    std::string primary;  ///< code of the place whose details are shown; "": none
    std::string tab;      ///< key of the bottom tab; "": the first
    friend bool operator==(const SessionWindow&, const SessionWindow&) = default;
};

struct Session {
    Request request;  ///< paths are absolute
    /// False: the data folder is the one that comes with the program, wherever that is.
    bool own_data = false;
    SessionWindow window;
    std::vector<SessionInput> inputs;
};

/// A session as it could be read, and all that differs from what was saved.
struct SessionReading {
    Session session;
    Findings findings;
    std::vector<std::string> kept;  ///< sections that were read
    bool damaged = false;           ///< the file ends or breaks off early
    bool newer = false;             ///< written by a newer version
};

/// The file's text.
/// @param file  where it will stand: paths are written relative to its folder
std::string session_text(const Session& session, const std::filesystem::path& file);

/// Understands a file's text; touches no disk. What it cannot understand keeps its usual value.
/// Codes: session-damaged, session-newer, session-key-unknown, session-value-unknown,
/// session-part-missing.
/// @param data  the program's own data folder
/// @throws Error{input} if nothing of a session is in it
SessionReading parse_session(std::string_view text, const std::filesystem::path& file,
                             const std::filesystem::path& data);

/// Reads a file and compares its inputs with the disk (session_inputs.hpp).
/// @throws Error{input} if it cannot be read or holds nothing of a session
SessionReading read_session(const std::filesystem::path& file, const std::filesystem::path& data);

/// True if saving over the file would lose something that this program could not keep.
bool loses_something(const SessionReading& reading);

}  // namespace miraimap
