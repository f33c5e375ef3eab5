import type { Request } from '@dayaq/protocol';
import { type Writing, storeGeneration } from '../../generation/store.ts';
import type { Parts } from '../../parts.ts';
import { Refused, refuse } from '../../refused.ts';
import { type AppendBatch, type Appended, appendEntries, appendEntriesIn } from '../../storage/log.ts';
import { findMember, lockSpace, updateSpace } from '../../storage/spaces.ts';
import { inTransaction } from '../../storage/transaction.ts';
import type { Handler } from '../handler.ts';

type Body = Request<'entries/append'>;

const DOSSIER = 16;
const ENTRY = 32;

/** The entries side by side in few arrays, as the database takes them. Null when one id comes twice. */
function batchOf(body: Body, account: Uint8Array): AppendBatch | null {
  const { space, entries } = body;
  const dossiers = Buffer.allocUnsafe(entries.length * DOSSIER);
  const ids = Buffer.allocUnsafe(entries.length * ENTRY);
  const generations: number[] = [];
  const starts: number[] = [];
  const lengths: number[] = [];
  const seen = new Set<string>();
  let size = 0;
  for (const [i, entry] of entries.entries()) {
    dossiers.set(entry.dossier, i * DOSSIER);
    ids.set(entry.id, i * ENTRY);
    seen.add(ids.toString('latin1', i * ENTRY, (i + 1) * ENTRY));
    generations.push(entry.g);
    starts.push(size);
    lengths.push(entry.sealed.length);
    size += entry.sealed.length;
  }
  if (seen.size !== entries.length) return null;
  const bodies = Buffer.concat(
    entries.map((entry) => entry.sealed),
    size,
  );
  return { space, account, dossiers, generations, ids, starts, lengths, bodies };
}

function answer(appended: Appended): { position: number } | Refused {
  return appended.outcome === 'stored' ? { position: appended.position } : refuse(appended.outcome);
}

/** Generations first, then the entries that need them, in one transaction under the space's lock. */
function appendBoth(
  parts: Parts,
  account: Uint8Array,
  body: Body,
  batch: AppendBatch,
): Promise<{ position: number } | Refused> {
  return inTransaction(parts.db.tables, async (tx) => {
    const row = await lockSpace(tx, body.space);
    const member = row && (await findMember(tx, body.space, account));
    if (!row || !member || member.role === 'viewer') return refuse('not-allowed');
    const charter = await parts.charters.load(tx, body.space, row);
    const writing: Writing = { tx, space: body.space, account, charter };
    let position = row.position;
    for (const bytes of body.generations) {
      const stored = await storeGeneration(writing, bytes, position + 1);
      if (stored instanceof Refused) return stored;
      if (stored) position++;
    }
    await updateSpace(tx, body.space, { ...row, position });
    return batch.starts.length === 0 ? { position } : answer(await appendEntriesIn(tx, batch));
  });
}

export const append: Handler<'entries/append'> = async (body, { parts, session }) => {
  const batch = batchOf(body, session.account);
  if (!batch) return refuse('malformed', 'entries');
  const done =
    body.generations.length > 0
      ? await appendBoth(parts, session.account, body, batch)
      : answer(await appendEntries(parts.db, batch));
  if (!(done instanceof Refused)) parts.nudges.changed(body.space);
  return done;
};
