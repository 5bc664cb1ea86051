// @ts-check
// Printing: what a screen says, from the semantic tree, as an ordinary document in which every row of a table is there.
// Made when the browser is about to print, gone afterwards; web/page.css hides the page itself meanwhile.

/** @typedef {import('./semantics.js').SemanticNode} Node */

/** What is there to act, or to get about, has no place on paper. */
const not_on_paper = new Set(['navigation', 'contentinfo', 'button', 'link', 'status', 'alert']);

const tags = /** @type {Record<string, string>} */ ({
  banner: 'header',
  main: 'main',
  complementary: 'aside',
  region: 'section',
  dialog: 'section',
  alertdialog: 'section',
  list: 'ul',
  listitem: 'li',
  properties: 'dl',
  grid: 'table',
  table: 'table',
  row: 'tr',
});
const words = /** @type {Record<string, string>} */ ({
  text: 'p',
  image: 'p',
  term: 'dt',
  definition: 'dd',
  gridcell: 'td',
  cell: 'td',
  columnheader: 'th',
});

// Wider tables need the sheet turned.
const upright_columns = 5;

/** @param {string} tag @param {string} [text] @param {string} [name] of the class */
function make(tag, text = '', name = '') {
  const element = document.createElement(tag);
  element.textContent = text;
  if (name) element.className = name;
  return element;
}

/** @param {Node} node */
function chosen(node) {
  return (node.options ?? '').split('\n')[Number(node.value)] ?? '';
}

class Paper {
  /** @param {Node[]} tree @param {(node: Node) => string} value_of what stands in a field now */
  constructor(tree, value_of) {
    this.value_of = value_of;
    /** @type {Map<number, Node[]>} */
    this.children = new Map();
    for (const node of tree) {
      const siblings = this.children.get(node.parent ?? 0);
      if (siblings) siblings.push(node);
      else this.children.set(node.parent ?? 0, [node]);
    }
    // Help for typing; what is wrong with a field is told on paper, too.
    this.help = new Set(tree.map((node) => (node.invalid ? undefined : node.describedBy)));
  }

  /** @param {HTMLElement} element @param {number} id of the node whose children go into it */
  fill(element, id) {
    for (const node of this.children.get(id) ?? []) {
      const part = this.element(node);
      if (part) element.append(part);
    }
    return element;
  }

  /** @param {Node} node @returns {HTMLElement | null} */
  element(node) {
    if (not_on_paper.has(node.role) || this.help.has(node.id)) return null;
    if (node.role === 'heading') return make(`h${node.level ?? 2}`, node.name);
    if (node.role === 'checkbox') return this.checkbox(node);
    if (node.role === 'combobox') return this.field(node, chosen(node));
    if (node.role === 'textbox') return node.secret ? null : this.field(node, this.value_of(node));
    if (node.role === 'searchbox') return node.value ? this.field(node, node.value) : null;
    if (node.role === 'columnheader') {
      const select = (this.children.get(node.id) ?? []).find((child) => child.role === 'combobox');
      return make('th', select ? chosen(select) : node.name);
    }
    if (node.role in words) return make(words[node.role], node.name);
    const element = this.fill(make(tags[node.role] ?? 'div'), node.id);
    if (element.childElementCount === 0) return null;
    return element instanceof HTMLTableElement ? this.table(element, node) : element;
  }

  /** @param {Node} node */
  checkbox(node) {
    const line = make('p', '', 'check');
    line.append(make('span', node.selected ? '×' : ''), node.name ?? '');
    return line;
  }

  /** @param {Node} node @param {string} value */
  field(node, value) {
    const line = make('p', '', 'field');
    line.append(make('b', node.name), make('span', value));
    return line;
  }

  /** @param {HTMLTableElement} table @param {Node} node */
  table(table, node) {
    const rows = [...table.children];
    const head = make('thead');
    const body = make('tbody');
    for (const row of rows) (row.querySelector('th') ? head : body).append(row);
    table.replaceChildren(head, body);
    table.classList.toggle('wide', (node.columnCount ?? 0) > upright_columns);
    return table;
  }
}

/** What is printed next instead of the screen. @type {HTMLElement | null} */
let wanted = null;

/** Prints a document of its own (web/documents/html.js). @param {HTMLElement} document_sheet */
export function print_sheet(document_sheet) {
  wanted = document_sheet;
  wanted.id = 'document';
  try {
    window.print();
  } catch (error) {
    wanted = null; // a browser inside another program may have no printing
    throw error;
  }
}

/** @param {import('./page.js').Page} page */
export function connect_paper(page) {
  /** @type {HTMLElement | null} */
  let sheet = null;
  page.on('print', () => window.print());
  window.addEventListener('beforeprint', () => {
    if (!page.running) return;
    sheet?.remove();
    if (wanted) {
      sheet = wanted;
      document.body.append(sheet);
      return;
    }
    const paper = new Paper(page.bridge.paper(), (node) => {
      // What is being typed is not in the tree yet.
      const field = page.mirror.element(node.id);
      const typed = field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement ? field.value : undefined;
      return typed ?? node.value ?? '';
    });
    sheet = make('div');
    sheet.id = 'paper';
    paper.fill(sheet, 0);
    sheet.classList.toggle('wide', sheet.querySelector('table.wide') !== null);
    document.body.append(sheet);
  });
  window.addEventListener('afterprint', () => {
    sheet?.remove();
    sheet = null;
    wanted = null;
    page.frame_now();
  });
}
