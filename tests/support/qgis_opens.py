# SPDX-License-Identifier: MIT
"""Opens a GeoPackage or a database in QGIS without a display and says what QGIS sees.

Usage: python3 qgis_opens.py FILE.gpkg [PICTURE.png]
       python3 qgis_opens.py "PG:host=… dbname=… user=…" SCHEMA [PICTURE.png]
Prints one line a layer: name, features, renderer, classes, labels, aliases; then the share of each
class's colour in the picture of the municipalities.
"""
import os
import sys

os.environ["QT_QPA_PLATFORM"] = "offscreen"

from qgis.core import (  # noqa: E402
    QgsApplication, QgsMapRendererParallelJob, QgsMapSettings, QgsVectorLayer,
)
from qgis.PyQt.QtCore import QSize  # noqa: E402
from qgis.PyQt.QtGui import QColor  # noqa: E402
from qgis.PyQt.QtXml import QDomDocument  # noqa: E402


def describe(layer):
    renderer = layer.renderer()
    classes = ""
    if renderer.type() == "categorizedSymbol":
        classes = ";".join(f"{c.value()}={c.symbol().symbolLayerCount()}"
                           for c in renderer.categories())
    else:
        classes = "+".join(s.layerType() for s in renderer.symbol().symbolLayers())
    aliases = sum(1 for i in range(layer.fields().count()) if layer.attributeAlias(i))
    print(f"{layer.name()} features={layer.featureCount()} renderer={renderer.type()} "
          f"classes={classes} labels={int(layer.labelsEnabled())} aliases={aliases}")


def shares(picture, colours):
    counts = {name: 0 for name in colours}
    for y in range(picture.height()):
        for x in range(picture.width()):
            seen = picture.pixelColor(x, y)
            for name, colour in colours.items():
                if max(abs(seen.red() - colour.red()), abs(seen.green() - colour.green()),
                       abs(seen.blue() - colour.blue())) <= 6:
                    counts[name] += 1
    return counts


def open_layer(source, schema, name, geometry="geom"):
    if schema:
        column = f" ({geometry})" if geometry else ""
        return QgsVectorLayer(f'{source[3:]} table="{schema}"."{name}"{column}', name, "postgres")
    return QgsVectorLayer(f"{source}|layername={name}", name, "ogr")


def main(file, *rest):
    schema = rest[0] if file.startswith("PG:") else ""
    picture_file = next(iter(rest[1:] if schema else rest), None)
    application = QgsApplication([], False)
    application.initQgis()
    layers = {}
    for name in ("municipalities", "prefectures", "selections", "gap_regions"):
        layer = open_layer(file, schema, name)
        if not layer.isValid():
            print(f"{name} is not valid")
            return 1
        layers[name] = layer
        describe(layer)
    shown = layers["municipalities"]
    settings = QgsMapSettings()
    settings.setLayers([shown])
    settings.setDestinationCrs(shown.crs())
    settings.setExtent(shown.extent())
    settings.setOutputSize(QSize(700, 700))
    settings.setBackgroundColor(QColor(255, 0, 255))
    job = QgsMapRendererParallelJob(settings)
    job.start()
    job.waitForFinished()
    picture = job.renderedImage()
    if picture_file:
        picture.save(picture_file)
    colours = {c.value(): c.symbol().color() for c in shown.renderer().categories()}
    for name, count in shares(picture, colours).items():
        print(f"colour {name} {count}")
    # The other notation must be readable too.
    document = QDomDocument()
    table = open_layer(file, schema and "public", "layer_styles", "")
    column = next(f.name() for f in table.fields() if f.name().lower() == "stylesld")
    text = next(f[column] for f in table.getFeatures() if f["f_table_name"] == "municipalities")
    document.setContent(text, True)
    good = shown.readSld(document.documentElement().firstChildElement("NamedLayer"), "")
    print(f"sld {'read' if good else 'refused'} {shown.renderer().type()}")
    sys.stdout.flush()
    os._exit(0)  # QGIS's own teardown may fail without a display; everything is said


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
