import type { DossierId, SpaceId } from '@dayaq/sealing';
import type { DossierView, SharedRow } from '../client.ts';
import { isApart } from '../apart.ts';
import type { Engine } from '../database/engine.ts';
import { peerViews } from '../introductions.ts';
import type { Ring } from '../space/ring.ts';
import type { Unlocked } from '../unlocked.ts';
import { type LeftOver, plainFields, rootOf, SEEN_FIELD } from './root.ts';
import type { ShareRow } from './rows.ts';

const MOST = 500;
interface Listed extends ShareRow {
  unsent: number;
  wished: number;
  given: number;
}

const LISTED = `
  select s.*,
         (select count(*) from entry e where e.space = s.owner and e.dossier = s.dossier and e.position is null) as unsent,
         (select count(*) from sharing w where w.space = s.space and w.dossier = s.dossier) as wished,
         (select count(*) from generation g where g.space = s.owner and g.dossier = s.dossier) as given
    from share s left join dossier d on d.id = s.dossier`;

function stateOf(row: Listed): SharedRow['state'] {
  if (row.ended === 1) return 'ended';
  return row.space === row.owner && row.given === 0 ? 'waiting' : 'live';
}

/** What a space shares with others, and others with it; newest first. What cannot be opened here is not listed. */
export async function sharedRows(unlocked: Unlocked, ring: Ring): Promise<SharedRow[]> {
  const names = new Map((await peerViews(unlocked, ring)).map((peer) => [peer.space, peer.name]));
  const found = unlocked.engine.all<Listed>(
    `${LISTED} where s.space = ? order by coalesce(d.updated, json_extract(s.left_over, '$.updated'), 0) desc limit ${MOST}`,
    ring.space,
  );
  const rows: SharedRow[] = [];
  for (const row of found) {
    // Its id leads to another dossier here: it stands with what is set apart.
    if (isApart(unlocked.engine, row.owner, row.dossier)) continue;
    const content = await contentOf(unlocked, row);
    if (content === null) continue;
    const given = row.space === row.owner;
    rows.push({
      dossier: row.dossier,
      space: ring.space,
      direction: given ? 'given' : 'received',
      peer: row.peer,
      peerName: names.get(row.peer) ?? '',
      state: stateOf(row),
      acknowledged: given ? content.fields[SEEN_FIELD] != null : row.left_over !== null,
      ...content,
      unsent: row.unsent + row.wished > 0,
    });
  }
  return rows;
}

/** The same of several spaces, put together. */
export function newestShared(rows: readonly SharedRow[]): SharedRow[] {
  return [...rows].sort((a, b) => b.updated - a.updated).slice(0, MOST);
}

async function contentOf(unlocked: Unlocked, row: ShareRow): Promise<LeftOver | null> {
  if (row.left_over !== null) return JSON.parse(row.left_over) as LeftOver;
  const root = await rootOf(unlocked, row.owner, row.dossier);
  return root === null ? null : { fields: plainFields(root), updated: root.updated.at };
}

/** How a dossier is shared, as its page shows it. */
export function sharedView(engine: Engine, owner: SpaceId, dossier: DossierId): DossierView['shared'] {
  // Whoever belongs to both spaces sees it as the owner's.
  const row = engine.get<Listed>(
    `${LISTED} where s.owner = ? and s.dossier = ? order by s.space = s.owner desc limit 1`,
    owner,
    dossier,
  );
  if (row === null) return null;
  return { direction: row.space === row.owner ? 'given' : 'received', peer: row.peer, state: stateOf(row) };
}
