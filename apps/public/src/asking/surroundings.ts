import type { Language } from '@dayaq/domain/survey';

/** Where a form is drawn and what it says around the survey's own words: on the public page, or on a member's device. */
export interface Surroundings {
  readonly host: HTMLElement;
  readonly language: Language;
  /** A sentence of the public pages by its key, without `visitors.`; what stands between braces in it is put in. */
  say(key: string, values?: Readonly<Record<string, string>>): string;
  /** A recorded question, compared with its hash; null where it cannot be had now. Nothing is fetched before it is asked for. */
  sound(hash: string): Promise<Uint8Array | null>;
  /** Whom to call, for beside a hard question; null where nobody is named. */
  support(): Node | null;
}
