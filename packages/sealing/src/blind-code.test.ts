/** Threat: a survey code tied to its answer by the server that changes it, or used for two. */
import { constants, createPrivateKey, privateDecrypt } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { beginToken } from './blind-code.ts';
import { codeKeyHash, codeSecret, isCodeToken, newCode, newCodeKeys, readCodeKey } from './survey-code.ts';
import { hashOf, newId, type SpaceId, toHex, unwrap } from './index.ts';

const space = newId<SpaceId>() as SpaceId;
let keys: { publicKey: Uint8Array; privateKey: Uint8Array };
beforeAll(async () => {
  keys = await newCodeKeys();
});

/** As the server does it. */
const sign = (privateKey: Uint8Array, blinded: Uint8Array): Uint8Array =>
  new Uint8Array(
    privateDecrypt(
      {
        key: createPrivateKey({ key: Buffer.from(privateKey), format: 'der', type: 'pkcs8' }),
        padding: constants.RSA_NO_PADDING,
      },
      blinded,
    ),
  );

describe('a token that a code was changed for', () => {
  it('is signed, and holds nothing of what the server saw when it signed', async () => {
    const begun = unwrap(await beginToken(keys.publicKey));
    const signed = sign(keys.privateKey, begun.blinded);
    const token = unwrap(await begun.finish(signed));
    expect(await isCodeToken(unwrap(await readCodeKey(keys.publicKey)), token)).toBe(true);
    const given = toHex(token.message) + toHex(token.signature);
    for (const seen of [begun.blinded, signed]) {
      const hex = toHex(seen);
      for (let at = 0; at + 16 <= hex.length; at += 16) expect(given).not.toContain(hex.slice(at, at + 16));
    }
  });

  it('may be of any code: whoever signed two cannot tell by the key which of them it was', async () => {
    const [one, other] = [unwrap(await beginToken(keys.publicKey)), unwrap(await beginToken(keys.publicKey))];
    const [first, second] = [sign(keys.privateKey, one.blinded), sign(keys.privateKey, other.blinded)];
    // What was signed for one makes nothing of the other: only who blinded it can.
    expect((await one.finish(second)).ok).toBe(false);
    expect((await one.finish(first)).ok).toBe(true);
    expect((await other.finish(second)).ok).toBe(true);
  });

  it('is none where another key signed, a bit is flipped, or it is cut', async () => {
    const begun = unwrap(await beginToken(keys.publicKey));
    const strange = await newCodeKeys();
    expect(await begun.finish(sign(keys.privateKey, begun.blinded).fill(1, 0, 9))).toMatchObject({
      error: { code: 'bad-signature' },
    });
    for (const length of [0, 255, 257])
      expect(await begun.finish(new Uint8Array(length))).toMatchObject({ error: { code: 'bad-signature' } });
    const token = unwrap(await begun.finish(sign(keys.privateKey, begun.blinded)));
    const key = unwrap(await readCodeKey(keys.publicKey));
    expect(await isCodeToken(unwrap(await readCodeKey(strange.publicKey)), token)).toBe(false);
    const flipped = token.message.slice();
    flipped[40] = (flipped[40] ?? 0) ^ 1;
    expect(await isCodeToken(key, { ...token, message: flipped })).toBe(false);
    expect(await isCodeToken(key, { ...token, message: token.message.slice(1) })).toBe(false);
    expect(await isCodeToken(key, { ...token, signature: token.signature.slice(1) })).toBe(false);
  });

  it('is begun under no key of another size or kind', async () => {
    const { publicKey } = await crypto.subtle.generateKey(
      { name: 'RSA-PSS', hash: 'SHA-384', modulusLength: 3072, publicExponent: Uint8Array.of(1, 0, 1) },
      true,
      ['sign', 'verify'],
    );
    const longer = new Uint8Array(await crypto.subtle.exportKey('spki', publicKey));
    for (const key of [new Uint8Array(), keys.publicKey.slice(1), keys.privateKey, longer]) {
      expect(await beginToken(key)).toMatchObject({ error: { code: 'malformed' } });
      expect(await readCodeKey(key)).toMatchObject({ error: { code: 'malformed' } });
    }
  });

  it('is of one key, which the server knows by a name that is no hash of anything else', async () => {
    const { publicKey } = await newCodeKeys();
    const name = await codeKeyHash(keys.publicKey);
    expect(name).toHaveLength(32);
    expect(await codeKeyHash(publicKey)).not.toEqual(name);
    for (const other of ['survey-code', '']) expect(await hashOf(other, keys.publicKey)).not.toEqual(name);
  });
});

describe('a code', () => {
  it('is sixteen digits, and read however it is typed', async () => {
    const code = newCode();
    expect(code).toMatch(/^\d{4} \d{4} \d{4} \d{4}$/);
    expect(newCode()).not.toBe(code);
    // Bytes that would make some digits likelier are left out, and as many more are asked for as are lacking.
    const draws = [
      new Uint8Array(16).fill(250),
      Uint8Array.of(0, 9, 10, 249, 250, 255),
      new Uint8Array(12).fill(25),
    ];
    expect(newCode(() => draws.shift() ?? new Uint8Array())).toBe('0909 5555 5555 5555');
    expect(draws).toEqual([]);
    const hash = new Uint8Array(32);
    const secret = await codeSecret(space, hash, code);
    expect(secret).toHaveLength(32);
    for (const between of ['-', '  ', ' - ', ''])
      expect(await codeSecret(space, hash, ` ${code.replaceAll(' ', between)} `)).toEqual(secret);
    expect(await codeSecret(space, new Uint8Array(32).fill(1), code)).not.toEqual(secret);
    for (const wrong of ['', 'abcd', code.slice(1), `${code}1`])
      expect(await codeSecret(space, hash, wrong)).toBeNull();
  });
});
