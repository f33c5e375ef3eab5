import {
  ANSWERED,
  code,
  codes,
  counted,
  DATE,
  lines,
  ordinary,
  PLACE,
  references,
  sensitive,
  withOther,
} from '../field.ts';
import { defineKind } from '../kind.ts';

/** One act against one or more people. Acts that follow from one another are linked by `ledTo`. */
export const VIOLATION = defineKind({
  kind: 'violation',
  level: 'part',
  title: ['type', 'account'],
  story: {
    tone: 'harm',
    dated: ['date'],
    entry: {
      title: ['type'],
      account: ['account'],
      facts: [
        'perpetrators',
        'victims',
        'barrierTo',
        'statedReason',
        'stateOfPerson',
        'continuing',
        'reportedTo',
        'reportAnswer',
        'ledTo',
      ],
      aside: ['placeType', 'area'],
    },
  },
  fields: [
    ...withOther(ordinary('type', code('violation-types'), { ...counted, required: true })),
    sensitive('date', DATE),
    sensitive('account', lines()),
    ...withOther(ordinary('placeType', code('place-types'), counted)),
    ordinary('area', PLACE, counted),
    ...withOther(ordinary('barrierTo', code('services'), counted)),
    sensitive('statedReason', lines(2000)),
    ordinary('continuing', ANSWERED, counted),
    ordinary('victims', references('person')),
    ordinary('perpetrators', references('perpetrator')),
    ...withOther(sensitive('stateOfPerson', codes('states-of-person'))),
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
});
