import { packOf } from '@dayaq/domain';
import type { CountryCode } from '@dayaq/domain';
import type { GeneratedCase, GeneratingMember } from '../generated.ts';
import { Chance } from '../random.ts';
import type { SideAct } from '../side-act.ts';
import { inventAuthorities } from './authorities.ts';
import { type Known, known, Writing } from './known.ts';
import { inventPapers } from './papers.ts';
import { inventPlans } from './plans.ts';
import { inventReferrals } from './referrals.ts';
import { inventOpenThreat, inventSafety } from './safety.ts';

export interface AidOptions {
  seed: number;
  country: CountryCode;
  members: readonly GeneratingMember[];
  cases: readonly GeneratedCase[];
  /** Nothing is written after it (ms). */
  now: number;
}

/** The first cases stay as they are: tests know them by heart. */
const UNTOUCHED = 3;
/** Dangers that nobody has acted on today: hours since, and whether somebody has said that they take it. */
const OPEN_DANGERS = [
  { hoursAgo: 3, taken: false },
  { hoursAgo: 9, taken: true },
  { hoursAgo: 29, taken: false },
] as const;

/** How invented people are stood by: danger, plans, referrals, papers, authorities. The same options give the same. */
export function inventAid(options: AidOptions): SideAct[] {
  const { seed, country, members, now } = options;
  const pack = packOf(country);
  if (pack === undefined) throw new Error(`there is no pack for ${country}`);
  const writers = members.filter(({ role }) => role !== 'viewer');
  const acts: SideAct[] = [];
  const dangerous: { of: Known; writing: Writing }[] = [];
  for (const [i, of] of options.cases.entries()) {
    if (i < UNTOUCHED || of.restrictedTo !== null) continue;
    const chance = new Chance(seed, 31, i);
    const read = known(of, { chance, country, pack, now, members: writers });
    if (read === null) continue;
    const writing = new Writing(read);
    inventSafety(read, writing);
    inventReferrals(read, writing);
    inventPapers(read, writing);
    inventAuthorities(read, writing);
    inventPlans(read, writing);
    if (read.isOpen && read.branches.includes('violence')) dangerous.push({ of: read, writing });
    acts.push(...writing.acts);
  }
  const open = new Chance(seed, 32);
  for (const { hoursAgo, taken } of OPEN_DANGERS) {
    if (dangerous.length === 0) break;
    const [{ of, writing }] = dangerous.splice(open.whole(0, dangerous.length - 1), 1) as [
      { of: Known; writing: Writing },
    ];
    const before = writing.acts.length;
    inventOpenThreat(of, writing, hoursAgo, taken);
    acts.push(...writing.acts.slice(before));
  }
  return acts;
}
