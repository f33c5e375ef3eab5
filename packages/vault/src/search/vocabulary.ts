import {
  type CardOf,
  DANGER_LIST,
  fieldOf,
  fieldOfFacet,
  KINDS,
  type Kind,
  listOfField,
  LANGUAGES,
  PRINTED_MEMBERS,
} from '@dayaq/domain';
import { foldForIndex } from '@dayaq/locale/fold';
import { loadLabels } from '@dayaq/locale/labels';
import type { Engine } from '../database/engine.ts';
import { tokenOf } from './token.ts';

/** A shorter beginning means too many labels to help anybody: it must be a whole word of one. Letters. */
const SHORTEST_START = 3;
/** What one typed word may stand for, beside itself. */
const MOST_TOKENS = 64;
/** Names of members are looked at anew when a roster changes. */
const MOST_MEMBERS = 2000;

/** Words of labels and names with what they stand for in the index, in order. */
type Entry = readonly [word: string, token: string];

/** What words may stand for besides themselves: the codes whose labels have them, in all languages, and members. */
export class Vocabulary {
  readonly #entries: readonly Entry[];

  constructor(entries: readonly Entry[]) {
    this.#entries = [...entries].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  }

  /** The tokens of everything whose name has a word that begins so. */
  tokensOf(start: string): string[] {
    const found = new Set<string>();
    const whole = start.length < SHORTEST_START;
    for (let at = this.#first(start); at < this.#entries.length && found.size < MOST_TOKENS; at += 1) {
      const [word, token] = this.#entries[at] as Entry;
      if (!word.startsWith(start) || (whole && word !== start)) break;
      found.add(token);
    }
    return [...found];
  }

  #first(start: string): number {
    let [low, high] = [0, this.#entries.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#entries[middle] as Entry)[0] < start) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

function entriesOf(list: string, code: string, name: string): Entry[] {
  const token = tokenOf(list, code);
  return [...new Set(foldForIndex(name).split(' '))].flatMap((word): Entry[] =>
    word === '' ? [] : [[word, token]],
  );
}

/** The lists of which rows print words: of filters, titles and lines. */
export function printedLists(): ReadonlySet<string> {
  const lists = new Set<string>();
  const add = (list: string | undefined): void => {
    if (list !== undefined) lists.add(list);
  };
  for (const kind of Object.values<Kind>(KINDS)) {
    const card: CardOf | undefined = kind.card;
    if (card === undefined) continue;
    for (const facet of card.facets ?? []) add(listOfField(fieldOfFacet(kind, facet)));
    for (const name of [...kind.title, ...card.line]) {
      const field = fieldOf(kind.kind, name);
      if (field !== undefined) add(listOfField(field));
    }
    if (card.rules?.includes('danger') === true) add(DANGER_LIST);
  }
  return lists;
}

/** Milliseconds for which a search waits for labels: on a bad network what was written is found without them. */
const PATIENCE = 3000;

let labels: Promise<readonly Entry[]> | null = null;

/**
 * The labels of all languages, fetched at the first search. Where they cannot be had now, what was written is found all the
 * same, and a later search has them.
 */
async function labelEntries(): Promise<readonly Entry[]> {
  labels ??= readLabels().catch(() => {
    labels = null;
    return [];
  });
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<readonly Entry[]>((resolve) => {
    timer = setTimeout(resolve, PATIENCE, []);
  });
  const entries = await Promise.race([labels, late]);
  clearTimeout(timer);
  return entries;
}

async function readLabels(): Promise<readonly Entry[]> {
  const lists = printedLists();
  const all = await Promise.all(LANGUAGES.map(loadLabels));
  return all.flatMap((names) =>
    [...names].flatMap(([key, name]) => {
      const dot = key.indexOf('.');
      const list = key.slice(0, dot);
      return lists.has(list) ? entriesOf(list, key.slice(dot + 1), name) : [];
    }),
  );
}

/** It belongs to the open database and goes with it, as everything readable does. */
const made = new WeakMap<Engine, { of: string; vocabulary: Vocabulary }>();

export async function vocabularyOf(engine: Engine): Promise<Vocabulary> {
  const entries = await labelEntries();
  const rosters = engine.get<{ n: number; updated: number | null }>(
    "select count(*) as n, sum(updated) as updated from dossier where kind = 'organisation'",
  );
  const of = `${entries.length} ${rosters?.n} ${rosters?.updated}`;
  const known = made.get(engine);
  if (known?.of === of) return known.vocabulary;
  const vocabulary = new Vocabulary([
    ...entries,
    ...memberNames(engine).flatMap(({ account, name }) => entriesOf(PRINTED_MEMBERS, account, name)),
  ]);
  made.set(engine, { of, vocabulary });
  return vocabulary;
}

/** What members call themselves, in all rosters. */
function memberNames(engine: Engine): { account: string; name: string }[] {
  return engine
    .all<{ account: string; name: null | string | number }>(
      `select l.record as account, json_extract(l.data, '$.fields.name') as name
       from listed l join dossier d on d.rid = l.rid where l.kind = 'profile' and d.kind = 'organisation' limit ${MOST_MEMBERS}`,
    )
    .flatMap(({ account, name }) => (typeof name === 'string' ? [{ account, name }] : []));
}
