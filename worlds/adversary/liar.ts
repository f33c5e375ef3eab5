import type { LogItem, Reply, Request, RouteName } from '@dayaq/protocol';
import {
  type DossierId,
  idBytes,
  idText,
  type LogId,
  readGeneration,
  type SpaceId,
  type View,
} from '@dayaq/sealing';
import type { CallOutcome, Transport } from '../../packages/vault/src/adapters.ts';
import { failureOf } from '../../packages/vault/src/failure.ts';
import { leafOf } from '../../packages/vault/src/sync/open-page.ts';
import { fetchTransport } from '../../packages/vault/src/transport.ts';
import type { Ghost } from './ghost.ts';
import { type Edit, lastOf, shownLog, viewAt } from './shown.ts';

type Any = Record<string, unknown>;
type Page = Reply<'entries/pull'>;

/** What becomes of what a device sends. */
export type Mail =
  | 'pass'
  /** Acknowledged, and thrown away. */
  | 'swallow'
  /** Acknowledged, and shown to this device alone, in a log of its own. */
  | 'branch';

const LIMIT = 2000;

/** The server as one device meets it: it may show another log than to others, keep back, refuse, invent. */
export class Liar {
  edits: Edit[] = [];
  mail: Mail = 'pass';
  branch: LogItem[] = [];
  /** Another name for the log, and whether the true one is said to be its former life. */
  life: { log: Uint8Array; follows: boolean } | null = null;
  refusal: { routes: string; code: string; times: number } | null = null;
  /** Slipped into a dossier that is fetched from its beginning. */
  takesOver: ((dossier: DossierId) => Promise<LogItem | null>) | null = null;
  ghost: Ghost | null = null;
  /** Acts of the charter were acknowledged and kept from everybody else: that cannot be mended any more. */
  scarred = false;
  /** All that was swallowed or branched off, to be shown to others. */
  readonly kept: LogItem[] = [];
  #token: Uint8Array | null = null;

  constructor(
    readonly origin: string,
    readonly hear: (route: string, request: Any) => Promise<void>,
  ) {}

  space: SpaceId | null = null;

  get isHonest(): boolean {
    return (
      this.edits.length === 0 &&
      this.mail === 'pass' &&
      this.branch.length === 0 &&
      this.life === null &&
      this.refusal === null &&
      this.takesOver === null &&
      this.ghost === null
    );
  }

  beHonest(): void {
    this.edits = [];
    this.mail = 'pass';
    this.branch = [];
    this.life = null;
    this.refusal = null;
    this.takesOver = null;
    this.ghost = null;
  }

  transport(): Transport {
    const honest = fetchTransport(this.origin);
    const call = async <R extends RouteName>(
      route: R,
      request: Request<R>,
      token: Uint8Array | null,
    ): Promise<CallOutcome<R>> => {
      if (token !== null) this.#token = token;
      const given = request as Any;
      await this.hear(route, given);
      const { refusal } = this;
      if (refusal !== null && token !== null && new RegExp(refusal.routes).test(route)) {
        if (--refusal.times <= 0) this.refusal = null;
        return { ok: false, failure: failureOf(refusal.code), code: refusal.code };
      }
      const pass = () => honest.call(route, request, token);
      if (this.isHonest) return pass();
      const forged = await this.#answer(route, given, pass as () => Promise<CallOutcome<RouteName>>);
      return (forged ?? (await pass())) as CallOutcome<R>;
    };
    // Nothing happens by itself: the game says when a device exchanges.
    return { ...honest, call, nudges: () => silence() };
  }

  /** The log as this device is shown it now, and its name. */
  async shown(): Promise<{ items: LogItem[]; page: Page } | null> {
    const { space } = this;
    const honest = fetchTransport(this.origin);
    const truth: LogItem[] = [];
    if (space === null) return null;
    for (;;) {
      const after = lastOf(truth);
      const request = { space: idBytes(space), after, limit: LIMIT };
      const answer = await honest.call('entries/pull', request as Request<'entries/pull'>, this.#token);
      if (!answer.ok) return null;
      truth.push(...answer.value.items);
      if (!answer.value.more) {
        const items = shownLog(truth, this.edits, this.branch);
        return { items, page: this.#named(answer.value) };
      }
    }
  }

  #named(page: Page): Page {
    if (this.life === null) return page;
    const former = this.life.follows ? [...page.former, { log: page.log, until: page.position }] : [];
    return { ...page, log: this.life.log, former };
  }

  /** What a device that believes this log up to an item would name. */
  async viewUpTo(position: number): Promise<View | null> {
    const shown = await this.shown();
    if (shown === null || this.space === null) return null;
    return viewAt(this.space, idText<LogId>(shown.page.log), shown.items, position);
  }

  async #answer(
    route: RouteName,
    request: Any,
    pass: () => Promise<CallOutcome<RouteName>>,
  ): Promise<CallOutcome<RouteName> | null> {
    if (this.ghost !== null) {
      const answer = await this.ghost.answer(route, request, pass);
      if (answer !== null) return answer;
    }
    if (!(request['space'] instanceof Uint8Array) || idText(request['space']) !== this.space) return null;
    if (route === 'entries/append') return this.#take(itemsOf(request));
    if (route === 'charter/append') return this.#takeActs(request['acts'] as Uint8Array[]);
    if (route === 'entries/pull') return this.#pull(request['after'] as number, request['limit'] as number);
    if (route === 'entries/dossier') return this.#dossier(request, pass);
    if (route === 'charter/read' && this.edits.length + this.branch.length > 0)
      return this.#charter(request['from'] as number);
    return null;
  }

  async #take(items: LogItem[]): Promise<CallOutcome<RouteName> | null> {
    if (this.mail === 'pass') return null;
    this.kept.push(...items);
    if (this.mail === 'branch') this.branch.push(...items);
    const shown = await this.shown();
    return { ok: true, value: { position: lastOf(shown?.items ?? []) } };
  }

  async #takeActs(acts: Uint8Array[]): Promise<CallOutcome<RouteName> | null> {
    if (this.mail === 'pass') return null;
    this.scarred = true;
    return this.#take(acts.map((act) => ({ t: 'charter', p: 0, seq: 0, act })));
  }

  async #pull(after: number, limit: number): Promise<CallOutcome<RouteName> | null> {
    const shown = await this.shown();
    if (shown === null) return null;
    const { items, page } = shown;
    const found = items.filter(({ p }) => p > after).slice(0, limit);
    const last = lastOf(items);
    const more = found.length > 0 && lastOf(found) < last;
    const before = items.find(({ p }) => p === after);
    const at = before === undefined ? null : await leafOf(before);
    const position = more ? lastOf(found) : Math.max(last, found.length === 0 ? 0 : last);
    const { log, former, unsettled } = page;
    return { ok: true, value: { log, former, unsettled, at, items: found, position, more } };
  }

  async #charter(from: number): Promise<CallOutcome<RouteName> | null> {
    const shown = await this.shown();
    if (shown === null) return null;
    const acts = shown.items.flatMap((item) => (item.t === 'charter' ? [item.act] : []));
    return { ok: true, value: { acts: acts.slice(from), more: false } };
  }

  async #dossier(
    request: Any,
    pass: () => Promise<CallOutcome<RouteName>>,
  ): Promise<CallOutcome<RouteName> | null> {
    const answer = await pass();
    if (!answer.ok) return answer;
    const page = answer.value as Reply<'entries/dossier'>;
    let items = shownLog(page.items, this.edits, []);
    const dossier = idText<DossierId>(request['dossier'] as Uint8Array);
    const item = page.more || this.takesOver === null ? null : await this.takesOver(dossier);
    if (item !== null) items = [...items, { ...item, p: lastOf(items) + 1 }];
    return { ok: true, value: { ...page, items, position: Math.max(page.position, lastOf(items)) } };
  }
}

function itemsOf(request: Any): LogItem[] {
  const items: LogItem[] = [];
  for (const header of request['generations'] as Uint8Array[])
    items.push({ t: 'generation', p: 0, dossier: new Uint8Array(16), header });
  for (const { dossier, g, id, sealed } of request['entries'] as {
    dossier: Uint8Array;
    g: number;
    id: Uint8Array;
    sealed: Uint8Array;
  }[])
    items.push({ t: 'entry', p: 0, dossier, g, id, sealed });
  return items;
}

/** Headers name their dossier themselves; the server says it once more beside them. */
export async function withDossiers(items: readonly LogItem[]): Promise<LogItem[]> {
  return Promise.all(
    items.map(async (item) => {
      if (item.t !== 'generation') return item;
      const read = await readGeneration(item.header);
      return read.ok ? { ...item, dossier: idBytes(read.value.dossier) } : item;
    }),
  );
}

async function* silence(): AsyncGenerator<void> {}
