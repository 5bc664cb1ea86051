// @ts-check
// What the page keeps in the browser, read and spoiled behind its back.

/** @typedef {import('playwright-core').Page} Page */

/** Every record of the page's stores. @param {Page} page */
export async function stored(page) {
  return page.evaluate(async () => {
    /** @template T @param {IDBRequest<T>} request @returns {Promise<T>} */
    const result_of = (request) =>
      new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const database = await result_of(indexedDB.open('sokenh'));
    /** @type {Record<string, any[]>} */
    const all = {};
    for (const name of database.objectStoreNames) {
      all[name] = await result_of(database.transaction(name).objectStore(name).getAll());
    }
    database.close();
    return all;
  });
}

/** Behind the page's back. @param {Page} page @param {unknown} record @param {string} [store] */
export async function put_record(page, record, store = 'workspaces') {
  await page.evaluate(
    async ([value, name]) => {
      await new Promise((resolve, reject) => {
        const request = indexedDB.open('sokenh');
        request.onerror = () => reject(request.error);
        request.onsuccess = () => {
          const transaction = request.result.transaction(String(name), 'readwrite');
          transaction.objectStore(String(name)).put(value, 'main');
          transaction.oncomplete = resolve;
          transaction.onabort = () => reject(transaction.error);
        };
      });
    },
    [record, store],
  );
}
