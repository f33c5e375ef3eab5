import type { Outcome, Waking } from '../client.ts';
import { done } from '../failure.ts';
import type { Gates } from '../gates.ts';
import type { Session } from '../session.ts';

export function waking(session: Session, gates: Gates): Waking {
  /** Who listens decides which timers there are. */
  async function listening(work: Parameters<typeof gates.whenOpen<null>>[0]): Promise<Outcome<null>> {
    const outcome = await gates.whenOpen(work);
    if (outcome.ok) {
      session.loop?.timers.startOver();
      session.loop?.soon();
    }
    return outcome;
  }
  return {
    pushKey: () => gates.whenOpen((inside, { server }) => inside.pushKey(server)),
    turnPushOn: (subscription) => listening((inside, { server }) => inside.turnPushOn(server, subscription)),
    turnPushOff: (endpoint) => listening((inside, { server }) => inside.turnPushOff(server, endpoint)),
    remindOfTasks: async (wanted) => {
      await listening(async (inside, { kept }) => {
        await kept.put(inside.TASK_REMINDERS, wanted);
        return done;
      });
    },
  };
}
