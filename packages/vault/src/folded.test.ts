import { foldForIndex } from '@dayaq/locale/fold';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fingerprint, foldDossier } from './folded.ts';

const word = fc.constantFrom(
  'Zeynəb',
  'xəstəxana',
  'Семён',
  'больница',
  'Ҳасан',
  'K7Q-2MX',
  'гора-село',
  'clinic',
  'и\u0306од',
);
const text = fc.array(word, { minLength: 1, maxLength: 6 }).map((words) => words.join(' '));
const words = (folded: string): string[] => [...new Set(folded.split(' '))].sort();

describe('the words of a dossier', () => {
  it('are those of its whole text, whichever of its parts were folded before', () => {
    fc.assert(
      fc.property(fc.array(fc.array(text, { maxLength: 12 }), { minLength: 1, maxLength: 5 }), (states) => {
        const known = new Map<string, string>();
        for (const texts of states) {
          const whole = texts.join(' · ');
          expect(words(foldDossier(whole, known))).toEqual(words(foldForIndex(whole)));
        }
      }),
    );
  });

  it('are there once each in a text that is very long', () => {
    const folded = foldDossier(
      Array.from({ length: 3000 }, (_, i) => `the clinic of ${i % 50}`).join(' · '),
      new Map(),
    );
    expect(folded.split(' ').filter((each) => each === 'clinic')).toHaveLength(1);
    expect(folded.split(' ')).toContain('49');
  });

  it('have a fingerprint that tells texts apart', () => {
    const seen = new Set(Array.from({ length: 50_000 }, (_, i) => fingerprint(`note ${i}`)));
    expect(seen.size).toBe(50_000);
    expect(fingerprint('ab')).not.toBe(fingerprint('ba'));
    expect(Number.isSafeInteger(fingerprint('anything'))).toBe(true);
  });
});
