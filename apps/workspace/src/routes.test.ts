import { expect, test } from 'vitest';
import { FIRST_PARTS, INSIDE, OUTSIDE } from './routes.ts';

const opensOffline = (path: string) => FIRST_PARTS.includes(path.split('/')[1] ?? '');

test.each([...OUTSIDE, ...INSIDE])('%s opens with no network', (path) => {
  expect(opensOffline(path)).toBe(true);
});

test.each(['/api/server/hello', '/assets/x.js', '/p/plan', '/away.az.html', '/casesx'])(
  '%s is left to the server',
  (path) => {
    expect(opensOffline(path)).toBe(false);
  },
);
