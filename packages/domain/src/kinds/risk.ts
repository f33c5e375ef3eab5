import { code, codes, DATE, internal, lines, MEMBER, ordinary, reference, sensitive } from '../field.ts';
import type { ListName } from '../code-lists/index.ts';
import { defineKind, type Field } from '../kind.ts';

const ANSWERS = ['Yes', 'No', 'Unknown', 'PrefersNot'] as const;

/**
 * The answers to an instrument's questions: a set of questions for each answer, so that two people's answers merge
 * question by question and history reads as words. A question in none of them was not asked.
 */
function answers<Prefix extends string>(
  prefix: Prefix,
  list: ListName,
  instrument: string,
): Field<`${Prefix}${(typeof ANSWERS)[number]}`>[] {
  return ANSWERS.map((answer) =>
    sensitive(`${prefix}${answer}` as const, codes(list), {
      share: false,
      when: { field: 'instrument', in: [instrument] },
    }),
  );
}

/** One assessment of the danger that somebody is in. It orders attention; nothing is ever refused because of it. */
export const RISK = defineKind({
  kind: 'risk',
  level: 'part',
  title: ['instrument', 'level'],
  replaces: ['of', 'instrument'],
  due: ['override', 'assessed'],
  story: {
    tone: 'plain',
    dated: ['assessed'],
    entry: {
      title: ['instrument'],
      named: true,
      account: ['plan'],
      facts: ['of', 'level', 'override', 'overrideWhy', 'nextReview'],
      aside: ['assessedBy'],
    },
  },
  listed: true,
  groups: {
    rewritten: ['override', 'overrideWhy', 'plan', 'nextReview'],
  },
  about: 'of',
  fields: [
    ordinary('of', reference('person'), { part: 'safety' }),
    ordinary('instrument', code('risk-instruments'), { required: true, part: 'safety' }),
    ordinary('version', { is: 'number', min: 1, max: 999, integer: true }, internal),
    ...answers('partner', 'risk-partner', 'partner-family'),
    ...answers('defender', 'risk-defender', 'defender'),
    // As computed when it was made; the worker's own judgement stands beside it, with its reason.
    sensitive('level', code('risk-levels'), { required: true, part: 'safety', weighs: 'danger' }),
    sensitive('override', code('risk-levels'), { part: 'safety', weighs: 'danger' }),
    sensitive('overrideWhy', lines(2000), internal),
    sensitive('plan', lines(6000)),
    ordinary('nextReview', DATE, internal),
    ordinary('assessed', DATE, { required: true, part: 'safety' }),
    ordinary('assessedBy', MEMBER, internal),
  ],
});
