// @ts-check
// What the command line was asked to do, or a UsageError that says in the user's language what is
// wrong with it.

import { parseArgs } from 'node:util';
import { messages } from './messages.js';

/**
 * @typedef {Object} Arguments
 * @property {'check' | 'verify' | 'sign' | 'keygen' | 'email' | 'form' | 'calendar' | 'check-ip' | 'password' | 'scan-page' | 'hash'} command
 * @property {string[]} files
 * @property {'vi' | 'en'} language
 * @property {boolean} json
 * @property {boolean} help
 * @property {boolean} brief
 * @property {string} today ISO 8601
 * @property {string[]} packs paths
 * @property {string[]} lists paths
 * @property {string} baseline path
 * @property {string} unit path
 * @property {string} document
 * @property {string} log
 * @property {number} entry 0: the latest
 * @property {number} roster 0: what is due
 * @property {string} format
 * @property {string} key
 * @property {string} passphrase_file
 * @property {string} out
 * @property {string} role
 * @property {string} name
 * @property {string} title
 */

export class UsageError extends Error {}

/** @type {Record<string, {files: 'none' | 'at most one' | 'one' | 'many', needs: string[], takes: string[]}>} */
const commands = {
  check: { files: 'many', needs: [], takes: ['today', 'pack'] },
  verify: { files: 'many', needs: [], takes: [] },
  sign: { files: 'one', needs: ['key'], takes: ['passphrase-file', 'out'] },
  keygen: { files: 'none', needs: ['role', 'name', 'out'], takes: ['title', 'passphrase-file'] },
  email: { files: 'one', needs: [], takes: ['pack', 'out'] },
  form: { files: 'one', needs: [], takes: ['document', 'log', 'entry', 'format', 'today', 'pack', 'out'] },
  calendar: { files: 'one', needs: [], takes: ['roster', 'today', 'pack', 'out'] },
  password: { files: 'at most one', needs: [], takes: ['today', 'pack', 'brief'] },
  hash: { files: 'many', needs: [], takes: ['log', 'today'] },
  'check-ip': { files: 'one', needs: ['list'], takes: [] },
  'scan-page': { files: 'one', needs: [], takes: ['baseline', 'unit'] },
};
// The first is what is written unless told.
const documents = [
  'channel-form',
  'removal-request',
  'account-review',
  'self-check',
  'log',
  'incident-report',
  'duty-roster',
];
const formats = ['html', 'docx'];
const of_all_commands = ['json', 'lang', 'help'];

const options = /** @type {const} */ ({
  json: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
  brief: { type: 'boolean' },
  lang: { type: 'string' },
  document: { type: 'string' },
  log: { type: 'string' },
  entry: { type: 'string' },
  roster: { type: 'string' },
  format: { type: 'string' },
  today: { type: 'string' },
  pack: { type: 'string', multiple: true },
  list: { type: 'string', multiple: true },
  baseline: { type: 'string' },
  unit: { type: 'string' },
  key: { type: 'string' },
  'passphrase-file': { type: 'string' },
  out: { type: 'string' },
  role: { type: 'string' },
  name: { type: 'string' },
  title: { type: 'string' },
});

/**
 * @param {string[]} parameters
 * @param {string} today the day that counts unless told
 * @returns {Arguments}
 */
export function read_arguments(parameters, today) {
  // Not strict: its complaints are English. The same is checked here.
  const { tokens } = parseArgs({ args: parameters, options, strict: false, tokens: true });
  /** @type {string[]} */
  const positionals = [];
  /** @type {Map<string, string>} */
  const given = new Map();
  /** @type {string[]} */
  const packs = [];
  /** @type {string[]} */
  const lists = [];
  /** @type {{rawName: string, name: string, value?: string, inlineValue?: boolean}[]} */
  const in_order = [];
  for (const token of tokens) {
    if (token.kind === 'positional') positionals.push(token.value);
    if (token.kind === 'option') in_order.push(token);
  }
  const language = in_order.some(({ name, value }) => name === 'lang' && value === 'en')
    ? 'en'
    : 'vi';
  const words = messages[language];
  /** @param {string} problem @returns {never} */
  const fail = (problem) => {
    throw new UsageError(`${problem}\n${words.see_help}`);
  };

  const [command = '', ...files] = positionals;
  const rules = Object.hasOwn(commands, command) ? commands[command] : undefined;
  for (const { name, rawName, value, inlineValue } of in_order) {
    if (!Object.hasOwn(options, name)) fail(words.unknown_option(rawName));
    const option = options[/** @type {keyof typeof options} */ (name)];
    if (option.type === 'boolean') {
      if (value !== undefined) fail(words.option_takes_no_value(rawName));
      given.set(name, 'yes');
      continue;
    }
    // «--key --out x» has lost a value; a value that begins so is written «--key=--out».
    if (value === undefined || value === '' || (!inlineValue && value.startsWith('-'))) {
      fail(words.option_needs_value(rawName));
    }
    if (name === 'pack') {
      packs.push(value);
    } else if (name === 'list') {
      lists.push(value);
    } else if (given.has(name)) {
      fail(words.option_twice(rawName));
    }
    given.set(name, value.normalize('NFC'));
  }
  const lang = given.get('lang');
  if (lang !== undefined && lang !== 'vi' && lang !== 'en') {
    fail(words.option_choice('--lang', 'vi, en'));
  }
  if (!given.has('help')) {
    if (command === '') fail(words.no_command);
    if (!rules) fail(words.unknown_command(command));
    check_command(command, rules, files, given, fail, words);
  }
  const day = given.get('today') ?? today;
  if (!is_day(day)) fail(words.not_a_day(day));
  return {
    command: /** @type {Arguments['command']} */ (command),
    files,
    language,
    json: given.has('json'),
    help: given.has('help'),
    brief: given.has('brief'),
    today: day,
    packs,
    lists,
    baseline: given.get('baseline') ?? '',
    unit: given.get('unit') ?? '',
    document: given.get('document') ?? documents[0],
    log: given.get('log') ?? '',
    entry: Number(given.get('entry') ?? 0),
    roster: Number(given.get('roster') ?? 0),
    format: given.get('format') ?? formats[0],
    key: given.get('key') ?? '',
    passphrase_file: given.get('passphrase-file') ?? '',
    out: given.get('out') ?? '',
    role: given.get('role') ?? '',
    name: given.get('name') ?? '',
    title: given.get('title') ?? '',
  };
}

/**
 * @param {string} command
 * @param {(typeof commands)[string]} rules
 * @param {string[]} files
 * @param {Map<string, string>} given
 * @param {(problem: string) => never} fail
 * @param {typeof messages.vi} words
 */
function check_command(command, rules, files, given, fail, words) {
  const known = [...of_all_commands, ...rules.needs, ...rules.takes];
  for (const name of given.keys()) {
    if (!known.includes(name)) fail(words.option_of_other_command(`--${name}`, command));
  }
  for (const [name, values] of Object.entries({ document: documents, format: formats })) {
    const value = given.get(name);
    if (value !== undefined && !values.includes(value)) {
      fail(words.option_choice(`--${name}`, values.join(', ')));
    }
  }
  const document = given.get('document');
  if (command !== 'hash' && given.has('log') !== (document === 'log')) {
    fail(document === 'log' ? words.option_missing('--log', command) : words.only_for('--log', 'log'));
  }
  if (given.has('entry') && document !== 'incident-report' && document !== 'duty-roster') {
    fail(words.only_for('--entry', 'incident-report, duty-roster'));
  }
  for (const name of ['entry', 'roster']) {
    if (!/^([1-9]\d{0,4})?$/.test(given.get(name) ?? '')) fail(words.not_a_number(`--${name}`));
  }
  // It is no text.
  if (given.get('format') === 'docx' && !given.has('out')) fail(words.option_missing('--out', command));
  for (const name of rules.needs) {
    if (!given.has(name)) fail(words.option_missing(`--${name}`, command));
  }
  if (rules.files === 'none' && files.length > 0) fail(words.takes_no_file(command, files[0]));
  const wants_file = rules.files === 'one' || rules.files === 'many';
  if (wants_file && files.length === 0) fail(words.no_file(command));
  if (rules.files !== 'many' && files.length > 1) fail(words.one_file_only(command));
  if (files.includes('')) fail(words.no_file(command));
  const role = given.get('role');
  if (role !== undefined && role !== 'preparer' && role !== 'head') {
    fail(words.option_choice('--role', 'preparer, head'));
  }
}

/** @param {string} text */
function is_day(text) {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return false;
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}
