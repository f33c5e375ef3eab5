import { readEntry } from '@dayaq/journal';
import {
  type Account,
  type AccountId,
  type DossierId,
  type EntryId,
  type EpochPublic,
  generationCipher,
  type GenerationHeader,
  idText,
  openGeneration,
  openPreviousGeneration,
  readCharterEntry,
  readGeneration,
  type Secret,
  type SpaceId,
  unwrapEpochKey,
} from '@dayaq/sealing';
import { marksIn } from './model.ts';

interface Heard {
  by: string;
  step: number;
  space: SpaceId;
  dossier: DossierId;
  g: number;
  id: EntryId;
  sealed: Uint8Array;
  /** Its author's device knew that the insider may not read it. */
  barred: boolean;
}

interface Wrap {
  by: string;
  space: SpaceId;
  epoch: EpochPublic;
  wrap: Uint8Array;
}

/** A word that somebody read who may not. */
export interface Leak {
  by: string;
  sent: number;
  dossier: string;
  generation: number;
  marks: string[];
}

/**
 * Everything that honest devices ever sent, and what the server and its insider can open of it, together: by every key that
 * the insider was given, every key that they made up, and every link from one to another.
 */
export class Ear {
  readonly #headers = new Map<string, GenerationHeader[]>();
  readonly #keys = new Map<string, Secret[]>();
  readonly #epochs = new Map<string, Secret[]>();
  readonly #wraps: Wrap[] = [];
  #closed: Heard[] = [];
  #news = false;

  constructor(readonly insider: Account) {}

  /** A key that they have or made up. */
  ownsEpoch(space: SpaceId, epoch: number, key: Secret): void {
    this.#add(this.#epochs, `${space}/${epoch}`, key);
  }

  owns(space: SpaceId, dossier: DossierId, generation: number, key: Secret): void {
    this.#add(this.#keys, `${space}/${dossier}/${generation}`, key);
  }

  #add(keys: Map<string, Secret[]>, name: string, key: Secret): void {
    const known = keys.get(name) ?? [];
    const text = Buffer.from(key.expose()).toString('base64');
    if (known.some((each) => Buffer.from(each.expose()).toString('base64') === text)) return;
    keys.set(name, [...known, key]);
    this.#news = true;
  }

  async header(bytes: Uint8Array): Promise<void> {
    const read = await readGeneration(bytes);
    if (!read.ok) return;
    const { space, dossier, generation } = read.value;
    const name = `${space}/${dossier}/${generation}`;
    this.#headers.set(name, [...(this.#headers.get(name) ?? []), read.value]);
    this.#news = true;
  }

  /** The newest header of a dossier that was heard of, whoever is shown it. */
  newest(space: SpaceId, dossier: DossierId): GenerationHeader | null {
    let found: GenerationHeader | null = null;
    for (const headers of this.#headers.values()) {
      for (const header of headers) {
        if (header.space !== space || header.dossier !== dossier) continue;
        if (found === null || header.generation > found.generation) found = header;
      }
    }
    return found;
  }

  /** A key that opens a generation, if they have one. */
  keyOf(header: Pick<GenerationHeader, 'space' | 'dossier' | 'generation'>): Secret | null {
    return this.#keys.get(`${header.space}/${header.dossier}/${header.generation}`)?.at(-1) ?? null;
  }

  async hear(
    by: string,
    step: number,
    route: string,
    request: Record<string, unknown>,
    isBarred: (dossier: DossierId | null) => boolean,
  ): Promise<void> {
    if (route === 'entries/append') {
      for (const bytes of request['generations'] as Uint8Array[]) await this.header(bytes);
      const space = idText<SpaceId>(request['space'] as Uint8Array);
      for (const each of request['entries'] as {
        dossier: Uint8Array;
        g: number;
        id: Uint8Array;
        sealed: Uint8Array;
      }[]) {
        const dossier = idText<DossierId>(each.dossier);
        const { g, sealed } = each;
        const barred = isBarred(dossier);
        this.#closed.push({ by, step, space, dossier, g, id: idText<EntryId>(each.id), sealed, barred });
        this.#news = true;
      }
    }
    if (route === 'charter/append' && isBarred(null)) this.#hearWraps(by, request);
  }

  /** What is wrapped for the new epoch by a device that knows of the removal: none of it may open for the insider. */
  #hearWraps(by: string, request: Record<string, unknown>): void {
    const space = idText<SpaceId>(request['space'] as Uint8Array);
    for (const act of request['acts'] as Uint8Array[]) {
      const read = readCharterEntry(act);
      if (!read.ok || read.value.act.type !== 'rotate') continue;
      const { epoch } = read.value.act;
      for (const { account, wrap } of request['wraps'] as { account: Uint8Array; wrap: Uint8Array }[]) {
        if (idText<AccountId>(account) === this.insider.id) this.#wraps.push({ by, space, epoch, wrap });
      }
    }
  }

  /** Tries every key on everything. Answers what opens although its author's device knew better. */
  async leaks(): Promise<Leak[]> {
    if (!this.#news) return [];
    this.#news = false;
    for (const { space, epoch, wrap } of this.#wraps.splice(0)) {
      const opened = await unwrapEpochKey(wrap, this.insider, space, epoch);
      if (opened.ok) this.ownsEpoch(space, epoch.number, opened.value.key);
    }
    await this.#openHeaders();
    this.#news = false;
    const leaks: Leak[] = [];
    const closed: Heard[] = [];
    for (const heard of this.#closed) {
      const marks = await this.#read(heard);
      if (marks === null) closed.push(heard);
      else if (heard.barred && marks.length > 0) {
        const { by, step, dossier, g } = heard;
        leaks.push({ by, sent: step, dossier, generation: g, marks });
      }
    }
    this.#closed = closed;
    return leaks;
  }

  async #openHeaders(): Promise<void> {
    const all = [...this.#headers.values()].flat().sort((a, b) => b.generation - a.generation);
    for (const header of all) {
      for (const epochKey of this.#epochs.get(`${header.space}/${header.epoch}`) ?? [null]) {
        const opened = await openGeneration(header, { epochKey, account: this.insider });
        if (opened.ok) this.owns(header.space, header.dossier, header.generation, opened.value);
      }
    }
    for (const header of all) {
      const { link, space, dossier, generation } = header;
      if (link === null) continue;
      for (const key of this.#keys.get(`${space}/${dossier}/${generation}`) ?? []) {
        for (const earlier of this.#headers.get(`${space}/${dossier}/${link.generation}`) ?? []) {
          const opened = await openPreviousGeneration(header, key, earlier);
          if (opened.ok) this.owns(space, dossier, link.generation, opened.value);
        }
      }
    }
  }

  async #read({ space, dossier, g, id, sealed }: Heard): Promise<string[] | null> {
    for (const key of this.#keys.get(`${space}/${dossier}/${g}`) ?? []) {
      const cipher = await generationCipher(key);
      const plain = await cipher.open({ space, dossier, generation: g, entry: id }, sealed);
      if (!plain.ok) continue;
      const entry = await readEntry(plain.value);
      if (entry.ok) return marksIn(entry.value.changes);
    }
    return null;
  }
}
