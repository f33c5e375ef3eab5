/** Threats: an application is taken for a letter or an answer, or one of these for an application; a hostile one. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { seeded } from '../test/seeded.ts';
import {
  type AccountId,
  type ApplicationContent,
  newId,
  readApplication,
  readLetter,
  readSheetContent,
  writeApplication,
} from './index.ts';
import { ENC_KEY_SIZE } from './member-keys.ts';

const APPLICATION: ApplicationContent = {
  call: new Uint8Array(32).fill(7),
  language: 'tg',
  readers: [newId<AccountId>(seeded('reader'))],
  barred: [newId<AccountId>(seeded('barred'))],
  answers: { why: ['Барои духтарон'], age: 2 },
  thread: new Uint8Array(16).fill(1),
  address: new Uint8Array(16).fill(2),
  verifier: new Uint8Array(32).fill(3),
  box: new Uint8Array(ENC_KEY_SIZE).fill(4),
};

test('an application reads as it was written, and is neither a letter nor an answer to a survey', () => {
  const written = writeApplication(APPLICATION);
  expect(readApplication(written)).toEqual({ ok: true, value: APPLICATION });
  expect(readLetter(written).ok).toBe(false);
  expect(readSheetContent(written).ok).toBe(false);
});

test('whatever else is given is refused without an exception', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => !readApplication(bytes).ok),
    { numRuns: 300 },
  );
});
