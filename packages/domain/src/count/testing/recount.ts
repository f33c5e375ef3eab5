import {
  areaOf,
  areaWithAncestors,
  codeOf,
  consentState,
  fieldOf,
  type FuzzyDate,
  fuzzyRange,
  type PlainRecord,
  stands,
} from '../../index.ts';
import type { Count } from '../count.ts';
import type { Question } from '../question.ts';

/** A dossier as it is told to a recount: its id, and everything in it. */
export interface Told {
  readonly id: string;
  readonly records: readonly PlainRecord[];
}

export interface Recounted {
  /** By the names of rows, joined by a bar; those in which nothing stands are left out. */
  readonly cells: Readonly<Record<string, readonly [low: number, high: number]>>;
  readonly all: readonly [number, number];
  readonly perhaps: number;
  readonly undated: number;
  readonly withheld: number;
}

/** A count in the shape of a recount. */
export function plainly({ sides, cells, most, all, perhaps, undated, withheld }: Count): Recounted {
  const keys = sides.reduce<string[]>(
    (before, side, at) => before.flatMap((key) => side.map((name) => (at === 0 ? name : `${key}|${name}`))),
    [''],
  );
  const found = keys.map((key, i): [string, [number, number]] => [key, [cells[i] ?? -1, most[i] ?? -1]]);
  return {
    cells: Object.fromEntries(found.filter(([, [, high]]) => high > 0)),
    all: [all.low, all.high],
    perhaps,
    undated,
    withheld,
  };
}

interface Item {
  readonly acts: readonly [Told, PlainRecord][];
  readonly cases: readonly Told[];
  readonly persons: readonly [Told, PlainRecord][];
  readonly low: number;
  readonly high: number;
}

type When = 'within' | 'overlap' | 'none';

const live = (told: Told, kind: string): PlainRecord[] =>
  told.records.filter((each) => each.kind === kind && !each.deleted);
const head = (told: Told): PlainRecord => told.records.find(({ id }) => id === told.id) as PlainRecord;
const texts = (value: unknown): string[] =>
  typeof value === 'string' ? (value === '' ? [] : [value]) : Array.isArray(value) ? (value as string[]) : [];

/**
 * The same figure by going through all records with lists and sets, as anybody would who trusts nothing: what `count` is held
 * against.
 */
export function recount(all: readonly Told[], question: Question): Recounted {
  const told = all.filter((each) => !head(each).deleted && head(each).kind === 'case');
  const here = told.filter((each) => !goesOn(told, each));
  const cells: Record<string, [number, number]> = {};
  const sum: [number, number] = [0, 0];
  let [perhaps, undated, withheld] = [0, 0, 0];
  const hasPeriod = question.from !== null || question.to !== null;
  const wantsAgreed = question.who === 'agreed';
  for (const make of items(told, here, question)) {
    const item = make('within', wantsAgreed);
    if (item !== null) {
      sum[0] += item.low;
      sum[1] += item.high;
      for (const key of keys(item, question)) {
        const cell = (cells[key] ??= [0, 0]);
        cell[0] += item.low;
        cell[1] += item.high;
      }
    } else if (wantsAgreed && make('within', false) !== null) withheld += 1;
    else if (hasPeriod && make('overlap', wantsAgreed) !== null) perhaps += 1;
    else if (hasPeriod && make('none', wantsAgreed) !== null) undated += 1;
  }
  return {
    cells: Object.fromEntries(Object.entries(cells).filter(([, [, high]]) => high > 0)),
    all: sum,
    perhaps,
    undated,
    withheld,
  };
}

function goesOn(told: readonly Told[], from: Told): boolean {
  let at = from;
  for (let step = 0; step < 50; step += 1) {
    const into = head(at).fields['joinedInto'];
    const next = told.find(({ id }) => id === into && id !== at.id);
    if (next === undefined) break;
    if (next === from) return false;
    at = next;
  }
  return at !== from;
}

function samePeople(told: readonly Told[]): [Told, PlainRecord][][] {
  let groups = told.flatMap((each) =>
    live(each, 'person').map((record): [Told, PlainRecord][] => [[each, record]]),
  );
  for (const [, record] of groups.flat())
    for (const other of texts(record.fields['sameAs'])) {
      const joined = groups.filter((group) => group.some(([, { id }]) => id === other || id === record.id));
      // Two dossiers that say the same id are not the same person by that.
      const own = joined.filter((group) => group.some(([, each]) => each === record || each.id === other));
      groups = [...groups.filter((group) => !own.includes(group)), own.flat()];
    }
  return groups;
}

function items(
  told: readonly Told[],
  here: readonly Told[],
  question: Question,
): ((when: When, agreed: boolean) => Item | null)[] {
  const people = samePeople(told);
  const personAgreed = (record: PlainRecord): boolean => {
    const group = people.find((each) => each.some(([, other]) => other === record)) ?? [];
    const states = group.map(([at, each]) => [each, consentState(at.records, each.id).statistics] as const);
    return (
      states.some(([each, state]) => each === record && state === 'yes') &&
      states.every(([, state]) => state === 'yes' || state === 'not-asked')
    );
  };
  const clients = (at: Told) => live(at, 'person').filter(({ fields }) => fields['role'] === 'client');
  const caseAgreed = (at: Told): boolean => {
    const asked = clients(at).length > 0 ? clients(at) : live(at, 'person');
    return asked.every(personAgreed);
  };
  const victims = (at: Told, act: PlainRecord): PlainRecord[] => {
    const named = live(at, 'person').filter(({ id }) => texts(act.fields['victims']).includes(id));
    if (named.length > 0) return named;
    const isOthers = texts(act.fields['othersHit']).length > 0;
    return clients(at).length === 1 && !isOthers ? clients(at) : [];
  };
  const actAgreed = (at: Told, act: PlainRecord): boolean =>
    victims(at, act).length > 0 ? victims(at, act).every(personAgreed) : caseAgreed(at);
  const group = (act: PlainRecord): [number, number] => {
    const number = stands('violation', 'groupNumber', act.fields) ? act.fields['groupNumber'] : undefined;
    if (typeof number !== 'number' || number < 1) return [0, 0];
    const sure = act.fields['groupCertainty'] === 'counted' || act.fields['groupCertainty'] === 'at-least';
    return [sure ? number : 0, number];
  };

  const { only, from, to } = question;
  const hasPeriod = from !== null || to !== null;
  const [onlyKind = '', onlyField = ''] = only?.by.split('.') ?? [];
  const has = (kind: string, record: PlainRecord): boolean =>
    codes(kind, onlyField, record).some(
      (code) => code === only?.code || parent(kind, onlyField, code) === only?.code,
    );
  const falls = (date: unknown, when: When): boolean => {
    if (date === undefined || date === null) return when === 'none';
    if (when === 'none') return false;
    const range = fuzzyRange(date as FuzzyDate);
    const [first, last] = [from ?? '0000', to ?? '9999'];
    return when === 'within'
      ? range.from >= first && range.to <= last
      : range.to >= first && range.from <= last;
  };
  const isIn = (place: unknown): boolean => {
    const area = (place as { area?: string } | undefined)?.area ?? '';
    return question.area === null || areaWithAncestors(area).includes(question.area);
  };
  const casePasses = (at: Told, when: When): boolean =>
    here.includes(at) &&
    (!hasPeriod || question.dated !== 'case' || falls(head(at).fields['opened'], when)) &&
    (question.placed !== 'case' || isIn(head(at).fields['area'])) &&
    (onlyKind !== 'case' || has('case', head(at)));
  const perpetrators = (at: Told, act: PlainRecord) =>
    live(at, 'perpetrator').filter(({ id }) => texts(act.fields['perpetrators']).includes(id));
  const actPasses = (at: Told, act: PlainRecord, when: When, agreed: boolean): boolean =>
    (!agreed || actAgreed(at, act)) &&
    (!hasPeriod || question.dated !== 'act' || falls(act.fields['date'], when)) &&
    (question.placed !== 'act' || isIn(act.fields['area'])) &&
    (onlyKind !== 'violation' || has('violation', act)) &&
    (onlyKind !== 'perpetrator' || perpetrators(at, act).some((each) => has('perpetrator', each)));
  const asksActs =
    (hasPeriod && question.dated === 'act') ||
    (question.area !== null && question.placed === 'act') ||
    onlyKind === 'violation' ||
    onlyKind === 'perpetrator';
  const personPasses = (record: PlainRecord, agreed: boolean): boolean =>
    (!agreed || personAgreed(record)) && (onlyKind !== 'person' || has('person', record));
  const acts = told.flatMap((at) => live(at, 'violation').map((act) => [at, act] as const));

  const ofAct =
    (at: Told, act: PlainRecord, asGroup: boolean) =>
    (when: When, agreed: boolean): Item | null => {
      if (!casePasses(at, when) || !actPasses(at, act, when, agreed)) return null;
      const persons = asGroup
        ? []
        : victims(at, act).flatMap((each): [Told, PlainRecord][] =>
            personPasses(each, agreed) ? [[at, each]] : [],
          );
      if (onlyKind === 'person' && persons.length === 0) return null;
      const [low, high] = asGroup ? group(act) : [1, 1];
      return { acts: [[at, act]], cases: [at], persons, low, high };
    };
  if (question.unit === 'acts') return acts.map(([at, act]) => ofAct(at, act, false));
  if (question.unit === 'cases')
    return told.map((at) => (when, agreed) => {
      if (!casePasses(at, when) || (agreed && !caseAgreed(at))) return null;
      const own = live(at, 'violation').filter((act) => actPasses(at, act, when, agreed));
      const persons = clients(at).filter((each) => personPasses(each, agreed));
      if ((asksActs && own.length === 0) || (onlyKind === 'person' && persons.length === 0)) return null;
      return {
        acts: own.map((act) => [at, act]),
        cases: [at],
        persons: persons.map((each) => [at, each]),
        low: 1,
        high: 1,
      };
    });
  const asVictim = question.unit === 'victims';
  const persons = people.map((rows) => (when: When, agreed: boolean): Item | null => {
    const kept = rows.flatMap(([at, record]) => {
      if (!asVictim && record.fields['role'] !== 'client') return [];
      if (!casePasses(at, when) || !personPasses(record, agreed)) return [];
      const done = live(at, 'violation').filter(
        (act) => victims(at, act).includes(record) && actPasses(at, act, when, agreed),
      );
      return (asVictim || asksActs) && done.length === 0 ? [] : [{ at, record, done }];
    });
    if (kept.length === 0) return null;
    return {
      acts: kept.flatMap(({ at, done }) => done.map((act): [Told, PlainRecord] => [at, act])),
      cases: kept.map(({ at }) => at),
      persons: kept.map(({ at, record }) => [at, record]),
      low: 1,
      high: 1,
    };
  });
  const groups = acts.filter(([, act]) => asVictim && group(act)[1] > 0);
  return [...persons, ...groups.map(([at, act]) => ofAct(at, act, true))];
}

function codes(kind: string, field: string, { fields }: PlainRecord): string[] {
  return stands(kind, field, fields) ? texts(fields[field]) : [];
}

function parent(kind: string, field: string, code: string): string | undefined {
  const type = fieldOf(kind, field)?.type;
  return type?.is === 'code' || type?.is === 'codes' ? codeOf(type.list, code)?.parent : undefined;
}

function keys(item: Item, question: Question): string[] {
  let found = [''];
  for (const [at, dimension] of question.by.entries()) {
    const rows = [...new Set(rowsOf(item, question, dimension))];
    const named = rows.length === 0 ? [''] : rows.length > 1 && question.basis === 'one' ? ['&'] : rows;
    found = found.flatMap((before) => named.map((row) => (at === 0 ? row : `${before}|${row}`)));
  }
  return found;
}

function rowsOf(item: Item, question: Question, { by, fine }: Question['by'][number]): string[] {
  if (by === 'month' || by === 'year') {
    const dates =
      question.dated === 'act'
        ? item.acts.map(([, act]) => act.fields['date'])
        : item.cases.map((at) => head(at).fields['opened']);
    return dates.flatMap((date) => {
      if (date === undefined || date === null) return [];
      const range = fuzzyRange(date as FuzzyDate);
      if (range.from < (question.from ?? '0000') || range.to > (question.to ?? '9999')) return [];
      const length = by === 'month' ? 7 : 4;
      const [a, b] = [range.from.slice(0, length), range.to.slice(0, length)];
      return a === b ? [a] : [];
    });
  }
  if (by === 'place') {
    const places =
      question.placed === 'act'
        ? item.acts.map(([, act]) => act.fields['area'])
        : item.cases.map((at) => head(at).fields['area']);
    return places.flatMap((place) => {
      const area = (place as { area?: string } | undefined)?.area ?? '';
      if (area === '') return [];
      if (fine === true || question.area !== null) return [area];
      // The region, or what has none.
      return [areaWithAncestors(area).findLast((each) => areaOf(each) !== undefined) ?? area];
    });
  }
  const [kind = '', field = ''] = by.split('.');
  const records =
    kind === 'case'
      ? item.cases.map(head)
      : kind === 'violation'
        ? item.acts.map(([, act]) => act)
        : kind === 'person'
          ? item.persons.map(([, person]) => person)
          : item.acts.flatMap(([at, act]) =>
              live(at, kind).filter(({ id }) => texts(act.fields['perpetrators']).includes(id)),
            );
  return records.flatMap((record) => {
    const once =
      question.basis === 'one' && by === 'person.populations' ? codes(kind, 'countedAs', record) : [];
    const own = once.length > 0 ? once : codes(kind, field, record);
    return own.map((code) => (fine === true ? code : (parent(kind, field, code) ?? code)));
  });
}
