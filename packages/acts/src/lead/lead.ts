import type { Change, Id, Value } from '@dayaq/vault/client';
import { emptyDraft, type Fields, type IntakeDraft } from '../intake/draft.ts';

/** What was heard, by the fields of `lead`. */
export type LeadFields = Readonly<Record<string, Value>>;

/** Somebody found the person, or somebody who speaks for them: the intake begins with what was heard, as somebody else's word. */
export function draftFromLead(lead: Id, heard: LeadFields, opened: string, me: Id): IntakeDraft {
  const draft = emptyDraft(opened, me);
  const told = (...pairs: (readonly [to: string, from: string])[]): Fields =>
    Object.fromEntries(pairs.flatMap(([to, from]) => (heard[from] == null ? [] : [[to, heard[from]]])));
  return {
    ...draft,
    lead,
    teller: 'somebody-else',
    client: told(['alias', 'who']),
    source: told(
      ['connection', 'connection'],
      ['connectionOther', 'connectionOther'],
      ['words', 'heard'],
      ['date', 'date'],
    ),
    case: { ...draft.case, channel: 'third-party', ...told(['danger', 'danger']) },
    act: told(['area', 'area']),
  };
}

/**
 * Somebody has taken a lead up: that is all that its readers hear. That there is a case, and which one, stands in the case alone, for
 * who may read it.
 * @param today YYYY-MM-DD
 */
export const leadBecameCase = (lead: Id, today: string): Change[] => [
  { kind: 'lead', record: lead, fields: { state: { set: 'became-case' }, ended: { set: { day: today } } } },
];

/** What is set with the reason for which a lead is laid aside. @param today YYYY-MM-DD */
export const laidAside = (today: string): Record<string, Value> => ({
  state: 'laid-aside',
  ended: { day: today },
});

/** A lead is looked into again. */
export const leadReopened = (lead: Id): Change[] => [
  {
    kind: 'lead',
    record: lead,
    fields: {
      state: { set: 'open' },
      end: { set: null },
      endOther: { set: null },
      endWords: { set: null },
      ended: { set: null },
    },
  },
];
