// SPDX-License-Identifier: MIT
// A JSON file as a sequence of events, in the order of its bytes.
//
// Promises: the file is read once, in pieces, and never held as a whole: what is kept of it is the
// handler's choice. Numbers come as the digits that stand in the file; NaN and Infinity, which some
// programs write, come as numbers too. Nesting of any depth needs no stack. Bytes of texts are
// passed on as they are, UTF-8 or not. Source: RFC 8259, by RapidJSON.
#pragma once

#include <cstddef>
#include <filesystem>
#include <functional>
#include <string_view>

namespace miraimap {

/// Receives what stands in a JSON file. Views are valid during the call only.
class JsonHandler {
public:
    JsonHandler() = default;
    virtual ~JsonHandler() = default;
    JsonHandler(const JsonHandler&) = delete;
    JsonHandler& operator=(const JsonHandler&) = delete;

    virtual void start_object() = 0;
    virtual void key(std::string_view name) = 0;
    virtual void end_object() = 0;
    virtual void start_array() = 0;
    virtual void end_array() = 0;
    virtual void text(std::string_view value) = 0;
    virtual void number(std::string_view digits) = 0;
    /// true, false or null
    virtual void word(std::string_view value) = 0;
};

/// Bytes read so far, of all; may throw to stop the reading.
using ByteProgress = std::function<void(std::size_t done, std::size_t all)>;

/// @param handler  what it throws passes through
/// @throws Error{input} naming file, byte and reason if the file is no JSON, or cannot be read
void parse_json(const std::filesystem::path& file, JsonHandler& handler,
                const ByteProgress& progress = {});

}  // namespace miraimap
