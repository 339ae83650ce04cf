// SPDX-License-Identifier: MIT
#include "app/core/partial_json.hpp"

#include <algorithm>
#include <utility>
#include <vector>

namespace miraimap {
namespace {

using Json = nlohmann::ordered_json;

/// Builds values from the inside out: a container joins its parent when it is closed.
class Builder : public nlohmann::json_sax<Json> {
public:
    bool null() override { return add(nullptr, false); }
    bool boolean(bool value) override { return add(value, false); }
    bool number_integer(number_integer_t value) override { return add(value, true); }
    bool number_unsigned(number_unsigned_t value) override { return add(value, true); }
    bool number_float(number_float_t value, const string_t& /*text*/) override {
        return add(value, true);
    }
    bool string(string_t& value) override { return add(value, false); }
    bool binary(binary_t& /*value*/) override { return false; }
    bool start_object(std::size_t /*size*/) override { return open(Json::object()); }
    bool key(string_t& name) override {
        pending_number_ = false;
        open_.back().key = name;
        return true;
    }
    bool end_object() override { return close(); }
    bool start_array(std::size_t /*size*/) override { return open(Json::array()); }
    bool end_array() override { return close(); }
    bool parse_error(std::size_t position, const std::string& /*token*/,
                     const nlohmann::detail::exception& /*problem*/) override {
        broken_at_ = position == 0 ? 0 : position - 1;
        return false;
    }

    PartialJson finish() {
        if (broken_at_) {
            drop_cut_number();
            while (!open_.empty()) {
                Json value = std::move(open_.back().value);
                open_.pop_back();
                if (value.is_object()) {
                    put(std::move(value));
                }
            }
        }
        return {std::move(root_), broken_at_};
    }

private:
    struct Open {
        Json value;
        std::string key;
    };

    void put(Json value) {
        if (open_.empty()) {
            root_ = std::move(value);
        } else if (open_.back().value.is_array()) {
            open_.back().value.push_back(std::move(value));
        } else {
            open_.back().value[open_.back().key] = std::move(value);
        }
    }
    bool add(Json value, bool number) {
        put(std::move(value));
        pending_number_ = number;
        return true;
    }
    bool open(Json value) {
        pending_number_ = false;
        open_.push_back({std::move(value), {}});
        return true;
    }
    bool close() {
        pending_number_ = false;
        Json value = std::move(open_.back().value);
        open_.pop_back();
        put(std::move(value));
        return true;
    }
    /// The last number may have lost digits.
    void drop_cut_number() {
        if (pending_number_ && !open_.empty() && open_.back().value.is_object()) {
            open_.back().value.erase(open_.back().key);
        }
    }

    Json root_;
    std::vector<Open> open_;
    std::optional<std::size_t> broken_at_;
    bool pending_number_ = false;
};

}  // namespace

PartialJson parse_partial_json(std::string_view text) {
    Builder builder;
    Json::sax_parse(text, &builder);
    return builder.finish();
}

std::string line_and_column(std::string_view text, std::size_t byte) {
    const std::string_view before = text.substr(0, std::min(byte, text.size()));
    const auto lines = std::count(before.begin(), before.end(), '\n');
    const std::size_t last = before.rfind('\n');
    const std::size_t column = last == std::string_view::npos ? byte + 1 : byte - last;
    return std::to_string(lines + 1) + ":" + std::to_string(column);
}

}  // namespace miraimap
