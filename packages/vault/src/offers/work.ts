import type { Work } from '../client.ts';
import type { Gates } from '../gates.ts';

export function work(gates: Gates): Work {
  return {
    tasks: (query, at) =>
      gates.inEach(
        at,
        (inside, { engine }, ring) => inside.listTasks(engine, ring, query),
        (inside, rows) => inside.mostDangerous(rows, query.limit),
      ),
    workload: (today, at) =>
      gates.inSpace(at, [], (inside, { engine }, ring) => inside.workloadOf(engine, ring, today)),
    dangers: (at) =>
      gates.inEach(
        at,
        // From half a log an answered danger looks unanswered.
        (inside, unlocked, ring) =>
          inside.fetchingOf(unlocked.engine, ring.space) === null ? inside.listDangers(unlocked, ring) : [],
        (inside, rows) => inside.mostUrgent(rows),
      ),
  };
}
