/** What the lists say equals a naive recount of all records, after any changes of any dossiers. */
import { areaWithAncestors, codeOf, type OfferAsk } from '@dayaq/domain';
import type { Change, Entry } from '@dayaq/journal';
import {
  type AccountId,
  type DossierId,
  type EntryId,
  idText,
  newId,
  type RecordId,
  type SpaceId,
} from '@dayaq/sealing';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { DossierQuery } from './client.ts';
import type { Engine } from './database/engine.ts';
import { prepareSchema } from './database/schema.ts';
import { listDossiers } from './dossiers.ts';
import { nodeSurroundings } from './node/index.ts';
import { projectDossier } from './projection.ts';
import { wantedOf } from './search/wanted.ts';
import { NOBODY_OUT } from './shut-out.ts';
import { workloadOf } from './work.ts';

type Fields = Record<string, unknown>;
interface Plain {
  kind: string;
  deleted: boolean;
  fields: Fields;
}
/** A dossier as a child would keep it: every record in a drawer. */
interface Model {
  id: DossierId;
  space: SpaceId;
  kind: 'case' | 'provider';
  updated: number;
  entries: Entry[];
  records: Map<string, Plain>;
}

const AUTHOR = idText<AccountId>(new Uint8Array(32).fill(1));
const SPACES = [7, 8].map((fill) => idText<SpaceId>(new Uint8Array(32).fill(fill)));
const WORDS = ['salam', 'dayaq', 'kitab', 'qardash'];
const PARTS = { case: ['person', 'violation', 'task'], provider: ['service', 'location'] } as const;

const area = fc.constantFrom('az-ganja', 'az-baku-nasimi', 'az').map((code) => ({ area: code }));
const FIELDS: Record<string, fc.Arbitrary<Fields>> = {
  case: fc.record(
    {
      alias: fc.constantFrom(...WORDS),
      status: fc.constantFrom('new', 'closed', 'waiting'),
      owner: fc.constantFrom('m1', 'm2', ''),
      area,
    },
    { requiredKeys: [] },
  ),
  provider: fc.record(
    { name: fc.constantFrom(...WORDS), state: fc.constantFrom('active', 'paused') },
    { requiredKeys: [] },
  ),
  person: fc.record(
    { role: fc.constantFrom('client', 'witness'), populations: fc.subarray(['migrant', 'sex-work']) },
    { requiredKeys: [] },
  ),
  violation: fc.record(
    { type: fc.constantFrom('extortion', 'evicted', 'health'), account: fc.constantFrom(...WORDS) },
    { requiredKeys: [] },
  ),
  task: fc.record(
    {
      due: fc.constantFrom('2026-01-02', '2025-05-06').map((day) => ({ day })),
      done: fc.constantFrom(null, 1),
    },
    { requiredKeys: [] },
  ),
  service: fc.record(
    {
      serves: fc.subarray(['shelter', 'food']),
      state: fc.constantFrom('active', 'paused', 'ended'),
      admitsTrans: fc.constantFrom('admits', 'refuses'),
    },
    { requiredKeys: [] },
  ),
  location: fc.record({ area }, { requiredKeys: [] }),
};

interface Act {
  dossier: number;
  /** Of the root, or of one of two parts of each kind. */
  part: { kind: number; number: number } | null;
  deleted: boolean;
  said: Record<string, Fields>;
}
const act: fc.Arbitrary<Act> = fc.record({
  dossier: fc.nat(4),
  part: fc.option(fc.record({ kind: fc.nat(2), number: fc.nat(1) }), { freq: 3 }),
  deleted: fc.nat(5).map((chance) => chance === 0),
  said: fc.record(FIELDS),
});

function makeModels(): Model[] {
  return [0, 1, 2, 3, 4].map((at) => ({
    id: newId() as DossierId,
    space: SPACES[at % 2] as SpaceId,
    kind: at < 3 ? 'case' : 'provider',
    updated: 0,
    entries: [],
    records: new Map(),
  }));
}

/** Does one act in the drawers, and writes the entry that says the same. */
function perform(model: Model, { part, deleted, said }: Act, time: number): void {
  const parts = PARTS[model.kind];
  const kind = part === null ? model.kind : (parts[part.kind % parts.length] as string);
  const record = part === null ? (model.id as string) : `${kind} ${part.number} of ${model.id}`;
  const fields = said[kind] ?? {};
  const known = model.records.get(record);
  model.records.set(record, { kind, deleted, fields: { ...known?.fields, ...fields } });
  model.updated = time;
  const change = {
    kind,
    record: record as RecordId,
    deleted,
    fields: Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, { set: value }])),
  } as Change;
  const last = model.entries.at(-1);
  model.entries.push({
    id: newId() as string as EntryId,
    space: model.space,
    dossier: model.id,
    author: AUTHOR,
    time,
    heads: last === undefined ? [] : [last.id],
    view: { place: null, charter: new Uint8Array(32), peer: null },
    changes: [change],
  });
}

const texts = (value: unknown): string[] =>
  Array.isArray(value) ? (value as string[]) : typeof value === 'string' && value !== '' ? [value] : [];
const areas = (value: unknown): string[] =>
  value === undefined ? [] : areaWithAncestors((value as { area: string }).area);
const withParents = (codes: string[]): string[] =>
  codes.flatMap((code) => [code, ...texts(codeOf('violation-types', code)?.parent)]);

const STATES = ['active', 'paused', 'ended'];
const worst = (...states: unknown[]): string =>
  STATES[Math.max(...states.map((state) => Math.max(0, STATES.indexOf(state as string))))] as string;

/** How each service of a provider stands, and what it says. */
function servicesOf({ records, id }: Pick<Model, 'records' | 'id'>): Fields[] {
  const own = records.get(id)?.fields['state'];
  return [...records.values()]
    .filter(({ kind, deleted }) => kind === 'service' && !deleted)
    .map(({ fields }) => ({ ...fields, state: worst(own, fields['state']) }));
}

/** How a provider stands: as the best of its services. */
function stateOf(model: Pick<Model, 'records' | 'id'>): string {
  const states = servicesOf(model).map(({ state }) => state);
  if (states.length === 0) return worst(model.records.get(model.id)?.fields['state']);
  return STATES.find((state) => states.includes(state)) as string;
}

/** Whether a provider is meant by what is asked of services. */
function isMeant(model: Model, { need, group, answer, state }: OfferAsk): boolean {
  if (model.kind !== 'provider') return false;
  const stands = (one: unknown): boolean => (state === '' ? one !== 'ended' : one === state);
  const services = servicesOf(model);
  if (services.length === 0 && need === '' && group === '') return stands(stateOf(model));
  return services.some(
    (one) =>
      stands(one['state']) &&
      (need === '' || texts(one['serves']).includes(need)) &&
      (group === '' || (one['admitsTrans'] ?? 'unknown') === answer),
  );
}

/** The codes of every filter, from the drawers alone. */
function filtersOf({ id, kind, records }: Model): Record<string, Set<string>> {
  const root = records.get(id)?.fields ?? {};
  const live = [...records.values()].filter((record) => !record.deleted);
  const of = (kind: string) => live.filter((record) => record.kind === kind).map(({ fields }) => fields);
  return {
    status: new Set(texts(root['status'])),
    owner: new Set(texts(root['owner'])),
    state: new Set(kind === 'provider' && records.has(id) ? [stateOf({ records, id })] : []),
    area: new Set([...areas(root['area']), ...of('location').flatMap(({ area: at }) => areas(at))]),
    violation: new Set(withParents(of('violation').flatMap(({ type }) => texts(type)))),
    population: new Set(
      of('person').flatMap(({ role, populations }) => (role === 'client' ? texts(populations) : [])),
    ),
    need: new Set(of('service').flatMap(({ serves }) => texts(serves))),
  };
}
const isHere = ({ id, records }: Model): boolean => records.get(id)?.deleted === false;
const hasWord = ({ records }: Model, word: string): boolean =>
  [...records.values()].some(
    ({ deleted, fields }) =>
      !deleted && [fields['alias'], fields['name'], fields['account']].some((text) => text === word),
  );
const dueOf = ({ records }: Model): string =>
  [...records.values()]
    .filter(({ kind, deleted, fields }) => kind === 'task' && !deleted && fields['done'] !== 1)
    .map(({ fields }) => (fields['due'] as { day: string } | undefined)?.day ?? '')
    .filter((day) => day !== '')
    .sort()[0] ?? '';

/** One way of asking. */
const question = fc.record({
  kinds: fc.subarray(['case', 'provider'], { minLength: 1 }),
  space: fc.constantFrom(...SPACES, null),
  text: fc.constantFrom('', '', ...WORDS),
  filter: fc.option(
    fc.constantFrom(
      ['status', 'new'],
      ['status', 'closed'],
      ['area', 'az'],
      ['area', 'az-ganja'],
      ['violation', 'liberty'],
      ['violation', 'extortion'],
      ['population', 'migrant'],
      ['need', 'shelter'],
      ['state', 'active'],
    ),
  ),
  offers: fc.option(
    fc.record<OfferAsk>({
      need: fc.constantFrom('', 'shelter'),
      area: fc.constant(''),
      group: fc.constantFrom('', 'trans'),
      answer: fc.constantFrom('admits', 'unknown'),
      state: fc.constantFrom('', 'active', 'paused', 'ended'),
      checkedSince: fc.constant(''),
      openAt: fc.constant(null),
    }),
  ),
  sort: fc.constantFrom('updated' as const, 'day' as const, 'title' as const, 'due' as const),
  descending: fc.boolean(),
});

test('every list, search, filter and count equals a naive recount, whatever was changed before', async () => {
  const around = await nodeSurroundings('http://localhost:1');
  const asking = fc.array(question, { minLength: 6, maxLength: 12 });
  await fc.assert(
    fc.asyncProperty(fc.array(act, { minLength: 1, maxLength: 40 }), asking, async (acts, questions) => {
      const engine = await around.database.open(new Uint8Array(32));
      prepareSchema(engine);
      const models = makeModels();
      let time = 1_700_000_000_000;
      for (const each of acts) {
        const model = models[each.dossier] as Model;
        time += 1000;
        perform(model, each, time);
        const { space, id: dossier, entries } = model;
        projectDossier(engine, { space, dossier, entries, oversteps: [] });
      }
      for (const each of questions) compare(engine, models, each);
      for (const space of SPACES) compareLoad(engine, models, space);
      engine.close();
    }),
    { numRuns: 60 },
  );
});

const TODAY = '2025-12-31';

/** How much lies with whom: cases by their owners, things to do row by row. */
function compareLoad(engine: Engine, models: readonly Model[], space: SpaceId): void {
  const wanted = new Map<string, { open: number; overdue: number; cases: number }>();
  const add = (owner: string, what: 'open' | 'overdue' | 'cases'): void => {
    const load = wanted.get(owner) ?? { open: 0, overdue: 0, cases: 0 };
    wanted.set(owner, { ...load, [what]: load[what] + 1 });
  };
  for (const model of models) {
    if (!isHere(model) || model.kind !== 'case' || model.space !== space) continue;
    const { status, owner } = model.records.get(model.id)?.fields ?? {};
    if (status !== 'closed') for (const one of texts(owner)) add(one, 'cases');
  }
  const tasks = engine.all<{ owner: string; due: string }>(
    'select t.owner, t.due from task t join space_number n on n.number = t.space where n.space = ?',
    space,
  );
  for (const { owner, due } of tasks) {
    add(owner, 'open');
    if (due !== '' && due < TODAY) add(owner, 'overdue');
  }
  const members = [{ account: 'm1' }, { account: 'm2' }];
  const said = workloadOf(engine, { space, members }, TODAY, NOBODY_OUT);
  expect(new Map(said.map(({ owner, open, overdue, cases }) => [owner, { open, overdue, cases }]))).toEqual(
    wanted,
  );
}

type Question = typeof question extends fc.Arbitrary<infer One> ? One : never;

function compare(engine: Engine, models: readonly Model[], asked: Question): void {
  const { kinds, space, text, filter, offers, sort, descending } = asked;
  const inSight = models.filter(
    (model) => isHere(model) && kinds.includes(model.kind) && (space === null || model.space === space),
  );
  const wanted = inSight.filter(
    (model) =>
      (text === '' || hasWord(model, text)) &&
      (offers === null || isMeant(model, offers)) &&
      (filter === null || filtersOf(model)[filter[0] as string]?.has(filter[1] as string) === true),
  );
  const query: DossierQuery = {
    kinds,
    space,
    text,
    filters: filter === null ? {} : { [filter[0] as string]: [filter[1] as string] },
    ...(offers === null ? {} : { offers }),
    sort,
    descending,
    offset: 0,
    limit: 200,
    count: ['status', 'area', 'violation', 'population', 'need', 'state', 'owner'],
  };
  const page = listDossiers(engine, query, wantedOf(text, null));
  expect(new Set(page.rows.map(({ id }) => id))).toEqual(new Set(wanted.map(({ id }) => id as string)));
  expect(page.total).toBe(wanted.length);
  for (const row of page.rows) {
    const model = models.find(({ id }) => (id as string) === row.id) as Model;
    expect(row).toMatchObject({ kind: model.kind, space: model.space, updated: model.updated });
    expect(row.due).toBe(model.kind === 'case' ? dueOf(model) : '');
    for (const [name, codes] of Object.entries(filtersOf(model)))
      expect(new Set(row.codes[name] ?? []), name).toEqual(codes);
  }
  if (sort === 'updated' && text === '') {
    const times = page.rows.map(({ updated }) => updated);
    expect(times).toEqual([...times].sort((a, b) => (descending ? b - a : a - b)));
  }
  if (sort === 'title' && kinds.join() === 'provider') {
    const standing = page.rows.map(({ codes }) => STATES.indexOf(codes['state']?.[0] ?? ''));
    expect(standing).toEqual([...standing].sort((a, b) => (descending ? b - a : a - b)));
  }
  if (sort === 'due') {
    const days = page.rows.map(({ due }) => due).filter((day) => day !== '');
    expect(page.rows.slice(days.length).every(({ due }) => due === '')).toBe(true);
    expect(days).toEqual(descending ? days.toSorted().toReversed() : days.toSorted());
  }
  const counts = new Map<string, number>();
  for (const model of inSight)
    for (const [name, codes] of Object.entries(filtersOf(model)))
      for (const code of codes) counts.set(`${name} ${code}`, (counts.get(`${name} ${code}`) ?? 0) + 1);
  const said = Object.entries(page.facets).flatMap(([name, each]) =>
    each.map(({ code, dossiers }): [string, number] => [`${name} ${code}`, dossiers]),
  );
  expect(new Map(said)).toEqual(counts);
}
