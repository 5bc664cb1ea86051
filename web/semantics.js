// @ts-check
// Mirrors the semantic tree of each frame (wasm/ui/semantics.h) into real elements over the canvas.
//
// One element a node, kept while its id stays, changed only where the node changed. Elements are native wherever
// HTML has one: buttons, inputs, selects, checkboxes. They are transparent; the canvas shows, they act.

/**
 * @typedef {Object} SemanticNode
 * @property {number} id
 * @property {number} [parent]
 * @property {string} role
 * @property {string} [name]
 * @property {string} [value]
 * @property {string} [description]
 * @property {string} [options]
 * @property {string} [hint]
 * @property {string} [shortcut]
 * @property {string} [language]
 * @property {number} [describedBy]
 * @property {boolean} [readOnly]
 * @property {boolean} [tip]
 * @property {[number, number, number, number]} rect x, y, width, height in CSS pixels
 * @property {[number, number, number, number]} [clip]
 * @property {number} [fontSize]
 * @property {number} [insetLeft]
 * @property {number} [insetTop]
 * @property {number} [level]
 * @property {number} [rowIndex]
 * @property {number} [columnIndex]
 * @property {number} [rowCount]
 * @property {number} [columnCount]
 * @property {number} [position]
 * @property {number} [setSize]
 * @property {boolean} [disabled]
 * @property {boolean} [multiline]
 * @property {boolean} [secret]
 * @property {boolean} [revealed]
 * @property {number} [secretRevision]
 * @property {boolean} [invalid]
 * @property {boolean} [required]
 * @property {boolean} [selected]
 * @property {boolean} [cellEditor]
 * @property {boolean} [editing]
 * @property {boolean} [modal]
 */

/** Roles of containers: they hold others and have no place of their own. */
const containers = new Set([
  'banner',
  'navigation',
  'main',
  'complementary',
  'contentinfo',
  'group',
  'region',
  'grid',
  'row',
  'dialog',
  'alertdialog',
  'list',
  'table',
  'properties',
]);

/** Elements whose tag already means the role. */
const tags = /** @type {Record<string, string>} */ ({
  banner: 'header',
  navigation: 'nav',
  main: 'main',
  complementary: 'aside',
  contentinfo: 'footer',
  region: 'section',
  button: 'button',
  combobox: 'select',
  text: 'p',
  list: 'ul',
  listitem: 'li',
  properties: 'dl',
  term: 'dt',
  definition: 'dd',
});

/** Roles whose name is their text, unless they hold other elements. */
const text_roles = new Set([
  'text',
  'heading',
  'button',
  'listitem',
  'gridcell',
  'cell',
  'columnheader',
  'term',
  'definition',
]);

/**
 * Roles whose elements may come to stand for another node of the same role when theirs goes: making a list of choices
 * anew costs the browser a millisecond. Not what a click, or writing, may be under way in.
 */
const reusable = new Set(['combobox', 'text', 'heading', 'term', 'definition', 'cell', 'columnheader']);

/**
 * A group of others (a finding with its buttons) has no rectangle: its children are placed on their own.
 * @param {SemanticNode} node
 */
function is_placed(node) {
  return !containers.has(node.role) && (node.rect[2] > 0 || node.rect[3] > 0);
}

/** @param {SemanticNode} node */
function tag_of(node) {
  if (node.role === 'heading') return `h${node.level ?? 2}`;
  if (node.role === 'textbox' || node.role === 'searchbox') return node.multiline ? 'textarea' : 'input';
  if (node.role === 'checkbox') return 'input';
  return tags[node.role] ?? 'div';
}

/** @param {Element} element @param {string} name @param {string | number | boolean | undefined} value */
function set_attribute(element, name, value) {
  if (value === undefined || value === false || value === '') {
    if (element.hasAttribute(name)) element.removeAttribute(name);
  } else {
    const text = String(value);
    if (element.getAttribute(name) !== text) element.setAttribute(name, text);
  }
}

/** @param {number} id @returns {string} of the node's element, for those that refer to it */
function element_id(id) {
  return `node-${id}`;
}

/** @param {Element} element */
export function is_field(element) {
  return element.classList.contains('field');
}

/** @param {EventTarget | null} target @returns {number} the node's id, 0 if it is none */
export function node_id(target) {
  const element = target instanceof Element ? target.closest('[data-node]') : null;
  return element instanceof HTMLElement ? Number(element.dataset.node) : 0;
}

export class SemanticMirror {
  /** @param {HTMLElement} root @param {(id: number) => string} secret_of what the module has for a secret field */
  constructor(root, secret_of) {
    this.root = root;
    this.secret_of = secret_of;
    /** @type {Map<number, {element: HTMLElement, node: SemanticNode, json: string}>} */
    this.known = new Map();
    /** Nodes that have children in the tree being mirrored. @type {Set<number>} */
    this.parents = new Set();
    /** Nodes that lost their children in it. @type {SemanticNode[]} */
    this.emptied = [];
  }

  /** @param {number} id @returns {HTMLElement | undefined} */
  element(id) {
    return this.known.get(id)?.element;
  }

  /** @param {number} id @returns {SemanticNode | undefined} */
  node(id) {
    return this.known.get(id)?.node;
  }

  /**
   * Brings the elements up to the tree. Elements that disappear are removed last, after `before_removal`, so that
   * focus can move to its next place instead of falling to the document.
   * @param {SemanticNode[]} tree in reading order
   * @param {(present: Set<number>) => void} before_removal
   */
  update(tree, before_removal) {
    const present = new Set(tree.map((node) => node.id));
    this.parents = new Set(tree.map((node) => node.parent ?? 0));
    this.emptied = [];
    /** @type {Map<Element, Element | null>} */
    const last_child = new Map();
    for (const node of tree) {
      let entry = this.known.get(node.id);
      // A cell whose field comes or goes loses its text or gets it back, whatever else stays.
      const json = JSON.stringify(node) + (this.parents.has(node.id) ? ' ' : '');
      if (entry && (entry.node.role !== node.role || tag_of(entry.node) !== tag_of(node) || is_placed(entry.node) !== is_placed(node))) {
        entry.element.remove();
        entry = undefined;
      }
      const parent = (node.parent && this.known.get(node.parent)?.element) || this.root;
      // In order, without moving what is in place already: moving an element takes its focus away.
      const first = last_child.has(parent) ? last_child.get(parent)?.nextElementSibling : parent.firstElementChild;
      let next = first;
      /** @type {HTMLElement | undefined} */
      let spare;
      while (next instanceof HTMLElement && next !== entry?.element && !present.has(Number(next.dataset.node))) {
        if (!entry && !spare && this.can_become(next, node)) spare = next;
        next = next.nextElementSibling;
      }
      if (!entry) {
        entry = spare ? this.take_over(spare, node) : { element: this.create(node), node, json: '' };
        if (spare) next = spare;
        this.known.set(node.id, entry);
      }
      if (next !== entry.element) {
        const focused = document.activeElement;
        // Before those that are going: later nodes may take them over.
        parent.insertBefore(entry.element, first ?? null);
        if (entry.element === focused) entry.element.focus({ preventScroll: true });
      }
      last_child.set(parent, entry.element);
      if (entry.json !== json) {
        this.apply(entry.element, node, entry.node);
        entry.node = node;
        entry.json = json;
      }
    }
    before_removal(present);
    for (const [id, { element }] of this.known) {
      if (present.has(id)) continue;
      if (is_field(element) && element.classList.contains('secret')) /** @type {HTMLInputElement} */ (element).value = '';
      element.remove();
      this.known.delete(id);
    }
    for (const node of this.emptied) {
      const element = this.element(node.id);
      if (element) this.apply_name(element, node);
    }
  }

  /** @param {HTMLElement} element of a node that is going @param {SemanticNode} node a new one */
  can_become(element, node) {
    const before = this.known.get(Number(element.dataset.node))?.node;
    if (!before || before.role !== node.role || !reusable.has(node.role)) return false;
    const same = tag_of(before) === tag_of(node) && is_placed(before) === is_placed(node);
    return same && element !== document.activeElement && !element.querySelector('[data-node]');
  }

  /** @param {HTMLElement} element @param {SemanticNode} node */
  take_over(element, node) {
    this.known.delete(Number(element.dataset.node));
    this.identify(element, node.id);
    return { element, node, json: '' };
  }

  /** @param {HTMLElement} element @param {number} id */
  identify(element, id) {
    element.dataset.node = String(id);
    element.id = element_id(id);
  }

  /**
   * The next element that can take the focus after a node that is going, or the one before it.
   * @param {number} id @param {Set<number>} present
   * @returns {HTMLElement | undefined}
   */
  neighbour(id, present) {
    const elements = this.focusable();
    const at = elements.findIndex((element) => Number(element.dataset.node) === id);
    const stays = (/** @type {HTMLElement} */ element) => present.has(Number(element.dataset.node));
    return elements.slice(at + 1).find(stays) ?? elements.slice(0, Math.max(at, 0)).reverse().find(stays);
  }

  /** What Tab goes through, in order. @returns {HTMLElement[]} */
  focusable() {
    const selector = 'button:not(:disabled), input:not(:disabled), textarea:not(:disabled), select:not(:disabled)';
    return [...this.root.querySelectorAll(selector)].filter((element) => element instanceof HTMLElement);
  }

  /**
   * From the last of a dialog's elements to its first, or the other way: what is behind it is not there to be reached,
   * and the browser's own buttons do not belong to it.
   * @param {boolean} forward
   * @returns {boolean} whether the focus was at that end
   */
  go_around(forward) {
    const elements = this.focusable();
    if (document.activeElement !== elements.at(forward ? -1 : 0)) return false;
    elements.at(forward ? 0 : -1)?.focus({ preventScroll: true });
    return true;
  }

  /**
   * Out of the grid that holds the focus, to what follows it, or else to what comes before.
   */
  leave_grid() {
    const grid = document.activeElement?.closest('[role=grid]');
    if (!grid) return;
    const outside = this.focusable().filter((element) => !grid.contains(element));
    const follows = (/** @type {HTMLElement} */ element) =>
      (grid.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
    (outside.find(follows) ?? outside.at(-1))?.focus({ preventScroll: true });
  }

  /** From one part of the screen to the next or the one before, around. @param {boolean} forward */
  go_to_part(forward) {
    const part_of = (/** @type {Element} */ element) => element.closest('[role=grid], nav, section, aside, main, header');
    const elements = this.focusable();
    const parts = [...new Set(elements.map(part_of))];
    const here = document.activeElement ? parts.indexOf(part_of(document.activeElement)) : -1;
    const step = here === -1 ? (forward ? 0 : -1) : here + (forward ? 1 : -1);
    const part = parts.at(step % parts.length);
    // Of a table, the selected cell.
    const cell = part?.matches('[role=grid]') ? part.querySelector('textarea') : null;
    (cell ?? elements.find((element) => part_of(element) === part))?.focus({ preventScroll: true });
  }

  /** @param {SemanticNode} node */
  create(node) {
    const element = document.createElement(tag_of(node));
    this.identify(element, node.id);
    if (is_placed(node)) element.dataset.placed = '';
    if (element instanceof HTMLButtonElement) element.type = 'button';
    if (node.role === 'checkbox') set_attribute(element, 'type', 'checkbox');
    if (element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement) {
      if (node.role !== 'checkbox') {
        element.classList.add('field');
        // The dispatches forbid saved login data; nothing here is offered to be filled in or kept.
        element.autocomplete = 'off';
        element.spellcheck = false;
        set_attribute(element, 'autocapitalize', 'off');
        set_attribute(element, 'autocorrect', 'off');
        set_attribute(element, 'data-1p-ignore', 'true');
        set_attribute(element, 'data-lpignore', 'true');
        set_attribute(element, 'data-form-type', 'other');
      }
    }
    if (node.role === 'searchbox') set_attribute(element, 'type', 'search');
    const native = node.role in tags || ['heading', 'textbox', 'searchbox', 'checkbox'].includes(node.role);
    if (!native) element.setAttribute('role', node.role);
    // Screen readers put the focus on a cell; the module then moves its field there.
    if (node.role === 'gridcell') element.tabIndex = -1;
    if (node.role === 'dialog') set_attribute(element, 'aria-modal', 'true');
    if (node.role === 'grid') set_attribute(element, 'aria-multiselectable', 'true');
    const acts = ['button', 'combobox', 'checkbox', 'textbox', 'searchbox', 'gridcell', 'link'];
    if (!containers.has(node.role) && !acts.includes(node.role)) element.classList.add('passive');
    return element;
  }

  /** @param {HTMLElement} element @param {SemanticNode} node @param {SemanticNode} before */
  apply(element, node, before) {
    if (is_placed(node)) this.place(element, node);
    this.apply_name(element, node);
    set_attribute(element, 'aria-description', node.description);
    const below = node.describedBy ? element_id(node.describedBy) : undefined;
    set_attribute(element, 'aria-describedby', below);
    set_attribute(element, 'aria-errormessage', node.invalid ? below : undefined);
    set_attribute(element, 'lang', node.language);
    set_attribute(element, 'title', node.tip ? node.name : undefined);
    set_attribute(element, 'aria-keyshortcuts', node.shortcut);
    set_attribute(element, 'aria-invalid', node.invalid);
    set_attribute(element, 'aria-required', node.required);
    set_attribute(element, 'aria-rowindex', node.rowIndex);
    set_attribute(element, 'aria-colindex', node.columnIndex);
    set_attribute(element, 'aria-rowcount', node.rowCount);
    set_attribute(element, 'aria-colcount', node.columnCount);
    set_attribute(element, 'aria-posinset', node.position);
    set_attribute(element, 'aria-setsize', node.setSize);
    if (node.role === 'columnheader') set_attribute(element, 'aria-sort', node.value);
    if (node.role === 'gridcell') set_attribute(element, 'aria-selected', node.selected ? 'true' : 'false');
    if (node.role === 'button') set_attribute(element, 'aria-current', node.selected ? (element.closest('nav') ? 'page' : 'true') : undefined);
    if (node.role === 'listitem') set_attribute(element, 'aria-current', node.selected ? 'step' : undefined);
    if (element instanceof HTMLSelectElement) {
      this.apply_options(element, node);
    } else if (element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement) {
      this.apply_field(element, node, before);
    }
    if ('disabled' in element) element.disabled = node.disabled ?? false;
  }

  /** @param {HTMLElement} element @param {SemanticNode} node */
  apply_name(element, node) {
    const text = text_roles.has(node.role) && !this.parents.has(node.id);
    set_attribute(element, 'aria-label', text ? undefined : node.name);
    // Elements that are going still stand in it, one perhaps with the focus: see update().
    if (text && element.childElementCount > 0) {
      this.emptied.push(node);
    } else if (text && element.textContent !== (node.name ?? '')) {
      element.textContent = node.name ?? '';
    } else if (!text && element.firstChild instanceof Text) {
      element.firstChild.remove();
    }
  }

  /**
   * After a key that the module used: what was typed and taken back, or kept, before any frame left no change in the
   * tree, but the field still holds it.
   * @param {number} id
   */
  settle_cell(id) {
    const entry = this.known.get(id);
    if (entry?.element instanceof HTMLTextAreaElement) this.apply_cell(entry.element, entry.node, entry.node);
  }

  /**
   * A choice that the module did not take, or took as an act (a phrase put into a field), left no change in the tree.
   * @param {number} id
   */
  settle_choice(id) {
    const entry = this.known.get(id);
    if (entry?.element instanceof HTMLSelectElement) this.apply_options(entry.element, entry.node);
  }

  /** @param {HTMLElement} element @param {SemanticNode} node */
  place(element, node) {
    const [x, y, width, height] = node.rect;
    const style = element.style;
    // A placed element (a cell) is what its children (its field) are placed from.
    const parent = node.parent ? this.node(node.parent) : undefined;
    const [from_x, from_y] = parent && is_placed(parent) ? parent.rect : [0, 0];
    style.transform = `translate(${x - from_x}px, ${y - from_y}px)`;
    style.width = `${width}px`;
    style.height = `${height}px`;
    const clip = node.clip;
    if (clip) {
      const [cx, cy, cw, ch] = clip;
      const inset = [cy - y, x + width - cx - cw, y + height - cy - ch, cx - x].map((n) => `${Math.max(n, 0)}px`);
      style.clipPath = `inset(${inset.join(' ')})`;
      // Nothing of it is in view: it can be reached by Tab and by name, but must not catch the pointer.
      style.pointerEvents = cw <= 0 || ch <= 0 ? 'none' : '';
    } else {
      style.clipPath = '';
      style.pointerEvents = '';
    }
  }

  /** @param {HTMLSelectElement} element @param {SemanticNode} node */
  apply_options(element, node) {
    const labels = (node.options ?? '').split('\n');
    const same = element.options.length === labels.length && labels.every((label, i) => element.options[i].text === label);
    if (!same) {
      element.replaceChildren(...labels.map((label, i) => new Option(label, String(i))));
    }
    if (element.value !== (node.value ?? '')) element.value = node.value ?? '';
    element.style.fontSize = `${node.fontSize ?? 16}px`;
  }

  /**
   * @param {HTMLInputElement | HTMLTextAreaElement} element
   * @param {SemanticNode} node
   * @param {SemanticNode} before
   */
  apply_field(element, node, before) {
    if (node.role === 'checkbox') {
      if (element instanceof HTMLInputElement) element.checked = node.selected ?? false;
      return;
    }
    element.classList.toggle('secret', node.secret ?? false);
    element.classList.toggle('revealed', node.revealed ?? false);
    element.classList.toggle('cell', node.cellEditor ?? false);
    // A form of its own: whenever a field gets the focus, Chromium reads all fields of its form, to fill them in. Of
    // the whole page that takes longer than drawing it.
    set_attribute(element, 'form', node.cellEditor ? 'cell-editor' : undefined);
    if (node.cellEditor) this.apply_cell(element, node, before);
    const size = node.fontSize ?? 16;
    const style = element.style;
    style.fontSize = `${size}px`;
    style.lineHeight = node.cellEditor ? `${(size * 19) / 14}px` : `${(size * 20) / 14}px`;
    style.fontWeight = node.cellEditor && node.columnIndex === 2 ? '500' : '400';
    style.paddingLeft = `${node.insetLeft ?? 0}px`;
    style.paddingRight = '6px';
    style.paddingTop = node.multiline ? `${Math.max(node.insetTop ?? 0, 0)}px` : '0';
    set_attribute(element, 'placeholder', node.hint);
    set_attribute(element, 'inputmode', node.options);
    element.readOnly = node.readOnly ?? false;
    // A secret's text is no part of the tree: it is asked for where the module has made it, or taken it back.
    if (node.secret) {
      const known = element.dataset.secretRevision ?? '0';
      const revision = String(node.secretRevision ?? 0);
      if (known !== revision) element.value = this.secret_of(node.id);
      element.dataset.secretRevision = revision;
      return;
    }
    // Others take the model's unless someone is writing.
    const writing = document.activeElement === element && !(node.cellEditor && !node.editing);
    const changed = (node.value ?? '') !== element.value;
    if (changed && !writing) element.value = node.value ?? '';
  }

  /** @param {HTMLInputElement | HTMLTextAreaElement} element @param {SemanticNode} node @param {SemanticNode} before */
  apply_cell(element, node, before) {
    const editing = node.editing ?? false;
    const started = editing && !before.editing && !element.classList.contains('typing');
    const ended = !editing && ((before.editing ?? false) || element.classList.contains('editing'));
    element.classList.toggle('editing', editing);
    if (started) {
      element.setSelectionRange(element.value.length, element.value.length);
    }
    if (ended) {
      element.classList.remove('typing');
      element.value = node.value ?? '';
      if (document.activeElement === element) element.select();
    }
  }
}
