// SPDX-License-Identifier: MIT
#include "geo/progress.hpp"

#include <algorithm>
#include <array>

namespace miraimap {

const Text& name_of(WorkStep step) {
    static const std::array<Text, work_step_count> names{
        {{"境界ファイルを読んでいます", "reading the boundary file"},
         {"隣どうしの境界線をまとめています", "finding shared borders"},
         {"縮尺ごとの細かさを決めています", "weighing border points"},
         {"名前の位置を決めています", "placing names"},
         {"面を三角形に分けています", "cutting areas into triangles"},
         {"次のために控えています", "keeping it for the next time"},
         {"レイヤーを作っています", "making the layers"},
         {"ファイルの形式に直しています", "encoding the file"},
         {"地図を描いています", "painting the map"},
         {"データを確かめています", "checking the data"},
         {"ページを組み立てています", "composing the page"},
         {"ファイルに保存しています", "saving the file"}}};
    return names.at(static_cast<std::size_t>(step));
}

void Progress::at(WorkStep step, std::size_t done, std::size_t all) {
    if (stop_ != nullptr && stop_->load(std::memory_order_relaxed)) {
        throw Cancelled();
    }
    if (!show_) {
        return;
    }
    constexpr std::size_t hundred = 100;
    const int percent = all == 0 ? 0 : static_cast<int>(std::min(hundred, done * hundred / all));
    if (step != step_ || percent > percent_) {
        step_ = step;
        percent_ = percent;
        show_(step, percent);
    }
}

}  // namespace miraimap
