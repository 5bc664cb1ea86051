"""subset_font.py IN.ttf OUT.ttf: the part of a font that the page draws.

Kept: Latin with Vietnamese, combining marks, punctuation, the signs used in the texts. Dropped: hinting
and OpenType layout, which Dear ImGui does not use. Digits get one common width, as the tables need
and as a tnum feature would give where there is one.
"""

import sys

from fontTools import subset
from fontTools.ttLib import TTFont

RANGES = [
    (0x0020, 0x007E),  # Basic Latin
    (0x00A0, 0x017F),  # Latin-1, Latin Extended-A (Ă Đ Ĩ Ũ)
    (0x01A0, 0x01A1),  # Ơ ơ
    (0x01AF, 0x01B0),  # Ư ư
    (0x0300, 0x0304),  # combining grave, acute, circumflex, tilde, macron
    (0x0306, 0x0306),  # breve
    (0x0309, 0x0309),  # hook above
    (0x031B, 0x031B),  # horn
    (0x0323, 0x0323),  # dot below
    (0x1EA0, 0x1EF9),  # Latin Extended Additional: Vietnamese
    (0x2010, 0x2027),  # dashes, quotes, bullet, ellipsis
    (0x2030, 0x203A),  # per mille, primes, single guillemets
    (0x20AB, 0x20AB),  # ₫
    (0x2190, 0x2193),  # arrows, if the font has them
    (0x2212, 0x2212),  # minus
    (0x2248, 0x2265),  # ≈ ≠ ≤ ≥
]


def make_digits_tabular(font):
    names = [font.getBestCmap()[ord(digit)] for digit in "0123456789"]
    metrics = font["hmtx"]
    # Wide enough for the widest digit's ink; the widest advance would set years apart.
    width = max(font["glyf"][name].xMax - font["glyf"][name].xMin for name in names) + 60
    for name in names:
        glyph = font["glyf"][name]
        shift = round((width - (glyph.xMax - glyph.xMin)) / 2) - glyph.xMin
        glyph.coordinates.translate((shift, 0))
        glyph.recalcBounds(font["glyf"])
        metrics[name] = (width, glyph.xMin)


def main():
    source, target = sys.argv[1:]
    font = TTFont(source)
    options = subset.Options()
    options.hinting = False
    options.layout_features = []
    options.drop_tables += ["GSUB", "GPOS", "GDEF"]
    options.name_IDs = [0, 1, 2, 13, 14]  # copyright, family, style, licence: the OFL asks for them
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=[code for first, last in RANGES for code in range(first, last + 1)])
    subsetter.subset(font)
    make_digits_tabular(font)
    font.save(target)


main()
