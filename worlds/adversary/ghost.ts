import type { LogItem, Reply, RouteName } from '@dayaq/protocol';
import {
  type Account,
  type AccountId,
  accountId,
  type CharterState,
  createCharter,
  currentMembers,
  type GenerationHeader,
  idBytes,
  idText,
  joinProof,
  linkKeys,
  type MemberKeys,
  newAccountRoot,
  newDeviceSecret,
  newEpochKey,
  newLinkSecret,
  openAccountKeys,
  type Secret,
  signAct,
  type SpaceId,
  startGeneration,
  unwrap,
  wrapEpochKey,
} from '@dayaq/sealing';
import type { CallOutcome } from '../../packages/vault/src/adapters.ts';

const someone = async () => openAccountKeys(await accountId(newDeviceSecret()), newAccountRoot());
const NO_PLACE = { place: null, charter: new Uint8Array(32), peer: null };

/** An organisation of the server's own: it names the members of a true one, each with their true encryption key. */
export class Ghost {
  readonly headers: LogItem[] = [];

  private constructor(
    readonly space: SpaceId,
    readonly founder: Account,
    readonly key: Secret,
    readonly acts: Uint8Array[],
    readonly people: readonly MemberKeys[],
    readonly fakes: ReadonlyMap<AccountId, Account>,
  ) {}

  static async naming(real: CharterState): Promise<Ghost> {
    const founder = await someone();
    const key = newEpochKey();
    const founded = await createCharter({ founder, role: 'coordinator', epochKey: key, time: 0 });
    const acts = [founded.entry];
    const people = currentMembers(real);
    const fakes = new Map<AccountId, Account>();
    let at = founded.state;
    for (const { account, encKey } of people) {
      const link = await linkKeys(newLinkSecret(), 'invitation');
      const invite = {
        type: 'invite',
        invite: link.id,
        verifier: link.verifier,
        role: 'coordinator',
        keyholder: false,
        expires: 1e10,
        sealed: new Uint8Array(),
      } as const;
      const invited = unwrap(await signAct(at, founder, invite, 0));
      const fake = await someone();
      const member = { account, signKey: fake.public.signKey, encKey };
      const asVictim: Account = { ...fake, id: account, public: member };
      const proof = await joinProof(link, invited.state.space, member);
      const join = { type: 'join', invite: link.id, member, proof } as const;
      const joined = unwrap(await signAct(invited.state, asVictim, join, 0));
      fakes.set(account, asVictim);
      acts.push(invited.entry, joined.entry);
      at = joined.state;
    }
    return new Ghost(at.space, founder, key, acts, people, fakes);
  }

  /** A header of a true dossier, as if it were one of the ghost's, following the newest true one. Answers its bytes. */
  async claim(previous: GenerationHeader): Promise<Uint8Array> {
    const readers = previous.grants.flatMap((grant) => (grant.to === 'account' ? [grant.account] : []));
    const { bytes } = await startGeneration({
      space: this.space,
      dossier: previous.dossier,
      epoch: 1,
      epochKey: this.key,
      author: this.fakes.get(readers[0] ?? previous.author) ?? this.founder,
      time: 0,
      restrictedTo: previous.restricted
        ? this.people.filter(({ account }) => readers.includes(account))
        : null,
      previous: { header: previous, key: newEpochKey() },
      view: previous.view,
    });
    this.headers.push({
      t: 'generation',
      p: this.acts.length + this.headers.length + 1,
      dossier: idBytes(previous.dossier),
      header: bytes,
    });
    return bytes;
  }

  async answer(
    route: RouteName,
    request: Record<string, unknown>,
    pass: () => Promise<CallOutcome<RouteName>>,
  ): Promise<CallOutcome<RouteName> | null> {
    if (route === 'spaces/list') {
      const answer = await pass();
      if (!answer.ok) return answer;
      const { spaces } = answer.value as Reply<'spaces/list'>;
      return { ok: true, value: { spaces: [{ space: idBytes(this.space), position: 9 }, ...spaces] } };
    }
    if (!(request['space'] instanceof Uint8Array) || idText(request['space']) !== this.space) return null;
    return { ok: true, value: await this.#own(route, request) };
  }

  async #own(route: RouteName, request: Record<string, unknown>): Promise<Reply<RouteName>> {
    if (route === 'charter/read') return { acts: this.acts.slice(request['from'] as number), more: false };
    if (route === 'epochs/read') {
      const wraps = await Promise.all(
        this.people.map((victim) => wrapEpochKey(this.key, 1, this.space, victim, NO_PLACE)),
      );
      return { wraps: wraps.map((wrap) => ({ epoch: 1, by: idBytes(this.founder.id), wrap })) };
    }
    if (route === 'epochs/missing') return { epoch: 1, accounts: [] };
    if (route === 'shares/list') return { shares: [], more: false, peers: [] };
    if (route === 'push/listeners') return { accounts: [] };
    if (route === 'entries/pull') {
      const acts: LogItem[] = this.acts.map((act, seq) => ({ t: 'charter', p: seq + 1, seq, act }));
      const after = request['after'] as number;
      const items = [...acts, ...this.headers];
      const position = items.length;
      const found = items.filter(({ p }) => p > after);
      const log = new Uint8Array(16).fill(7);
      return { log, former: [], unsettled: false, at: null, items: found, position, more: false };
    }
    return { position: 10_000 };
  }
}
