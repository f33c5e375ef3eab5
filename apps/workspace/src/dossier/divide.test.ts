import { fieldOf } from '@dayaq/domain';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { splitWords } from '@dayaq/acts/split-words';
import { notesOf } from './divide.ts';

test('a divided text is every one of its words, in notes that say what they continue, a few in each entry', () => {
  const type = fieldOf('note', 'text')?.type;
  const max = type?.is === 'text' ? type.max : 0;
  fc.assert(
    fc.property(
      fc.string({ minLength: 1, maxLength: 50, unit: 'grapheme' }),
      fc.integer({ min: 1, max: 4000 }),
      (word, times) => {
        const text = `${word} `.repeat(times);
        const texts = splitWords(text, max);
        const ids = texts.map((_, at) => `n${at}`);
        const entries = notesOf(ids, texts, { date: { set: { day: '2026-11-29' } } }, { day: '2026-11-29' });
        const notes = entries.flat();
        expect(notes.map(({ record }) => record)).toEqual(ids);
        const said = notes.map(({ fields }) =>
          fields['text'] !== undefined && 'set' in fields['text'] ? fields['text'].set : '',
        );
        expect(said.join('') === text).toBe(true);
        notes.forEach(({ kind, fields }, at) => {
          expect(kind).toBe('note');
          expect(fields['date']).toEqual({ set: { day: '2026-11-29' } });
          expect(fields['continues']).toEqual(at === 0 ? undefined : { set: ids[at - 1] });
        });
        // Three bytes a character at most, and an entry takes 262 144.
        for (const entry of entries) expect(JSON.stringify(entry).length).toBeLessThan(80_000);
      },
    ),
    { numRuns: 40 },
  );
});
