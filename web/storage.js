// @ts-check
// The workspace in this browser's IndexedDB, safe against a crash, a full disk and a second tab.
//
// Stores: `workspaces` (the document, with a revision that only grows), `keys` (sealed key files), `quarantine`
// (what could not be read, kept for good). A write compares the revision it builds on inside its own transaction, so
// that a tab that lost the right to write cannot overwrite, whatever the locks say.
//
// A page that is closed or reloaded gets no more answers from IndexedDB. What it still had to write (the cell in which
// something was being typed) goes to localStorage at once, and from there into the store at the next start.

const database_name = 'sokenh';
const workspace_key = 'main';
const lock_name = 'sokenh-workspace';
const unsaved_name = 'sokenh-unsaved';

/** @typedef {{text: string, revision: number}} StoredDocument */

/**
 * @template T
 * @param {IDBRequest<T>} request
 * @returns {Promise<T>}
 */
function result_of(request) {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

/** @param {IDBTransaction} transaction @returns {Promise<void>} */
function finished(transaction) {
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onerror = () => reject(transaction.error);
    transaction.onabort = () => reject(transaction.error ?? new DOMException('aborted', 'AbortError'));
  });
}

export class StaleWrite extends Error {}

export class Storage {
  /** @param {IDBDatabase} database */
  constructor(database) {
    this.database = database;
    this.revision = 0;
    /** @type {Promise<void>} */
    this.last_write = Promise.resolve();
    /** The newest write, with the revision it makes, until it is on the disk. @type {StoredDocument | null} */
    this.unsaved = null;
  }

  /** @param {() => void} on_new called as soon as it is known that nothing is stored yet @returns {Promise<Storage>} */
  static async open(on_new) {
    const request = indexedDB.open(database_name, 1);
    request.onupgradeneeded = () => {
      on_new();
      for (const name of ['workspaces', 'keys']) request.result.createObjectStore(name);
      request.result.createObjectStore('quarantine', { autoIncrement: true });
    };
    return new Storage(await result_of(request));
  }

  /** @param {string[]} stores @param {IDBTransactionMode} mode */
  transaction(stores, mode) {
    // Strict: the promise «saved» is made only when the bytes are on the disk.
    return this.database.transaction(stores, mode, { durability: 'strict' });
  }

  /** @returns {Promise<unknown>} the record as it is stored, whatever it is */
  async load_document() {
    const store = this.transaction(['workspaces'], 'readonly').objectStore('workspaces');
    const record = await result_of(store.get(workspace_key));
    if (record && Number.isSafeInteger(record.revision)) this.revision = record.revision;
    return record;
  }

  /** Called when the page goes away: only what is written synchronously is certain to be kept. */
  keep_unsaved() {
    if (!this.unsaved) return;
    try {
      localStorage.setItem(unsaved_name, JSON.stringify(this.unsaved));
    } catch {
      // full or blocked: the write under way may still succeed
    }
  }

  /** Stores what keep_unsaved() kept, unless that or something newer was stored. For the tab that may write. */
  async restore_unsaved() {
    try {
      const kept = JSON.parse(localStorage.getItem(unsaved_name) ?? 'null');
      const newer = Number.isSafeInteger(kept?.revision) && kept.revision >= this.revision;
      if (newer && typeof kept.text === 'string') {
        const record = /** @type {any} */ (await this.load_document());
        if (record?.text !== kept.text) await this.save_document(kept.text);
      }
      localStorage.removeItem(unsaved_name);
    } catch {
      // blocked, or not stored now: it stays for the next start
    }
  }

  /** Writes one after the other; rejects with StaleWrite when another tab has written. @param {string} text */
  save_document(text) {
    const unsaved = { text, revision: (this.unsaved?.revision ?? this.revision) + 1 };
    this.unsaved = unsaved;
    const write = this.last_write.catch(() => {}).then(async () => {
      const transaction = this.transaction(['workspaces'], 'readwrite');
      const store = transaction.objectStore('workspaces');
      const record = await result_of(store.get(workspace_key));
      const stored = Number.isSafeInteger(record?.revision) ? record.revision : 0;
      if (stored !== this.revision) {
        this.unsaved = null;
        transaction.abort();
        throw new StaleWrite();
      }
      unsaved.revision = stored + 1;
      store.put({ ...unsaved }, workspace_key);
      await finished(transaction);
      this.revision = stored + 1;
      if (this.unsaved === unsaved) this.unsaved = null;
    });
    this.last_write = write;
    return write;
  }

  /** Moves the stored record aside; it is never deleted. @param {unknown} record @param {string} reason */
  async quarantine(record, reason) {
    const transaction = this.transaction(['workspaces', 'quarantine'], 'readwrite');
    transaction.objectStore('quarantine').add({ record, reason, at: new Date().toISOString() });
    transaction.objectStore('workspaces').delete(workspace_key);
    await finished(transaction);
    this.revision = 0;
  }

  /** @returns {Promise<string>} the sealed keys, as the module wrote them; "" if none */
  async load_keys() {
    const store = this.transaction(['keys'], 'readonly').objectStore('keys');
    const text = await result_of(store.get(workspace_key));
    return typeof text === 'string' ? text : '';
  }

  /** @param {string} text */
  async save_keys(text) {
    const transaction = this.transaction(['keys'], 'readwrite');
    transaction.objectStore('keys').put(text, workspace_key);
    await finished(transaction);
  }
}

/**
 * The right to write. One tab has it; another is told, and may take it over.
 */
export class WriteLock {
  /** @param {(held: boolean) => void} on_change */
  constructor(on_change) {
    this.on_change = on_change;
    this.held = true; // as the page takes it until it is told otherwise
    /** Gives the right back, and keeps none that comes later. */
    this.release = () => {};
    /** @type {Promise<void>} */
    this.released = new Promise((resolve) => (this.release = resolve));
  }

  /** @param {boolean} steal take it from the tab that has it */
  async acquire(steal) {
    if (!navigator.locks) return this.changed(true); // the revision check alone guards the store
    /** @type {(value: void) => void} */
    let decided = () => {};
    const decision = new Promise((resolve) => (decided = resolve));
    const options = steal ? { steal: true } : { ifAvailable: true };
    navigator.locks
      .request(lock_name, options, (lock) => {
        this.changed(lock !== null);
        decided();
        // Held until the tab closes or another steals it.
        return lock === null ? undefined : this.released;
      })
      .catch(() => {
        this.changed(false);
        decided();
      });
    await decision;
  }

  /** @param {boolean} held */
  changed(held) {
    if (held !== this.held) this.on_change(held);
    this.held = held;
  }
}
