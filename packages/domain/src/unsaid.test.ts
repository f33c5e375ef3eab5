import { expect, it } from 'vitest';
import { isUnsaid } from './unsaid.ts';

it('an answer that only says that nothing is known is one; whatever says more, or nothing, is none', () => {
  expect(isUnsaid('person', 'ageBand', 'unknown')).toBe(true);
  expect(isUnsaid('person', 'ageBand', 'prefers-not')).toBe(true);
  expect(isUnsaid('person', 'ageBand', '14-17')).toBe(false);
  expect(isUnsaid('person', 'populations', ['unknown'])).toBe(true);
  expect(isUnsaid('person', 'populations', ['trans'])).toBe(false);
  expect(isUnsaid('person', 'populations', [])).toBe(false);
  expect(isUnsaid('person', 'alias', 'unknown')).toBe(false);
  expect(isUnsaid('person', 'ageBand', undefined)).toBe(false);
  expect(isUnsaid('person', 'nothing', 'unknown')).toBe(false);
});
