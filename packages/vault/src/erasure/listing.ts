import { isApart } from '../apart.ts';
import { rosterDossier } from '../circle.ts';
import type { ErasureView } from '../client.ts';
import type { Engine } from '../database/engine.ts';
import { spaceNumber } from '../database/space-number.ts';
import { plainRecords } from '../projected.ts';
import type { Ring } from '../space/ring.ts';
import type { Unlocked } from '../unlocked.ts';
import { askWhatIsDestroyed, destroyedThere } from './destroyed-there.ts';
import { isRefused } from './judged.ts';

/** At most so many, the latest first. */
const MOST = 200;
/** While somebody looks, the server is asked again after so many ms. */
const LOOKING = 20_000;

/**
 * What was destroyed in a space, by whom and why, and whose devices have said that it is gone there; what somebody wanted
 * destroyed who could not read it; what the server destroyed of which nobody said anything.
 */
export async function erasureViews(unlocked: Unlocked, ring: Ring): Promise<ErasureView[]> {
  const { engine } = unlocked;
  // What it says stands in the list as soon as it has answered.
  void askWhatIsDestroyed(unlocked, ring, LOOKING);
  const roster = await rosterDossier(ring.space);
  if (isApart(engine, ring.space, roster)) return [];
  const { state } = await unlocked.merged.of(unlocked, ring.space, roster);
  const records = plainRecords(state);
  const devices = records.filter(({ kind, deleted }) => kind === 'device' && !deleted);
  const writers = ring.members
    .filter(({ role }) => role !== 'viewer')
    .map(({ account }) => account as string);
  const there = destroyedThere(engine, ring.space);
  const server = new Set<string>(there.map(({ dossier, blob }) => blob || dossier));
  const saidOf = new Set<string>();
  const said = records
    .filter(({ kind }) => kind === 'erasure')
    .map(({ id, fields, created }): ErasureView => {
      const of = text(fields['of']);
      const refused = isRefused(engine, ring.space, id);
      const isPart = Array.isArray(fields['parts']) && fields['parts'].length > 0;
      if (isPart) for (const blob of blobsOf(engine, ring.space, id)) saidOf.add(blob);
      else if (!refused || server.has(of)) saidOf.add(of);
      const gone = devices
        .filter(({ fields: { erased } }) => Array.isArray(erased) && erased.includes(id))
        .map(({ created: { by } }) => by);
      return {
        id,
        standing: refused ? 'refused' : 'said',
        ...(refused || isPart ? hereOf(engine, ring, of) : hereOf(engine, ring, text(fields['instead']))),
        isAnew: text(fields['instead']) !== '',
        what: text(fields['what']),
        why: text(fields['why']),
        by: created.by,
        at: created.at,
        isGoneFromServer: refused && !isPart ? server.has(of) : typeof fields['gone'] === 'number',
        devices: gone.length,
        waitingFor: writers.filter((account) => !gone.includes(account)),
        viewers: ring.members.filter(({ role }) => role === 'viewer').length,
      };
    });
  const unsaid = there
    .filter(({ dossier, blob }) => !saidOf.has(blob || dossier))
    .map(({ dossier, blob, by, at }): ErasureView => {
      const here = hereOf(engine, ring, dossier);
      const nobody = { devices: 0, waitingFor: [], viewers: 0 };
      return {
        id: blob || dossier,
        standing: 'unsaid',
        ...here,
        isAnew: false,
        what: blob === '' ? here.hereKind : '',
        why: '',
        by: by ?? '',
        at,
        isGoneFromServer: true,
        ...nobody,
      };
    });
  return [...said, ...unsaid].sort((a, b) => b.at - a.at || (a.id < b.id ? -1 : 1)).slice(0, MOST);
}

const NOT_HERE = { here: '', hereKind: '' };

/** What this device still shows of a dossier. */
function hereOf(engine: Engine, { space }: Ring, dossier: string): typeof NOT_HERE {
  const kind = engine.get<{ kind: string }>(
    'select kind from dossier where id = ? and space = ?',
    dossier,
    spaceNumber(engine, space),
  )?.kind;
  return kind === undefined ? NOT_HERE : { here: dossier, hereKind: kind };
}

/** The files that an erasure of parts took along here. */
function blobsOf(engine: Engine, space: string, erasure: string): string[] {
  const row = engine.get<{ blobs: string }>(
    'select blobs from erased_part where space = ? and erasure = ?',
    space,
    erasure,
  );
  return row === null ? [] : (JSON.parse(row.blobs) as string[]);
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '');
