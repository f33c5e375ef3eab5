import type { Language } from '@dayaq/domain/survey';

/** Where a form is drawn and what it says around the survey's own words: on the public page, or on a member's device. */
export interface Surroundings {
  readonly host: HTMLElement;
  readonly language: Language;
  /** A sentence of the public pages by its key, without `visitors.`. */
  say(key: string): string;
  /** Whom to call, for beside a hard question; null where nobody is named. */
  support(): Node | null;
}
