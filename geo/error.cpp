// SPDX-License-Identifier: MIT
#include "geo/error.hpp"

#include <utility>

namespace miraimap {

Error::Error(ErrorKind kind, std::string where, Text what_is_wrong, Text try_this)
    : kind_(kind),
      where_(std::move(where)),
      what_is_wrong_(std::move(what_is_wrong)),
      try_this_(std::move(try_this)) {
    english_ = message(Lang::en);
}

std::string Error::message(Lang lang) const {
    std::string text;
    if (!where_.empty()) {
        text = where_ + ": ";
    }
    text += what_is_wrong_.in(lang);
    if (!try_this_.in(lang).empty()) {
        text += lang == Lang::ja ? "。" : ". ";
        text += try_this_.in(lang);
    }
    return text;
}

}  // namespace miraimap
