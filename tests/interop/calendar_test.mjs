// @ts-check
// The calendar of what falls due, read by an independent library.

import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, suite, test } from 'node:test';
import ICAL from 'ical.js';
import { declaration, sokenh, work_folder } from './sokenh.mjs';

const folder = work_folder({ after });
const draft = JSON.parse(readFileSync(declaration('nam-cong-van.json'), 'utf8'));

/** @param {(value: any) => void} change @param {string[]} [parameters] */
function calendar(change, parameters = []) {
  const value = structuredClone(draft);
  change(value);
  const path = join(folder, 'sổ.json');
  writeFileSync(path, JSON.stringify(value));
  const more = parameters.includes('--today') ? [] : ['--today', '2026-11-20'];
  const { status, stdout, stderr } = sokenh(['calendar', path, ...more, ...parameters]);
  assert.equal(status, 0, stderr);
  return stdout;
}

/** @param {string} text */
function events(text) {
  const root = new ICAL.Component(ICAL.parse(text));
  assert.equal(root.getFirstPropertyValue('version'), '2.0');
  return root.getAllSubcomponents('vevent').map((component) => new ICAL.Event(component));
}

/** A few accounts, by how their password stands. @param {any} value */
function accounts(value) {
  value.accounts = [
    { id: 1, system: 'QOffice', user_name: 'lan.pt', password_changed: '01/11/2026', in_use: 'yes' },
    { id: 2, system: 'eSchool; lớp 1, 2', user_name: 'a\\b', password_changed: '10/11/2026' },
    { id: 3, system: 'QOffice', user_name: 'quá hạn', password_changed: '01/01/2026' },
    { id: 4, system: 'QOffice', user_name: 'nghỉ hưu', password_changed: '01/11/2026', in_use: 'no' },
  ];
}

suite('calendar', () => {
  test('an all-day event for each password still to be changed in time, by the strictest clause', () => {
    const found = events(calendar(accounts));
    assert.deepEqual(
      found.map((event) => [
        event.summary,
        event.startDate.toString(),
        event.endDate.toString(),
        event.startDate.isDate,
      ]),
      // 45 days of DL, not the three months of BG24.
      [
        ['Hạn đổi mật khẩu: lan.pt, QOffice', '2026-12-16', '2026-12-17', true],
        ['Hạn đổi mật khẩu: a\\b, eSchool; lớp 1, 2', '2026-12-25', '2026-12-26', true],
      ],
    );
    const [first] = found[0].description.split('\n');
    assert.match(first, /\(DL-2\.3\)$/);
    assert.match(found[0].description, /\(BG24-1\.2\)/);
  });

  test('what is to be logged again and what an entry waits for', () => {
    const found = events(
      calendar((value) => {
        value.packs = ['HP23', 'HP24'];
        value.channels = [];
        value.no_channels = true;
        value.accounts = [];
        value.log = [
          { id: 1, kind: 'awareness', date: '31/08/2026', topic: 'Mật khẩu', people: '30' },
          { id: 2, kind: 'patch', date: '10/11/2026', reference: 'CVE-2026-1', system: 'Máy chủ', due: '30/11/2026' },
          { id: 3, kind: 'threat_hunt', date: '15/10/2026', machine: 'Máy chủ', result: 'nothing' },
        ];
      }),
    );
    assert.deepEqual(
      found.map((event) => [event.summary, event.startDate.toString()]),
      [
        ['Đến hạn: Ngày cập nhật bản vá, CVE-2026-1', '2026-11-30'],
        ['Làm và ghi lần tiếp theo: Săn tìm mã độc, Máy chủ', '2027-01-15'],
        ['Làm và ghi lần tiếp theo: Tuyên truyền, tập huấn', '2027-02-28'],
      ],
    );
    assert.match(found[0].description, /\(HP24-2\)$/);
    assert.equal(new Set(found.map((event) => event.uid)).size, 3);
  });

  test('reminds at eight in the morning a week and a day before, and on the day', () => {
    const [event] = events(calendar(accounts));
    const rings = event.component.getAllSubcomponents('valarm').map((alarm) => {
      assert.equal(alarm.getFirstPropertyValue('action'), 'DISPLAY');
      const time = event.startDate.clone();
      time.isDate = false;
      time.addDuration(/** @type {ICAL.Duration} */ (alarm.getFirstPropertyValue('trigger')));
      return time.toString();
    });
    assert.deepEqual(rings, ['2026-12-09T08:00:00', '2026-12-15T08:00:00', '2026-12-16T08:00:00']);
  });

  test('taken again after a change it replaces its events; another unit has others', () => {
    const uids = (/** @type {string} */ text) => events(text).map((event) => event.uid);
    const before = uids(calendar(accounts));
    assert.equal(new Set(before).size, 2);
    const changed = calendar((value) => {
      accounts(value);
      value.accounts[0].password_changed = '20/11/2026';
      value.accounts.reverse();
    });
    assert.deepEqual(new Set(uids(changed)), new Set(before));
    const other = calendar((value) => {
      accounts(value);
      value.unit.name = 'Trường Mầm non Đại Lộc';
    });
    assert.ok(uids(other).every((uid) => !before.includes(uid)));
  });

  test('lines have at most 75 octets, and what was folded and escaped reads as written', () => {
    const name = 'Cổng thông tin, dịch vụ; «một cửa» \\ 電子 😀 '.repeat(8).trim();
    const text = calendar((value) => {
      accounts(value);
      value.accounts[0].system = name;
    });
    const lines = text.split('\r\n');
    assert.ok(lines.length > 20 && !lines.join('').includes('\n'));
    for (const line of lines) assert.ok(Buffer.byteLength(line) <= 75, line);
    assert.equal(events(text)[0].summary, `Hạn đổi mật khẩu: lan.pt, ${name}`);
  });

  test('has the deadline of a dispatch while it is ahead', () => {
    const on = (/** @type {string} */ day) =>
      events(calendar(() => {}, ['--today', day])).filter((event) =>
        event.summary.startsWith('Ngày cuối thực hiện CV Hải Phòng 11/2023'),
      );
    const [ahead] = on('2023-11-24');
    assert.equal(ahead.startDate.toString(), '2023-11-24');
    assert.match(ahead.description, /Còn \d+ việc cần làm, \d+ mục chưa trả lời/);
    // Nothing lies ahead: a calendar without events is none (RFC 5545, 3.4).
    assert.equal(calendar(() => {}, ['--today', '2023-11-25']), '');
  });
});

suite('calendar of a duty roster', () => {
  test('an event for each shift, at its time in Vietnam', () => {
    const path = declaration('lich-truc.json');
    const { status, stdout, stderr } = sokenh(['calendar', path, '--roster', '1']);
    assert.equal(status, 0, stderr);
    const found = events(stdout);
    assert.equal(found.length, 7);
    const [first] = found;
    assert.equal(first.summary, 'Trực lãnh đạo: Trần Văn Đức');
    assert.equal(first.startDate.toJSDate().toISOString(), '2024-04-29T10:00:00.000Z');
    assert.equal(first.endDate.toJSDate().toISOString(), '2024-04-30T00:00:00.000Z');
    assert.match(first.description, /0905 111 222/);
    assert.equal(new Set(found.map((event) => event.uid)).size, 7);
  });
});
