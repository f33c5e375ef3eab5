import { idBytes, signInMessage, type AccountId, type SigningKeys } from '@dayaq/sealing';
import type { Request, RouteName } from '@dayaq/protocol';
import type { CallOutcome, Transport } from './adapters.ts';

/** How this account proves itself to the server, and the session that came of it. */
export class Server {
  #token: Uint8Array | null = null;
  #opening: Promise<boolean> | null = null;

  constructor(
    readonly transport: Transport,
    readonly account: AccountId,
    /** Null in a tab that took over from another: it lives on the session it was handed. */
    private signIn: SigningKeys | null,
    token: Uint8Array | null,
  ) {
    this.#token = token;
  }

  get token(): Uint8Array | null {
    return this.#token;
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

  async #open(): Promise<
    | { ok: true }
    | {
        ok: false;
        failure: { code: 'offline' | 'server-unavailable' | 'wrong-passphrase' | 'rate-limited' | 'locked' };
        code: string;
      }
  > {
    this.#opening ??= this.#openOnce().finally(() => {
      this.#opening = null;
    });
    if (await this.#opening) return { ok: true };
    return this.#refusal;
  }

  #refusal: {
    ok: false;
    failure: { code: 'offline' | 'server-unavailable' | 'wrong-passphrase' | 'rate-limited' | 'locked' };
    code: string;
  } = {
    ok: false,
    failure: { code: 'offline' },
    code: 'offline',
  };

  async #openOnce(): Promise<boolean> {
    if (this.signIn === null) {
      this.#refusal = { ok: false, failure: { code: 'locked' }, code: 'locked' };
      return false;
    }
    const account = idBytes(this.account);
    const asked = await this.transport.call('sessions/challenge', { account }, null);
    if (!asked.ok) return this.#refused(asked.code);
    const signature = await this.signIn.sign('sign-in', signInMessage(this.account, asked.value.challenge));
    const opened = await this.transport.call(
      'sessions/open',
      { account, challenge: asked.value.challenge, signature },
      null,
    );
    if (!opened.ok) return this.#refused(opened.code);
    this.#token = opened.value.token;
    return true;
  }

  #refused(code: string): false {
    const known =
      code === 'sign-in-refused'
        ? 'wrong-passphrase'
        : code === 'offline' || code === 'rate-limited'
          ? code
          : 'server-unavailable';
    this.#refusal = { ok: false, failure: { code: known }, code };
    return false;
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
