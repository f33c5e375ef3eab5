import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ageBand, isMinor, reactAgeBand } from './age.ts';
import { isCode } from './code-lists/index.ts';

test('the bands of published factsheets come from the birth year', () => {
  expect([2009, 2008, 2006, 2005, 1989, 1988, 1969, 1968].map((born) => reactAgeBand(born, 2024))).toEqual([
    '0-15',
    '16-18',
    '16-18',
    '19-35',
    '19-35',
    '36-55',
    '36-55',
    'over-55',
  ]);
});

test('every age has a band of each list', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 120 }), (age) => {
      expect(isCode('age-bands', ageBand(2024 - age, 2024))).toBe(true);
      expect(isCode('react-age-bands', reactAgeBand(2024 - age, 2024))).toBe(true);
    }),
  );
  expect(ageBand(2030, 2024)).toBe('');
});

test('nobody is called an adult in the year in which they turn 18', () => {
  expect(isMinor({ fields: { birthYear: 2007 } }, 2024)).toBe('yes');
  expect(isMinor({ fields: { birthYear: 2006 } }, 2024)).toBe('unknown');
  expect(isMinor({ fields: { birthYear: 2005 } }, 2024)).toBe('no');
});

test('what the person said counts before what was worked out', () => {
  expect(isMinor({ fields: { minor: 'yes', ageBand: '18-24' } }, 2024)).toBe('yes');
  expect(isMinor({ fields: { minor: 'prefers-not', ageBand: '14-17' } }, 2024)).toBe('yes');
  expect(isMinor({ fields: { ageBand: 'prefers-not' } }, 2024)).toBe('unknown');
});
