import { expect, test } from 'vitest';
import { projectionRules } from './projection-rules.ts';

test('the same rules have the same name in every build', async () => {
  const rules = await projectionRules();
  expect(rules).toMatch(/^[0-9a-f]{16}$/);
  expect(await projectionRules()).toBe(rules);
});
