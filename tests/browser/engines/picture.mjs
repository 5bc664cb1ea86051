// @ts-check
// What the window shows, looked at by the page itself: it can decode pictures in every engine.

/** @typedef {import('./engine.mjs').Engine} Engine */

/**
 * In the page, over two pictures or one with itself.
 * @param {string} one base64 @param {string} other base64
 */
async function look(one, other) {
  const [a, b] = await Promise.all(
    [one, other].map(async (base64) => {
      const image = new Image();
      image.src = `data:image/png;base64,${base64}`;
      await image.decode();
      const canvas = document.createElement('canvas');
      [canvas.width, canvas.height] = [image.width, image.height];
      const context = canvas.getContext('2d');
      if (!context) throw new Error('no canvas');
      context.drawImage(image, 0, 0);
      return context.getImageData(0, 0, image.width, image.height);
    }),
  );
  let different = a.width === b.width && a.height === b.height ? 0 : a.data.length;
  for (let i = 0; i < a.data.length && different < a.data.length; i += 4) {
    const far = (/** @type {number} */ k) => Math.abs(a.data[i + k] - b.data[i + k]) > 40;
    if (far(0) || far(1) || far(2)) different += 4;
  }
  const [red, green, blue] = a.data.slice(-4 * 30); // in the last row: the ground
  return {
    colours: new Set(new Uint32Array(a.data.buffer)).size,
    difference: different / a.data.length,
    ground: (red + green + blue) / 3,
  };
}

/** @param {Engine} engine @param {Buffer} [before] @returns {ReturnType<typeof look>} */
async function seen(engine, before) {
  const now = (await engine.screenshot()).toString('base64');
  return engine.evaluate(look, now, before ? before.toString('base64') : now);
}

/** How many there are; one if nothing is drawn. @param {Engine} engine */
export async function colours(engine) {
  return (await seen(engine)).colours;
}

/** The share of pixels that clearly differ from an earlier picture. @param {Engine} engine @param {Buffer} before */
export async function difference(engine, before) {
  return (await seen(engine, before)).difference;
}

/** How bright the ground is, from 0 to 255. @param {Engine} engine */
export async function brightness(engine) {
  return (await seen(engine)).ground;
}
