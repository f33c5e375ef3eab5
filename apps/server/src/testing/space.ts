import { randomBytes } from 'node:crypto';
import type { LogItem, Request } from '@dayaq/protocol';
import {
  type AccountId,
  type Bars,
  type CharterAct,
  charterHead,
  charterLeaf,
  type CharterState,
  createCharter,
  type DossierId,
  entryLeaf,
  type GenerationHeader,
  generationLeaf,
  idBytes,
  idText,
  joinProof,
  linkKeys,
  type LogId,
  type LogPlace,
  logStart,
  type MemberKeys,
  newEpochKey,
  newId,
  newLinkSecret,
  nextLogHash,
  NO_BARS,
  readGeneration,
  type Role,
  rotateAct,
  type Secret,
  signAct,
  startGeneration,
  systemRandomness,
  unwrap,
  type View,
  wrapEpochKey,
} from '@dayaq/sealing';
import { must } from './client.ts';
import { accountBody, founder, type Person, signIn, stranger } from './person.ts';

/** A space as its members see it, kept up to date by the verbs below. */
export interface Space {
  url: string;
  id: Uint8Array;
  charter: CharterState;
  epochKey: Secret;
  founder: Person;
}

export interface Dossier {
  id: Uint8Array;
  header: GenerationHeader;
  key: Secret;
}

export const DAY = 86_400_000;

/** Founds a space with a founding link's token. */
export async function found(url: string, token: Uint8Array): Promise<Space> {
  const person = await founder(url, token);
  const epochKey = newEpochKey();
  const { entry, state } = await createCharter({
    founder: person.account,
    role: 'coordinator',
    epochKey,
    time: Date.now(),
  });
  const wrap = await wrapEpochKey(epochKey, 1, state.space, person.account.public, {
    place: null,
    charter: state.head,
    peer: null,
  });
  await must(person.client, 'spaces/create', { token, act: entry, wrap });
  return { url, id: idBytes(state.space), charter: state, epochKey, founder: person };
}

/** What an item of the log counts for in its running hash. */
export async function leafOfItem(item: LogItem): Promise<Uint8Array> {
  if (item.t === 'closed') return item.leaf;
  if (item.t === 'entry') return entryLeaf(item.dossier, item.g, item.id);
  if (item.t === 'charter') return charterLeaf(await charterHead(item.act));
  return generationLeaf(unwrap(await readGeneration(item.header)).hash);
}

/** The log as a member reads it from its start: its end, and how many items came closed. */
export async function readLog(space: Space, by: Person): Promise<LogPlace & { closed: number }> {
  const { client } = by;
  let hash = await logStart(space.charter.space);
  let [position, closed] = [0, 0];
  for (;;) {
    const page = await must(client, 'entries/pull', { space: space.id, after: position, limit: 2000 });
    for (const item of page.items) {
      hash = await nextLogHash(hash, item.p, await leafOfItem(item));
      if (item.t === 'closed') closed++;
    }
    ({ position } = page);
    if (!page.more) return { log: idText<LogId>(page.log), position, hash, closed };
  }
}

/** The end of the log: what is signed next stands right behind it. */
export async function placeOf(space: Space): Promise<LogPlace> {
  const { log, position, hash } = await readLog(space, space.founder);
  return { log, position, hash };
}

/** What a device names that has read everything. */
export async function viewOf(space: Space): Promise<View> {
  return { place: await placeOf(space), charter: space.charter.head, peer: null };
}

/** Signs an act and appends it; the space's charter moves on. */
export async function act(space: Space, by: Person, what: CharterAct): Promise<void> {
  const signed = unwrap(await signAct(space.charter, by.account, what, Date.now(), await placeOf(space)));
  await must(by.client, 'charter/append', { space: space.id, acts: [signed.entry], wraps: [] });
  space.charter = signed.state;
}

export async function invite(space: Space, role: Role, keyholder = false, expires = Date.now() + DAY) {
  const link = await linkKeys(newLinkSecret(), 'invitation');
  const sealed = await link.seal(randomBytes(16));
  await act(space, space.founder, {
    type: 'invite',
    invite: link.id,
    verifier: link.verifier,
    role,
    keyholder,
    expires,
    sealed,
  });
  return link;
}

type Link = Awaited<ReturnType<typeof invite>>;

/** The body with which the holder of an invitation makes an account. */
export async function invitedBody(
  space: Space,
  link: Link,
  person: Person,
): Promise<Request<'accounts/create'>> {
  const proof = await link.signing.sign('admission', person.id);
  return accountBody(person, { by: 'invitation', space: space.id, invite: idBytes(link.id), proof });
}

/** A join, which names no log; with one only to see it refused. */
export async function joinAct(space: Space, link: Link, person: Person, place: LogPlace | null = null) {
  const proof = await joinProof(link, space.charter.space, person.account.public);
  const what: CharterAct = { type: 'join', invite: link.id, member: person.account.public, proof };
  return unwrap(await signAct(space.charter, person.account, what, Date.now(), place));
}

/** Invites a new person, who makes an account, joins, and is handed the epoch's key. */
export async function join(space: Space, role: Role = 'caseworker', keyholder = false): Promise<Person> {
  const link = await invite(space, role, keyholder);
  const person = await stranger(space.url);
  await must(person.client, 'accounts/create', await invitedBody(space, link, person));
  await signIn(person);
  const signed = await joinAct(space, link, person);
  await must(person.client, 'charter/append', { space: space.id, acts: [signed.entry], wraps: [] });
  space.charter = signed.state;
  await handKey(space, space.founder, person);
  return person;
}

export async function handKey(space: Space, from: Person, to: Person): Promise<void> {
  const { number } = space.charter.epoch;
  const view = await viewOf(space);
  const wrap = await wrapEpochKey(space.epochKey, number, space.charter.space, to.account.public, view);
  const body = { space: space.id, epoch: number, account: to.id, wrap };
  await must(from.client, 'epochs/wrap', body);
}

export async function remove(space: Space, by: Person, whom: Person): Promise<void> {
  await act(space, by, { type: 'remove', account: whom.account.id });
}

export async function rotation(space: Space, by: Person) {
  const place = await placeOf(space);
  return unwrap(
    await rotateAct(space.charter, by.account, space.epochKey, Date.now(), systemRandomness, place),
  );
}

export async function rotate(space: Space, by: Person): Promise<void> {
  const rotated = await rotation(space, by);
  await must(by.client, 'charter/append', {
    space: space.id,
    acts: [rotated.entry],
    wraps: rotated.wraps.map(({ account, wrap }) => ({ account: idBytes(account), wrap })),
  });
  space.charter = rotated.state;
  space.epochKey = rotated.key;
}

/** Introduces a space to another: one side of it. */
export async function introduce(space: Space, peer: Space): Promise<void> {
  await act(space, space.founder, {
    type: 'introduce',
    peer: peer.charter.space,
    head: peer.charter.head,
    dropKey: peer.charter.epoch.dropKey,
    sealed: randomBytes(16),
  });
}

/** What a generation is granted to another space by. */
function reachOf({ charter }: Space) {
  return { space: charter.space, epoch: charter.epoch.number, dropKey: charter.epoch.dropKey };
}

/** A generation header that continues `previous` or starts a dossier; not sent. */
export async function generation(
  space: Space,
  by: Person,
  options: {
    restrictedTo?: readonly MemberKeys[];
    previous?: Dossier;
    dossier?: DossierId;
    sharedWith?: Space;
    barred?: Partial<Bars>;
    open?: boolean;
    view?: View;
  } = {},
): Promise<Dossier & { bytes: Uint8Array }> {
  const { previous } = options;
  const started = await startGeneration({
    space: space.charter.space,
    dossier: previous?.header.dossier ?? options.dossier ?? newId<DossierId>(),
    epoch: space.charter.epoch.number,
    epochKey: space.epochKey,
    author: by.account,
    time: Date.now(),
    restrictedTo: options.restrictedTo ? [...options.restrictedTo] : null,
    previous: previous ? { header: previous.header, key: previous.key } : null,
    sharedWith: options.sharedWith ? reachOf(options.sharedWith) : null,
    barred: { ...NO_BARS, ...options.barred },
    open: options.open ?? false,
    view: options.view ?? (await viewOf(space)),
  });
  return { id: idBytes(started.header.dossier), ...started };
}

/** Starts a dossier, or its next generation, on the server. */
export async function openDossier(
  space: Space,
  by: Person,
  options: Parameters<typeof generation>[2] = {},
): Promise<Dossier> {
  const started = await generation(space, by, options);
  await must(by.client, 'entries/append', { space: space.id, generations: [started.bytes], entries: [] });
  return started;
}

/** Entries with random ids and bytes: the server cannot tell them from sealed ones. */
export function entries(
  dossier: Dossier,
  howMany: number,
  size = 1052,
): Request<'entries/append'>['entries'] {
  return Array.from({ length: howMany }, () => ({
    dossier: dossier.id,
    g: dossier.header.generation,
    id: randomBytes(32),
    sealed: randomBytes(size),
  }));
}

export function accountOf(person: Person): AccountId {
  return person.account.id;
}
