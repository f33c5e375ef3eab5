import type { Tab } from '@dayaq/acts/plan';
import type { RecordView } from '@dayaq/vault/client';
import type { JSX } from 'preact';
import { t } from '../../locale/index.ts';
import { isAhead, isOnTimeline } from '../detail/timeline.ts';
import { arriving } from './arriving.tsx';
import { StoryPart } from './StoryPart.tsx';

/** A part of the case with an address of its own. It stands inside `OpenCaseContext`. */
export interface CasePart {
  /** In the address: `/cases/<id>/<part>`; the story has none. */
  part: string;
  Content: () => JSX.Element | null;
  /** Whether a record is one of those that the part is about: how many there are stands on its tab. */
  holds: (record: RecordView) => boolean;
}

/** What is shown at once: a tab of the case, with the parts that belong together one below the other. */
export interface CaseTab {
  /** What the acts of the case know it by. */
  tab: Tab;
  title: () => string;
  parts: readonly CasePart[];
}

const isOf =
  (...kinds: readonly string[]) =>
  ({ kind }: RecordView): boolean =>
    kinds.includes(kind);

/** In the order in which they stand. Four, so that all are in sight on the narrowest phone. */
export const CASE_TABS: readonly CaseTab[] = [
  {
    tab: '',
    title: () => t('cases.parts.story'),
    parts: [{ part: '', Content: StoryPart, holds: isOnTimeline }],
  },
  {
    tab: 'plan',
    title: () => t('cases.parts.help'),
    parts: [
      {
        part: 'plan',
        Content: arriving(async () => (await import('../plan/PlanPart.tsx')).PlanPart),
        holds: (record) =>
          (record.kind === 'response' && isAhead(record)) || record.kind === 'stay' || record.kind === 'path',
      },
      {
        part: 'referrals',
        Content: arriving(async () => (await import('../referrals/ReferralsPart.tsx')).ReferralsPart),
        holds: isOf('referral'),
      },
      {
        part: 'costs',
        Content: arriving(async () => (await import('../costs/CostsPart.tsx')).CostsPart),
        holds: isOf('cost'),
      },
    ],
  },
  {
    tab: 'safety',
    title: () => t('safety.title'),
    parts: [
      {
        part: 'safety',
        Content: arriving(async () => (await import('../safety/SafetyPart.tsx')).SafetyPart),
        holds: isOf('threat', 'risk', 'detention'),
      },
    ],
  },
  {
    tab: 'papers',
    title: () => t('cases.parts.papersAndMatters'),
    parts: [
      {
        part: 'papers',
        Content: arriving(async () => (await import('../papers/PapersPart.tsx')).PapersPart),
        holds: isOf('document-need'),
      },
      {
        part: 'matters',
        Content: arriving(async () => (await import('../matters/MattersPart.tsx')).MattersPart),
        holds: isOf('matter'),
      },
    ],
  },
];

/** What an address shows: the tab, and the part of it that is looked for. Undefined: there is no such part. */
export interface ShownPart {
  tab: CaseTab;
  part: string;
}
export function shownAt(name: string | undefined): ShownPart | undefined {
  const part = name ?? '';
  const tab = CASE_TABS.find(({ parts }) => parts.some((each) => each.part === part));
  return tab && { tab, part };
}
