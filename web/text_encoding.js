// @ts-check
// Encodings of lists of addresses: others have ASCII in common with UTF-8, and addresses have nothing else; UTF-16 has
// not.

/** @param {Uint8Array} first a text's first piece @returns {string} as TextDecoder names it; '' for anything else */
export function utf16_of(first) {
  if (first[0] === 0xff && first[1] === 0xfe) return 'utf-16le';
  if (first[0] === 0xfe && first[1] === 0xff) return 'utf-16be';
  return '';
}
