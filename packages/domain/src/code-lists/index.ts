import type { Code, CodeList } from '../kind.ts';
import * as accounts from './accounts.ts';
import * as commitments from './commitments.ts';
import * as dealings from './dealings.ts';
import * as directory from './directory.ts';
import * as events from './events.ts';
import * as funding from './funding.ts';
import * as indicators from './indicators.ts';
import * as papers from './papers.ts';
import * as reviews from './reviews.ts';
import * as people from './people.ts';
import * as safety from './safety.ts';
import * as work from './work.ts';

/** Every list's name. A new list gets a name here, and the registry below does not compile without it. */
export type ListName =
  | 'framework-types'
  | 'framework-states'
  | 'publisher-types'
  | 'text-languages'
  | 'aid-sectors'
  | 'commitment-types'
  | 'commitment-answers'
  | 'voices'
  | 'progress-ratings'
  | 'indicator-aspects'
  | 'indicator-units'
  | 'indicator-aims'
  | 'disaggregations'
  | 'settlements'
  | 'seat-sides'
  | 'review-types'
  | 'pattern-states'
  | 'decision-types'
  | 'funding-states'
  | 'consultation-types'
  | 'consultation-states'
  | 'was-it'
  | 'consulted-sides'
  | 'absences'
  | 'proposal-fates'
  | 'time-zones'
  | 'session-outcomes'
  | 'law-types'
  | 'law-stages'
  | 'law-aims'
  | 'penalty-aims'
  | 'populations'
  | 'person-roles'
  | 'relations'
  | 'gender-identities'
  | 'sex-recorded'
  | 'age-bands'
  | 'react-age-bands'
  | 'languages'
  | 'disabilities'
  | 'displacement'
  | 'hiv-statuses'
  | 'art-statuses'
  | 'ost-statuses'
  | 'detention-places'
  | 'treatments'
  | 'treatment-states'
  | 'contact-channels'
  | 'never-contact'
  | 'violation-types'
  | 'perpetrator-types'
  | 'involvement'
  | 'place-types'
  | 'services'
  | 'reported-to'
  | 'states-of-person'
  | 'connections'
  | 'reliability'
  | 'file-roles'
  | 'capture-ways'
  | 'custody-steps'
  | 'erasure-reasons'
  | 'received-ways'
  | 'file-copies'
  | 'answer'
  | 'channels'
  | 'wants'
  | 'danger'
  | 'confidentiality'
  | 'statuses'
  | 'outcomes'
  | 'remedies'
  | 'qualification'
  | 'root-causes'
  | 'told-to'
  | 'penalties'
  | 'urgent-care'
  | 'number-certainty'
  | 'others-hit'
  | 'complaint-subjects'
  | 'feedback-sorts'
  | 'application-results'
  | 'feedback-effects'
  | 'complaint-states'
  | 'complaint-results'
  | 'provider-deeds'
  | 'lead-states'
  | 'letter-states'
  | 'lead-ends'
  | 'rights'
  | 'response-types'
  | 'safety-now'
  | 'results'
  | 'by-whom'
  | 'stay-endings'
  | 'path-types'
  | 'path-outcomes'
  | 'attendance'
  | 'a-year-on'
  | 'consent-kinds'
  | 'consent-decisions'
  | 'consent-ways'
  | 'consent-givers'
  | 'shared-parts'
  | 'task-rules'
  | 'threat-types'
  | 'threat-channels'
  | 'threat-targets'
  | 'credibility'
  | 'threat-answers'
  | 'risk-instruments'
  | 'risk-levels'
  | 'risk-limits'
  | 'risk-partner'
  | 'risk-defender'
  | 'documents'
  | 'document-goals'
  | 'document-states'
  | 'document-steps'
  | 'lack-causes'
  | 'willingness'
  | 'address-limits'
  | 'cost-purposes'
  | 'cost-decisions'
  | 'money-sources'
  | 'own-money'
  | 'referral-targets'
  | 'referral-statuses'
  | 'cost-states'
  | 'handover-ways'
  | 'decline-reasons'
  | 'matter-types'
  | 'forums'
  | 'deadline-rules'
  | 'matter-answers'
  | 'matter-results'
  | 'missing-grounds'
  | 'barriers'
  | 'talk-ways'
  | 'promises'
  | 'holidays'
  | 'provider-types'
  | 'trust-levels'
  | 'reporting'
  | 'provider-states'
  | 'admission'
  | 'admission-groups'
  | 'service-costs'
  | 'service-reach'
  | 'verify-ways'
  | 'accessibility'
  | 'schedule-types'
  | 'closure-reasons'
  | 'capacity-units'
  | 'service-event-types'
  | 'refusal-reasons'
  | 'payers'
  | 'figure-kinds'
  | 'figure-sources'
  | 'coverage-standards'
  | 'countries';

export const CODE_LISTS: Readonly<Record<ListName, CodeList>> = {
  populations: people.POPULATIONS,
  'person-roles': people.PERSON_ROLES,
  relations: people.RELATIONS,
  'gender-identities': people.GENDER_IDENTITIES,
  'sex-recorded': people.SEX_RECORDED,
  'age-bands': people.AGE_BANDS,
  'react-age-bands': people.REACT_AGE_BANDS,
  languages: people.LANGUAGE_CODES,
  disabilities: people.DISABILITIES,
  displacement: people.DISPLACEMENT,
  'hiv-statuses': people.HIV_STATUSES,
  'art-statuses': people.ART_STATUSES,
  'ost-statuses': people.OST_STATUSES,
  'detention-places': people.DETENTION_PLACES,
  treatments: people.TREATMENTS,
  'treatment-states': people.TREATMENT_STATES,
  'contact-channels': people.CONTACT_CHANNELS,
  'never-contact': people.NEVER_CONTACT,
  'violation-types': events.VIOLATION_TYPES,
  'perpetrator-types': events.PERPETRATOR_TYPES,
  involvement: events.INVOLVEMENT,
  'place-types': events.PLACE_TYPES,
  services: events.SERVICES,
  'reported-to': events.REPORTED_TO,
  'states-of-person': events.STATES_OF_PERSON,
  connections: events.CONNECTIONS,
  reliability: events.RELIABILITY,
  'file-roles': events.FILE_ROLES,
  'capture-ways': events.CAPTURE_WAYS,
  'custody-steps': events.CUSTODY_STEPS,
  'erasure-reasons': events.ERASURE_REASONS,
  'received-ways': events.RECEIVED_WAYS,
  'file-copies': events.FILE_COPIES,
  answer: work.ANSWER,
  channels: work.CHANNELS,
  wants: work.WANTS,
  danger: work.DANGER,
  confidentiality: work.CONFIDENTIALITY,
  statuses: work.STATUSES,
  outcomes: work.OUTCOMES,
  remedies: work.REMEDIES,
  qualification: work.QUALIFICATION,
  'root-causes': work.ROOT_CAUSES,
  'told-to': events.TOLD_TO,
  penalties: events.PENALTIES,
  'urgent-care': events.URGENT_CARE,
  'number-certainty': events.NUMBER_CERTAINTY,
  'others-hit': events.OTHERS_HIT,
  'complaint-subjects': work.COMPLAINT_SUBJECTS,
  'feedback-sorts': work.FEEDBACK_SORTS,
  'application-results': work.APPLICATION_RESULTS,
  'feedback-effects': work.FEEDBACK_EFFECTS,
  'complaint-states': work.COMPLAINT_STATES,
  'complaint-results': work.COMPLAINT_RESULTS,
  'provider-deeds': directory.PROVIDER_DEEDS,
  'lead-states': work.LEAD_STATES,
  'letter-states': work.LETTER_STATES,
  'lead-ends': work.LEAD_ENDS,
  rights: work.RIGHTS,
  'response-types': work.RESPONSE_TYPES,
  'safety-now': work.SAFETY_NOW,
  results: work.RESULTS,
  'by-whom': work.BY_WHOM,
  'stay-endings': work.STAY_ENDINGS,
  'path-types': work.PATH_TYPES,
  'path-outcomes': work.PATH_OUTCOMES,
  attendance: work.ATTENDANCE,
  'a-year-on': work.A_YEAR_ON,
  'consent-kinds': work.CONSENT_KINDS,
  'consent-decisions': work.CONSENT_DECISIONS,
  'consent-ways': work.CONSENT_WAYS,
  'consent-givers': work.CONSENT_GIVERS,
  'shared-parts': work.SHARED_PARTS,
  'task-rules': work.TASK_RULES,
  'threat-types': safety.THREAT_TYPES,
  'threat-channels': safety.THREAT_CHANNELS,
  'threat-targets': safety.THREAT_TARGETS,
  credibility: safety.CREDIBILITY,
  'threat-answers': safety.THREAT_ANSWERS,
  'risk-instruments': safety.RISK_INSTRUMENTS,
  'risk-levels': safety.RISK_LEVELS,
  'risk-limits': safety.RISK_LIMITS,
  'risk-partner': safety.RISK_PARTNER,
  'risk-defender': safety.RISK_DEFENDER,
  documents: papers.DOCUMENTS,
  'document-goals': papers.DOCUMENT_GOALS,
  'document-states': papers.DOCUMENT_STATES,
  'document-steps': papers.DOCUMENT_STEPS,
  'lack-causes': papers.LACK_CAUSES,
  willingness: papers.WILLINGNESS,
  'address-limits': papers.ADDRESS_LIMITS,
  'cost-purposes': dealings.COST_PURPOSES,
  'cost-decisions': dealings.COST_DECISIONS,
  'money-sources': dealings.MONEY_SOURCES,
  'own-money': dealings.OWN_MONEY,
  'referral-targets': dealings.REFERRAL_TARGETS,
  'referral-statuses': dealings.REFERRAL_STATUSES,
  'cost-states': dealings.COST_STATES,
  'handover-ways': dealings.HANDOVER_WAYS,
  'decline-reasons': dealings.DECLINE_REASONS,
  'matter-types': dealings.MATTER_TYPES,
  forums: dealings.FORUMS,
  'deadline-rules': dealings.DEADLINE_RULES,
  'matter-answers': dealings.MATTER_ANSWERS,
  'matter-results': dealings.MATTER_RESULTS,
  'missing-grounds': dealings.MISSING_GROUNDS,
  barriers: dealings.BARRIERS,
  'talk-ways': dealings.TALK_WAYS,
  promises: dealings.PROMISES,
  holidays: work.HOLIDAYS,
  'provider-types': directory.PROVIDER_TYPES,
  'trust-levels': directory.TRUST_LEVELS,
  reporting: directory.REPORTING,
  'provider-states': directory.PROVIDER_STATES,
  admission: directory.ADMISSION,
  'admission-groups': directory.ADMISSION_GROUPS,
  'service-costs': directory.SERVICE_COSTS,
  'service-reach': directory.SERVICE_REACH,
  'verify-ways': directory.VERIFY_WAYS,
  accessibility: directory.ACCESSIBILITY,
  'schedule-types': directory.SCHEDULE_TYPES,
  'closure-reasons': directory.CLOSURE_REASONS,
  'capacity-units': directory.CAPACITY_UNITS,
  'service-event-types': directory.SERVICE_EVENT_TYPES,
  'refusal-reasons': directory.REFUSAL_REASONS,
  payers: directory.PAYERS,
  'figure-kinds': directory.FIGURE_KINDS,
  'figure-sources': directory.FIGURE_SOURCES,
  'coverage-standards': directory.COVERAGE_STANDARDS,
  'framework-types': commitments.FRAMEWORK_TYPES,
  'framework-states': commitments.FRAMEWORK_STATES,
  'publisher-types': commitments.PUBLISHER_TYPES,
  'text-languages': commitments.TEXT_LANGUAGES,
  'aid-sectors': commitments.AID_SECTORS,
  'commitment-types': commitments.COMMITMENT_TYPES,
  'commitment-answers': commitments.COMMITMENT_ANSWERS,
  voices: commitments.VOICES,
  'progress-ratings': commitments.PROGRESS_RATINGS,
  'indicator-aspects': indicators.INDICATOR_ASPECTS,
  'indicator-units': indicators.INDICATOR_UNITS,
  'indicator-aims': indicators.INDICATOR_AIMS,
  disaggregations: indicators.DISAGGREGATIONS,
  settlements: indicators.SETTLEMENTS,
  'seat-sides': reviews.SEAT_SIDES,
  'review-types': reviews.REVIEW_TYPES,
  'pattern-states': reviews.PATTERN_STATES,
  'decision-types': reviews.DECISION_TYPES,
  'funding-states': funding.FUNDING_STATES,
  'consultation-types': accounts.CONSULTATION_TYPES,
  'consultation-states': accounts.CONSULTATION_STATES,
  'was-it': accounts.WAS_IT,
  'consulted-sides': accounts.CONSULTED_SIDES,
  absences: accounts.ABSENCES,
  'proposal-fates': accounts.PROPOSAL_FATES,
  'time-zones': accounts.TIME_ZONES,
  'session-outcomes': accounts.SESSION_OUTCOMES,
  'law-types': accounts.LAW_TYPES,
  'law-stages': accounts.LAW_STAGES,
  'law-aims': accounts.LAW_AIMS,
  'penalty-aims': accounts.PENALTY_AIMS,
  countries: work.COUNTRIES,
};

/** The list of that name, or undefined for a name that this version does not know. */
export function codeList(name: string): CodeList | undefined {
  return Object.hasOwn(CODE_LISTS, name) ? CODE_LISTS[name as ListName] : undefined;
}

const byList = new Map<string, Map<string, Code>>();
for (const list of Object.values(CODE_LISTS))
  byList.set(list.list, new Map(list.codes.map((c) => [c.code, c])));

/** The code's definition, or undefined where the list or the code is not known. */
export function codeOf(list: string, code: string): Code | undefined {
  return byList.get(list)?.get(code);
}

export function isCode(list: string, code: unknown): code is string {
  return typeof code === 'string' && codeOf(list, code) !== undefined;
}

/** The second-level codes under a code, or the first level where no parent is given, in the order shown. */
export function childrenOf(list: string, parent?: string): readonly Code[] {
  return codeList(list)?.codes.filter((c) => c.parent === parent) ?? [];
}

/** Whether a form still offers the code. */
export const isOffered = ({ divided }: Code): boolean => divided === undefined;

/** The codes of a list that are deeds by which somebody can be protected. */
export function protectingCodes(list: string): readonly string[] {
  return (codeList(list)?.codes ?? []).filter((c) => c.protects === true).map((c) => c.code);
}

/** The codes of a list that mean "something else: say what". */
export function otherCodes(list: string): readonly string[] {
  return (codeList(list)?.codes ?? []).filter((c) => c.special === 'other').map((c) => c.code);
}
