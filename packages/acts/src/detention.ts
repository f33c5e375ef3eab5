import { groupOf } from '@dayaq/domain';
import { clientOf } from './client.ts';
import { type ActOn, type Beginning, setOne } from './plan.ts';
import { textIn } from './record-values.ts';

const STILL_HELD = (place: string): boolean => place !== 'free';

export const DETENTION_BEGINS: readonly Beginning[] = [
  {
    text: 'safety.detention.begin',
    on: [
      { tab: 'safety', place: 'other' },
      { tab: '', place: 'other' },
    ],
    plan: ({ live, me }) => {
      const client = clientOf(live);
      return {
        does: 'write',
        title: 'safety.detention.begin',
        kind: 'detention',
        record: null,
        only: groupOf('detention', 'begin'),
        preset: {
          ...(client === undefined ? {} : { of: client.id }),
          ...(client?.fields.detention?.value == null ? {} : { where: client.fields.detention.value }),
          ...(client?.fields.detentionSince?.value == null
            ? {}
            : { since: client.fields.detentionSince.value }),
          bringer: me,
        },
        with: { state: 'at-risk' },
      };
    },
  },
];

/** Whether it goes on is said in one press; a dose and a release have their form. */
export const DETENTION_ACTS: readonly ActOn[] = [
  {
    act: 'kept',
    text: 'safety.detention.kept',
    isOffered: (record) =>
      textIn(record, 'treatment') !== 'none' &&
      STILL_HELD(textIn(record, 'where')) &&
      !['kept', 'restored', 'stopped'].includes(textIn(record, 'state')),
    plan: (record) =>
      setOne(record, 'state', textIn(record, 'state') === 'interrupted' ? 'restored' : 'kept'),
  },
  {
    act: 'dose',
    text: 'safety.detention.dose',
    quiet: true,
    isOffered: (record) => textIn(record, 'treatment') !== 'none' && STILL_HELD(textIn(record, 'where')),
    plan: (record) => ({
      does: 'write',
      title: 'safety.detention.dose',
      kind: 'detention',
      record,
      purpose: 'dose',
      only: groupOf('detention', 'dose'),
    }),
  },
  {
    act: 'release',
    text: 'safety.detention.release',
    quiet: true,
    isOffered: (record) => record.fields.released?.value == null,
    plan: (record, { today }) => ({
      does: 'write',
      title: 'safety.detention.release',
      kind: 'detention',
      record,
      purpose: 'release',
      only: groupOf('detention', 'release'),
      begin: { where: 'free', released: { day: today } },
    }),
  },
];
