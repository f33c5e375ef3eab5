import type { Outcome, Vault, VaultEvent } from '../client.ts';
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
  'dossiers',
  'find',
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
  'mendFile',
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

type OutcomeMethod = {
  [M in Method]: Awaited<ReturnType<Vault[M]>> extends Outcome<unknown> ? M : never;
}[Method];
/** What answers a failure as a value: where the vault itself breaks or falls silent, that is a failure too. */
export const OUTCOME_METHODS = [
  'begin',
  'inspectInvitation',
  'join',
  'restore',
  'unlock',
  'changePassphrase',
  'kit',
  'invite',
  'revokeInvitation',
  'setRole',
  'removalEffects',
  'removeMember',
  'noteCompared',
  'findSpaces',
  'introduce',
  'acceptIntroduction',
  'save',
  'dossier',
  'history',
  'roster',
  'restrict',
  'share',
  'endShare',
  'addFile',
  'openFile',
  'mendFile',
  'saveDraft',
  'pushKey',
  'turnPushOn',
  'turnPushOff',
  'heldAct',
  'sendHeld',
  'dropHeld',
  'apartReport',
] as const satisfies readonly OutcomeMethod[];
/** Fails to compile when one is missing above. */
export const ALL_OUTCOMES: Exclude<OutcomeMethod, (typeof OUTCOME_METHODS)[number]> extends never
  ? true
  : never = true;

/** These found or join: one that was interrupted must not be done a second time by itself. */
export const ONCE: ReadonlySet<Method> = new Set<Method>(['begin', 'join']);

/**
 * These may take as long as the network does, which has its own ends. All others are done on this device, and a minute
 * without an answer means that there will be none.
 */
export const LONG: ReadonlySet<Method> = new Set<Method>([
  'begin',
  'inspectInvitation',
  'join',
  'restore',
  'unlock',
  'changePassphrase',
  'kit',
  'invite',
  'revokeInvitation',
  'setRole',
  'removalEffects',
  'removeMember',
  'findSpaces',
  'introduce',
  'acceptIntroduction',
  'addFile',
  'openFile',
  'mendFile',
  'pushKey',
  'turnPushOn',
  'turnPushOff',
  'remindOfTasks',
  'syncNow',
  'wipe',
]);

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

/** Page to its Worker. `shut`: forget all keys, now. */
export type FromPage = Call | { shut: true } | { ping: number };
/** Worker to its page. `shut`: no keys are held here any more. */
export type ToPage = Answer | { event: VaultEvent } | { shut: true } | { pong: number };

/**
 * Between the pages themselves, past the Workers: one that hangs hears nothing. `lock`: every tab, at once. `silent`: the
 * leading Worker does not answer; whoever's it is looks after it.
 */
export type BetweenPages = 'lock' | 'silent';
export const PAGES_CHANNEL = 'notes-pages';

/** Between the Workers of several tabs; one of them leads. */
export type BetweenTabs =
  | { to: 'leader'; from: string; call: Call }
  | { to: 'leader'; from: string; hello: true }
  | { to: 'leader'; from: string; ping: true }
  | { to: 'leader'; shut: true }
  | { to: string; answer: Answer }
  | { to: string; pong: true }
  | { to: 'all'; event: VaultEvent }
  | { to: 'all'; leading: true }
  /** Kept in memory by every tab while unlocked, so that one can take over when the leader closes; null: forget it. */
  | { to: 'all'; handOver: HandOver | null };
