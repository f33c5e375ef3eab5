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

/** What happened to people there: turned away, forced out, found it shut, passed on to others. It leaves only as counts. */
export const SERVICE_EVENT = defineKind({
  kind: 'service-event',
  level: 'part',
  title: ['type', 'why'],
  listed: true,
  groups: {
    event: ['type', 'service', 'date', 'why', 'deeds', 'groups', 'caseReference', 'words'],
  },
  fields: [
    ordinary('type', code('service-event-types'), { ...counted, required: true }),
    ordinary('service', reference('service')),
    // Of a closure: its first and last day.
    ordinary('date', DATE, { required: true }),
    ...withOther(ordinary('why', code('refusal-reasons'), counted)),
    ...withOther(
      ordinary('deeds', codes('provider-deeds'), {
        ...counted,
        when: { field: 'type', in: ['refusal', 'exit', 'complaint'] },
      }),
    ),
    sensitive('groups', codes('admission-groups'), { share: false }),
    // The case, never who it is about.
    sensitive('caseReference', link('space', 'case'), internal),
    sensitive('words', lines(4000), internal),
  ],
});
