import {
  type AccountId,
  generatePassphrase,
  kitNumbers,
  type DossierId,
  type InviteId,
  passphraseStrength,
  type SpaceId,
} from '@dayaq/sealing';
import type { Language, SealedFile } from '@dayaq/domain';
import { loadPassphraseWords } from '@dayaq/locale/passphrase-words';
import type { Surroundings } from './adapters.ts';
import type {
  ApartRow,
  CasePage,
  CaseQuery,
  Change,
  DangerRow,
  DossierPage,
  DossierQuery,
  Draft,
  Outcome,
  PushAddress,
  Role,
  SaveRequest,
  SavedView,
  SharedRow,
  SpaceSummary,
  TaskQuery,
  TaskRow,
  Value,
  Vault,
  VaultEvent,
  VaultStatus,
  WaitingItem,
} from './client.ts';
import { readDevice } from './device.ts';
import * as entrance from './entrance.ts';
import { done, failed, storeFailure, success } from './failure.ts';
import { EngineClosed, isDamage } from './database/engine.ts';
import type * as inside from './inside.ts';
import type { Ring } from './space/ring.ts';
import type { SyncLoop } from './sync/loop.ts';
import { type Unlocked, mayWrite, ringOf } from './unlocked.ts';

const NO_SYNC: VaultStatus['sync'] = {
  state: 'idle',
  waiting: 0,
  held: 0,
  progress: null,
  problem: null,
  refused: 0,
};

type Inside = typeof inside;

/** The vault itself: what the pages ask of `Vault`, done on this device. One instance at a time has the database open. */
export class LocalVault implements Vault {
  readonly #around: Surroundings;
  readonly #tell: (event: VaultEvent) => void;
  #inside: Inside | null = null;
  #phase: VaultStatus['phase'] = 'starting';
  #repaired: VaultStatus['repaired'] = 'no';
  #preparing: VaultStatus['preparing'] = null;
  #unlocked: Unlocked | null = null;
  #loop: SyncLoop | null = null;
  #space: SpaceId | null = null;
  #summaries: SpaceSummary[] = [];
  #apart = 0;
  /** A damaged database was made anew since the passphrase was typed: a second time has a cause that this cannot mend. */
  #mended = false;
  /** Somebody locked since it was opened last: it may not open by itself. */
  #lockedByHand = false;
  /** How often it was locked, and how often before the way in that is being gone now: a lock in between wins. */
  #locks = 0;
  #locksBefore = 0;
  /** One way in at a time: two unlockings at once would open the database twice. */
  #entering: Promise<unknown> = Promise.resolve();

  constructor(around: Surroundings, tell: (event: VaultEvent) => void) {
    this.#around = around;
    this.#tell = tell;
  }

  /** Looks whether this device has an account. */
  async start(): Promise<void> {
    this.#phase = (await readDevice(this.#around.keep)) === null ? 'empty' : 'locked';
    this.#announce();
    // On a device that has an account, somebody is about to open it.
    if (this.#phase === 'locked') void this.#isHere();
  }

  /** Fetches what works behind the lock; false when it cannot be had now. */
  async #isHere(): Promise<boolean> {
    try {
      this.#inside ??= await import('./inside.ts');
      return true;
    } catch {
      return false;
    }
  }

  /** Used only once somebody has come in, by when it was fetched. */
  get #in(): Inside {
    if (this.#inside === null) throw new Error('nobody has come in yet');
    return this.#inside;
  }

  status(): Promise<VaultStatus> {
    return Promise.resolve(this.#status());
  }

  #status(): VaultStatus {
    return {
      phase: this.#phase,
      missing: [],
      storage: this.#around.database.storage,
      account: this.#unlocked?.account.id ?? null,
      spaces: this.#spacesNow(),
      space: this.#space,
      sync: this.#syncStatus(),
      apart: this.#apart,
      repaired: this.#repaired,
      preparing: this.#preparing,
      emptied: this.#unlocked?.emptied ?? false,
      clockAhead: this.#unlocked?.clockAhead ?? 0,
      serverChanged: this.#unlocked?.serverChanged ?? false,
    };
  }

  /** How far the first fetch is changes with every page, what went wrong with every turn, the rest of a summary seldom. */
  #spacesNow(): SpaceSummary[] {
    const unlocked = this.#unlocked;
    if (unlocked?.alive !== true) return this.#summaries;
    try {
      return this.#summaries.map((space) => ({
        ...space,
        fetching: this.#in.fetchingOf(unlocked.engine, space.id as SpaceId),
        problem: this.#loop?.problemOf(space.id as SpaceId) ?? null,
      }));
    } catch (error) {
      if (!isDamage(error)) throw error;
      return this.#summaries;
    }
  }

  #syncStatus(): VaultStatus['sync'] {
    try {
      return this.#loop?.status ?? NO_SYNC;
    } catch (error) {
      if (!(error instanceof EngineClosed || isDamage(error))) throw error;
      if (isDamage(error)) void this.#noteDamage();
      return NO_SYNC;
    }
  }

  #announce(): void {
    this.#tell({ type: 'status', status: this.#status() });
  }

  // Coming in

  begin(request: Parameters<Vault['begin']>[0]): ReturnType<Vault['begin']> {
    return this.#enter(async () => {
      if (this.#unlocked !== null) return this.#foundFurther(this.#unlocked, request);
      const entered = await entrance.begin(this.#around, request);
      if (!entered.ok) return entered;
      const unlocked = await this.#open(entered.value);
      const space = entered.value.space?.id as SpaceId;
      const saved = await this.#nameOrganisation(unlocked, space, request);
      if (!saved.ok) return saved;
      await this.#settle();
      return success({ kit: entered.value.kit, space });
    });
  }

  async #foundFurther(
    unlocked: Unlocked,
    request: Parameters<Vault['begin']>[0],
  ): ReturnType<Vault['begin']> {
    const founded = await this.#in.foundFurther(unlocked, request.token);
    if (!founded.ok) return founded;
    const space = founded.value;
    const saved = await this.#nameOrganisation(unlocked, space, request);
    if (!saved.ok) return saved;
    await this.#in.foundingIsOver(unlocked);
    await this.chooseSpace(space);
    this.#loop?.soon();
    return success({ kit: [], space });
  }

  /** Writes what the organisation is called and who founded it. */
  async #nameOrganisation(
    unlocked: Unlocked,
    space: SpaceId,
    { organisation, country, language, name }: Parameters<Vault['begin']>[0],
  ): Promise<Outcome<null>> {
    const roster = await this.#in.rosterDossier(space);
    if (!unlocked.alive) return failed('locked');
    return this.#in.saveAct(unlocked, unlocked.rings.get(space) as Ring, {
      dossier: roster,
      changes: [
        record('organisation', roster, { name: organisation, country, languages: [language] }),
        record('profile', unlocked.account.id, { name, languages: [language] }),
      ],
    });
  }

  inspectInvitation(link: string): ReturnType<Vault['inspectInvitation']> {
    return entrance.inspectInvitation(this.#around, link);
  }

  join(request: Parameters<Vault['join']>[0]): ReturnType<Vault['join']> {
    return this.#enter(async () => {
      if (this.#unlocked !== null) return this.#joinFurther(this.#unlocked, request);
      const entered = await entrance.join(this.#around, request);
      if (!entered.ok) return entered;
      const unlocked = await this.#open(entered.value);
      const space = entered.value.space?.id as SpaceId;
      await this.#introduceMyself(unlocked, space, request.name);
      return success({ kit: entered.value.kit, space });
    });
  }

  async #joinFurther(unlocked: Unlocked, request: { link: string; name: string }): ReturnType<Vault['join']> {
    const joined = await this.#in.joinFurther(unlocked, request.link);
    if (!joined.ok) return joined;
    if (!unlocked.alive) return failed('locked');
    const space = joined.value;
    await this.#introduceMyself(unlocked, space, request.name);
    await this.chooseSpace(space);
    return success({ kit: [], space });
  }

  /** Writes one's name for the others and begins to work. */
  async #introduceMyself(unlocked: Unlocked, space: SpaceId, name: string): Promise<void> {
    const ring = unlocked.rings.get(space) as Ring;
    if (mayWrite(ring)) {
      const profile = record('profile', unlocked.account.id, { name });
      await this.#in.saveAct(unlocked, ring, {
        dossier: await this.#in.rosterDossier(space),
        changes: [profile],
      });
    }
    await this.#settle();
  }

  restore(request: Parameters<Vault['restore']>[0]): Promise<Outcome<null>> {
    return this.#enter(async () => {
      const entered = await entrance.restore(this.#around, request);
      if (!entered.ok) return entered;
      await this.#in.lookForSpaces(await this.#open(entered.value));
      await this.#settle();
      return done;
    });
  }

  unlock(passphrase: string): Promise<Outcome<null>> {
    return this.#enter(async () => {
      if (this.#unlocked !== null) return done;
      this.#mended = false;
      return this.#admit(await entrance.unlockDevice(this.#around, passphrase));
    });
  }

  /** Takes over from a tab that was unlocked and has closed. */
  takeOver(handed: entrance.HandOver): Promise<Outcome<null>> {
    return this.#enter(async () => this.#admit(await entrance.takeOver(this.#around, handed)));
  }

  /** What another tab needs to go on when this one closes; null while locked. */
  handOver(): entrance.HandOver | null {
    if (this.#unlocked === null) return null;
    return { root: this.#unlocked.account.root.expose().slice(), token: this.#unlocked.server.token };
  }

  async #admit(entered: Outcome<entrance.Entered>): Promise<Outcome<null>> {
    if (!entered.ok) return entered;
    if (this.#locks !== this.#locksBefore) return failed('locked');
    await this.#open(entered.value);
    if (this.#locks !== this.#locksBefore) {
      this.#close();
      return failed('locked');
    }
    await this.#settle();
    return done;
  }

  #enter<T>(work: () => Promise<Outcome<T>>): Promise<Outcome<T>> {
    const whole = async () => {
      this.#locksBefore = this.#locks;
      return (await this.#isHere()) ? answered(work) : failed('offline');
    };
    const entering = this.#entering.then(whole, whole);
    this.#entering = entering.catch(() => undefined);
    return entering;
  }

  async #open(entered: entrance.Entered): Promise<Unlocked> {
    if (this.#unlocked !== null) this.#close();
    this.#lockedByHand = false;
    const changed: Unlocked['changed'] = (dossiers, kinds) => {
      this.#tell({
        type: 'changed',
        dossiers: dossiers === 'many' ? 'many' : [...dossiers],
        kinds: [...kinds],
      });
      if (kinds.includes('organisation') || kinds.includes('profile')) void this.#refresh();
    };
    const { unlocked, repaired } = await this.#in
      .openUnlocked(this.#around, entered, changed, (made, total) => {
        this.#preparing = { done: made, total };
        this.#announce();
      })
      .finally(() => {
        this.#preparing = null;
      });
    this.#unlocked = unlocked;
    this.#repaired = repaired;
    const { device } = entered;
    this.#around.keep.onEmptied(() => {
      if (unlocked.alive) void this.#mendKeep(unlocked, device);
    });
    this.#loop = new this.#in.SyncLoop(
      unlocked,
      () => void this.#refresh(),
      () => void this.#noteDamage(),
    );
    return unlocked;
  }

  async #mendKeep(unlocked: Unlocked, device: entrance.Entered['device']): Promise<void> {
    try {
      await this.#in.mendKeep(unlocked, device);
    } catch (error) {
      // Still not to be had: the next save says so.
      if (storeFailure(error) === null && !(error instanceof EngineClosed)) throw error;
    }
    await this.#refresh();
  }

  async #settle(): Promise<void> {
    this.#phase = 'open';
    await this.#refresh();
    this.#loop?.soon();
  }

  #refresh(): Promise<void> {
    const unlocked = this.#unlocked;
    if (unlocked === null) return Promise.resolve();
    return this.#guarded(() => this.#readSpaces(unlocked), undefined);
  }

  async #readSpaces(unlocked: Unlocked): Promise<void> {
    this.#apart = this.#in.apartCount(unlocked.engine);
    const summaries: SpaceSummary[] = [];
    for (const ring of unlocked.rings.values()) {
      const roster = await this.#in.readRoster(unlocked, ring.space);
      if (!unlocked.alive) return;
      summaries.push({
        id: ring.space,
        name: roster.organisation,
        country: roster.country,
        me: { role: ring.me?.role ?? 'viewer', keyholder: ring.me?.keyholder ?? false },
        ready: ring.ready,
        rotationOwed: ring.state.rotationOwed,
        removed: ring.me === null,
        keyUnusable: !ring.ready && ring.unusable.size > 0,
        disputes: this.#in.disputeCount(unlocked, ring.space),
        problem: null,
        fetching: this.#in.fetchingOf(unlocked.engine, ring.space),
        restored: this.#in.lastRestored(unlocked.engine, ring.space),
      });
    }
    this.#summaries = summaries;
    if (this.#space === null || !unlocked.rings.has(this.#space)) {
      const chosen = unlocked.engine.get<{ value: string }>(
        "select value from meta where name = 'chosen'",
      )?.value;
      this.#space = summaries.some((each) => each.id === chosen)
        ? (chosen as SpaceId)
        : ((summaries[0]?.id ?? null) as SpaceId | null);
    }
    if (this.#repaired === 'rebuilding' && this.#loop?.caughtUp === true) this.#repaired = 'rebuilt';
    this.#announce();
  }

  lock(): Promise<void> {
    this.#locks++;
    this.#lockedByHand = true;
    this.#close();
    return Promise.resolve();
  }

  #close(): void {
    if (this.#unlocked === null) return;
    this.#loop?.stop();
    this.#in.closeUnlocked(this.#unlocked);
    this.#unlocked = null;
    this.#loop = null;
    this.#summaries = [];
    this.#apart = 0;
    this.#space = null;
    this.#phase = 'locked';
    this.#announce();
  }

  async wipe(): Promise<void> {
    const server = this.#unlocked?.server;
    this.#close();
    await this.#around.keep.clear();
    await this.#around.database.destroy();
    this.#phase = 'empty';
    this.#announce();
    await server?.close();
  }

  async changePassphrase(request: { old: string; new: string }): Promise<Outcome<null>> {
    const unlocked = this.#unlocked;
    if (unlocked === null) return failed('locked');
    const changed = await entrance.changePassphrase(this.#around, unlocked.server, request);
    if (!changed.ok) return changed;
    unlocked.server.replace(changed.value);
    return done;
  }

  async kit(passphrase: string): Promise<Outcome<{ kit: string[] }>> {
    const entered = await entrance.unlockDevice(this.#around, passphrase);
    return entered.ok ? success({ kit: entered.value.kit }) : entered;
  }

  kitNumbers(kit: readonly string[]): Promise<number[]> {
    return Promise.resolve(kitNumbers(kit));
  }

  async suggestPassphrase(language: Language): Promise<string> {
    return generatePassphrase(await loadPassphraseWords(language), this.#around.random);
  }

  async passphraseStrength(text: string): Promise<'weak' | 'fair' | 'strong'> {
    return (await passphraseStrength(text)).level;
  }

  // The circle

  async chooseSpace(space: string): Promise<void> {
    if (this.#unlocked === null || !this.#unlocked.rings.has(space as SpaceId)) return;
    this.#space = space as SpaceId;
    this.#unlocked.engine.run("insert or replace into meta(name, value) values('chosen', ?)", space);
    await this.#refresh();
    this.#tell({ type: 'changed', dossiers: 'many', kinds: [] });
  }

  members(at?: string): ReturnType<Vault['members']> {
    return this.#inSpace((unlocked, ring) => this.#in.memberViews(unlocked, ring), [], at);
  }

  invitations(at?: string): ReturnType<Vault['invitations']> {
    return this.#inSpace(
      (_, ring) => Promise.resolve(this.#in.inviteViews(ring, this.#around.now())),
      [],
      at,
    );
  }

  invite(
    request: { role: Role; keyholder: boolean; days: number },
    at?: string,
  ): ReturnType<Vault['invite']> {
    return this.#acting((unlocked, ring) => this.#in.invite(unlocked, ring, request), at);
  }

  revokeInvitation(invitation: string, at?: string): Promise<Outcome<null>> {
    return this.#acting(
      (unlocked, ring) => this.#in.revokeInvitation(unlocked, ring, invitation as InviteId),
      at,
    );
  }

  setRole(request: Parameters<Vault['setRole']>[0], at?: string): Promise<Outcome<null>> {
    return this.#acting(
      (unlocked, ring) =>
        this.#in.appendAct(unlocked, ring, { type: 'role', ...request } as Parameters<
          Inside['appendAct']
        >[2]),
      at,
    );
  }

  removalEffects(account: string, at?: string): ReturnType<Vault['removalEffects']> {
    return this.#acting(
      (unlocked, ring) => this.#in.removalEffects(unlocked, ring, account as AccountId),
      at,
    );
  }

  removeMember(account: string, at?: string): Promise<Outcome<null>> {
    return this.#acting(async (unlocked, ring) => {
      const removed = await this.#in.appendAct(unlocked, ring, { type: 'remove', account } as Parameters<
        Inside['appendAct']
      >[2]);
      if (removed.ok) await this.#loop?.now();
      return removed;
    }, at);
  }

  disputes(at?: string): ReturnType<Vault['disputes']> {
    return this.#inSpace(
      (unlocked, ring) => Promise.resolve(this.#in.disputesOf(unlocked, ring.space)),
      [],
      at,
    );
  }

  circleNumber(at?: string): ReturnType<Vault['circleNumber']> {
    return this.#inSpace((_, ring) => this.#in.circleNumber(ring), null, at);
  }

  noteCompared(
    { account, groups }: Parameters<Vault['noteCompared']>[0],
    at?: string,
  ): Promise<Outcome<null>> {
    return this.#acting(
      (unlocked, ring) => this.#in.noteCompared(unlocked, ring, account as AccountId, groups),
      at,
    );
  }

  comparisons(at?: string): ReturnType<Vault['comparisons']> {
    return this.#inSpace((unlocked, ring) => this.#in.comparisons(unlocked, ring), [], at);
  }

  async findSpaces(): ReturnType<Vault['findSpaces']> {
    const unlocked = this.#unlocked;
    const loop = this.#loop;
    if (unlocked === null || loop === null) return failed('locked');
    const before = new Set(unlocked.rings.keys());
    await this.#in.lookForSpaces(unlocked);
    const failure = await loop.adopt();
    if (!unlocked.alive) return failed('locked');
    if (failure !== null) return { ok: false, failure };
    return success([...unlocked.rings.keys()].filter((space) => !before.has(space)));
  }

  introduce(at?: string): ReturnType<Vault['introduce']> {
    return this.#acting((unlocked, ring) => this.#in.introduce(unlocked, ring), at);
  }

  acceptIntroduction(link: string, at?: string): ReturnType<Vault['acceptIntroduction']> {
    return this.#acting((unlocked, ring) => this.#in.acceptIntroduction(unlocked, ring, link), at);
  }

  peers(at?: string): ReturnType<Vault['peers']> {
    return this.#inSpace((unlocked, ring) => this.#in.peerViews(unlocked, ring), [], at);
  }

  // Records

  async save(request: SaveRequest, at?: string): Promise<Outcome<null>> {
    const here = this.#ringAt(at)?.space ?? null;
    const saved = await this.#whenOpen((unlocked) => {
      const place = this.#in.placeOf(unlocked, request.dossier as DossierId, here);
      if (place === null) return Promise.resolve(failed('not-found'));
      return this.#in.saveAct(unlocked, place.ring, request, { space: place.space, wish: null });
    });
    if (saved.ok) {
      this.#loop?.soon();
      this.#announce();
    }
    return saved;
  }

  newId(): Promise<string> {
    const unlocked = this.#unlocked;
    return unlocked === null
      ? Promise.reject(new Error('locked'))
      : Promise.resolve(this.#in.newRecordId(unlocked));
  }

  async spaceOf(dossier: string): Promise<string | null> {
    const unlocked = this.#unlocked;
    if (unlocked === null) return null;
    return this.#guarded(() => Promise.resolve(this.#in.homeOf(unlocked, dossier as DossierId)), null);
  }

  dossier(id: string, at?: string): ReturnType<Vault['dossier']> {
    return this.#atHome(id, at, (unlocked) => this.#in.dossierView(unlocked, id as DossierId));
  }

  history(id: string, at?: string): ReturnType<Vault['history']> {
    return this.#atHome(id, at, (unlocked) => this.#in.dossierHistory(unlocked, id as DossierId));
  }

  #atHome<T>(
    id: string,
    at: string | undefined,
    work: (unlocked: Unlocked) => Promise<Outcome<T>>,
  ): Promise<Outcome<T>> {
    return this.#whenOpen((unlocked) => {
      const isElsewhere = at !== undefined && this.#in.homeOf(unlocked, id as DossierId) !== at;
      return isElsewhere ? Promise.resolve(failed('not-found')) : work(unlocked);
    });
  }

  roster(at?: string): ReturnType<Vault['roster']> {
    return this.#acting(
      async (unlocked, ring) => this.#in.dossierView(unlocked, await this.#in.rosterDossier(ring.space)),
      at,
    );
  }

  async dossiers(query: DossierQuery): Promise<DossierPage> {
    const none: DossierPage = { rows: [], total: 0, more: false, facets: {} };
    return this.#inSpace(
      async ({ engine }) => {
        const wanted = await this.#in.wantedIn(engine, query.text);
        return this.#in.listDossiers(engine, query, wanted);
      },
      none,
      undefined,
    );
  }

  find(query: Parameters<Vault['find']>[0], at?: string | null): ReturnType<Vault['find']> {
    const none = { rows: [], more: false };
    const unlocked = this.#unlocked;
    if (unlocked === null) return Promise.resolve(none);
    const ring = this.#ringAt(at ?? undefined);
    if (at !== null && ring === undefined) return Promise.resolve(none);
    // With one space there is nothing to leave out.
    const space = at === null || unlocked.rings.size === 1 ? null : (ring?.space ?? null);
    return this.#guarded(() => this.#in.find(unlocked, query, space), none);
  }

  async cases(query: CaseQuery, at?: string): Promise<CasePage> {
    return this.#inSpace(
      async (_, ring) => this.#in.casePage(await this.dossiers(this.#in.casesAsked(ring.space, query))),
      { rows: [], total: 0, more: false },
      at,
    );
  }

  async facets(names: string[], at?: string): ReturnType<Vault['facets']> {
    return this.#inSpace(
      async ({ engine }, ring) => {
        const every: CaseQuery = {
          text: '',
          filters: {},
          sort: 'updated',
          descending: true,
          offset: 0,
          limit: 1,
        };
        const asked = { ...this.#in.casesAsked(ring.space, every), count: names };
        const { facets } = this.#in.listDossiers(engine, asked, await this.#in.wantedIn(engine, ''));
        return Object.fromEntries(
          Object.entries(facets).map(([name, counts]) => [
            name,
            counts.map(({ code, dossiers }) => ({ code, cases: dossiers })),
          ]),
        );
      },
      {},
      at,
    );
  }

  async tasks(query: TaskQuery, at?: string | null): Promise<TaskRow[]> {
    const listed = await this.#inEach(
      (unlocked, ring) => Promise.resolve(this.#in.listTasks(unlocked.engine, ring, query)),
      at,
    );
    return at === null ? this.#in.mostDangerous(listed, query.limit) : listed;
  }

  workload(today: string, at?: string): ReturnType<Vault['workload']> {
    return this.#inSpace(
      (unlocked, ring) => Promise.resolve(this.#in.workloadOf(unlocked.engine, ring, today)),
      [],
      at,
    );
  }

  async dangers(at?: string | null): Promise<DangerRow[]> {
    // From half a log an answered danger looks unanswered.
    const listed = await this.#inEach(
      async (unlocked, ring) =>
        this.#in.fetchingOf(unlocked.engine, ring.space) === null ? this.#in.listDangers(unlocked, ring) : [],
      at,
    );
    return at === null ? this.#in.mostUrgent(listed) : listed;
  }

  records(query: Parameters<Vault['records']>[0], at?: string): ReturnType<Vault['records']> {
    return this.#inSpace(
      (unlocked, ring) => Promise.resolve(this.#in.listRecords(unlocked.engine, ring.space, query)),
      { records: [], next: null },
      at,
    );
  }

  linked({ id, limit }: Parameters<Vault['linked']>[0], at?: string): ReturnType<Vault['linked']> {
    return this.#inSpace(
      (unlocked, ring) => Promise.resolve(this.#in.linked(unlocked.engine, ring.space, id, limit)),
      { to: [], from: [], gone: [], more: false },
      at,
    );
  }

  named(ids: string[], at?: string): ReturnType<Vault['named']> {
    return this.#inSpace(
      (unlocked, ring) => Promise.resolve(this.#in.named(unlocked.engine, ring.space, ids)),
      {},
      at,
    );
  }

  overstepped(at?: string): ReturnType<Vault['overstepped']> {
    return this.#inSpace(
      (unlocked, ring) => Promise.resolve(this.#in.listOversteps(unlocked.engine, ring)),
      {
        total: 0,
        listed: [],
      },
      at,
    );
  }

  async restrict(request: { dossier: string; to: string[] | null }): Promise<Outcome<null>> {
    const dossier = request.dossier as DossierId;
    const wanted = await this.#whenOpen((unlocked) => {
      const ring = ringOf(unlocked, this.#in.spaceOf(unlocked.engine, dossier));
      if (ring === null) return Promise.resolve(failed('not-found'));
      if (!mayWrite(ring)) return Promise.resolve(failed('not-allowed'));
      const readers = request.to === null ? null : [...new Set([...request.to, unlocked.account.id])];
      return this.#in.wantReaders(unlocked, ring, dossier, readers);
    });
    if (wanted.ok) {
      this.#tell({ type: 'changed', dossiers: [dossier], kinds: [] });
      this.#loop?.soon();
    }
    return wanted;
  }

  // Between organisations

  share(request: Parameters<Vault['share']>[0], at?: string): Promise<Outcome<null>> {
    return this.#acting((unlocked, ring) => this.#in.share(unlocked, ring, request), at);
  }

  endShare(request: { dossier: string }): Promise<Outcome<null>> {
    return this.#acting(async (unlocked, ring) => {
      const dossier = request.dossier as DossierId;
      return this.#in.endShare(
        unlocked,
        ringOf(unlocked, this.#in.spaceOf(unlocked.engine, dossier)) ?? ring,
        dossier,
      );
    });
  }

  async shares(at?: string | null): Promise<SharedRow[]> {
    const listed = await this.#inEach((unlocked, ring) => this.#in.sharedRows(unlocked, ring), at);
    return at === null ? this.#in.newestShared(listed) : listed;
  }

  // Files

  async addFile(request: Parameters<Vault['addFile']>[0], at?: string): Promise<Outcome<SealedFile>> {
    return this.#acting(async (unlocked, ring) => {
      const place = this.#in.placeOf(unlocked, request.dossier as DossierId, ring.space);
      return place === null ? failed('not-found') : this.#in.addFile(unlocked, place, request);
    }, at);
  }

  openFile(request: { dossier: string; file: SealedFile }): Promise<Outcome<Uint8Array>> {
    return this.#whenOpen(async (unlocked) => {
      const space = this.#in.spaceOf(unlocked.engine, request.dossier as DossierId);
      return space === null ? failed('not-found') : this.#in.openFile(unlocked, space, request.file);
    });
  }

  async mendFile(request: Parameters<Vault['mendFile']>[0]): Promise<Outcome<null>> {
    const mended = await this.#whenOpen(async (unlocked) => {
      const row = unlocked.engine.get<{ dossier: DossierId }>(
        'select dossier from upload where blob = ?',
        request.blob,
      );
      return row === null ? failed('not-found') : this.#in.mendFile(unlocked, row.dossier, request);
    });
    if (mended.ok) this.#loop?.soon();
    return mended;
  }

  dropFile({ dossier, blob }: Parameters<Vault['dropFile']>[0]): Promise<Outcome<null>> {
    return this.#whenOpen((unlocked) => this.#in.dropFile(unlocked, dossier as DossierId, blob));
  }

  // Kept on this device only

  async drafts(): Promise<Draft[]> {
    const all = (await this.#unlocked?.kept.all('draft/')) ?? [];
    return all.map(({ value }) => value as Draft).sort((a, b) => b.updated - a.updated);
  }

  async draft(id: string): Promise<Draft | null> {
    return ((await this.#unlocked?.kept.get(`draft/${id}`)) ?? null) as Draft | null;
  }

  saveDraft(draft: Parameters<Vault['saveDraft']>[0], at?: string): Promise<Outcome<null>> {
    const where = at === undefined ? {} : { space: at };
    return this.#keep(`draft/${draft.id}`, { ...draft, ...where, updated: this.#around.now() });
  }

  async dropDraft(id: string): Promise<void> {
    await this.#unlocked?.kept.delete(`draft/${id}`);
  }

  async savedViews(at?: string): Promise<SavedView[]> {
    const here = at ?? this.#space ?? undefined;
    const all = (await this.#unlocked?.kept.all('view/')) ?? [];
    return all
      .map(({ value }) => value as SavedView)
      .filter(({ space }) => space === undefined || space === here);
  }

  async saveView(view: SavedView, at?: string): Promise<void> {
    const space = at ?? this.#space;
    await this.#keep(`view/${view.id}`, space === null ? view : { ...view, space });
  }

  async dropView(id: string): Promise<void> {
    await this.#unlocked?.kept.delete(`view/${id}`);
  }

  async preference(name: string): Promise<Value> {
    return ((await this.#unlocked?.kept.get(`preference/${name}`)) ?? null) as Value;
  }

  async setPreference(name: string, value: Value): Promise<void> {
    await this.#keep(`preference/${name}`, value);
  }

  async #keep(name: string, value: unknown): Promise<Outcome<null>> {
    if (this.#unlocked === null) return failed('locked');
    try {
      await this.#unlocked.kept.put(name, value);
      return done;
    } catch (error) {
      const refused = storeFailure(error);
      if (refused === null) throw error;
      return failed(refused);
    }
  }

  // Being woken

  pushKey(): ReturnType<Vault['pushKey']> {
    return this.#whenOpen(({ server }) => this.#in.pushKey(server));
  }

  turnPushOn(subscription: PushAddress): Promise<Outcome<null>> {
    return this.#listening(({ server }) => this.#in.turnPushOn(server, subscription));
  }

  turnPushOff(endpoint: string): Promise<Outcome<null>> {
    return this.#listening(({ server }) => this.#in.turnPushOff(server, endpoint));
  }

  async remindOfTasks(wanted: boolean): Promise<void> {
    await this.#listening(() => this.#keep(this.#in.TASK_REMINDERS, wanted));
  }

  /** Who listens decides which timers there are. */
  async #listening(work: (unlocked: Unlocked) => Promise<Outcome<null>>): Promise<Outcome<null>> {
    const outcome = await this.#whenOpen(work);
    if (outcome.ok) {
      this.#loop?.timers.startOver();
      this.#loop?.soon();
    }
    return outcome;
  }

  waiting(): Promise<WaitingItem[]> {
    const unlocked = this.#unlocked;
    if (unlocked === null) return Promise.resolve([]);
    return this.#guarded(() => this.#in.waitingItems(unlocked), []);
  }

  heldAct(id: string): ReturnType<Vault['heldAct']> {
    return this.#whenOpen((unlocked) => this.#in.heldAct(unlocked, id));
  }

  sendHeld(id: string): Promise<Outcome<null>> {
    return this.#decided((unlocked) => this.#in.sendHeld(unlocked, id));
  }

  dropHeld(id: string): Promise<Outcome<null>> {
    return this.#decided((unlocked) => this.#in.dropHeld(unlocked, id));
  }

  async #decided(work: (unlocked: Unlocked) => Promise<Outcome<null>>): Promise<Outcome<null>> {
    const outcome = await this.#whenOpen(work);
    if (outcome.ok) {
      this.#announce();
      this.#loop?.soon();
    }
    return outcome;
  }

  apart(at?: string | null): Promise<ApartRow[]> {
    return this.#inEach(
      (unlocked, ring) => Promise.resolve(this.#in.apartRows(unlocked.engine, ring.space)),
      at,
    );
  }

  apartReport(dossier: string): Promise<Outcome<string>> {
    return this.#whenOpen((unlocked) => this.#in.apartReport(unlocked.engine, dossier as DossierId));
  }

  async syncNow(): Promise<void> {
    const unlocked = this.#unlocked;
    if (unlocked !== null) await this.#guarded(() => Promise.resolve(this.#in.tryAll(unlocked)), undefined);
    await this.#loop?.now();
  }

  /** What is asked of one space: that which is meant, and of none other where it is not here. */
  async #inSpace<T>(
    work: (unlocked: Unlocked, ring: Ring) => Promise<T>,
    none: T,
    at: string | undefined,
  ): Promise<T> {
    const ring = this.#ringAt(at);
    const unlocked = this.#unlocked;
    if (unlocked === null || ring === undefined) return none;
    return this.#guarded(async () => {
      await unlocked.due.settled(unlocked);
      return work(unlocked, ring);
    }, none);
  }

  #ringAt(at: string | undefined): Ring | undefined {
    const space = at ?? this.#space;
    return space === null ? undefined : this.#unlocked?.rings.get(space as SpaceId);
  }

  /** The same of one space, or of each where `at` is null. */
  async #inEach<T>(
    work: (unlocked: Unlocked, ring: Ring) => Promise<T[]>,
    at: string | null | undefined,
  ): Promise<T[]> {
    const unlocked = this.#unlocked;
    if (unlocked === null) return [];
    const here = at === null ? [...unlocked.rings.values()] : [this.#ringAt(at) ?? []].flat();
    return this.#guarded(async () => {
      await unlocked.due.settled(unlocked);
      const found: T[] = [];
      for (const ring of here) found.push(...(await work(unlocked, ring)));
      return found;
    }, []);
  }

  /** A lock in the middle answers as if locked before; a damaged page of the database starts the repair. */
  async #guarded<T>(work: () => Promise<T>, otherwise: T): Promise<T> {
    try {
      return await work();
    } catch (error) {
      if (error instanceof EngineClosed) return otherwise;
      if (!isDamage(error)) throw error;
      await this.#noteDamage();
      return otherwise;
    }
  }

  /** Closes, remembers that the database must be made anew, and does so: nobody has to type the passphrase for it. */
  async #noteDamage(): Promise<void> {
    const damaged = this.#unlocked;
    const handed = this.handOver();
    if (damaged === null || handed === null) return;
    this.#close();
    await this.#in.markDamaged(this.#around.keep);
    if (this.#mended) return;
    this.#mended = true;
    void this.#enter(async () => {
      const entered = await entrance.takeOver(this.#around, handed);
      if (this.#unlocked !== null || this.#lockedByHand || !entered.ok) return done;
      return this.#admit({ ok: true, value: { ...entered.value, server: damaged.server } });
    });
  }

  async #acting<T>(
    work: (unlocked: Unlocked, ring: Ring) => Promise<Outcome<T>>,
    at?: string,
  ): Promise<Outcome<T>> {
    const unlocked = this.#unlocked;
    if (unlocked === null) return failed('locked');
    const ring = this.#ringAt(at);
    if (ring === undefined) return failed('not-found');
    const outcome = await this.#guarded(
      () =>
        answered(async () => {
          await unlocked.due.settled(unlocked);
          return work(unlocked, ring);
        }),
      failed('locked'),
    );
    if (outcome.ok) {
      await this.#refresh();
      this.#loop?.soon();
    }
    return outcome;
  }

  async #whenOpen<T>(work: (unlocked: Unlocked) => Promise<Outcome<T>>): Promise<Outcome<T>> {
    const unlocked = this.#unlocked;
    return unlocked === null
      ? failed('locked')
      : this.#guarded(() => answered(() => work(unlocked)), failed('locked'));
  }
}

/** A store that refuses is an answer, not a defect: it says why. */
async function answered<T>(work: () => Promise<Outcome<T>>): Promise<Outcome<T>> {
  try {
    return await work();
  } catch (error) {
    const refused = storeFailure(error);
    if (refused === null) throw error;
    return failed(refused);
  }
}

function record(kind: string, id: string, fields: Record<string, Value>): Change {
  return {
    kind,
    record: id,
    fields: Object.fromEntries(
      Object.entries(fields).map(([name, value]) => [
        name,
        Array.isArray(value) ? { add: value as string[], del: [] } : { set: value },
      ]),
    ),
  };
}
