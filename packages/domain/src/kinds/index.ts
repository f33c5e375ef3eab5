import type { CardOf, Facet, Field, Kind } from '../kind.ts';
import { ADDRESS } from './address.ts';
import { ADVANCE } from './advance.ts';
import { AGREED } from './agreed.ts';
import { AGREEMENT } from './agreement.ts';
import { APPLICATION } from './application.ts';
import { APPLICATION_MORE } from './application-more.ts';
import { APPLICATION_SCORE } from './application-score.ts';
import { BUDGET_LINE } from './budget-line.ts';
import { CALL } from './call.ts';
import { CASE } from './case.ts';
import { COMPLAINT } from './complaint.ts';
import { CONSENT } from './consent.ts';
import { CONTACT } from './contact.ts';
import { COUNSELLING } from './counselling.ts';
import { COUNTRY_FIGURE } from './country-figure.ts';
import { COST } from './cost.ts';
import { CUSTODY } from './custody.ts';
import { DEVICE } from './device.ts';
import { DETENTION } from './detention.ts';
import { DOCUMENT_NEED } from './document-need.ts';
import { ERASURE } from './erasure.ts';
import { FIGURE } from './figure.ts';
import { PATTERN } from './pattern.ts';
import { PATTERN_CASE } from './pattern-case.ts';
import { FILE } from './file.ts';
import { FROZEN } from './frozen.ts';
import { FUND } from './fund.ts';
import { HANDED } from './handed.ts';
import { HANDOVER } from './handover.ts';
import { MATTER } from './matter.ts';
import { NOTE } from './note.ts';
import { ORGANISATION } from './organisation.ts';
import { PERPETRATOR } from './perpetrator.ts';
import { PERSON } from './person.ts';
import { PROFILE } from './profile.ts';
import { REFERRAL } from './referral.ts';
import { RESPONSE } from './response.ts';
import { RISK } from './risk.ts';
import { SOURCE } from './source.ts';
import { PATH } from './path.ts';
import { PATH_STEP } from './path-step.ts';
import { STAY } from './stay.ts';
import { TASK } from './task.ts';
import { THREAT } from './threat.ts';
import { CAPACITY } from './capacity.ts';
import { LEAD } from './lead.ts';
import { LETTER } from './letter.ts';
import { LETTER_MORE } from './letter-more.ts';
import { LETTER_REPLY } from './letter-reply.ts';
import { LOCATION } from './location.ts';
import { PROVIDER } from './provider.ts';
import { SCHEDULE } from './schedule.ts';
import { SERVICE } from './service.ts';
import { SERVICE_EVENT } from './service-event.ts';
import { SURVEY } from './survey.ts';
import { SURVEY_ANSWERS } from './survey-answers.ts';
import { SURVEY_SHEET } from './survey-sheet.ts';
import { SURVEY_ROUND } from './survey-round.ts';
import { SURVEY_SOUND } from './survey-sound.ts';
import { SURVEY_TOPIC } from './survey-topic.ts';
import { VIOLATION } from './violation.ts';
import { VOLUNTEER } from './volunteer.ts';
import { BEARING } from './bearing.ts';
import { FRAMEWORK } from './framework.ts';
import { THEME } from './theme.ts';
import { COMMITMENT } from './commitment.ts';
import { UPDATE } from './update.ts';
import { INDICATOR } from './indicator.ts';
import { INDICATOR_SHEET } from './indicator-sheet.ts';
import { INDICATOR_TARGET } from './indicator-target.ts';
import { MEASUREMENT } from './measurement.ts';
import { SEAT } from './seat.ts';
import { REVIEW } from './review.ts';
import { DECISION } from './decision.ts';
import { FUNDING } from './funding.ts';
import { CONSULTATION } from './consultation.ts';
import { CONSULTED } from './consulted.ts';
import { PROPOSAL } from './proposal.ts';
import { SESSION } from './session.ts';
import { SIGNING } from './signing.ts';
import { LAW } from './law.ts';
import { LAW_STEP } from './law-step.ts';
import { PENALTY } from './penalty.ts';
import { GIVEN } from './given.ts';
import { GIVEN_ASIDE } from './given-aside.ts';
import { GIVEN_OUT } from './given-out.ts';

/** Every kind's name. A new kind gets a name here, and the registry below does not compile without it. */
export type KindName =
  | 'case'
  | 'person'
  | 'consent'
  | 'violation'
  | 'perpetrator'
  | 'source'
  | 'response'
  | 'task'
  | 'stay'
  | 'path'
  | 'path-step'
  | 'address'
  | 'contact'
  | 'cost'
  | 'counselling'
  | 'country-figure'
  | 'custody'
  | 'device'
  | 'erasure'
  | 'document-need'
  | 'fund'
  | 'budget-line'
  | 'advance'
  | 'handed'
  | 'handover'
  | 'complaint'
  | 'lead'
  | 'letter'
  | 'letter-more'
  | 'letter-reply'
  | 'matter'
  | 'referral'
  | 'risk'
  | 'threat'
  | 'detention'
  | 'note'
  | 'file'
  | 'figure'
  | 'pattern'
  | 'pattern-case'
  | 'frozen'
  | 'given'
  | 'given-aside'
  | 'given-out'
  | 'organisation'
  | 'profile'
  | 'provider'
  | 'service'
  | 'location'
  | 'schedule'
  | 'capacity'
  | 'service-event'
  | 'bearing'
  | 'framework'
  | 'theme'
  | 'commitment'
  | 'update'
  | 'indicator'
  | 'indicator-sheet'
  | 'indicator-target'
  | 'measurement'
  | 'seat'
  | 'review'
  | 'decision'
  | 'funding'
  | 'consultation'
  | 'consulted'
  | 'proposal'
  | 'session'
  | 'signing'
  | 'law'
  | 'law-step'
  | 'penalty'
  | 'survey'
  | 'survey-answers'
  | 'survey-sheet'
  | 'survey-round'
  | 'survey-sound'
  | 'survey-topic'
  | 'call'
  | 'application'
  | 'application-more'
  | 'application-score'
  | 'volunteer'
  | 'agreement'
  | 'agreed';

/** In the order in which a stranger understands a case: who, what for, what happened, who did it, what threatens. */
export const KINDS: Readonly<Record<KindName, Kind>> = {
  person: PERSON,
  case: CASE,
  violation: VIOLATION,
  perpetrator: PERPETRATOR,
  threat: THREAT,
  risk: RISK,
  detention: DETENTION,
  'document-need': DOCUMENT_NEED,
  file: FILE,
  custody: CUSTODY,
  consent: CONSENT,
  source: SOURCE,
  response: RESPONSE,
  stay: STAY,
  path: PATH,
  'path-step': PATH_STEP,
  task: TASK,
  address: ADDRESS,
  contact: CONTACT,
  cost: COST,
  counselling: COUNSELLING,
  'country-figure': COUNTRY_FIGURE,
  fund: FUND,
  'budget-line': BUDGET_LINE,
  advance: ADVANCE,
  handed: HANDED,
  handover: HANDOVER,
  complaint: COMPLAINT,
  lead: LEAD,
  letter: LETTER,
  'letter-more': LETTER_MORE,
  'letter-reply': LETTER_REPLY,
  matter: MATTER,
  referral: REFERRAL,
  note: NOTE,
  organisation: ORGANISATION,
  erasure: ERASURE,
  device: DEVICE,
  profile: PROFILE,
  provider: PROVIDER,
  service: SERVICE,
  location: LOCATION,
  schedule: SCHEDULE,
  capacity: CAPACITY,
  'service-event': SERVICE_EVENT,
  bearing: BEARING,
  framework: FRAMEWORK,
  theme: THEME,
  commitment: COMMITMENT,
  update: UPDATE,
  indicator: INDICATOR,
  'indicator-sheet': INDICATOR_SHEET,
  'indicator-target': INDICATOR_TARGET,
  measurement: MEASUREMENT,
  seat: SEAT,
  review: REVIEW,
  decision: DECISION,
  funding: FUNDING,
  consultation: CONSULTATION,
  consulted: CONSULTED,
  proposal: PROPOSAL,
  session: SESSION,
  signing: SIGNING,
  law: LAW,
  'law-step': LAW_STEP,
  penalty: PENALTY,
  figure: FIGURE,
  pattern: PATTERN,
  'pattern-case': PATTERN_CASE,
  frozen: FROZEN,
  'given-aside': GIVEN_ASIDE,
  'given-out': GIVEN_OUT,
  given: GIVEN,
  survey: SURVEY,
  'survey-answers': SURVEY_ANSWERS,
  'survey-sheet': SURVEY_SHEET,
  'survey-round': SURVEY_ROUND,
  'survey-sound': SURVEY_SOUND,
  'survey-topic': SURVEY_TOPIC,
  call: CALL,
  application: APPLICATION,
  'application-more': APPLICATION_MORE,
  'application-score': APPLICATION_SCORE,
  volunteer: VOLUNTEER,
  agreement: AGREEMENT,
  agreed: AGREED,
};

export function isKnownKind(name: string): name is KindName {
  return Object.hasOwn(KINDS, name);
}

/** The kind of that name, or undefined where a newer version of the program made it. */
export function kindOf(name: string): Kind | undefined {
  return isKnownKind(name) ? KINDS[name] : undefined;
}

/** A kind that heads dossiers, with how they stand in lists. */
export type RootKind = Kind & { card: CardOf };

const isRoot = (kind: Kind): kind is RootKind => kind.level === 'root' && kind.card !== undefined;

/** Every kind that heads dossiers. */
export const ROOT_KINDS: readonly RootKind[] = Object.values<Kind>(KINDS).filter(isRoot);

/** The root kind of that name, or undefined where there is none. */
export function rootKindOf(name: string): RootKind | undefined {
  const kind = kindOf(name);
  return kind !== undefined && isRoot(kind) ? kind : undefined;
}

/** The field that gives a facet its codes. */
export function fieldOfFacet(kind: Kind, { of = kind.kind, field }: Facet): Field {
  const known = fieldOf(of, field);
  if (known === undefined) throw new Error(`${of} has no ${field}`);
  return known;
}

const fieldsByKind = new Map<string, Map<string, Field>>();
for (const kind of Object.values(KINDS))
  fieldsByKind.set(kind.kind, new Map(kind.fields.map((f) => [f.name, f])));

const signedFields = new Map<string, readonly string[]>();
for (const { kind, fields } of Object.values(KINDS))
  signedFields.set(
    kind,
    fields.filter((field) => field.signed === true).map((field) => field.name),
  );

/** Fields of a kind whose writer matters. */
export function signedFieldsOf(kind: string): readonly string[] {
  return signedFields.get(kind) ?? [];
}

const weighedFields = new Map<string, Record<'danger' | 'deed', readonly string[]>>();
for (const { kind, fields } of Object.values(KINDS)) {
  const named = (what: 'danger' | 'deed') =>
    fields.filter(({ weighs }) => weighs === what).map(({ name }) => name);
  weighedFields.set(kind, { danger: named('danger'), deed: named('deed') });
}
const WEIGHS_NOTHING = { danger: [], deed: [] };

/** Fields of a kind that say that somebody is in danger, and those that say what was done. */
export function weighedFieldsOf(kind: string): Record<'danger' | 'deed', readonly string[]> {
  return weighedFields.get(kind) ?? WEIGHS_NOTHING;
}

/** By which field a record is held by somebody who has to go on with it; undefined where it is held by nobody, or ended. */
export function heldBy(kind: string, fields: Readonly<Record<string, unknown>>): string | undefined {
  const held = kindOf(kind)?.held;
  if (held === undefined) return undefined;
  const isEnded = held.until.some(({ field, in: codes }) => {
    const value = fields[field] ?? null;
    return codes === undefined ? value !== null : typeof value === 'string' && codes.includes(value);
  });
  return isEnded ? undefined : held.by;
}

/** Fields of a kind that belong together, by what they are together; empty where the kind is not known or has no such group. */
export function groupOf(kind: string, group: string): readonly string[] {
  const groups = kindOf(kind)?.groups ?? {};
  return Object.hasOwn(groups, group) ? (groups[group] ?? []) : [];
}

/** How records of a kind are judged: the field that says so, and all that belongs to the judgement. */
export interface Judging {
  field: string;
  judgement: ReadonlySet<string>;
}

const judgings = new Map<string, Judging>();
for (const { kind, fields, groups = {} } of Object.values<Kind>(KINDS)) {
  const field = fields.find(({ byAnother }) => byAnother === true)?.name;
  if (field === undefined) continue;
  const judgement = Object.values(groups).find((names) => names.includes(field)) ?? [field];
  judgings.set(kind, { field, judgement: new Set(judgement) });
}

/** Undefined for kinds that nobody judges. */
export const judgingOf = (kind: string): Judging | undefined => judgings.get(kind);

export function fieldOf(kind: string, name: string): Field | undefined {
  return fieldsByKind.get(kind)?.get(name);
}
