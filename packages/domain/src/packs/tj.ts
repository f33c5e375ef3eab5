import { TJ_CALENDAR } from './tj-calendar.ts';
import { TJ_DOCUMENTS } from './tj-documents.ts';
import { capital, type CountryPack, deadlines, region } from './pack.ts';

/** Tajikistan. Areas: the capital with its four districts, and the cities and districts of its four regions. */
export const TJ: CountryPack = {
  country: 'tj',
  languages: ['tg', 'ru', 'en'],
  defaultLanguage: 'tg',
  currency: { code: 'TJS', decimals: 2 },
  utcOffset: 300,
  calendar: TJ_CALENDAR,
  documents: TJ_DOCUMENTS,
  minors: {
    // From 14 a child may turn to a court or the guardianship body without their parents; before that adults decide for them.
    bands: [
      { from: 0, to: 13, mayDecide: ['parent', 'guardian'] },
      { from: 14, to: 17, mayDecide: ['self', 'self-and-adult', 'parent', 'guardian'] },
    ],
    source: 'Кодекси оила (1998), ҳуқуқи кӯдак ба ҳимоя ва изҳори ақида; Кодекси граждании, қобилияти амал',
    checkWithLawyer: true,
  },
  noRoadTo: [],
  emergency: [
    { help: 'rescue', number: '112' },
    { help: 'ambulance', number: '103' },
    { help: 'police', number: '102' },
  ],
  deadlines: deadlines([
    ['complaint-answer', 15, 'days', 'filed', 'theirs'],
    ['complaint-answer-long', 30, 'days', 'filed', 'theirs'],
    ['information-answer', 30, 'days', 'filed', 'theirs'],
    ['administrative-appeal', 1, 'months', 'answered', 'ours'],
    ['court-claim', 3, 'months', 'answered', 'ours'],
    ['court-appeal', 1, 'months', 'answered', 'ours'],
    ['fine-appeal', 10, 'days', 'filed', 'ours'],
  ]),
  areas: [
    ...capital('tj', 'dushanbe', ['firdavsi', 'shohmansur', 'sino', 'somoni']),
    ...region('tj', 'sughd', {
      cities: [
        'khujand',
        'buston',
        'guliston',
        'isfara',
        'istaravshan',
        'istiqlol',
        'konibodom',
        'panjakent',
      ],
      districts: [
        'asht',
        'ayni',
        'devashtich',
        'ghafurov',
        'kuhistoni-mastchoh',
        'mastchoh',
        'rasulov',
        'shahriston',
        'spitamen',
        'zafarobod',
      ],
    }),
    ...region('tj', 'khatlon', {
      cities: ['bokhtar', 'kulob', 'levakant', 'norak'],
      districts: [
        'baljuvon',
        'balkhi',
        'danghara',
        'dusti',
        'farkhor',
        'hamadoni',
        'jayhun',
        'jomi',
        'khovaling',
        'khuroson',
        'kushoniyon',
        'muminobod',
        'nosiri-khusrav',
        'panj',
        'qubodiyon',
        'shahrituz',
        'shohin',
        'temurmalik',
        'vakhsh',
        'vose',
        'yovon',
      ],
    }),
    ...region('tj', 'gbao', {
      cities: ['khorugh'],
      districts: ['darvoz', 'ishkoshim', 'murghob', 'roshtqala', 'rushon', 'shughnon', 'vanj'],
    }),
    ...region('tj', 'drs', {
      cities: ['hisor', 'roghun', 'tursunzoda', 'vahdat'],
      districts: [
        'fayzobod',
        'lakhsh',
        'nurobod',
        'rasht',
        'rudaki',
        'sangvor',
        'shahrinav',
        'tojikobod',
        'varzob',
      ],
    }),
  ],
};
