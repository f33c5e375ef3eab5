/** What figures say, by the real projection into a real database, equals a plain recount after any changes and erasures. */
import type { PlainRecord } from '@dayaq/domain';
import { count } from '@dayaq/domain/count';
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
import { inventedDossiers, inventedQuestion } from '../../../domain/src/count/testing/invented.ts';
import { plainly, recount, type Told } from '../../../domain/src/count/testing/recount.ts';
import { prepareSchema } from '../database/schema.ts';
import { spaceNumber } from '../database/space-number.ts';
import { nodeSurroundings } from '../node/index.ts';
import { projectDossier } from '../projection.ts';
import { StandingFacts } from './standing-facts.ts';

const AUTHOR = idText<AccountId>(new Uint8Array(32).fill(1));
const SPACE = idText<SpaceId>(new Uint8Array(32).fill(7));

/** The entry that makes a dossier say these records, after what it said before. */
function entryOf(told: Told, before: readonly PlainRecord[], last: EntryId | undefined, time: number): Entry {
  const gone = before.filter(({ id }) => !told.records.some((each) => each.id === id));
  const changes = [...told.records, ...gone.map((each) => ({ ...each, deleted: true, fields: {} }))].map(
    ({ kind, id, deleted, fields }) => {
      const stood = before.find((each) => each.id === id)?.fields ?? {};
      const emptied = Object.keys(stood).filter((name) => !(name in fields));
      const said = { ...fields, ...Object.fromEntries(emptied.map((name) => [name, null])) };
      return {
        kind,
        record: id as RecordId,
        deleted,
        fields: Object.fromEntries(Object.entries(said).map(([name, value]) => [name, { set: value }])),
      } as Change;
    },
  );
  return {
    id: newId() as string as EntryId,
    space: SPACE,
    dossier: told.id as DossierId,
    author: AUTHOR,
    time,
    heads: last === undefined ? [] : [last],
    view: { place: null, charter: new Uint8Array(32), peer: null },
    changes,
  };
}

test('figures equal a plain recount of what was written, after each change', async () => {
  const around = await nodeSurroundings('http://localhost:1');
  await fc.assert(
    fc.asyncProperty(
      fc.array(inventedDossiers, { minLength: 1, maxLength: 3 }),
      fc.array(fc.nat({ max: 7 }), { maxLength: 3 }),
      fc.array(inventedQuestion, { minLength: 4, maxLength: 8 }),
      async (rounds, erased, questions) => {
        const engine = await around.database.open(new Uint8Array(32));
        prepareSchema(engine);
        const place = spaceNumber(engine, SPACE);
        const facts = new StandingFacts(engine);
        const standing = new Map<string, { told: Told; entries: Entry[] }>();
        const check = (): void => {
          const all = [...standing.values()].map(({ told }) => told);
          for (const question of questions) {
            const found = count(facts.of(place, []), question, '2026-02-14');
            expect(found === null ? null : plainly(found)).toEqual(recount(all, question));
          }
        };
        let time = 1;
        for (const told of rounds.flat()) {
          const { entries = [], told: before = null } = standing.get(told.id) ?? {};
          entries.push(entryOf(told, before?.records ?? [], entries.at(-1)?.id, time++));
          standing.set(told.id, { told, entries });
          const dossier = told.id as DossierId;
          projectDossier(engine, { space: SPACE, dossier, entries, oversteps: [] });
          if (time % 4 === 0) check();
        }
        check();
        for (const n of erased) {
          const gone = standing.get(`case-${n}`);
          if (gone === undefined) continue;
          const root = gone.told.records.map((each) =>
            each.id === gone.told.id ? { ...each, deleted: true } : each,
          );
          gone.entries.push(
            entryOf({ ...gone.told, records: root }, gone.told.records, gone.entries.at(-1)?.id, time++),
          );
          const dossier = gone.told.id as DossierId;
          projectDossier(engine, { space: SPACE, dossier, entries: gone.entries, oversteps: [] });
          standing.delete(`case-${n}`);
          check();
        }
        engine.close();
      },
    ),
    { numRuns: 40 },
  );
});
