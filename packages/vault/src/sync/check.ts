import { type Entry, readEntry, verifyEntry } from '@dayaq/journal';
import type { DossierId, SpaceId } from '@dayaq/sealing';
import { entriesOf, projectDossier } from '../projection.ts';
import { signKeyOf, type Unlocked } from '../unlocked.ts';

const BATCH = 500;
const VERIFIED = 1;
const REFUSED = 2;

interface Unchecked extends Record<string, null | number | string | Uint8Array> {
  rid: number;
  space: string;
  dossier: string;
  bytes: Uint8Array;
}

/** Verifies the signatures of a dossier before it is shown. */
export async function checkDossier(unlocked: Unlocked, dossier: DossierId): Promise<void> {
  const rows = unlocked.engine.all<Unchecked>(
    'select rid, space, dossier, bytes from entry where dossier = ? and checked = 0',
    dossier,
  );
  await check(unlocked, rows);
}

/** Verifies the rest behind everything else, a batch at a time. Answers how many it looked at. */
export async function checkSome(unlocked: Unlocked): Promise<number> {
  const rows = unlocked.engine.all<Unchecked>(
    `select rid, space, dossier, bytes from entry where checked = 0 limit ${BATCH}`,
  );
  await check(unlocked, rows);
  return rows.length;
}

async function check(unlocked: Unlocked, rows: readonly Unchecked[]): Promise<void> {
  if (rows.length === 0) return;
  const verdicts = await Promise.all(rows.map((row) => genuine(unlocked, row)));
  if (!unlocked.alive) return;
  const { engine } = unlocked;
  const damaged = new Map<DossierId, SpaceId>();
  engine.transaction(() => {
    rows.forEach((row, i) => {
      engine.run('update entry set checked = ? where rid = ?', verdicts[i] ? VERIFIED : REFUSED, row.rid);
      if (!verdicts[i]) damaged.set(row.dossier as DossierId, row.space as SpaceId);
    });
  });
  for (const [dossier, space] of damaged) {
    unlocked.refused++;
    const left: Entry[] = await entriesOf(engine, dossier);
    engine.transaction(() => projectDossier(engine, space, dossier, left));
    unlocked.changed([dossier], []);
  }
}

async function genuine(unlocked: Unlocked, row: Unchecked): Promise<boolean> {
  const ring = unlocked.rings.get(row.space as SpaceId);
  const entry = await readEntry(row.bytes);
  if (ring === undefined || !entry.ok) return false;
  const signKey = signKeyOf(ring, entry.value.author);
  return signKey !== null && (await verifyEntry(row.bytes, signKey));
}
