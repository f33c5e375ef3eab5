import type { DossierId, SpaceId } from '@dayaq/sealing';
import type { Engine } from './database/engine.ts';
import { projectDossier } from './projection.ts';
import type { Unlocked } from './unlocked.ts';

/** Dossiers of one transaction: what comes in between waits for no more than that. */
const STEP = 50;

/** A dossier's rows are to be made anew: noted with what changed it, so that a crash in between costs nothing. */
export function projectLater(engine: Engine, space: SpaceId, dossier: DossierId): void {
  engine.run('insert or ignore into unprojected(dossier, space) values(?, ?)', dossier, space);
}

/** What has to be projected still, and when. */
export class Due {
  #running: Promise<void> | null = null;
  #cancel: (() => void) | null = null;

  /** Projects what is due once whoever waits for an answer has it. */
  soon(unlocked: Unlocked): void {
    // What fails here stays due: the next turn tries it again, and says why.
    this.#cancel ??= unlocked.around.later(0, () => void this.now(unlocked).catch(() => undefined));
  }

  /** Whoever reads lists waits for what was put off. */
  async settled(unlocked: Unlocked): Promise<void> {
    if (this.#cancel !== null) await this.now(unlocked);
    else await this.#running;
  }

  /** Projects all that is due. `progress`: how many dossiers are done, of how many. */
  async now(unlocked: Unlocked, progress?: (done: number, total: number) => void): Promise<void> {
    this.#cancel?.();
    this.#cancel = null;
    const work = () => run(unlocked, progress);
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
}

interface DueRow extends Record<string, null | number | string | Uint8Array> {
  number: number;
  dossier: DossierId;
  space: SpaceId;
}

async function run(unlocked: Unlocked, progress?: (done: number, total: number) => void): Promise<void> {
  const { engine } = unlocked;
  let done = 0;
  for (;;) {
    if (!unlocked.alive) return;
    const left = engine.get<{ n: number }>('select count(*) as n from unprojected')?.n ?? 0;
    if (left === 0) return;
    progress?.(done, done + left);
    done += await unlocked.lane.run(() => step(unlocked));
  }
}

/** Projects the next few; each is taken off the list with its rows. Answers how many. */
async function step(unlocked: Unlocked): Promise<number> {
  if (!unlocked.alive) return 0;
  const { engine } = unlocked;
  const rows = engine.all<DueRow>(
    'select number, dossier, space from unprojected order by number limit ?',
    STEP,
  );
  const read = await Promise.all(
    rows.map(({ space, dossier }) => unlocked.merged.of(unlocked, space, dossier, false)),
  );
  if (!unlocked.alive) return 0;
  const kinds = new Set<string>();
  engine.transaction(() => {
    for (const [i, merged] of read.entries()) {
      kinds.add(projectDossier(engine, merged));
      engine.run('delete from unprojected where number = ?', rows[i]?.number ?? 0);
    }
  });
  unlocked.changed(
    rows.map(({ dossier }) => dossier),
    [...kinds],
  );
  return rows.length;
}
