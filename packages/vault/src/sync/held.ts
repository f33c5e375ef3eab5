import type { DossierId, SpaceId } from '@dayaq/sealing';
import type { HeldReason } from '../client.ts';
import type { Engine } from '../database/engine.ts';
import type { Ring } from '../space/ring.ts';
import type { Unlocked } from '../unlocked.ts';

/** Milliseconds after which something that was refused is tried again without any sign that the reason has ended. */
const TRY_AGAIN = 10 * 60_000;
/** Waits for a person to decide. */
const NEVER = Number.MAX_SAFE_INTEGER;
const FOR_A_PERSON: ReadonlySet<HeldReason> = new Set(['returned', 'readers-moved']);

/** What stands in `held` for readers that were asked for, and for a wish to share or to stop. */
export const readersThing = (space: string, dossier: string) => `readers/${space}/${dossier}`;
export const wishThing = (space: string, dossier: string) => `sharing/${space}/${dossier}`;
/** SQL: the same of a row of `restriction` or `sharing`. */
export const READERS_THING = (row: string) => `('readers/' || ${row}.space || '/' || ${row}.dossier)`;
export const WISH_THING = (row: string) => `('sharing/' || ${row}.space || '/' || ${row}.dossier)`;
const returnedName = (id: string) => `returned/${id}`;

/** SQL: whether the thing with this id may be tried now. */
export function mayTry(unlocked: Unlocked, id: string): string {
  const now = Math.floor(unlocked.around.now());
  return `not exists(select 1 from held where held.id = ${id} and held.due > ${now})`;
}

/** SQL: this account was not granted the newest generation of a row's dossier. */
export function isClosed(row: string): string {
  return `exists(select 1 from generation g where g.space = ${row}.space and g.dossier = ${row}.dossier and g.key is null and g.void = 0
    and not exists(select 1 from generation n
      where n.space = g.space and n.dossier = g.dossier and n.void = 0 and n.generation > g.generation))`;
}

/** Whether this account was told by a refusal that the dossier is closed to it, and nothing has come of it since. */
export function isShut(engine: Engine, dossier: DossierId): boolean {
  return engine.get(`select 1 from (${SHUT}) where dossier = ? limit 1`, dossier) !== null;
}

/** SQL: space and dossier of each of which a refusal told so, whether or not something waits in it. */
export const SHUT = `select s.space, s.dossier from shut s
  where s.generation = (select coalesce(max(g.generation), 0) from generation g where g.space = s.space and g.dossier = s.dossier)
    and not exists(select 1 from entry e where e.space = s.space and e.dossier = s.dossier and e.position > s.position)
  union select space, dossier from held where reason = 'closed-to-you'`;

function noteShut(engine: Engine, space: SpaceId, dossier: DossierId): void {
  engine.run(
    `insert or replace into shut(space, dossier, generation, position) values(?1, ?2, ?3,
       (select coalesce(max(position), 0) from entry where space = ?1 and dossier = ?2))`,
    space,
    dossier,
    newestNumber(engine, space, dossier),
  );
}

/** Sets things of one dossier, of the ring's space or of one that shares it with that, aside with their reason. They are tried again when it may have ended; nothing else waits for them. */
export function hold(
  unlocked: Unlocked,
  ring: Ring,
  { space, dossier }: { space: SpaceId; dossier: DossierId },
  ids: readonly string[],
  reason: HeldReason,
): void {
  const { engine } = unlocked;
  const now = Math.floor(unlocked.around.now());
  engine.transaction(() => {
    if (reason === 'closed-to-you' && space === ring.space) noteShut(engine, space, dossier);
    for (const id of ids) {
      engine.run(
        `insert into held(id, space, dossier, reason, at, due, seq, generation) values(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
         on conflict(id) do update set reason = ?4, due = ?6, seq = ?7, generation = ?8`,
        id,
        space,
        dossier,
        reason,
        now,
        FOR_A_PERSON.has(reason) ? NEVER : now + TRY_AGAIN,
        ring.state.seq,
        newestNumber(engine, space, dossier),
      );
    }
  });
  unlocked.changed([dossier], []);
}

function newestNumber(engine: Engine, space: SpaceId, dossier: DossierId): number {
  return (
    engine.get<{ n: number | null }>(
      'select max(generation) as n from generation where space = ? and dossier = ?',
      space,
      dossier,
    )?.n ?? 0
  );
}

/** The server has these, or nobody wants them any more. Others of the same dossier are worth another try. */
export function release(
  unlocked: Unlocked,
  space: SpaceId,
  dossier: DossierId,
  ids: readonly string[],
): void {
  const { engine } = unlocked;
  engine.run('delete from shut where space = ? and dossier = ?', space, dossier);
  if (engine.get('select id from held where dossier = ? and space = ? limit 1', dossier, space) === null)
    return;
  for (const id of ids) engine.run('delete from held where id = ?', id);
  engine.run('update held set due = 0 where dossier = ? and space = ? and due < ?', dossier, space, NEVER);
}

/** Where the charter or a dossier's readers have moved, what was refused may be taken now. */
export function tryMoved(unlocked: Unlocked, ring: Ring): void {
  unlocked.engine.run(
    `update held set due = 0 where due < ?2 and due > 0 and
       (space = ?1 or exists(select 1 from share s where s.space = ?1 and s.owner = held.space and s.dossier = held.dossier)) and (seq <> ?3 or generation <>
         (select coalesce(max(g.generation), 0) from generation g where g.space = held.space and g.dossier = held.dossier))`,
    ring.space,
    NEVER,
    ring.state.seq,
  );
}

/** Tries everything again at the next turn, also what the server did not give whole: somebody asked for it, or the device was just opened. */
export function tryAll(unlocked: Unlocked): void {
  unlocked.engine.run('update held set due = 0 where due < ?', NEVER);
  unlocked.engine.run('update wanted set due = 0');
}

/** What waits of a space: of a removed member, all that was written before. */
export function unsentOf(unlocked: Unlocked, ring: Ring): { id: string; dossier: DossierId }[] {
  return unlocked.engine.all<{ id: string; dossier: DossierId }>(
    `select id, dossier from entry where position is null and space = ?1
     union select blob as id, dossier from upload where space = ?1`,
    ring.space,
  );
}

/**
 * Whoever was removed and comes back decides what becomes of the words from before: they do not go by themselves.
 * `unsent` is what waited while the charter did not name this account.
 */
export async function holdReturned(
  unlocked: Unlocked,
  ring: Ring,
  unsent: readonly { id: string; dossier: DossierId }[],
): Promise<void> {
  for (const { id, dossier } of unsent) {
    await unlocked.kept.put(returnedName(id), { space: ring.space, dossier });
    if (!unlocked.alive) return;
    hold(unlocked, ring, { space: ring.space, dossier }, [id], 'returned');
  }
}

/** It may go now, or is no more: the mark beside the database goes. */
export function forgetReturned(unlocked: Unlocked, id: string): Promise<void> {
  return unlocked.kept.delete(returnedName(id));
}

/** On opening: what waits for a decision waits for it again, whatever happened to the database. */
export async function recoverReturned(unlocked: Unlocked): Promise<void> {
  for (const { name, value } of await unlocked.kept.all(returnedName(''))) {
    const { space, dossier } = value as { space: SpaceId; dossier: DossierId };
    const ring = unlocked.rings.get(space);
    const id = name.slice(returnedName('').length);
    const isHeld = unlocked.engine.get('select id from held where id = ?', id) !== null;
    if (ring !== undefined && !isHeld) hold(unlocked, ring, { space, dossier }, [id], 'returned');
  }
}
