import type { Id } from '@dayaq/vault/client';
import { nameOfSpace } from '../vault/session.ts';
import { useScope } from './scope.ts';

/** To which organisation a row belongs, where rows of several stand together. */
export function SpaceTag({ space }: { space: Id }) {
  return useScope().at === null ? <span class="strong">{nameOfSpace(space)}</span> : null;
}
