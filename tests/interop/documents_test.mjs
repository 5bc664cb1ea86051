// @ts-check
// The documents as others open them: DOCX by LibreOffice, print HTML by Chromium; both become PDF, whose text, pages and
// QR code are read back by independent programs.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, suite, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';
import { signed_by_both, sokenh, sokenh_json, work_folder } from './sokenh.mjs';

const folder = work_folder({ after });
const kinds = ['channel-form', 'removal-request', 'account-review', 'self-check', 'log', 'incident-report', 'duty-roster'];
const upright = new Set(['removal-request', 'incident-report', 'duty-roster']);

const long_word = 'x'.repeat(300);
const hostile = `<script>alert("1")</script>&amp; 😀 ${long_word}`;
const headings = ['STT', 'ID (Nếu có)', 'Thời gian tạo lập', 'Đơn vị quản lý', 'Quản trị viên', 'Thông tin liên hệ'];

const unit = {
  name: 'Trường THCS Quang Trung',
  parent: 'UBND xã An Lão',
  kind: 'school',
  code: '',
  address: '',
  telephone: '',
  email: '',
  place: 'An Lão',
  preparer_name: 'Vũ Thị Mai',
  preparer_title: 'Giáo viên',
  head_name: 'Nguyễn Hữu Đạt',
  head_title: 'Hiệu trưởng',
};
const declaration = {
  format: 'sokenh.declaration',
  version: 1,
  unit,
  packs: ['HP23', 'DL', 'HP24'],
  no_channels: false,
  channels: Array.from({ length: 60 }, (_, i) => ({
    id: i + 1,
    name: i === 1 ? hostile : `Kênh số ${i + 1}.`,
    identifier: '',
    created: '9/2016',
    managing_unit: 'Trường THCS Quang Trung',
    administrators: 'Vũ Thị Mai',
    contact: '0225.3678.901',
    state: 'Hoạt động',
    security: {},
  })),
  accounts: [
    { id: 1, system: 'QOffice', user_name: hostile, holder: 'Trần Văn Bình', in_use: 'no', unused_reason: 'nghỉ hưu' },
    { id: 2, system: 'QOffice', user_name: 'lan.nt', holder: 'Nguyễn Thị Lan', in_use: 'yes' },
  ],
  rosters: [
    {
      id: 1,
      occasion: 'Lễ 30/4, 01/5',
      from: '29/04/2024',
      to: '01/05/2024',
      posts: [{ id: 1, name: 'Trực an toàn thông tin' }],
      people: [{ id: 2, name: 'Trần Văn Bình', position: 'Văn thư', telephone: '0912 345 678' }],
      shifts: Array.from({ length: 3 }, (_, i) => ({
        id: i + 3,
        post: 1,
        person: 2,
        from: `0${i + 1}:00 30/04/2024`,
        to: '24:00',
      })),
    },
  ],
  log: [
    ...Array.from({ length: 40 }, (_, i) => ({
      id: i + 1,
      kind: 'patch',
      date: `${(i % 28) + 1}/1/2024`,
      reference: i === 1 ? hostile : `Bản vá số ${i + 1}.`,
      system: 'Máy chủ web',
    })),
    {
      id: 41,
      kind: 'incident',
      at: '8h30 ngày 03/02/2024',
      system: 'Cổng thông tin',
      topic: hostile,
      level: 'critical',
      contained: '10:00 03/02/2024',
    },
  ],
  account_reviews: [{ date: '05/02/2024', reviewer: 'Vũ Thị Mai', reviewed: 2, unused: 1, note: '' }],
};

/** @param {string} pdf */
function read_pdf(pdf) {
  const text = execFileSync('pdftotext', ['-layout', pdf, '-'], { encoding: 'utf8' }).normalize('NFC');
  const about = execFileSync('pdfinfo', [pdf], { encoding: 'utf8' });
  const [width, height] = (/^Page size:\s+([\d.]+) x ([\d.]+)/m.exec(about) ?? []).slice(1).map(Number);
  const pages = text.split('\f').slice(0, -1);
  return { pages, dense: text.replace(/\s+/g, ''), flat: text.replace(/\s+/g, ' '), lies: width > height };
}

/** As a scanner would see the last page. @param {string} pdf @param {number} pages */
function read_qr(pdf, pages) {
  const picture = `${pdf}-last`;
  const page = String(pages);
  execFileSync('pdftoppm', ['-r', '200', '-gray', '-png', '-singlefile', '-f', page, '-l', page, pdf, picture]);
  return execFileSync('zbarimg', ['--quiet', '--raw', `${picture}.png`], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  }).trim();
}

/** @param {string} source @param {string} kind @param {'html' | 'docx'} format @param {string} name */
function write(source, kind, format, name) {
  const out = join(folder, `${name}.${format}`);
  const day = ['--today', '2024-02-05'];
  const log = kind === 'log' ? ['--log', 'patch'] : [];
  const made = sokenh(['form', source, '--document', kind, ...log, '--format', format, ...day, '--out', out]);
  assert.equal(made.status, 0, made.stderr);
  return out;
}

/** @type {Record<string, string>} PDFs by what they are of */
const pdfs = {};
/** @type {ReturnType<typeof signed_by_both>} */
let made;

before(async () => {
  const draft = join(folder, 'bản nháp.json');
  writeFileSync(draft, JSON.stringify(declaration));
  made = signed_by_both(folder, draft);
  const sources = [
    ...kinds.map((kind) => ({ kind, name: kind, source: made.path })),
    { kind: 'channel-form', name: 'draft', source: draft },
  ];
  const word = sources.map(({ kind, name, source }) => write(source, kind, 'docx', name));
  const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'libreoffice'))}`;
  const options = ['--headless', profile, '--convert-to', 'pdf', '--outdir', folder];
  execFileSync('soffice', [...options, ...word], { stdio: 'ignore' });
  const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] });
  try {
    const page = await browser.newPage();
    for (const { kind, name, source } of sources) {
      pdfs[`docx ${name}`] = join(folder, `${name}.pdf`);
      pdfs[`html ${name}`] = join(folder, `${name} html.pdf`);
      await page.goto(pathToFileURL(write(source, kind, 'html', name)).href);
      await page.pdf({ path: pdfs[`html ${name}`], preferCSSPageSize: true });
    }
  } finally {
    await browser.close();
  }
});

for (const format of ['docx', 'html']) {
  suite(`documents as ${format}`, () => {
    for (const kind of kinds) {
      test(`${kind}: whose it is, where and when, who signs; hash and fingerprints as text and as QR`, () => {
        const pdf = pdfs[`${format} ${kind}`];
        const paper = read_pdf(pdf);
        const [verified] = sokenh_json(['verify', made.path]).results;
        for (const said of [
          'UBND XÃ AN LÃO',
          'TRƯỜNG THCS QUANG TRUNG',
          'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
          'Độc lập - Tự do - Hạnh phúc',
          'An Lão, ngày 05 tháng 02 năm 2024',
        ]) {
          assert.ok(paper.flat.includes(said), said);
        }
        assert.ok(paper.dense.includes('HIỆUTRƯỞNG'));
        assert.ok(!paper.dense.includes('BẢNNHÁP'));
        assert.equal(paper.lies, !upright.has(kind));
        const fingerprints = verified.signatures.map((/** @type {any} */ each) => each.fingerprint);
        for (const digits of [verified.sha256, ...fingerprints]) {
          assert.ok(paper.dense.includes(digits.replaceAll(' ', '')), digits);
        }
        assert.deepEqual(read_qr(pdf, paper.pages.length).split('\n'), [
          verified.sha256,
          `preparer ${fingerprints[0]}`,
          `head ${fingerprints[1]}`,
        ]);
        paper.pages.forEach((text, i) => {
          const first_line = text.trimStart().split('\n', 1)[0].trim();
          assert.equal(first_line === String(i + 1), i > 0, `the number on top of page ${i + 1}`);
        });
      });
    }

    test('60 channels: each is there, and the headings stand on every page of the table', () => {
      const paper = read_pdf(pdfs[`${format} channel-form`]);
      for (let i = 1; i <= 60; i += 1) {
        if (i !== 2) assert.ok(paper.flat.includes(`Kênh số ${i}.`), `row ${i}`);
      }
      const with_rows = paper.pages.filter((text) => text.includes('Kênh số'));
      assert.ok(with_rows.length > 2);
      for (const text of with_rows) {
        const dense = text.replace(/\s+/g, '');
        // Of those that stand on one line.
        for (const heading of [headings[0], headings[1], headings[3], headings[4]]) {
          assert.ok(dense.includes(heading.replaceAll(' ', '')), heading);
        }
      }
      assert.ok(paper.dense.indexOf('XÁCNHẬNCỦALÃNHĐẠOĐƠNVỊ') > paper.dense.indexOf('Kênhsố60.'));
    });

    test('a log of 40 entries: each is there by its day, and the headings stand on every page', () => {
      const paper = read_pdf(pdfs[`${format} log`]);
      for (let i = 1; i <= 40; i += 1) {
        if (i !== 2) assert.ok(paper.flat.includes(`Bản vá số ${i}.`), `entry ${i}`);
      }
      assert.ok(paper.flat.indexOf('Bản vá số 1.') < paper.flat.indexOf('Bản vá số 28.'));
      assert.ok(paper.flat.indexOf('Bản vá số 29.') < paper.flat.indexOf('Bản vá số 28.'));
      const with_rows = paper.pages.filter((text) => text.includes('Bản vá số'));
      assert.ok(with_rows.length > 1);
      for (const text of with_rows) assert.ok(text.replace(/\s+/g, '').includes('STT'));
      assert.ok(paper.dense.includes('NGƯỜIGHISỔ'));
    });

    test('an incident report: its course, what is not known, and whom the dispatch says to call', () => {
      const paper = read_pdf(pdfs[`${format} incident-report`]);
      for (const said of ['08:30 03/02/2024', '1 giờ 30 phút', 'Nghiêm trọng', '024.3640.4421', '<script>alert']) {
        assert.ok(paper.flat.includes(said), said);
      }
      assert.match(paper.flat, /Nguyên nhân: …/);
    });

    test('what looks like markup is text, and a long word stays within its cell', () => {
      const paper = read_pdf(pdfs[`${format} channel-form`]);
      const second = paper.pages.find((text) => text.includes('<script>alert'));
      assert.ok(second, 'the text of the second row');
      assert.equal((second.match(/x/g) ?? []).length >= long_word.length, true);
    });

    test('a draft says so, and why, on each page', () => {
      const pdf = pdfs[`${format} draft`];
      const { flat, pages } = read_pdf(pdf);
      assert.match(flat, /Bản nháp: dữ liệu chưa được ký\./);
      // Across the page it is slanted: laid out, its letters lie among the others.
      const in_order = execFileSync('pdftotext', ['-raw', pdf, '-'], { encoding: 'utf8' });
      assert.equal(in_order.normalize('NFC').split('BẢN NHÁP').length - 1, pages.length);
    });
  });
}

test('a file for Word is a package, and goes into a file only', () => {
  const docx = readFileSync(join(folder, 'self-check.docx'));
  assert.equal(docx.subarray(0, 2).toString(), 'PK');
  const wrong = sokenh(['form', made.path, '--format', 'docx']);
  assert.equal(wrong.status, 2);
  assert.match(wrong.stderr, /--out/);
});

test('a document nobody asks for is refused, and so is one there is no need of', () => {
  const source = join(folder, 'khác.json');
  for (const [change, code] of /** @type {const} */ ([
    [{ packs: ['HP23'] }, 'document_not_asked'],
    [{ accounts: [] }, 'document_not_needed'],
  ])) {
    writeFileSync(source, JSON.stringify({ ...declaration, ...change }));
    const { status, results } = sokenh_json(['form', source, '--document', 'removal-request']);
    assert.equal(status, 3);
    assert.equal(results[0].error.code, code);
  }
});

test('a roster that is not there, or has no shifts, is refused', () => {
  const source = join(folder, 'trực.json');
  writeFileSync(source, JSON.stringify(declaration));
  for (const parameters of [
    ['form', source, '--document', 'duty-roster', '--entry', '2'],
    ['calendar', source, '--roster', '2'],
  ]) {
    const { status, results } = sokenh_json(parameters);
    assert.equal(status, 3);
    assert.equal(results[0].error.code, 'document_roster_empty');
  }
  writeFileSync(source, JSON.stringify({ ...declaration, rosters: [] }));
  assert.equal(sokenh_json(['form', source, '--document', 'duty-roster']).results[0].error.code, 'document_roster_empty');
});

test('a log without entries, or an incident that is not there, is refused', () => {
  const source = join(folder, 'sổ trống.json');
  writeFileSync(source, JSON.stringify({ ...declaration, log: declaration.log.slice(0, 40) }));
  for (const parameters of [
    ['--document', 'log', '--log', 'spam'],
    ['--document', 'incident-report'],
    ['--document', 'incident-report', '--entry', '2'],
  ]) {
    const { status, results } = sokenh_json(['form', source, ...parameters]);
    assert.equal(status, 3);
    assert.equal(results[0].error.code, 'document_log_empty');
  }
  const stated = { ...declaration, nothing_logged: ['spam'] };
  writeFileSync(source, JSON.stringify(stated));
  const spam = sokenh(['form', source, '--document', 'log', '--log', 'spam']);
  assert.equal(spam.status, 0, spam.stderr);
  assert.match(spam.stdout, /không có nội dung nào phải ghi/);
});
