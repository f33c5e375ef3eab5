import { codeList, codeOf } from './code-lists/index.ts';

/**
 * Who most often does which act, the likeliest first: what somebody who takes down a case is offered before the rest of
 * the list. From the cases that the field publishes; an order of offers, never a judgement. An act without a line of its
 * own has that of its first level.
 */
const LIKELY: Readonly<Record<string, readonly string[]>> = {
  health: ['health-worker', 'state-service', 'organisation'],
  'secrecy-breached': ['health-worker', 'family', 'police'],
  'treatment-interrupted': ['health-worker', 'prison', 'police'],
  'forced-test': ['health-worker', 'police', 'prison'],
  liberty: ['police', 'security-service', 'migration-service'],
  extortion: ['police', 'sex-work-client', 'online', 'stranger'],
  punished: ['police', 'court', 'migration-service'],
  'sex-demanded': ['police', 'landlord', 'employer', 'health-worker'],
  'forced-return': ['family', 'police', 'migration-service'],
  violence: ['partner', 'family', 'former-partner', 'sex-work-client', 'police', 'stranger'],
  'physical-violence': ['partner', 'sex-work-client', 'family', 'police', 'stranger'],
  'sexual-violence': ['sex-work-client', 'partner', 'stranger', 'police', 'family'],
  'partner-violence': ['partner', 'former-partner'],
  'family-violence': ['family', 'partner'],
  torture: ['police', 'security-service', 'prison'],
  threat: ['partner', 'former-partner', 'family', 'police', 'sex-work-client', 'stranger'],
  kidnapping: ['family', 'former-partner', 'police', 'stranger'],
  confinement: ['family', 'partner', 'employer'],
  exploitation: ['partner', 'employer', 'family', 'stranger'],
  documents: ['state-service', 'police', 'migration-service'],
  'registration-denied': ['police', 'state-service', 'landlord'],
  'registration-ended': ['police', 'state-service', 'landlord'],
  'papers-taken': ['police', 'employer', 'partner', 'family'],
  housing: ['landlord', 'family', 'partner', 'organisation'],
  'shelter-refused': ['organisation', 'state-service'],
  'shelter-forced-out': ['organisation', 'state-service'],
  work: ['employer', 'school', 'state-service'],
  expelled: ['school', 'employer'],
  'study-refused': ['school', 'state-service'],
  family: ['family', 'partner', 'former-partner', 'state-service'],
  'child-taken': ['former-partner', 'family', 'state-service', 'court'],
  'child-contact-denied': ['former-partner', 'family', 'court'],
  'early-marriage': ['family', 'partner'],
  'forced-marriage': ['family', 'partner'],
  'resources-denied': ['partner', 'former-partner', 'family'],
  dignity: ['family', 'neighbour', 'media', 'online', 'police'],
  'data-handed-over': ['health-worker', 'police', 'employer', 'state-service'],
  smear: ['media', 'online', 'neighbour'],
  digital: ['online', 'former-partner', 'partner', 'stranger'],
  justice: ['police', 'prosecutor', 'court'],
  'unfair-trial': ['court', 'prosecutor'],
  'lawyer-denied': ['police', 'court', 'prosecutor'],
  civic: ['police', 'security-service', 'state-service', 'prosecutor'],
};

/**
 * Every code of `perpetrator-types`, the likeliest for an act first, the rest in the list's own order.
 * @param act code of `violation-types`, of either level
 * @returns `likely`: how many stand there because of the act; 0 where nothing is known of it
 */
export function perpetratorsFor(act: string): { codes: readonly string[]; likely: number } {
  const parent = codeOf('violation-types', act)?.parent;
  const first = LIKELY[act] ?? (parent === undefined ? undefined : LIKELY[parent]) ?? [];
  const all = (codeList('perpetrator-types')?.codes ?? []).map(({ code }) => code);
  return { codes: [...first, ...all.filter((code) => !first.includes(code))], likely: first.length };
}

/** The acts that have a line of their own: for the test that the table speaks of what exists. */
export const LIKELY_ACTS: readonly string[] = Object.keys(LIKELY);
