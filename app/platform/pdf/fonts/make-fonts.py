"""Makes the four fonts that go into PDF documents from the variable ones in node_modules/@fontsource-variable.

A PDF embeds one weight of one width, and the library that writes it cannot take an instance out of a WOFF2 file.
Needs: pip install fonttools brotli. Run in the root of the project: python app/platform/pdf/fonts/make-fonts.py
"""

from pathlib import Path
from tempfile import TemporaryDirectory

from fontTools.merge import Merger
from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont

HERE = Path(__file__).parent
PACKAGES = Path("node_modules/@fontsource-variable")
ARCHIVO = [f"archivo/files/archivo-{part}-standard-normal.woff2" for part in ("latin", "latin-ext", "vietnamese")]
ATKINSON = [
    f"atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-{part}-wght-normal.woff2"
    for part in ("latin", "latin-ext")
]


def make(name: str, family: str, parts: list[str], location: dict[str, float]) -> None:
    with TemporaryDirectory() as folder:
        files = []
        for index, part in enumerate(parts):
            font = instantiateVariableFont(TTFont(PACKAGES / part), location)
            font.flavor = None
            for table in ("STAT", "avar", "MVAR", "HVAR", "gvar", "fvar"):
                if table in font:
                    del font[table]
            file = f"{folder}/{index}.ttf"
            font.save(file)
            files.append(file)
        font = Merger().merge(files)
    names = font["name"]
    names.names = [record for record in names.names if record.nameID in (0, 13, 14)]
    for name_id, value in ((1, family), (2, "Regular"), (3, name), (4, family), (6, name)):
        names.setName(value, name_id, 3, 1, 0x409)
    font["head"].created = font["head"].modified = 0
    font.recalcTimestamp = False
    font.save(HERE / f"{name}.ttf")


make("archivo-heading", "Archivo Heading", ARCHIVO, {"wght": 720, "wdth": 106})
make("archivo-label", "Archivo Label", ARCHIVO, {"wght": 620, "wdth": 104})
make("atkinson-regular", "Atkinson Hyperlegible Next", ATKINSON, {"wght": 400})
make("atkinson-bold", "Atkinson Hyperlegible Next Bold", ATKINSON, {"wght": 700})
