// @ts-check
// From the address typed to the first frame a person can act on, without anything cached: Sổ Kênh beside the page a
// web developer would make of Tabulator, zxcvbn, jose and ajv, in turns in the same run. Prints medians and the ratio.
//
//   npm run build && node tests/bench/start_bench.mjs
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { readFileSync } from 'node:fs';
import { build } from 'esbuild';
import { chromium } from 'playwright-core';
import { root } from '../../scripts/commands.mjs';
import { start_server } from '../../scripts/serve.mjs';
import { median } from './median.mjs';

const rounds = 31;

// The form's columns, an editable table, and the libraries ready to be called.
const peer_script = `
import { TabulatorFull } from 'tabulator-tables';
import zxcvbn from 'zxcvbn';
import * as jose from 'jose';
import Ajv from 'ajv';
const validate = new Ajv().compile({ type: 'array', items: { type: 'object', required: ['name'] } });
const titles = ['STT', 'Tên kênh', 'ID', 'Thời gian tạo lập', 'Đơn vị quản lý', 'Quản trị viên', 'Liên hệ', 'Trạng thái'];
const table = new TabulatorFull('#table', {
  data: [],
  layout: 'fitColumns',
  columns: titles.map((title, i) => ({ title, field: 'c' + i, editor: 'input' })),
});
Object.assign(window, { zxcvbn, jose, validate, table });
table.on('tableBuilt', () => { document.body.dataset.ready = ''; });
`;
const peer_page = `<!doctype html><html lang="vi"><meta charset="utf-8"><title>Kênh</title>
<link rel="stylesheet" href="tabulator.css"><div id="table"></div><script type="module" src="page.js"></script></html>`;

/** @param {string} folder */
async function make_peer(folder) {
  mkdirSync(folder, { recursive: true });
  const entry = join(root, 'tests', 'bench', '.peer.mjs');
  writeFileSync(entry, peer_script);
  try {
    await build({
      entryPoints: [entry],
      outfile: join(folder, 'page.js'),
      bundle: true,
      minify: true,
      format: 'esm',
      logLevel: 'error',
    });
  } finally {
    rmSync(entry);
  }
  writeFileSync(join(folder, 'index.html'), peer_page);
  cpSync(join(root, 'node_modules/tabulator-tables/dist/css/tabulator.min.css'), join(folder, 'tabulator.css'));
  for (const name of ['page.js', 'tabulator.css', 'index.html']) {
    const path = join(folder, name);
    writeFileSync(`${path}.br`, brotliCompressSync(readFileSync(path)));
  }
}

/**
 * Milliseconds from the start of the navigation until after the frame in which `ready` matched was painted.
 * @param {import('playwright-core').Browser} browser
 * @param {string} url
 * @param {string} ready a selector
 * @param {{processor: number, kilobytes: number}} machine how many times slower; KB a second, 0 for as it is
 */
async function start(browser, url, ready, machine) {
  // ajv makes functions from text, which the headers of our server forbid.
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, bypassCSP: true });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: machine.processor });
  if (machine.kilobytes > 0) {
    await session.send('Network.enable');
    const throughput = machine.kilobytes * 1024;
    await session.send('Network.emulateNetworkConditions', {
      offline: false,
      latency: 40,
      downloadThroughput: throughput,
      uploadThroughput: throughput,
    });
  }
  await page.addInitScript((selector) => {
    const observer = new MutationObserver(() => {
      if (!document.querySelector(selector)) return;
      observer.disconnect();
      // After the next frame's painting: a task that follows an animation frame.
      requestAnimationFrame(() => setTimeout(() => Object.assign(window, { started: performance.now() })));
    });
    observer.observe(document, { childList: true, subtree: true, attributes: true });
  }, ready);
  await page.goto(url, { waitUntil: 'commit' });
  const handle = await page.waitForFunction(() => /** @type {any} */ (window).started);
  const time = Number(await handle.jsonValue());
  await context.close();
  return time;
}

const folder = mkdtempSync(join(tmpdir(), 'sokenh-peer-'));
await make_peer(folder);
const servers = [await start_server({ port: 0 }), await start_server({ folder, port: 0 })];
const browser = await chromium.launch({
  executablePath: '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-quic', '--no-first-run', '--disable-background-networking'],
});
const ready = ['nav button, [role=navigation] button', 'body[data-ready]'];
for (const [name, machine] of Object.entries({
  'as it is': { processor: 1, kilobytes: 0 },
  'processor 4 times slower, 1 MB/s': { processor: 4, kilobytes: 1024 },
})) {
  /** @type {number[][]} */
  const times = [[], []];
  for (let round = 0; round <= rounds; round += 1) {
    for (const which of [0, 1]) {
      const time = await start(browser, servers[which].url, ready[which], machine);
      if (round > 0) times[which].push(time); // the first warms the file cache
    }
  }
  const [ours, peers] = times.map(median);
  console.log(
    `start, ${name}: Sổ Kênh ${ours.toFixed(0)} ms, Tabulator + zxcvbn + jose + ajv ${peers.toFixed(0)} ms, ` +
      `ratio ${(ours / peers).toFixed(2)} (medians of ${rounds})`,
  );
}
await browser.close();
for (const server of servers) await server.close();
rmSync(folder, { recursive: true });
