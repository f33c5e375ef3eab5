import {
  CODE_LISTS,
  type Consulted,
  CONSULTED_STEPS,
  type ConsultedCount,
  type ConsultedStep,
} from '@dayaq/domain';
import { standingValues, textIn } from '@dayaq/acts/record-values';
import type { ListedRecord, RecordView } from '@dayaq/vault/client';
import { t } from '../locale/index.ts';

export const SIDES = CODE_LISTS['consulted-sides'].codes.map(({ code }) => code);

const saidOf = (read: (step: ConsultedStep) => readonly unknown[]): Consulted['said'] => {
  const [told, invited, tookPart, heard] = CONSULTED_STEPS.map(read);
  return { told: told ?? [], invited: invited ?? [], tookPart: tookPart ?? [], heard: heard ?? [] };
};

/** An organisation as its record has it, with every answer that stands. */
export const consultedIn = (record: RecordView): Consulted => ({
  id: record.id,
  side: textIn(record, 'side'),
  said: saidOf((step) => standingValues(record, step)),
});

/** The same of a list over dossiers, which does not say which of two answers is whose: where two of them stand, none counts. */
export const consultedListed = ({ record, fields, conflict }: ListedRecord): Consulted => ({
  id: record,
  side: typeof fields['side'] === 'string' ? fields['side'] : '',
  said: saidOf((step) => (conflict ? [] : [fields[step] ?? []].flat())),
});

/** "12 told, 4 invited, 3 took part, 0 heard", and of how many. */
export const headline = ({ all, steps }: ConsultedCount): string =>
  t('consultations.headline', {
    all,
    told: steps.told.yes,
    invited: steps.invited.yes,
    tookPart: steps.tookPart.yes,
    heard: steps.heard.yes,
  });

/** What can be said of all of them together; empty where of one nobody knows. */
export function ofAll({ all, steps }: ConsultedCount): string {
  if (all === 0) return '';
  if (steps.tookPart.no === all) return t('consultations.noneTookPart', { count: all });
  if (steps.heard.no === all) return t('consultations.noneHeard', { count: all });
  return '';
}

/** Of how many something is not known; empty where all is. */
export function unknownWords({ steps }: ConsultedCount): string {
  const most = Math.max(...CONSULTED_STEPS.map((step) => steps[step].unknown));
  return most === 0 ? '' : t('consultations.notKnownOf', { count: most });
}

/** How a proposal without an answer stands. */
export const STATE_WORDS = {
  late: () => t('consultations.proposals.state.late'),
  waits: () => t('consultations.proposals.state.waits'),
  'no-day': () => t('consultations.proposals.state.noDay'),
} as const;
