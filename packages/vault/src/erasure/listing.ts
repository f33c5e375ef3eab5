import { isApart } from '../apart.ts';
import { rosterDossier } from '../circle.ts';
import type { ErasureView } from '../client.ts';
import { plainRecords } from '../projected.ts';
import type { Ring } from '../space/ring.ts';
import type { Unlocked } from '../unlocked.ts';

/** At most so many, the latest first. */
const MOST = 200;

/** What was destroyed in a space, by whom and why, and whose devices have said that it is gone there. */
export async function erasureViews(unlocked: Unlocked, ring: Ring): Promise<ErasureView[]> {
  const roster = await rosterDossier(ring.space);
  if (isApart(unlocked.engine, ring.space, roster)) return [];
  const { state } = await unlocked.merged.of(unlocked, ring.space, roster);
  const records = plainRecords(state);
  const devices = records.filter(({ kind, deleted }) => kind === 'device' && !deleted);
  const writers = ring.members
    .filter(({ role }) => role !== 'viewer')
    .map(({ account }) => account as string);
  return records
    .filter(({ kind }) => kind === 'erasure')
    .sort((a, b) => b.created.at - a.created.at || (a.id < b.id ? -1 : 1))
    .slice(0, MOST)
    .map(({ id, fields, created }) => {
      const gone = devices
        .filter(({ fields: { erased } }) => Array.isArray(erased) && erased.includes(id))
        .map(({ created: { by } }) => by);
      return {
        id,
        what: text(fields['what']),
        why: text(fields['why']),
        by: created.by,
        at: created.at,
        isGoneFromServer: typeof fields['gone'] === 'number',
        devices: gone.length,
        waitingFor: writers.filter((account) => !gone.includes(account)),
        viewers: ring.members.filter(({ role }) => role === 'viewer').length,
      };
    });
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '');
