import type { Change, InviteView, MemberView, RemovalEffects, Workload } from '@dayaq/vault/client';
import type { Volunteer } from './volunteer.ts';

/**
 * What there is to a goodbye, in the order in which it is done. Each is worked out anew from what stands, and none is noted as done:
 * what broke off shows itself.
 * `thanks`: they read it as long as they are one of us. `work`: nothing lies with them. `readers`: nothing is closed to everybody
 * without them. `invitation`: nobody can still come in by the one that was made for them. `membership`: they are removed.
 * `keys`: the keys were changed since.
 */
export const GOODBYE = ['thanks', 'work', 'readers', 'invitation', 'membership', 'keys'] as const;
export type GoodbyeStep = (typeof GOODBYE)[number];
/** `unknown`: it could not be asked, and is not taken for done. */
export type StepStands = 'done' | 'open' | 'unknown';

/** Without these nobody has left, whatever else was done. */
const MUST: readonly GoodbyeStep[] = ['invitation', 'membership', 'keys'];

interface Of {
  readonly volunteer: Volunteer;
  readonly members: readonly MemberView[];
  readonly invitations: readonly InviteView[];
  readonly loads: readonly Workload[];
  /** Null where the server could not be asked. */
  readonly effects: RemovalEffects | null;
  readonly rotationOwed: boolean;
}

export function goodbyeOf(of: Of): Record<GoodbyeStep, StepStands> {
  const { volunteer, members, invitations, loads, effects, rotationOwed } = of;
  const { account, invite, thanks } = volunteer;
  const member = account === null ? undefined : members.find((each) => each.account === account);
  const isOut = account === null || member?.removed === true;
  const load = loads.find(({ owner }) => owner === account);
  const is = (done: boolean): StepStands => (done ? 'done' : 'open');
  return {
    thanks: is(thanks !== '' || account === null),
    work: is(account === null || (load?.open ?? 0) + (load?.cases ?? 0) === 0),
    readers: isOut ? 'done' : effects === null ? 'unknown' : is(effects.unreadable === 0),
    invitation: is(!invitations.some((each) => each.invite === invite && each.state === 'open')),
    // Whom the charter does not know has not left either.
    membership: is(account === null || (member !== undefined && member.removed)),
    keys: is(isOut && !rotationOwed),
  };
}

/** Null while somebody could still come in, read or write: then nobody has left. @param today YYYY-MM-DD */
export function leftChanges(
  { record }: Volunteer,
  stands: Record<GoodbyeStep, StepStands>,
  today: string,
): Change[] | null {
  if (MUST.some((step) => stands[step] !== 'done')) return null;
  return [{ kind: 'volunteer', record: record.id, fields: { left: { set: { day: today } } } }];
}
