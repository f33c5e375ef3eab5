import type { LogId, SpaceId } from '@dayaq/sealing';
import type { Engine } from '../database/engine.ts';

/** One life of a space's log on its server, as this device knows it. A restore of the server begins another. */
export interface Life {
  readonly number: number;
  readonly log: LogId;
  /** Up to where the log that came after is the same; null for the one that is alive. */
  readonly until: number | null;
}

export function livesOf(engine: Engine, space: SpaceId): Life[] {
  return engine
    .all<{ number: number; log: LogId; until: number | null }>(
      'select number, log, until from life where space = ? order by number',
      space,
    )
    .map(({ number, log, until }) => ({ number, log, until }));
}

/** The last life that ended while this device followed it; null where none did. A newcomer has followed none that is over. */
export function lastRestored(engine: Engine, space: SpaceId): number | null {
  return (
    engine.get<{ number: number | null }>(
      `select max(number) as number from life l where space = ? and until is not null and instr(log, '${READ_BEFORE}') = 0
        and exists(select 1 from chain where life = l.number)`,
      space,
    )?.number ?? null
  );
}

/**
 * Begins to follow a log: what came before it ends where the server says that the two are the same. `last` is the life that
 * was followed here until now: none before it has more in common with this one.
 */
export function beginLife(
  engine: Engine,
  space: SpaceId,
  log: LogId,
  former: readonly { log: LogId; until: number }[],
  last: { log: LogId; until: number } | null = null,
): void {
  // It was read here before, under the same name: perhaps the server said in between that it had been put back.
  for (const life of livesOf(engine, space)) if (life.log === log) endLife(engine, life);
  for (const { log: earlier, until } of last === null ? former : [...former, last]) {
    if (earlier === log) continue;
    engine.run(
      `insert into life(space, log, until) values(?1, ?2, ?3)
       on conflict(space, log) do update set until = min(coalesce(until, ?3), ?3)`,
      space,
      earlier,
      until,
    );
  }
  if (last !== null)
    engine.run(
      'update life set until = min(until, ?) where space = ? and until is not null',
      last.until,
      space,
    );
  engine.run('insert into life(space, log, until) values(?, ?, null)', space, log);
}

const knownName = (space: SpaceId, log: LogId) => `known-by/${space}/${log}`;

/** Notes what is kept of a space when a life of its log ends: whatever comes later came in another one. */
export function noteKnown(engine: Engine, space: SpaceId, log: LogId): void {
  engine.run(
    'insert or ignore into meta(name, value) values(?, (select coalesce(max(rid), 0) from entry))',
    knownName(space, log),
  );
}

/**
 * Whether an entry was here before a life of the log ended, or that life has not ended here. False where this device did not
 * live through its end.
 */
export function wasKnownIn(engine: Engine, space: SpaceId, log: LogId, entry: string): boolean {
  const isAlive = 'select 1 from life where space = ? and log = ? and until is null';
  if (engine.get(isAlive, space, log) !== null) return true;
  return (
    engine.get(
      'select 1 from entry where id = ? and rid <= (select cast(value as integer) from meta where name = ?)',
      entry,
      knownName(space, log),
    ) !== null
  );
}

const restoredName = (space: SpaceId) => `restored-at/${space}`;

/** Notes that the log that is followed here was put back, as this device learned just now. */
export function noteRestored(engine: Engine, space: SpaceId, now: number): void {
  engine.run('insert or replace into meta(name, value) values(?, ?)', restoredName(space), String(now));
}

/** When this device learned of the last restore, in milliseconds; -Infinity where there was none. */
export function restoredAt(engine: Engine, space: SpaceId): number {
  const kept = engine.get<{ value: string }>('select value from meta where name = ?', restoredName(space));
  return kept === null ? -Infinity : Number(kept.value);
}

/** What stands behind the identity of a log that was read here and turned out to be another. */
export const READ_BEFORE = '#';

/** Ends a reading of a log: what was verified then is kept apart, because others may have been shown the same. */
function endLife(engine: Engine, { number, log }: Life): void {
  if (log.includes(READ_BEFORE)) return;
  engine.run('update life set log = ?, until = 0 where number = ?', `${log}${READ_BEFORE}${number}`, number);
}

/** The same for every life of a space's log: an earlier one, too, may have been read while the server lied. */
export function endLives(engine: Engine, space: SpaceId): void {
  for (const life of livesOf(engine, space)) endLife(engine, life);
}
