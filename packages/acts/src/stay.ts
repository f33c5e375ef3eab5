import { eventOfEnding, groupOf } from '@dayaq/domain';
import type { Change, FieldOp, Id, RecordView, Value } from '@dayaq/vault/client';
import { type ActOn, type Beginning } from './plan.ts';
import { textIn } from './record-values.ts';

/** Everybody who may stay: the client and who depends on them. */
const stayers = (live: readonly RecordView[]): Id[] =>
  live
    .filter((record) => record.kind === 'person' && ['client', 'dependant'].includes(textIn(record, 'role')))
    .map(({ id }) => id);

export const STAY_BEGINS: readonly Beginning[] = [
  {
    text: 'plan.stay.begin',
    on: [{ tab: 'plan', place: 'other' }],
    plan: ({ live, today }) => ({
      does: 'write',
      title: 'plan.stay.begin',
      kind: 'stay',
      record: null,
      only: groupOf('stay', 'begin'),
      preset: { who: stayers(live), in: { day: today } },
    }),
  },
];

export const STAY_ACTS: readonly ActOn[] = [
  {
    act: 'out',
    text: 'plan.stay.out',
    isOffered: (stay) => stay.fields.out?.value == null && textIn(stay, 'ending') === '',
    plan: (stay, { today }) => ({
      does: 'write',
      title: 'plan.stay.out',
      kind: 'stay',
      record: stay,
      purpose: 'out',
      only: groupOf('stay', 'out'),
      begin: { out: { day: today } },
    }),
  },
];

/** What is put on record against the provider of a stay: without who it was about, but with the case it is in. */
export function eventOfStay(
  stay: RecordView,
  { event, dossier, today }: { event: Id; dossier: Id; today: string },
): { provider: Id; changes: Change[]; along: Change } | null {
  const type = eventOfEnding(stay.fields.ending?.value);
  const provider = textIn(stay, 'provider');
  if (type === null || provider === '' || textIn(stay, 'event') !== '') return null;
  const named = (...names: string[]): Value =>
    names.map((name) => stay.fields[name]?.value).find((value) => value != null) ?? null;
  const reasons = stay.fields.why?.value;
  const values: Record<string, Value> = {
    type,
    date: named('out', 'in', 'asked') ?? { day: today },
    why: Array.isArray(reasons) ? (reasons[0] ?? null) : null,
    caseReference: dossier,
  };
  const fields = Object.fromEntries(
    Object.entries(values).flatMap(([name, value]): [string, FieldOp][] =>
      value === null ? [] : [[name, { set: value }]],
    ),
  );
  return {
    provider,
    changes: [{ kind: 'service-event', record: event, fields }],
    along: { kind: 'stay', record: stay.id, fields: { event: { set: event } } },
  };
}
