import { LIMITS } from '@dayaq/protocol';
import { type AccountId, type Secret, timerId, toBase64url } from '@dayaq/sealing';
import { DAY } from '../days.ts';
import type { Ring } from '../space/ring.ts';
import type { Unlocked } from '../unlocked.ts';
import { dangerousCases, listTasks } from '../work.ts';
import { stepsAhead } from './steps-ahead.ts';

/** Where it is kept whether this account wants to be woken for its own tasks. */
export const TASK_REMINDERS = 'preference/remind-tasks';

const STEPS = 10;
/** Together, the soonest first: far below what a server takes for a space. */
const MOST = 1000;
/** Days ahead for which mornings are set. */
const DAYS = 30;
/** A step that was missed is still told for this long; the server remembers what it has told for longer. */
const LATE = DAY;
const MORNING = 9;

/** A timer as it should stand on the server. */
export interface WantedTimer {
  /** Base64url of 16 bytes. */
  id: string;
  /** Milliseconds since 1970, a whole quarter of an hour. */
  at: number;
  /** Sorted. */
  accounts: AccountId[];
}

/** Up to the next quarter of an hour: the server learns no finer time. */
export function quarterFrom(at: number): number {
  return Math.ceil(at / LIMITS.timerStep) * LIMITS.timerStep;
}

/** Whom this device would have woken when, by what it knows now: for dangers, and for its own account's tasks. */
export async function wantedTimers(unlocked: Unlocked, ring: Ring, key: Secret): Promise<WantedTimer[]> {
  const timers = [...(await forDangers(unlocked, ring, key)), ...(await forTasks(unlocked, ring, key))];
  return timers.sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1)).slice(0, MOST);
}

async function forDangers(unlocked: Unlocked, ring: Ring, key: Secret): Promise<WantedTimer[]> {
  const now = unlocked.around.now();
  const timers: WantedTimer[] = [];
  for (const dangerous of await dangerousCases(unlocked, ring)) {
    for (const { record, at, who } of stepsAhead(dangerous, now, STEPS)) {
      if (at < now - LATE) continue;
      timers.push({
        id: await nameOf(key, ['danger', dangerous.dossier, record, at]),
        at: quarterFrom(at),
        accounts: (who.slice(0, LIMITS.accountsPerTimer) as AccountId[]).sort(),
      });
    }
  }
  return timers;
}

/** One a day, in the morning, however many tasks are due: it says no more than that. */
async function forTasks(unlocked: Unlocked, ring: Ring, key: Secret): Promise<WantedTimer[]> {
  if ((await unlocked.kept.get(TASK_REMINDERS)) !== true) return [];
  const now = unlocked.around.now();
  const owner = unlocked.account.id;
  const tasks = listTasks(unlocked.engine, ring.space, { owner, until: null, limit: 500 });
  const days = new Set(tasks.map(({ due }) => due).filter((due) => /^\d{4}-\d\d-\d\d$/.test(due)));
  const timers: WantedTimer[] = [];
  for (const day of days) {
    const at = morningOf(day);
    if (at <= now || at > now + DAYS * DAY) continue;
    timers.push({ id: await nameOf(key, ['tasks', owner, day]), at: quarterFrom(at), accounts: [owner] });
  }
  return timers;
}

/** Nine o'clock where this device is. */
function morningOf(day: string): number {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return new Date(year, month - 1, date, MORNING).getTime();
}

async function nameOf(key: Secret, about: readonly (string | number)[]): Promise<string> {
  return toBase64url(await timerId(key, about));
}
