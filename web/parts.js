// @ts-check
// The product's parts that are no scripts: the module and the fonts. Fetched with a progress that counts bytes
// as they are, however they were compressed on the way, and checked against the build's own sums.

/** @typedef {import('./product.js').Part} Part */

/** @param {string} base64 */
function decoded(base64) {
  const text = atob(base64);
  const bytes = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i += 1) bytes[i] = text.charCodeAt(i);
  return bytes;
}

/**
 * Held up until the part has come. What comes this way cannot be checked for its sum meanwhile, only for its length:
 * it is for what is needed now and was fetched too late.
 * @param {Part} part
 */
export function part_at_once(part) {
  if (part.base64 !== undefined) return decoded(part.base64);
  const request = new XMLHttpRequest();
  request.open('GET', new URL(part.name, document.baseURI), false);
  request.overrideMimeType('text/plain; charset=x-user-defined'); // bytes as they are, in the low half of each letter
  request.send();
  const bytes = Uint8Array.from(request.responseText, (letter) => letter.charCodeAt(0) & 255);
  if (request.status !== 200 || bytes.length !== part.bytes) throw new Error(`${part.name}: ${request.status}`);
  return bytes;
}

/** @param {Part} part @param {(bytes: Uint8Array<ArrayBuffer>) => void} on_bytes */
async function fetched(part, on_bytes) {
  const response = await fetch(new URL(part.name, document.baseURI));
  if (!response.ok || !response.body) throw new Error(`${part.name}: ${response.status}`);
  const bytes = new Uint8Array(part.bytes);
  let length = 0;
  const reader = response.body.getReader();
  for (let chunk = await reader.read(); !chunk.done; chunk = await reader.read()) {
    if (length + chunk.value.length > bytes.length) throw new Error(`${part.name}: too long`);
    bytes.set(chunk.value, length);
    length += chunk.value.length;
    on_bytes(chunk.value);
  }
  if (length !== bytes.length) throw new Error(`${part.name}: ${length} / ${bytes.length}`);
  await check(part, bytes);
  return bytes;
}

/**
 * As `integrity` would: that attribute makes fetch() keep every byte back until the last has come, so that there
 * would be no progress to show.
 * @param {Part} part @param {Uint8Array<ArrayBuffer>} bytes
 */
async function check(part, bytes) {
  if (!crypto.subtle) return; // plain HTTP
  const sum = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  const text = [...sum].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  if (text !== part.sha256) throw new Error(`${part.name}: SHA-256 ${text}`);
}

/**
 * @param {Part[]} parts
 * @param {(share: number) => void} on_progress 0 to 1
 * @param {(part: Part, bytes: Uint8Array<ArrayBuffer>) => void} [on_bytes] what comes, before the whole is checked
 */
export async function load_parts(parts, on_progress, on_bytes) {
  const all = parts.reduce((sum, part) => sum + part.bytes, 0);
  let received = 0;
  return Promise.all(
    parts.map((part) => {
      if (part.base64 !== undefined) return decoded(part.base64);
      return fetched(part, (bytes) => {
        received += bytes.length;
        on_progress(received / all);
        on_bytes?.(part, bytes);
      });
    }),
  );
}
