/** An intake while it is being written: plain data, kept sealed on this device until it becomes a case. */
import { isChosenFields, readSealedFile } from '@dayaq/domain';
import type { Id, Value } from '@dayaq/vault/client';
import type { Choosing } from '../referral/choose.ts';
import { actsOf, isSettled } from './violation-types.ts';

export const STEPS = ['who', 'about', 'what', 'story', 'by', 'now', 'contact', 'consent', 'review'] as const;
export type Step = (typeof STEPS)[number];

/** Fields of one record by name, as its kind defines them. */
export type Fields = Record<string, Value>;

export const ASKED_CONSENTS = ['service', 'sharing', 'statistics'] as const;
export type AskedConsent = (typeof ASKED_CONSENTS)[number];
export type ConsentAnswer = 'yes' | 'no' | 'not-asked';

/** Characters of an account that fit into one entry with everything else; longer ones go into a file. */
export const MOST_WORDS = 60_000;

/** One act as it was told. */
export interface ActTold {
  /** When, why and from what: fields of `violation`. */
  fields: Fields;
  /** Types of those who did it. */
  by: string[];
  /** The children to whom it was done too, as places in `children`. */
  alsoTo: number[];
  /** With what the person was threatened, and the words: fields of `threat`, where the act is one (`threatActOf`). */
  threat?: Fields;
}

export interface IntakeDraft {
  form: 1;
  step: Step;
  /** The worker's day when it was begun, YYYY-MM-DD. */
  opened: string;
  /** What was heard before, of which this becomes the case; null where it begins here. */
  lead: Id | null;
  /** What it comes from is a letter that came through the public door, not something heard. */
  isLetter?: true;
  /** Whether we speak with the person, or somebody told us about them. */
  teller: 'the-person' | 'somebody-else';
  case: Fields;
  client: Fields;
  source: Fields;
  children: Fields[];
  /** Codes of `violation-types`, first and second level; each act becomes a violation. */
  types: string[];
  /** What holds for all acts told now: where, and what none of the codes names. */
  act: Fields;
  /** What holds for one act, by its code. */
  acts: Record<string, ActTold>;
  /** In the person's own words. */
  words: string;
  /** Fields of `file` of what was recorded or photographed meanwhile; the bytes are sealed on this device already. */
  files: Fields[];
  /** Types of perpetrators of whom nobody is sure what each did: they are of the case, and of no act. */
  apart: string[];
  /** What is known of a perpetrator beside the type, one for each type of which something is. */
  perpetrators: Fields[];
  /** Codes of `response-types`: what was done on the spot. */
  doneToday: string[];
  /** By such a code: for which of the children it was done too, as places in `children`. */
  doneForToo: Record<string, number[]>;
  task: Fields;
  consents: Record<AskedConsent, ConsentAnswer>;
  /** How and by whom the consents were given, and what may be shared with whom. */
  consent: Fields;
  /** What may be shared, answer by answer: records by their place in the draft. Absent: by parts, as before that was asked. */
  agreed?: Choosing;
  /** Who may open the case; null: every member. */
  readers: Id[] | null;
  /** Ids of the records to be, by place in the draft. Given once, so that saving again after a crash doubles nothing. */
  ids: Record<string, Id>;
}

/** Nothing but whose it is and when it was begun: no answer of one person stands in the draft of the next. */
export function emptyDraft(opened: string, me: Id): IntakeDraft {
  return {
    form: 1,
    step: 'who',
    opened,
    lead: null,
    teller: 'the-person',
    case: { owner: me },
    client: {},
    source: {},
    children: [],
    types: [],
    act: {},
    acts: {},
    words: '',
    files: [],
    apart: [],
    perpetrators: [],
    doneToday: [],
    doneForToo: {},
    task: {},
    consents: { service: 'not-asked', sharing: 'not-asked', statistics: 'not-asked' },
    consent: {},
    readers: null,
    ids: {},
  };
}

/** Of us, and of others, whom the person does not want near the case, as far as they were chosen. */
export const excludedIn = ({ client }: Pick<IntakeDraft, 'client'>): readonly Id[] =>
  textsOr(client['excludedIds']);

/** Who may open the case beside whoever writes it down, nobody among them whom the person excluded; null: every member. */
export function readersOf(draft: Pick<IntakeDraft, 'client' | 'readers'>): Id[] | null {
  const excluded = excludedIn(draft);
  if (draft.readers === null) return excluded.length === 0 ? null : [];
  return draft.readers.filter((account) => !excluded.includes(account));
}

/** Whether the person does not want this to be kept. Then it becomes no case, and nothing of it stays. */
export const saidNo = ({ consents }: Pick<IntakeDraft, 'consents'>): boolean => consents.service === 'no';

/** Whether something stands there that somebody else told. It is theirs, whoever we speak with now. */
export const saysOthers = ({ source }: Pick<IntakeDraft, 'source'>): boolean =>
  !isNothing(source['connection']) || !isNothing(source['words']);

export const NOTHING_TOLD: ActTold = { fields: {}, by: [], alsoTo: [] };

/** What was told of one act. */
export const toldOf = (draft: IntakeDraft, act: string): ActTold => draft.acts[act] ?? NOTHING_TOLD;

/** The draft's acts with something more told of one of them. */
export function tellOf(draft: IntakeDraft, act: string, part: Partial<ActTold>): Record<string, ActTold> {
  return { ...draft.acts, [act]: { ...toldOf(draft, act), ...part } };
}

/** Everybody who did something: first who did an act, then those left apart; each type once, with what is known of it. */
export function perpetratorsOf(draft: IntakeDraft): Fields[] {
  const types = [...actsOf(draft.types).flatMap((act) => toldOf(draft, act).by), ...draft.apart];
  const known = new Map(draft.perpetrators.map((fields) => [fields['type'], fields]));
  return [...new Set(types)].map((type) => known.get(type) ?? { type });
}

/** Takes a child out; what was said of those after it is still said of them. */
export function withoutChild(
  draft: IntakeDraft,
  index: number,
): Pick<IntakeDraft, 'children' | 'acts' | 'doneForToo' | 'agreed'> {
  const shifted = (places: readonly number[]) =>
    places.filter((place) => place !== index).map((place) => (place > index ? place - 1 : place));
  return {
    children: draft.children.filter((_, at) => at !== index),
    acts: mapped(draft.acts, (told) => ({ ...told, alsoTo: shifted(told.alsoTo) })),
    doneForToo: mapped(draft.doneForToo, shifted),
    // Which child was meant is asked again.
    ...(draft.agreed !== undefined && { agreed: withoutChildren(draft.agreed) }),
  };
}

const withoutChildren = ({ chosen, parts }: Choosing): Choosing => ({
  parts,
  chosen: Object.fromEntries(Object.entries(chosen).filter(([place]) => !place.startsWith('child:'))),
});

function mapped<T>(record: Record<string, T>, change: (value: T) => T): Record<string, T> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value)]));
}

/** The steps that this draft goes through. Who did it is asked once: where every act said so already, it is passed over. */
export function stepsOf(draft: IntakeDraft, here: Step = draft.step): Step[] {
  const isSaid = isSettled(actsOf(draft.types).map((act) => toldOf(draft, act).by));
  return STEPS.filter((step) => step !== 'by' || !isSaid || here === 'by');
}

/** The step after this one; the last one stays. */
export function stepAfter(step: Step, draft: IntakeDraft): Step {
  const steps = stepsOf(draft, step);
  return steps[steps.indexOf(step) + 1] ?? step;
}

/** The step before this one; null before the first, where "back" leaves the intake. */
export function stepBefore(step: Step): Step | null {
  return STEPS[STEPS.indexOf(step) - 1] ?? null;
}

/** Nothing was entered that would be a loss: such a draft is not kept and not offered again. */
export function isBlank(draft: IntakeDraft): boolean {
  const { owner: _owner, ...told } = draft.case;
  const records = [told, draft.client, draft.source, draft.act, draft.task, draft.consent, ...draft.children];
  return (
    draft.words.trim() === '' &&
    draft.types.length + draft.apart.length + draft.doneToday.length + draft.files.length === 0 &&
    Object.values(draft.consents).every((answer) => answer === 'not-asked') &&
    draft.readers === null &&
    records.every((fields) => Object.values(fields).every(isNothing))
  );
}

export function isNothing(value: Value | undefined): boolean {
  return (
    value === undefined ||
    value === null ||
    (typeof value === 'string' && value.trim() === '') ||
    (Array.isArray(value) && value.length === 0)
  );
}

/** Whether something was said at a step: what the list of steps ticks off. */
export function isTold(draft: IntakeDraft, step: Step): boolean {
  const says = (fields: Fields, ...names: string[]) => names.some((name) => !isNothing(fields[name]));
  switch (step) {
    case 'who':
      return says(draft.client, 'alias', 'ageBand') || says(draft.source, 'connection', 'words');
    case 'about':
      return says(draft.client, 'populations', 'genderIdentity') || draft.children.length > 0;
    case 'what':
      return draft.types.length > 0;
    case 'story':
      return draft.words.trim() !== '' || draft.files.length > 0 || says(draft.act, 'area', 'placeType');
    case 'by':
      return perpetratorsOf(draft).length > 0;
    case 'now':
      return says(draft.case, 'danger', 'wants') || draft.doneToday.length > 0 || says(draft.task, 'what');
    case 'contact':
      return says(draft.client, 'safeChannel', 'neverContact') || draft.readers !== null;
    case 'consent':
      return Object.values(draft.consents).some((answer) => answer !== 'not-asked');
    case 'review':
      return false;
  }
}

/** What the draft is called where it is offered again: the alias, or nothing. */
export function draftTitle(draft: IntakeDraft): string {
  const { alias } = draft.client;
  return typeof alias === 'string' ? alias.trim() : '';
}

/** A draft as the vault keeps it. */
export function storedDraft(draft: IntakeDraft): Value {
  return JSON.parse(JSON.stringify(draft)) as Value;
}

/**
 * Reads a kept draft. What an older or newer form wrote is taken over as far as it has the right shape; null when it is
 * no intake at all.
 */
export function readDraft(stored: Value): IntakeDraft | null {
  if (!isFields(stored) || stored['form'] !== 1) return null;
  const draft = emptyDraft(textOr(stored['opened'], ''), '');
  const step = STEPS.find((name) => name === stored['step']);
  if (step !== undefined) draft.step = step;
  draft.lead = textOr(stored['lead'], '') || null;
  if (stored['isLetter'] === true) draft.isLetter = true;
  draft.teller = stored['teller'] === 'somebody-else' ? 'somebody-else' : 'the-person';
  draft.case = fieldsOr(stored['case']);
  draft.client = fieldsOr(stored['client']);
  draft.source = fieldsOr(stored['source']);
  draft.act = fieldsOr(stored['act']);
  draft.task = fieldsOr(stored['task']);
  draft.consent = fieldsOr(stored['consent']);
  draft.children = listOr(stored['children']).filter(isFields);
  draft.perpetrators = listOr(stored['perpetrators']).filter(isFields);
  draft.types = textsOr(stored['types']);
  draft.files = listOr(stored['files'])
    .filter(isFields)
    .filter(({ file }) => readSealedFile(file) !== null);
  draft.apart = textsOr(stored['apart']);
  for (const [code, places] of Object.entries(fieldsOr(stored['doneForToo'])))
    draft.doneForToo[code] = placesOr(places);
  for (const [code, told] of Object.entries(fieldsOr(stored['acts']))) {
    const { fields, by, alsoTo, threat } = fieldsOr(told);
    draft.acts[code] = { fields: fieldsOr(fields), by: textsOr(by), alsoTo: placesOr(alsoTo) };
    if (isFields(threat)) draft.acts[code].threat = threat;
  }
  if (!('acts' in stored)) takeOverShared(draft);
  draft.doneToday = textsOr(stored['doneToday']);
  draft.words = textOr(stored['words'], '');
  draft.readers = Array.isArray(stored['readers']) ? textsOr(stored['readers']) : null;
  const agreed = fieldsOr(stored['agreed']);
  if (isChosenFields(agreed['chosen']))
    draft.agreed = { chosen: agreed['chosen'], parts: textsOr(agreed['parts']) };
  const consents = fieldsOr(stored['consents']);
  for (const name of ASKED_CONSENTS) {
    const answer = consents[name];
    if (answer === 'yes' || answer === 'no') draft.consents[name] = answer;
  }
  for (const [place, id] of Object.entries(fieldsOr(stored['ids'])))
    if (typeof id === 'string') draft.ids[place] = id;
  return draft;
}

/**
 * A form before this one asked once when and why for all acts, and who for all of them together. When and why are kept as
 * they were said; of several acts nobody can say any more who did which.
 */
function takeOverShared(draft: IntakeDraft): void {
  const { date, statedReason, barrierTo, ...act } = draft.act;
  const types = draft.perpetrators.map(({ type }) => (typeof type === 'string' ? type : '')).filter(Boolean);
  const acts = actsOf(draft.types);
  const shared = { date, statedReason, barrierTo };
  const fields: Fields = {};
  for (const [name, value] of Object.entries(shared)) if (value !== undefined) fields[name] = value;
  draft.act = act;
  draft.apart = acts.length === 1 ? [] : types;
  for (const code of acts) draft.acts[code] = { fields, by: acts.length === 1 ? types : [], alsoTo: [] };
}

function isFields(value: Value | undefined): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
const fieldsOr = (value: Value | undefined): Fields => (isFields(value) ? value : {});
const listOr = (value: Value | undefined): Value[] => (Array.isArray(value) ? value : []);
const textsOr = (value: Value | undefined): string[] =>
  listOr(value).filter((element) => typeof element === 'string');
const placesOr = (value: Value | undefined): number[] =>
  listOr(value).filter((element) => typeof element === 'number');
const textOr = (value: Value | undefined, otherwise: string): string =>
  typeof value === 'string' ? value : otherwise;
