// SPDX-License-Identifier: MIT
// What stops the work: an exception with kind, place, message and advice.
//
// Promises: every Error names the file, row or layer (`where`), what is wrong (`what_is_wrong`) and
// what to try (`try_this`), in both languages. Wrong *data* is never an Error but a Finding.
// Caught in two places only: the command line's main and the window's worker.
#pragma once

#include <exception>
#include <string>

#include "geo/text.hpp"

namespace miraimap {

/// Kind of failure; the command line turns it into an exit code.
enum class ErrorKind {
    usage,   ///< the request makes no sense (exit code 2)
    input,   ///< an input cannot be read (exit code 3)
    output,  ///< an output cannot be written (exit code 3)
    data,    ///< the data contradicts itself so that nothing can be computed (exit code 1)
};

class Error : public std::exception {
public:
    /// @param where file, file:line, layer or option; empty if the message says all
    /// @param try_this what the reader can do about it; may be empty
    Error(ErrorKind kind, std::string where, Text what_is_wrong, Text try_this = {});

    [[nodiscard]] ErrorKind kind() const { return kind_; }
    [[nodiscard]] const std::string& where() const { return where_; }
    /// The whole message in one language: "where: what is wrong. what to try".
    [[nodiscard]] std::string message(Lang lang) const;
    /// English message, for test frameworks and debuggers.
    [[nodiscard]] const char* what() const noexcept override { return english_.c_str(); }

private:
    ErrorKind kind_;
    std::string where_;
    Text what_is_wrong_;
    Text try_this_;
    std::string english_;
};

}  // namespace miraimap
