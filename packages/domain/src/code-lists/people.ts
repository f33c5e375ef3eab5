/** Lists about who somebody is and how to reach them. Labels are in the locale's `codes` namespace. */
import { flat } from './list.ts';

export const POPULATIONS = flat('populations', 'person', [
  'living-with-hiv',
  'sex-work',
  'uses-drugs',
  'partner-of-drug-user',
  'trans',
  'gay-bisexual-man',
  'lesbian-bisexual-woman',
  'ex-prisoner',
  'in-prison',
  'tuberculosis',
  'hepatitis-c',
  'migrant',
  'homeless',
  'disability',
  'violence-survivor',
  'rights-defender',
  'none-of-these',
]);

export const PERSON_ROLES = flat('person-roles', 'closed', [
  'client',
  'dependant',
  'witness',
  'source',
  'other',
]);

export const RELATIONS = flat('relations', 'person', [
  'child',
  'parent',
  'partner',
  'former-partner',
  'sibling',
  'relative',
  'friend',
  'peer',
  'neighbour',
  'colleague',
  'worker',
  'stranger',
]);

/** What the person says about themselves; never inferred from papers or looks. */
export const GENDER_IDENTITIES = flat('gender-identities', 'person', [
  'woman',
  'man',
  'trans-woman',
  'trans-man',
  'non-binary',
]);

/** What the papers said at birth; noted only if the person offers it. */
export const SEX_RECORDED = flat('sex-recorded', 'person', ['female', 'male', 'intersex']);

export const AGE_BANDS = flat('age-bands', 'closed', [
  '0-13',
  '14-17',
  '18-24',
  '25-34',
  '35-49',
  '50-plus',
  'unknown',
  'prefers-not',
]);

/** The bands that published REAct factsheets use. */
export const REACT_AGE_BANDS = flat('react-age-bands', 'closed', [
  '0-15',
  '16-18',
  '19-35',
  '36-55',
  'over-55',
]);

/** Languages that our clients speak (ISO 639 codes, `sign` for any sign language). */
export const LANGUAGE_CODES = flat('languages', 'person', [
  'az',
  'ru',
  'en',
  'tg',
  'tr',
  'fa',
  'uz',
  'ky',
  'ka',
  'lez',
  'tly',
  'sgh',
  'ku',
  'ar',
  'uk',
  'sign',
]);

/** Kinds of difficulty, after the Washington Group's short set. */
export const DISABILITIES = flat('disabilities', 'person', [
  'none',
  'seeing',
  'hearing',
  'moving',
  'understanding',
  'communicating',
  'self-care',
  'psychosocial',
]);

export const DISPLACEMENT = flat('displacement', 'person', [
  'not-displaced',
  'fled-home',
  'internally-displaced',
  'refugee',
  'asylum-seeker',
  'migrant-worker',
  'returned-migrant',
  'stateless',
]);

export const HIV_STATUSES = flat('hiv-statuses', 'closed', [
  'positive',
  'negative',
  'not-tested',
  'unknown',
  'prefers-not',
]);
export const ART_STATUSES = flat('art-statuses', 'closed', [
  'takes',
  'interrupted',
  'not-started',
  'not-needed',
  'unknown',
  'prefers-not',
]);
export const OST_STATUSES = flat('ost-statuses', 'closed', [
  'takes',
  'interrupted',
  'wants',
  'refused',
  'not-needed',
  'unknown',
  'prefers-not',
]);

/** Where somebody is held, or that they are not. */
export const DETENTION_PLACES = flat('detention-places', 'worker', [
  'police',
  'remand-prison',
  'prison',
  'closed-hospital',
  'deportation-centre',
  'free',
]);
/** What must not break off. */
export const TREATMENTS = flat('treatments', 'worker', [
  'art',
  'ost',
  'tuberculosis',
  'hepatitis-c',
  'insulin',
  'psychiatric',
  'none',
]);
/** Whether it goes on where they are held. */
export const TREATMENT_STATES = flat('treatment-states', 'closed', [
  'at-risk',
  'interrupted',
  'refused',
  'kept',
  'restored',
  'stopped',
]);

export const CONTACT_CHANNELS = flat('contact-channels', 'person', [
  'call',
  'sms',
  'whatsapp',
  'telegram',
  'signal',
  'instagram',
  'email',
  'in-person',
  'at-our-office',
  'trusted-person',
  'they-contact-us',
  'no-contact',
]);

export const NEVER_CONTACT = flat('never-contact', 'person', [
  'call',
  'message',
  'voice-message',
  'social-media',
  'at-home',
  'at-work',
  'post',
  'through-family',
  'through-partner',
]);
