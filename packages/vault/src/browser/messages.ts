import type { Vault, VaultEvent } from '../client.ts';
import type { HandOver } from '../entrance.ts';

/** Every method that a page may call by name; anything else is refused before it reaches the vault. */
export const METHODS = [
  'status',
  'begin',
  'inspectInvitation',
  'join',
  'restore',
  'unlock',
  'lock',
  'wipe',
  'changePassphrase',
  'kit',
  'kitNumbers',
  'suggestPassphrase',
  'passphraseStrength',
  'chooseSpace',
  'members',
  'invitations',
  'invite',
  'revokeInvitation',
  'setRole',
  'removalEffects',
  'removeMember',
  'disputes',
  'circleNumber',
  'noteCompared',
  'comparisons',
  'findSpaces',
  'introduce',
  'acceptIntroduction',
  'peers',
  'save',
  'newId',
  'dossier',
  'history',
  'roster',
  'cases',
  'facets',
  'tasks',
  'workload',
  'dangers',
  'records',
  'overstepped',
  'restrict',
  'share',
  'endShare',
  'shares',
  'addFile',
  'openFile',
  'drafts',
  'saveDraft',
  'dropDraft',
  'savedViews',
  'saveView',
  'dropView',
  'preference',
  'setPreference',
  'pushKey',
  'turnPushOn',
  'turnPushOff',
  'remindOfTasks',
  'waiting',
  'heldAct',
  'sendHeld',
  'dropHeld',
  'apart',
  'apartReport',
  'syncNow',
] as const satisfies readonly (keyof Vault)[];

export type Method = (typeof METHODS)[number];
/** Fails to compile when a method of `Vault` is missing above. */
export type AllMethods = Exclude<keyof Vault, Method> extends never ? true : never;
export const ALL_METHODS: AllMethods = true;

export interface Call {
  call: string;
  method: Method;
  inputs: unknown[];
}
export interface Answer {
  answer: string;
  value: unknown;
  /** A defect, not an expected failure. */
  broke?: string;
}

/** Page to its Worker. */
export type FromPage = Call | { abandon: true };
/** Worker to its page. */
export type ToPage = Answer | { event: VaultEvent };

/** Between the Workers of several tabs; one of them leads. */
export type BetweenTabs =
  | { to: 'leader'; from: string; call: Call }
  | { to: 'leader'; from: string; hello: true }
  | { to: 'leader'; abandon: true }
  | { to: string; answer: Answer }
  | { to: 'all'; event: VaultEvent }
  | { to: 'all'; leading: true }
  /** Kept in memory by every tab while unlocked, so that one can take over when the leader closes; null: forget it. */
  | { to: 'all'; handOver: HandOver | null };
