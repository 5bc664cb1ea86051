// @ts-check
// `verify` never ends with 0 for a file that was changed, and says what is wrong with it.

import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, suite, test } from 'node:test';
import canonicalize from 'canonicalize';
import { EmbeddedJWK, errors, flattenedVerify, generalVerify } from 'jose';
import {
  base64url,
  from_base64url,
  header_of,
  key_of,
  new_key,
  private_jwk,
  signature_over,
  signed_file,
} from './jws.mjs';
import { declaration, signed_by_both, sokenh_json, work_folder } from './sokenh.mjs';

/**
 * @typedef {import('./jws.mjs').SignedFile} SignedFile
 * @typedef {{code: string, place?: string} | Record<'preparer' | 'head', string>} Expected
 *   why the file is refused, or the state of each signature
 */

suite('verify', () => {
  const folder = work_folder({ after });
  /** @type {string} */
  let text;
  /** @type {() => SignedFile} */
  let file;
  /** @type {string} */
  let payload;
  const keys = { preparer: new_key(), head: new_key() };
  const roles = /** @type {const} */ (['preparer', 'head']);

  before(() => {
    text = signed_by_both(folder, declaration('dai-loc.json')).text;
    file = () => JSON.parse(text);
    payload = from_base64url(file().payload).toString('utf8');
  });

  /**
   * Verifies many files in one run.
   * @param {(string | Buffer)[]} contents
   */
  function verify(contents) {
    const paths = contents.map((content, i) => {
      const path = join(folder, `${i}.json`);
      writeFileSync(path, content);
      return path;
    });
    const { status, results } = sokenh_json(['verify', ...paths]);
    assert.deepEqual(
      results.map((result) => result.file),
      paths,
    );
    assert.equal(status, Math.max(...results.map((result) => result.exit)));
    return results;
  }

  /** A refusal is worth nothing if it does not say why. @param {any} result */
  function assert_explained(result) {
    const messages = result.error
      ? [result.error.message]
      : result.signatures.map((/** @type {any} */ each) => each.message);
    for (const message of messages) {
      assert.ok(message.length > 0 && !/[{}]/.test(message.replace(/«.*»/, '')), message);
    }
  }

  /** The file of two signatures made here. @param {(role: 'preparer' | 'head') => object | string} header */
  const made_with = (header, content = payload) =>
    JSON.stringify(
      signed_file(
        content,
        roles.map((role) => signature_over(content, keys[role], header(role))),
      ),
    );
  /** The head's header with changes; the preparer's as it should be. @param {object} changes */
  const head_with = (changes) =>
    made_with((role) => ({ ...header_of(keys[role], role), ...(role === 'head' ? changes : {}) }));
  /** @param {(content: any) => void} change */
  const payload_with = (change) => {
    const content = JSON.parse(payload);
    change(content);
    return canonicalize(content) ?? '';
  };
  /** @param {(changed: any) => void} change */
  const changed = (change) => {
    const copy = file();
    change(copy);
    return JSON.stringify(copy);
  };
  const good = (/** @type {'preparer' | 'head'} */ role) => header_of(keys[role], role);

  test('one flipped bit, anywhere in the file, is never passed over', () => {
    const size = Buffer.byteLength(text);
    // Every 16th byte of the whole file, and every 4th of each value in it; each time another bit.
    const places = new Set(Array.from({ length: Math.ceil(size / 16) }, (_, i) => i * 16));
    const values = [
      file().payload,
      ...file().signatures.flatMap((each) => [each.protected, each.signature]),
    ];
    for (const value of values) {
      const start = text.indexOf(value);
      assert.ok(start > 0);
      const step = value.length > 1000 ? 64 : 4;
      for (let at = start; at < start + value.length; at += step) places.add(at);
      places.add(start + value.length - 1);
    }
    // And all of the punctuation around them.
    for (const match of text.matchAll(/[{}[\]":,]+|"[a-z]{1,10}"/g)) places.add(match.index);

    const sorted = [...places].sort((a, b) => a - b);
    assert.ok(sorted.length > 400, String(sorted.length));
    const results = verify(
      sorted.map((at) => {
        const bytes = Buffer.from(text);
        bytes[at] ^= 1 << (at % 8);
        return bytes;
      }),
    );
    results.forEach((result, i) => {
      const where = `byte ${sorted[i]}`;
      assert.ok(result.exit === 1 || result.exit === 3, `${where}: exit ${result.exit}`);
      assert.equal(result.exit === 3, result.error !== undefined, where);
      if (result.signatures) {
        assert.equal(result.ok, false, where);
        assert.ok(
          result.signatures.some((/** @type {any} */ each) => each.state !== 'valid'),
          where,
        );
      }
      assert_explained(result);
    });
  });

  test('a changed signature is the only one that fails', () => {
    const results = verify(
      roles.map((_, i) =>
        changed((copy) => {
          const bytes = from_base64url(copy.signatures[i].signature);
          bytes[20] ^= 4;
          copy.signatures[i].signature = base64url(bytes);
        }),
      ),
    );
    assert.deepEqual(states(results[0]), { preparer: 'bad_signature', head: 'valid' });
    assert.deepEqual(states(results[1]), { preparer: 'valid', head: 'bad_signature' });
    assert.match(results[1].signatures[1].message, /Trần Văn Đức/);
  });

  /** @returns {[string, string | Buffer, Expected][]} */
  const forgeries = () => [
    // What is signed
    [
      'another name of the unit under the old signatures',
      changed((copy) => {
        copy.payload = base64url(payload_with((content) => (content.unit.name = 'Trường khác')));
      }),
      { preparer: 'bad_signature', head: 'bad_signature' },
    ],
    [
      'signatures swapped between the roles',
      changed((copy) => {
        const [a, b] = copy.signatures;
        [a.signature, b.signature] = [b.signature, a.signature];
      }),
      { preparer: 'bad_signature', head: 'bad_signature' },
    ],
    [
      "the head's signature of another declaration",
      JSON.stringify(
        signed_file(payload, [
          signature_over(payload, keys.preparer, good('preparer')),
          signature_over(payload.replace('Đại Lộc', 'Đại An'), keys.head, good('head')),
        ]),
      ),
      { preparer: 'valid', head: 'bad_signature' },
    ],

    // Who has signed
    [
      "the head's signature taken out",
      changed((copy) => copy.signatures.pop()),
      { preparer: 'valid', head: 'missing' },
    ],
    [
      "the preparer's signature taken out",
      changed((copy) => copy.signatures.shift()),
      { preparer: 'missing', head: 'valid' },
    ],
    [
      'all signatures taken out',
      changed((copy) => (copy.signatures = [])),
      { code: 'signed_file_no_signature' },
    ],
    [
      'one role twice',
      changed((copy) => (copy.signatures[1] = copy.signatures[0])),
      { code: 'signed_file_repeated_role', place: '/signatures/1/protected/role' },
    ],
    [
      'three signatures',
      changed((copy) => copy.signatures.push(copy.signatures[0])),
      { code: 'json_too_large', place: '/signatures' },
    ],
    [
      'one key for both roles',
      JSON.stringify(
        signed_file(
          payload,
          roles.map((role) =>
            signature_over(payload, keys.head, { ...header_of(keys.head, role) }),
          ),
        ),
      ),
      { preparer: 'repeated_key', head: 'repeated_key' },
    ],
    [
      "a stranger's key under the head's key id",
      head_with({ kid: new_key().kid }),
      { preparer: 'valid', head: 'wrong_key_id' },
    ],
    [
      'a role that does not exist',
      head_with({ role: 'admin' }),
      { code: 'signer_role_unknown', place: '/signatures/1/protected/role' },
    ],
    [
      "a line break in the signer's name",
      head_with({ name: 'Trần Văn Đức\nđã ký' }),
      { code: 'signer_text_invalid', place: '/signatures/1/protected/name' },
    ],
    [
      'a day that does not exist',
      head_with({ signed_at: '2023-02-30T08:00:00+07:00' }),
      { code: 'signer_time_invalid', place: '/signatures/1/protected/signed_at' },
    ],

    // RFC 7515: the header
    [
      'alg none',
      head_with({ alg: 'none' }),
      { code: 'signed_file_wrong_algorithm', place: '/signatures/1/protected/alg' },
    ],
    [
      'alg none and no signature',
      changed((copy) => {
        copy.signatures[1] = {
          protected: base64url(JSON.stringify({ ...good('head'), alg: 'none' })),
          signature: '',
        };
      }),
      { code: 'base64url_invalid', place: '/signatures/1/signature' },
    ],
    [
      'alg HS512 with the public key as the secret',
      (() => {
        const header = base64url(JSON.stringify({ ...good('head'), alg: 'HS512' }));
        const mac = createHmac('sha512', from_base64url(keys.head.jwk.x));
        const signature = mac.update(`${header}.${base64url(payload)}`).digest('base64url');
        return changed((copy) => (copy.signatures[1] = { protected: header, signature }));
      })(),
      { code: 'signed_file_wrong_algorithm', place: '/signatures/1/protected/alg' },
    ],
    [
      'alg in lower case',
      head_with({ alg: 'eddsa' }),
      { code: 'signed_file_wrong_algorithm', place: '/signatures/1/protected/alg' },
    ],
    [
      'a critical extension that nobody knows',
      head_with({ crit: ['https://example.edu.vn/luat'], 'https://example.edu.vn/luat': 1 }),
      { code: 'signed_file_critical_header', place: '/signatures/1/protected/crit' },
    ],
    [
      'RFC 7797: a payload that is not base64url',
      head_with({ crit: ['b64'], b64: false }),
      { code: 'signed_file_critical_header', place: '/signatures/1/protected/crit' },
    ],
    [
      'an unprotected header',
      changed((copy) => (copy.signatures[0].header = { role: 'head' })),
      { code: 'signed_file_unprotected_header', place: '/signatures/0/header' },
    ],
    [
      'a signature made for something else',
      head_with({ typ: 'JWT' }),
      { code: 'signed_file_wrong_kind', place: '/signatures/1/protected/typ' },
    ],
    [
      'a signature made for a dispatch',
      made_with((role) => ({ ...good(role), cty: 'vnd.sokenh.pack+json' })),
      { code: 'signed_file_wrong_kind' },
    ],
    [
      'a header with a name twice',
      made_with((role) => JSON.stringify(good(role)).replace('{', '{"alg":"none",')),
      { code: 'json_duplicate_key' },
    ],
    [
      'a private key in the header',
      head_with({ jwk: private_jwk(keys.head) }),
      { code: 'json_unknown_value', place: '/signatures/1/protected/jwk/d' },
    ],
    [
      'RFC 8032: a key of small order, for which anybody can sign',
      changed((copy) => {
        // The neutral element as key and as R, and S = 0: the equation holds for every message.
        const neutral = Buffer.from([1, ...Array(31).fill(0)]);
        const weak = key_of(neutral);
        copy.signatures[1] = {
          protected: base64url(JSON.stringify({ ...good('head'), jwk: weak.jwk, kid: weak.kid })),
          signature: base64url(Buffer.concat([neutral, Buffer.alloc(32)])),
        };
      }),
      { preparer: 'valid', head: 'bad_signature' },
    ],

    // RFC 8259, RFC 7493, RFC 4648: the file
    ['a second document after the end', `${text}{}`, { code: 'json_trailing_bytes' }],
    ['a NUL byte after the end', `${text}\0`, { code: 'json_syntax' }],
    ['the end cut off', text.slice(0, -1), { code: 'json_syntax' }],
    ['an empty file', '', { code: 'json_syntax' }],
    [
      'a payload twice, of which programs read either',
      text.replace('{', `{"payload":"${base64url('{}')}",`),
      { code: 'json_duplicate_key', place: '/payload' },
    ],
    [
      'something unsigned beside the signatures',
      changed((copy) => (copy.note = 'đã duyệt')),
      { code: 'json_unknown_value', place: '/note' },
    ],
    ['a byte order mark', `\ufeff${text}`, { code: 'json_syntax' }],
    ['UTF-16', Buffer.from(text, 'utf16le'), { code: 'json_syntax' }],
    [
      'a byte that is not UTF-8',
      Buffer.from(text.replace('payload', 'payl\u00e0d'), 'latin1'),
      { code: 'json_not_utf8' },
    ],
    [
      'padded base64',
      changed((copy) => (copy.signatures[0].signature += '==')),
      { code: 'base64url_invalid', place: '/signatures/0/signature byte 87' },
    ],
    [
      'bits set in base64 that no byte holds',
      changed((copy) => {
        // 64 bytes: four bits of the last character are unused, and zero.
        const { signature } = copy.signatures[0];
        const last = String.fromCharCode(signature.charCodeAt(85) + 1);
        copy.signatures[0].signature = signature.slice(0, 85) + last;
      }),
      { code: 'base64url_invalid', place: '/signatures/0/signature byte 86' },
    ],
    [
      'one signature alone, in the flattened form',
      changed((copy) => {
        Object.assign(copy, copy.signatures[0]);
        delete copy.signatures;
      }),
      { code: 'signed_file_wrong_format' },
    ],
    [
      'a compact JWS',
      `${file().signatures[0].protected}.${file().payload}.${file().signatures[0].signature}`,
      { code: 'json_syntax' },
    ],
    ['a declaration without signatures', payload, { code: 'signed_file_wrong_format' }],

    // The payload, well signed
    [
      'RFC 8785: a payload in another order',
      made_with(good, payload.replace(/^\{(.*),("version":1)\}$/s, '{$2,$1}')),
      { code: 'signed_file_payload_not_canonical' },
    ],
    [
      'RFC 8785: white space in the payload',
      made_with(good, payload.replace(':', ': ')),
      { code: 'signed_file_payload_not_canonical' },
    ],
    [
      'a derived value that contradicts what people read',
      made_with(
        good,
        payload_with((content) => (content.channels[0].state_value = 'deleted')),
      ),
      { code: 'declaration_inconsistent', place: '/channels/0/state_value' },
    ],
    [
      'text that runs backwards',
      made_with(
        good,
        payload_with((content) => (content.unit.name = 'Trường \u202eĐại Lộc')),
      ),
      { code: 'declaration_text_has_controls', place: '/unit/name' },
    ],
    [
      'a format of the future',
      made_with(
        good,
        payload_with((content) => (content.version = 2)),
      ),
      { code: 'declaration_newer_version', place: '/version' },
    ],
    ['something that is no declaration', made_with(good, '{}'), { code: 'declaration_wrong_format' }],
  ];

  test('every known forgery is refused, with its reason', async (context) => {
    const cases = forgeries();
    const results = verify(cases.map(([, content]) => content));
    for (const [i, [name, , expected]] of cases.entries()) {
      await context.test(name, () => {
        const result = results[i];
        assert_explained(result);
        if ('code' in expected) {
          assert.equal(result.exit, 3);
          const { code, place } = result.error ?? {};
          assert.deepEqual({ code, place: expected.place && place }, { place: undefined, ...expected });
        } else {
          assert.equal(result.exit, 1, JSON.stringify(result));
          assert.equal(result.ok, false);
          assert.deepEqual(states(result), expected);
        }
      });
    }
  });

  test('what does not change what was signed is no forgery', () => {
    const results = verify([
      text,
      changed((copy) => copy.signatures.reverse()),
      JSON.stringify(file(), null, 2),
      made_with(good),
      made_with((role) => ({ ...good(role), alg: 'Ed25519' })),
      made_with((role) => ({ ...good(role), 'về sau': 'thêm' })),
      made_with((role) => JSON.stringify(good(role), null, 1)),
    ]);
    for (const result of results) assert.equal(result.exit, 0, JSON.stringify(result.error));
  });

  test('signatures are good or not; whose they are is told by the fingerprint', () => {
    const [ours, stranger] = verify([
      made_with(good),
      JSON.stringify(
        signed_file(
          payload,
          roles.map((role) => {
            const key = new_key();
            return signature_over(payload, key, header_of(key, role));
          }),
        ),
      ),
    ]);
    assert.equal(stranger.ok, true);
    for (const i of [0, 1]) {
      assert.equal(stranger.signatures[i].name, ours.signatures[i].name);
      assert.notEqual(stranger.signatures[i].fingerprint, ours.signatures[i].fingerprint);
    }
  });

  test('asks for every signature, where stock libraries are content with one', async () => {
    const forged = changed((copy) => (copy.signatures[1].signature = base64url(Buffer.alloc(64))));
    const [preparer, head] = JSON.parse(forged).signatures;
    const content = JSON.parse(forged).payload;
    await generalVerify(JSON.parse(forged), EmbeddedJWK);
    await flattenedVerify({ payload: content, ...preparer }, EmbeddedJWK);
    await assert.rejects(
      flattenedVerify({ payload: content, ...head }, EmbeddedJWK),
      errors.JWSSignatureVerificationFailed,
    );
    const [result] = verify([forged]);
    assert.equal(result.exit, 1);
    assert.deepEqual(states(result), { preparer: 'valid', head: 'bad_signature' });
  });

  /** @param {any} result @returns {Record<string, string>} */
  function states(result) {
    return Object.fromEntries(
      result.signatures.map((/** @type {any} */ each) => [each.role, each.state]),
    );
  }
});
