import { idBytes, signInMessage, type AccountId, type SigningKeys } from '@dayaq/sealing';
import type { Request, RouteName } from '@dayaq/protocol';
import type { CallOutcome, Transport } from './adapters.ts';
import type { Failure, FailureCode } from './client.ts';
import { isAnotherServer } from './greeting.ts';

interface Refusal {
  ok: false;
  failure: Failure;
  code: string;
}
const refusal = (meaning: FailureCode, code: string): Refusal => ({
  ok: false,
  failure: { code: meaning },
  code,
});
/** What a person can make something of while signing in. */
const PASSED_ON: ReadonlySet<FailureCode> = new Set([
  'offline',
  'rate-limited',
  'not-the-server',
  'version-mismatch',
]);

/** How this account proves itself to the server, and the session that came of it. */
export class Server {
  #token: Uint8Array | null = null;
  #opening: Promise<{ ok: true } | Refusal> | null = null;

  constructor(
    readonly transport: Transport,
    readonly account: AccountId,
    /** Null in a tab that took over from another: it lives on the session it was handed. */
    private signIn: SigningKeys | null,
    token: Uint8Array | null,
    /** 16 bytes: the server that this account belongs to; null on a device that does not know it yet. */
    private readonly home: Uint8Array | null,
  ) {
    this.#token = token;
  }

  get token(): Uint8Array | null {
    return this.#token;
  }

  /** By what the server checks a sign-in, 32 bytes; null in a tab that took over from another. */
  get verifier(): Uint8Array | null {
    return this.signIn?.publicKey ?? null;
  }

  /** Calls with a session, opening one first where needed and once more if the server has forgotten it. */
  async call<R extends RouteName>(route: R, request: Request<R>): Promise<CallOutcome<R>> {
    if (this.#token === null) {
      const opened = await this.#open();
      if (!opened.ok) return opened;
    }
    const outcome = await this.transport.call(route, request, this.#token);
    if (outcome.ok || outcome.code !== 'not-signed-in') return outcome;
    this.#token = null;
    const opened = await this.#open();
    if (!opened.ok) return opened;
    return this.transport.call(route, request, this.#token);
  }

  async #open(): Promise<{ ok: true } | Refusal> {
    this.#opening ??= this.#openOnce().finally(() => {
      this.#opening = null;
    });
    return this.#opening;
  }

  async #openOnce(): Promise<{ ok: true } | Refusal> {
    if (this.signIn === null) return refusal('locked', 'locked');
    const account = idBytes(this.account);
    const asked = await this.transport.call('sessions/challenge', { account }, null);
    if (!asked.ok) return this.#refused(asked);
    const signature = await this.signIn.sign('sign-in', signInMessage(this.account, asked.value.challenge));
    const opened = await this.transport.call(
      'sessions/open',
      { account, challenge: asked.value.challenge, signature },
      null,
    );
    if (!opened.ok) return this.#refused(opened);
    this.#token = opened.value.token;
    return { ok: true };
  }

  /** Another server refuses this account as it would a wrong passphrase: which of the two it is, its name says. */
  async #refused({ failure, code }: Refusal): Promise<Refusal> {
    if (code !== 'sign-in-refused') {
      return PASSED_ON.has(failure.code) ? refusal(failure.code, code) : refusal('server-unavailable', code);
    }
    if (this.home === null) return refusal('account-not-here', code);
    const isAnother = await isAnotherServer(this.transport, this.home);
    return refusal(isAnother ? 'another-server' : 'wrong-passphrase', code);
  }

  /** Goes on as another: after a new passphrase, whose sign-in keys differ and whose sessions are new. */
  replace(other: Server): void {
    this.signIn = other.signIn;
    this.#token = null;
  }

  /** Ends the session on the server, if it can be reached. */
  async close(): Promise<void> {
    if (this.#token === null) return;
    const token = this.#token;
    this.#token = null;
    await this.transport.call('sessions/close', { everywhere: false }, token);
  }
}
