import {
  type ChosenFields,
  chosenOf,
  fieldOf,
  followUpAfterIntake,
  isMinor,
  type KindName,
  offersTo,
  type PlainRecord,
  readSealedFile,
} from '@dayaq/domain';
import type { Change, Id, Value } from '@dayaq/vault/client';
import { applyChanges, recordChange } from '../changes-between.ts';
import { actsOf, threatActOf } from './violation-types.ts';
import {
  ASKED_CONSENTS,
  type Fields,
  type IntakeDraft,
  isNothing,
  perpetratorsOf,
  readersOf,
  saysOthers,
  toldOf,
} from './draft.ts';
import { NOTHING_CHOSEN } from '../referral/choose.ts';
import { stepsOfAdding } from '../file/custody-steps.ts';
import { firstSentence, splitWords } from '../split-words.ts';

/** Longest line that stands for an account in the list of cases, in characters. */
const HEADLINE = 160;

export interface IntakeContext {
  me: Id;
  /** The worker's day, YYYY-MM-DD. */
  today: string;
  /** Random, of the form that `newReference` makes. */
  reference: string;
}

interface Planned {
  place: string;
  kind: KindName;
  fields: Fields;
}

/** The places in the draft that become records, the case first: each needs an id before `recordsOf`. */
export function placesOf(draft: IntakeDraft): string[] {
  return [...plan(draft, (place) => place, null).map((record) => record.place), 'follow-up'];
}

/**
 * The whole intake as the changes of one entry. The dossier's id is that of the first.
 * @param draft its `ids` hold an id for each of `placesOf`
 */
export function recordsOf(draft: IntakeDraft, context: IntakeContext): Change[] {
  const idOf = (place: string): Id => {
    const id = draft.ids[place];
    if (id === undefined) throw new Error(`no id was given to ${place}`);
    return id;
  };
  const planned = plan(draft, idOf, context);
  const rule = followUpAfterIntake(
    planned.map((record) => plain(record, idOf(record.place))),
    context.today,
  );
  if (rule !== null) {
    planned.push({
      place: 'follow-up',
      kind: 'task',
      fields: {
        rule: rule.rule,
        due: { day: rule.due },
        owner: context.me,
      },
    });
  }
  return planned.map(({ place, kind, fields }) => recordChange(kind, idOf(place), fields));
}

function plan(draft: IntakeDraft, idOf: (place: string) => Id, context: IntakeContext | null): Planned[] {
  const client = idOf('client');
  const records: Planned[] = [
    { place: 'case', kind: 'case', fields: caseFields(draft, context) },
    { place: 'client', kind: 'person', fields: clientFields(draft) },
  ];
  draft.children.forEach((child, index) => {
    const fields = { relation: 'child', ...child, role: 'dependant' };
    records.push({ place: childPlace(index), kind: 'person', fields: withMinor(fields, draft.opened) });
  });
  for (const fields of perpetratorsOf(draft))
    records.push({ place: byPlace(textOf(fields['type'])), kind: 'perpetrator', fields });
  records.push(...accountOf(draft, idOf), ...threatIn(draft, idOf));
  for (const fields of draft.files) {
    const place = filePlace(fields);
    records.push({ place, kind: 'file', fields });
    // A voice is recorded in the page; a photo is the phone's own camera's, which may keep a copy.
    const how = fields['capturedHow'] === 'recorded' ? 'taken-here' : 'from-device';
    const receipt = { from: '', how, sha256: textOf(fields['sha256']) };
    const writer = { me: context?.me ?? '', today: draft.opened };
    for (const step of stepsOfAdding(fields, receipt, writer))
      records.push({
        place: `${place}:${textOf(step['step'])}`,
        kind: 'custody',
        fields: { ...step, file: idOf(place) },
      });
  }
  records.push(...sourcesOf(draft, client));
  for (const to of ASKED_CONSENTS) {
    const decision = draft.consents[to];
    if (decision === 'not-asked') continue;
    const { recipient, parts, ...given } = draft.consent;
    const shared =
      to === 'sharing' && decision === 'yes'
        ? {
            recipient: recipient ?? null,
            ...(draft.agreed === undefined
              ? { parts: parts ?? [] }
              : { agreed: agreedIn(draft, records, idOf) }),
          }
        : {};
    records.push({
      place: `consent:${to}`,
      kind: 'consent',
      fields: {
        ...given,
        ...shared,
        of: client,
        to,
        decision,
        date: { day: draft.opened },
        takenBy: ownerOf(draft),
      },
    });
  }
  for (const type of draft.doneToday) {
    records.push({
      place: `done:${type}`,
      kind: 'response',
      fields: {
        type,
        done: { day: draft.opened },
        byWhom: 'us',
        forWhom: [client, ...childrenIn(draft, draft.doneForToo[type]).map(idOf)],
        owner: ownerOf(draft),
      },
    });
  }
  if (!isNothing(draft.task['what'])) {
    records.push({
      place: 'task',
      kind: 'task',
      fields: { owner: ownerOf(draft), ...draft.task, rule: 'by-hand' },
    });
  }
  return records;
}

/**
 * What the person said yes to, answer by answer, of what is still there: an answer that was changed into nothing, or an act that
 * was taken out since, is agreed to no more.
 */
function agreedIn(
  draft: IntakeDraft,
  records: readonly Planned[],
  idOf: (place: string) => Id,
): ChosenFields {
  const chosen = draft.agreed?.chosen ?? {};
  const placeOf = new Map(records.map(({ place }) => [idOf(place), place]));
  const offers = offersTo(
    records.map((record) => plain(record, idOf(record.place))),
    idOf('client'),
  ).filter(({ record, field }) => chosen[placeOf.get(record) ?? '']?.includes(field) === true);
  const people = records.filter(
    ({ place, kind }) => kind === 'person' && place !== 'client' && Object.hasOwn(chosen, place),
  );
  return chosenOf(
    offers.filter(
      ({ person }) => person === idOf('client') || Object.hasOwn(chosen, placeOf.get(person) ?? ''),
    ),
    people.map(({ place }) => idOf(place)),
  );
}

/** The records that a draft will become, as they stand, each under its place: of these is chosen what may be shared. */
export function plannedRecords(draft: IntakeDraft): PlainRecord[] {
  return plan({ ...draft, agreed: NOTHING_CHOSEN }, (place) => place, null).map((record) =>
    plain(record, record.place),
  );
}

/**
 * Whom we have it from. What somebody else told stays theirs when it is the person that we come to speak with: then there
 * are two sources, each with its own.
 */
function sourcesOf(draft: IntakeDraft, client: Id): Planned[] {
  const opened = { day: draft.opened };
  const theirs: Fields = { ...draft.source, date: draft.source['date'] ?? opened };
  const own: Fields = { connection: 'the-person', person: client, date: opened };
  if (draft.teller === 'somebody-else')
    return [{ place: 'source', kind: 'source', fields: { ...theirs, connection: connectionOf(theirs) } }];
  const records: Planned[] = [{ place: 'source', kind: 'source', fields: own }];
  if (saysOthers(draft))
    records.push({ place: 'told', kind: 'source', fields: { ...theirs, connection: connectionOf(theirs) } });
  return records;
}

/** Whoever told us about the person is not that person. */
const connectionOf = ({ connection }: Fields): Value =>
  connection === undefined || connection === null || connection === 'the-person' ? 'unknown' : connection;

const textOf = (value: Value | undefined): string => (typeof value === 'string' ? value : '');
const childPlace = (index: number): string => `child:${index}`;
const byPlace = (type: string): string => `by:${type}`;

/** A file is known by its sealed bytes. */
function filePlace(fields: Fields): string {
  const sealed = readSealedFile(fields['file']);
  if (sealed === null) throw new Error('a file without bytes');
  return `file:${sealed.blob}`;
}

/** Places of children that are there. */
const childrenIn = (draft: IntakeDraft, places: readonly number[] = []): string[] =>
  places.filter((place) => place in draft.children).map(childPlace);

/**
 * The acts, the first with the account; what does not fit there, or an account without an act, is kept in notes, each of
 * which says what it continues.
 */
function accountOf(draft: IntakeDraft, idOf: (place: string) => Id): Planned[] {
  const client = idOf('client');
  const acts = actsOf(draft.types);
  const inAct = acts.length > 0 ? maxLength('violation', 'account') : 0;
  const words = draft.words.trim();
  const account = inAct > 0 ? (splitWords(words, inAct)[0] ?? '') : '';
  const rest = words.slice(account.length);
  const { typeOther, ...shared } = draft.act;
  const records: Planned[] = acts.map((type, index) => {
    const { fields, by, alsoTo } = toldOf(draft, type);
    return {
      place: `act:${type}`,
      kind: 'violation',
      fields: {
        ...shared,
        ...fields,
        type,
        typeOther: type === 'other' || type.endsWith('-other') ? (typeOther ?? null) : null,
        victims: [client, ...childrenIn(draft, alsoTo).map(idOf)],
        perpetrators: by.map((one) => idOf(byPlace(one))),
        account: index === 0 ? account : null,
      },
    };
  });
  let before = account === '' ? null : (records[0]?.place ?? null);
  splitWords(rest, maxLength('note', 'text')).forEach((text, index) => {
    const place = `note:${index}`;
    const continues = before === null ? null : idOf(before);
    records.push({ place, kind: 'note', fields: { text, date: { day: draft.opened }, continues } });
    before = place;
  });
  return records;
}

/** To whom those belong who refuse to protect somebody, as reports name authorities. */
const AUTHORITIES: Readonly<Record<string, string>> = {
  police: 'police',
  prosecutor: 'prosecutor',
  court: 'court',
  organisation: 'organisation',
};

/**
 * Whoever was threatened, or asked for protection and was refused, is threatened now: one threat, with what the acts say. That
 * protection was refused is the answer of those who were asked.
 */
function threatIn(draft: IntakeDraft, idOf: (place: string) => Id): Planned[] {
  const act = threatActOf(draft.types);
  if (act === undefined) return [];
  const { fields, by, alsoTo, threat } = toldOf(draft, act);
  const children = childrenIn(draft, alsoTo).map(idOf);
  const threatens = act === 'threat' ? by : [];
  const answer: Fields = actsOf(draft.types).includes('protection-refused')
    ? {
        reported: 'yes',
        reportedTo: toldOf(draft, 'protection-refused').by.map(
          (type) => AUTHORITIES[type] ?? 'other-authority',
        ),
        answer: 'refused',
      }
    : {};
  return [
    {
      place: 'threat',
      kind: 'threat',
      fields: {
        ...threat,
        ...answer,
        date: isNothing(fields['date']) ? { day: draft.opened } : (fields['date'] ?? null),
        byWhom: threatens[0] ?? null,
        perpetrators: threatens.map((type) => idOf(byPlace(type))),
        against: ['the-person', ...(children.length > 0 ? ['children'] : [])],
        people: [idOf('client'), ...children],
      },
    },
  ];
}

function caseFields(draft: IntakeDraft, context: IntakeContext | null): Fields {
  return {
    ...draft.case,
    reference: context?.reference ?? null,
    lead: draft.lead,
    alias: draft.client['alias'] ?? null,
    opened: { day: draft.opened },
    status: 'new',
    channel: draft.case['channel'] ?? (draft.teller === 'the-person' ? null : 'third-party'),
    summary: firstSentence(draft.words, HEADLINE),
    area: draft.act['area'] ?? null,
    confidentiality: readersOf(draft) === null ? null : 'strict',
  };
}

function clientFields(draft: IntakeDraft): Fields {
  const populations = Array.isArray(draft.client['populations']) ? draft.client['populations'] : [];
  const [only] = populations;
  const countedAs =
    populations.length === 1 && only !== undefined ? only : (draft.client['countedAs'] ?? null);
  return withMinor({ ...draft.client, role: 'client', countedAs }, draft.opened);
}

/** The age band says whether somebody is under 18; nothing is guessed where it does not. */
function withMinor(fields: Fields, today: string): Fields {
  const minor = isMinor({ fields }, Number(today.slice(0, 4)));
  return minor === 'unknown' ? fields : { ...fields, minor };
}

function ownerOf(draft: IntakeDraft): Value {
  return draft.case['owner'] ?? null;
}

/** Characters that a text field holds. */
function maxLength(kind: KindName, field: string): number {
  const type = fieldOf(kind, field)?.type;
  if (type?.is !== 'text') throw new Error(`${kind}.${field} is not a text`);
  return type.max;
}

function plain({ kind, fields }: Planned, id: Id): PlainRecord {
  const values = applyChanges({}, recordChange(kind, id, fields).fields);
  return { id, kind, deleted: false, fields: values, created: { by: '', at: 0 }, updated: { by: '', at: 0 } };
}
