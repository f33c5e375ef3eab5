import type { JSX } from 'preact';
import { t } from '../../locale/index.ts';
import { arriving } from './arriving.tsx';
import { StoryPart } from './StoryPart.tsx';

/** A side of the case that has a page of its own. It stands inside `OpenCaseContext`. */
export interface CasePart {
  /** In the address: `/cases/<id>/<part>`; the story has none. */
  part: string;
  title: () => string;
  Content: () => JSX.Element | null;
}

/** In the order in which they stand in the case's navigation. */
export const CASE_PARTS: readonly CasePart[] = [
  { part: '', title: () => t('cases.parts.story'), Content: StoryPart },
  {
    part: 'plan',
    title: () => t('plan.title'),
    Content: arriving(async () => (await import('../plan/PlanPart.tsx')).PlanPart),
  },
  {
    part: 'safety',
    title: () => t('safety.title'),
    Content: arriving(async () => (await import('../safety/SafetyPart.tsx')).SafetyPart),
  },
  {
    part: 'papers',
    title: () => t('papers.title'),
    Content: arriving(async () => (await import('../papers/PapersPart.tsx')).PapersPart),
  },
  {
    part: 'referrals',
    title: () => t('referrals.title'),
    Content: arriving(async () => (await import('../referrals/ReferralsPart.tsx')).ReferralsPart),
  },
  {
    part: 'costs',
    title: () => t('costs.title'),
    Content: arriving(async () => (await import('../costs/CostsPart.tsx')).CostsPart),
  },
  {
    part: 'matters',
    title: () => t('matters.title'),
    Content: arriving(async () => (await import('../matters/MattersPart.tsx')).MattersPart),
  },
];

export function partOf(name: string | undefined): CasePart | undefined {
  return CASE_PARTS.find(({ part }) => part === (name ?? ''));
}
