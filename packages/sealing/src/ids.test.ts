import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type AccountId,
  derivedDossier,
  fromBase64url,
  idBytes,
  idText,
  newId,
  readId,
  type SpaceId,
  toBase64url,
  unwrap,
} from './index.ts';

describe('base64url', () => {
  it('agrees with the platform’s and comes back', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 100 }), (bytes) => {
        const text = toBase64url(bytes);
        expect(text).toBe(Buffer.from(bytes).toString('base64url'));
        expect(unwrap(fromBase64url(text))).toEqual(bytes);
      }),
      { seed: 1 },
    );
  });

  it('refuses every text that it would not have written itself', () => {
    for (const text of ['A', 'AA=', 'A+A', 'A/A', 'A A', 'AB', 'AAB', 'Ää', '\u0141A']) {
      const read = fromBase64url(text);
      expect(read.ok && toBase64url(read.value) === text).toBe(false);
      expect(read).toMatchObject({ ok: false, error: { code: 'malformed' } });
    }
  });
});

describe('an id', () => {
  it('goes to bytes and back', () => {
    const id = newId<AccountId>();
    expect(idBytes(id)).toHaveLength(16);
    expect(idText<AccountId>(idBytes(id))).toBe(id);
    expect(newId<AccountId>()).not.toBe(id);
  });

  it('from outside is read with its length, or refused', () => {
    expect(unwrap(readId<AccountId>('AAAAAAAAAAAAAAAAAAAAAA', 16))).toBe('AAAAAAAAAAAAAAAAAAAAAA');
    for (const text of [
      '',
      'AAAA',
      'AAAAAAAAAAAAAAAAAAAAAB',
      'A'.repeat(43),
      'A'.repeat(10_000),
      '../../etc/passwd',
    ]) {
      expect(readId<AccountId>(text, 16)).toMatchObject({ ok: false, error: { code: 'malformed' } });
    }
    expect(() => idText(new Uint8Array(15))).toThrow();
  });

  it('of a derived dossier is the same for everyone, and another for each space and use', async () => {
    const [one, other] = [idText<SpaceId>(new Uint8Array(32)), idText<SpaceId>(new Uint8Array(32).fill(1))];
    const roster = await derivedDossier(one, 'roster');
    expect(await derivedDossier(one, 'roster')).toBe(roster);
    expect(await derivedDossier(other, 'roster')).not.toBe(roster);
    expect(await derivedDossier(one, 'settings')).not.toBe(roster);
    expect(idBytes(roster)).toHaveLength(16);
  });
});
