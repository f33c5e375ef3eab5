import { alike, LIKELY } from '@dayaq/domain';
import type { Change, Entry } from '@dayaq/journal';
import type { AccountId, DossierId, EntryId, RecordId, SpaceId } from '@dayaq/sealing';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Engine } from '../database/engine.ts';
import { prepareSchema } from '../database/schema.ts';
import { nodeSurroundings } from '../node/index.ts';
import { projectDossier } from '../projection.ts';
import { alikeTo, likelyPairs } from './alike.ts';
import { nameAlike } from './names.ts';
import { knownIn } from './rows.ts';

const SPACE = 'our-space' as SpaceId;
const surroundings = await nodeSurroundings('http://unused.invalid');

async function emptyEngine(): Promise<Engine> {
  const engine = await surroundings.database.open(new Uint8Array(32));
  prepareSchema(engine);
  return engine;
}

/** What an intake says of one client, as an entry of their case. */
interface Client {
  name: string;
  band: string;
  area: string;
  contact: string;
  day: string;
}

const set = (fields: Record<string, unknown>): Change['fields'] =>
  Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [name, { set: value }]),
  ) as Change['fields'];

function changesOf(dossier: string, { name, band, area, contact, day }: Client): Change[] {
  const about = (kind: string, record: string, fields: Record<string, unknown>): Change => ({
    kind,
    record: record as RecordId,
    fields: set(fields),
  });
  return [
    about('case', dossier, { alias: name, opened: { day: '2026-03-02' }, area: { area } }),
    about('person', `p${dossier}`, { role: 'client', alias: name, ageBand: band, safeContact: contact }),
    about('violation', `v${dossier}`, { type: 'evicted', date: { day } }),
  ];
}

function write(engine: Engine, dossier: string, steps: readonly Change[][]): void {
  const entries = steps.map(
    (changes, i): Entry => ({
      id: `${dossier}e${i}` as EntryId,
      space: SPACE,
      dossier: dossier as DossierId,
      author: 'a' as AccountId,
      time: i,
      heads: i === 0 ? [] : [`${dossier}e${i - 1}` as EntryId],
      view: { place: null, charter: new Uint8Array(32), peer: null },
      changes,
    }),
  );
  projectDossier(engine, { space: SPACE, dossier: dossier as DossierId, entries, oversteps: [] });
}

const aClient = fc.record({
  name: fc.constantFrom('Leyla Əliyeva', 'Алиева Лейла', 'Leyla', 'Лейла', 'Nigar Quliyeva', ''),
  band: fc.constantFrom('14-17', '25-34', ''),
  area: fc.constantFrom('az-baku', 'az-ganja', ''),
  contact: fc.constantFrom('+994 50 123-45-67', '0501234567', ''),
  day: fc.constantFrom('2026-02-01', '2026-02-02'),
});

/** All pairs by looking at each beside each. */
function plainPairs(clients: readonly Client[]): string[] {
  const known = clients.map((client, i) => {
    const records = changesOf(`c${i}`, client).map(({ record, kind, fields }) => ({
      id: record as string,
      kind,
      deleted: false,
      fields: Object.fromEntries(
        Object.entries(fields).map(([name, op]) => [name, 'set' in op ? op.set : null]),
      ),
    }));
    return knownIn(`c${i}`, records)[0] as ReturnType<typeof knownIn>[number];
  });
  return known.flatMap((a, i) =>
    known.slice(i + 1).flatMap((b, j) => {
      const { points } = alike(a, b, nameAlike(a.name, b.name));
      return points < LIKELY ? [] : [`c${i} c${i + 1 + j}`];
    }),
  );
}

function foundPairs(engine: Engine, slice: number): string[] {
  const found: string[] = [];
  let last = -1;
  for (let after: string | null = null; ; ) {
    const page = likelyPairs(engine, SPACE, after, slice);
    found.push(...page.pairs.map(({ one, other }) => [one.dossier, other.dossier].sort().join(' ')));
    expect(page.share).toBeGreaterThan(last);
    last = page.share;
    if (page.next === null) return found.sort();
    after = page.next;
  }
}

test('every likely pair of all is found once, in slices of any size, also after cases changed', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(aClient, aClient, fc.boolean()), { minLength: 2, maxLength: 9 }),
      // At least as many as may share one key.
      fc.integer({ min: 10, max: 40 }),
      async (cases, slice) => {
        const engine = await emptyEngine();
        for (const [i, [before, after, changed]] of cases.entries()) {
          const first = changesOf(`c${i}`, changed ? before : after);
          write(engine, `c${i}`, [first]);
          if (changed) write(engine, `c${i}`, [first, changesOf(`c${i}`, after)]);
        }
        expect(foundPairs(engine, slice)).toEqual(plainPairs(cases.map(([, after]) => after)).sort());
        engine.close();
      },
    ),
    { seed: 12, numRuns: 40 },
  );
});

test('two who are known by one name and an age are a pair; of a name that many have, only with more than that', async () => {
  const leyla = { name: 'Leyla', band: '25-34', area: '', contact: '', day: '' };
  const pairsOf = async (clients: readonly Client[]): Promise<string[]> => {
    const engine = await emptyEngine();
    for (const [i, client] of clients.entries()) write(engine, `c${i}`, [changesOf(`c${i}`, client)]);
    const found = foundPairs(engine, 6000);
    engine.close();
    return found;
  };
  expect(await pairsOf([leyla, { ...leyla, name: 'Лейла' }])).toEqual(['c0 c1']);
  expect(await pairsOf([leyla, { ...leyla, band: '' }])).toEqual([]);
  const many = Array.from({ length: 20 }, () => leyla);
  expect(await pairsOf(many)).toEqual([]);
  const phone = { ...leyla, contact: '0501234567' };
  expect(await pairsOf([...many, phone, phone])).toEqual(['c20 c21']);
});

test('nothing stays behind of a case that was deleted', async () => {
  const engine = await emptyEngine();
  const client = { name: 'Leyla Əliyeva', band: '', area: '', contact: '0501234567', day: '2026-02-01' };
  const first = changesOf('c0', client);
  write(engine, 'c0', [first]);
  expect(engine.all('select * from alike_key').length).toBeGreaterThan(3);
  write(engine, 'c0', [first, [{ kind: 'case', record: 'c0' as RecordId, fields: {}, deleted: true }]]);
  expect(engine.all('select * from alike')).toEqual([]);
  expect(engine.all('select * from alike_key')).toEqual([]);
  engine.close();
});

test('somebody who is being typed is compared with everybody but their own case', async () => {
  const engine = await emptyEngine();
  const client = { name: 'Leyla Əliyeva', band: '25-34', area: 'az-ganja', contact: '', day: '2026-02-01' };
  write(engine, 'c0', [changesOf('c0', client)]);
  write(engine, 'c1', [changesOf('c1', { ...client, name: 'Лейла' })]);
  const asked = (root: string) =>
    alikeTo(engine, SPACE, {
      root,
      record: 'p',
      records: [
        { id: root, kind: 'case', fields: { opened: { day: '2026-11-29' }, area: { area: 'az-ganja' } } },
        { id: 'p', kind: 'person', fields: { role: 'client', alias: 'Алиева Лейла', ageBand: '25-34' } },
      ],
      limit: 20,
    }).map(({ dossier, reasons }) => [dossier, reasons]);
  expect(asked('draft')).toEqual([
    ['c0', ['name-full', 'age', 'place']],
    ['c1', ['name-part', 'age', 'place']],
  ]);
  expect(asked('c0')).toEqual([['c1', ['name-part', 'age', 'place']]]);
  engine.close();
});
