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
  about: 'victims',
  fields: [
    ...withOther(
      ordinary('type', code('violation-types'), { ...counted, required: true, part: 'what-happened' }),
    ),
    sensitive('date', DATE, { part: 'what-happened' }),
    sensitive('account', lines(), { part: 'what-happened' }),
    ...withOther(ordinary('placeType', code('place-types'), { ...counted, part: 'what-happened' })),
    ordinary('area', PLACE, { ...counted, part: 'what-happened' }),
    ...withOther(ordinary('barrierTo', code('services'), { ...counted, part: 'what-happened' })),
    sensitive('statedReason', lines(2000), { part: 'what-happened' }),
    ordinary('continuing', ANSWERED, { ...counted, part: 'what-happened' }),
    ordinary('victims', references('person'), { part: 'what-happened' }),
    ordinary('perpetrators', references('perpetrator'), { part: 'perpetrators' }),
    ...withOther(sensitive('stateOfPerson', codes('states-of-person'), { part: 'health' })),
    ordinary('reportedElsewhere', ANSWERED, { ...counted, part: 'what-happened' }),
    ...withOther(
      ordinary('reportedTo', codes('reported-to'), {
        ...counted,
        when: { field: 'reportedElsewhere', in: ['yes'] },
        part: 'what-happened',
      }),
    ),
    sensitive('reportAnswer', lines(2000), {
      when: { field: 'reportedElsewhere', in: ['yes'] },
      part: 'what-happened',
    }),
    ordinary('ledTo', references('violation'), { part: 'what-happened' }),
  ],
});
