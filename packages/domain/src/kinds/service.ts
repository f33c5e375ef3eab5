import {
  ANSWERED,
  code,
  codes,
  counted,
  DATE,
  internal,
  line,
  lines,
  MEMBER,
  ordinary,
  references,
  sensitive,
  withOther,
} from '../field.ts';
import { defineKind, type Field } from '../kind.ts';

/** Code of the list `admission-groups` → the field of `service` that says whether the group is let in. */
export const ADMISSION_FIELDS = {
  women: 'admitsWomen',
  men: 'admitsMen',
  trans: 'admitsTrans',
  lgb: 'admitsLgb',
  'uses-drugs': 'admitsDrugUse',
  'living-with-hiv': 'admitsHiv',
  tuberculosis: 'admitsTuberculosis',
  'sex-work': 'admitsSexWork',
  'ex-prisoner': 'admitsExPrisoners',
  migrant: 'admitsMigrants',
  disability: 'admitsDisability',
  minors: 'admitsMinors',
  children: 'admitsChildren',
  'other-district': 'admitsOtherDistricts',
} as const;

export type AdmissionGroup = keyof typeof ADMISSION_FIELDS;
export const ADMISSION_GROUP_NAMES = Object.keys(ADMISSION_FIELDS) as readonly AdmissionGroup[];

const years = { is: 'number', min: 0, max: 120, integer: true, unit: 'years' } as const;
const admission = <Name extends string>(name: Name): Field<Name> =>
  ordinary(name, code('admission'), { joins: ['admits', 'unknown', 'depends', 'refuses'] });

/** One thing that a provider does for people. Who is let in may be released after review, never our notes. */
export const SERVICE = defineKind({
  kind: 'service',
  level: 'part',
  title: ['name', 'serves'],
  card: { line: ['serves'] },
  listed: true,
  groups: {
    what: ['name', 'serves', 'about', 'reach', 'locations'],
    admission: ['sonsUpTo', 'ageFrom', 'ageTo'],
    demands: ['howToCome', 'demandsPapers', 'papers', 'cost', 'costNote', 'languages'],
    means: ['runBy', 'paidBy'],
    checked: ['verified', 'verifiedBy', 'verifiedHow'],
    ours: ['admissionNote', 'confidentialNote'],
  },
  fields: [
    ordinary('name', line(160), { required: true }),
    ...withOther(ordinary('serves', codes('services'), { ...counted, required: true })),
    ordinary('about', lines(4000)),
    ordinary('locations', references('location')),
    ordinary('reach', code('service-reach'), counted),
    ordinary('howToCome', lines(2000)),
    ...withOther(ordinary('languages', codes('languages'), counted)),
    ordinary('cost', code('service-costs'), counted),
    ordinary('costNote', lines(1000)),
    // Where nobody said, whoever the provider is.
    ...withOther(ordinary('runBy', code('provider-types'), counted)),
    ...withOther(ordinary('paidBy', codes('payers'), counted)),
    ordinary('demandsPapers', ANSWERED, { joins: 'most' }),
    ...withOther(ordinary('papers', codes('documents'), { when: { field: 'demandsPapers', in: ['yes'] } })),
    ...Object.values(ADMISSION_FIELDS).map((name) => admission(name)),
    // A mother's sons are let in up to and including this age.
    ordinary('sonsUpTo', { ...years, max: 18 }, { joins: 'least' }),
    ordinary('ageFrom', years, { joins: 'most' }),
    ordinary('ageTo', years, { joins: 'least' }),
    sensitive('admissionNote', lines(2000), internal),
    ordinary('state', code('provider-states'), { ...counted, joins: ['active', 'paused', 'ended'] }),
    ordinary('verified', DATE),
    ordinary('verifiedBy', MEMBER, internal),
    ...withOther(ordinary('verifiedHow', code('verify-ways'), internal)),
    sensitive('confidentialNote', lines(4000), internal),
  ],
});
