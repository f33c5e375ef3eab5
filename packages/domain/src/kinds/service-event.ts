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
import type { Kind } from '../kind.ts';

/** What happened to people there: turned away, forced out, found it shut, passed on to others. It leaves only as counts. */
export const SERVICE_EVENT: Kind = {
  kind: 'service-event',
  level: 'part',
  title: ['type', 'why'],
  timeline: 'date',
  listed: true,
  fields: [
    ordinary('type', code('service-event-types'), { ...counted, required: true }),
    ordinary('service', reference('service')),
    // Of a closure: its first and last day.
    ordinary('date', DATE, { count: true, required: true }),
    ...withOther(ordinary('why', code('refusal-reasons'), counted)),
    sensitive('groups', codes('admission-groups'), { count: true, share: false }),
    // The case, never who it is about.
    sensitive('caseReference', link('space', 'case'), internal),
    sensitive('words', lines(4000), internal),
  ],
};
