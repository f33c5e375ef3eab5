import type { FieldOp, Id } from '@dayaq/vault/client';

/** A case as links name it now, and as they did when they held its reference. */
export interface LinkedCase {
  id: Id;
  reference: string;
}

/** Links a case by its id; where its reference stood instead, that goes, so that it stands there once. */
export function linkCase({ id, reference }: LinkedCase): FieldOp {
  return { add: [id], del: reference === '' ? [] : [reference] };
}

/** Takes a case out, in whichever way it stood there. */
export function unlinkCase({ id, reference }: LinkedCase): FieldOp {
  return { add: [], del: reference === '' ? [id] : [id, reference] };
}
