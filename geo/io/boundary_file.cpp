// SPDX-License-Identifier: MIT
#include "geo/io/boundary_file.hpp"

#include <fmt/format.h>

#include <cerrno>
#include <cstdint>
#include <cstring>
#include <fstream>
#include <string_view>

#include "geo/error.hpp"

namespace miraimap {
namespace {

namespace fs = std::filesystem;

const Text convert_advice{"GeoPackage に変換する（例: ogr2ogr boundaries.gpkg 入力ファイル）",
                          "convert it to a GeoPackage (e.g. ogr2ogr boundaries.gpkg INPUT)"};
const Text fetch_again{"ファイルを取得し直す", "get the file again"};

std::string start_of(const fs::path& file, std::size_t bytes) {
    std::string text(bytes, '\0');
    std::ifstream in(file, std::ios::binary);
    if (!in) {
        const std::string why = std::strerror(errno);
        refuse_boundary_file(
            file.string(),
            {fmt::format("開けない（{}）", why), fmt::format("cannot be opened ({})", why)},
            {"読み取り権限を確かめる", "check the permission to read"});
    }
    in.read(text.data(), static_cast<std::streamsize>(bytes));
    text.resize(static_cast<std::size_t>(in.gcount()));
    return text;
}

std::uint32_t number_at(std::string_view bytes, std::size_t at, std::size_t width,
                        bool big_endian) {
    std::uint32_t value = 0;
    for (std::size_t i = 0; i < width; ++i) {
        const std::size_t k = big_endian ? at + i : at + width - 1 - i;
        value = value << 8U | static_cast<unsigned char>(bytes[k]);
    }
    return value;
}

[[noreturn]] void refuse_truncated(const fs::path& file, std::uintmax_t stated,
                                   std::uintmax_t found) {
    refuse_boundary_file(
        file.string(),
        {fmt::format("途中で切れている（{} バイトあるはずが {} バイト）", stated, found),
         fmt::format("it is truncated ({} bytes instead of {})", found, stated)},
        fetch_again);
}

void refuse_non_files(const fs::path& file) {
    const std::string name = file.string();
    if (name.starts_with("/vsi") || name.find("://") != std::string::npos) {
        refuse_boundary_file(
            name, {"ネットワークや仮想のパスは読まない", "network and virtual paths are not read"},
            {"ファイルを手元に置いて、そのパスを指定する",
             "put the file on this machine and name its path"});
    }
    std::error_code problem;
    const fs::file_status status = fs::status(file, problem);
    if (status.type() == fs::file_type::not_found) {
        const std::size_t colon = name.find(':');
        if (colon != std::string::npos && colon < name.find('/')) {
            refuse_boundary_file(name,
                                 {"データベースやドライバーの接続文字列は読まない",
                                  "connection strings of databases and drivers are not read"},
                                 {"ファイルのパスを指定する", "name the path of a file"});
        }
        refuse_boundary_file(name, {"ファイルがない", "there is no such file"},
                             {"パスを確かめる", "check the path"});
    }
    if (status.type() == fs::file_type::directory) {
        refuse_boundary_file(name,
                             {"フォルダーであってファイルではない", "it is a folder, not a file"},
                             {"中の .gpkg .shp .geojson .json .fgb のどれかを指定する",
                              "name one of the files in it: .gpkg .shp .geojson .json .fgb"});
    }
    if (status.type() != fs::file_type::regular) {
        refuse_boundary_file(
            name,
            {"通常のファイルではない、または読む権限がない",
             "it is not a regular file, or may not be read"},
            {"パスと読み取り権限を確かめる", "check the path and the permission to read"});
    }
    if (fs::file_size(file, problem) == 0) {
        refuse_boundary_file(name, {"空のファイル", "the file is empty"}, fetch_again);
    }
}

/// SQLite states its length as pages in its header, valid while two change counters agree.
void check_sqlite(const fs::path& file, std::string_view head) {
    std::error_code problem;
    const std::uintmax_t size = fs::file_size(file, problem);
    if (head.size() < 100) {
        refuse_truncated(file, 100, size);
    }
    const std::uint32_t page = number_at(head, 16, 2, true);
    const std::uintmax_t stated =
        std::uintmax_t{page == 1 ? 65536U : page} * number_at(head, 28, 4, true);
    if (number_at(head, 24, 4, true) == number_at(head, 92, 4, true) && size < stated) {
        refuse_truncated(file, stated, size);
    }
    fs::path log = file;
    log += "-wal";
    if (fs::exists(log, problem) && fs::file_size(log, problem) > 0) {
        refuse_boundary_file(
            file.string(),
            {"書き込み途中の変更が " + log.filename().string() + " に残っている",
             "changes not yet written into it stand in " + log.filename().string()},
            {"使っているプログラム（QGIS など）を閉じる",
             "close the program that uses it (QGIS, for example)"});
    }
}

/// The file beside a .shp with another ending, in lower or upper case.
fs::path beside(const fs::path& file, const std::string& lower, const std::string& upper) {
    std::error_code problem;
    for (const std::string& ending : {lower, upper}) {
        fs::path other = file;
        other.replace_extension(ending);
        if (fs::exists(other, problem)) {
            return other;
        }
    }
    fs::path missing = file;
    missing.replace_extension(lower);
    refuse_boundary_file(file.string(),
                         {"一緒にあるはずの " + missing.filename().string() + " がない",
                          missing.filename().string() + " is missing beside it"},
                         {"Shapefile は .shp .shx .dbf を同じフォルダーに置く",
                          "keep .shp, .shx and .dbf of a Shapefile in one folder"});
}

void check_shapefile(const fs::path& file) {
    std::error_code problem;
    for (const fs::path& part : {file, beside(file, ".shx", ".SHX")}) {
        const std::string head = start_of(part, 100);
        const std::uintmax_t size = fs::file_size(part, problem);
        if (head.size() < 100) {
            refuse_truncated(part, 100, size);
        }
        const std::uintmax_t stated = std::uintmax_t{number_at(head, 24, 4, true)} * 2;
        if (size < stated) {
            refuse_truncated(part, stated, size);
        }
    }
    const fs::path shx = beside(file, ".shx", ".SHX");
    const fs::path dbf = beside(file, ".dbf", ".DBF");
    const std::string head = start_of(dbf, 32);
    const std::uintmax_t size = fs::file_size(dbf, problem);
    if (head.size() < 32) {
        refuse_truncated(dbf, 32, size);
    }
    const std::uint32_t records = number_at(head, 4, 4, false);
    const std::uintmax_t stated =
        number_at(head, 8, 2, false) + std::uintmax_t{records} * number_at(head, 10, 2, false);
    if (size < stated) {
        refuse_truncated(dbf, stated, size);
    }
    const std::uintmax_t shapes =
        (std::uintmax_t{number_at(start_of(shx, 100), 24, 4, true)} * 2 - 100) / 8;
    if (shapes != records) {
        refuse_boundary_file(
            file.string(),
            {fmt::format("図形 {} 件に対して .dbf が {} 件", shapes, records),
             fmt::format("it holds {} shapes but its .dbf {} records", shapes, records)},
            {".shp .shx .dbf が同じ組か確かめる",
             "check that .shp, .shx and .dbf belong together"});
    }
}

[[noreturn]] void refuse_foreign(const fs::path& file, std::string_view head) {
    if (head.find("<OGRVRT") != std::string_view::npos ||
        head.find("<VRTDataset") != std::string_view::npos) {
        refuse_boundary_file(
            file.string(),
            {"VRT（他のファイルを指す仮想ファイル）は、名前にかかわらず読まない",
             "a VRT (a file that points to others) is not read, whatever its name"},
            {"指している先のファイルを指定する", "name the file it points to"});
    }
    if (head.starts_with("PK")) {
        refuse_boundary_file(file.string(), {"zip ファイル", "it is a zip file"},
                             {"展開して、中の .shp や .gpkg を指定する",
                              "unpack it and name the .shp or .gpkg in it"});
    }
    const std::string ending = file.extension().string();
    if (ending == ".dbf" || ending == ".shx" || ending == ".prj" || ending == ".cpg") {
        refuse_boundary_file(file.string(),
                             {"Shapefile の一部", "it is only a part of a Shapefile"},
                             {".shp を指定する", "name the .shp"});
    }
    refuse_boundary_file(
        file.string(),
        {"読める形式ではない（GeoPackage、Shapefile、GeoJSON、TopoJSON、FlatGeobuf "
         "のどれでもない）",
         "its format is not read (none of GeoPackage, Shapefile, GeoJSON, TopoJSON, FlatGeobuf)"},
        convert_advice);
}

}  // namespace

void refuse_boundary_file(const std::string& where, Text wrong, Text advice) {
    throw Error(ErrorKind::input, where, std::move(wrong), std::move(advice));
}

std::string identify_boundary_file(const std::filesystem::path& file) {
    refuse_non_files(file);
    const std::string head = start_of(file, 16384);
    using namespace std::string_view_literals;
    if (head.starts_with("SQLite format 3\0"sv)) {
        check_sqlite(file, head);
        return "GPKG";
    }
    if (head.starts_with("fgb\3fgb"sv)) {
        return "FlatGeobuf";
    }
    if (head.starts_with("\0\0\x27\x0a"sv)) {
        check_shapefile(file);
        return "ESRI Shapefile";
    }
    const std::size_t mark = head.starts_with("\xEF\xBB\xBF"sv) ? 3 : 0;
    const std::size_t first = head.find_first_not_of(" \t\r\n", mark);
    if (first != std::string::npos && head[first] == '{') {
        return "GeoJSON";
    }
    refuse_foreign(file, head);
}

}  // namespace miraimap
