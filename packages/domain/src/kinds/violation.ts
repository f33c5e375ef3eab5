import {
  ANSWERED,
  code,
  codes,
  counted,
  DATE,
  lines,
  minimal,
  ordinary,
  PLACE,
  references,
  sensitive,
  withOther,
} from '../field.ts';
import type { Kind } from '../kind.ts';

/** One act against one or more people. Acts that follow from one another are linked by `ledTo`. */
export const VIOLATION: Kind = {
  kind: 'violation',
  level: 'part',
  title: ['type', 'account'],
  timeline: 'date',
  fields: [
    ...withOther(ordinary('type', code('violation-types'), { ...minimal, ...counted, required: true })),
    sensitive('date', DATE, { ...minimal, count: true }),
    sensitive('account', lines(), minimal),
    ...withOther(ordinary('placeType', code('place-types'), { ...minimal, ...counted })),
    ordinary('area', PLACE, counted),
    ...withOther(ordinary('barrierTo', code('services'), counted)),
    sensitive('statedReason', lines(2000)),
    ordinary('continuing', ANSWERED, counted),
    ordinary('victims', references('person')),
    ordinary('perpetrators', references('perpetrator')),
    ...withOther(sensitive('stateOfPerson', codes('states-of-person'), { count: true })),
    ordinary('reportedElsewhere', ANSWERED, counted),
    ...withOther(
      ordinary('reportedTo', codes('reported-to'), {
        ...counted,
        when: { field: 'reportedElsewhere', in: ['yes'] },
      }),
    ),
    sensitive('reportAnswer', lines(2000), { when: { field: 'reportedElsewhere', in: ['yes'] } }),
    ordinary('ledTo', references('violation')),
  ],
};
