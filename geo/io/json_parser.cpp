// SPDX-License-Identifier: MIT
#include "geo/io/json_parser.hpp"

#include <fmt/format.h>
#include <rapidjson/error/en.h>
#include <rapidjson/reader.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <fstream>
#include <string>

#include "geo/io/boundary_file.hpp"

namespace miraimap {
namespace {

/// A stream as RapidJSON wants it: the file in pieces, a byte of zero at its end.
class Pieces {
public:
    using Ch = char;

    Pieces(const std::filesystem::path& file, const ByteProgress& progress)
        : in_(file, std::ios::binary), progress_(progress) {
        if (!in_) {
            const std::string why = std::strerror(errno);
            refuse_boundary_file(
                file.string(),
                {fmt::format("開けない（{}）", why), fmt::format("cannot be opened ({})", why)},
                {"読み取り権限を確かめる", "check the permission to read"});
        }
        all_ = std::filesystem::file_size(file);
        refill();
        if (std::string_view(piece_.data(), size_).starts_with("\xEF\xBB\xBF")) {
            at_ = 3;
        }
    }

    [[nodiscard]] char Peek() const { return piece_[at_]; }
    char Take() {
        const char c = piece_[at_];
        if (++at_ == size_) {
            refill();
        }
        return c;
    }
    [[nodiscard]] std::size_t Tell() const { return before_ + at_; }
    [[nodiscard]] bool at_end() const { return size_ == 0; }

    // Only a stream that is written into has these.
    char* PutBegin() { return nullptr; }
    void Put(char) {}
    void Flush() {}
    std::size_t PutEnd(char*) { return 0; }

private:
    void refill() {
        before_ += size_;
        in_.read(piece_.data(), static_cast<std::streamsize>(piece_.size() - 1));
        size_ = static_cast<std::size_t>(in_.gcount());
        at_ = 0;
        if (size_ == 0) {
            piece_[0] = '\0';
        }
        if (progress_) {
            progress_(std::min(before_, all_), all_);
        }
    }

    std::ifstream in_;
    const ByteProgress& progress_;
    std::array<char, std::size_t{1} << 16U> piece_{};
    std::size_t all_ = 0;
    std::size_t before_ = 0;  ///< bytes of the pieces that are done
    std::size_t size_ = 0;
    std::size_t at_ = 0;
};

/// RapidJSON's events as ours.
struct Events {
    JsonHandler& handler;

    bool Null() { return tell(&JsonHandler::word, "null"); }
    bool Bool(bool value) { return tell(&JsonHandler::word, value ? "true" : "false"); }
    bool RawNumber(const char* digits, rapidjson::SizeType size, bool) {
        return tell(&JsonHandler::number, {digits, size});
    }
    bool String(const char* text, rapidjson::SizeType size, bool) {
        return tell(&JsonHandler::text, {text, size});
    }
    bool Key(const char* name, rapidjson::SizeType size, bool) {
        return tell(&JsonHandler::key, {name, size});
    }
    bool StartObject() {
        handler.start_object();
        return true;
    }
    bool EndObject(rapidjson::SizeType) {
        handler.end_object();
        return true;
    }
    bool StartArray() {
        handler.start_array();
        return true;
    }
    bool EndArray(rapidjson::SizeType) {
        handler.end_array();
        return true;
    }
    // Never called while numbers come as their digits, but for NaN and Infinity.
    bool Int(int value) { return Double(value); }
    bool Uint(unsigned value) { return Double(value); }
    bool Int64(std::int64_t value) { return Double(static_cast<double>(value)); }
    bool Uint64(std::uint64_t value) { return Double(static_cast<double>(value)); }
    bool Double(double value) { return tell(&JsonHandler::number, fmt::format("{}", value)); }

private:
    bool tell(void (JsonHandler::*event)(std::string_view), std::string_view what) {
        (handler.*event)(what);
        return true;
    }
};

}  // namespace

void parse_json(const std::filesystem::path& file, JsonHandler& handler,
                const ByteProgress& progress) {
    Pieces pieces(file, progress);
    Events events{handler};
    rapidjson::Reader reader;
    constexpr unsigned flags = rapidjson::kParseIterativeFlag | rapidjson::kParseNanAndInfFlag |
                               rapidjson::kParseNumbersAsStringsFlag;
    const rapidjson::ParseResult result = reader.Parse<flags>(pieces, events);
    const bool ended = result.Code() == rapidjson::kParseErrorDocumentRootNotSingular ||
                       (!result.IsError() && !pieces.at_end());  // a byte of zero
    if (ended) {
        refuse_boundary_file(
            file.string(),
            {fmt::format("JSON の終わりの後に、まだ何かある（{} バイト目から）", pieces.Tell()),
             fmt::format("something follows the end of the JSON (from byte {} on)", pieces.Tell())},
            {"その後ろを取り除くか、ファイルを取得し直す",
             "remove what follows, or get the file again"});
    }
    if (result.IsError() && pieces.at_end()) {
        refuse_boundary_file(
            file.string(),
            {fmt::format("JSON が途中で切れている（{} バイトで終わる）", pieces.Tell()),
             fmt::format("the JSON is truncated (it ends after {} bytes)", pieces.Tell())},
            {"ファイルを取得し直す", "get the file again"});
    }
    if (result.IsError()) {
        std::string why = rapidjson::GetParseError_En(result.Code());
        why.resize(why.find_last_not_of('.') + 1);
        refuse_boundary_file(
            file.string(),
            {fmt::format("JSON が壊れている（{} バイト目: {}）", result.Offset(), why),
             fmt::format("the JSON is broken (byte {}: {})", result.Offset(), why)},
            {"ファイルを取得し直すか、JSON として正しいか確かめる",
             "get the file again, or check that it is correct JSON"});
    }
}

}  // namespace miraimap
