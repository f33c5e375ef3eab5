import { type Change, writeEntry } from '@dayaq/journal';
import {
  type Account,
  type AccountId,
  type CharterState,
  deriveUnlock,
  type DossierId,
  type EntryId,
  foldCharter,
  generationCipher,
  type GenerationHeader,
  idBytes,
  idText,
  type LogId,
  type LogPlace,
  logStart,
  newEpochKey,
  nextLogHash,
  openGeneration,
  openSharedGeneration,
  readGeneration,
  readKit,
  type RecordId,
  type Secret,
  spaceGrantOf,
  type SpaceId,
  startGeneration,
  unwrapEpochKey,
  type View,
  wrapEpochKey,
} from '@dayaq/sealing';
import type { LogItem } from '@dayaq/protocol';
import type { Value } from '../../packages/vault/src/client.ts';
import { Server } from '../../packages/vault/src/server.ts';
import { leafOf } from '../../packages/vault/src/sync/open-page.ts';
import { fetchTransport } from '../../packages/vault/src/transport.ts';
import { accountOf, type Device, PASSPHRASE, type World } from './world.ts';

/** One entry as an insider writes it: `heads` and `time` may say what they like. */
export interface Written {
  changes: Change[];
  heads?: EntryId[];
  time?: number;
  /** By default what an honest device would name. */
  view?: View;
  /** Where the words say that they belong, whatever they are sent into. */
  says?: { space?: SpaceId; dossier?: DossierId };
  /** The number under which they are sent, by default their own. */
  under?: EntryId;
}

/** A generation and its key. */
export interface Held {
  header: GenerationHeader;
  key: Secret;
}

/** A member with a client of their own: speaks the protocol with their true keys and obeys no rule of the program. */
export class Insider {
  private constructor(
    readonly account: Account,
    readonly server: Server,
    readonly space: SpaceId,
  ) {}

  /** The person behind a device, with their own program instead of ours. */
  static async behind(world: World, device: Device): Promise<Insider> {
    const secret = readKit(device.kit);
    if (!secret.ok) throw new Error('no kit');
    const unlock = await deriveUnlock(PASSPHRASE, secret.value);
    const account = await accountOf(device);
    const server = new Server(fetchTransport(world.server.url), account.id, unlock.signIn, null, null);
    return new Insider(account, server, (await device.vault.status()).space as SpaceId);
  }

  async charter(space: SpaceId = this.space): Promise<CharterState> {
    const acts: Uint8Array[] = [];
    for (;;) {
      const page = await this.server.call('charter/read', { space: idBytes(space), from: acts.length });
      if (!page.ok) throw new Error(page.code);
      acts.push(...page.value.acts);
      if (!page.value.more) break;
    }
    const state = await foldCharter(acts);
    if (!state.ok) throw new Error(state.error.message);
    return state.value;
  }

  async epochKey(number: number): Promise<Secret> {
    const epoch = (await this.charter()).epochs.get(number);
    const read = await this.server.call('epochs/read', { space: idBytes(this.space) });
    if (!read.ok) throw new Error(read.code);
    const wrap = read.value.wraps.find((each) => each.epoch === number);
    if (epoch === undefined || wrap === undefined) throw new Error(`no key of epoch ${number}`);
    const key = await unwrapEpochKey(wrap.wrap, this.account, this.space, epoch);
    if (!key.ok) throw new Error(key.error.code);
    return key.value.key;
  }

  /** The log as this insider is shown it, as an honest device would name it. */
  async place(): Promise<LogPlace> {
    let log: LogId | null = null;
    let position = 0;
    let hash = await logStart(this.space);
    for (;;) {
      const request = { space: idBytes(this.space), after: position, limit: 2000 };
      const page = await this.server.call('entries/pull', request);
      if (!page.ok) throw new Error(page.code);
      log = idText<LogId>(page.value.log);
      for (const item of page.value.items) {
        position = item.p;
        hash = await nextLogHash(hash, position, await leafOf(item));
      }
      if (!page.value.more) return { log, position, hash };
    }
  }

  /** What an honest device of this member would name now. */
  async view(): Promise<View> {
    return { place: await this.place(), charter: (await this.charter()).head, peer: null };
  }

  /** What this insider can open of a dossier now, and keeps whatever comes; a code where the server says no. */
  async hold(dossier: string): Promise<Held | string> {
    const id = dossier as DossierId;
    const page = await this.server.call('entries/dossier', {
      space: idBytes(this.space),
      dossier: idBytes(id),
      after: 0,
      limit: 2000,
    });
    if (!page.ok) return page.code;
    const header = await newestHeader(page.value.items);
    const key = await openGeneration(header, {
      epochKey: await this.epochKey(header.epoch),
      account: this.account,
    });
    if (!key.ok) throw new Error(key.error.code);
    return { header, key: key.value };
  }

  /** Entries under what is held, not sent. */
  seal({ header, key }: Held, written: readonly Written[]) {
    return this.#sealed(header.space, header.dossier, { header, key }, written);
  }

  /** Seals entries under a dossier's newest generation and sends them. Answers what the server says: `ok` or a code. */
  async send(dossier: string, written: readonly Written[]): Promise<string> {
    const held = await this.hold(dossier);
    if (typeof held === 'string') return held;
    const entries = await this.seal(held, written);
    const answer = await this.server.call('entries/append', {
      space: idBytes(this.space),
      generations: [],
      entries,
    });
    return answer.ok ? 'ok' : answer.code;
  }

  /** The same into a dossier that `owner` handed over to this insider's organisation. */
  async sendReceived(owner: SpaceId, dossier: string, written: readonly Written[]): Promise<string> {
    const id = dossier as DossierId;
    const page = await this.server.call('shares/pull', {
      space: idBytes(this.space),
      owner: idBytes(owner),
      dossier: idBytes(id),
      after: 0,
      limit: 2000,
    });
    if (!page.ok) return page.code;
    const header = await newestHeader(page.value.items);
    const granted = spaceGrantOf(header);
    if (granted === null) throw new Error('it was taken back');
    const epochKey = await this.epochKey(granted.epoch);
    const key = await openSharedGeneration(header, { space: this.space, epochKey });
    if (!key.ok) throw new Error(key.error.code);
    const entries = await this.#sealed(owner, id, { header, key: key.value }, written);
    const answer = await this.server.call('shares/append', {
      space: idBytes(this.space),
      owner: idBytes(owner),
      dossier: idBytes(id),
      entries: entries.map(({ g, id: entry, sealed }) => ({ g, id: entry, sealed })),
    });
    return answer.ok ? 'ok' : answer.code;
  }

  /** Starts a generation whose key nobody can open, not even this insider. Answers what the server says. */
  async startUseless(dossier: string): Promise<string> {
    const held = await this.hold(dossier);
    if (typeof held === 'string') return held;
    const { bytes } = await startGeneration({
      space: this.space,
      dossier: dossier as DossierId,
      epoch: held.header.epoch,
      epochKey: newEpochKey(),
      author: this.account,
      time: 0,
      restrictedTo: null,
      previous: held,
      open: held.header.open,
      view: await this.view(),
    });
    const answer = await this.server.call('entries/append', {
      space: idBytes(this.space),
      generations: [bytes],
      entries: [],
    });
    return answer.ok ? 'ok' : answer.code;
  }

  /** Begins a dossier under a number, for these alone and this insider. Answers what the server says. */
  async begin(dossier: string, others: readonly string[] = []): Promise<string> {
    const charter = await this.charter();
    const readers = [this.account.id, ...(others as AccountId[])];
    const { bytes } = await startGeneration({
      space: this.space,
      dossier: dossier as DossierId,
      epoch: charter.epoch.number,
      epochKey: await this.epochKey(charter.epoch.number),
      author: this.account,
      time: Date.now(),
      restrictedTo: readers.flatMap((account) => charter.members.get(account) ?? []),
      previous: null,
      view: await this.view(),
    });
    const request = { space: idBytes(this.space), generations: [bytes], entries: [] };
    const answer = await this.server.call('entries/append', request);
    return answer.ok ? 'ok' : answer.code;
  }

  /** Hands the newest key over to a member who has none yet, or what is said instead of it. Answers what the server says. */
  async wrapFor(account: string, said: { key?: Secret; view?: View }): Promise<string> {
    const charter = await this.charter();
    const member = charter.members.get(account as AccountId);
    if (member === undefined) throw new Error('no member');
    const { number } = charter.epoch;
    const { key = await this.epochKey(number), view = await this.view() } = said;
    const wrap = await wrapEpochKey(key, number, this.space, member, view);
    const answer = await this.server.call('epochs/wrap', {
      space: idBytes(this.space),
      epoch: number,
      account: idBytes(member.account),
      wrap,
    });
    return answer.ok ? 'ok' : answer.code;
  }

  async #viewOf(space: SpaceId): Promise<View> {
    if (space === this.space) return this.view();
    return {
      place: null,
      charter: (await this.charter(space)).head,
      peer: (await this.charter()).head,
    };
  }

  /** The one place in which an insider's entries are made. */
  async #sealed(
    space: SpaceId,
    dossier: DossierId,
    { header, key }: { header: GenerationHeader; key: Secret },
    written: readonly Written[],
  ): Promise<{ dossier: Uint8Array; g: number; id: Uint8Array; sealed: Uint8Array }[]> {
    const { generation } = header;
    const cipher = await generationCipher(key);
    const entries = [];
    for (const { changes, heads = [], time = Date.now(), says, under, ...rest } of written) {
      const { view = await this.#viewOf(space) } = rest;
      const content = { space, dossier, ...says, author: this.account.id, time, heads, view, changes };
      const { entry, bytes } = await writeEntry(content, this.account.signing);
      const id = under ?? entry.id;
      const sealed = await cipher.seal({ space, dossier, generation, entry: id }, bytes);
      entries.push({ dossier: idBytes(dossier), g: generation, id: idBytes(id), sealed });
    }
    return entries;
  }
}

async function newestHeader(items: readonly LogItem[]): Promise<GenerationHeader> {
  const headers: GenerationHeader[] = [];
  for (const item of items) {
    const read = item.t === 'generation' ? await readGeneration(item.header) : null;
    if (read?.ok === true) headers.push(read.value);
  }
  const newest = headers.at(-1);
  if (newest === undefined) throw new Error('no generation');
  return newest;
}

/** A change as the journal has it, for fields that are set. */
export function change(kind: string, record: string, fields: Record<string, Value>): Change {
  return {
    kind,
    record: record as RecordId,
    fields: Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, { set: value }])),
  };
}
