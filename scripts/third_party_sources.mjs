// @ts-check
// The third-party sources of cmake/sources.lock.json, unpacked into .deps/. They come from Debian's
// source packages through the mirror and keyring this machine is set up with; its package lists are
// not touched. What counts is the SHA-256: a source package is found by it, whatever its revision.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { capture, Failure, is_installed, root, run } from './commands.mjs';

const deps = join(root, '.deps');

/** @typedef {{name: string, version: string, suites: string[], file: string, sha256: string, folder: string}} Source */

/** @param {string} path */
const read_lock = (path) => /** @type {Source[]} */ (JSON.parse(readFileSync(path, 'utf8')).sources);

export function ensure_third_party_sources() {
  const sources = read_lock(join(root, 'cmake', 'sources.lock.json'));
  const missing = sources.filter((source) => {
    const stamp = stamp_of(source);
    return !existsSync(stamp) || readFileSync(stamp, 'utf8') !== source.sha256;
  });
  if (missing.length === 0) return;

  const apt = prepare_apt([...new Set(missing.flatMap((source) => source.suites))]);
  for (const source of missing) {
    console.log(`Fetching the sources of ${source.name} ${source.version}`);
    unpack(source, fetch_archive(source, apt));
  }
}

/** @param {Source} source */
const stamp_of = (source) => join(deps, `${source.folder}.sha256`);

/**
 * @param {Source} source
 * @param {string} why
 */
function unavailable(source, why) {
  return new Failure(
    `The sources of ${source.name} ${source.version} (${source.file}) could not be had: ${why}\n` +
      `Needed to compile the page's module. To use your own copy: unpack it as .deps/${source.folder},\n` +
      `write its checksum, ${source.sha256}, into .deps/${source.folder}.sha256 (no line end),\n` +
      `or configure by hand with -DIMGUI_DIR= / -DSODIUM_DIR=.`,
  );
}

/**
 * An apt that sees only source packages of the given suites and keeps its state in .deps/apt.
 * @param {string[]} suites
 * @returns {string[]} its options
 */
function prepare_apt(suites) {
  if (!is_installed('apt-get')) {
    throw new Failure('The third-party sources are fetched with apt-get, and there is none here.');
  }
  const state = join(deps, 'apt');
  mkdirSync(join(state, 'lists', 'partial'), { recursive: true });
  mkdirSync(join(state, 'cache', 'archives', 'partial'), { recursive: true });
  const list = join(state, 'sources.list');
  const archive = mirror();
  writeFileSync(
    list,
    suites.map((suite) => `deb-src [signed-by=${keyring}] ${archive} ${suite} main\n`).join(''),
  );
  const options = [
    `--option=Dir::Etc::sourcelist=${list}`,
    '--option=Dir::Etc::sourceparts=-',
    `--option=Dir::State::lists=${join(state, 'lists')}`,
    `--option=Dir::Cache=${join(state, 'cache')}`,
    '--option=APT::Sandbox::User=root',
  ];
  run('apt-get', ['--quiet', ...options, 'update'], { quiet: true });
  return options;
}

const keyring = '/usr/share/keyrings/debian-archive-keyring.gpg';

/** The archive this machine takes Debian's own packages from. */
function mirror() {
  const known = mirror_in([]);
  if (known) return known;
  // A machine whose package lists were emptied (as images do): read them into .deps/apt instead.
  const lists = join(deps, 'apt', 'machine');
  mkdirSync(join(lists, 'partial'), { recursive: true });
  const options = [
    `--option=Dir::State::lists=${lists}`,
    `--option=Dir::Cache=${join(deps, 'apt', 'cache')}`,
    '--option=APT::Sandbox::User=root',
  ];
  run('apt-get', ['--quiet', ...options, 'update'], { quiet: true });
  const found = mirror_in(options);
  if (!found) {
    throw new Failure('This machine has no Debian archive set up (apt-get indextargets names none).');
  }
  return found;
}

/**
 * @param {string[]} options apt's
 * @returns {string | undefined}
 */
function mirror_in(options) {
  const format = ['--format', '$(REPO_URI)'];
  const filter = ['Created-By: Packages', 'Origin: Debian', 'Label: Debian'];
  const { stdout } = capture('apt-get', [...options, 'indextargets', ...format, ...filter]);
  return stdout.split('\n').find(Boolean);
}

/**
 * @param {Source} source
 * @param {string[]} apt
 * @returns {string} the archive's path
 */
function fetch_archive(source, apt) {
  const { stdout } = capture('apt-cache', [...apt, 'showsrc', '--only-source', source.name]);
  const entry = stdout.split('\n\n').find((text) => text.includes(source.sha256));
  const version = entry?.match(/^Version: (.+)$/m)?.[1];
  if (!version) {
    throw unavailable(
      source,
      `the mirror's ${source.suites.join(' and ')} has no such file any more.`,
    );
  }
  const downloads = join(deps, 'downloads');
  mkdirSync(downloads, { recursive: true });
  run('apt-get', ['--quiet', ...apt, 'source', '--tar-only', `${source.name}=${version}`], {
    cwd: downloads,
    quiet: true,
  });
  const archive = join(downloads, source.file);
  const sha256 = createHash('sha256').update(readFileSync(archive)).digest('hex');
  if (sha256 !== source.sha256) {
    throw unavailable(source, `the file that came has the SHA-256 ${sha256}.`);
  }
  return archive;
}

/**
 * @param {Source} source
 * @param {string} archive
 */
function unpack(source, archive) {
  const folder = join(deps, source.folder);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder);
  run('tar', ['--extract', '--strip-components=1', `--file=${archive}`, `--directory=${folder}`]);
  writeFileSync(stamp_of(source), source.sha256);
}
