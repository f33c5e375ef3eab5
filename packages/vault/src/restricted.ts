import type { DossierId } from '@dayaq/sealing';
import type { Engine } from './database/engine.ts';

/** Restricted by its newest generation, or about to be. */
export function isRestricted(engine: Engine, dossier: DossierId): boolean {
  const asked = engine.get<{ readers: string }>('select readers from restriction where dossier = ?', dossier);
  if (asked !== null) return asked.readers !== 'all';
  return (
    engine.get<{ restricted: number }>(
      `select restricted from generation where dossier = ?1 and void = 0 and space = coalesce(
         (select n.space from dossier d join space_number n on n.number = d.space where d.id = ?1), space)
        order by generation desc limit 1`,
      dossier,
    )?.restricted === 1
  );
}

/** SQL: the same of every dossier at once, as ids. */
export const RESTRICTED = `
  select dossier from restriction where readers <> 'all'
  union
  select g.dossier from generation g
   where g.restricted = 1 and g.void = 0
     and not exists(select 1 from restriction r where r.dossier = g.dossier)
     and not exists(select 1 from generation n
       where n.space = g.space and n.dossier = g.dossier and n.void = 0 and n.generation > g.generation)`;
