import {
  code,
  codes,
  counted,
  DATE,
  internal,
  link,
  lines,
  ordinary,
  reference,
  sensitive,
  withOther,
} from '../field.ts';
import { defineKind } from '../kind.ts';

/** A paper that somebody needs, and how far it has got. What it unlocks is the country pack's knowledge. */
export const DOCUMENT_NEED = defineKind({
  kind: 'document-need',
  level: 'part',
  title: ['document', 'goal'],
  due: ['documentOther', 'goalOther'],
  story: {
    tone: 'plain',
    dated: ['expected'],
    ahead: { by: 'expected', unless: { field: 'state', in: ['has', 'impossible'] } },
    // A checklist ticked off is no story.
    told: ['steps', 'expected', 'impossibleWhy'],
    entry: {
      title: ['document'],
      named: true,
      account: ['note'],
      facts: ['of', 'goal', 'state', 'cause', 'steps', 'impossibleWhy', 'expected', 'validUntil'],
      aside: [],
    },
  },
  listed: true,
  groups: {
    rewritten: [
      'document',
      'goal',
      'state',
      'cause',
      'impossibleWhy',
      'steps',
      'expected',
      'validUntil',
      'note',
    ],
  },
  about: 'of',
  fields: [
    ordinary('of', reference('person'), { part: 'documents' }),
    ...withOther(ordinary('document', code('documents'), { ...counted, required: true, part: 'documents' })),
    ...withOther(ordinary('goal', code('document-goals'), { ...counted, part: 'documents' })),
    ordinary('state', code('document-states'), { ...counted, required: true, part: 'documents' }),
    // What led to it: the same cause in many cases is a barrier.
    ...withOther(
      ordinary('cause', code('lack-causes'), {
        ...counted,
        when: { field: 'state', in: ['in-progress', 'missing', 'impossible', 'unknown'] },
        part: 'documents',
      }),
    ),
    sensitive('impossibleWhy', lines(2000), {
      when: { field: 'state', in: ['impossible'] },
      part: 'documents',
    }),
    ...withOther(ordinary('steps', codes('document-steps'), { part: 'documents' })),
    ordinary('expected', DATE, { part: 'documents' }),
    ordinary('validUntil', DATE, { part: 'documents' }),
    ordinary('address', link('space', 'address'), internal),
    sensitive('note', lines(2000), { part: 'documents' }),
  ],
});
