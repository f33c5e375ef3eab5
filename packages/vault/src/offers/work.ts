import type { Work } from '../client.ts';
import type { Gates } from '../gates.ts';

export function work(gates: Gates): Work {
  return {
    tasks: (query, at) =>
      gates.inEach(
        at,
        async (inside, unlocked, ring) =>
          inside.listTasks(unlocked.engine, ring, query, await inside.shutOutIn(unlocked, ring)),
        (inside, rows) => inside.mostDangerous(rows, query.limit),
      ),
    workload: (today, at) =>
      gates.inSpace(at, [], async (inside, unlocked, ring) =>
        inside.workloadOf(unlocked.engine, ring, today, await inside.shutOutIn(unlocked, ring)),
      ),
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
