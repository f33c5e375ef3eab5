import { type Card, titleOf } from '@dayaq/domain';
import { type AccountId, type DossierId, idBytes, readGeneration } from '@dayaq/sealing';
import type { Outcome, RemovalEffects } from './client.ts';
import { spaceNumber } from './database/space-number.ts';
import { success } from './failure.ts';
import { readersOf } from './space/readers-asked.ts';
import type { Ring } from './space/ring.ts';
import type { Unlocked } from './unlocked.ts';

/** What the removal of a member would leave behind, by what this device knows and what the server counts. */
export async function removalEffects(
  unlocked: Unlocked,
  ring: Ring,
  account: AccountId,
): Promise<Outcome<RemovalEffects>> {
  const cases = await onlyFor(unlocked, ring, account);
  const counted = await unlocked.server.call('spaces/unreadable', {
    space: idBytes(ring.space),
    account: idBytes(account),
  });
  if (!counted.ok) return counted;
  const tasks = unlocked.engine.get<{ n: number }>(
    'select count(*) as n from task where space = ? and owner = ?',
    spaceNumber(unlocked.engine, ring.space),
    account,
  );
  return success({
    // What was closed to this account does not come here: of those only the server knows how many there are.
    unreadable: Math.max(cases.length, counted.value.dossiers),
    cases,
    tasks: tasks?.n ?? 0,
  });
}

/** Restricted dossiers, known here, whose one reader among today's members is this account. */
async function onlyFor(unlocked: Unlocked, ring: Ring, account: AccountId): Promise<RemovalEffects['cases']> {
  const rows = unlocked.engine.all<{
    dossier: DossierId;
    header: Uint8Array;
    kind: string | null;
    card: string | null;
  }>(
    `select g.dossier, g.header, d.kind, d.card from generation g left join dossier d on d.id = g.dossier
      where g.space = ?1 and g.restricted = 1 and g.void = 0 and not exists(
        select 1 from generation n
         where n.space = ?1 and n.dossier = g.dossier and n.void = 0 and n.generation > g.generation)`,
    ring.space,
  );
  const members = new Set(ring.members.map((member) => member.account));
  const found: RemovalEffects['cases'] = [];
  for (const { dossier, header, kind, card } of rows) {
    const read = await readGeneration(header);
    const readers = read.ok ? (readersOf(read.value) ?? []).filter((reader) => members.has(reader)) : [];
    if (readers.length !== 1 || readers[0] !== account) continue;
    const title = kind === null || card === null ? '' : titleOf(kind, JSON.parse(card) as Card);
    found.push({ dossier, title });
  }
  return found;
}
