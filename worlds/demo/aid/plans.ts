import { addDays } from '@dayaq/domain';
import { DAY } from '../days.ts';
import { record } from '../record.ts';
import type { Known, Writing } from './known.ts';

/** What would be done first for somebody who wants it (lists `wants`, `response-types`). */
const FIRST: Readonly<Record<string, string>> = {
  'make-it-stop': 'mediation',
  'safe-place': 'shelter',
  'medical-care': 'medical',
  treatment: 'art',
  'legal-advice': 'primary-legal',
  complaint: 'primary-legal',
  court: 'secondary-legal',
  documents: 'documents',
  'somebody-to-talk-to': 'psychosocial',
  escort: 'escort',
  'food-money': 'food-goods',
  'work-study': 'training',
};

/** What is planned in cases that go on: mostly for the coming days, a little of it late already. */
export function inventPlans(of: Known, writing: Writing): void {
  const { chance, isOpen, wants, now, today, last, client, author } = of;
  const want = wants.find((each) => Object.hasOwn(FIRST, each));
  const type = want === undefined ? undefined : FIRST[want];
  if (!isOpen || type === undefined || now - last > 60 * DAY || !chance.maybe(0.5)) return;
  const planned = addDays(today, chance.weighed({ late: 2, soon: 6 }) === 'late' ? -1 : chance.whole(0, 9));
  const at = Math.max(last + 3_600_000, now - chance.whole(2, 9) * DAY);
  writing.write(at, [
    record('response', chance.id(), {
      type,
      forWhom: [client],
      owner: chance.maybe(0.85) ? author.account : undefined,
      planned: { day: planned },
      byWhom: 'us',
      note: of.nextStep(type),
      need: want,
    }),
  ]);
}
