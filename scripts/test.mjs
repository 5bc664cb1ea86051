// @ts-check
// npm test: sets up, then runs every check and ends non-zero if one failed. `npm test -- native wasm`
// runs only those (names below).
import { mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { build } from './build.mjs';
import { capture, capture_each, Failure, main_of, root, run } from './commands.mjs';
import { compile } from './compile.mjs';
import { cpp_files } from './cpp_files.mjs';
import { setup } from './setup.mjs';
import { tidy } from './tidy.mjs';

/** @type {Record<string, () => void | Promise<void>>} */
const checks = {
  format: () => {
    const { stderr } = capture('clang-format-14', ['--dry-run', ...cpp_files()]);
    const files = [...stderr.matchAll(/^([^:\n]+):\d+:\d+: /gm)].map(([, file]) => file);
    if (files.length > 0) {
      throw new Failure(`npm run format would change:\n  ${[...new Set(files)].join('\n  ')}`);
    }
    console.log('clang-format: nothing to change');
  },
  native: () => {
    compile('debug');
    run('ctest', ['--preset', 'debug']);
  },
  wasm: () => {
    compile('wasm');
    run('ctest', ['--preset', 'wasm']);
  },
  fuzz,
  tidy: async () => {
    compile('debug');
    compile('wasm');
    await tidy();
  },
  types: () => {
    run('node_modules/.bin/tsc', ['--project', 'tsconfig.json']);
    console.log('tsc: no findings');
  },
  build,
  interop: () => node_tests('interop'),
  browser: () => node_tests('browser'),
};

/** A bounded run of every target: enough to see that none falls over; longer runs are by hand. */
async function fuzz() {
  compile('fuzz');
  const programs = join(root, 'build', 'fuzz', 'tests', 'fuzz');
  const names = readdirSync(programs).filter((name) => name.endsWith('_fuzz'));
  const failed = /** @type {string[]} */ ([]);
  /** @param {string} name */
  const command_of = (name) => {
    const found = join(root, 'build', 'fuzz', 'corpus', name);
    mkdirSync(found, { recursive: true });
    const seeds = join(root, 'tests', 'fuzz', 'corpus', name.replace(/_fuzz$/, ''));
    const parameters = ['-runs=20000', '-max_total_time=10', '-timeout=5', '-seed=1', found];
    if (is_folder(seeds)) parameters.push(seeds);
    return { program: join(programs, name), parameters, cwd: join(root, 'build', 'fuzz') };
  };
  await capture_each(names, command_of, (name, { passed, stderr }) => {
    if (passed) {
      console.log(`${name}: ${stderr.match(/^Done .*$/m)?.[0]}`);
    } else {
      console.error(stderr);
      failed.push(name);
    }
  });
  if (failed.length > 0) throw new Failure(`fuzzing: ${failed.join(', ')}`);
}

/** @param {string} path */
function is_folder(path) {
  try {
    return readdirSync(path).length > 0;
  } catch {
    return false;
  }
}

/** @param {string} area a folder of tests/ with *_test.mjs files */
function node_tests(area) {
  const folder = join(root, 'tests', area);
  if (!is_folder(folder)) throw new Failure(`there are no tests in tests/${area}`);
  const files = readdirSync(folder)
    .filter((name) => name.endsWith('_test.mjs'))
    .map((name) => join(folder, name));
  // One after the other: the browsers would take each other's processor and time out.
  const parameters = ['--test', '--test-reporter=spec', '--test-concurrency=1'];
  run(process.execPath, [...parameters, ...files]);
}

await main_of(import.meta.url, async () => {
  const wanted = process.argv.slice(2);
  for (const name of wanted) {
    if (!(name in checks)) {
      throw new Failure(`no check ${name}; there are: ${Object.keys(checks).join(' ')}`);
    }
  }
  setup({ tests: true });

  const failures = new Map();
  for (const [name, check] of Object.entries(checks)) {
    if (wanted.length > 0 && !wanted.includes(name)) continue;
    console.log(`\n== ${name}`);
    const began = Date.now();
    try {
      await check();
    } catch (error) {
      failures.set(name, error);
      console.error(error instanceof Failure ? error.message : error);
    }
    console.log(`-- ${name}: ${failures.has(name) ? 'FAILED' : 'passed'} in ${seconds(began)} s`);
  }
  if (failures.size > 0) throw new Failure(`\nFailed: ${[...failures.keys()].join(', ')}`);
  console.log('\nAll checks passed.');
});

/** @param {number} began */
function seconds(began) {
  return ((Date.now() - began) / 1000).toFixed(1);
}
