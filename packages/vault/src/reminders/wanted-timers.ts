import { LIMITS } from '@dayaq/protocol';
import type { AccountId, DossierId } from '@dayaq/sealing';
import { isApart } from '../apart.ts';
import { spaceNumber } from '../database/space-number.ts';
import { DAY } from '../days.ts';
import type { Ring } from '../space/ring.ts';
import type { Unlocked } from '../unlocked.ts';
import { isRestricted } from '../restricted.ts';
import { shutOutIn } from '../shut-out.ts';
import { dangerousCases, listTasks, whoActs } from '../work.ts';
import { type Dangerous, stepsAhead } from './steps-ahead.ts';

/** Where it is kept whether this account wants to be woken for its own tasks. */
export const TASK_REMINDERS = 'preference/remind-tasks';

const STEPS = 10;
/** Changed cases that are seen to in one turn. */
const MOST_FORMER = 200;
/** Days ahead for which mornings are set. */
const DAYS = 30;
/** A step that was missed is still told for this long; the server remembers what it has told for longer. */
const LATE = DAY;
const MORNING = 9;

/** A moment at which somebody should be woken. */
export interface WantedTimer {
  /** What for: its name is made of this. */
  about: readonly (string | number)[];
  /** The case that it is about; empty for tasks of one's own. */
  dossier: DossierId | '';
  /** Milliseconds since 1970, a whole quarter of an hour. */
  at: number;
  accounts: AccountId[];
}

/** Up to the next quarter of an hour: the server learns no finer time. */
export function quarterFrom(at: number): number {
  return Math.ceil(at / LIMITS.timerStep) * LIMITS.timerStep;
}

/** Whether there is anything at all to wake somebody for: most often there is not, and that is quickly seen. */
export async function mayWantTimers(unlocked: Unlocked, ring: Ring): Promise<boolean> {
  const { engine, kept } = unlocked;
  const place = spaceNumber(engine, ring.space);
  for (const table of ['danger', 'danger_before'])
    if (engine.get(`select 1 from ${table} where space = ? limit 1`, place) !== null) return true;
  return (await kept.get(TASK_REMINDERS)) === true;
}

/** Whom this device would have woken when, by what it knows now: for dangers, and for its own account's tasks. */
export async function wantedTimers(unlocked: Unlocked, ring: Ring): Promise<WantedTimer[]> {
  return [...(await forDangers(unlocked, ring)), ...(await forTasks(unlocked, ring))];
}

/**
 * Whether this device knows how a case stands now, so that it may take back timers that are about it, and may act in it. Of
 * one that was closed to this account it knows nothing.
 */
export async function knowsOf(unlocked: Unlocked, ring: Ring, dossier: DossierId): Promise<boolean> {
  if (!isReadHere(unlocked, ring, dossier)) return false;
  const restricted = isRestricted(unlocked.engine, dossier);
  return (await whoActs(unlocked, ring, dossier, '', restricted)).includes(unlocked.account.id);
}

/**
 * Whether a case was read on this device: of one that is set apart nobody knows that it was answered. Of a case that was
 * deleted there is no card, but all of its entries.
 */
export function isReadHere(
  { engine }: Pick<Unlocked, 'engine'>,
  { space }: Pick<Ring, 'space'>,
  dossier: DossierId,
): boolean {
  if (isApart(engine, space, dossier)) return false;
  return (
    engine.get('select rid from dossier where id = ?', dossier) !== null ||
    engine.get('select rid from entry where dossier = ? and position is not null limit 1', dossier) !== null
  );
}

/** Whether no dossier is left whose dangers this device does not know: then what others set for this account can be judged. */
export function knowsAll({ engine }: Pick<Unlocked, 'engine'>, ring: Pick<Ring, 'space'>): boolean {
  return (
    engine.get('select 1 from unprojected where space = ? limit 1', ring.space) === null &&
    engine.get('select 1 from apart where space = ? limit 1', spaceNumber(engine, ring.space)) === null
  );
}

async function forDangers(unlocked: Unlocked, ring: Ring): Promise<WantedTimer[]> {
  const now = unlocked.around.now();
  const timers: WantedTimer[] = [];
  for (const dangerous of await dangerousCases(unlocked, ring)) {
    // A case that was closed to this account: what is here is old, and others know better.
    if (!dangerous.order.includes(unlocked.account.id)) continue;
    for (const { record, at, due, who } of stepsAhead(dangerous, now, STEPS)) {
      if (due < now - LATE) continue;
      timers.push({
        about: ['danger', dangerous.dossier, record, at],
        dossier: dangerous.dossier,
        at: quarterFrom(due),
        accounts: [...who] as AccountId[],
      });
    }
  }
  return timers;
}

/** What stood as dangerous in a case before it changed, and the timers that any device may have set by that. */
export interface FormerDanger {
  dossier: DossierId;
  data: string;
  timers: Pick<WantedTimer, 'about' | 'at'>[];
}

/**
 * What has changed in dangerous cases since this was last seen to. Whoever answers a danger may never have set its timers:
 * another device did, and its next steps would go on waking people.
 */
export function formerDangers({ engine, around }: Unlocked, ring: Ring): FormerDanger[] {
  const now = around.now();
  const rows = engine.all<{ dossier: string; data: string }>(
    'select dossier, data from danger_before where space = ? limit ?',
    spaceNumber(engine, ring.space),
    MOST_FORMER,
  );
  return rows.map(({ dossier, data }) => {
    const { dangers, answers } = JSON.parse(data) as Pick<Dangerous, 'dangers' | 'answers'>;
    // Whom a step tells is no part of its name; that it tells somebody is.
    const steps = stepsAhead({ dangers, answers, order: ['somebody'] }, now, STEPS);
    return {
      dossier: dossier as DossierId,
      data,
      timers: steps.map(({ record, at, due }) => ({
        about: ['danger', dossier, record, at],
        at: quarterFrom(due),
      })),
    };
  });
}

/** They were seen to. What changed once more meanwhile stays. */
export function forgetFormer({ engine }: Unlocked, former: readonly FormerDanger[]): void {
  for (const { dossier, data } of former)
    engine.run('delete from danger_before where dossier = ? and data = ?', dossier, data);
}

/** One a day, in the morning, however many tasks are due: it says no more than that. */
async function forTasks(unlocked: Unlocked, ring: Ring): Promise<WantedTimer[]> {
  if ((await unlocked.kept.get(TASK_REMINDERS)) !== true) return [];
  const now = unlocked.around.now();
  const owner = unlocked.account.id;
  const out = await shutOutIn(unlocked, ring);
  const tasks = listTasks(unlocked.engine, ring, { owner, until: null, limit: 500 }, out);
  const days = new Set(
    tasks.flatMap(({ due, opens }) => [opens, due]).filter((day) => /^\d{4}-\d\d-\d\d$/.test(day)),
  );
  const timers: WantedTimer[] = [];
  for (const day of days) {
    const at = morningOf(day);
    if (at <= now || at > now + DAYS * DAY) continue;
    timers.push({ about: ['tasks', owner, day], dossier: '', at: quarterFrom(at), accounts: [owner] });
  }
  return timers;
}

/** Nine o'clock where this device is. */
function morningOf(day: string): number {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return new Date(year, month - 1, date, MORNING).getTime();
}
