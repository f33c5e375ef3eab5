/** Lists of the directory: who offers help, to whom, when, and what happened to those who went there. */
import { flat } from './list.ts';

export const PROVIDER_TYPES = flat('provider-types', 'worker', [
  'community-organisation',
  'charity',
  'state-body',
  'state-health',
  'private-health',
  'law-firm',
  'international',
  'religious',
  'informal-group',
  'person',
]);

/** How far we trust it. `harmful`: our clients came to harm through it. */
export const TRUST_LEVELS = flat('trust-levels', 'closed', [
  'vetted',
  'known',
  'not-known',
  'doubtful',
  'harmful',
]);

/** To whom a provider passes on who came. `none` is said only when we asked. */
export const REPORTING = flat('reporting', 'worker', [
  'none',
  'police',
  'security-service',
  'migration-service',
  'family',
  'health-authority',
  'other-state-body',
  'employer',
  'funder',
]);

export const PROVIDER_STATES = flat('provider-states', 'closed', ['active', 'paused', 'ended']);

/** Whether a group is let in. `depends`: on what the note says. */
export const ADMISSION = flat('admission', 'closed', ['admits', 'depends', 'refuses', 'unknown']);

/** Groups that services let in or turn away. Each has a field of its own in `service` (`ADMISSION_FIELDS`). */
export const ADMISSION_GROUPS = flat('admission-groups', 'closed', [
  'women',
  'men',
  'trans',
  'lgb',
  'uses-drugs',
  'living-with-hiv',
  'tuberculosis',
  'sex-work',
  'ex-prisoner',
  'migrant',
  'disability',
  'minors',
  'children',
  'other-district',
]);

export const SERVICE_COSTS = flat('service-costs', 'closed', ['free', 'partly', 'paid', 'unknown']);

/** Whom a service reaches without their coming to its door. */
export const SERVICE_REACH = flat('service-reach', 'closed', ['at-location', 'goes-out', 'remote']);

export const VERIFY_WAYS = flat('verify-ways', 'worker', [
  'visited',
  'called',
  'client-told',
  'partner-told',
  'read',
]);

export const ACCESSIBILITY = flat('accessibility', 'worker', [
  'none',
  'step-free',
  'lift',
  'toilet',
  'sign-language',
  'easy-words',
  'carer-may-stay',
]);

/** A record of `schedule` is either: the usual week, or a time in which nobody opens. */
export const SCHEDULE_TYPES = flat('schedule-types', 'closed', ['hours', 'closure']);

export const CLOSURE_REASONS = flat('closure-reasons', 'worker', [
  'holiday',
  'leave',
  'repairs',
  'no-money',
  'no-staff',
  'quarantine',
  'by-order',
  'raid',
]);

/** What a number of places counts. A family place is a bed for a mother and beds for an average number of children. */
export const CAPACITY_UNITS = flat('capacity-units', 'closed', [
  'beds',
  'family-places',
  'persons',
  'appointments-a-week',
  'unknown',
]);

export const SERVICE_EVENT_TYPES = flat('service-event-types', 'closed', [
  'refusal',
  'exit',
  'closure',
  'passed-on',
  'complaint',
]);

export const REFUSAL_REASONS = flat('refusal-reasons', 'worker', [
  'group',
  'children',
  'papers',
  'registration',
  'money',
  'full',
  'closed',
  'health-test',
  'drug-use',
  'no-police-report',
  'ill-treated',
  'pressed-to-go-back',
  'rules',
  'none-given',
]);

/** Out of whose pocket a service lives. */
export const PAYERS = flat('payers', 'worker', [
  'state-budget',
  'municipality',
  'foreign-donor',
  'local-donor',
  'own-income',
  'clients-pay',
]);

/** Where a figure of the coverage page comes from. */
export const FIGURE_SOURCES = flat('figure-sources', 'closed', [
  'directory',
  'council-of-europe',
  'coalition-statement',
  'general-knowledge',
]);

/** What a figure about a country counts. Its unit follows from it, but for places, whose unit is said. */
export const FIGURE_KINDS = flat('figure-kinds', 'closed', [
  'population',
  'women',
  'children-per-mother',
  'shelter-places',
  'reported-crimes-a-year',
  'way-to-shelter-km',
  'forensic-closed-days',
]);

export const COVERAGE_STANDARDS = flat('coverage-standards', 'closed', [
  'family-places',
  'rape-crisis-centres',
  'sexual-assault-centres',
  'shelter-in-every-region',
  'national-helpline',
]);

/** What was done to somebody there. To be tried to be made another is no help, whoever offers it. */
export const PROVIDER_DEEDS = flat('provider-deeds', 'worker', [
  'turned-away',
  'humiliated',
  'tried-to-change',
  'told-others',
  'forced-treatment',
  'asked-money',
  'asked-sex',
  'called-police',
  'threatened',
  'did-nothing',
]);
