import { plannedRecords } from '@dayaq/acts/intake/records';
import { groupOf, offersTo } from '@dayaq/domain';
import { textsOf, type Values } from '@dayaq/acts/changes-between';
import {
  ASKED_CONSENTS,
  type IntakeDraft,
  perpetratorsOf,
  readersOf,
  saysOthers,
  type Step,
  toldOf,
} from '@dayaq/acts/intake/draft';
import { actsOf } from '@dayaq/acts/intake/violation-types';
import { contradictionText } from '../fields/contradiction.ts';
import { areaLabel, codeLabel, fieldLabel, kindLabel } from '../fields/labels.ts';
import { readDate, readPlace, readText } from '../fields/read-value.ts';
import { sayDate } from '../fields/say-date.ts';
import { valueText } from '../fields/value-text.ts';
import { actWords } from './act-words.ts';
import type { IntakeRoom } from './room.ts';
import { childName } from './steps/the-children.tsx';

/** One line of what is read back. Without a label it is what the step's own title asks for. */
export interface ReadBack {
  label?: string;
  text: string;
}

/**
 * What was said, step by step, as it is read to the person before it is kept. Whatever is not plainly theirs says whose or
 * what it is: the offender's words are not read back as hers. Of what was left out there is no line.
 */
export function readBack(room: IntakeRoom, draft: IntakeDraft): [Step, ReadBack[]][] {
  const sections: [Step, ReadBack[]][] = [
    ['who', who(room, draft)],
    ['about', about(room, draft)],
    ['what', actsOf(draft.types).flatMap((act) => actTold(room, draft, act))],
    ['story', story(room, draft)],
    ['by', by(room, draft)],
    ['now', now(room, draft)],
    ['contact', contact(room, draft)],
    ['consent', consent(room, draft)],
  ];
  return sections.map(([step, lines]) => [step, lines.filter(({ text }) => text !== '')]);
}

/** Fields of one record, each under its own name. */
function fieldsSaid(room: IntakeRoom, kind: string, values: Values, names: readonly string[]): ReadBack[] {
  return names.map((field) => ({
    label: fieldLabel(room.translator, kind, field),
    text: valueText({ ...room, kind, field, value: values[field], values }),
  }));
}

/** The same without a name, where the step's title is it. */
const plain = (lines: readonly ReadBack[]): ReadBack[] => lines.map(({ text }) => ({ text }));

function who(room: IntakeRoom, draft: IntakeDraft): ReadBack[] {
  const { t } = room.translator;
  const channel = valueText({ ...room, kind: 'case', field: 'channel', value: draft.case['channel'] });
  return [
    ...plain(fieldsSaid(room, 'person', draft.client, ['alias', 'ageBand'])),
    { label: t('intake.who.channel'), text: channel },
    ...(draft.teller === 'somebody-else' || saysOthers(draft) ? told(room, draft.source) : []),
  ];
}

/** What somebody else told, as theirs. */
function told(room: IntakeRoom, source: Values): ReadBack[] {
  const [connection, words] = fieldsSaid(room, 'source', source, ['connection', 'words']);
  return [
    { label: room.translator.t('intake.who.connection'), text: connection?.text ?? '' },
    { label: words?.label ?? '', text: words?.text ?? '' },
  ];
}

function about(room: IntakeRoom, draft: IntakeDraft): ReadBack[] {
  const { t } = room.translator;
  const names = draft.children.map((child, index) => childName(room, readText(child['alias']), index));
  const isChosen = textsOf(draft.client['populations']).length > 1;
  return [
    ...plain(fieldsSaid(room, 'person', draft.client, ['populations'])),
    ...(isChosen ? fieldsSaid(room, 'person', draft.client, ['countedAs']) : []),
    ...fieldsSaid(room, 'person', draft.client, groupOf('person', 'intake')),
    { label: t('intake.about.children'), text: names.join(', ') },
  ];
}

/** An act with those to whom it was done, who did it, when, and whatever more was told of it: as it will stand in the case. */
function actTold(room: IntakeRoom, draft: IntakeDraft, act: string): ReadBack[] {
  const { translator } = room;
  const { fields, by: doers, alsoTo, threat } = toldOf(draft, act);
  const client = readText(draft.client['alias']).trim() || codeLabel(translator, 'person-roles', 'client');
  const children = alsoTo.flatMap((place) => {
    const child = draft.children[place];
    return child === undefined ? [] : [childName(room, readText(child['alias']), place)];
  });
  const label = (field: string) => fieldLabel(translator, 'violation', field);
  return [
    { text: actName(room, draft, act) },
    { label: label('victims'), text: [client, ...children].join(', ') },
    {
      label: label('perpetrators'),
      text: doers.map((type) => doerName(room, draft, type)).join(', '),
    },
    ...fieldsSaid(room, 'violation', fields, ['date']),
    ...fieldsSaid(room, 'violation', { ...fields, type: act }, groupOf('violation', 'intake')),
    ...fieldsSaid(room, 'violation', fields, ['barrierTo', 'statedReason']),
    ...fieldsSaid(room, 'threat', threat ?? {}, ['type', 'words']),
  ];
}

/** What none of the codes names is called as it was called. */
function actName({ translator }: IntakeRoom, draft: IntakeDraft, act: string): string {
  const own = readText(draft.act['typeOther']).trim();
  return own !== '' && (act === 'other' || act.endsWith('-other')) ? own : actWords(translator, act);
}

/** Who it was, and of which place or office. */
function doerName(room: IntakeRoom, draft: IntakeDraft, type: string): string {
  const fields = perpetratorsOf(draft).find((one) => one['type'] === type) ?? { type };
  return ['type', 'unit']
    .map((field) => valueText({ ...room, kind: 'perpetrator', field, value: fields[field], values: fields }))
    .filter((part) => part !== '')
    .join(', ');
}

function story(room: IntakeRoom, draft: IntakeDraft): ReadBack[] {
  const { translator } = room;
  const place = readPlace(draft.act['area']);
  const account = { text: draft.words.trim() };
  return [
    // Only of whom we speak with are the words under "in their own words" without a name.
    draft.teller === 'the-person'
      ? account
      : { ...account, label: fieldLabel(translator, 'violation', 'account') },
    {
      label: kindLabel(translator, 'file'),
      text:
        draft.files.length === 0 ? '' : translator.t('intake.review.files', { count: draft.files.length }),
    },
    {
      label: fieldLabel(translator, 'violation', 'area'),
      text:
        place === null ? '' : [areaLabel(translator, place.area), place.detail].filter(Boolean).join(', '),
    },
    ...fieldsSaid(room, 'violation', draft.act, ['placeType']),
  ];
}

function by(room: IntakeRoom, draft: IntakeDraft): ReadBack[] {
  return perpetratorsOf(draft).map((fields) => ({ text: doerName(room, draft, readText(fields['type'])) }));
}

function now(room: IntakeRoom, draft: IntakeDraft): ReadBack[] {
  const { translator } = room;
  const { t } = translator;
  const danger = valueText({ ...room, kind: 'case', field: 'danger', value: draft.case['danger'] });
  const due = readDate(draft.task['due']);
  return [
    ...(danger === '' ? [] : [{ text: t('intake.review.danger', { answer: danger }) }]),
    ...fieldsSaid(room, 'case', draft.case, ['wants']).map((line) => ({
      ...line,
      label: t('intake.now.wants'),
    })),
    {
      label: t('intake.now.doneToday'),
      text: draft.doneToday.map((code) => codeLabel(translator, 'response-types', code)).join(', '),
    },
    {
      label: t('intake.now.task'),
      text: [readText(draft.task['what']), due === null ? '' : sayDate(translator, due)]
        .filter(Boolean)
        .join(', '),
    },
  ];
}

function contact(room: IntakeRoom, draft: IntakeDraft): ReadBack[] {
  const { t } = room.translator;
  const readers = readersOf(draft);
  const names = room.members
    .filter((member) => member.account === room.me || readers?.includes(member.account) === true)
    .map((member) => member.name)
    .join(', ');
  return [
    ...plain(fieldsSaid(room, 'person', draft.client, ['safeChannel'])),
    ...fieldsSaid(room, 'person', draft.client, ['safeContact', 'safeHours', 'codeWord', 'neverContact']),
    { text: contradictionText(room.translator, 'person', draft.client) ?? '' },
    { text: readers === null ? '' : t('intake.review.restricted', { names }) },
  ];
}

function consent(room: IntakeRoom, draft: IntakeDraft): ReadBack[] {
  const { translator } = room;
  const { t } = translator;
  const isAsked = ASKED_CONSENTS.some((name) => draft.consents[name] !== 'not-asked');
  return [
    ...ASKED_CONSENTS.flatMap((name) => [
      {
        text: t('intake.review.consent', {
          to: codeLabel(translator, 'consent-kinds', name),
          answer: t(
            draft.consents[name] === 'yes'
              ? 'intake.consent.yes'
              : draft.consents[name] === 'no'
                ? 'intake.consent.no'
                : 'intake.consent.notAsked',
          ),
        }),
      },
      // To whom and what: what the person said yes to is read back to them whole.
      ...(name === 'sharing' && draft.consents.sharing === 'yes'
        ? [...fieldsSaid(room, 'consent', draft.consent, ['recipient', 'parts']), ...agreed(room, draft)]
        : []),
    ]),
    ...(isAsked
      ? fieldsSaid(room, 'consent', draft.consent, ['how', 'givenBy', 'decidedBy', 'decidedWhy'])
      : []),
  ];
}

/** What may be passed on, answer by answer, under whom or what each is about. */
function agreed(room: IntakeRoom, draft: IntakeDraft): ReadBack[] {
  if (draft.agreed === undefined) return [];
  const { chosen } = draft.agreed;
  const records = plannedRecords(draft);
  const offers = offersTo(records, 'client').filter(
    ({ record, field, person }) =>
      chosen[record]?.includes(field) === true && (person === 'client' || Object.hasOwn(chosen, person)),
  );
  const said = offers.map(({ kind, field }) => fieldLabel(room.translator, kind, field));
  return [
    {
      label: room.translator.t('intake.consent.parts'),
      text: [...new Set(said)].join(', ') || room.translator.t('intake.consent.nothing'),
    },
  ];
}
