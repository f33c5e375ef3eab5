import type { Language } from '@dayaq/domain';
import type { Outcome } from './failure.ts';
import type { VaultStatus } from './status.ts';
import type { Id, Role } from './values.ts';

/** Coming in, and going out again. */
export interface ComingIn {
  status(): Promise<VaultStatus>;
  /**
   * Founds an organisation: makes account, space and kit, or uses the open account (then without a kit, and `passphrase`
   * is not asked for). `token` is the founding link's fragment. Called again after a broken connection it goes on.
   */
  begin(request: {
    token: string;
    passphrase: string;
    organisation: string;
    name: string;
    country: string;
    language: Language;
  }): Promise<Outcome<{ kit: string[]; space: Id }>>;
  /** `clockAhead`: days by which this device's clock is ahead of the server's; the invitation is judged by the server's. */
  inspectInvitation(
    link: string,
  ): Promise<
    Outcome<{ organisation: string; inviter: string; role: Role; expires: number; clockAhead: number }>
  >;
  /**
   * Makes an account, or uses the open one (then without a kit), and joins. Whoever joined on another device, or before
   * the answer was lost, has the space brought here; `already-member` when it is here.
   */
  join(request: {
    link: string;
    passphrase: string;
    name: string;
  }): Promise<Outcome<{ kit: string[]; space: Id }>>;
  /** Second device, or a device whose data was lost. */
  restore(request: { kit: string; passphrase: string }): Promise<Outcome<null>>;
  unlock(passphrase: string): Promise<Outcome<null>>;
  lock(): Promise<void>;
  /** Destroys what is on this device: device secret, database, caches. Unsent work goes too. */
  wipe(): Promise<void>;
  changePassphrase(request: { old: string; new: string }): Promise<Outcome<null>>;
  kit(passphrase: string): Promise<Outcome<{ kit: string[] }>>;
  /** The number of each kit word in the list, 1 to 2048. */
  kitNumbers(kit: readonly string[]): Promise<number[]>;
  /** Six words of that language, by chance. Rejects when the words cannot be fetched. */
  suggestPassphrase(language: Language): Promise<string>;
  /** Rejects when the estimator cannot be fetched. */
  passphraseStrength(text: string): Promise<'weak' | 'fair' | 'strong'>;
  /** Whether both open the same, whatever a keyboard made of them. */
  samePassphrase(one: string, other: string): Promise<boolean>;
}
