import type { Request } from '@dayaq/protocol';
import { readGeneration } from '@dayaq/sealing/verify';
import { storeGeneration, type Writing } from '../../generation/store.ts';
import type { Parts } from '../../parts.ts';
import { Refused, refuse } from '../../refused.ts';
import { catchUpChain } from '../../storage/chain.ts';
import { appendEntriesIn } from '../../storage/log.ts';
import { findMember, lockSpace, updateSpace } from '../../storage/spaces.ts';
import { inTransaction } from '../../storage/transaction.ts';
import type { Handler } from '../handler.ts';

interface Stored {
  position: number;
  /** Whose generations moved. */
  dossiers: readonly Uint8Array[];
}

/** Whether a header may take a dossier from somebody: such a one needs the running hash (`storage/chain.ts`). */
async function mayTakeAway(generations: readonly Uint8Array[]): Promise<boolean> {
  for (const bytes of generations) {
    const read = await readGeneration(bytes);
    if (read.ok && read.value.generation > 1) return true;
  }
  return false;
}

/** Generations first, then the entries that need them, in one transaction under the space's lock. */
function appendBoth(
  parts: Parts,
  account: Uint8Array,
  body: Request<'entries/append'>,
): Promise<Stored | Refused> {
  const { space, generations, entries } = body;
  return inTransaction(parts.db.tables, async (tx) => {
    const row = await lockSpace(tx, space);
    const member = row && (await findMember(tx, space, account));
    if (!row || !member || member.role === 'viewer') return refuse('not-allowed');
    const charter = await parts.charters.load(tx, space, row);
    const { logId, chain } = row;
    const writing: Writing = { tx, space, account, charter, charters: parts.charters, logId, chain };
    let position = row.position;
    const dossiers: Uint8Array[] = [];
    for (const bytes of generations) {
      const stored = await storeGeneration(writing, bytes, position + 1);
      if (stored instanceof Refused) return stored;
      if (stored) {
        position++;
        dossiers.push(stored);
      }
    }
    await updateSpace(tx, space, { ...row, position, chain: writing.chain });
    if (entries.length === 0) return { position, dossiers };
    const appended = await appendEntriesIn(tx, { space, account, entries });
    return appended instanceof Refused ? appended : { position: appended, dossiers };
  });
}

export const append: Handler<'entries/append'> = async (body, { parts, session }) => {
  const { space, generations, entries } = body;
  const { account } = session;
  if (await mayTakeAway(generations)) await catchUpChain(parts.db, space, account);
  const stored = await parts.turns.run<Stored | number>(space, account, () =>
    generations.length > 0
      ? appendBoth(parts, account, body)
      : parts.appends.append({ space, account, entries }),
  );
  if (stored instanceof Refused) return stored;
  const { position, dossiers } = typeof stored === 'number' ? { position: stored, dossiers: [] } : stored;
  parts.nudges.changed(space);
  parts.nudges.dossiersChanged(space, [...dossiers, ...entries.map((entry) => entry.dossier)]);
  return { position };
};
