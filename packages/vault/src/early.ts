import type { HourOf } from '@dayaq/domain';
import type { Entry } from '@dayaq/journal';
import type { DossierId, EntryId } from '@dayaq/sealing';
import type { Engine } from './database/engine.ts';

/**
 * An author's clock may say anything; a device knows when it heard of an entry. What was stamped later than that is noted as it
 * comes, and was said no later: else a clock that is years fast, or a hand that sets it so, keeps a danger waiting.
 * @param now ms
 */
export function noteEarly(engine: Engine, { id, dossier, time }: Entry, now: number): void {
  if (time > now)
    engine.run('insert or ignore into early(entry, dossier, at) values(?, ?, ?)', id, dossier, now);
}

/** When what stands in a dossier was said: by its authors' clocks, and no later than it was heard of here. */
export function hoursIn(engine: Engine, dossier: DossierId): HourOf {
  const rows = engine.all<{ entry: EntryId; at: number }>(
    'select entry, at from early where dossier = ?',
    dossier,
  );
  const heard = new Map<string, number>(rows.map(({ entry, at }) => [entry, at]));
  return ({ entry = '', at }) => Math.min(at, heard.get(entry) ?? at);
}

/** What is known of a dossier's hours goes with it. */
export function forgetEarly(engine: Engine, dossier: DossierId): void {
  engine.run('delete from early where dossier = ?', dossier);
}
