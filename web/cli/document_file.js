// @ts-check
// A document for printing as one HTML file.

import { sheet_of } from '../documents/html.js';

/** @param {string} text */
const escaped = (text) =>
  text.replace(/[&<>"]/g, (mark) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[mark] ?? mark);

/** @param {import('../documents/html.js').Element | string} from @returns {string} */
function to_text(from) {
  if (typeof from === 'string') return escaped(from);
  const { tag, attributes, children } = from;
  const start = Object.entries(attributes).map(([name, value]) => ` ${name}="${escaped(value)}"`);
  const end = tag === 'col' ? '' : `</${tag}>`;
  return `<${tag}${start.join('')}>${children.map(to_text).join('')}${end}`;
}

/**
 * One file with everything in it, which forbids itself any connection.
 * @param {import('../documents/model.js').Document} model
 * @param {string} style document.css
 */
export function document_html(model, style) {
  const head = [
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">`,
    `<title>${escaped(model.name)}</title>`,
    `<style>${style}</style>`,
  ];
  return `<!DOCTYPE html>\n<html lang="vi">\n<head>\n${head.join('\n')}\n</head>\n<body>\n${to_text(sheet_of(model))}\n</body>\n</html>\n`;
}
