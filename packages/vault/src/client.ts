/**
 * The whole contract between the pages and the vault. Types only, by subject: the workspace
 * imports nothing else of this room.
 * Every method may be called from any tab; only the leader tab's Worker runs it.
 */
import type { Likenesses } from './client/alike.ts';
import type { Circle } from './client/circle.ts';
import type { ComingIn } from './client/coming-in.ts';
import type { Dossiers } from './client/dossiers.ts';
import type { Figures } from './client/figures.ts';
import type { Files } from './client/files.ts';
import type { KeptHere } from './client/kept-here.ts';
import type { Letters } from './client/letters.ts';
import type { Links } from './client/links.ts';
import type { Lists } from './client/lists.ts';
import type { Sharing } from './client/sharing.ts';
import type { Surveys } from './client/surveys.ts';
import type { Waiting } from './client/waiting.ts';
import type { Waking } from './client/waking.ts';
import type { Work } from './client/work.ts';
import type { Erasures } from './client/erasure.ts';
import type { VaultEvent } from './client/status.ts';

export type * from './client/alike.ts';
export type * from './client/circle.ts';
export type * from './client/coming-in.ts';
export type * from './client/dossiers.ts';
export type * from './client/erasure.ts';
export type * from './client/failure.ts';
export type * from './client/figures.ts';
export type * from './client/files.ts';
export type * from './client/kept-here.ts';
export type * from './client/letters.ts';
export type * from './client/links.ts';
export type * from './client/lists.ts';
export type * from './client/mention.ts';
export type * from './client/sharing.ts';
export type * from './client/status.ts';
export type * from './client/surveys.ts';
export type * from './client/values.ts';
export type * from './client/waiting.ts';
export type * from './client/waking.ts';
export type * from './client/work.ts';

/**
 * `at` says of which space something is asked or where it is done, and null asks of all of this account's. Omitted it is the
 * one chosen last. What is done to a dossier that exists is done in its own space, whatever is meant.
 */
export interface Vault
  extends Circle,
    ComingIn,
    Dossiers,
    Erasures,
    Figures,
    Files,
    KeptHere,
    Letters,
    Likenesses,
    Links,
    Lists,
    Sharing,
    Surveys,
    Waiting,
    Waking,
    Work {}

export interface VaultConnection extends Vault {
  subscribe(listener: (event: VaultEvent) => void): () => void;
  /** For quick exit: drops keys at once, without waiting for an answer. */
  abandon(): void;
}
