import type { Id, Vault, VaultConnection } from '@dayaq/vault/client';

/** What takes, behind its other inputs, the space that is meant. */
type Placed = {
  [M in keyof Vault]: Parameters<Vault[M]>['length'] extends Required<Parameters<Vault[M]>>['length']
    ? never
    : M;
}[keyof Vault];

/** How many inputs come before the space. */
const BEFORE = {
  members: 0,
  invitations: 0,
  invite: 1,
  revokeInvitation: 1,
  setRole: 1,
  openTo: 1,
  removalEffects: 1,
  removeMember: 1,
  disputes: 0,
  circleNumber: 0,
  noteCompared: 1,
  comparisons: 0,
  signKeys: 0,
  introduce: 0,
  acceptIntroduction: 1,
  peers: 0,
  save: 1,
  saveTogether: 1,
  idsFor: 1,
  presence: 1,
  dossier: 1,
  history: 1,
  roster: 0,
  erase: 1,
  erasures: 0,
  find: 1,
  cases: 1,
  tasks: 1,
  workload: 1,
  dangers: 0,
  records: 1,
  alike: 1,
  numbered: 1,
  likelyPairs: 1,
  figure: 1,
  patterns: 1,
  bearing: 1,
  door: 0,
  proposeDoor: 1,
  openDoor: 1,
  closeDoor: 0,
  publishSurvey: 1,
  makeSurveyCodes: 1,
  surveyCodes: 1,
  publishedSurvey: 1,
  publishSound: 1,
  publishedSound: 1,
  surveyAnswers: 1,
  beginRound: 1,
  linked: 1,
  named: 1,
  overstepped: 0,
  share: 1,
  shares: 0,
  addFile: 1,
  saveDraft: 1,
  savedViews: 0,
  saveView: 1,
  apart: 0,
} as const satisfies Record<Placed, 0 | 1>;

/**
 * The vault as one space's: whatever a page asks or does by it is meant there, also when another space is chosen before the
 * person has pressed. Where a call names a space itself, that is the one.
 */
export function inSpace(connection: VaultConnection, space: Id): VaultConnection {
  const placed = Object.entries(BEFORE).map(([method, before]) => {
    const ask = connection[method as Placed] as (...inputs: unknown[]) => unknown;
    return [
      method,
      (...inputs: unknown[]) => ask(...(inputs.length > before ? inputs : [...inputs, space])),
    ] as const;
  });
  return { ...connection, ...(Object.fromEntries(placed) as Pick<Vault, Placed>) };
}
