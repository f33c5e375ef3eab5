import { type Card, titleOf } from '@dayaq/domain';
import { type AccountId, type DossierId, readGeneration } from '@dayaq/sealing';
import type { OpenTo } from './client.ts';
import { spaceNumber } from './database/space-number.ts';
import type { Row } from './database/engine.ts';
import { readersOf } from './space/readers-asked.ts';
import type { Ring } from './space/ring.ts';
import type { Unlocked } from './unlocked.ts';

/** Named one by one; more are counted. */
const MOST_NAMED = 200;
/** The roster says who everybody is and is nothing that somebody works on. */
const ROSTER = 'organisation';

interface Found extends Row {
  id: DossierId;
  kind: string;
  card: string;
  header: Uint8Array | null;
  asked: string | null;
}

/** What a member can open, by the readers whom each dossier's newest key names: no role opens or closes anything. */
export async function openTo(unlocked: Unlocked, ring: Ring, account: AccountId): Promise<OpenTo> {
  const counts = new Map<string, number>();
  const named: OpenTo['named'] = [];
  let namedInAll = 0;
  let closedToThem = 0;
  const belongs = ring.members.some((member) => member.account === account);
  const rows = unlocked.engine.all<Found>(
    `select d.id, d.kind, d.card, g.header, r.readers as asked from dossier d
      left join generation g on g.space = ?1 and g.dossier = d.id and g.restricted = 1 and g.void = 0 and not exists(
        select 1 from generation n
         where n.space = ?1 and n.dossier = g.dossier and n.void = 0 and n.generation > g.generation)
      left join restriction r on r.space = ?1 and r.dossier = d.id and not exists(
        select 1 from generation n where n.space = ?1 and n.dossier = d.id and n.void = 0)
      where d.space = ?2 and d.kind <> ?3 order by d.updated desc`,
    ring.space,
    spaceNumber(unlocked.engine, ring.space),
    ROSTER,
  );
  for (const { id, kind, card, header, asked } of rows) {
    const readers = await readersIn(header, asked);
    if (!belongs || readers?.includes(account) === false) closedToThem++;
    else if (readers === null) counts.set(kind, (counts.get(kind) ?? 0) + 1);
    else if (namedInAll++ < MOST_NAMED)
      named.push({ dossier: id, kind, title: titleOf(kind, JSON.parse(card) as Card) });
  }
  const everybodys = [...counts].map(([kind, count]) => ({ kind, count }));
  return { everybodys, named, namedInAll, closedToThem };
}

/** Null: every member. A header that cannot be read names nobody. @param asked of what was never sent: who is to read it */
async function readersIn(header: Uint8Array | null, asked: string | null): Promise<readonly string[] | null> {
  if (header !== null) {
    const read = await readGeneration(header);
    return read.ok ? readersOf(read.value) : [];
  }
  return asked === null || asked === 'all' ? null : (JSON.parse(asked) as string[]);
}
