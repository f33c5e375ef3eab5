import type { Scenario } from './scenario.ts';

const CLINIC = ['hospital'] as const;

/** In clinics and hospitals: care, tests, treatment, secrets. */
export const HEALTH = {
  dentist: {
    weight: 7,
    populations: [
      ['living-with-hiv'],
      ['living-with-hiv', 'hepatitis-c'],
      ['living-with-hiv', 'ex-prisoner'],
    ],
    genders: { woman: 5, man: 6 },
    acts: [
      {
        type: ['care-denied'],
        place: CLINIC,
        by: ['health-worker'],
        barrierTo: ['hospital', 'family-doctor'],
        state: ['distressed', 'without-treatment'],
      },
    ],
    wants: ['medical-care', 'complaint', 'escort'],
    danger: 'low',
    responses: ['counselling', 'mediation', 'escort', 'medical', 'primary-legal'],
    rights: ['health', 'equality'],
    remedies: ['care-given', 'apology', 'disciplined'],
  },
  'clinic-told': {
    weight: 6,
    populations: [
      ['living-with-hiv'],
      ['living-with-hiv', 'sex-work'],
      ['living-with-hiv', 'partner-of-drug-user'],
    ],
    genders: { woman: 7, man: 4 },
    acts: [
      {
        type: ['secrecy-breached'],
        place: CLINIC,
        by: ['health-worker'],
        state: ['distressed', 'hiding'],
      },
    ],
    wants: ['complaint', 'somebody-to-talk-to', 'legal-advice', 'make-it-stop'],
    danger: 'mixed',
    responses: ['psychosocial', 'primary-legal', 'mediation', 'secondary-legal'],
    rights: ['private-life', 'health'],
    remedies: ['apology', 'disciplined', 'rule-changed', 'none'],
  },
  'blood-test': {
    weight: 4,
    populations: [['living-with-hiv'], ['uses-drugs'], ['migrant'], ['none-of-these']],
    genders: { woman: 4, man: 5 },
    acts: [
      {
        type: ['forced-test'],
        place: CLINIC,
        by: ['health-worker'],
        state: ['distressed'],
      },
    ],
    wants: ['legal-advice', 'complaint', 'only-a-record'],
    danger: 'low',
    responses: ['information', 'counselling', 'primary-legal', 'advocacy'],
    rights: ['private-life', 'health'],
    remedies: ['apology', 'rule-changed', 'none'],
  },
  'no-pills': {
    weight: 5,
    populations: [['living-with-hiv'], ['living-with-hiv', 'migrant'], ['living-with-hiv', 'homeless']],
    genders: { woman: 4, man: 6 },
    acts: [
      {
        type: ['treatment-interrupted'],
        place: ['aids-centre'],
        by: ['health-worker'],
        barrierTo: ['art'],
        state: ['without-treatment'],
      },
    ],
    wants: ['treatment', 'documents'],
    danger: 'mixed',
    responses: ['art', 'mediation', 'escort', 'documents'],
    rights: ['health'],
    remedies: ['treatment-restored', 'care-given'],
  },
  maternity: {
    weight: 3,
    populations: [['living-with-hiv'], ['uses-drugs'], ['sex-work']],
    genders: { woman: 1 },
    ages: { '18-24': 3, '25-34': 5, '35-49': 1 },
    acts: [
      {
        type: ['degrading-care'],
        place: CLINIC,
        by: ['health-worker'],
        barrierTo: ['maternity'],
        state: ['distressed'],
      },
    ],
    wants: ['medical-care', 'complaint', 'escort'],
    danger: 'mixed',
    responses: ['escort', 'psychosocial', 'mediation', 'primary-legal'],
    rights: ['health', 'equality', 'no-torture'],
    remedies: ['care-given', 'apology', 'none'],
    child: 0.6,
  },
  'ost-condition': {
    weight: 3,
    populations: [['uses-drugs'], ['uses-drugs', 'ex-prisoner'], ['uses-drugs', 'living-with-hiv']],
    genders: { woman: 2, man: 7 },
    ages: { '25-34': 3, '35-49': 6, '50-plus': 2 },
    acts: [
      {
        type: ['care-conditional'],
        place: ['narcology-centre'],
        by: ['health-worker'],
        barrierTo: ['ost'],
        state: ['without-treatment'],
      },
    ],
    wants: ['treatment', 'escort'],
    danger: 'mixed',
    responses: ['counselling', 'ost', 'mediation', 'escort'],
    rights: ['health', 'equality'],
    remedies: ['care-given', 'rule-changed'],
  },
} as const satisfies Readonly<Record<string, Scenario>>;
