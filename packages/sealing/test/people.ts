import {
  type Account,
  type CharterState,
  createCharter,
  joinProof,
  linkKeys,
  newAccountRoot,
  newEpochKey,
  newId,
  newLinkSecret,
  openAccountKeys,
  type Role,
  rotateAct,
  type Secret,
  signAct,
  unwrap,
  utf8,
  type View,
} from '../src/index.ts';
import { seeded } from './seeded.ts';

/** A moment that all tests start from. */
export const START = 1_760_000_000_000;
export const DAY = 86_400_000;

/** What a device that has verified nothing yet names. */
export const NOTHING_SEEN: View = { place: null, charter: new Uint8Array(32), peer: null };

/** The account that a name always gives. */
export function person(name: string): Promise<Account> {
  const random = seeded(name);
  return openAccountKeys(newId(random), newAccountRoot(random));
}

/** A space as its founder's client sees it: the chain, what it folds to, and the newest key. */
export interface Space {
  readonly founder: Account;
  readonly entries: Uint8Array[];
  state: CharterState;
  epochKey: Secret;
}

export async function found(founder: Account, name = 'space'): Promise<Space> {
  const random = seeded(name);
  const epochKey = newEpochKey(random);
  const { entry, state } = await createCharter({
    founder,
    role: 'coordinator',
    epochKey,
    time: START,
    random,
  });
  return { founder, entries: [entry], state, epochKey };
}

async function openInvitation(name: string) {
  return linkKeys(newLinkSecret(seeded(`link/${name}`)), 'invitation');
}

export async function invite(
  space: Space,
  name: string,
  options: { role?: Role; keyholder?: boolean; by?: Account; expires?: number } = {},
) {
  const link = await openInvitation(name);
  const signed = unwrap(
    await signAct(
      space.state,
      options.by ?? space.founder,
      {
        type: 'invite',
        invite: link.id,
        verifier: link.verifier,
        role: options.role ?? 'caseworker',
        keyholder: options.keyholder ?? false,
        expires: options.expires ?? START + 7 * DAY,
        sealed: await link.seal(utf8('who invites'), seeded(`sealed/${name}`)),
      },
      START + 1,
    ),
  );
  space.entries.push(signed.entry);
  space.state = signed.state;
  return link;
}

export async function join(
  space: Space,
  link: Awaited<ReturnType<typeof invite>>,
  joiner: Account,
  time = START + 2,
): Promise<void> {
  const proof = await joinProof(link, space.state.space, joiner.public);
  const act = { type: 'join', invite: link.id, member: joiner.public, proof } as const;
  const signed = unwrap(await signAct(space.state, joiner, act, time));
  space.entries.push(signed.entry);
  space.state = signed.state;
}

/** Invites someone and lets them join. */
export async function admit(
  space: Space,
  joiner: Account,
  options: { role?: Role; keyholder?: boolean } = {},
): Promise<void> {
  const link = await invite(space, `${joiner.id}/${space.state.seq}`, options);
  await join(space, link, joiner);
}

export async function remove(space: Space, leaver: Account, by: Account = space.founder): Promise<void> {
  const signed = unwrap(await signAct(space.state, by, { type: 'remove', account: leaver.id }, START + 3));
  space.entries.push(signed.entry);
  space.state = signed.state;
}

/** Starts the next epoch and returns its wraps by account. */
export async function rotate(space: Space, by: Account = space.founder): Promise<Map<string, Uint8Array>> {
  const random = seeded(`rotation/${space.state.epoch.number}`);
  const rotation = unwrap(await rotateAct(space.state, by, space.epochKey, START + 4, random));
  space.entries.push(rotation.entry);
  space.state = rotation.state;
  space.epochKey = rotation.key;
  return new Map(rotation.wraps.map(({ account, wrap }) => [account, wrap]));
}
