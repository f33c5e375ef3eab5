import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalPassphrase } from './canonical-passphrase.ts';
import { deriveUnlock, newDeviceSecret } from './index.ts';
import { seeded } from '../test/seeded.ts';

describe('a passphrase opens although the keyboard changed it', () => {
  it.each([
    ['a capital first letter', 'gecə bulud yarpaq', 'Gecə bulud yarpaq'],
    ['Azerbaijani İ and ı', 'inci işıq ilıq', 'İNCİ IŞIQ İlıq'],
    ['an English keyboard’s I', 'inci işıq ilıq', 'Inci isiq iliq'],
    ['i with a dot of its own', 'inci', 'i\u0307nci'],
    ['an English keyboard without ə, ş, ç, ğ, ö, ü', 'kölgə çəpər şüşə dağ', 'kolge ceper suse dag'],
    [
      'a Russian keyboard without Tajik letters',
      'ҳавз қаймоқ ҷома ғизо кӯча ширинӣ',
      'хавз каймок чома гизо куча ширини',
    ],
    ['ё typed as е', 'ёлка', 'елка'],
    ['composed and taken apart', 'kölgə', 'ko\u0308lgə'],
    ['a space at the end that a phone adds', 'gecə bulud', 'gecə bulud '],
    ['two spaces, and one that does not break', 'gecə bulud', ' gecə \u00a0 bulud\t'],
    ['smart quotes and dashes', `it's "so" - so`, 'it’s “so” — so'],
    [
      'characters without width, from a page that it was copied from',
      'gecə bulud',
      '\ufeffgecə\u200b bul\u00adud',
    ],
    ['wide letters', 'abc', 'ａｂｃ'],
  ])('%s', (_, chosen, typed) => {
    expect(canonicalPassphrase(typed)).toBe(canonicalPassphrase(chosen));
  });

  it('and gives the same keys', async () => {
    const secret = newDeviceSecret(seeded('canonical'));
    const chosen = await deriveUnlock('inci kölgə yarpaq', secret);
    const typed = await deriveUnlock(' İnci  KOLGE yarpaq', secret);
    expect(typed.signIn.publicKey).toEqual(chosen.signIn.publicKey);
  });
});

describe('a passphrase stays another one', () => {
  it.each([
    ['kolge', 'kolga'],
    ['bulud gecə', 'gecə bulud'],
    ['gecəbulud', 'gecə bulud'],
    ['гул', 'gul'],
    ['сор', 'cop'],
    ['a-b', 'a b'],
    ['a1', 'al'],
    ['मिल', 'मल'],
  ])('%j is not %j', (one, other) => {
    expect(canonicalPassphrase(one)).not.toBe(canonicalPassphrase(other));
  });

  it('and its form is the form of its form', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), (text) => {
        const once = canonicalPassphrase(text);
        expect(canonicalPassphrase(once)).toBe(once);
      }),
      { seed: 3, numRuns: 2000 },
    );
  });
});
