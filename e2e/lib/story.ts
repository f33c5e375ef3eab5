import { codeOf, fieldOf, groupOf, kindOf } from '@dayaq/domain';
import {
  inLanguage,
  type Said,
  type Story,
  type StoryRecord,
  type StoryValue,
} from '../../worlds/demo/stories.ts';
import { add, type Addable, type CasePart, decide, edit, editCase, type Fields, theCase } from './cases.ts';
import type { Device } from './device.ts';
import type { Entered } from './fields.ts';
import { countTaps, tapsOf } from './taps.ts';
import { openSavedCase, saveIntake, startIntake, type Telling, tellAll } from './intake.ts';

/** Set by the program, or by a colleague whose work it is: nobody types them while entering the story. */
const NOT_TYPED = new Set([
  'case.reference',
  'case.owner',
  ...groupOf('violation', 'judgement').map((field) => `violation.${field}`),
  'consent.of',
  'consent.to',
  'consent.takenBy',
  'response.owner',
  'task.owner',
  'task.rule',
  'task.done',
  'task.doneBy',
]);
/** Fields of the case itself by the dialog that asks for them. */
const CASE_PARTS: Readonly<Record<CasePart, readonly string[]>> = {
  head: ['alias', 'summary', 'area', 'channel', 'opened'],
  status: ['status', 'outcome', 'remedy', 'remedyNote', 'closed'],
  wishes: ['wants', 'wantsWords', 'danger'],
  keywords: ['keywords', 'confidentiality'],
  causes: ['causes'],
};
/** Today stands in these fields of a new record; a story that says nothing of the day takes it out again. */
const PRESET_DATES: Readonly<Record<string, string>> = { response: 'done', note: 'date', source: 'date' };

/** A story as one person enters it through the pages; `records` holds each record's id by its name in the story. */
interface Entering {
  device: Device;
  story: Story;
  language: keyof Said;
  records: Map<string, string>;
}

const isTyped = (kind: string, field: string): boolean => !NOT_TYPED.has(`${kind}.${field}`);

/** A value as it is entered; null while it names a record that is not there yet. */
function entered({ language, records }: Entering, value: StoryValue): Entered | null {
  if (typeof value !== 'object') return value;
  if (Array.isArray(value)) {
    const ids = value.map((item: string | { record: string }) =>
      typeof item === 'string' ? item : records.get(item.record),
    );
    return ids.every((id) => id !== undefined) ? ids : null;
  }
  if ('en' in value) return inLanguage(value, language);
  if ('record' in value) return records.get(value.record) ?? null;
  if ('day' in value || 'area' in value) return value;
  throw new Error('nobody enters a member or a moment');
}

/** The record's fields in the order of its kind, without those in `except`; what cannot be said yet is left for later. */
function fieldsToEnter(
  entering: Entering,
  { kind, fields }: StoryRecord,
  except: readonly string[] = [],
): Fields {
  const result: Record<string, Entered> = {};
  for (const { name } of kindOf(kind)?.fields ?? []) {
    const value = fields[name];
    if (value === undefined || !isTyped(kind, name) || except.includes(name)) continue;
    const said = entered(entering, value);
    if (said !== null) result[name] = said;
  }
  return result;
}

const textOf = (language: keyof Said, value: StoryValue | undefined): string =>
  typeof value === 'object' && 'en' in value ? inLanguage(value, language) : '';

const only = (fields: Fields, names: readonly string[]): Fields =>
  Object.fromEntries(Object.entries(fields).filter(([name]) => names.includes(name)));

const CLIENT_AT_INTAKE = [
  'alias',
  'ageBand',
  'populations',
  'countedAs',
  'genderIdentity',
  'safeChannel',
  'safeContact',
  'safeHours',
  'codeWord',
  'neverContact',
];
const ACT_AT_INTAKE = ['date', 'area', 'placeType', 'statedReason', 'barrierTo'];

/** The first sitting as an intake: its first violation, who did it, and what the person agreed to. */
function tellingOf(
  entering: Entering,
  first: readonly StoryRecord[],
): { telling: Telling; parts: Record<string, StoryRecord> } {
  const of = (kind: string): StoryRecord => {
    const found = first.find((record) => record.kind === kind);
    if (found === undefined) throw new Error(`the story begins without a ${kind}`);
    return found;
  };
  const parts = {
    case: of('case'),
    client: of('person'),
    violation: of('violation'),
    perpetrator: of('perpetrator'),
    source: of('source'),
  };
  const values = (record: StoryRecord): Fields => fieldsToEnter(entering, record);
  const violation = values(parts.violation);
  const matter = values(parts.case);
  const unit = textOf(entering.language, parts.perpetrator.fields['unit']);
  const decided = first.filter(({ kind }) => kind === 'consent');
  const isFromClient = parts.source.fields['connection'] === 'the-person';
  const asksReason = ['health', 'documents', 'housing', 'work', 'justice'].includes(
    codeOf('violation-types', String(violation['type']))?.parent ?? '',
  );
  return {
    parts,
    telling: {
      client: only(values(parts.client), CLIENT_AT_INTAKE),
      ...(isFromClient ? {} : { source: only(values(parts.source), ['connection', 'words']) }),
      ...(matter['channel'] === undefined ? {} : { channel: String(matter['channel']) }),
      types: [String(violation['type'])],
      words: String(violation['account']),
      act: only(violation, asksReason ? ACT_AT_INTAKE : ACT_AT_INTAKE.slice(0, 3)),
      perpetrators: [{ type: String(parts.perpetrator.fields['type']), unit }],
      danger: String(matter['danger']),
      wants: matter['wants'] as readonly string[],
      consents: Object.fromEntries(decided.map(({ fields }) => [fields['to'], fields['decision']])),
      consent: only(values(of('consent')), ['how']),
    },
  };
}

/** Takes in the person of a story, as its first sitting tells it. The case is open afterwards; answers its reference. */
export async function takeIn(device: Device, story: Story, language: keyof Said): Promise<string> {
  const entering: Entering = { device, story, language, records: new Map() };
  await startIntake(device);
  await countTaps(device.page);
  await tellAll(device, tellingOf(entering, story.steps[0].records).telling);
  const reference = await saveIntake(device);
  process.stdout.write(
    `${story.key}: ${await tapsOf(device.page)} taps for the intake, with all that the story tells\n`,
  );
  await openSavedCase(device);
  return reference;
}

/** Enters a whole story: the intake, then everything else on the case's page, sitting by sitting. */
export async function enterStory(device: Device, story: Story, language: keyof Said): Promise<void> {
  const entering: Entering = { device, story, language, records: new Map() };
  const [first, ...later] = story.steps;
  const { parts } = tellingOf(entering, first.records);
  await takeIn(device, story, language);
  await findIntakeRecords(entering, parts);
  for (const record of first.records) await enterRecord(entering, record);
  for (const step of later) for (const record of step.records) await enterRecord(entering, record);
  // What named a record that came later in the story.
  for (const step of story.steps) for (const record of step.records) await nameLateRecords(entering, record);
}

/** The records that the intake made, found where the page shows each kind. */
async function findIntakeRecords(
  { device, records }: Entering,
  parts: Record<string, StoryRecord>,
): Promise<void> {
  const { words } = device;
  const article = theCase(device);
  const idIn = async (title: string): Promise<string> => {
    const part = article.getByRole('region', { name: title, exact: true }).locator('[id^="record-"]').first();
    return ((await part.getAttribute('id')) ?? '').slice('record-'.length);
  };
  const lineOf = async (tone: string): Promise<string> =>
    ((await article.locator(tone).first().getAttribute('id')) ?? '').slice('record-'.length);
  records.set(parts['client']?.name ?? '', await idIn(words.t('cases.people.title')));
  records.set(parts['perpetrator']?.name ?? '', await idIn(words.t('cases.perpetrators.title')));
  records.set(parts['violation']?.name ?? '', await lineOf('.timeline-harm'));
  records.set(parts['source']?.name ?? '', await lineOf('.timeline-plain'));
}

async function enterRecord(entering: Entering, record: StoryRecord): Promise<void> {
  const { device, records } = entering;
  const { kind, name } = record;
  if (kind === 'case') return enterCase(entering, record);
  if (kind === 'consent') {
    return decide(device, String(record.fields['to']), fieldsToEnter(entering, record));
  }
  const known = records.get(name);
  const fields = fieldsToEnter(entering, record);
  if (known !== undefined) {
    if (kind === 'task' && 'done' in record.fields) await tickOff(device, known);
    return edit(device, known, kind, fields);
  }
  const preset = PRESET_DATES[kind];
  const cleared: Fields =
    preset !== undefined && fields[preset] === undefined ? { [preset]: { day: '' } } : {};
  records.set(name, await add(device, kind as Addable, { ...fields, ...cleared }));
}

async function enterCase({ device, ...rest }: Entering, record: StoryRecord): Promise<void> {
  const fields = fieldsToEnter({ device, ...rest }, record);
  for (const [part, names] of Object.entries(CASE_PARTS)) {
    const asked = only(fields, names);
    if (Object.keys(asked).length > 0) await editCase(device, part as CasePart, asked);
  }
}

async function nameLateRecords(entering: Entering, record: StoryRecord): Promise<void> {
  const late = Object.fromEntries(
    Object.entries(record.fields).filter(
      ([field]) => fieldOf(record.kind, field)?.type.is === 'references' && field === 'ledTo',
    ),
  );
  const id = entering.records.get(record.name);
  if (id === undefined || Object.keys(late).length === 0) return;
  await edit(entering.device, id, record.kind, fieldsToEnter(entering, { ...record, fields: late }));
}

async function tickOff(device: Device, id: string): Promise<void> {
  const task = theCase(device).locator(`[id="record-${id}"]`);
  await task.getByRole('button', { name: device.words.t('cases.task.done'), exact: true }).click();
  await theCase(device).getByText(device.words.t('cases.task.ticked')).first().waitFor();
  await theCase(device)
    .getByRole('button', { name: device.words.t('shell.close'), exact: true })
    .click();
}

/** What a record of the story says in a field, at the story's end. */
export function saidIn(story: Story, language: keyof Said, name: string, field: string): string {
  const said = story.steps
    .flatMap(({ records }) => records.filter((record) => record.name === name))
    .map(({ fields }) => textOf(language, fields[field]))
    .findLast((text) => text !== '');
  if (said === undefined) throw new Error(`${story.key} says nothing in ${name}.${field}`);
  return said;
}

/** Everything that was typed in the story's own words and still stands at its end. */
export function textsIn(story: Story, language: keyof Said): string[] {
  const standing = new Map<string, string>();
  for (const { records } of story.steps) {
    for (const { name, kind, fields } of records) {
      for (const [field, value] of Object.entries(fields)) {
        if (isTyped(kind, field) && typeof value === 'object' && 'en' in value)
          standing.set(`${name}.${field}`, inLanguage(value, language));
      }
    }
  }
  return [...standing.values()];
}

/** Every code that was chosen and still stands, as `[list, code]`. */
export function codesIn(story: Story): (readonly [list: string, code: string])[] {
  const standing = new Map<string, (readonly [string, string])[]>();
  for (const { records } of story.steps) {
    for (const { name, kind, fields } of records) {
      for (const [field, value] of Object.entries(fields)) {
        const type = fieldOf(kind, field)?.type;
        if (!isTyped(kind, field) || (type?.is !== 'code' && type?.is !== 'codes')) continue;
        const codes = typeof value === 'string' ? [value] : (value as readonly string[]);
        standing.set(
          `${name}.${field}`,
          codes.map((code) => [type.list, code] as const),
        );
      }
    }
  }
  return [...standing.values()].flat();
}
