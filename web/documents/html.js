// @ts-check
// A document for printing: one tree of elements, made into the page's own nodes here and into a file by the command
// line (web/cli/document_file.js). What it says is only ever text; how it looks is in document.css.

import { qr_matrix, qr_path } from './qr.js';

/**
 * @typedef {import('./model.js').Document} Model
 * @typedef {object} Element
 * @property {string} tag
 * @property {Record<string, string>} attributes
 * @property {(Element | string)[]} children
 */

/**
 * @param {string} tag
 * @param {Record<string, string>} attributes
 * @param {(Element | string)[]} children
 * @returns {Element}
 */
const element = (tag, attributes, children = []) => ({ tag, attributes, children });
/** @param {string} name of the class @param {(Element | string)[]} children */
const box = (name, ...children) => element('div', { class: name }, children);
/** @param {string} name @param {string} text @returns {Element[]} nothing for nothing */
const line = (name, text) => (text ? [element('p', { class: name }, [text])] : []);

/** @param {import('./model.js').Letterhead} head */
function letterhead(head) {
  return box(
    'letterhead',
    box(
      'from',
      ...line('parent', head.parent),
      ...line('unit', head.unit),
      ...line('number', head.number),
      ...line('about', head.subject),
    ),
    box('nation', ...line('name', head.nation), ...line('motto', head.motto), ...line('dateline', head.dateline)),
  );
}

/** @param {import('./model.js').Paragraph} paragraph */
function paragraph({ style, text }) {
  if (style === 'title') return element('h1', {}, [text]);
  if (style === 'section') return element('h2', {}, [text]);
  return element('p', { class: style }, [text]);
}

/** @param {import('./model.js').Table} table */
function table_of({ columns, rows, statement }) {
  const cells = (/** @type {string[]} */ row) =>
    element(
      'tr',
      {},
      row.map((text, i) => element('td', columns[i].centred ? { class: 'centred' } : {}, [text])),
    );
  const body = statement
    ? [element('tr', {}, [element('td', { class: 'centred', colspan: String(columns.length) }, [statement])])]
    : rows.map(cells);
  return element('table', {}, [
    element('colgroup', {}, columns.map(({ width }) => element('col', { width: `${width}%` }))),
    element('thead', {}, [
      element('tr', {}, columns.map(({ heading }) => element('th', { scope: 'col' }, [heading]))),
    ]),
    element('tbody', {}, body),
  ]);
}

/** @param {import('./model.js').Signature} signature */
function signature_of({ heading, title, name }) {
  return box('signer', ...line('heading', heading), ...line('title', title), box('room'), ...line('name', name));
}

/** @param {import('./model.js').Closing} closing */
function closing_of({ recipients_heading, recipients, left, right }) {
  const beside = left
    ? signature_of(left)
    : box(
        'recipients',
        ...(recipients.length > 0 ? line('heading', recipients_heading) : []),
        ...recipients.flatMap((each) => line('recipient', each)),
      );
  return box('closing', beside, signature_of(right));
}

/** @param {import('./model.js').Proof} proof */
function proof_of({ lines, qr, note }) {
  const matrix = qr_matrix(qr);
  const size = String(matrix.length);
  return box(
    'proof',
    box(
      'words',
      ...lines.map(({ label, digits }) =>
        element('p', {}, [`${label}: `, element('span', { class: 'digits' }, [digits])]),
      ),
      ...line('note', note),
    ),
    element('svg', { class: 'qr', viewBox: `0 0 ${size} ${size}`, role: 'img', 'aria-label': 'QR' }, [
      element('path', { d: qr_path(matrix) }),
    ]),
  );
}

/** @param {import('./model.js').Block} block */
function block_of(block) {
  switch (block.type) {
    case 'letterhead':
      return letterhead(block);
    case 'paragraph':
      return paragraph(block);
    case 'table':
      return table_of(block);
    case 'closing':
      return closing_of(block);
  }
}

/** @param {Model} model @returns {Element} */
export function sheet_of(model) {
  return box(
    model.landscape ? 'official landscape' : 'official',
    ...(model.draft ? [box('draft', model.draft), ...line('draft-reason', model.draft_reason)] : []),
    ...model.blocks.map(block_of),
    ...(model.proof ? [proof_of(model.proof)] : []),
  );
}

const svg = new Set(['svg', 'path']);

/** @param {Element} from @returns {globalThis.Element} */
function to_node({ tag, attributes, children }) {
  const node = svg.has(tag)
    ? document.createElementNS('http://www.w3.org/2000/svg', tag)
    : document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value);
  node.append(...children.map((child) => (typeof child === 'string' ? child : to_node(child))));
  return node;
}

/** @param {Model} model */
export const document_node = (model) => /** @type {HTMLElement} */ (to_node(sheet_of(model)));
