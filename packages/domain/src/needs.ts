/** What a person wants (list `wants`) → services (list `services`) that may give it. */
const BY_WANT: Readonly<Record<string, readonly string[]>> = {
  'make-it-stop': ['legal-aid', 'police-protection', 'shelter'],
  'safe-place': ['shelter', 'safe-room'],
  'medical-care': [
    'family-doctor',
    'hospital',
    'emergency',
    'sexual-assault-care',
    'pep',
    'emergency-contraception',
    'hiv-test',
    'sti-care',
    'contraception',
  ],
  treatment: ['art', 'ost', 'drug-treatment'],
  'legal-advice': ['legal-aid'],
  complaint: ['legal-aid'],
  court: ['legal-aid', 'court'],
  documents: ['identity-papers', 'residence-registration', 'legal-aid'],
  'somebody-to-talk-to': ['mental-health', 'helpline', 'rape-crisis', 'meeting-place'],
  escort: ['escort-help'],
  'food-money': ['food-goods', 'money-help', 'social-support'],
  'work-study': ['employment', 'education'],
  children: ['child-care', 'social-support'],
  'leave-the-area': ['shelter', 'money-help'],
};

/** What a response is (list `response-types`) → services that may take it on. */
const BY_RESPONSE: Readonly<Record<string, readonly string[]>> = {
  counselling: ['mental-health', 'helpline', 'harm-reduction'],
  information: ['helpline'],
  'primary-legal': ['legal-aid'],
  'secondary-legal': ['legal-aid'],
  psychosocial: ['mental-health', 'rape-crisis'],
  escort: ['escort-help'],
  shelter: ['shelter', 'safe-room'],
  'food-goods': ['food-goods'],
  medical: [
    'family-doctor',
    'hospital',
    'sexual-assault-care',
    'pep',
    'emergency-contraception',
    'hiv-test',
    'sti-care',
  ],
  'ost-art': ['art', 'ost'],
  art: ['art'],
  ost: ['ost'],
  documents: ['identity-papers', 'residence-registration'],
  cash: ['money-help', 'social-support'],
  protection: ['police-protection', 'shelter'],
  training: ['employment', 'education'],
};

const of = (table: Readonly<Record<string, readonly string[]>>, code: string): readonly string[] =>
  (Object.hasOwn(table, code) ? table[code] : undefined) ?? [];

/** Codes of the list `services` for a code of the list `wants`; none where no service can give it. */
export const servicesForWant = (want: string): readonly string[] => of(BY_WANT, want);
/** Codes of the list `services` for a code of the list `response-types`. */
export const servicesForResponse = (type: string): readonly string[] => of(BY_RESPONSE, type);
