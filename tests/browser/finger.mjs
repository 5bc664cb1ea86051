// @ts-check
// One finger on the glass, as the browser's engine sees it. Times are given, not waited for: a drag is as fast here
// as on a slow machine.

/** @typedef {import('playwright-core').Page} Page */
/** @typedef {{x: number, y: number}} Point */

export class Finger {
  /** @param {import('playwright-core').CDPSession} session */
  constructor(session) {
    this.session = session;
    this.time = 0;
  }

  /** @param {Page} page */
  static async on(page) {
    const session = await page.context().newCDPSession(page);
    await session.send('Emulation.setTouchEmulationEnabled', { enabled: true, maxTouchPoints: 5 });
    return new Finger(session);
  }

  /** @param {'touchStart' | 'touchMove' | 'touchEnd'} type @param {Point[]} points */
  send(type, points) {
    return this.session.send('Input.dispatchTouchEvent', {
      type,
      touchPoints: points,
      timestamp: this.time / 1000,
    });
  }

  /** @param {Point} at */
  async down(at) {
    this.time = Date.now();
    await this.send('touchStart', [at]);
  }

  async up(after = 8) {
    this.time += after;
    await this.send('touchEnd', []);
  }

  /** @param {Point} at */
  async tap(at) {
    await this.down(at);
    await this.up();
  }

  /**
   * From one point to another in steps of 8 ms; `rest` ms still before it leaves.
   * @param {Point} from @param {Point} to @param {{steps?: number, rest?: number}} [how]
   */
  async drag(from, to, { steps = 10, rest = 200 } = {}) {
    await this.down(from);
    for (let i = 1; i <= steps; i += 1) {
      this.time += 8;
      const part = i / steps;
      await this.send('touchMove', [
        { x: from.x + (to.x - from.x) * part, y: from.y + (to.y - from.y) * part },
      ]);
    }
    await this.up(rest);
  }
}

/** The middle of what a locator names. @param {import('playwright-core').Locator} locator @returns {Promise<Point>} */
export async function middle(locator) {
  const box = await locator.boundingBox();
  if (!box) throw new Error('not on the screen');
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}
