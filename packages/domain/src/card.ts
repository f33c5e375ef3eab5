import { carefulReading } from './careful.ts';
import { dayAt } from './day.ts';
import { codeOf } from './code-lists/index.ts';
import { fuzzyRange, isFuzzyDate } from './fuzzy-date.ts';
import type { Facet, Field, Kind } from './kind.ts';
import { fieldOf, fieldOfFacet, kindOf, rootKindOf } from './kinds/index.ts';
import { dangerLevel, type OpenTask, openTasks } from './open-tasks.ts';
import { rankOf, standOf, uncheckedSince } from './offers.ts';
import { areaWithAncestors } from './packs/index.ts';
import type { CountryPack } from './packs/pack.ts';
import type { PlainRecord } from './plain-record.ts';
import { isUrgent } from './task-rules/index.ts';
import { stands } from './validate.ts';

/**
 * Facets of every root kind, which no field gives: two versions stand in it, and (where a rule says so) how dangerous it
 * stands, and whether something in it is counted in hours.
 */
export const BUILT_IN_FACETS = ['conflict', 'danger', 'restricted', 'silent', 'hours'] as const;

/** How a dossier stands in lists: what a row shows, filters and searches, computed once when the dossier changes. */
export interface Card {
  /** Values of the root's fields that name it and tell of it, by field. */
  told: Record<string, unknown>;
  /** YYYY-MM-DD; empty where what it would be dated by never happened. */
  day: string;
  /** Milliseconds since 1970. */
  updated: number;
  /** The nearest open task's due day (YYYY-MM-DD), or empty. */
  due: string;
  /** How dangerous it stands: `high`, `critical` or empty. */
  danger: '' | 'high' | 'critical';
  conflict: boolean;
  /** How far behind the others it stands where lists are by title; 0 where that is not said. */
  behind?: number;
  /** Pairs of filter name and code, each once: of a place the innermost first, of a code its first level before it. */
  facets: [name: string, code: string][];
  /** Everything that search finds by what was written, each text apart from the next; no codes. */
  text: string;
}

/** A card with what search and Today keep beside it. */
export interface FullCard extends Card {
  /** Pairs of list and code that rows print in words: search finds them by these, in any language. */
  printed: [list: string, code: string][];
  tasks: OpenTask[];
}

/** Under which list `printed` has places and members, who are in no code list. */
export const PRINTED_AREAS = 'areas';
export const PRINTED_MEMBERS = 'members';
/** The list whose words say how dangerous something stands. */
export const DANGER_LIST = 'risk-levels';

/** What a list shows of one dossier is bounded, whatever is in it: characters, codes, characters that search finds. */
const CARD = { name: 200, line: 4000, codes: 100, printed: 500, text: 1_000_000 } as const;

/** No later moment has a day of ten letters. */
const LAST_MOMENT = Date.UTC(9999, 11, 31);

const asText = (value: unknown): string => (typeof value === 'string' ? value : '');
const asTexts = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((v): v is string => typeof v === 'string') : [];

function areaOf(value: unknown): string {
  return typeof value === 'object' && value !== null && 'area' in value ? asText(value.area) : '';
}

function wordsOf(field: Field, value: unknown): string {
  if (field.search === false) return '';
  if (field.type.is === 'text') return asText(value);
  if (field.type.is === 'place' && typeof value === 'object' && value !== null && 'detail' in value) {
    return asText(value.detail);
  }
  return '';
}

/** First day that a stored date or moment may mean; the day of `otherwise` (UTC) where there is none. */
function firstDay(value: unknown, otherwise: number): string {
  if (isFuzzyDate(value)) return fuzzyRange(value).from;
  const isMoment = typeof value === 'number' && value >= 0 && value <= LAST_MOMENT;
  return dayAt(isMoment ? value : otherwise);
}

/**
 * The card of a dossier, by what its root's kind says of it.
 * @param root id of the dossier, which is its root record's id; while the root has not arrived, no kind says anything
 * @param records all records of the dossier, deleted ones too
 * @param pack the country's, whose rules ask for tasks; without one only written tasks are known
 */
export function cardOf(root: string, records: readonly PlainRecord[], pack?: CountryPack): FullCard {
  const head = records.find((record) => record.id === root);
  const known = head === undefined ? undefined : rootKindOf(head.kind);
  const live = records.filter((record) => !record.deleted);
  // A row says one thing of a field: where two versions stand, what one may act on.
  const read = live.map((each) =>
    each.versions === undefined ? each : { ...each, fields: carefulReading(each) },
  );
  const fields = read.find(({ id }) => id === root)?.fields ?? {};
  const updated = records.reduce((latest, record) => Math.max(latest, record.updated.at), 0);
  const rules = known?.card.rules ?? [];
  const tasks = rules.includes('tasks') ? openTasks(records, pack) : [];
  const danger = rules.includes('danger') ? dangerLevel(records) : '';
  const conflict = live.some((record) => record.conflict === true);
  const facets = known === undefined ? [] : facetsOf(known, root, read);
  if (danger !== '') facets.push(['danger', danger]);
  if (conflict) facets.push(['conflict', 'yes']);
  if (tasks.some(({ rule }) => isUrgent(rule))) facets.push(['hours', 'yes']);
  if (rules.includes('silent') && isSilent(fields, tasks)) facets.push(['silent', 'yes']);
  const offered = rules.includes('offers') ? offeredBy(root, read, pack) : null;
  if (offered !== null) facets.push(...offered.facets);
  return {
    told: known === undefined ? {} : told(known, fields),
    ...(offered === null ? {} : { behind: offered.behind }),
    day:
      offered?.day ??
      firstDay(
        known?.card.day === undefined ? undefined : fields[known.card.day],
        head?.created.at ?? updated,
      ),
    updated,
    due: tasks[0]?.due ?? '',
    danger,
    conflict,
    facets,
    text: textOf(live),
    printed: known === undefined ? [] : printedOf(known, facets, live),
    tasks,
  };
}

/** How a provider stands, its place in lists, and when it was checked, by what its services are. */
function offeredBy(
  root: string,
  live: readonly PlainRecord[],
  pack?: CountryPack,
): { facets: [string, string][]; behind: number; day: string } {
  const records = live.map(({ id, kind, deleted, fields }) => ({ id, kind, dossier: root, deleted, fields }));
  const facets = live.some(({ id }) => id === root) ? [['state', standOf(records)] as [string, string]] : [];
  return { facets, behind: rankOf(records, pack?.country), day: uncheckedSince(records) };
}

/** Nobody closed it, and no day stands on which anybody will look at it again. */
const isSilent = ({ status }: Readonly<Record<string, unknown>>, tasks: readonly OpenTask[]): boolean =>
  typeof status === 'string' && status !== 'closed' && tasks.every(({ due }) => due === '');

/** What a row shows of a record: its title, and the line below. Long words are cut. */
export function told(
  { kind, title, titleIn = {}, card }: Kind,
  fields: Readonly<Record<string, unknown>>,
): Card['told'] {
  const shown: Card['told'] = {};
  for (const [names, most] of [
    [card?.line ?? [], CARD.line],
    [[...title, ...Object.values(titleIn)], CARD.name],
  ] as const) {
    for (const name of names) {
      const value = fields[name];
      if (value === undefined || value === null || fieldOf(kind, name) === undefined) continue;
      if (!stands(kind, name, fields)) continue;
      shown[name] = typeof value === 'string' ? value.slice(0, most) : value;
    }
  }
  return shown;
}

/** A text field that a card shows, or nothing. */
export function toldText(card: Pick<Card, 'told'>, field: string): string {
  return asText(card.told[field]);
}

/** What a dossier is called in one line of text: the first of its title fields in which something is written. */
export function titleOf(kind: string, card: Pick<Card, 'told'>): string {
  for (const name of kindOf(kind)?.title ?? []) {
    const text = toldText(card, name);
    if (text !== '' && fieldOf(kind, name)?.type.is === 'text') return text;
  }
  return '';
}

/** The codes of one filter. */
export function codesOf({ facets }: Pick<Card, 'facets'>, name: string): string[] {
  return facets.flatMap(([facet, code]) => (facet === name ? [code] : []));
}

/** What is searched of records that stand. */
export function textOf(live: readonly Pick<PlainRecord, 'kind' | 'fields'>[]): string {
  const words: string[] = [];
  let length = 0;
  for (const record of live) {
    for (const field of kindOf(record.kind)?.fields ?? []) {
      if (!stands(record.kind, field.name, record.fields)) continue;
      const found = wordsOf(field, record.fields[field.name]).trim();
      if (found === '' || length + found.length > CARD.text) continue;
      words.push(found);
      length += found.length;
    }
  }
  return words.join(' · ');
}

/** The codes under which a value counts. */
function codesIn({ type }: Field, value: unknown): string[] {
  switch (type.is) {
    case 'code':
    case 'codes':
      return (type.is === 'code' ? [asText(value)] : asTexts(value)).flatMap((code) => {
        const parent = codeOf(type.list, code)?.parent;
        return [...(parent === undefined ? [] : [parent]), ...(code === '' ? [] : [code])];
      });
    case 'place':
      return areaWithAncestors(areaOf(value));
    case 'member':
      return value === '' || typeof value !== 'string' ? [] : [value];
    default:
      return [];
  }
}

function facetsOf(kind: Kind, root: string, live: readonly PlainRecord[]): [string, string][] {
  const found: [string, string][] = [];
  for (const facet of kind.card?.facets ?? []) {
    if (facet.by !== undefined) continue;
    const field = fieldOfFacet(kind, facet);
    const codes = new Set<string>();
    for (const record of live) {
      if (!gives(facet, root, record) || !counts(field, record)) continue;
      if (!stands(record.kind, facet.field, record.fields)) continue;
      for (const code of codesIn(field, record.fields[facet.field])) codes.add(code);
    }
    const own = facet.of === undefined || codes.size > 0 ? undefined : facet.orOwn;
    if (own !== undefined)
      for (const code of codesIn(field, live.find(({ id }) => id === root)?.fields[own])) codes.add(code);
    for (const code of [...codes].slice(0, CARD.codes)) found.push([facet.name, code]);
  }
  return found;
}

function gives(facet: Facet, root: string, record: PlainRecord): boolean {
  if (facet.of === undefined) return record.id === root;
  if (record.kind !== facet.of) return false;
  return facet.where === undefined || record.fields[facet.where.field] === facet.where.is;
}

/** A judgement counts once another than whoever made the record signed it, of what stands in it now. */
export function counts({ name, byAnother }: Field, { writers, created, overtaken }: PlainRecord): boolean {
  return byAnother !== true || (overtaken !== true && (writers?.[name] ?? created.by) !== created.by);
}

/** The list that has the words of a field's codes, where it has any. */
export function listOfField({ type }: Field): string | undefined {
  if (type.is === 'code' || type.is === 'codes') return type.list;
  return type.is === 'place' ? PRINTED_AREAS : type.is === 'member' ? PRINTED_MEMBERS : undefined;
}

/** What rows print in words of a list: the codes of the filters, and those in the titles and lines of what is found by itself. */
function printedOf(kind: Kind, facets: Card['facets'], live: readonly PlainRecord[]): FullCard['printed'] {
  const lists = new Map(
    (kind.card?.facets ?? []).map((facet) => [facet.name, listOfField(fieldOfFacet(kind, facet))]),
  );
  const found = new Map<string, [string, string]>();
  const filtered = facets.flatMap(([name, code]): [string, string][] => {
    const list = name === 'danger' ? DANGER_LIST : lists.get(name);
    return list === undefined ? [] : [[list, code]];
  });
  for (const [list, code] of [...filtered, ...live.flatMap(printedIn)]) {
    if (found.size === CARD.printed) break;
    found.set(`${list} ${code}`, [list, code]);
  }
  return [...found.values()];
}

/** What the row of a record prints in words of a list; nothing of a kind that has no card. */
export function printedIn({ kind, fields }: Pick<PlainRecord, 'kind' | 'fields'>): FullCard['printed'] {
  const { title = [], card } = kindOf(kind) ?? {};
  return [...(card === undefined ? [] : [...title, ...card.line])].flatMap((name): [string, string][] => {
    const field = fieldOf(kind, name);
    const list = field === undefined ? undefined : listOfField(field);
    if (field === undefined || list === undefined || !stands(kind, name, fields)) return [];
    return codesIn(field, fields[name]).map((code) => [list, code]);
  });
}
