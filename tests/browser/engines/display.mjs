// @ts-check
// A screen for browsers that cannot do without one: a virtual X server of our own.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { end_process } from './process.mjs';

export class Display {
  /** @param {import('node:child_process').ChildProcess} server @param {string} name */
  constructor(server, name) {
    this.server = server;
    this.name = name;
  }

  static async start() {
    // The server chooses a free number and writes it to descriptor 3 when it can be used.
    const options = ['-displayfd', '3', '-screen', '0', '1600x1100x24', '-nolisten', 'tcp'];
    const server = spawn('Xvfb', options, { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] });
    const number = createInterface({
      input: /** @type {import('node:stream').Readable} */ (server.stdio[3]),
    });
    const [line] = await Promise.race([
      once(number, 'line'),
      once(server, 'exit').then(([code]) => Promise.reject(new Error(`Xvfb ended: ${code}`))),
    ]);
    return new Display(server, `:${line}`);
  }

  /** What a program needs to find the screen, to draw without a GPU and to stay by itself. */
  get environment() {
    return {
      ...process.env,
      DISPLAY: this.name,
      GDK_BACKEND: 'x11',
      GSETTINGS_BACKEND: 'memory',
      GTK_IM_MODULE: 'gtk-im-context-simple',
      LANG: 'C.UTF-8',
      LIBGL_ALWAYS_SOFTWARE: '1',
      MESA_SHADER_CACHE_DISABLE: 'true',
      NO_AT_BRIDGE: '1',
      TZ: 'Asia/Ho_Chi_Minh',
    };
  }

  async end() {
    await end_process(this.server);
  }
}
