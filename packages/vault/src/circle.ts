import {
  type AccountId,
  type CharterAct,
  derivedDossier,
  encodeCanonical,
  idBytes,
  type InviteId,
  linkKeys,
  newLinkSecret,
  type RecordId,
  signAct,
  type SpaceId,
} from '@dayaq/sealing';
import type { InviteView, MemberView, Outcome, Role } from './client.ts';
import { endAfterDays, startOfDay } from './days.ts';
import { done, failed, success } from './failure.ts';
import { judgedNow } from './greeting.ts';
import { writeLink } from './links.ts';
import { toldApart } from './namesakes.ts';
import { isApart } from './apart.ts';
import { plainRecords } from './projected.ts';
import { keptPlace } from './history/chain.ts';
import type { Ring } from './space/ring.ts';
import { pullSpace } from './sync/pull.ts';
import type { Unlocked } from './unlocked.ts';

/** Of an act that has to stand right behind what was read: others may write in between. */
const TRIES = 20;

/** The one dossier that every space has: its organisation record and its members' profiles. */
export function rosterDossier(space: SpaceId) {
  return derivedDossier(space, 'roster');
}

export interface RosterView {
  organisation: string;
  country: string;
  names: Map<AccountId, string>;
  /** Whoever wrote a name last. */
  namedBy: Map<AccountId, AccountId>;
  /** Whose devices were shown something that names another history than theirs: by whom, and when. */
  alarms: Map<AccountId, { by: AccountId; at: number }>;
}

export async function readRoster(unlocked: Unlocked, space: SpaceId): Promise<RosterView> {
  const dossier = await rosterDossier(space);
  const roster: RosterView = {
    organisation: '',
    country: '',
    names: new Map(),
    namedBy: new Map(),
    alarms: new Map(),
  };
  if (isApart(unlocked.engine, space, dossier)) return roster;
  const { state } = await unlocked.merged.of(unlocked, space, dossier);
  for (const record of plainRecords(state)) {
    const name = typeof record.fields['name'] === 'string' ? record.fields['name'] : '';
    if (record.kind === 'organisation' && record.id === (dossier as string)) {
      roster.organisation = name;
      roster.country = typeof record.fields['country'] === 'string' ? record.fields['country'] : '';
    } else if (record.kind === 'profile') {
      roster.names.set(record.id as AccountId, name);
      const by = state.records.get(record.id as RecordId)?.fields.get('name')?.by;
      if (by !== undefined) roster.namedBy.set(record.id as AccountId, by);
      const { otherHistoryAt: at, otherHistoryBy: other } = record.fields;
      if (typeof at === 'number' && typeof other === 'string')
        roster.alarms.set(record.id as AccountId, { by: other as AccountId, at });
    }
  }
  return roster;
}

export async function memberViews(unlocked: Unlocked, ring: Ring): Promise<MemberView[]> {
  const { names, namedBy, alarms } = await readRoster(unlocked, ring.space);
  const members = [...ring.state.members.values()];
  const told = toldApart(members.map(({ account }) => ({ id: account, name: names.get(account) ?? '' })));
  return members.map((member) => ({
    account: member.account,
    name: told.get(member.account) ?? names.get(member.account) ?? '',
    namesake: told.has(member.account),
    correctedBy: correctorOf(member.account, namedBy),
    sawOtherHistory: alarms.get(member.account) ?? null,
    role: member.role,
    keyholder: member.keyholder,
    removed: member.removedSeq !== null,
    ready: !ring.lacking.has(member.account),
  }));
}

function correctorOf(account: AccountId, namedBy: ReadonlyMap<AccountId, AccountId>): AccountId | null {
  const by = namedBy.get(account);
  return by === undefined || by === account ? null : by;
}

export function inviteViews(ring: Ring, now: number): InviteView[] {
  return [...ring.state.invites].map(([invite, each]) => ({
    invite,
    role: each.role,
    keyholder: each.keyholder,
    expires: each.expires,
    by: each.by,
    usedBy: each.usedBy,
    state: each.usedBy !== null ? 'used' : each.revoked ? 'revoked' : each.expires < now ? 'expired' : 'open',
  }));
}

/** Signs an act on the charter's head and sends it; reads the charter again and retries when somebody was faster. */
export async function appendAct(unlocked: Unlocked, ring: Ring, act: CharterAct): Promise<Outcome<null>> {
  for (let attempt = 0; attempt < TRIES; attempt++) {
    const place = await keptPlace(unlocked.engine, ring.space);
    const time = startOfDay(judgedNow(unlocked.around, unlocked.clockAhead));
    const signed = await signAct(ring.state, unlocked.account, act, time, place);
    if (!signed.ok)
      return failed(signed.error.code === 'not-allowed' ? 'not-allowed' : 'not-found', signed.error.message);
    const answer = await unlocked.server.call('charter/append', {
      space: idBytes(ring.space),
      acts: [signed.value.entry],
      wraps: [],
    });
    if (answer.ok) {
      ring.accept(unlocked.engine, signed.value.entry, signed.value.state);
      return done;
    }
    if (answer.code !== 'charter-moved' && answer.code !== 'log-moved') return answer;
    const pulled = await pullSpace(unlocked, ring, () => undefined);
    if (!pulled.ok) return pulled;
  }
  return failed('server-unavailable');
}

export async function invite(
  unlocked: Unlocked,
  ring: Ring,
  request: { role: Role; keyholder: boolean; days: number },
): Promise<Outcome<{ invite: InviteId; link: string; expires: number }>> {
  const secret = newLinkSecret(unlocked.around.random);
  const keys = await linkKeys(secret, 'invitation');
  const roster = await readRoster(unlocked, ring.space);
  const expires = endAfterDays(judgedNow(unlocked.around, unlocked.clockAhead), request.days);
  const sealed = await keys.seal(
    encodeCanonical({
      organisation: roster.organisation,
      inviter: roster.names.get(unlocked.account.id) ?? '',
    }),
  );
  const { role, keyholder } = request;
  const act = {
    type: 'invite',
    invite: keys.id,
    verifier: keys.verifier,
    role,
    keyholder,
    expires,
    sealed,
  } as const;
  const appended = await appendAct(unlocked, ring, act);
  if (!appended.ok) return appended;
  return success({
    invite: keys.id,
    link: writeLink(unlocked.server.transport.origin, 'join', { secret, space: ring.space, name: '' }),
    expires,
  });
}

export function revokeInvitation(
  unlocked: Unlocked,
  ring: Ring,
  invitation: InviteId,
): Promise<Outcome<null>> {
  return appendAct(unlocked, ring, { type: 'revoke', invite: invitation });
}
