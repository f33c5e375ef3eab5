import { groupOf } from '@dayaq/domain';
import { clientOf } from './client.ts';
import { type ActOn, type Beginning, setOne } from './plan.ts';
import { textIn } from './record-values.ts';

const STILL_HELD = (place: string): boolean => place !== 'free';

export const CUSTODY_BEGINS: readonly Beginning[] = [
  {
    text: 'safety.custody.begin',
    on: [
      { tab: 'safety', place: 'other' },
      { tab: '', place: 'other' },
    ],
    plan: ({ live, me }) => {
      const client = clientOf(live);
      return {
        does: 'write',
        title: 'safety.custody.begin',
        kind: 'custody',
        record: null,
        only: groupOf('custody', 'begin'),
        preset: {
          ...(client === undefined ? {} : { of: client.id }),
          ...(client?.fields.custody?.value == null ? {} : { where: client.fields.custody.value }),
          ...(client?.fields.custodySince?.value == null ? {} : { since: client.fields.custodySince.value }),
          bringer: me,
        },
        with: { state: 'at-risk' },
      };
    },
  },
];

/** Whether it goes on is said in one press; a dose and a release have their form. */
export const CUSTODY_ACTS: readonly ActOn[] = [
  {
    act: 'kept',
    text: 'safety.custody.kept',
    isOffered: (record) =>
      textIn(record, 'treatment') !== 'none' &&
      STILL_HELD(textIn(record, 'where')) &&
      !['kept', 'restored', 'stopped'].includes(textIn(record, 'state')),
    plan: (record) =>
      setOne(record, 'state', textIn(record, 'state') === 'interrupted' ? 'restored' : 'kept'),
  },
  {
    act: 'dose',
    text: 'safety.custody.dose',
    quiet: true,
    isOffered: (record) => textIn(record, 'treatment') !== 'none' && STILL_HELD(textIn(record, 'where')),
    plan: (record) => ({
      does: 'write',
      title: 'safety.custody.dose',
      kind: 'custody',
      record,
      purpose: 'dose',
      only: groupOf('custody', 'dose'),
    }),
  },
  {
    act: 'release',
    text: 'safety.custody.release',
    quiet: true,
    isOffered: (record) => record.fields.released?.value == null,
    plan: (record, { today }) => ({
      does: 'write',
      title: 'safety.custody.release',
      kind: 'custody',
      record,
      purpose: 'release',
      only: groupOf('custody', 'release'),
      begin: { where: 'free', released: { day: today } },
    }),
  },
];
