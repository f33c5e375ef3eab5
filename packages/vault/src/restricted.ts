import type { DossierId } from '@dayaq/sealing';
import type { Engine } from './database/engine.ts';
import { spaceOf } from './space/home.ts';

/** Restricted by its newest generation, or about to be. */
export function isRestricted(engine: Engine, dossier: DossierId): boolean {
  const space = spaceOf(engine, dossier);
  const asked = engine.get<{ readers: string }>(
    'select readers from restriction where space = ? and dossier = ?',
    space,
    dossier,
  );
  if (asked !== null) return asked.readers !== 'all';
  return (
    engine.get<{ restricted: number }>(
      `select restricted from generation where space = ? and dossier = ? and void = 0
        order by generation desc limit 1`,
      space,
      dossier,
    )?.restricted === 1
  );
}

/** The same of all that are restricted: a handful of thousands. */
export function restrictedIds(engine: Engine): ReadonlySet<string> {
  return new Set(engine.all<{ dossier: string }>(RESTRICTED).map(({ dossier }) => dossier));
}

/** SQL: the same of every dossier at once, as ids. What another space has under the id says nothing of it. */
export const RESTRICTED = `
  select x.dossier from (
    select space, dossier from restriction where readers <> 'all'
    union
    select g.space, g.dossier from generation g
     where g.restricted = 1 and g.void = 0
       and not exists(select 1 from restriction r where r.space = g.space and r.dossier = g.dossier)
       and not exists(select 1 from generation n
         where n.space = g.space and n.dossier = g.dossier and n.void = 0 and n.generation > g.generation)
  ) x join dossier shown on shown.id = x.dossier
      join space_number n on n.number = shown.space and n.space = x.space`;
