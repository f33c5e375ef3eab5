import type { AdmissionGroup } from './kinds/service.ts';

/**
 * Where a service stands for this person, best first: it fits; something must be asked or brought first; it would
 * put the person in danger; it turns them away.
 */
export const TIERS = ['fits', 'ask-first', 'unsafe', 'refuses'] as const;
export type Tier = (typeof TIERS)[number];
/** Place of each tier in `TIERS`. */
export const TIER_RANK: Readonly<Record<Tier, number>> = { fits: 0, 'ask-first': 1, unsafe: 2, refuses: 3 };

/** What a page needs to word each reason. Codes are of the domain's lists; days are YYYY-MM-DD. */
export interface ReasonArgs {
  /** The service does not do all that was asked for. */
  'lacks-need': { need: string };
  admits: { group: AdmissionGroup };
  depends: { group: AdmissionGroup };
  'admission-unknown': { group: AdmissionGroup };
  refuses: { group: AdmissionGroup };
  'age-refused': { from: number | null; to: number | null };
  'age-unsure': { from: number | null; to: number | null };
  'son-too-old': { upTo: number; age: number };
  'son-age-unsure': { upTo: number };
  'sons-not-known': Record<never, never>;
  'not-working': Record<never, never>;
  /** Times that people of this group were turned away, had to leave, or anybody complained. */
  'turned-away': { group: AdmissionGroup; times: number; last: string };
  'made-to-leave': { group: AdmissionGroup; times: number; last: string };
  'turned-others-away': { times: number; last: string };
  'told-others': { times: number; last: string };
  complaints: { times: number };
  'reports-to': { to: string };
  'reports-to-nobody': Record<never, never>;
  'reporting-not-known': Record<never, never>;
  trust: { level: string };
  'demands-paper': { document: string };
  'papers-not-asked': { document: string };
  'papers-unknown': Record<never, never>;
  'no-papers-needed': Record<never, never>;
  'has-papers': Record<never, never>;
  'open-now': Record<never, never>;
  opens: { day: string; minute: number; days: number };
  'closed-until': { day: string; minute: number; days: number; why: string };
  'closed-no-date': { after: string; why: string };
  'hours-not-known': Record<never, never>;
  free: { number: number; unit: string; day: string };
  full: { day: string };
  speaks: { language: string };
  'no-shared-language': Record<never, never>;
  'languages-not-known': Record<never, never>;
  'costs-nothing': Record<never, never>;
  costs: { cost: string };
  remote: Record<never, never>;
  'goes-out': Record<never, never>;
  'same-district': { area: string };
  'same-region': { area: string };
  distance: { area: string; km: number };
  /** Nobody crosses a border for it without asking first. */
  'other-country': { country: string };
  /** As the crow flies; no road within the country leads there. */
  'no-road': { area: string; km: number };
  'distance-not-known': Record<never, never>;
  verified: { day: string; months: number };
  'verified-long-ago': { day: string; months: number };
  'never-verified': Record<never, never>;
}

export type ReasonCode = keyof ReasonArgs;

/**
 * Why a service stands where it does. `points` is what the reason adds against it (0: it speaks for it or is merely
 * said), so the points of all reasons explain the place within a tier.
 */
export type Reason = {
  [Code in ReasonCode]: { code: Code; args: ReasonArgs[Code]; points: number; tier: Tier };
}[ReasonCode];

/** What each reason weighs. A number by its arguments where there is something to count. */
type Weigh<Code extends ReasonCode> = {
  tier: Tier;
  points: number | ((args: ReasonArgs[Code]) => number);
};

const fits = 'fits';
const ask = 'ask-first';
const ANY_TIMES = 50;
const times = (each: number) => (args: { times: number }) => each * Math.min(args.times, ANY_TIMES);

/** The one place where weights stand; the order is by tier, then by the sum of points, then by id. */
export const WEIGHTS: { readonly [Code in ReasonCode]: Weigh<Code> } = {
  'lacks-need': { tier: ask, points: 15 },
  admits: { tier: fits, points: 0 },
  depends: { tier: ask, points: 10 },
  'admission-unknown': { tier: ask, points: 8 },
  refuses: { tier: 'refuses', points: 100 },
  'age-refused': { tier: 'refuses', points: 100 },
  'age-unsure': { tier: ask, points: 8 },
  'son-too-old': { tier: 'refuses', points: 100 },
  'son-age-unsure': { tier: ask, points: 8 },
  'sons-not-known': { tier: ask, points: 8 },
  'not-working': { tier: 'refuses', points: 200 },
  'turned-away': { tier: ask, points: times(20) },
  'made-to-leave': { tier: ask, points: times(15) },
  'turned-others-away': { tier: fits, points: times(2) },
  'told-others': { tier: 'unsafe', points: times(60) },
  complaints: { tier: fits, points: times(3) },
  'reports-to': { tier: ask, points: 15 },
  'reports-to-nobody': { tier: fits, points: 0 },
  'reporting-not-known': { tier: fits, points: 5 },
  trust: { tier: fits, points: 0 },
  'demands-paper': { tier: ask, points: 12 },
  'papers-not-asked': { tier: ask, points: 4 },
  'papers-unknown': { tier: fits, points: 3 },
  'no-papers-needed': { tier: fits, points: 0 },
  'has-papers': { tier: fits, points: 0 },
  'open-now': { tier: fits, points: 0 },
  opens: { tier: fits, points: ({ days }) => 1 + 3 * Math.min(days, 30) },
  'closed-until': { tier: ask, points: ({ days }) => 5 + 3 * Math.min(days, 60) },
  'closed-no-date': { tier: ask, points: 190 },
  'hours-not-known': { tier: fits, points: 4 },
  free: { tier: fits, points: 0 },
  full: { tier: ask, points: 30 },
  speaks: { tier: fits, points: 0 },
  'no-shared-language': { tier: fits, points: 12 },
  'languages-not-known': { tier: fits, points: 3 },
  'costs-nothing': { tier: fits, points: 0 },
  costs: { tier: fits, points: ({ cost }) => (cost === 'paid' ? 12 : cost === 'partly' ? 5 : 2) },
  remote: { tier: fits, points: 0 },
  'goes-out': { tier: fits, points: 0 },
  'same-district': { tier: fits, points: 0 },
  'same-region': { tier: fits, points: 3 },
  distance: { tier: fits, points: ({ km }) => Math.min(80, km / 10) },
  'other-country': { tier: ask, points: 120 },
  'no-road': { tier: ask, points: 80 },
  'distance-not-known': { tier: fits, points: 15 },
  verified: { tier: fits, points: 0 },
  'verified-long-ago': { tier: fits, points: ({ months }) => Math.min(24, months) },
  'never-verified': { tier: fits, points: 20 },
};

/** A reason with its usual weight, or with the heavier one that a rule gives it. */
export function because<Code extends ReasonCode>(
  code: Code,
  args: ReasonArgs[Code],
  heavier?: { tier: Tier; points: number },
): Reason {
  const { tier, points } = heavier ?? WEIGHTS[code];
  const reason = { code, args, tier, points: typeof points === 'function' ? points(args) : points };
  // Code and arguments belong together by the signature, which TypeScript cannot follow into the union.
  return reason as unknown as Reason;
}
