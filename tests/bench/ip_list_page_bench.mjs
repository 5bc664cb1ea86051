// @ts-check
// A botnet list of 1,000,000 entries with noise given to the page and read by its worker, 10,000 own addresses looked
// for in it (HP24-3.3), against ipaddr.js in the same browser, in the page itself, reading the same entries already cut
// out of their noise. Also the longest time between two frames of the page meanwhile. Medians of rounds that take turns.
//
//   npm run build && node tests/bench/ip_list_page_bench.mjs
import { readFileSync } from 'node:fs';
import { build } from 'esbuild';
import { Browser, go_to, open_file, press } from '../browser/chromium.mjs';
import { draft } from '../browser/sheet.mjs';
import { median } from './median.mjs';

const rounds = 5;
const browser = await Browser.launch();
const page = await browser.page();
page.setDefaultTimeout(120_000);

const machines = Array.from({ length: 1000 }, (_, i) => ({
  id: i + 1,
  name: `Máy ${i}`,
  addresses: Array.from({ length: 10 }, (_, j) => `10.${i >> 8}.${i & 255}.${j + 1}`).join(', '),
}));
const document = { ...JSON.parse(draft([])), packs: ['HP24'], no_channels: true, machines };
await open_file(page, 'nháp.json', JSON.stringify(document));
await page.getByRole('dialog').getByRole('button', { name: 'Mở vào sổ' }).click();
await go_to(page, 'Máy tính & IP');
await press(page.getByRole('button', { name: 'Đối chiếu IP botnet' }));

// The list is made in the page, which has both contestants.
await page.evaluate(() => {
  let state = 5;
  const random = (/** @type {number} */ below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
  const lines = [];
  const entries = [];
  for (let i = 0; i < 1_000_000; i += 1) {
    const address = `${11 + random(200)}.${random(256)}.${random(256)}.${random(256)}`;
    const v6 = `2001:db8:${random(65536).toString(16)}::${random(65536).toString(16)}`;
    const [line, entry] = [
      [`${i};"${address}";20.11.2024;tcp;443;Trojan.Generic v2.1.${i % 9}`, address],
      [`IP: ${address} Port 80 ngày 20.11.2024 07:30:12`, address],
      [`hxxp://${address.replaceAll('.', '[.]')}/gate.php?id=${i}`, address],
      [v6, v6],
    ][i % 20] ?? [address, address];
    lines.push(line);
    entries.push(entry);
    if (i % 60 === 0) lines.push(`      Trang ${i / 60}/16667      `);
  }
  Object.assign(window, { bench: { file: new File([lines.join('\n')], 'danh sách.txt'), entries, gaps: [] } });
});
const { outputFiles } = await build({
  stdin: { contents: "import ipaddr from 'ipaddr.js'; window.ipaddr = ipaddr;", resolveDir: process.cwd() },
  bundle: true,
  write: false,
  format: 'iife',
});
// By the debugger: the page's policy lets no other script in.
const session = await page.context().newCDPSession(page);
await session.send('Runtime.evaluate', { expression: outputFiles[0].text });

/** @type {{read: number[], longest: number[], peer: number[]}} */
const times = { read: [], longest: [], peer: [] };
for (let round = 0; round < rounds; round += 1) {
  const gone = page.getByRole('button', { name: /^Bỏ «/ });
  if (round > 0) await press(gone);
  const [read, longest] = await page.evaluate(async () => {
    const { file } = /** @type {any} */ (window).bench;
    let last = performance.now();
    let widest = 0;
    let running = true;
    const frame = () => {
      const now = performance.now();
      widest = Math.max(widest, now - last);
      last = now;
      if (running) requestAnimationFrame(frame);
    };
    requestAnimationFrame(frame);
    const data = new DataTransfer();
    data.items.add(file);
    const begin = performance.now();
    window.document.getElementById('stage')?.dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }));
    const said = () => window.document.getElementById('semantics')?.textContent?.includes('1.000.000 địa chỉ') ?? false;
    while (!said()) await new Promise((resolve) => setTimeout(resolve, 5));
    running = false;
    return [performance.now() - begin, widest];
  });
  times.read.push(read);
  times.longest.push(longest);
  times.peer.push(
    await page.evaluate(() => {
      const { ipaddr, bench } = /** @type {any} */ (window);
      const begin = performance.now();
      const keys = bench.entries.map((/** @type {string} */ entry) => String.fromCharCode(...ipaddr.parse(entry).toByteArray())).sort();
      for (const own of bench.entries.slice(0, 10_000)) {
        const key = String.fromCharCode(...ipaddr.parse(own).toByteArray());
        let low = 0;
        let high = keys.length;
        while (low < high) {
          const middle = (low + high) >> 1;
          if (keys[middle] < key) low = middle + 1;
          else high = middle;
        }
      }
      return performance.now() - begin;
    }),
  );
}
const { version } = JSON.parse(readFileSync(new URL('../../node_modules/ipaddr.js/package.json', import.meta.url), 'utf8'));
console.log(
  `page: ${median(times.read).toFixed(0)} ms from the drop to the answer shown (worker started, read, hashed, matched), ` +
    `longest time between frames ${median(times.longest).toFixed(0)} ms (worst ${Math.max(...times.longest).toFixed(0)})`,
);
console.log(`ipaddr.js ${version} in the page, without noise or sum: ${median(times.peer).toFixed(0)} ms, all of it one frame`);
await browser.end();
