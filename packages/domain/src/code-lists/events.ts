/** Lists about what was done, by whom, where, and who told us. */
import { flat, tree } from './list.ts';

export const VIOLATION_TYPES = tree('violation-types', 'person', {
  health: [
    'care-denied',
    'care-conditional',
    'treatment-interrupted',
    'forced-test',
    'forced-treatment',
    'secrecy-breached',
    'degrading-care',
  ],
  liberty: [
    'detained-unlawfully',
    'no-record-drawn',
    'extortion',
    'entrapment',
    'unlawful-search',
    'belongings-seized',
    'forced-return',
    'forced-registration',
    'punished',
    'sex-demanded',
  ],
  violence: [
    'physical-violence',
    'sexual-violence',
    'partner-violence',
    'family-violence',
    'torture',
    'threat',
    'attempted-killing',
    'killing',
    'kidnapping',
    'confinement',
    'exploitation',
  ],
  documents: [
    'registration-denied',
    'identity-denied',
    'papers-denied',
    'papers-taken',
    'support-denied',
    'registration-ended',
  ],
  housing: ['evicted', 'housing-refused', 'shelter-refused', 'shelter-forced-out'],
  work: ['dismissed', 'work-refused', 'pay-withheld', 'work-harassment', 'expelled', 'study-refused'],
  family: ['child-taken', 'child-contact-denied', 'forced-marriage', 'early-marriage', 'resources-denied'],
  dignity: ['outed', 'hate-speech', 'incitement', 'smear', 'data-handed-over'],
  digital: [
    'phishing',
    'account-takeover',
    'account-deleted',
    'leak',
    'digital-blackmail',
    'digital-smear',
    'online-harassment',
    'impersonation',
    'mass-reporting',
    'ddos',
    'spyware',
  ],
  justice: ['complaint-not-taken', 'not-investigated', 'unfair-trial', 'lawyer-denied', 'protection-refused'],
  civic: [
    'assembly-broken',
    'organisation-obstructed',
    'organisation-searched',
    'organisation-closed',
    'defender-persecuted',
  ],
});

export const PERPETRATOR_TYPES = flat('perpetrator-types', 'person', [
  'police',
  'security-service',
  'health-worker',
  'prison',
  'prosecutor',
  'court',
  'migration-service',
  'state-service',
  'school',
  'employer',
  'landlord',
  'partner',
  'former-partner',
  'family',
  'neighbour',
  'sex-work-client',
  'stranger',
  'media',
  'organisation',
  'group',
  'online',
]);

/** Degree of involvement, after HURIDOCS. */
export const INVOLVEMENT = flat('involvement', 'person', [
  'did',
  'ordered',
  'took-part',
  'helped',
  'stood-by',
  'covered-up',
]);

export const PLACE_TYPES = flat('place-types', 'person', [
  'own-home',
  'family-home',
  'other-home',
  'street',
  'transport',
  'police-station',
  'police-car',
  'detention',
  'prison',
  'court',
  'hospital',
  'aids-centre',
  'narcology-centre',
  'state-office',
  'school',
  'workplace',
  'venue',
  'hotel',
  'shelter',
  'organisation-office',
  'border',
  'online',
]);

/** Services: what a person was kept from, what a referral asks for, what the directory offers. */
export const SERVICES = flat('services', 'person', [
  'emergency',
  'hospital',
  'family-doctor',
  'art',
  'ost',
  'harm-reduction',
  'tuberculosis-care',
  'hepatitis-care',
  'maternity',
  'gender-care',
  'mental-health',
  'forensic-examination',
  'shelter',
  'police-protection',
  'legal-aid',
  'court',
  'identity-papers',
  'residence-registration',
  'social-support',
  'pension',
  'bank',
  'education',
  'employment',
  'rape-crisis',
  'sexual-assault-care',
  'helpline',
  'food-goods',
  'money-help',
  'escort-help',
  'child-care',
  'hiv-test',
  'pep',
  'sti-care',
  'contraception',
  'emergency-contraception',
  'drug-treatment',
  'safe-room',
  'meeting-place',
]);

export const REPORTED_TO = flat('reported-to', 'person', [
  'police',
  'prosecutor',
  'court',
  'ombudsman',
  'health-authority',
  'state-hotline',
  'other-authority',
  'head-of-institution',
  'organisation',
  'international-body',
  'media',
]);

export const STATES_OF_PERSON = flat('states-of-person', 'person', [
  'unharmed',
  'distressed',
  'injured',
  'in-hospital',
  'without-treatment',
  'without-home',
  'without-income',
  'without-papers',
  'detained',
  'hiding',
  'left-country',
  'missing',
  'died',
]);

/** How the source knows. */
export const CONNECTIONS = flat('connections', 'worker', [
  'the-person',
  'witness',
  'relative',
  'peer',
  'our-worker',
  'service',
  'partner-organisation',
  'lawyer',
  'official',
  'media',
  'social-media',
  'anonymous',
]);

/** Five levels and "not known". */
export const RELIABILITY = flat('reliability', 'closed', [
  'reliable',
  'usually-reliable',
  'fairly-reliable',
  'doubtful',
  'unreliable',
  'unknown',
]);

export const FILE_ROLES = flat('file-roles', 'worker', [
  'evidence',
  'photo',
  'recording',
  'screenshot',
  'medical-paper',
  'identity-paper',
  'official-paper',
  'our-letter',
  'consent-form',
  'receipt',
]);

export const CAPTURE_WAYS = flat('capture-ways', 'worker', [
  'photographed',
  'scanned',
  'recorded',
  'screen',
  'downloaded',
  'from-the-person',
  'from-another',
]);

/** What happens to a file on its way. */
export const CUSTODY_STEPS = flat('custody-steps', 'worker', [
  'received',
  'copied',
  'original-not-kept',
  'handed-over',
  'returned',
  'destroyed',
]);

/** `taken-here`: made with this program, straight into the seal. */
export const RECEIVED_WAYS = flat('received-ways', 'worker', [
  'taken-here',
  'from-device',
  'in-person',
  'messenger',
  'email',
  'post',
  'from-the-web',
  'referral',
]);

export const FILE_COPIES = flat('file-copies', 'closed', ['original', 'clean-copy', 'paper-print']);

/** Why something is destroyed for good. No words of one's own: they would say what is to be forgotten. */
export const ERASURE_REASONS = flat('erasure-reasons', 'closed', [
  'the-person-asked',
  'kept-long-enough',
  'by-mistake',
  'too-dangerous',
  'law-or-court',
]);

/** Who heard a secret that was not theirs to hear. */
export const TOLD_TO = flat('told-to', 'person', [
  'partner',
  'family',
  'neighbours',
  'employer',
  'school',
  'other-staff',
  'police',
  'other-authority',
  'landlord',
  'community',
  'media',
  'online',
  'anybody-there',
]);

/** What the state laid on somebody for what they do or are. */
export const PENALTIES = flat('penalties', 'person', [
  'warning',
  'fine',
  'short-arrest',
  'prison-term',
  'forced-treatment',
  'put-on-register',
  'deportation',
  'children-at-risk',
]);

/** What became of the examination and the medicines of which hours count after sexual violence. */
export const URGENT_CARE = flat('urgent-care', 'person', [
  'got',
  'got-in-part',
  'declined',
  'refused',
  'too-late',
]);

/** To whom an act was done beside the people of the case. */
export const OTHERS_HIT = flat('others-hit', 'closed', ['group', 'organisation', 'page']);

/** How surely a number of people is known. */
export const NUMBER_CERTAINTY = flat('number-certainty', 'closed', [
  'counted',
  'at-least',
  'estimated',
  'told',
  'unknown',
]);
