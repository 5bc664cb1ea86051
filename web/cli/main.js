// @ts-check
// The command line: `node cli.mjs check|verify|sign|keygen|email|form|calendar|check-ip|password|scan-page|hash …` on
// the page's own module.
//
// Every file named is accounted for, whatever happened to the others. Exit codes: 0 good, 1 something
// was found, 2 wrong usage, 3 an input could not be read; of several files the worst one's.

import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import start_module from '../../sokenh.js';
import { wasm, wasm_rest, word_list } from '../product.js';
import { Bridge } from '../bridge.js';
import style from '../documents/document.css';
import { document_docx } from '../documents/docx.js';
import { local_iso_time } from '../local_time.js';
import { SplitModule } from '../split_module.js';
import { read_arguments, UsageError } from './arguments.js';
import { document_html } from './document_file.js';
import { FileProblem, output_exists, read_file, read_pieces, read_text, write_file } from './files.js';
import { give_list } from './ip_list.js';
import { messages } from './messages.js';
import { read_passphrase } from './passphrase.js';
import { read_passwords } from './passwords.js';
import { digest_lines, report } from './report.js';

/**
 * @typedef {import('./arguments.js').Arguments} Arguments
 * @typedef {Record<string, any>} Answer what the module answers: wasm/app/command_line.h
 * @typedef {Answer & {file: string, exit: number}} Outcome one file's line of the report
 */

const exits = { good: 0, found: 1, usage: 2, unreadable: 3 };

// The file was read, and adding a signature refused for what stands in it.
const refusals = new Set([
  'signed_file_repeated_role',
  'signed_file_repeated_key',
  'signed_file_not_valid',
]);

const wrong_usage = new Set(['passphrase_missing', 'passphrases_differ', 'passwords_missing']);

const none = new Uint8Array();

class Program {
  /** @param {Arguments} parsed */
  constructor(parsed) {
    this.arguments = parsed;
    this.words = messages[parsed.language];
    /** @type {Bridge | undefined} */
    this.bridge = undefined;
  }

  /**
   * @param {string} path the file the answer is about
   * @param {Record<string, unknown>} details of the request
   * @param {Uint8Array} [file]
   * @param {Uint8Array} [key]
   * @returns {Promise<Outcome>}
   */
  async ask(path, details, file = none, key = none) {
    const { command, language } = this.arguments;
    const request = { command, language, now: local_iso_time(new Date()), ...details };
    try {
      this.bridge ??= await load_module();
      const answer = this.bridge.command(request, file, key);
      return { file: path, exit: exit_of(answer, command), ...answer };
    } catch (error) {
      // Out of memory, most likely. What the module holds now cannot be trusted.
      this.bridge = undefined;
      const detail = error instanceof Error ? error.message : String(error);
      return this.problem(path, new FileProblem('module_failed', detail));
    }
  }

  /** @param {string} path @param {unknown} error @param {string} [input] @returns {Outcome} */
  problem(path, error, input = 'file') {
    if (!(error instanceof FileProblem)) throw error;
    const message = this.words.problem(error);
    const failure = { input, code: error.code, place: '', detail: error.detail, message };
    const exit =
      input === 'output' || wrong_usage.has(error.code) ? exits.usage : exits.unreadable;
    return { file: path, exit, error: failure };
  }

  /** @param {string} path @param {Record<string, unknown>} details @returns {Promise<Outcome>} */
  async ask_about_file(path, details) {
    try {
      return await this.ask(path, details, read_file(path));
    } catch (error) {
      return this.problem(path, error);
    }
  }

  /** @returns {string[] | Outcome} the packs given, or what is wrong with one */
  given_packs() {
    const packs = [];
    for (const path of this.arguments.packs) {
      try {
        packs.push(read_text(path));
      } catch (error) {
        return this.problem(path, error, 'pack');
      }
    }
    return packs;
  }

  /** @returns {Promise<Outcome[]>} */
  async each_file() {
    const outcomes = [];
    const { files, today, roster, packs: paths } = this.arguments;
    const packs = this.given_packs();
    if (!Array.isArray(packs)) return [packs];
    for (const path of files) {
      const outcome = await this.ask_about_file(path, { today, roster, packs });
      // Nothing is said of the files under fewer dispatches than were asked for.
      if (outcome.error?.input === 'pack') return [{ ...outcome, file: paths[outcome.error.pack] }];
      outcomes.push(outcome);
    }
    return outcomes;
  }

  /** @returns {Promise<Outcome>} */
  async sign() {
    const { files, key } = this.arguments;
    const [path] = files;
    /** @type {Uint8Array} */
    let file = none;
    /** @type {Uint8Array} */
    let key_file = none;
    try {
      file = read_file(path);
    } catch (error) {
      return this.problem(path, error);
    }
    try {
      key_file = read_file(key);
    } catch (error) {
      return this.problem(key, error, 'key');
    }
    return this.with_passphrase(path, false, (passphrase) =>
      this.ask(path, { passphrase }, file, key_file),
    );
  }

  /** @returns {Promise<Outcome>} */
  async keygen() {
    const { role, name, title, out } = this.arguments;
    // A key that is overwritten is lost; said before a passphrase is thought up.
    if (output_exists(out)) return this.problem(out, new FileProblem('output_exists'), 'output');
    return this.with_passphrase(out, true, (passphrase) =>
      this.ask(out, { role, name, title, passphrase }),
    );
  }

  /**
   * @param {string} path
   * @param {boolean} is_new
   * @param {(passphrase: string) => Promise<Outcome>} work
   */
  async with_passphrase(path, is_new, work) {
    let passphrase = '';
    try {
      passphrase = await read_passphrase(this.arguments.passphrase_file, is_new, this.words);
    } catch (error) {
      return this.problem(path, error, 'passphrase');
    }
    return work(passphrase);
  }

  /** Lines of standard input, against the unit and the dispatches of a declaration. @returns {Promise<Outcome>} */
  async passwords() {
    const { files, today, brief, packs: paths } = this.arguments;
    const path = files[0] ?? '';
    const packs = this.given_packs();
    if (!Array.isArray(packs)) return packs;
    /** @type {Uint8Array} */
    let file = none;
    /** @type {Uint8Array} */
    let passwords = none;
    try {
      if (path !== '') file = read_file(path);
    } catch (error) {
      return this.problem(path, error);
    }
    try {
      passwords = await read_passwords(this.words);
    } catch (error) {
      return this.problem(this.words.standard_input, error);
    }
    const dictionary = await this.ask(path, { command: 'words' }, await part(word_list));
    if (dictionary.error) return dictionary;
    const outcome = await this.ask(path, { today, brief, packs }, file, passwords);
    passwords.fill(0);
    return outcome.error?.input === 'pack' ? { ...outcome, file: paths[outcome.error.pack] } : outcome;
  }

  /** @returns {Promise<Outcome>} */
  async written_document() {
    const { files, format, today, document, log, entry } = this.arguments;
    const outcome = await this.ask_about_file(files[0], {
      today,
      document,
      ...(log ? { log } : {}),
      entry,
    });
    if (!outcome.document) return outcome;
    const { document: model, ...rest } = outcome;
    const output = format === 'docx' ? await document_docx(model) : document_html(model, style);
    return { ...rest, output };
  }

  /** @returns {Promise<Outcome>} */
  async check_ip() {
    const { files, lists } = this.arguments;
    const [path] = files;
    /** @type {Uint8Array} */
    let file = none;
    try {
      file = read_file(path);
    } catch (error) {
      return this.problem(path, error);
    }
    /** @type {Awaited<ReturnType<typeof give_list>>[]} */
    const given = [];
    this.bridge ??= await load_module();
    for (const list of lists) {
      try {
        given.push(await give_list(list, this.bridge));
      } catch (error) {
        return this.problem(list, error, 'list');
      }
    }
    const outcome = await this.ask(path, {}, file);
    if (outcome.error?.input === 'list') return { ...outcome, file: lists[outcome.error.list] };
    if (!outcome.lists) return outcome;
    const described = outcome.lists.map((/** @type {object} */ list, /** @type {number} */ i) => ({
      ...given[i],
      ...list,
    }));
    return { ...outcome, lists: described };
  }

  /** @returns {Promise<Outcome>} */
  async scan_page() {
    const { files, baseline, unit } = this.arguments;
    const [path] = files;
    /** @type {{path: string, input: string}[]} */
    const inputs = [{ path, input: 'file' }];
    if (baseline) inputs.push({ path: baseline, input: 'baseline' });
    /** @type {Uint8Array[]} */
    const read = [];
    for (const each of inputs) {
      try {
        read.push(read_file(each.path));
      } catch (error) {
        return this.problem(each.path, error, each.input);
      }
    }
    let declaration = '';
    try {
      if (unit) declaration = read_text(unit);
    } catch (error) {
      return this.problem(unit, error, 'unit');
    }
    const outcome = await this.ask(path, { unit: declaration }, ...read);
    if (outcome.error?.input === 'baseline') return { ...outcome, file: baseline };
    return outcome.error?.input === 'unit' ? { ...outcome, file: unit } : outcome;
  }

  /** @returns {Promise<Outcome[]>} */
  async hashes() {
    const { files, log } = this.arguments;
    /** @type {Uint8Array} */
    let declaration = none;
    try {
      if (log !== '') declaration = read_file(log);
    } catch (error) {
      return [this.problem(log, error, 'log')];
    }
    return each_in_turn(files, (path) => this.hash(path, declaration));
  }

  /** @param {string} path @param {Uint8Array} declaration @returns {Promise<Outcome>} */
  async hash(path, declaration) {
    const bridge = (this.bridge ??= await load_module());
    try {
      bridge.hash(true, none);
      read_pieces(path, (piece) => bridge.hash(false, piece));
    } catch (error) {
      return this.problem(path, error);
    }
    const { today, log } = this.arguments;
    const outcome = await this.ask(path, { name: basename(path).normalize('NFC'), today }, declaration);
    return outcome.error?.input === 'log' ? { ...outcome, file: log } : outcome;
  }

  /** Puts what was made where it belongs. @param {Outcome} outcome @returns {Outcome} */
  deliver(outcome) {
    const { out, json, command } = this.arguments;
    if (outcome.output === undefined) return outcome;
    if (!out) {
      if (json) return outcome;
      process.stdout.write(outcome.output);
      return { ...outcome, output: undefined };
    }
    try {
      write_file(out, outcome.output, command === 'keygen');
    } catch (error) {
      return this.problem(out, error, 'output');
    }
    return { ...outcome, output: undefined, out };
  }

  /** @returns {Promise<Outcome[]>} */
  async outcomes() {
    switch (this.arguments.command) {
      case 'sign':
        return [this.deliver(await this.sign())];
      case 'keygen':
        return [this.deliver(await this.keygen())];
      case 'check-ip':
        return [await this.check_ip()];
      case 'scan-page':
        return [await this.scan_page()];
      case 'form':
        return [this.deliver(await this.written_document())];
      case 'password':
        return [await this.passwords()];
      case 'hash':
        return this.hashes();
      case 'email':
      case 'calendar':
        return (await this.each_file()).map((outcome) => this.deliver(outcome));
      default:
        return this.each_file();
    }
  }

  async run() {
    const { command, json, out } = this.arguments;
    const outcomes = await this.outcomes();
    if (json) {
      process.stdout.write(`${json_text(outcomes)}\n`);
    } else if (command === 'hash' && this.arguments.log === '') {
      // What is written there is read by `sha256sum --check`.
      process.stdout.write(digest_lines(outcomes, process.stdout.isTTY === true));
      const failed = outcomes.filter(({ error }) => error);
      if (failed.length > 0) process.stderr.write(report(command, failed, this.words, process.stderr.columns || 100));
    } else {
      const to_stdout =
        ['check', 'verify', 'check-ip', 'password', 'scan-page', 'hash'].includes(command) || out !== '';
      const stream = to_stdout ? process.stdout : process.stderr;
      // No terminal, or one that does not know its width.
      const width = stream.columns || 100;
      stream.write(report(command, outcomes, this.words, width));
    }
    // Unreadable (3) outweighs found (1); wrong usage (2) concerns commands of one file.
    return Math.max(...outcomes.map((outcome) => outcome.exit));
  }
}

/**
 * @template T, R
 * @param {T[]} items @param {(item: T) => Promise<R>} act
 */
async function each_in_turn(items, act) {
  /** @type {R[]} */
  const results = [];
  for (const item of items) results.push(await act(item));
  return results;
}

/** Of the site; bundled, this is dist/cli.mjs. @param {{name: string}} described */
const part = async ({ name }) => new Uint8Array(await readFile(new URL(name, import.meta.url)));

async function load_module() {
  const [first, rest] = await Promise.all([wasm, wasm_rest].map(part));
  return new Bridge(await new SplitModule(() => rest).start(start_module, WebAssembly.compile(first)));
}

/** @param {Answer} answer @param {string} command */
function exit_of(answer, command) {
  if (answer.error?.input === 'request') return exits.usage;
  if (answer.error) {
    const refused = command === 'sign' && refusals.has(answer.error.code);
    return refused ? exits.found : exits.unreadable;
  }
  return answer.ok ? exits.good : exits.found;
}

/** @param {Outcome[]} outcomes */
function json_text(outcomes) {
  // Some terminals obey these too, and JSON.stringify leaves them.
  return JSON.stringify(outcomes, null, 2).replace(
    /[\u007f-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** @param {string[]} parameters what follows the program's name */
export async function main(parameters) {
  // `… | head` closes early; that is no failure.
  process.stdout.on('error', (error) => {
    if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'EPIPE') throw error;
  });
  try {
    const parsed = read_arguments(parameters, local_iso_time(new Date()).slice(0, 10));
    if (parsed.help) {
      process.stdout.write(messages[parsed.language].help);
      return;
    }
    process.exitCode = await new Program(parsed).run();
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exitCode = exits.usage;
  }
}
