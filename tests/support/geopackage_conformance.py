# SPDX-License-Identifier: MIT
"""Checks a GeoPackage against the requirements of OGC 12-128r17 (1.2/1.3) that matter to readers.

Usage: python3 geopackage_conformance.py FILE.gpkg
Prints one line for each broken requirement, then "N requirements checked, M broken"; ends with 1 if
one is broken. Needs nothing but Python's own sqlite3. Own checks, named after the requirement's subject.
"""
import os
import re
import sqlite3
import struct
import sys

checked = 0
broken = []


def require(good, what):
    global checked
    checked += 1
    if not good:
        broken.append(what)


def rows(db, sql, *values):
    return db.execute(sql, values).fetchall()


def columns(db, table):
    return {name: (kind.upper(), notnull, key)
            for _, name, kind, notnull, _, key in rows(db, f'PRAGMA table_info("{table}")')}


def check_file(path, db):
    with open(path, "rb") as file:
        head = file.read(100)
    require(head[:16] == b"SQLite format 3\0", "header: not an SQLite 3 file")
    require(head[68:72] == b"GPKG", "header: application_id is not GPKG")
    require(10200 <= struct.unpack(">I", head[60:64])[0] < 20000, "header: user_version")
    require(head[18] == 1 and head[19] == 1, "header: the file is in write-ahead mode")
    for side in ("-wal", "-shm", "-journal"):
        require(not os.path.exists(path + side), f"side file {side} left behind")
    require(rows(db, "PRAGMA integrity_check") == [("ok",)], "integrity_check")
    require(rows(db, "PRAGMA foreign_key_check") == [], "foreign_key_check")


def check_reference_systems(db):
    found = {srs: (organisation, code, definition) for srs, organisation, code, definition in rows(
        db, "SELECT srs_id, organization, organization_coordsys_id, definition "
            "FROM gpkg_spatial_ref_sys")}
    # WKT 2 of the extension gpkg_crs_wkt, for systems that WKT 1 does not have.
    newer = {}
    if "definition_12_063" in columns(db, "gpkg_spatial_ref_sys"):
        newer = dict(rows(db, "SELECT srs_id, definition_12_063 FROM gpkg_spatial_ref_sys"))
        used = {name for (name,) in rows(db, "SELECT extension_name FROM gpkg_extensions")}
        require("gpkg_crs_wkt" in used, "definition_12_063 without its extension gpkg_crs_wkt")
    for srs in (-1, 0, 4326):
        require(srs in found, f"gpkg_spatial_ref_sys: no row {srs}")
    for srs, (organisation, code, definition) in found.items():
        if srs > 0:
            require(organisation.upper() == "EPSG" and code == srs, f"srs {srs}: organisation")
            stated = newer.get(srs) if definition == "undefined" else definition
            require(re.match(r"(GEOGCS|PROJCS|GEODCRS|PROJCRS|GEOGCRS)\[", stated or ""),
                    f"srs {srs}: definition")
    for table in ("gpkg_contents", "gpkg_geometry_columns"):
        for (srs,) in rows(db, f"SELECT DISTINCT srs_id FROM {table} WHERE srs_id IS NOT NULL"):
            require(srs in found, f"{table}: srs {srs} is not defined")


def check_contents(db):
    tables = {name for (name,) in rows(
        db, "SELECT name FROM sqlite_master WHERE type IN ('table', 'view')")}
    stamp = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$")
    for table, kind, identifier, changed in rows(
            db, "SELECT table_name, data_type, identifier, last_change FROM gpkg_contents"):
        require(table in tables, f"gpkg_contents: table {table} does not exist")
        require(kind in ("features", "attributes"), f"{table}: data_type {kind}")
        require(bool(identifier), f"{table}: no identifier")
        require(stamp.match(changed), f"{table}: last_change {changed}")
        keys = [(name, kind) for name, (kind, _, key) in columns(db, table).items() if key]
        require(len(keys) == 1 and keys[0][1] == "INTEGER", f"{table}: no INTEGER PRIMARY KEY")
        if kind == "features":
            require(len(rows(db, "SELECT * FROM gpkg_geometry_columns WHERE table_name = ?",
                             table)) == 1, f"{table}: not in gpkg_geometry_columns")
        known = ("BOOLEAN", "TINYINT", "SMALLINT", "MEDIUMINT", "INT", "INTEGER", "FLOAT", "DOUBLE",
                 "REAL", "TEXT", "BLOB", "DATE", "DATETIME", "MULTIPOLYGON", "MULTIPOINT")
        for name, (kind, _, _) in columns(db, table).items():
            require(re.sub(r"\(\d+\)", "", kind) in known, f"{table}.{name}: type {kind}")
    registered = {name for (name,) in rows(db, "SELECT table_name FROM gpkg_contents")}
    own = re.compile(r"gpkg|rtree_|sqlite_")
    views = {name for (name,) in rows(db, "SELECT name FROM sqlite_master WHERE type = 'view'")}
    for name in tables - registered - views:
        require(own.match(name), f"gpkg_contents: table {name} is not registered")


SIZES = {0: 0, 1: 32, 2: 48, 3: 48, 4: 64}
TYPES = {"MULTIPOLYGON": 6, "MULTIPOINT": 4}


def points_of(wkb, at):
    """Coordinates of a WKB geometry that starts at `at`, and where it ends."""
    order = "<" if wkb[at] == 1 else ">"
    (kind,) = struct.unpack_from(order + "I", wkb, at + 1)
    at += 5
    if kind == 1:
        return [struct.unpack_from(order + "2d", wkb, at)], at + 16
    (count,) = struct.unpack_from(order + "I", wkb, at)
    at += 4
    found = []
    if kind == 3:
        for _ in range(count):
            (size,) = struct.unpack_from(order + "I", wkb, at)
            at += 4
            ring = list(struct.iter_unpack(order + "2d", wkb[at:at + 16 * size]))
            if size:
                if not (size >= 4 and ring[0] == ring[-1]):
                    require(False, "a ring is not closed")
            found += ring
            at += 16 * size
        return found, at
    for _ in range(count):
        more, at = points_of(wkb, at)
        found += more
    return found, at


def envelope(points):
    return (min(p[0] for p in points), max(p[0] for p in points),
            min(p[1] for p in points), max(p[1] for p in points))


def check_geometries(db):
    for table, column, kind, srs, z, m in rows(
            db, "SELECT table_name, column_name, geometry_type_name, srs_id, z, m "
                "FROM gpkg_geometry_columns"):
        require((z, m) == (0, 0), f"{table}: z and m")
        require(rows(db, "SELECT srs_id FROM gpkg_contents WHERE table_name = ?", table)
                == [(srs,)], f"{table}: srs_id differs from gpkg_contents")
        key = next(name for name, (_, _, key) in columns(db, table).items() if key)
        boxes = {}
        for row, blob in rows(db, f'SELECT "{key}", "{column}" FROM "{table}"'):
            if blob is None:
                continue
            where = f"{table}:{row}"
            require(blob[:2] == b"GP" and blob[2] == 0, f"{where}: magic or version")
            flags = blob[3]
            order = "<" if flags & 1 else ">"
            empty = bool(flags & 16)
            require(not flags & 32, f"{where}: extended binary")
            size = SIZES.get((flags >> 1) & 7)
            require(size is not None, f"{where}: envelope code")
            require(struct.unpack_from(order + "i", blob, 4)[0] == srs, f"{where}: srs_id")
            wkb = blob[8 + size:]
            (wkb_type,) = struct.unpack_from("<I" if wkb[0] == 1 else ">I", wkb, 1)
            require(wkb_type == TYPES[kind], f"{where}: geometry type {wkb_type}")
            points, end = points_of(wkb, 0)
            require(end == len(wkb), f"{where}: bytes behind the geometry")
            require(empty == (not points), f"{where}: empty flag")
            if points:
                boxes[row] = envelope(points)
                if size == 32:
                    require(struct.unpack_from(order + "4d", blob, 8) == boxes[row],
                            f"{where}: envelope")
        stated = rows(db, "SELECT min_x, max_x, min_y, max_y FROM gpkg_contents "
                          "WHERE table_name = ?", table)[0]
        if boxes:
            real = (min(b[0] for b in boxes.values()), max(b[1] for b in boxes.values()),
                    min(b[2] for b in boxes.values()), max(b[3] for b in boxes.values()))
            near = all(a is not None and abs(a - b) < 1e-9 * max(1, abs(b))
                       for a, b in zip(stated, real))
            require(near, f"{table}: extent {stated} instead of {real}")
        check_rtree(db, table, column, boxes)


def check_rtree(db, table, column, boxes):
    index = f"rtree_{table}_{column}"
    require(rows(db, "SELECT 1 FROM gpkg_extensions WHERE table_name = ? AND column_name = ? AND "
                     "extension_name = 'gpkg_rtree_index' AND scope = 'write-only'", table, column),
            f"{table}: rtree is not in gpkg_extensions")
    names = {name for (name,) in rows(db, "SELECT name FROM sqlite_master WHERE type = 'trigger' "
                                          "AND tbl_name = ?", table)}
    for ending in ("insert", "update1", "update2", "update3", "update4", "delete"):
        require(f"{index}_{ending}" in names or ending == "update1" and f"{index}_update6" in names,
                f"{table}: trigger {ending}")
    found = {row: box for row, *box in rows(
        db, f'SELECT id, minx, maxx, miny, maxy FROM "{index}"')}
    require(set(found) == set(boxes), f"{table}: rtree holds other rows")
    for row, box in boxes.items():
        # The index keeps 32-bit numbers, rounded outwards.
        near = found.get(row, (0, 0, 0, 0))
        require(near[0] <= box[0] <= near[0] + 1e-4 * max(1, abs(box[0])) and
                near[1] - 1e-4 * max(1, abs(box[1])) <= box[1] <= near[1] and
                near[2] <= box[2] and box[3] <= near[3], f"{table}:{row}: rtree box")


def check_extensions(db):
    tables = {name for (name,) in rows(
        db, "SELECT name FROM sqlite_master WHERE type IN ('table', 'view')")}
    for table, column, name, definition, scope in rows(db, "SELECT * FROM gpkg_extensions"):
        require(table is None or table in tables, f"gpkg_extensions: table {table}")
        require(column is None or column in columns(db, table), f"gpkg_extensions: {table}.{column}")
        require(definition.startswith("http"), f"gpkg_extensions: definition of {name}")
        require(scope in ("read-write", "write-only"), f"gpkg_extensions: scope of {name}")
    used = {name for (name,) in rows(db, "SELECT extension_name FROM gpkg_extensions")}
    for table, name in (("gpkg_metadata", "gpkg_metadata"), ("gpkg_data_columns", "gpkg_schema"),
                        ("gpkgext_relations", "gpkg_related_tables")):
        require((table in tables) <= (name in used), f"{table} without its extension {name}")


def check_metadata(db):
    ids = {row for (row,) in rows(db, "SELECT id FROM gpkg_metadata")}
    require(bool(ids), "gpkg_metadata is empty")
    for scope, table, stamp, file_id in rows(
            db, "SELECT reference_scope, table_name, timestamp, md_file_id "
                "FROM gpkg_metadata_reference"):
        require(scope in ("geopackage", "table", "column", "row", "row/col"), "metadata scope")
        require((scope == "geopackage") == (table is None), "metadata table")
        require(file_id in ids, f"metadata reference to {file_id}")
        require(stamp.endswith("Z"), f"metadata timestamp {stamp}")
    for (scope,) in rows(db, "SELECT md_scope FROM gpkg_metadata"):
        require(scope in ("dataset", "series", "undefined"), f"metadata md_scope {scope}")


def check_schema_and_relations(db):
    for table, column in rows(db, "SELECT table_name, column_name FROM gpkg_data_columns"):
        require(column in columns(db, table), f"gpkg_data_columns: {table}.{column}")
    for base, base_key, related, related_key, name, mapping in rows(
            db, "SELECT base_table_name, base_primary_column, related_table_name, "
                "related_primary_column, relation_name, mapping_table_name FROM gpkgext_relations"):
        require(base_key in columns(db, base) and related_key in columns(db, related),
                f"relation {mapping}: keys")
        require(name in ("features", "simple_attributes", "media", "attributes", "tiles"),
                f"relation {mapping}: name {name}")
        require({"base_id", "related_id"} <= set(columns(db, mapping)), f"relation {mapping}")
        lost = rows(db, f'SELECT count(*) FROM "{mapping}" AS m LEFT JOIN "{base}" AS b ON '
                        f'b."{base_key}" = m.base_id LEFT JOIN "{related}" AS r ON '
                        f'r."{related_key}" = m.related_id WHERE b."{base_key}" IS NULL OR '
                        f'r."{related_key}" IS NULL')[0][0]
        require(lost == 0, f"relation {mapping}: {lost} rows point nowhere")


def main(path):
    db = sqlite3.connect(f"file:{path}?mode=ro&immutable=1", uri=True)
    for step in (lambda: check_file(path, db), lambda: check_reference_systems(db),
                 lambda: check_contents(db), lambda: check_geometries(db),
                 lambda: check_extensions(db), lambda: check_metadata(db),
                 lambda: check_schema_and_relations(db)):
        try:
            step()
        except (sqlite3.Error, struct.error, IndexError, StopIteration) as problem:
            require(False, f"unreadable: {problem}")
    for line in broken[:40]:
        print(line)
    print(f"{checked} requirements checked, {len(broken)} broken")
    return 1 if broken else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
