import type { CountryCode } from '@dayaq/domain';

/** Codes of `gender-identities` with how often. */
type Genders = Partial<Record<'woman' | 'man' | 'trans-woman' | 'trans-man' | 'non-binary', number>>;
type Ages = Partial<Record<'14-17' | '18-24' | '25-34' | '35-49' | '50-plus', number>>;

export interface Act {
  /** Codes of `violation-types`: one is chosen. */
  type: readonly string[];
  /** Codes of `place-types`. */
  place: readonly string[];
  /** Codes of `perpetrator-types`. */
  by: readonly string[];
  barrierTo?: readonly string[];
  state: readonly string[];
}

/** What happened, without words: everything about an invented case that is the same in every language. */
export interface Scenario {
  /** How often, against the others. */
  weight: number;
  /** Only there. */
  only?: CountryCode;
  /** Each a set of codes of `populations`; the first is the one counted. */
  populations: readonly (readonly string[])[];
  genders: Genders;
  ages?: Ages;
  /** The first is what it is about; a second, where there is one, followed from it. */
  acts: readonly [Act, ...Act[]];
  wants: readonly string[];
  danger: 'low' | 'mixed' | 'high';
  /** Codes of `response-types`, in the order in which they would be done. */
  responses: readonly string[];
  rights: readonly string[];
  remedies: readonly string[];
  /** A child of the client belongs to the case, that often. */
  child?: number;
  /** Restricted to a few members, that often. */
  restricted?: number;
}

export type ScenarioKey =
  | 'dentist'
  | 'clinic-told'
  | 'blood-test'
  | 'no-pills'
  | 'maternity'
  | 'ost-condition'
  | 'patrol-money'
  | 'raid'
  | 'pockets'
  | 'false-date'
  | 'register'
  | 'husband'
  | 'brothers'
  | 'taken-home'
  | 'client-violence'
  | 'street-attack'
  | 'room-lost'
  | 'no-room'
  | 'shelter-door'
  | 'fired'
  | 'unpaid'
  | 'passport'
  | 'address'
  | 'allowance'
  | 'child-kept'
  | 'married-early'
  | 'outed'
  | 'blackmail'
  | 'page'
  | 'statement'
  | 'no-protection'
  | 'school'
  | 'deported'
  | 'locked-in'
  | 'prison-doctor';

const CLINIC = ['hospital'] as const;

/** The sentences of `words/` are told for these: a type, place or perpetrator added here must be true of them all. */
export const SCENARIOS: Readonly<Record<ScenarioKey, Scenario>> = {
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
  husband: {
    weight: 9,
    populations: [
      ['violence-survivor'],
      ['violence-survivor', 'living-with-hiv'],
      ['violence-survivor', 'partner-of-drug-user'],
    ],
    genders: { woman: 1 },
    acts: [
      {
        type: ['partner-violence'],
        place: ['own-home'],
        by: ['partner'],
        state: ['injured', 'distressed'],
      },
      { type: ['threat'], place: ['own-home'], by: ['partner'], state: ['hiding'] },
    ],
    wants: ['safe-place', 'legal-advice', 'medical-care', 'children'],
    danger: 'high',
    responses: ['medical', 'shelter', 'psychosocial', 'secondary-legal', 'food-goods', 'protection'],
    rights: ['no-torture', 'family-life', 'child'],
    remedies: ['safe-place-found', 'protection-order', 'none'],
    child: 0.55,
    restricted: 0.08,
  },
  brothers: {
    weight: 5,
    populations: [['trans'], ['lesbian-bisexual-woman'], ['gay-bisexual-man'], ['violence-survivor']],
    genders: { 'trans-woman': 4, woman: 4, man: 3, 'non-binary': 1, 'trans-man': 1 },
    ages: { '14-17': 1, '18-24': 6, '25-34': 3 },
    acts: [
      {
        type: ['family-violence'],
        place: ['family-home'],
        by: ['family'],
        state: ['injured', 'hiding', 'without-home'],
      },
    ],
    wants: ['safe-place', 'leave-the-area', 'somebody-to-talk-to'],
    danger: 'high',
    responses: ['protection', 'shelter', 'psychosocial', 'food-goods', 'cash'],
    rights: ['no-torture', 'equality', 'private-life'],
    remedies: ['safe-place-found', 'none'],
    restricted: 0.3,
  },
  'taken-home': {
    weight: 3,
    populations: [['violence-survivor'], ['lesbian-bisexual-woman'], ['trans']],
    genders: { woman: 6, 'trans-man': 1, 'trans-woman': 1 },
    ages: { '18-24': 7, '25-34': 2 },
    acts: [
      {
        type: ['forced-return'],
        place: ['police-station'],
        by: ['police'],
        barrierTo: ['police-protection'],
        state: ['distressed'],
      },
      { type: ['confinement'], place: ['family-home'], by: ['family'], state: ['distressed'] },
    ],
    wants: ['safe-place', 'leave-the-area', 'legal-advice'],
    danger: 'high',
    responses: ['protection', 'secondary-legal', 'shelter', 'advocacy'],
    rights: ['liberty', 'no-torture', 'movement'],
    remedies: ['safe-place-found', 'none'],
    restricted: 0.5,
  },
  'client-violence': {
    weight: 5,
    populations: [['sex-work', 'violence-survivor'], ['sex-work'], ['trans', 'sex-work']],
    genders: { woman: 6, 'trans-woman': 3 },
    acts: [
      {
        type: ['physical-violence'],
        place: ['hotel', 'other-home'],
        by: ['sex-work-client'],
        state: ['injured', 'distressed'],
      },
      {
        type: ['complaint-not-taken'],
        place: ['police-station'],
        by: ['police'],
        barrierTo: ['police-protection'],
        state: ['distressed'],
      },
    ],
    wants: ['medical-care', 'somebody-to-talk-to', 'complaint'],
    danger: 'high',
    responses: ['medical', 'psychosocial', 'escort', 'secondary-legal'],
    rights: ['no-torture', 'health', 'remedy'],
    remedies: ['care-given', 'none', 'convicted'],
    restricted: 0.12,
  },
  'street-attack': {
    weight: 5,
    populations: [['trans'], ['gay-bisexual-man'], ['homeless', 'uses-drugs']],
    genders: { 'trans-woman': 6, man: 4, 'non-binary': 1 },
    acts: [
      {
        type: ['physical-violence'],
        place: ['street'],
        by: ['stranger', 'group'],
        state: ['injured', 'distressed'],
      },
    ],
    wants: ['medical-care', 'complaint', 'safe-place'],
    danger: 'mixed',
    responses: ['medical', 'psychosocial', 'escort', 'primary-legal'],
    rights: ['no-torture', 'equality', 'remedy'],
    remedies: ['care-given', 'none', 'convicted'],
  },
  'room-lost': {
    weight: 6,
    populations: [['sex-work'], ['trans'], ['living-with-hiv'], ['gay-bisexual-man']],
    genders: { woman: 5, 'trans-woman': 5, man: 3 },
    acts: [{ type: ['evicted'], place: ['own-home'], by: ['landlord'], state: ['without-home'] }],
    wants: ['safe-place', 'legal-advice', 'food-money'],
    danger: 'mixed',
    responses: ['shelter', 'primary-legal', 'mediation', 'food-goods', 'cash'],
    rights: ['housing', 'equality'],
    remedies: ['safe-place-found', 'housing-kept', 'none'],
    child: 0.25,
  },
  'no-room': {
    weight: 3,
    populations: [['trans'], ['ex-prisoner'], ['living-with-hiv', 'ex-prisoner']],
    genders: { 'trans-woman': 4, man: 4, woman: 2 },
    acts: [{ type: ['housing-refused'], place: ['other-home'], by: ['landlord'], state: ['without-home'] }],
    wants: ['safe-place', 'food-money'],
    danger: 'low',
    responses: ['information', 'mediation', 'cash', 'food-goods'],
    rights: ['housing', 'equality'],
    remedies: ['safe-place-found', 'none'],
  },
  'shelter-door': {
    weight: 4,
    populations: [['trans'], ['violence-survivor', 'uses-drugs'], ['living-with-hiv', 'violence-survivor']],
    genders: { 'trans-woman': 5, woman: 5 },
    acts: [
      {
        type: ['shelter-refused'],
        place: ['shelter'],
        by: ['organisation'],
        barrierTo: ['shelter'],
        state: ['without-home', 'distressed'],
      },
    ],
    wants: ['safe-place', 'food-money'],
    danger: 'high',
    responses: ['shelter', 'cash', 'advocacy', 'food-goods'],
    rights: ['housing', 'equality', 'no-torture'],
    remedies: ['safe-place-found', 'none', 'rule-changed'],
    child: 0.15,
  },
  fired: {
    weight: 6,
    populations: [['living-with-hiv'], ['trans'], ['gay-bisexual-man'], ['ex-prisoner']],
    genders: { woman: 4, man: 5, 'trans-woman': 3, 'trans-man': 1 },
    acts: [{ type: ['dismissed'], place: ['workplace'], by: ['employer'], state: ['without-income'] }],
    wants: ['legal-advice', 'work-study', 'food-money'],
    danger: 'low',
    responses: ['primary-legal', 'mediation', 'training', 'cash'],
    rights: ['work', 'equality', 'private-life'],
    remedies: ['back-to-work', 'compensation', 'none'],
  },
  unpaid: {
    weight: 3,
    populations: [['migrant'], ['disability'], ['ex-prisoner'], ['sex-work']],
    genders: { man: 5, woman: 4 },
    acts: [{ type: ['pay-withheld'], place: ['workplace'], by: ['employer'], state: ['without-income'] }],
    wants: ['food-money', 'complaint', 'legal-advice'],
    danger: 'low',
    responses: ['primary-legal', 'mediation', 'documents', 'food-goods'],
    rights: ['work', 'property'],
    remedies: ['compensation', 'none'],
  },
  passport: {
    weight: 6,
    populations: [
      ['ex-prisoner'],
      ['living-with-hiv', 'ex-prisoner'],
      ['homeless'],
      ['sex-work', 'homeless'],
    ],
    genders: { man: 6, woman: 3 },
    acts: [
      {
        type: ['identity-denied'],
        place: ['state-office'],
        by: ['state-service'],
        barrierTo: ['identity-papers'],
        state: ['without-papers'],
      },
    ],
    wants: ['documents', 'escort', 'food-money'],
    danger: 'low',
    responses: ['documents', 'escort', 'cash', 'mediation'],
    rights: ['legal-identity', 'social-security'],
    remedies: ['papers-issued', 'registration-made'],
  },
  address: {
    weight: 6,
    populations: [['living-with-hiv', 'ex-prisoner'], ['ex-prisoner'], ['homeless'], ['migrant']],
    genders: { man: 6, woman: 3 },
    acts: [
      {
        type: ['registration-denied'],
        place: ['state-office'],
        by: ['police', 'migration-service'],
        barrierTo: ['residence-registration'],
        state: ['without-papers'],
      },
      {
        type: ['support-denied'],
        place: ['state-office'],
        by: ['state-service'],
        barrierTo: ['social-support', 'pension', 'bank'],
        state: ['without-income'],
      },
    ],
    wants: ['documents', 'food-money'],
    danger: 'low',
    responses: ['documents', 'mediation', 'cash', 'escort'],
    rights: ['legal-identity', 'social-security', 'movement'],
    remedies: ['registration-made', 'papers-issued'],
  },
  allowance: {
    weight: 4,
    populations: [['disability'], ['living-with-hiv', 'disability'], ['tuberculosis']],
    genders: { woman: 5, man: 5 },
    acts: [
      {
        type: ['support-denied'],
        place: ['state-office'],
        by: ['state-service'],
        barrierTo: ['social-support', 'pension'],
        state: ['without-income'],
      },
    ],
    wants: ['documents', 'food-money', 'legal-advice'],
    danger: 'low',
    responses: ['documents', 'primary-legal', 'escort', 'food-goods'],
    rights: ['social-security', 'equality'],
    remedies: ['papers-issued', 'none', 'compensation'],
    child: 0.3,
  },
  'child-kept': {
    weight: 4,
    populations: [['living-with-hiv'], ['violence-survivor'], ['uses-drugs'], ['sex-work']],
    genders: { woman: 1 },
    acts: [
      {
        type: ['child-contact-denied'],
        place: ['other-home'],
        by: ['former-partner'],
        state: ['distressed'],
      },
    ],
    wants: ['children', 'legal-advice', 'court'],
    danger: 'mixed',
    responses: ['primary-legal', 'secondary-legal', 'psychosocial', 'mediation'],
    rights: ['family-life', 'child', 'equality'],
    remedies: ['children-returned', 'none'],
    child: 1,
  },
  'married-early': {
    weight: 3,
    populations: [['violence-survivor'], ['none-of-these']],
    genders: { woman: 1 },
    ages: { '14-17': 1 },
    acts: [{ type: ['early-marriage'], place: ['family-home'], by: ['family'], state: ['distressed'] }],
    wants: ['safe-place', 'work-study', 'not-sure', 'legal-advice'],
    danger: 'high',
    responses: ['psychosocial', 'primary-legal', 'mediation', 'shelter'],
    rights: ['child', 'education', 'private-life'],
    remedies: ['back-to-study', 'safe-place-found', 'none'],
    restricted: 0.25,
  },
  outed: {
    weight: 5,
    populations: [['gay-bisexual-man'], ['trans'], ['living-with-hiv'], ['lesbian-bisexual-woman']],
    genders: { man: 5, woman: 4, 'trans-woman': 3, 'non-binary': 1 },
    ages: { '18-24': 6, '25-34': 4, '35-49': 1 },
    acts: [
      {
        type: ['outed'],
        place: ['online'],
        by: ['former-partner', 'online'],
        state: ['distressed', 'hiding'],
      },
    ],
    wants: ['make-it-stop', 'somebody-to-talk-to', 'leave-the-area'],
    danger: 'mixed',
    responses: ['psychosocial', 'protection', 'primary-legal', 'information'],
    rights: ['private-life', 'equality'],
    remedies: ['content-removed', 'safe-place-found', 'none'],
    restricted: 0.15,
  },
  blackmail: {
    weight: 4,
    populations: [['gay-bisexual-man'], ['lesbian-bisexual-woman'], ['sex-work'], ['none-of-these']],
    genders: { man: 5, woman: 5 },
    ages: { '14-17': 1, '18-24': 6, '25-34': 3 },
    acts: [
      {
        type: ['digital-blackmail'],
        place: ['online'],
        by: ['online'],
        state: ['distressed'],
      },
    ],
    wants: ['make-it-stop', 'legal-advice', 'somebody-to-talk-to'],
    danger: 'mixed',
    responses: ['information', 'psychosocial', 'primary-legal'],
    rights: ['private-life'],
    remedies: ['content-removed', 'none'],
    restricted: 0.12,
  },
  page: {
    weight: 3,
    populations: [
      ['rights-defender'],
      ['rights-defender', 'lesbian-bisexual-woman'],
      ['rights-defender', 'trans'],
    ],
    genders: { woman: 7, 'non-binary': 1, 'trans-woman': 2, man: 2 },
    acts: [
      {
        type: ['online-harassment'],
        place: ['online'],
        by: ['online', 'group'],
        state: ['distressed'],
      },
    ],
    wants: ['make-it-stop', 'only-a-record', 'legal-advice'],
    danger: 'mixed',
    responses: ['information', 'psychosocial', 'advocacy', 'protection'],
    rights: ['expression', 'private-life', 'equality'],
    remedies: ['content-removed', 'none'],
  },
  statement: {
    weight: 4,
    populations: [['violence-survivor'], ['trans', 'violence-survivor'], ['sex-work', 'violence-survivor']],
    genders: { woman: 6, 'trans-woman': 3 },
    acts: [
      {
        type: ['complaint-not-taken'],
        place: ['police-station'],
        by: ['police'],
        barrierTo: ['police-protection'],
        state: ['distressed'],
      },
    ],
    wants: ['complaint', 'legal-advice', 'escort'],
    danger: 'mixed',
    responses: ['escort', 'secondary-legal', 'psychosocial', 'advocacy'],
    rights: ['remedy', 'equality', 'no-torture'],
    remedies: ['disciplined', 'none', 'protection-order'],
  },
  'no-protection': {
    weight: 3,
    populations: [['violence-survivor'], ['violence-survivor', 'disability']],
    genders: { woman: 1 },
    acts: [
      {
        type: ['protection-refused'],
        place: ['state-office'],
        by: ['state-service'],
        barrierTo: ['police-protection'],
        state: ['hiding', 'distressed'],
      },
    ],
    wants: ['safe-place', 'court', 'legal-advice'],
    danger: 'high',
    responses: ['shelter', 'secondary-legal', 'advocacy', 'psychosocial'],
    rights: ['remedy', 'no-torture', 'life'],
    remedies: ['protection-order', 'safe-place-found', 'none'],
    child: 0.5,
    restricted: 0.15,
  },
  school: {
    weight: 3,
    populations: [['living-with-hiv'], ['disability'], ['trans']],
    genders: { woman: 5, man: 5 },
    ages: { '14-17': 6, '18-24': 5 },
    acts: [
      {
        type: ['study-refused'],
        place: ['school'],
        by: ['school'],
        barrierTo: ['education'],
        state: ['distressed'],
      },
    ],
    wants: ['work-study', 'complaint', 'somebody-to-talk-to'],
    danger: 'low',
    responses: ['mediation', 'psychosocial', 'primary-legal', 'training'],
    rights: ['education', 'equality', 'child'],
    remedies: ['back-to-study', 'apology', 'none'],
  },
  deported: {
    weight: 8,
    only: 'tj',
    populations: [['migrant', 'living-with-hiv']],
    genders: { man: 7, woman: 2 },
    acts: [
      {
        type: ['treatment-interrupted'],
        place: ['border'],
        by: ['migration-service'],
        barrierTo: ['art'],
        state: ['without-treatment', 'without-income'],
      },
    ],
    wants: ['treatment', 'documents', 'food-money'],
    danger: 'mixed',
    responses: ['art', 'documents', 'escort', 'training'],
    rights: ['health', 'movement', 'work'],
    remedies: ['treatment-restored', 'papers-issued'],
  },
  'locked-in': {
    weight: 3,
    populations: [['violence-survivor'], ['disability', 'violence-survivor'], ['lesbian-bisexual-woman']],
    genders: { woman: 1 },
    ages: { '14-17': 1, '18-24': 6, '25-34': 3 },
    acts: [{ type: ['confinement'], place: ['family-home'], by: ['family'], state: ['distressed'] }],
    wants: ['safe-place', 'leave-the-area', 'work-study'],
    danger: 'high',
    responses: ['protection', 'shelter', 'psychosocial', 'primary-legal'],
    rights: ['liberty', 'movement', 'education'],
    remedies: ['safe-place-found', 'back-to-study', 'none'],
    restricted: 0.3,
  },
  'prison-doctor': {
    weight: 3,
    populations: [['in-prison', 'living-with-hiv']],
    genders: { man: 1 },
    acts: [
      {
        type: ['treatment-interrupted'],
        place: ['prison'],
        by: ['prison'],
        barrierTo: ['art'],
        state: ['without-treatment', 'detained'],
      },
    ],
    wants: ['treatment', 'medical-care', 'complaint'],
    danger: 'high',
    responses: ['advocacy', 'art', 'secondary-legal', 'mediation'],
    rights: ['health', 'no-torture', 'life'],
    remedies: ['treatment-restored', 'care-given', 'none'],
  },
};
