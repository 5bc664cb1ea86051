// @ts-check
// A document as a word processor's file (Office Open XML), to be filled in, corrected and numbered before it is
// signed on paper. Sizes and margins: Nghị định 30/2020, Phụ lục I, as in document.css.

import {
  AlignmentType,
  BorderStyle,
  Document,
  Header,
  ImageRun,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlignTable,
  WidthType,
} from 'docx';
import { qr_matrix, qr_png } from './qr.js';

/** @typedef {import('./model.js').Document} Model */

// Word's units: twentieths of a point, half points, pixels of 96 to the inch.
const millimetres = (/** @type {number} */ length) => Math.round((length * 1440) / 25.4);
const points = (/** @type {number} */ length) => length * 20;
const half_points = (/** @type {number} */ size) => size * 2;
const pixels = (/** @type {number} */ length) => Math.round((length * 96) / 25.4);

const page = { width: 210, height: 297 };
const margin = { top: 20, right: 15, bottom: 20, left: 30 };
const font = 'Times New Roman';
const qr_size = 30;

const thin = { style: BorderStyle.SINGLE, size: 4, color: '000000' };
const none = { style: BorderStyle.NONE, size: 0, color: 'auto' };
const no_borders = { top: none, bottom: none, left: none, right: none };

/** @typedef {{size?: number, bold?: boolean, italics?: boolean, font?: string}} Face */
/** @typedef {Omit<import('docx').IParagraphOptions, 'children'>} Lines */

/** Lines as they are; what XML cannot hold is left out. @param {string} text @param {Face} face */
function runs(text, { size = 14, ...face } = {}) {
  return text
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
    .split('\n')
    .map((line, i) => new TextRun({ text: line, size: half_points(size), ...face, break: i > 0 ? 1 : undefined }));
}

/** @param {string} text @param {Face} [face] @param {Lines} [lines] @returns {Paragraph[]} nothing for nothing */
function line(text, face, lines) {
  return text ? [new Paragraph({ ...lines, children: runs(text, face) })] : [];
}

const centred = { alignment: AlignmentType.CENTER };

/** In a table's file every cell ends with a paragraph. @param {Paragraph[]} paragraphs */
const at_least_one = (paragraphs) => (paragraphs.length > 0 ? paragraphs : [new Paragraph({})]);

/**
 * Parts of the page side by side: a table without lines.
 * @param {number} width of the page's text, in mm
 * @param {[number, Paragraph[]][]} parts each with its share of it
 */
function side_by_side(width, parts) {
  const widths = parts.map(([share]) => millimetres(width * share));
  return new Table({
    width: { size: widths.reduce((sum, each) => sum + each, 0), type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    borders: { ...no_borders, insideHorizontal: none, insideVertical: none },
    rows: [
      new TableRow({
        cantSplit: true,
        children: parts.map(
          ([, paragraphs], i) =>
            new TableCell({
              width: { size: widths[i], type: WidthType.DXA },
              borders: no_borders,
              margins: { left: 0, right: 0 },
              children: at_least_one(paragraphs),
            }),
        ),
      }),
    ],
  });
}

/** How wide bold capitals of Times New Roman are on the whole, in ems. */
const capital_width = 0.69;
/** «Độc lập - Tự do - Hạnh phúc», bold, in ems. */
const motto_width = 12.53;

/**
 * A line centred in a cell: an empty, low paragraph with a border, drawn in as far as it takes.
 * @param {number} length @param {number} room the cell's width; both in twentieths of a point
 */
function rule(length, room) {
  const indent = Math.max(0, Math.round((room - length) / 2));
  return new Paragraph({
    indent: { left: indent, right: indent },
    spacing: { before: points(2), after: 0, line: points(3), lineRule: 'exact' },
    border: { top: { ...thin, size: 6, space: 1 } },
    children: [],
  });
}

/** Of the last of the lines that the text takes there. @param {string} text @param {number} size @param {number} room */
function under(text, size, room) {
  const whole = text.length * capital_width * points(size);
  return rule(0.4 * Math.min(whole, room), room);
}

/** @param {import('./model.js').Letterhead} head @param {number} width */
function letterhead(head, width) {
  const [left, right] = [0.42, 0.58]; // quốc hiệu on one line
  return side_by_side(width, [
    [
      left,
      [
        ...line(head.parent, { size: 12 }, centred),
        ...line(head.unit, { size: 12, bold: true }, centred),
        under(head.unit, 12, millimetres(width * left)),
        ...line(head.number, { size: 13 }, { ...centred, spacing: { before: points(6) } }),
        ...line(head.subject, { size: 13 }, { ...centred, spacing: { before: points(6) } }),
      ],
    ],
    [
      right,
      [
        ...line(head.nation, { size: 12, bold: true }, centred),
        ...line(head.motto, { size: 13, bold: true }, centred),
        rule(motto_width * points(13), millimetres(width * right)),
        ...line(head.dateline, { size: 13, italics: true }, { ...centred, spacing: { before: points(6) } }),
      ],
    ],
  ]);
}

/** @param {import('./model.js').Paragraph} paragraph @param {number} width */
function paragraph_of({ style, text }, width) {
  const running = {
    alignment: AlignmentType.BOTH,
    indent: { firstLine: millimetres(10) },
    spacing: { before: points(6), line: 276, lineRule: /** @type {const} */ ('auto') },
  };
  switch (style) {
    case 'addressee':
      return line(text, {}, { ...centred, spacing: { before: points(18), after: points(12) } });
    case 'title':
      return line(text, { bold: true }, { ...centred, keepNext: true, spacing: { before: points(18) } });
    case 'subject':
      return [
        ...line(text, { bold: true }, { ...centred, keepNext: true }),
        under(text, 10, millimetres(width)), // small letters are narrower
      ];
    case 'remark':
      return line(text, { italics: true }, centred);
    case 'section':
      return line(text, { bold: true }, { keepNext: true, spacing: { before: points(12), after: points(4) } });
    default:
      return line(text, {}, running);
  }
}

/** @param {import('./model.js').Table} table @param {number} width */
function table_of({ columns, rows, statement }, width) {
  const widths = columns.map((column) => Math.round((millimetres(width) * column.width) / 100));
  const borders = { top: thin, bottom: thin, left: thin, right: thin };
  const margins = { top: points(3), bottom: points(3), left: points(4), right: points(4) };
  const cell = (/** @type {number} */ i, /** @type {Paragraph[]} */ children, middle = false) =>
    new TableCell({
      width: { size: widths[i], type: WidthType.DXA },
      borders,
      margins,
      verticalAlign: middle ? VerticalAlignTable.CENTER : VerticalAlignTable.TOP,
      children: at_least_one(children),
    });
  const head = new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: columns.map(({ heading }, i) => cell(i, line(heading, { size: 12, bold: true }, centred), true)),
  });
  const stated = new TableRow({
    children: [
      new TableCell({
        columnSpan: columns.length,
        borders,
        margins,
        children: line(statement, { size: 12 }, centred),
      }),
    ],
  });
  const body = rows.map(
    (row) =>
      new TableRow({
        cantSplit: true,
        children: row.map((text, i) => cell(i, line(text, { size: 12 }, columns[i].centred ? centred : {}))),
      }),
  );
  return new Table({
    width: { size: widths.reduce((sum, each) => sum + each, 0), type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    rows: [head, ...(statement ? [stated] : body)],
  });
}

/** @param {import('./model.js').Signature} signature */
function signature_of({ heading, title, name }) {
  const bold = { bold: true };
  return [
    ...line(heading, bold, centred),
    ...line(title, bold, centred),
    new Paragraph({ spacing: { before: millimetres(26), line: points(1), lineRule: 'exact' } }),
    ...line(name, bold, centred),
  ];
}

/** @param {import('./model.js').Closing} closing @param {number} width */
function closing_of({ recipients_heading, recipients, left, right }, width) {
  const beside = left
    ? signature_of(left)
    : [
        ...(recipients.length > 0 ? line(recipients_heading, { size: 12, bold: true, italics: true }) : []),
        ...recipients.flatMap((each) => line(each, { size: 11 })),
      ];
  return side_by_side(width, [
    [0.5, beside],
    [0.5, signature_of(right)],
  ]);
}

/** @param {import('./model.js').Proof} proof @param {number} width */
function proof_of({ lines, qr, note }, width) {
  const share = (qr_size + 6) / width;
  const picture = new ImageRun({
    type: 'png',
    data: qr_png(qr_matrix(qr)),
    transformation: { width: pixels(qr_size), height: pixels(qr_size) },
    altText: { name: 'QR', title: 'QR', description: qr },
  });
  return side_by_side(width, [
    [
      1 - share,
      [
        ...lines.map(
          ({ label, digits }) =>
            new Paragraph({
              children: [...runs(`${label}: `, { size: 10 }), ...runs(digits, { size: 10, font: 'Courier New' })],
            }),
        ),
        ...line(note, { size: 10, italics: true }, { spacing: { before: points(4) } }),
      ],
    ],
    [share, [new Paragraph({ alignment: AlignmentType.RIGHT, children: [picture] })]],
  ]);
}

/** @param {import('./model.js').Block} block @param {number} width */
function block_of(block, width) {
  switch (block.type) {
    case 'letterhead':
      return [letterhead(block, width)];
    case 'paragraph':
      return paragraph_of(block, width);
    case 'table':
      return [gap(6), table_of(block, width), gap(6)];
    case 'closing':
      return [gap(8), closing_of(block, width)];
  }
}

/** Two tables that follow each other would be one. @param {number} height in points */
const gap = (height) => new Paragraph({ spacing: { line: points(height), lineRule: 'exact' } });

/** @param {Model} model @param {boolean} numbered */
function header_of(model, numbered) {
  const number = new Paragraph({
    ...centred,
    children: [new TextRun({ children: [PageNumber.CURRENT], size: half_points(13) })],
  });
  return new Header({
    children: at_least_one([
      ...(numbered ? [number] : []),
      ...line(model.draft, { size: 13, bold: true }, { alignment: AlignmentType.RIGHT }),
    ]),
  });
}

/** @param {Model} model @returns {Promise<Uint8Array<ArrayBuffer>>} */
export async function document_docx(model) {
  const across = model.landscape ? page.height : page.width;
  const width = across - margin.left - margin.right;
  const reason = line(
    model.draft_reason,
    { size: 12, bold: true },
    { ...centred, border: { top: thin, bottom: thin, left: thin, right: thin }, spacing: { after: points(8) } },
  );
  const file = new Document({
    title: model.name,
    creator: 'Sổ Kênh',
    styles: { default: { document: { run: { font, size: half_points(14), language: { value: 'vi-VN' } } } } },
    sections: [
      {
        properties: {
          titlePage: true,
          page: {
            size: {
              // Given upright: the library turns them.
              width: millimetres(page.width),
              height: millimetres(page.height),
              orientation: model.landscape ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
            },
            margin: {
              top: millimetres(margin.top),
              right: millimetres(margin.right),
              bottom: millimetres(margin.bottom),
              left: millimetres(margin.left),
              header: millimetres(10),
            },
          },
        },
        headers: { first: header_of(model, false), default: header_of(model, true) },
        children: [
          ...reason,
          ...model.blocks.flatMap((block) => block_of(block, width)),
          ...(model.proof ? [gap(14), proof_of(model.proof, width)] : []),
        ],
      },
    ],
  });
  return new Uint8Array(await Packer.toArrayBuffer(file));
}
