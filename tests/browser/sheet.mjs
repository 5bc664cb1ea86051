// @ts-check
// The list of channels as a person meets it: opened from a draft, read cell by cell, waited for.
import assert from 'node:assert/strict';
import { setTimeout as delay } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import { cell_text, open_file } from './chromium.mjs';

/** @typedef {import('playwright-core').Page} Page */
/** @typedef {Partial<Record<'name' | 'identifier' | 'created' | 'managing_unit' | 'administrators' | 'contact' | 'state', string>>} Cells */

/** @param {Cells} cells */
function channel(cells, /** @type {number} */ index) {
  const blank = {
    name: '',
    identifier: '',
    created: '',
    managing_unit: '',
    administrators: '',
    contact: '',
    state: '',
  };
  return { id: index + 1, ...blank, ...cells, security: {} };
}

/** A draft file's text. @param {Cells[]} channels */
export function draft(channels) {
  return JSON.stringify({
    format: 'sokenh.declaration',
    version: 1,
    unit: {
      name: 'Trường Tiểu học Đại Lộc',
      parent: 'UBND xã Đại Lộc',
      kind: 'school',
      code: '',
      address: '',
      telephone: '0236 3865 123',
      email: 'thdailoc@example.edu.vn',
      place: '',
      preparer_name: 'Phạm Thị Lan',
      preparer_title: '',
      head_name: 'Nguyễn Văn Thành',
      head_title: '',
    },
    packs: ['HP23'],
    no_channels: false,
    channels: channels.map(channel),
  });
}

/** Nothing to find fault with. @param {string} name @returns {Cells} */
export function sound(name) {
  return {
    name,
    created: '2019',
    managing_unit: 'Trường Tiểu học Đại Lộc',
    administrators: 'Phạm Thị Lan',
    contact: '0236 3865 123',
    state: 'Hoạt động',
  };
}

export const three = [sound('Cổng một'), sound('Trang hai'), sound('Zalo ba')];

/** Replaces what is in the workspace; the grid is shown. @param {Page} page @param {Cells[]} channels */
export async function open_draft(page, channels) {
  await open_file(page, 'nháp.json', draft(channels));
  await page.getByRole('dialog').getByRole('button', { name: 'Mở vào sổ' }).click();
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await page
    .getByRole('navigation')
    .getByRole('button', { name: 'Kênh thông tin', exact: true })
    .click();
  await page.getByRole('grid').waitFor({ state: 'attached' });
  await eventually(() => row_count(page), channels.length);
}

/**
 * Reads until it is what is expected, or fails with the difference.
 * @template T
 * @param {() => Promise<T>} read @param {T} expected
 */
export async function eventually(read, expected) {
  const deadline = Date.now() + 30_000; // a machine with other things to do
  for (;;) {
    const value = await read();
    if (isDeepStrictEqual(value, expected)) return;
    if (Date.now() > deadline) assert.deepEqual(value, expected);
    await delay(20);
  }
}

/** Channels, also those scrolled away or filtered out. @param {Page} page */
export async function row_count(page) {
  const count = await page.getByRole('grid').getAttribute('aria-rowcount');
  return Number(count) - 1; // the header counts as a row
}

/** @param {Page} page @param {number} row STT @param {number} column 1 to 8 @param {string} expected */
export async function cell_is(page, row, column, expected) {
  await eventually(() => cell_text(page, row, column), expected);
}

/** The names of the rows there are on the screen, from the top. @param {Page} page */
export async function names(page) {
  return page
    .locator('[role=row][aria-rowindex] > [role=gridcell][aria-colindex="2"]')
    .evaluateAll((cells) =>
      cells.map((cell) => cell.querySelector('textarea')?.value ?? cell.textContent ?? ''),
    );
}

/** Waits until the cell has the focus. @param {Page} page @param {string} column @param {number} row STT */
export async function focus_is_at(page, column, row) {
  const label = () =>
    page.evaluate(
      () =>
        document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent,
    );
  await eventually(label, `${column}, dòng ${row}`);
}
