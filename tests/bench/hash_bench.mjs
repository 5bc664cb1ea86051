// @ts-check
// A sparse file of 2 GB hashed in the page, as a person chooses it: MB/s against sha256sum on the same file, the most
// memory its processes took besides what the page has anyway, and the longest frame meanwhile.
//
//   npm run build && node tests/bench/hash_bench.mjs [megabytes]
import { execFileSync } from 'node:child_process';
import { closeSync, ftruncateSync, mkdtempSync, openSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Browser, go_to, press } from '../browser/chromium.mjs';

const megabytes = Number(process.argv[2] ?? 2048);
const folder = mkdtempSync(join(tmpdir(), 'sokenh-hash-'));
const path = join(folder, 'sao-luu.img');
const file = openSync(path, 'w');
ftruncateSync(file, megabytes * (1 << 20));
closeSync(file);

/** Resident memory of the renderers of this profile, in MB. @param {string} profile */
function renderers_memory(profile) {
  let kilobytes = 0;
  for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    try {
      const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8');
      if (!command.includes('--type=renderer') || !command.includes(profile)) continue;
      kilobytes += Number(/^RssAnon:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0);
    } catch {
      // It has ended.
    }
  }
  return kilobytes / 1024;
}

const browser = await Browser.launch();
try {
  const page = await browser.page();
  await go_to(page, 'Sổ theo dõi');
  await press(page.getByRole('list', { name: 'Sổ theo dõi' }).getByRole('button', { name: 'Sao lưu dữ liệu', exact: true }));
  const before = renderers_memory(browser.profile);
  let most = before;
  const sampling = setInterval(() => (most = Math.max(most, renderers_memory(browser.profile))), 100);
  await page.evaluate(() => {
    const frames = { longest: 0, last: performance.now() };
    Object.assign(window, { frames });
    const next = () => {
      const now = performance.now();
      frames.longest = Math.max(frames.longest, now - frames.last);
      frames.last = now;
      requestAnimationFrame(next);
    };
    requestAnimationFrame(next);
  });
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Chọn tệp sao lưu…' }).click();
  const began = performance.now();
  await (await chooser).setFiles(path);
  const field = page.getByRole('textbox', { name: 'SHA-256 của tệp', exact: true });
  await field.waitFor({ state: 'attached', timeout: 600_000 });
  const took = (performance.now() - began) / 1000;
  clearInterval(sampling);
  const digest = await field.inputValue();
  const longest = await page.evaluate(() => /** @type {any} */ (window).frames.longest);

  const native_began = performance.now();
  const [native] = execFileSync('sha256sum', [path], { encoding: 'utf8' }).split(' ');
  const native_took = (performance.now() - native_began) / 1000;
  if (digest !== native) throw new Error(`${digest} is not sha256sum's ${native}`);
  console.log(`page       ${(megabytes / took).toFixed(0)} MB/s (${took.toFixed(1)} s)`);
  console.log(`sha256sum  ${(megabytes / native_took).toFixed(0)} MB/s (${native_took.toFixed(1)} s)`);
  console.log(`memory     ${before.toFixed(0)} MB before, at most ${most.toFixed(0)} MB`);
  console.log(`frame      at most ${longest.toFixed(0)} ms`);
} finally {
  await browser.end();
  rmSync(folder, { recursive: true, force: true });
}
