"""subset_font.py IN.ttf OUT.ttf: the part of a font that the page draws.

Kept: Latin with Vietnamese, combining marks, punctuation, the signs used in the texts. Dropped: hinting
and OpenType layout, which Dear ImGui does not use. Digits get one common width, as the tables need
and as a tnum feature would give where there is one. Outlines that glyphs have in common are stored
once: the font comes with every Vietnamese letter drawn out, accents and all.
"""

import sys

from fontTools import subset
from fontTools.ttLib import TTFont
from fontTools.ttLib.tables import _g_l_y_f as glyf_table
from fontTools.ttLib.tables.ttProgram import Program

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


# In units, of which an em has 1,000: how far a point may be moved for two outlines to be the same.
# Drawn-out accents differ by one, from rounding.
TOLERANCE = 1


def contours_of(glyph):
    """The closed lines of a simple glyph, each as (which points are on the curve, points)."""
    contours = []
    start = 0
    for end in glyph.endPtsOfContours if glyph.numberOfContours > 0 else []:
        on_curve = tuple(flag & 1 for flag in glyph.flags[start : end + 1])
        contours.append((on_curve, [tuple(point) for point in glyph.coordinates[start : end + 1]]))
        start = end + 1
    return contours


def offset_between(pairs):
    """By how much the first point of every pair has to be moved to be the second; None if it is
    not the same for all."""
    offset = []
    for axis in (0, 1):
        moves = [there[axis] - here[axis] for here, there in pairs]
        if max(moves) - min(moves) > 2 * TOLERANCE:
            return None
        offset.append((min(moves) + max(moves)) // 2)
    return tuple(offset)


def find_part(part, contours):
    """Where `part` is among `contours`: (offset, the contours that it draws), or None."""
    pairs, drawn = [], []
    for on_curve, points in part:
        for contour in contours:
            if contour in drawn or contour[0] != on_curve:
                continue
            together = pairs + list(zip(points, contour[1]))
            if offset_between(together):
                pairs = together
                drawn.append(contour)
                break
        else:
            return None
    return offset_between(pairs), drawn


def simple_glyph(contours):
    glyph = glyf_table.Glyph()
    glyph.numberOfContours = len(contours)
    glyph.coordinates = glyf_table.GlyphCoordinates([p for _, points in contours for p in points])
    glyph.flags = bytearray(flag for on_curve, _ in contours for flag in on_curve)
    ends = [len(points) for _, points in contours]
    glyph.endPtsOfContours = [sum(ends[: i + 1]) - 1 for i in range(len(ends))]
    glyph.program = Program()  # of hinting: none
    return glyph


def composite_glyph(components):
    glyph = glyf_table.Glyph()
    glyph.numberOfContours = -1
    glyph.components = []
    for name, (x, y) in components:
        component = glyf_table.GlyphComponent()
        component.glyphName, component.x, component.y, component.flags = name, x, y, 0
        glyph.components.append(component)
    return glyph


def share_outlines(font):
    """Makes a glyph that consists of others a composite of them; what is left of it, an accent of
    its own shape, becomes a glyph without a character, for the next ones to take."""
    glyf, metrics = font["glyf"], font["hmtx"]
    outlines = {name: contours_of(glyf[name]) for name in font.getGlyphOrder()}
    parts = {}  # the glyphs that composites may be made of

    def put(name, glyph, advance):
        glyf[name] = glyph
        glyph.recalcBounds(glyf)
        metrics[name] = (advance, glyph.xMin)

    # Those of few contours first: letters before letters with accents.
    for name in sorted(outlines, key=lambda name: len(outlines[name])):
        rest, components = outlines[name], []
        for part in sorted(parts, key=lambda part: -len(glyf[part].coordinates)):
            while rest and (found := find_part(parts[part], rest)):
                offset, drawn = found
                components.append((part, offset))
                rest = [contour for contour in rest if contour not in drawn]
        if not components:
            if rest:
                parts[name] = rest
            continue
        if rest:
            accent = f"part{len(parts)}"
            parts[accent] = rest
            put(accent, simple_glyph(rest), 0)
            components.append((accent, (0, 0)))
        put(name, composite_glyph(components), metrics[name][0])


def sort_by_code(font):
    """Glyphs in the order of their characters: the table of characters shrinks to a few ranges."""
    code_of = {name: code for code, name in font.getBestCmap().items()}
    notdef, *names = font["glyf"].glyphOrder
    order = [notdef, *sorted(names, key=lambda name: code_of.get(name, sys.maxunicode))]
    font["glyf"].glyphOrder = order
    font.setGlyphOrder(order)


def main():
    source, target = sys.argv[1:]
    font = TTFont(source, recalcTimestamp=False)  # the same bytes from every build
    options = subset.Options()
    options.hinting = False
    options.layout_features = []
    options.drop_tables += ["GSUB", "GPOS", "GDEF"]
    options.name_IDs = [0, 1, 2, 13, 14]  # copyright, family, style, licence: the OFL asks for them
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=[code for first, last in RANGES for code in range(first, last + 1)])
    subsetter.subset(font)
    make_digits_tabular(font)
    share_outlines(font)
    sort_by_code(font)
    font.save(target)


main()
