// @ts-check
// The report as plain text: aligned columns, wrapped at the terminal's width.

/**
 * @typedef {import('./main.js').Outcome} Outcome
 * @typedef {typeof import('./messages.js').messages.vi} Words
 */

/**
 * Text that comes from files and their names must not drive the terminal: no escape sequences, no
 * reversed order.
 * @param {unknown} text
 */
export function plain(text) {
  return String(text)
    .replace(/[\t\r\n\u2028\u2029]+/g, ' ')
    .replace(/[\u0000-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '\ufffd');
}

/** @param {string} text */
const width_of = (text) => [...text].length;

/** @param {string} text @param {number} width */
const padded = (text, width) => text + ' '.repeat(Math.max(0, width - width_of(text)));

/** @param {string} text @param {number} width @returns {string[]} */
function wrap(text, width) {
  /** @type {string[]} */
  const lines = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && width_of(line) + 1 + width_of(word) > width) {
      lines.push(line);
      line = word;
    } else {
      line = line === '' ? word : `${line} ${word}`;
    }
  }
  return [...lines, line];
}

/**
 * Rows of cells, each column as wide as its widest cell; the last column is wrapped, and its text
 * may have several paragraphs.
 * @param {{cells: string[], paragraphs: string[]}[]} rows
 * @param {number} width
 */
function table(rows, width) {
  const columns = rows[0]?.cells.length ?? 0;
  const widths = Array.from({ length: columns }, (_, column) =>
    Math.max(...rows.map(({ cells }) => width_of(cells[column]))),
  );
  const indent = 2 + widths.reduce((sum, each) => sum + each + 2, 0);
  const room = Math.max(width - indent, 32);
  return rows
    .map(({ cells, paragraphs }) => {
      const start = `  ${cells.map((cell, column) => `${padded(cell, widths[column])}  `).join('')}`;
      const lines = paragraphs.filter((text) => text !== '').flatMap((text) => wrap(text, room));
      return lines
        .map((line, i) => `${i === 0 ? start : ' '.repeat(indent)}${line}`.trimEnd())
        .join('\n');
    })
    .join('\n');
}

/** "24/11/2023 14:26" from RFC 3339. @param {string} time */
function shown_time(time) {
  const [, year, month, day, clock] = /^(\d+)-(\d+)-(\d+)T(\d+:\d+)/.exec(time) ?? [];
  return clock ? `${day}/${month}/${year} ${clock}` : time;
}

/** "24/11/2023" from "2023-11-24", "11/2023" from "2023-11". @param {string} day */
const shown_day = (day) => day.split('-').reverse().join('/');

/** What each dispatch asks, and how it stands. @param {Outcome} outcome @param {Words} words @param {number} width */
function required(outcome, words, width) {
  const lines = [];
  for (const pack of outcome.packs) {
    const about = [
      pack.issued && words.issued(shown_day(pack.issued)),
      pack.in_force ? '' : words.not_in_force,
      pack.last_day && words.last_day(shown_day(pack.last_day)),
    ];
    lines.push('', plain([pack.name, ...about].filter(Boolean).join(' · ')));
    lines.push(`  ${words.progress(pack.met, pack.to_do, pack.unanswered, pack.not_applicable)}`);
    const rows = outcome.requirements
      .filter((/** @type {any} */ each) => each.pack === pack.id)
      .map((/** @type {any} */ each) => ({
        cells: [plain(each.requirement), plain(each.label)],
        paragraphs: [
          plain(each.text),
          each.due ? words.due(shown_day(each.due), each.overdue) : '',
        ],
      }));
    lines.push(table(rows, width));
  }
  for (const id of outcome.unknown_packs) lines.push('', `  ${plain(words.unknown_pack(id))}`);
  return lines;
}

/** Where it is to be corrected. @param {any} finding @param {Words} words */
function place_of(finding, words) {
  if (finding.log) return words.log(plain(finding.log_label), finding.log_entry);
  if (finding.machine) return words.machine(finding.machine);
  return finding.account ? words.account(finding.account) : words.row(finding.row);
}

/** @param {Outcome} outcome @param {Words} words @param {number} width */
function checked(outcome, words, width) {
  const heading = `${plain(outcome.file)}: ${plain(words.unit_channels(outcome.unit, outcome.channels))}`;
  /** @type {any[]} */
  const findings = outcome.findings;
  const requirements = required(outcome, words, width);
  if (findings.length === 0) return [heading, `  ${words.nothing_found}`, ...requirements];
  const rows = findings.map((finding) => ({
    cells: [
      words.severities[finding.severity],
      place_of(finding, words),
      plain(finding.label ?? ''),
    ],
    paragraphs: [
      plain(finding.message),
      finding.advice ? `→ ${plain(finding.advice)}` : '',
      plain(finding.reference),
    ],
  }));
  const count = (/** @type {string} */ severity) =>
    findings.filter((finding) => finding.severity === severity).length;
  return [
    heading,
    table(rows, width),
    `  ${words.counts(count('error'), count('warning'), count('advice'))}`,
    ...requirements,
  ];
}

/** @param {Outcome} outcome @param {string} verdict @param {Words} words @param {number} width */
function verified(outcome, verdict, words, width) {
  const rows = outcome.signatures.map((/** @type {any} */ signature) => {
    const by = [signature.name, signature.title, signature.time && shown_time(signature.time)];
    return {
      cells: [plain(signature.label)],
      paragraphs: [
        `${signature.state === 'valid' ? '✓' : '✗'} ${plain(signature.message)}`,
        plain(by.filter(Boolean).join(', ')),
        signature.fingerprint ? `${words.key} ${signature.fingerprint}` : '',
      ],
    };
  });
  rows.unshift(
    { cells: [words.unit], paragraphs: [plain(words.unit_channels(outcome.unit, outcome.channels))] },
    { cells: ['SHA-256'], paragraphs: [outcome.sha256] },
  );
  return [`${plain(outcome.file)}: ${verdict}`, table(rows, width)];
}

/** What it says of a rule that is not kept. @param {any} rule @param {Words} words */
const broken_rule = ({ text, reference }, words) =>
  `✗ ${reference ? words.password_broken : words.password_advised}: ${plain(text)}${reference ? ` (${plain(reference)})` : ''}`;

/** @param {Outcome} outcome @param {Words} words @param {number} width */
function passwords_checked(outcome, words, width) {
  /** @type {any[]} */
  const list = outcome.passwords;
  const rows = list.map((each) => ({
    cells: [words.password_line(each.line)],
    paragraphs: [
      `${each.ok ? '✓' : '✗'} ${plain(
        each.parts
          ? words.password_strength(each.label, each.guesses, each.characters)
          : words.password_score(each.score),
      )}`,
      ...(each.parts ?? [])
        .filter((/** @type {any} */ part) => part.kind !== 'other')
        .map((/** @type {any} */ part) => plain(words.password_part(part.from, part.to, part.text))),
      ...(each.rules ?? [])
        .filter((/** @type {any} */ rule) => !rule.passed)
        .map((/** @type {any} */ rule) => broken_rule(rule, words)),
    ],
  }));
  const lines = [table(rows, width)];
  for (const { text, reference } of outcome.reused) {
    lines.push(`  ${plain(text)}${reference ? ` (${plain(reference)})` : ''}`);
  }
  for (const { text } of outcome.nist ?? []) lines.push(...wrap(plain(text), width - 2).map((line) => `  ${line}`));
  const good = list.filter(({ ok }) => ok).length;
  return [...lines, `  ${words.password_lines(list.length, good)}`];
}

/** @param {any} each a machine's address @param {Words} words */
const machine_of = (each, words) =>
  plain([words.machine(each.machine), each.name, each.owner, each.place].filter(Boolean).join(', '));

/** @param {Outcome} outcome @param {Words} words @param {number} width */
function checked_ip(outcome, words, width) {
  const lines = [
    `${plain(outcome.file)}: ${plain(words.unit_machines(outcome.unit, outcome.machines, outcome.ranges))}`,
  ];
  for (const list of outcome.lists) {
    lines.push(`${plain(list.file)}: ${words.list_read(list.entries, list.lines)}`, `  SHA-256 ${list.sha256}`);
    if (list.unreadable === 0) continue;
    lines.push(`  ${words.list_unreadable(list.unreadable)}`);
    lines.push(
      table(
        list.first_unreadable.map((/** @type {any} */ each) => ({
          cells: [words.line(each.line), plain(each.text)],
          paragraphs: [plain(each.message)],
        })),
        width,
      ),
    );
  }
  if (outcome.unreadable.length > 0) {
    lines.push(words.own_unreadable(outcome.unreadable.length));
    lines.push(
      table(
        outcome.unreadable.map((/** @type {any} */ each) => ({
          cells: [machine_of(each, words), plain(each.own)],
          paragraphs: [plain(each.message)],
        })),
        width,
      ),
    );
  }
  if (outcome.total === 0) return [...lines, words.no_match];
  lines.push(words.matches(outcome.total));
  lines.push(
    table(
      outcome.matches.map((/** @type {any} */ each) => ({
        cells: [machine_of(each, words), plain(each.own)],
        paragraphs: [plain(words.listed(each.listed, outcome.lists[each.list].file, each.line))],
      })),
      width,
    ),
  );
  if (outcome.matches.length < outcome.total) {
    lines.push(`  ${words.more_matches(outcome.total - outcome.matches.length)}`);
  }
  lines.push(...wrap(`→ ${plain(outcome.advice)}`, Math.max(width, 32)));
  return lines;
}

/** Rows of changes. @param {any[]} changes @param {number} width */
const changes_of = (changes, width) =>
  table(
    changes.map((each) => ({
      cells: [plain(each.label), plain(each.place)],
      paragraphs: [plain(each.message)],
    })),
    width,
  );

/** @param {Outcome} outcome @param {Words} words @param {number} width */
function page_scanned(outcome, words, width) {
  const about = [outcome.title, outcome.address, outcome.container, outcome.encoding];
  const lines = [
    `${plain(outcome.file)}: ${plain(about.filter(Boolean).join(' · '))}`,
    `  SHA-256 ${outcome.sha256}`,
    words.page_items(outcome.found),
    table(
      outcome.items.map((/** @type {any} */ each) => ({
        cells: [`${each.state === 'found' ? '✓' : '✗'} ${plain(each.label)}`, plain(each.place)],
        paragraphs: [
          plain(each.state === 'found' ? each.text : each.state_label),
          each.advice ? `→ ${plain(each.advice)}` : '',
        ],
      })),
      width,
    ),
    words.page_hints(outcome.hints_total),
  ];
  if (outcome.hints.length > 0) {
    lines.push(
      table(
        outcome.hints.map((/** @type {any} */ each) => ({
          cells: [plain(each.label), plain(each.place)],
          paragraphs: [plain(each.text)],
        })),
        width,
      ),
    );
  }
  if (outcome.changes === undefined) {
    lines.push(words.page_suspicious(outcome.suspicious.length));
    if (outcome.suspicious.length > 0) lines.push(changes_of(outcome.suspicious, width));
    return lines;
  }
  lines.push(words.page_changes(outcome.changes_suspicious, outcome.changes_total));
  if (outcome.other_container) lines.push(...wrap(`  ${words.page_other_container}`, Math.max(width, 32)));
  if (outcome.changes.length > 0) lines.push(changes_of(outcome.changes, width));
  if (outcome.changes.length < outcome.changes_total) {
    lines.push(`  ${words.more_matches(outcome.changes_total - outcome.changes.length)}`);
  }
  return lines;
}

/** Which backup a file is. @param {Outcome} outcome @param {Words} words @param {number} width */
function looked_up(outcome, words, width) {
  const said = [...outcome.backups, ...(outcome.backups.length > 0 ? [] : outcome.same_name)];
  const paragraphs = said.map((/** @type {any} */ { message }) => plain(message));
  if (outcome.backups.length === 0) paragraphs.unshift(words.not_in_book);
  if (!outcome.whole) paragraphs.push(words.book_not_whole);
  return [`${plain(outcome.file)}:`, table([{ cells: ['SHA-256'], paragraphs: [outcome.sha256, ...paragraphs] }], width)];
}

/** @param {Outcome} outcome @param {Words} words @param {number} width */
function failed(outcome, words, width) {
  const text = (words.error_of[outcome.error.input] ?? '') + outcome.error.message;
  return [
    `${plain(outcome.file)}: ${words.failed}`,
    table([{ cells: [], paragraphs: [plain(text)] }], width),
  ];
}

/** @param {string} command @param {Outcome} outcome @param {Words} words @param {number} width */
function lines_of(command, outcome, words, width) {
  if (outcome.error) return failed(outcome, words, width);
  if (command === 'check') return checked(outcome, words, width);
  if (command === 'password') return passwords_checked(outcome, words, width);
  if (command === 'scan-page') return page_scanned(outcome, words, width);
  if (command === 'check-ip') return checked_ip(outcome, words, width);
  if (command === 'hash') return looked_up(outcome, words, width);
  if (command === 'verify') {
    return verified(outcome, outcome.ok ? words.valid : words.not_valid, words, width);
  }
  if (!outcome.ok) return verified(outcome, words.not_signed_by_all, words, width);
  const lines = [];
  const name = plain(outcome.file);
  if (command === 'sign') {
    const { signer, signatures, complete } = outcome;
    const missing = signatures.filter((/** @type {any} */ each) => each.state !== 'valid');
    const roles = missing.map((/** @type {any} */ each) => each.label).join(', ');
    lines.push(
      `${name}: ${plain(words.signed(signer.label, signer.name))}`,
      `  ${words.key} ${signer.fingerprint}`,
      `  ${complete ? words.signatures_complete : words.signatures_missing(roles)}`,
    );
  } else if (command === 'keygen') {
    lines.push(
      `${name}: ${words.key_made}`,
      `  ${words.key} ${outcome.fingerprint}`,
      `  ${words.key_keep}`,
    );
  } else {
    lines.push(`${name}: ${words.made}`);
  }
  if (outcome.out && command !== 'keygen') lines.push(`  ${plain(words.written(outcome.out))}`);
  return lines;
}

/**
 * As sha256sum writes it: a name with a line break in it is escaped, and its line says so at the beginning.
 * @param {Outcome[]} outcomes
 * @param {boolean} on_terminal which a name must not drive
 */
export function digest_lines(outcomes, on_terminal) {
  return outcomes
    .filter(({ error }) => !error)
    .map(({ file, sha256 }) => {
      const name = file.replace(/[\\\n\r]/g, (one) => ({ '\\': '\\\\', '\n': '\\n', '\r': '\\r' })[one] ?? one);
      return `${name === file ? '' : '\\'}${sha256}  ${on_terminal ? plain(name) : name}\n`;
    })
    .join('');
}

/**
 * @param {string} command
 * @param {Outcome[]} outcomes
 * @param {Words} words
 * @param {number} width of the terminal
 */
export function report(command, outcomes, words, width) {
  const blocks = outcomes.map((outcome) => lines_of(command, outcome, words, width).join('\n'));
  if (outcomes.length > 1) {
    const of = (/** @type {number} */ exit) =>
      outcomes.filter((outcome) => outcome.exit === exit).length;
    blocks.push(words.summary(outcomes.length, of(0), of(1), of(3)));
  }
  return `${blocks.join('\n\n')}\n`;
}
