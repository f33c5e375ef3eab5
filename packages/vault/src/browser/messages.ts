import type { Asked, Outcome, Vault, VaultEvent } from '../client.ts';
import type { HandOver } from '../entrance.ts';

/**
 * Every method that a page may call by name, anything else is refused before it reaches the vault; and where its answer
 * comes from. What the network answers may take as long as that does, which has its own ends. All others are done on this
 * device, and a minute without an answer means that there will be none.
 */
const ANSWERED_BY = {
  status: 'device',
  begin: 'network',
  inspectInvitation: 'network',
  join: 'network',
  restore: 'network',
  unlock: 'network',
  lock: 'device',
  wipe: 'network',
  changePassphrase: 'network',
  kit: 'network',
  kitNumbers: 'device',
  suggestPassphrase: 'device',
  passphraseStrength: 'device',
  samePassphrase: 'device',
  chooseSpace: 'device',
  spaceOf: 'device',
  members: 'device',
  invitations: 'device',
  invite: 'network',
  revokeInvitation: 'network',
  setRole: 'network',
  openTo: 'device',
  removalEffects: 'network',
  removeMember: 'network',
  disputes: 'device',
  circleNumber: 'device',
  noteCompared: 'device',
  comparisons: 'device',
  signKeys: 'device',
  signBundle: 'device',
  findSpaces: 'network',
  introduce: 'network',
  acceptIntroduction: 'network',
  peers: 'device',
  save: 'device',
  saveTogether: 'device',
  idsFor: 'device',
  newId: 'device',
  dossier: 'device',
  history: 'device',
  roster: 'device',
  erase: 'device',
  erasures: 'device',
  dossiers: 'device',
  find: 'device',
  cases: 'device',
  tasks: 'device',
  workload: 'device',
  dangers: 'device',
  records: 'device',
  alike: 'device',
  numbered: 'device',
  presence: 'device',
  likelyPairs: 'device',
  figure: 'device',
  patterns: 'device',
  bearing: 'device',
  door: 'device',
  proposeDoor: 'network',
  openDoor: 'network',
  closeDoor: 'network',
  publishSurvey: 'network',
  makeSurveyCodes: 'network',
  surveyCodes: 'network',
  publishedSurvey: 'network',
  publishSound: 'network',
  publishedSound: 'network',
  surveyAnswers: 'device',
  beginRound: 'network',
  interviewsWaiting: 'device',
  answerLetter: 'device',
  linked: 'device',
  named: 'device',
  overstepped: 'device',
  restrict: 'device',
  share: 'device',
  endShare: 'device',
  shares: 'device',
  addFile: 'network',
  openFile: 'network',
  mendFile: 'network',
  dropFile: 'device',
  drafts: 'device',
  draft: 'device',
  saveDraft: 'device',
  dropDraft: 'device',
  savedViews: 'device',
  saveView: 'device',
  dropView: 'device',
  preference: 'device',
  setPreference: 'device',
  pushKey: 'network',
  turnPushOn: 'network',
  turnPushOff: 'network',
  remindOfTasks: 'network',
  waiting: 'device',
  heldAct: 'device',
  sendHeld: 'device',
  dropHeld: 'device',
  apart: 'device',
  apartReport: 'device',
  syncNow: 'network',
} as const satisfies Record<keyof Vault, 'device' | 'network'>;

export type Method = keyof typeof ANSWERED_BY;
export const METHODS = Object.keys(ANSWERED_BY) as readonly Method[];
/** These wait for the network. */
export const LONG: ReadonlySet<Method> = new Set(
  METHODS.filter((method) => ANSWERED_BY[method] === 'network'),
);

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
  'signBundle',
  'erase',
  'findSpaces',
  'introduce',
  'acceptIntroduction',
  'proposeDoor',
  'openDoor',
  'closeDoor',
  'beginRound',
  'publishSurvey',
  'makeSurveyCodes',
  'surveyCodes',
  'publishedSurvey',
  'publishSound',
  'publishedSound',
  'answerLetter',
  'save',
  'saveTogether',
  'dossier',
  'history',
  'roster',
  'restrict',
  'share',
  'endShare',
  'addFile',
  'openFile',
  'mendFile',
  'dropFile',
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

type Each<T> = T extends readonly (infer One)[] ? One : T;
type NamedMethod = { [M in Method]: 'asked' extends keyof Each<Parameters<Vault[M]>[0]> ? M : never }[Method];
/** What writes here, and is named so that a leader that is asked again writes nothing twice (`Asked`). */
const NAMED = [
  'save',
  'saveTogether',
  'share',
  'restrict',
  'answerLetter',
] as const satisfies readonly NamedMethod[];
/** Fails to compile when one is missing above. */
export const ALL_NAMED: Exclude<NamedMethod, (typeof NAMED)[number]> extends never ? true : never = true;
const isNamed = (method: Method): boolean => NAMED.some((named) => named === method);

/**
 * What a call is asked with: where it writes, under the call's own name unless the page gave it another, and where it writes
 * several things each under one of its own: of a leader that died among them some are kept.
 */
export function inputsOf(call: string, method: Method, inputs: readonly unknown[]): unknown[] {
  if (!isNamed(method)) return [...inputs];
  const [request, ...others] = inputs;
  const named = Array.isArray(request)
    ? (request as Asked[]).map((each, i) => ({ asked: `${call}/${i}`, ...each }))
    : { asked: call, ...(request as Asked) };
  return [named, ...others];
}

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

/** Page to its Worker. `store`: of whose shelf it is, the first thing said; `shut`: forget all keys, now. */
export type FromPage = { store: string } | Call | { shut: true } | { ping: number };
/** Worker to its page. `shut`: no keys are held here any more. */
export type ToPage = Answer | { event: VaultEvent } | { shut: true } | { pong: number };

/**
 * Between the pages themselves, past the Workers: one that hangs hears nothing. `lock`: every tab, at once. `silent`: the
 * leading Worker does not answer; whoever's it is looks after it.
 */
export type BetweenPages = 'lock' | 'silent';
export const pagesChannel = (store: string): string => `${store}-pages`;

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
