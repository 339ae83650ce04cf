// SPDX-License-Identifier: MIT
#include "shapes/legend.hpp"

#include <algorithm>
#include <cassert>
#include <cstddef>
#include <string>

namespace miraimap {

namespace {

constexpr int not_counted_class = 4;
constexpr int outside_index = 5;

int class_of_grade(Grade grade) {
    switch (grade) {
        case Grade::direct:
            return 0;
        case Grade::part:
            return 1;
        case Grade::prefecture:
            return 2;
        case Grade::none:
            break;
    }
    return 3;
}

bool counts(const Municipality& m, const LegendQuestion& question) {
    return m.counted ||
           (question.count_northern_territories && m.kind == BodyKind::northern_territories);
}

}  // namespace

std::string with_thousands(int number) {
    std::string digits = std::to_string(number);
    const std::ptrdiff_t first = number < 0 ? 1 : 0;
    for (std::ptrdiff_t at = std::ssize(digits) - 3; at > first; at -= 3) {
        digits.insert(static_cast<std::size_t>(at), ",");
    }
    return digits;
}

Classification classify_coverage(const Catalogue& catalogue,
                                 const std::vector<MunicipalityCoverage>& coverage,
                                 const LegendQuestion& question) {
    assert(coverage.size() == catalogue.municipalities.size());
    Classification result;
    for (const ClassStyle& style : grade_classes(question.theme)) {
        result.legend.push_back({style, 0, true});
    }
    if (!question.prefectures.empty()) {
        result.legend.push_back({outside_class(question.theme), 0, false});
    }
    result.class_of.reserve(coverage.size());
    for (std::size_t i = 0; i < coverage.size(); ++i) {
        const Municipality& m = catalogue.municipalities[i];
        const bool outside = !question.prefectures.empty() &&
                             std::find(question.prefectures.begin(), question.prefectures.end(),
                                       m.prefecture) == question.prefectures.end();
        int index = not_counted_class;
        if (outside) {
            index = outside_index;
        } else if (counts(m, question)) {
            index = class_of_grade(coverage[i].grade);
            ++result.counted;
        }
        result.class_of.push_back(index);
        ++result.legend[static_cast<std::size_t>(index)].count;
    }
    // Nothing to explain if everything counts.
    result.legend[not_counted_class].listed = result.legend[not_counted_class].count > 0;
    return result;
}

Text denominator_note(const Catalogue& catalogue, const Classification& classification,
                      const LegendQuestion& question) {
    const std::string number = with_thousands(classification.counted);
    Text note{"分母は" + number + "市区町村（特別区を含み、政令指定都市は1市と数える）。",
              "Denominator: " + number +
                  " municipalities (special wards included, designated cities whole)."};
    bool territories = false;
    bool unassigned = false;
    for (std::size_t i = 0; i < catalogue.municipalities.size(); ++i) {
        if (classification.class_of[i] == not_counted_class) {
            const BodyKind kind = catalogue.municipalities[i].kind;
            territories = territories || kind == BodyKind::northern_territories;
            unassigned = unassigned || kind == BodyKind::unassigned;
        }
    }
    if (question.count_northern_territories) {
        note.ja += "北方領土を分母に含む。";
        note.en += " The Northern Territories are included.";
    } else if (territories) {
        note.ja += "北方領土は描画するが分母に含めない。";
        note.en += " The Northern Territories are drawn but not counted.";
    }
    if (unassigned) {
        note.ja += "所属未定地も分母に含めない。";
        note.en += " Land assigned to no municipality is drawn but not counted.";
    }
    return note;
}

}  // namespace miraimap
