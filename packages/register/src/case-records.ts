import { fieldOf, isCode, isMinor } from '@dayaq/domain';
import { valueKey } from './folded.ts';
import { addTo, inNotes, keyOf, Remarks, standingPart } from './gathered-records.ts';
import type { RowFault, RowFields, RowRecord, RowRemark } from './row-plan.ts';
import type { RowSaid, SaidCode } from './said.ts';
import { stayOfRow } from './stay-of-row.ts';
import { isToCome, named, stepsOf } from './steps-ahead.ts';
import { OWN_WORDS, type RowKind, SEVERAL, SUBJECTS } from './targets.ts';

interface Part extends RowRecord {
  kind: RowKind;
  row: RowSaid;
}

interface Person {
  place: string;
  /** Their name, folded; empty where no row gives one. */
  key: string;
  fields: RowFields;
  /** See `RowSaid.cells`; of the first row that has each. */
  cells: Map<string, string>;
}

/**
 * A case from the rows that tell of it. The first row's client is the client; a row with another name is about somebody else in
 * the case, and what it says was done was done to them.
 * @param today YYYY-MM-DD: a step that was due before it is words
 * @param status code of the list `statuses` where no row says one
 */
export function recordsOfCase(
  rows: readonly RowSaid[],
  status: string,
  today: string,
): { records: RowRecord[]; faults: RowFault[]; remarks: ReadonlyMap<number, readonly RowRemark[]> } {
  const remarks = new Remarks();
  const words: string[] = [];
  const say = (text: string): void => void words.push(text);
  const root: RowFields = {};
  const people: Person[] = [newPerson('client', '')];
  const parts = new Parts();
  const children = new Map<string, RowRecord>();
  for (const told of rows) {
    const stay = stayOfRow(told, say);
    const row =
      stay === null ? told : { ...told, fields: new Map([...told.fields, ['stay', stay.fields] as const]) };
    addTo(root, 'case', row, say, remarks);
    const person = personOf(row, people, remarks);
    addTo(person.fields, 'person', row, say, remarks);
    for (const [target, cell] of row.cells) if (!person.cells.has(target)) person.cells.set(target, cell);
    for (const note of row.notes) say(note);
    const young = (stay?.children ?? []).map((fields, i) => {
      const key = `${i} ${keyOf(fields)}`;
      const known = children.get(key) ?? { place: `child:${children.size + 1}`, kind: 'person', fields };
      children.set(key, known);
      return known.place;
    });
    parts.add(row, [person.place, ...young], say, remarks);
  }
  const [first] = rows;
  const alias = people[0]?.fields['alias'];
  if (typeof alias === 'string') root['alias'] ??= alias;
  const [came] = rows.flatMap(
    (row) => row.fields.get('stay')?.['in'] ?? row.fields.get('stay')?.['asked'] ?? [],
  );
  if (came !== undefined) root['opened'] ??= came;
  if (root['opened'] === undefined && first !== undefined) remarks.add(first, { remark: 'no-day' });
  root['status'] ??= root['closed'] === undefined ? status : 'closed';
  const cells = new Map([...rows].reverse().flatMap((row) => [...row.cells]));
  // What a case of that status does not show is words; what a form would still ask of it is asked later.
  const stand = (kind: RowKind, fields: RowFields, from: ReadonlyMap<string, string>): RowFields => {
    const standing = standingPart(kind, { ...ASKED_LATER[kind], ...fields }, from);
    for (const text of standing.words) say(text);
    return Object.fromEntries(Object.entries(standing.fields ?? fields).filter(([name]) => name in fields));
  };
  const records: RowRecord[] = [
    { place: 'case', kind: 'case', fields: stand('case', root, cells) },
    ...people.map((person, i): RowRecord => {
      const fields = {
        ...withAge(person.fields, Number(today.slice(0, 4))),
        role: i === 0 ? 'client' : 'other',
      };
      return { place: person.place, kind: 'person', fields: stand('person', fields, person.cells) };
    }),
    ...children.values(),
    ...parts.inOrder(root['status'] === 'closed' ? null : today, say, remarks),
  ];
  return { records: [...records, ...inNotes(words)], faults: [], remarks: remarks.byRow };
}

/** What a case must have and is given, or asked for, once it is here. */
const ASKED_LATER: Partial<Record<RowKind, RowFields>> = { case: { reference: '-', opened: '-' } };

const newPerson = (place: string, key: string): Person => ({ place, key, fields: {}, cells: new Map() });

/** Whom a row is about: who bears its name, else the client. */
function personOf(row: RowSaid, people: Person[], remarks: Remarks): Person {
  const client = people[0] as Person;
  const alias = row.fields.get('person')?.['alias'];
  const key = typeof alias === 'string' ? valueKey(alias) : '';
  if (key === '') return client;
  if (client.key === '') {
    client.key = key;
    return client;
  }
  const known = people.find((each) => each.key === key);
  if (known !== undefined) return known;
  const other = newPerson(`person:${people.length}`, key);
  people.push(other);
  remarks.add(row, { remark: 'another-person' });
  return other;
}

const PART_KINDS = SUBJECTS.case.slice(2);

/** What rows tell beside the case and its people, each that they say alike once. */
class Parts {
  readonly #made: Part[] = [];
  readonly #known = new Set<string>();
  readonly #count = new Map<RowKind, number>();

  /** @param people the places of whom the row is about, and of the children who stayed with them */
  add(row: RowSaid, people: readonly string[], say: (text: string) => void, remarks: Remarks): void {
    const [person = 'client'] = people;
    const told = PART_KINDS.flatMap((kind) => partsOf(kind, row, say));
    let isNew = told.length === 0;
    const put = (kind: RowKind, fields: RowFields): string => {
      const n = (this.#count.get(kind) ?? 0) + 1;
      const place = n === 1 ? kind : `${kind}:${n}`;
      this.#count.set(kind, n);
      this.#made.push({ place, kind, fields, row });
      isNew = true;
      return place;
    };
    const once = (key: string, make: () => void): void => {
      if (this.#known.has(key)) return;
      this.#known.add(key);
      make();
    };
    const acts = told.filter(({ kind }) => kind === 'violation');
    const doers = told.filter(({ kind }) => kind === 'perpetrator');
    if (acts.length > 1 && doers.length > 0) remarks.add(row, { remark: 'who-did-what' });
    const said = [...acts, ...doers].map(({ kind, fields }) => `${kind} ${keyOf(fields)}`);
    // Whoever did one act is not known to have done another, even where both are called the same.
    once(`${person} ${said.join('\n')}`, () => {
      const by = doers.map(({ kind, fields }) => put(kind, fields));
      for (const { kind, fields } of acts)
        put(kind, { ...fields, ...tied(kind, person, acts.length === 1 ? by : null) });
    });
    for (const { kind, fields } of told) {
      if (kind === 'perpetrator' || kind === 'violation') continue;
      const whole = { ...fields, ...(kind === 'stay' ? { who: [...people] } : tied(kind, person, null)) };
      once(`${kind} ${keyOf(whole)}`, () => put(kind, whole));
    }
    if (!isNew) remarks.add(row, { remark: 'said-again' });
  }

  /**
   * The records in the order of their kinds; one that cannot stand for itself becomes words, and its day that lies ahead a step.
   * @param today YYYY-MM-DD; null where nothing is to be done any more
   */
  inOrder(today: string | null, say: (text: string) => void, remarks: Remarks): RowRecord[] {
    return PART_KINDS.flatMap((kind) =>
      this.#made
        .filter((part) => part.kind === kind)
        .flatMap(({ place, fields, row }): RowRecord[] => {
          if (kind === 'task' && !isToCome(fields['due'], today)) {
            for (const name of Object.keys(fields)) say(row.cells.get(`task.${name}`) ?? '');
            return [];
          }
          const standing = standingPart(kind, kind === 'task' ? named(fields, row) : fields, row.cells);
          for (const text of standing.words) say(text);
          const steps = kind === 'matter' ? stepsOf(place, fields, standing.fields, row, today) : [];
          if (standing.fields === null) {
            remarks.add(row, { remark: steps.length > 0 ? 'step-ahead' : 'kept-as-words' });
            return steps;
          }
          if (kind === 'cost') remarks.add(row, { remark: 'cost-open' });
          return [{ place, kind, fields: standing.fields }, ...steps];
        }),
    );
  }
}

/** Whom a record is about, and by whom an act was done, as far as a row can say so. */
function tied(kind: RowKind, person: string, by: string[] | null): RowFields {
  switch (kind) {
    case 'violation':
      return { victims: [person], ...(by === null ? {} : { perpetrators: by }) };
    case 'response':
    case 'matter':
      return { forWhom: [person] };
    case 'cost':
      return { forWhom: person };
    case 'document-need':
      return { of: person };
    default:
      return {};
  }
}

/** Records of one kind of which a row tells: one for each value of the cell that says what it is. */
function partsOf(
  kind: RowKind,
  row: RowSaid,
  say: (text: string) => void,
): { kind: RowKind; fields: RowFields }[] {
  const field = SEVERAL[kind];
  const fields = { ...row.fields.get(kind) };
  const types: (SaidCode | null)[] = field === undefined ? [] : [...(row.several.get(kind) ?? [])];
  if (types.length === 0 && Object.keys(fields).length === 0) return [];
  // Something is told of it, and what it is stands nowhere.
  if (types.length === 0) types.push(field === undefined ? null : unsaidIn(kind, field));
  const each = types.length > 1 ? shared(kind, fields, row, say) : fields;
  return types.map((type) => ({
    kind,
    fields: {
      ...required(kind),
      ...each,
      ...(type === null || field === undefined ? {} : coded(field, type)),
      ...(type?.own === undefined ? {} : ownWords(kind, each, type.own)),
    },
  }));
}

const coded = (field: string, { code, words }: SaidCode): RowFields => ({
  [field]: code,
  ...(words === undefined ? {} : { [`${field}Other`]: words.slice(0, 200) }),
});

/** The sheet's own word of what a code calls more widely, before what is told of it beside. */
function ownWords(kind: RowKind, fields: RowFields, own: string): RowFields {
  const name = OWN_WORDS[kind];
  const type = name === undefined ? undefined : fieldOf(kind, name)?.type;
  if (name === undefined || type?.is !== 'text') return {};
  const text = [own, fields[name]].filter((each) => typeof each === 'string').join('\n');
  return text.length > type.max ? {} : { [name]: text };
}

/**
 * What may be said of each of several acts: when and where. Words, reasons and consequences are of one of them, and the row
 * does not say of which: they go into a note.
 */
function shared(kind: RowKind, fields: RowFields, row: RowSaid, say: (text: string) => void): RowFields {
  const kept: RowFields = {};
  for (const [name, value] of Object.entries(fields)) {
    if (typeof value !== 'string' || fieldOf(kind, name)?.type.is !== 'text') kept[name] = value;
    else say(row.cells.get(`${kind}.${name}`) ?? value);
  }
  return kept;
}

/** Whose age says that they are under 18, or not, need not be asked. */
function withAge(fields: RowFields, year: number): RowFields {
  const minor = isMinor({ fields }, year);
  return minor === 'unknown' ? fields : { ...fields, minor };
}

/** The code for "not said"; null where the list has none. */
function unsaidIn(kind: RowKind, field: string): SaidCode | null {
  const type = fieldOf(kind, field)?.type;
  const code = ['unknown', 'other'].find((each) => type?.is === 'code' && isCode(type.list, each));
  return code === undefined ? null : { code };
}

/** What a kind must have beside that and a row seldom says. */
function required(kind: RowKind): RowFields {
  switch (kind) {
    case 'source':
      return { connection: 'unknown' };
    case 'document-need':
      return { state: 'missing' };
    case 'cost':
      return { purpose: 'other' };
    default:
      return {};
  }
}
