/** Threat: a browser that sends what is typed or read to its maker, to be corrected, finished or translated there. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

test('browsers are asked to correct, finish and translate nothing of what stands in the pages', () => {
  const page = readFileSync(new URL('../../index.html', import.meta.url), 'utf8');
  expect(page).toMatch(/<body spellcheck="false" translate="no" writingsuggestions="false">/);
});
