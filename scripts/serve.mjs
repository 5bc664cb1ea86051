// @ts-check
// npm run serve: dist/ at http://localhost:PORT/, with the headers a real server should send.
import { createReadStream, existsSync, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, normalize, relative, sep } from 'node:path';
import { Failure, main_of, root } from './commands.mjs';

const default_port = 8080;

const types = new Map([
  ['.html', 'text/html; charset=utf-8'],
  ['.css', 'text/css; charset=utf-8'],
  ['.js', 'text/javascript; charset=utf-8'],
  ['.json', 'application/json; charset=utf-8'],
  ['.webmanifest', 'application/manifest+json; charset=utf-8'],
  ['.txt', 'text/plain; charset=utf-8'],
  ['.wasm', 'application/wasm'],
  ['.svg', 'image/svg+xml'],
  ['.png', 'image/png'],
]);

/**
 * The page's own policy, as index.html writes it; where there is none, nothing is allowed.
 * @param {string} folder
 */
function policy_of(folder) {
  const path = join(folder, 'index.html');
  const page = existsSync(path) ? readFileSync(path, 'utf8') : '';
  return (
    /http-equiv="Content-Security-Policy"\s+content="([^"]+)"/.exec(page)?.[1] ??
    "default-src 'none'"
  );
}

/** @param {string} folder @param {string} file @returns {Record<string, string>} */
function headers_of(folder, file) {
  const name = relative(folder, file);
  return {
    // Nothing but the page's own files may be reached: what a unit enters stays on its machine.
    // The single file has a stricter policy of its own, written in it.
    ...(name === 'sokenh.html' ? {} : { 'Content-Security-Policy': policy_of(folder) }),
    // Names in files/ hold their content's hash; all others stay and change.
    'Cache-Control': name.startsWith(`files${sep}`)
      ? 'public, max-age=31536000, immutable'
      : 'no-cache',
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
  };
}

/**
 * @param {string} folder
 * @param {string} url the request's
 * @returns {string | null} the file's path, or null if there is none inside the folder
 */
function file_of(folder, url) {
  let path;
  try {
    path = decodeURIComponent(new URL(url, 'http://localhost').pathname);
  } catch {
    return null;
  }
  if (path.includes('\0')) return null;
  const file = normalize(join(folder, path.endsWith('/') ? `${path}index.html` : path));
  if (!file.startsWith(folder + sep)) return null;
  return existsSync(file) && statSync(file).isFile() ? file : null;
}

/**
 * @param {{folder?: string, port: number}} options port 0: any free one
 * @returns {Promise<{url: string, port: number, close: () => Promise<void>}>}
 */
export function start_server({ folder = join(root, 'dist'), port }) {
  const server = createServer((request, response) => {
    const file = file_of(folder, request.url ?? '/');
    if (!file || (request.method !== 'GET' && request.method !== 'HEAD')) {
      response.writeHead(file ? 405 : 404, { 'Content-Type': 'text/plain' });
      response.end();
      return;
    }
    const accepted = String(request.headers['accept-encoding'] ?? '');
    const encoding = /\bbr\b/.test(accepted) && existsSync(`${file}.br`) ? 'br'
      : /\bgzip\b/.test(accepted) && existsSync(`${file}.gz`) ? 'gzip' : null;
    const sent = encoding ? `${file}.${encoding === 'br' ? 'br' : 'gz'}` : file;
    response.writeHead(200, {
      ...headers_of(folder, file),
      'Content-Type': types.get(extname(file)) ?? 'application/octet-stream',
      'Content-Length': statSync(sent).size,
      Vary: 'Accept-Encoding',
      ...(encoding ? { 'Content-Encoding': encoding } : {}),
    });
    if (request.method === 'HEAD') response.end();
    else createReadStream(sent).pipe(response);
  });
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      const address = server.address();
      if (!address || typeof address === 'string') throw new Error('no port');
      resolve({
        url: `http://localhost:${address.port}/`,
        port: address.port,
        close: () =>
          new Promise((done) => {
            server.close(() => done());
            server.closeAllConnections();
          }),
      });
    });
  });
}

export async function serve() {
  const wanted = Number(process.env.PORT ?? default_port);
  if (!Number.isInteger(wanted) || wanted < 0 || wanted > 65535) {
    throw new Failure(`PORT is «${process.env.PORT}», not a port number`);
  }
  if (!existsSync(join(root, 'dist', 'index.html'))) {
    throw new Failure('There is no dist/index.html yet: npm run build makes it, npm start does both.');
  }
  for (let port = wanted; ; port++) {
    try {
      const { url } = await start_server({ port });
      console.log(`Sổ Kênh: ${url}`);
      return;
    } catch (error) {
      const taken = /** @type {NodeJS.ErrnoException} */ (error).code === 'EADDRINUSE';
      if (!taken || port - wanted >= 20) throw error;
    }
  }
}

await main_of(import.meta.url, serve);
