import fc from 'fast-check';
import { expect, test } from 'vitest';
import { EXAMPLE_NAMES, EXAMPLES, exampleOf, readAges, seekerFor } from './who.ts';

test('ages are read as people type them', () => {
  expect(['9, 15', '9 15', ' 9;15 ', '', '0'].map(readAges)).toEqual([[9, 15], [9, 15], [9, 15], [], [0]]);
});

test('what is no age of a child is not read', () => {
  expect(['nine', '18', '-1', '9.5', '1e1x', Array(13).fill('3').join(' ')].map(readAges)).toEqual([
    null,
    null,
    null,
    null,
    null,
    null,
  ]);
});

test('typed ages come back as they were', () => {
  const ages = fc.array(fc.integer({ min: 0, max: 17 }), { maxLength: 12 });
  fc.assert(
    fc.property(ages, (some) => {
      expect(readAges(some.join(', '))).toEqual(some);
    }),
  );
});

test('each example is found again, whatever the order of its groups', () => {
  expect(EXAMPLE_NAMES.map((name) => exampleOf(EXAMPLES[name]))).toEqual(EXAMPLE_NAMES);
  expect(exampleOf({ groups: ['women', 'trans'], sons: [] })).toBe('trans-woman');
  expect(exampleOf({ groups: ['women'], sons: [9] })).toBeNull();
});

test('sons bring children along; only somebody said to be a minor is one', () => {
  expect(seekerFor({ groups: ['women'], sons: [15] })).toMatchObject({
    groups: ['children', 'women'],
    sons: [{ ages: { from: 15, to: 15 } }],
    ages: { from: 18, to: 130 },
  });
  expect(seekerFor(EXAMPLES.minor).ages).toEqual({ from: 0, to: 17 });
});
