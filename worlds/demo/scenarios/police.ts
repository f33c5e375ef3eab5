import type { Scenario } from './scenario.ts';

/** By the police. */
export const POLICE = {
  'patrol-money': {
    weight: 8,
    populations: [
      ['sex-work'],
      ['trans', 'sex-work'],
      ['sex-work', 'living-with-hiv'],
      ['sex-work', 'migrant'],
    ],
    genders: { woman: 7, 'trans-woman': 4 },
    acts: [
      {
        type: ['extortion'],
        place: ['street', 'police-car'],
        by: ['police'],
        state: ['distressed', 'without-income'],
      },
    ],
    wants: ['make-it-stop', 'legal-advice', 'only-a-record'],
    danger: 'mixed',
    responses: ['counselling', 'primary-legal', 'mediation', 'advocacy'],
    rights: ['liberty', 'property', 'equality'],
    remedies: ['none', 'disciplined', 'compensation'],
    restricted: 0.08,
  },
  raid: {
    weight: 6,
    populations: [['sex-work'], ['trans', 'sex-work'], ['trans'], ['gay-bisexual-man']],
    genders: { woman: 5, 'trans-woman': 5, man: 2 },
    ages: { '18-24': 4, '25-34': 5, '35-49': 3 },
    acts: [
      {
        type: ['detained-unlawfully', 'no-record-drawn'],
        place: ['police-station'],
        by: ['police'],
        state: ['distressed', 'injured'],
      },
      {
        type: ['forced-test'],
        place: ['police-station'],
        by: ['health-worker'],
        state: ['distressed'],
      },
    ],
    wants: ['legal-advice', 'complaint', 'somebody-to-talk-to', 'medical-care'],
    danger: 'high',
    responses: ['primary-legal', 'secondary-legal', 'psychosocial', 'medical', 'advocacy'],
    rights: ['liberty', 'no-torture', 'private-life', 'equality'],
    remedies: ['released', 'charges-dropped', 'none'],
    restricted: 0.15,
  },
  pockets: {
    weight: 6,
    populations: [['uses-drugs'], ['uses-drugs', 'ex-prisoner'], ['uses-drugs', 'living-with-hiv']],
    genders: { man: 7, woman: 2 },
    acts: [
      {
        type: ['unlawful-search'],
        place: ['street'],
        by: ['police'],
        state: ['distressed', 'unharmed'],
      },
      { type: ['extortion'], place: ['police-car'], by: ['police'], state: ['without-income'] },
    ],
    wants: ['legal-advice', 'make-it-stop'],
    danger: 'mixed',
    responses: ['primary-legal', 'information', 'secondary-legal'],
    rights: ['private-life', 'property', 'liberty'],
    remedies: ['none', 'charges-dropped', 'disciplined'],
  },
  'false-date': {
    weight: 4,
    populations: [['gay-bisexual-man'], ['gay-bisexual-man', 'living-with-hiv']],
    genders: { man: 1 },
    ages: { '18-24': 5, '25-34': 4, '35-49': 1 },
    acts: [
      { type: ['entrapment'], place: ['other-home'], by: ['police'], state: ['distressed'] },
      { type: ['extortion'], place: ['other-home'], by: ['police'], state: ['hiding'] },
    ],
    wants: ['make-it-stop', 'legal-advice', 'leave-the-area'],
    danger: 'high',
    responses: ['psychosocial', 'primary-legal', 'protection', 'cash'],
    rights: ['private-life', 'liberty', 'equality'],
    remedies: ['none', 'content-removed', 'safe-place-found'],
    restricted: 0.4,
  },
  register: {
    weight: 2,
    populations: [['uses-drugs'], ['uses-drugs', 'hepatitis-c']],
    genders: { man: 5, woman: 2 },
    acts: [
      {
        type: ['forced-registration'],
        place: ['narcology-centre'],
        by: ['police'],
        state: ['distressed', 'without-income'],
      },
    ],
    wants: ['legal-advice', 'documents', 'work-study'],
    danger: 'low',
    responses: ['primary-legal', 'documents', 'mediation'],
    rights: ['private-life', 'work', 'health'],
    remedies: ['none', 'papers-issued'],
  },
} as const satisfies Readonly<Record<string, Scenario>>;
