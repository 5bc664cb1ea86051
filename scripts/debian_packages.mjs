// @ts-check
// The programs the build and the tests need, as Debian packages. Only what is missing is installed.
import { capture, Failure, is_installed, run } from './commands.mjs';

const for_building = [
  'emscripten',
  'binaryen',
  'cmake',
  'ninja-build',
  'nlohmann-json3-dev',
  'doctest-dev',
  'fonttools',
  'xz-utils',
];
const for_testing = [
  'clang-14',
  'clang-tidy-14',
  'clang-format-14',
  'libclang-rt-14-dev',
  'libsodium-dev',
  'chromium',
  'firefox-esr',
  'webkit2gtk-driver',
  'xvfb',
  'fonts-liberation2', // papers are set in Times New Roman; these letters are as wide
  'libreoffice-calc',
  'libreoffice-writer',
  'openssl',
  'poppler-utils',
  'zbar-tools',
  'python3',
];

/** @param {{tests: boolean}} what */
export function ensure_debian_packages({ tests }) {
  const wanted = tests ? [...for_building, ...for_testing] : for_building;
  if (!is_installed('dpkg-query')) {
    console.warn(
      `Not a Debian system: install these by hand (names as in Debian 12): ${wanted.join(', ')}`,
    );
    return;
  }
  const { stdout } = capture('dpkg-query', [
    '--show',
    '--showformat=${db:Status-Status} ${Package}\n',
    ...wanted,
  ]);
  const installed = new Set(
    stdout
      .split('\n')
      .filter((line) => line.startsWith('installed '))
      .map((line) => line.slice('installed '.length)),
  );
  const missing = wanted.filter((name) => !installed.has(name));
  if (missing.length === 0) return;

  console.log(`Installing Debian packages: ${missing.join(' ')}`);
  const apt_get = [
    'apt-get',
    '--quiet',
    '--option=DPkg::Lock::Timeout=600',
    '--option=Dpkg::Use-Pty=0',
  ];
  if (process.getuid?.() !== 0) {
    if (!is_installed('sudo')) {
      throw new Failure(
        `These Debian packages are missing and there is no sudo to install them: ${missing.join(' ')}.\n` +
          `As root: apt-get install --no-install-recommends ${missing.join(' ')}`,
      );
    }
    apt_get.unshift('sudo');
  }
  const [program, ...options] = apt_get;
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  run(program, [...options, 'update'], { env, quiet: true });
  run(program, [...options, 'install', '--yes', '--no-install-recommends', ...missing], {
    env,
    quiet: true,
  });
}
