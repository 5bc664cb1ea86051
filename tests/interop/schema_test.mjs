// @ts-check
// The JSON Schemas of dist/schema, applied by ajv: what the product reads and writes keeps them, and
// what is broken is refused by the schema and by the product's own reader alike.

import assert from 'node:assert/strict';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, suite, test } from 'node:test';
import Ajv from 'ajv/dist/2020.js';
import { declaration, root, signed_by_both, sokenh_json, work_folder } from './sokenh.mjs';

/** @param {string} path @returns {any} */
const read_json = (path) => JSON.parse(readFileSync(path, 'utf8'));

const ajv = new Ajv.default({ strict: true, strictRequired: false, strictTypes: false });
/** @param {string} name */
const compiled = (name) => ajv.compile(read_json(join(root, 'dist', 'schema', `${name}.schema.json`)));
const schemas = {
  declaration: compiled('declaration'),
  pack: compiled('pack'),
  signed_file: compiled('signed-file'),
};
const samples = ['dai-loc.json', 'dai-loc-khong-loi.json', 'dai-loc-khong-co-kenh.json', 'nam-cong-van.json', 'so-theo-doi.json', 'may-tinh.json', 'sao-luu.json', 'lich-truc.json'];
const packs = join(root, 'core', 'policy', 'packs');
const folder = work_folder({ after });

/** @param {import('ajv').ValidateFunction} schema @param {unknown} value */
function assert_valid(schema, value) {
  assert.ok(schema(value), JSON.stringify(schema.errors));
}

/** Whether the product reads it. @param {unknown} value */
function product_reads(value) {
  const path = join(folder, 'thử.json');
  writeFileSync(path, JSON.stringify(value));
  return sokenh_json(['check', path]).results[0].error === undefined;
}

suite('What is good is good for both', () => {
  for (const name of samples) {
    test(name, () => {
      const value = read_json(declaration(name));
      assert_valid(schemas.declaration, value);
      assert.ok(product_reads(value));
    });
  }
  for (const name of readdirSync(packs)) {
    test(name, () => assert_valid(schemas.pack, read_json(join(packs, name))));
  }
  test('a signed file and its payload', () => {
    const { text } = signed_by_both(folder, declaration('nam-cong-van.json'));
    const file = JSON.parse(text);
    assert_valid(schemas.signed_file, file);
    assert_valid(schemas.declaration, JSON.parse(Buffer.from(file.payload, 'base64url').toString()));
    delete file.signatures[0].protected;
    assert.ok(!schemas.signed_file(file));
    assert.ok(!schemas.signed_file({ ...file, signatures: [] }));
  });
});

suite('A broken declaration is refused by both', () => {
  /** @type {[string, (value: any) => void][]} */
  const cases = [
    ['another format', (value) => (value.format = 'sokenh.pack')],
    ['a later version', (value) => (value.version = 2)],
    ['an unknown member', (value) => (value.extra = 1)],
    ['no unit', (value) => delete value.unit],
    ['an unknown kind of unit', (value) => (value.unit.kind = 'bank')],
    ['a pack twice', (value) => (value.packs = ['DL', 'DL'])],
    ['a pack without id', (value) => (value.packs = [''])],
    ['an id of nothing', (value) => (value.channels[0].id = 0)],
    ['an id that is no integer', (value) => (value.channels[0].id = 1.5)],
    ['a column missing', (value) => delete value.channels[0].contact],
    ['a column as a number', (value) => (value.channels[0].created = 2019)],
    ['an answer that is none', (value) => (value.channels[0].security.two_step = 'maybe')],
    ['a text too long', (value) => (value.channels[0].name = 'a'.repeat(4001))],
    ['a control character', (value) => (value.unit.name = 'a\u0007')],
    ['a direction mark', (value) => (value.unit.name = 'a\u202e')],
    ['no channels, with channels', (value) => (value.no_channels = true)],
    ['a state change without reason', (value) => delete value.channels[0].state_changes[0].reason],
    ['a question with a space', (value) => (value.answers[0].question = 'a b')],
    ['an answer as a word', (value) => (value.answers[0].answer = 'có')],
    ['an account without id', (value) => delete value.accounts[0].id],
    ['an account with its password', (value) => (value.accounts[0].password = 'x')],
    ['no accounts, with accounts', (value) => (value.no_accounts = true)],
    ['a review of half an account', (value) => (value.account_reviews[0].reviewed = 0.5)],
    ['a review without reviewer', (value) => delete value.account_reviews[0].reviewer],
    ['a machine without id', (value) => delete value.machines[0].id],
    ['an unknown member of a machine', (value) => (value.machines[0].mac = 'x')],
    ['a kind of machine that is none', (value) => (value.machines[0].kind = 'tablet')],
    ['no machines, with machines', (value) => (value.no_machines = true)],
    ['a roster without id', (value) => delete value.rosters[0].id],
    ['a shift without its post', (value) => delete value.rosters[0].shifts[0].post],
    ['an unknown member of a person on duty', (value) => (value.rosters[0].people[0].mail = '')],
    ['too many posts', (value) => (value.rosters[0].posts = Array.from({ length: 21 }, (_, i) => ({ id: i + 100 })))],
    ['an unknown kind of log', (value) => (value.log[0].kind = 'magic')],
    ['a log entry without id', (value) => delete value.log[0].id],
    ['a field of another log', (value) => (value.log[0].people = '3')],
    ['a choice of a log that is none', (value) => (value.log[0].level = 'cao')],
    ['an empty field of a log', (value) => (value.log[0].note = '')],
    ['what was read from nothing', (value) => (value.log[0].handled_value = '2023-11-20')],
    ['a number of a log as text', (value) => (value.log[8].people_value = '32')],
    ['nothing to log of an unknown kind', (value) => (value.nothing_logged = ['magic'])],
    ['nothing to log of what must be', (value) => (value.nothing_logged = ['plan'])],
    ['nothing to log, twice', (value) => (value.nothing_logged = ['warning', 'warning'])],
  ];
  for (const [what, change] of cases) {
    test(what, () => {
      const value = { ...read_json(declaration('so-theo-doi.json')), rosters: read_json(declaration('lich-truc.json')).rosters };
      change(value);
      assert.ok(!schemas.declaration(value));
      assert.ok(!product_reads(value));
    });
  }
});

suite('A broken pack is refused by the schema, as by parse_pack (tests/policy/pack_test.cpp)', () => {
  /** @type {[string, (value: any) => void][]} */
  const cases = [
    ['an id with a slash', (value) => (value.id = '../DL')],
    ['one language', (value) => delete value.title.en],
    ['a date in Vietnamese order', (value) => (value.issued = '11/2023')],
    ['seven columns', (value) => value.form.columns.pop()],
    ['a recipient that is no address', (value) => (value.recipient.email = 'van phong')],
    ['an unknown check', (value) => (value.requirements[0].check = 'channel.magic')],
    ['an attribute missing', (value) => delete value.requirements[2].attribute],
    ['an attribute nobody asks for', (value) => (value.requirements[0].attribute = 'two_step')],
    ['an attribute of the wrong kind', (value) => (value.requirements[2].attribute = 'password_changed')],
    ['an interval without a requirement', (value) => delete value.password.change],
    ['a requirement without an interval', (value) => delete value.password.change_months],
    ['strength without a requirement', (value) => delete value.password.strength],
    ['an age without an interval', (value) => (value.password = {})],
    ['a report without a deadline', (value) => delete value.deadline],
    ['a check of the office’s own work', (value) => (value.requirements[0].kind = 'receiving')],
    ['questions that nothing decides', (value) => delete value.requirements[10].check],
    ['systems for a check of channels', (value) => (value.requirements[2].systems = ['eschool'])],
    ['a log without rules', (value) => delete value.requirements[8].log],
    ['rules for a check of no log', (value) => (value.requirements[0].log = value.requirements[8].log)],
    ['an unknown rule', (value) => (value.requirements[8].log[0].rule = 'magic')],
    ['an unknown log', (value) => (value.requirements[8].log[0].log = 'magic')],
    ['days and months', (value) => (value.requirements[8].log[0].days = 3)],
    ['a choice without keys', (value) => (value.requirements[8].log[1].is = [])],
    ['a rule’s field that it does not take', (value) => (value.requirements[8].log[0].field = 'date')],
    ['machines of a log that has none', (value) => (value.requirements[8].log[0].also = ['magic'])],
    ['a guide without text', (value) => (value.guides = [{ title: value.title }])],
  ];
  for (const [what, change] of cases) {
    test(what, () => {
      const value = read_json(join(packs, 'hp23.json'));
      change(value);
      assert.ok(!schemas.pack(value));
    });
  }
});
