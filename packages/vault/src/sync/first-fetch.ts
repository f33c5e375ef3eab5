import type { SpaceId } from '@dayaq/sealing';
import type { SpaceSummary } from '../client.ts';
import type { Engine } from '../database/engine.ts';

/** Where the server says that a space's log ends, so that the way there can be shown. Its word decides nothing. */
export function noteEnd(engine: Engine, space: SpaceId, position: number): void {
  engine.run(
    `insert into first_fetch(space, total, whole) values(?, ?, 0)
     on conflict(space) do update set total = excluded.total where whole = 0`,
    space,
    position,
  );
}

/** The log was asked for and holds no key that opens it: what is missing is a colleague's device, and not the fetch. */
export function noteKeyless(engine: Engine, space: SpaceId): void {
  engine.run(
    `insert into first_fetch(space, total, whole) values(?, 1, 0)
     on conflict(space) do update set total = max(first_fetch.total, 1) where whole = 0`,
    space,
  );
}

/** All of the log has been here: what the lists show from now on is everything, but for what is new. */
export function noteWhole(engine: Engine, space: SpaceId): void {
  engine.run(
    `insert into first_fetch(space, total, whole) values(?, 0, 1)
     on conflict(space) do update set whole = 1 where whole = 0`,
    space,
  );
}

/** How far the first fetch is; null once it was whole. Kept in the database: also after closing, with no network. */
export function fetchingOf(engine: Engine, space: SpaceId): SpaceSummary['fetching'] {
  const row = engine.get<{ total: number; whole: number }>(
    'select total, whole from first_fetch where space = ?',
    space,
  );
  if (row?.whole === 1) return null;
  const done =
    engine.get<{ position: number }>('select position from space where id = ?', space)?.position ?? 0;
  const total = row?.total ?? 0;
  return { done, total: total === 0 ? 0 : Math.max(total, done) };
}
