// @vitest-environment happy-dom
import { expect, it } from 'vitest';
import { furnish, furniture } from '../look/furniture.ts';
import { FURNITURE } from './furniture.tsx';
import { FURNITURE_WITHIN } from './furniture-within.tsx';

it('has every piece in place once the pages behind the sign-in have come', async () => {
  const places = Object.keys(furniture);
  furnish(FURNITURE);
  await import('./Within.tsx');
  expect(furniture).toEqual({ ...FURNITURE, ...FURNITURE_WITHIN });
  expect(Object.keys({ ...FURNITURE, ...FURNITURE_WITHIN }).sort()).toEqual(places.sort());
});
