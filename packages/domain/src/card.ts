import { codeOf } from './code-lists/index.ts';
import { fuzzyRange, isFuzzyDate } from './fuzzy-date.ts';
import type { Field } from './kind.ts';
import { kindOf } from './kinds/index.ts';
import { dangerLevel, type OpenTask, openTasks } from './open-tasks.ts';
import { areaWithAncestors } from './packs/index.ts';
import type { CountryPack } from './packs/pack.ts';

/** A record as the merge leaves it: one value per field. */
export interface PlainRecord {
  id: string;
  kind: string;
  deleted: boolean;
  fields: Record<string, unknown>;
  created: { by: string; at: number };
  updated: { by: string; at: number };
  conflict?: boolean;
  /** Who signed the last change of the fields of which that matters (`Field.signed`), where it is known. */
  writers?: Readonly<Record<string, string>>;
}

/** What the list of cases shows, filters and searches, computed once when the case changes. */
export interface Card {
  reference: string;
  alias: string;
  summary: string;
  status: string;
  outcome: string;
  channel: string;
  area: string;
  /** YYYY-MM-DD. */
  opened: string;
  /** Milliseconds since 1970. */
  updated: number;
  /** Of the clients, each once. */
  populations: string[];
  /** First-level and second-level codes, each once. */
  violations: string[];
  owner: string;
  /** The nearest open task's due day (YYYY-MM-DD), or empty. */
  due: string;
  qualification: string;
  /** How dangerous it stands: `high`, `critical` or empty. */
  danger: '' | 'high' | 'critical';
  conflict: boolean;
  /** Pairs of filter name and code, each once. */
  facets: [name: string, code: string][];
  /** Everything that search finds, each text apart from the next; no codes. */
  text: string;
  tasks: OpenTask[];
}

/** What a list shows of one case is bounded, whatever is in it: characters, codes, characters that search finds. */
const CARD = { alias: 200, summary: 4000, codes: 100, text: 1_000_000 } as const;

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

/** First day that a stored date may mean; the day of `otherwise` (UTC) where there is none. */
function firstDay(value: unknown, otherwise: number): string {
  return isFuzzyDate(value) ? fuzzyRange(value).from : new Date(otherwise).toISOString().slice(0, 10);
}

/**
 * The card of a dossier.
 * @param root id of the dossier, which is its root record's id; the root may not have arrived yet
 * @param records all records of the dossier, deleted ones too
 * @param pack the country's, whose rules ask for tasks; without one only written tasks are known
 */
export function cardOf(root: string, records: readonly PlainRecord[], pack?: CountryPack): Card {
  const live = records.filter((record) => !record.deleted);
  const head = live.find((record) => record.id === root);
  const fields = head?.fields ?? {};

  const populations = new Set<string>();
  const violations = new Set<string>();
  const words: string[] = [];
  let length = 0;
  let updated = 0;
  for (const record of records) updated = Math.max(updated, record.updated.at);
  for (const record of live) {
    for (const field of kindOf(record.kind)?.fields ?? []) {
      const found = wordsOf(field, record.fields[field.name]).trim();
      if (found === '' || length + found.length > CARD.text) continue;
      words.push(found);
      length += found.length;
    }
    if (record.kind === 'person' && record.fields.role === 'client') {
      for (const population of asTexts(record.fields.populations)) populations.add(population);
    }
    if (record.kind === 'violation') {
      const type = asText(record.fields.type);
      const parent = codeOf('violation-types', type)?.parent;
      if (parent !== undefined) violations.add(parent);
      if (type !== '') violations.add(type);
    }
  }
  const tasks = openTasks(records, pack);

  const card: Card = {
    reference: asText(fields.reference).slice(0, CARD.alias),
    alias: asText(fields.alias).slice(0, CARD.alias),
    summary: asText(fields.summary).slice(0, CARD.summary),
    status: asText(fields.status),
    outcome: asText(fields.outcome),
    channel: asText(fields.channel),
    area: areaOf(fields.area),
    opened: firstDay(fields.opened, head?.created.at ?? updated),
    updated,
    populations: [...populations].slice(0, CARD.codes),
    violations: [...violations].slice(0, CARD.codes),
    owner: asText(fields.owner),
    due: tasks[0]?.due ?? '',
    qualification: asText(fields.qualified),
    danger: dangerLevel(records),
    conflict: live.some((record) => record.conflict === true),
    facets: [],
    text: words.join(' · '),
    tasks,
  };
  card.facets = facetsOf(card);
  return card;
}

function facetsOf(card: Card): [string, string][] {
  const facets: [string, string][] = [];
  const single: [string, string][] = [
    ['status', card.status],
    ['outcome', card.outcome],
    ['channel', card.channel],
    ['owner', card.owner],
    ['qualification', card.qualification],
    ['danger', card.danger],
    ['conflict', card.conflict ? 'yes' : ''],
  ];
  for (const [name, code] of single) if (code !== '') facets.push([name, code]);
  for (const code of areaWithAncestors(card.area)) facets.push(['area', code]);
  for (const code of card.populations) facets.push(['population', code]);
  for (const code of card.violations) facets.push(['violation', code]);
  return facets;
}
