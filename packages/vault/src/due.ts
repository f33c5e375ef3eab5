import type { DossierId, SpaceId } from '@dayaq/sealing';
import { thingItself } from './apart.ts';
import type { Engine, Row } from './database/engine.ts';
import { storeFailure } from './failure.ts';
import type { Merged, WithMerged } from './merged.ts';
import { projectDossier, takeApart } from './projection.ts';

/** Dossiers of one transaction: what comes in between waits for no more than that. */
const STEP = 50;

/** A dossier's rows are to be made anew: noted with what changed it, so that a crash in between costs nothing. */
export function projectLater(engine: Engine, space: SpaceId, dossier: DossierId): void {
  engine.run('insert or ignore into unprojected(dossier, space) values(?, ?)', dossier, space);
}

interface DueRow extends Row {
  number: number;
  dossier: DossierId;
  space: SpaceId;
}

/** What has to be projected still, and when. */
export class Due {
  #running: Promise<void> | null = null;
  #cancel: (() => void) | null = null;
  /** What this person saved, and its rows are not made: whoever reads lists waits for these and for no others. */
  readonly #saved = new Set<DossierId>();

  /** Projects what is due once whoever waits for an answer has it. `saved`: a dossier that was put off by its own saving. */
  soon(unlocked: WithMerged, saved: DossierId | null): void {
    if (saved !== null) this.#saved.add(saved);
    // What fails here stays due: the next turn tries it again, and says why.
    this.#cancel ??= unlocked.around.later(0, () => void this.now(unlocked).catch(() => undefined));
  }

  /** Lists hold what this person has saved. Where the device has no room for its rows, they show what they did before. */
  async settled(unlocked: WithMerged): Promise<void> {
    if (this.#saved.size === 0) return;
    try {
      await unlocked.lane.run(() => this.#step(unlocked, [...this.#saved]));
    } catch (error) {
      if (storeFailure(error) === null) throw error;
    }
  }

  /** Projects all that is due. `progress`: how many dossiers are done, of how many. */
  async now(unlocked: WithMerged, progress?: (done: number, total: number) => void): Promise<void> {
    this.#cancel?.();
    this.#cancel = null;
    const work = () => this.#run(unlocked, progress);
    const running = this.#running === null ? work() : this.#running.then(work, work);
    this.#running = running;
    try {
      await running;
    } finally {
      if (this.#running === running) this.#running = null;
    }
  }

  stop(): void {
    this.#cancel?.();
    this.#cancel = null;
  }

  async #run(unlocked: WithMerged, progress?: (done: number, total: number) => void): Promise<void> {
    const { engine } = unlocked;
    const total = engine.get<{ n: number }>('select count(*) as n from unprojected')?.n ?? 0;
    let done = 0;
    while (unlocked.alive && engine.get('select 1 from unprojected limit 1') !== null) {
      // Another may become due meanwhile.
      progress?.(done, Math.max(total, done + 1));
      done += await unlocked.lane.run(() => this.#step(unlocked));
    }
  }

  /** Projects the next few, or `only` these; each is taken off the list with its rows. Answers how many. */
  async #step(unlocked: WithMerged, only?: readonly DossierId[]): Promise<number> {
    if (!unlocked.alive) return 0;
    const { engine } = unlocked;
    const rows =
      only === undefined
        ? engine.all<DueRow>('select number, dossier, space from unprojected order by number limit ?', STEP)
        : engine.all<DueRow>(
            'select number, dossier, space from unprojected where dossier in (select value from json_each(?))',
            JSON.stringify(only),
          );
    const read = await Promise.all(rows.map((row) => mergedOf(unlocked, row)));
    if (!unlocked.alive) return 0;
    const kinds = new Set<string>();
    engine.transaction(() => {
      for (const [i, { number, dossier, space }] of rows.entries()) {
        const merged = read[i] as Merged | Unreadable;
        if ('error' in merged) takeApart(engine, { space, dossier, entries: [] }, 'merge', merged.error);
        else kinds.add(projectDossier(engine, merged));
        engine.run('delete from unprojected where number = ?', number);
      }
    });
    for (const dossier of only ?? rows.map((row) => row.dossier)) this.#saved.delete(dossier);
    if (rows.length > 0)
      unlocked.changed(
        rows.map(({ dossier }) => dossier),
        [...kinds],
      );
    return rows.length;
  }
}

interface Unreadable {
  readonly error: unknown;
}

/** One that cannot be worked out keeps nobody from the others, nor from coming in. */
async function mergedOf(unlocked: WithMerged, { space, dossier }: DueRow): Promise<Merged | Unreadable> {
  try {
    return await unlocked.merged.of(unlocked, space, dossier, false);
  } catch (error) {
    if (!thingItself(error)) throw error;
    return { error };
  }
}
