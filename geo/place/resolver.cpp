// SPDX-License-Identifier: MIT
#include "geo/place/resolver.hpp"

#include <array>

#include "geo/io/csv.hpp"
#include "geo/place/list_reader.hpp"
#include "geo/place/name_lookup.hpp"
#include "geo/place/names_data.hpp"

namespace miraimap {
namespace {

ResolvedPart unknown_part(std::string text, Text reason) {
    ResolvedPart part;
    part.part = std::move(text);
    part.reason = std::move(reason);
    return part;
}

}  // namespace

const std::string& key_of(Match match) {
    static const std::array<std::string, 5> keys{"exact", "inferred", "ambiguous",
                                                 "not_a_municipality", "unknown"};
    return keys.at(static_cast<std::size_t>(match));
}

const Text& name_of(Match match) {
    static const std::array<Text, 5> names{{{"一致", "exact"},
                                            {"推定", "inferred"},
                                            {"複数候補", "ambiguous"},
                                            {"市区町村ではない", "not a municipality"},
                                            {"不明", "unknown"}}};
    return names.at(static_cast<std::size_t>(match));
}

struct Resolver::Impl {
    Impl(const Catalogue& catalogue, const std::filesystem::path& names_folder)
        : data(load_names_data(names_folder)), gazetteer(catalogue, data), names(gazetteer) {}

    NamesData data;
    Gazetteer gazetteer;
    NameLookup names;
};

const std::vector<Ward>& Resolver::wards() const { return impl_->data.wards; }

Resolver::Resolver(const Catalogue& catalogue, const std::filesystem::path& names_folder)
    : impl_(std::make_unique<Impl>(catalogue, names_folder)) {}
Resolver::~Resolver() = default;
Resolver::Resolver(Resolver&&) noexcept = default;
Resolver& Resolver::operator=(Resolver&&) noexcept = default;

std::vector<ResolvedPart> Resolver::resolve(std::string_view text) const {
    if (!is_utf8(text)) {
        return {unknown_part(to_utf8(to_utf32(text)), reasons::broken_utf8())};
    }
    ListReader reader(impl_->gazetteer, impl_->names);
    if (impl_->names.decision(text) != nullptr) {
        NameAnswer answer = impl_->names.look_up({text, 0, 0});
        answer.part.part = std::string(text);
        answer.part.reason = answer.reason.text();
        return {std::move(answer.part)};
    }
    reader.read(text, 0);
    std::vector<ResolvedPart> parts = reader.finish();
    if (parts.empty()) {
        parts.push_back(unknown_part(std::string(text), reasons::empty_text()));
    }
    return parts;
}

}  // namespace miraimap
