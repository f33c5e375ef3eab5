import {
  type Account,
  type AccountId,
  createCharter,
  decodeCanonical,
  deriveUnlock,
  equalBytes,
  foldCharter,
  fromBase64url,
  idBytes,
  type InviteId,
  joinProof,
  type LinkKeys,
  linkKeys,
  newAccountRoot,
  newDeviceSecret,
  newEpochKey,
  openAccountKeys,
  openRoot,
  passphraseStrength,
  sealRoot,
  Secret,
  signAct,
  type CharterState,
  type SpaceId,
  type View,
  wrapEpochKey,
  type Unlock,
} from '@dayaq/sealing';
import type { Surroundings } from './adapters.ts';
import type { Failure, Outcome, Role } from './client.ts';
import { type DeviceRecord, readDevice, writeDevice } from './device.ts';
import { startOfDay } from './days.ts';
import { failed, success } from './failure.ts';
import { greet, judgedNow } from './greeting.ts';
import { loadKit } from './load-kit.ts';
import { readLink } from './links.ts';
import { Server } from './server.ts';

const TRIES = 5;

/** A way in that worked: enough to open the database and go on. */
export interface Entered {
  account: Account;
  server: Server;
  device: DeviceRecord;
  /** A space that came with it: founded or joined just now. */
  space: { id: SpaceId; acts: Uint8Array[]; epochKey: { number: number; key: Secret } | null } | null;
}
type Entry = Outcome<Entered>;

interface Fresh {
  root: Secret;
  unlock: Unlock;
  account: Account;
  device: DeviceRecord;
}

/** Why a passphrase is not taken, or null. What measures it is fetched when it is first needed, and may not come. */
async function refusal(passphrase: string): Promise<{ ok: false; failure: Failure } | null> {
  try {
    const { level } = await passphraseStrength(passphrase);
    return level === 'weak' ? failed('weak-passphrase') : null;
  } catch {
    return failed('server-unavailable');
  }
}

/** Makes an account of nothing but randomness and a passphrase. Nothing is stored or sent yet. */
async function freshAccount(
  around: Surroundings,
  passphrase: string,
  server: Uint8Array,
): Promise<Outcome<Fresh>> {
  const refused = await refusal(passphrase);
  if (refused !== null) return refused;
  const deviceSecret = newDeviceSecret(around.random);
  const root = newAccountRoot(around.random);
  const unlock = await deriveUnlock(passphrase, deviceSecret);
  const sealedRoot = await sealRoot(unlock, root, around.random);
  const account = await openAccountKeys(unlock.id, root);
  const device = {
    account: unlock.id,
    deviceSecret: deviceSecret.expose().slice(),
    sealedRoot,
    hasDatabase: false,
    server,
  };
  return success({ root, unlock, account, device });
}

/** The first organisation: account, space and kit. The device remembers the account before the server hears of the space. */
export async function begin(
  around: Surroundings,
  request: { token: string; passphrase: string },
): Promise<Entry> {
  const token = fromBase64url(request.token.split('#').pop() ?? '');
  if (!token.ok || token.value.length !== 32) return failed('link-malformed');
  if ((await readDevice(around.keep)) !== null) return failed('already-here');
  const greeted = await greet(around);
  if (!greeted.ok) return greeted;
  const made = await freshAccount(around, request.passphrase, greeted.value.server);
  if (!made.ok) return made;
  const { account, unlock, device } = made.value;
  const created = await around.transport.call(
    'accounts/create',
    {
      account: idBytes(account.id),
      verifier: unlock.signIn.publicKey,
      sealedRoot: device.sealedRoot,
      admission: { by: 'founding', token: token.value },
    },
    null,
  );
  if (!created.ok) return created;
  const server = new Server(around.transport, account.id, unlock.signIn, null, device.server);
  const key = newEpochKey(around.random);
  const { entry, state } = await createCharter({
    founder: account,
    role: 'coordinator',
    epochKey: key,
    time: startOfDay(judgedNow(around, greeted.value.clockAhead)),
    random: around.random,
  });
  const view: View = { place: null, charter: state.head, peer: null };
  const wrap = await wrapEpochKey(key, state.epoch.number, state.space, account.public, view);
  await writeDevice(around.keep, device);
  const founded = await server.call('spaces/create', { token: token.value, act: entry, wrap });
  if (!founded.ok) {
    await around.keep.delete('device');
    return founded;
  }
  const space = { id: state.space, acts: [entry], epochKey: { number: state.epoch.number, key } };
  return success({ account, server, device, space });
}

interface Invitation {
  state: CharterState;
  acts: Uint8Array[];
  keys: LinkKeys<InviteId>;
  organisation: string;
  inviter: string;
  role: Role;
  expires: number;
}

/**
 * Reads the charter that the link's secret vouches for: the space's id is in the link, the invitation in the chain. Whether
 * it has run out is judged by the server's day: this device's clock may be wrong by years.
 */
export async function readInvitation(
  around: Surroundings,
  text: string,
  clockAhead: number,
): Promise<Outcome<Invitation>> {
  const link = readLink(text);
  if (link === null) return failed('link-malformed');
  const keys = await linkKeys(link.secret, 'invitation');
  const acts: Uint8Array[] = [];
  for (;;) {
    const request = { space: idBytes(link.space), invite: idBytes(keys.id), from: acts.length };
    const answer = await around.transport.call('invitations/read', request, null);
    if (!answer.ok) return answer.code === 'not-found' ? failed('invitation-unknown') : answer;
    acts.push(...answer.value.acts);
    if (!answer.value.more || answer.value.acts.length === 0) break;
  }
  const folded = await foldCharter(acts);
  const invite = folded.ok ? folded.value.invites.get(keys.id) : undefined;
  if (!folded.ok || folded.value.space !== link.space || invite === undefined)
    return failed('invitation-forged');
  if (!equalBytes(invite.verifier, keys.verifier)) return failed('invitation-forged');
  if (invite.usedBy !== null) return failed('invitation-used');
  if (invite.revoked || invite.expires < judgedNow(around, clockAhead)) return failed('invitation-expired');
  const opened = await keys.open(invite.sealed);
  const card = opened.ok ? decodeCanonical(opened.value, { maxBytes: 4096 }) : opened;
  if (!card.ok) return failed('invitation-forged');
  const { organisation, inviter } = card.value as { organisation?: unknown; inviter?: unknown };
  return success({
    state: folded.value,
    acts,
    keys,
    organisation: typeof organisation === 'string' ? organisation : '',
    inviter: typeof inviter === 'string' ? inviter : '',
    role: invite.role,
    expires: invite.expires,
  });
}

export async function inspectInvitation(
  around: Surroundings,
  text: string,
): Promise<
  Outcome<{ organisation: string; inviter: string; role: Role; expires: number; clockAhead: number }>
> {
  const greeted = await greet(around);
  if (!greeted.ok) return greeted;
  const { clockAhead } = greeted.value;
  const read = await readInvitation(around, text, clockAhead);
  if (!read.ok) return read;
  const { organisation, inviter, role, expires } = read.value;
  return success({ organisation, inviter, role, expires, clockAhead });
}

/** A colleague: a new account, admitted and authenticated by the invitation's own key. */
export async function join(
  around: Surroundings,
  request: { link: string; passphrase: string },
): Promise<Entry> {
  const greeted = await greet(around);
  if (!greeted.ok) return greeted;
  const { clockAhead } = greeted.value;
  const read = await readInvitation(around, request.link, clockAhead);
  if (!read.ok) return read;
  // A new account would take the place of the one whose keys are here.
  if ((await readDevice(around.keep)) !== null) return failed('already-here');
  const made = await freshAccount(around, request.passphrase, greeted.value.server);
  if (!made.ok) return made;
  const { account, unlock, device } = made.value;
  const { keys } = read.value;
  const created = await around.transport.call(
    'accounts/create',
    {
      account: idBytes(account.id),
      verifier: unlock.signIn.publicKey,
      sealedRoot: device.sealedRoot,
      admission: {
        by: 'invitation',
        space: idBytes(read.value.state.space),
        invite: idBytes(keys.id),
        proof: await keys.signing.sign('admission', idBytes(account.id)),
      },
    },
    null,
  );
  if (!created.ok) return created;
  await writeDevice(around.keep, device);
  const server = new Server(around.transport, account.id, unlock.signIn, null, device.server);
  const joined = await appendJoin(around, server, account, read.value, { link: request.link, clockAhead });
  if (!joined.ok) {
    await around.keep.delete('device');
    return joined;
  }
  const space = { id: read.value.state.space, acts: joined.value, epochKey: null };
  return success({ account, server, device, space });
}

export async function appendJoin(
  around: Surroundings,
  server: Server,
  account: Account,
  first: Invitation,
  { link, clockAhead }: { link: string; clockAhead: number },
): Promise<Outcome<Uint8Array[]>> {
  let invitation = first;
  for (let attempt = 0; attempt < TRIES; attempt++) {
    const { state, acts, keys } = invitation;
    const proof = await joinProof(keys, state.space, account.public);
    const act = { type: 'join', invite: keys.id, member: account.public, proof } as const;
    const signed = await signAct(state, account, act, startOfDay(judgedNow(around, clockAhead)));
    if (!signed.ok) return failed('invitation-expired', signed.error.message);
    const answer = await server.call('charter/append', {
      space: idBytes(state.space),
      acts: [signed.value.entry],
      wraps: [],
    });
    if (answer.ok) return success([...acts, signed.value.entry]);
    if (answer.code !== 'charter-moved') return answer;
    const again = await readInvitation(around, link, clockAhead);
    if (!again.ok) return again;
    invitation = again.value;
  }
  return failed('server-unavailable');
}

/** A second device, or one whose data was lost: the kit names the account, the passphrase opens its keys. */
export async function restore(
  around: Surroundings,
  request: { kit: string; passphrase: string },
): Promise<Entry> {
  const kit = await loadKit();
  if (kit === null) return failed('offline');
  const deviceSecret = kit.readKit(request.kit);
  if (!deviceSecret.ok) {
    const { position } = deviceSecret.error;
    if (position === undefined) return failed('wrong-kit');
    return failed('wrong-kit', [position + 1, ...kit.nearKitWords(request.kit, position)].join(' '));
  }
  const unlock = await deriveUnlock(request.passphrase, deviceSecret.value);
  const here = await readDevice(around.keep);
  if (here !== null && here.account !== unlock.id) return failed('already-here');
  const greeted = await greet(around);
  if (!greeted.ok) return greeted;
  // Null: a refusal is then worded for one who may have typed this server's address, or the kit, wrongly.
  const server = new Server(around.transport, unlock.id, unlock.signIn, null, here?.server ?? null);
  const keys = await server.call('accounts/keys', {});
  if (!keys.ok) return keys;
  const root = await openRoot(unlock, keys.value.sealedRoot);
  if (!root.ok) return failed('wrong-passphrase');
  const device: DeviceRecord = {
    account: unlock.id,
    deviceSecret: deviceSecret.value.expose().slice(),
    sealedRoot: keys.value.sealedRoot,
    hasDatabase: false,
    server: greeted.value.server,
  };
  await writeDevice(around.keep, device);
  return success({
    account: await openAccountKeys(unlock.id, root.value),
    server,
    device,
    space: null,
  });
}

/** Opens this device's account: no network is needed, unless the passphrase was changed on another device. */
export async function unlockDevice(around: Surroundings, passphrase: string): Promise<Entry> {
  const device = await readDevice(around.keep);
  if (device === null) return failed('not-found');
  const deviceSecret = new Secret(device.deviceSecret.slice());
  const unlock = await deriveUnlock(passphrase, deviceSecret);
  const server = new Server(around.transport, unlock.id, unlock.signIn, null, device.server);
  const root = await openRoot(unlock, device.sealedRoot);
  if (root.ok) {
    const account = await openAccountKeys(unlock.id, root.value);
    return success({ account, server, device, space: null });
  }
  return changedElsewhere(around, device, unlock, server);
}

/**
 * The passphrase does not open what lies here, but may be the one that was set on another device: then the server
 * takes it and has the root sealed anew. Any failure is a wrong passphrase to the person, also with no network.
 */
async function changedElsewhere(
  around: Surroundings,
  device: DeviceRecord,
  unlock: Unlock,
  server: Server,
): Promise<Entry> {
  const keys = await server.call('accounts/keys', {});
  const root = keys.ok ? await openRoot(unlock, keys.value.sealedRoot) : keys;
  if (!keys.ok && keys.failure.code === 'another-server') return keys;
  if (!keys.ok || !root.ok) return failed('wrong-passphrase');
  const renewed = { ...device, sealedRoot: keys.value.sealedRoot };
  await writeDevice(around.keep, renewed);
  const account = await openAccountKeys(unlock.id, root.value);
  return success({ account, server, device: renewed, space: null });
}

/** What a tab hands to the tab that takes over from it, in memory only. */
export interface HandOver {
  root: Uint8Array;
  token: Uint8Array | null;
}

export async function takeOver(around: Surroundings, handed: HandOver): Promise<Entry> {
  const device = await readDevice(around.keep);
  if (device === null) return failed('not-found');
  const account = await openAccountKeys(device.account as AccountId, new Secret(handed.root.slice()));
  const server = new Server(around.transport, account.id, null, handed.token, device.server);
  return success({ account, server, device, space: null });
}

/** A new passphrase on the server and here. The device secret, and so the kit, stay. */
export async function changePassphrase(
  around: Surroundings,
  server: Server,
  request: { old: string; new: string },
): Promise<{ ok: true; value: Server } | { ok: false; failure: Failure }> {
  const refused = await refusal(request.new);
  if (refused !== null) return refused;
  const entered = await unlockDevice(around, request.old);
  if (!entered.ok) return entered;
  const { device, account } = entered.value;
  const unlock = await deriveUnlock(request.new, new Secret(device.deviceSecret.slice()));
  const sealedRoot = await sealRoot(unlock, account.root, around.random);
  const answer = await server.call('accounts/rekey', { verifier: unlock.signIn.publicKey, sealedRoot });
  if (!answer.ok) return answer;
  await writeDevice(around.keep, { ...device, sealedRoot });
  return success(new Server(around.transport, account.id, unlock.signIn, null, device.server));
}
