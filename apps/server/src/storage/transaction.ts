import type { Kysely, Transaction } from 'kysely';
import { Refused } from '../refused.ts';
import type { Schema } from './schema.ts';

/** Carries a refusal out of a transaction so that it is rolled back; never seen outside this file. */
class RollBack extends Error {
  readonly refused: Refused;
  constructor(refused: Refused) {
    super('rolled back');
    this.refused = refused;
  }
}

/** Runs `work` in one transaction. A refusal undoes everything that it did and is returned; an error is thrown on. */
export async function inTransaction<T>(
  tables: Kysely<Schema>,
  work: (tx: Transaction<Schema>) => Promise<T | Refused>,
): Promise<T | Refused> {
  try {
    return await tables.transaction().execute(async (tx) => {
      const result = await work(tx);
      if (result instanceof Refused) throw new RollBack(result);
      return result;
    });
  } catch (error) {
    if (error instanceof RollBack) return error.refused;
    throw error;
  }
}
