import type { Value } from '@dayaq/vault/client';
import { promiseState } from './matter/matters.ts';
import { type ActOn, type Beginning, setOne, type Standing, type Writing } from './plan.ts';
import { valuesOf } from './record-values.ts';

/** A talk with an institution, of today and by us, with what is known already. */
export function writeContact(
  { me, today }: Pick<Standing, 'me' | 'today'>,
  known: Readonly<Record<string, Value>> = {},
): Writing {
  return {
    does: 'write',
    title: 'matters.act.contact',
    kind: 'contact',
    record: null,
    purpose: typeof known['matter'] === 'string' ? `about ${known['matter']}` : '',
    preset: { ours: me, date: { day: today }, ...known },
  };
}

export const CONTACT_BEGINS: readonly Beginning[] = [
  {
    text: 'matters.act.contact',
    icon: 'edit',
    on: [{ tab: 'papers', place: 'second' }],
    plan: (of) => writeContact(of),
  },
];

/** What became of a promise, as it is said in one tap. */
export const CONTACT_ACTS: readonly ActOn[] = (['kept', 'kept-partly', 'broken'] as const).map((code) => ({
  act: code,
  text: { list: 'promises', code },
  quiet: true,
  isOffered: (contact, { today }) => ['open', 'overdue'].includes(promiseState(valuesOf(contact), today)),
  plan: (contact) => setOne(contact, 'kept', code),
}));
