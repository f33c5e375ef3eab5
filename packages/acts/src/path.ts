import { groupOf } from '@dayaq/domain';
import { clientOf } from './client.ts';
import { type ActOn, type Beginning, setOne } from './plan.ts';
import { textIn } from './record-values.ts';

export const PATH_BEGINS: readonly Beginning[] = [
  {
    text: 'plan.path.begin',
    on: [{ tab: 'plan', place: 'other' }],
    plan: ({ live, today }) => {
      const client = clientOf(live);
      return {
        does: 'write',
        title: 'plan.path.begin',
        kind: 'path',
        record: null,
        only: groupOf('path', 'begin'),
        preset: { started: { day: today }, ...(client === undefined ? {} : { of: client.id }) },
      };
    },
  },
];

export const PATH_ACTS: readonly ActOn[] = [
  {
    act: 'step',
    text: 'plan.path.step',
    isOffered: (path) => textIn(path, 'outcome') === '' || textIn(path, 'outcome') === 'goes-on',
    plan: (path, { today }) => ({
      does: 'write',
      title: 'plan.path.step',
      kind: 'path-step',
      record: null,
      purpose: `of ${path.id}`,
      only: groupOf('path-step', 'step'),
      preset: { day: { day: today } },
      with: { path: path.id },
    }),
  },
  {
    act: 'end',
    text: 'plan.path.end',
    quiet: true,
    isOffered: (path) => path.fields.ended?.value == null,
    plan: (path, { today }) => ({
      does: 'write',
      title: 'plan.path.end',
      kind: 'path',
      record: path,
      purpose: 'end',
      only: groupOf('path', 'end'),
      begin: { ended: { day: today } },
    }),
  },
  {
    act: 'later',
    text: 'plan.path.later',
    quiet: true,
    isOffered: (path) => textIn(path, 'yearOn') === '',
    plan: (path, { today }) => ({
      does: 'write',
      title: 'plan.path.later',
      kind: 'path',
      record: path,
      purpose: 'later',
      only: groupOf('path', 'later'),
      begin: { yearOnDay: { day: today } },
    }),
  },
];

/** Whether they came, in one press. */
export const STEP_ACTS: readonly ActOn[] = (['came', 'excused', 'missed', 'cancelled'] as const).map(
  (code) => ({
    act: code,
    text: { list: 'attendance', code },
    quiet: true,
    isOffered: (step) => textIn(step, 'came') === '',
    plan: (step) => setOne(step, 'came', code),
  }),
);
