/** A dossier that cannot be worked out is set apart alone, named, and can be reported without a word of what is in it. */
import { type Change, type Entry, writeEntry } from '@dayaq/journal';
import {
  type Account,
  type DossierId,
  idText,
  newAccountRoot,
  newId,
  openAccountKeys,
  type RecordId,
  type SpaceId,
} from '@dayaq/sealing';
import { beforeAll, describe, expect, it } from 'vitest';
import { apartReport } from './apart-report.ts';
import { apartCount, apartRows, isApart } from './apart.ts';
import { everyCase } from '../../../worlds/devices/world.ts';
import type { Engine } from './database/engine.ts';
import { prepareSchema } from './database/schema.ts';
import { nodeSurroundings } from './node/index.ts';
import { projectDossier } from './projection.ts';
import { isReadHere, knowsAll } from './reminders/wanted-timers.ts';
import { listDossiers } from './dossiers.ts';
import { casesAsked } from './queries.ts';
import { wantedOf } from './search/wanted.ts';

const space = idText<SpaceId>(new Uint8Array(32).fill(7));
const TOO_MANY = 51;
let engine: Engine;
let author: Account;

beforeAll(async () => {
  author = await openAccountKeys(newId(), newAccountRoot());
  const around = await nodeSurroundings('http://localhost:1');
  engine = await around.database.open(new Uint8Array(32));
  engine.exec('create table if not exists meta(name text primary key, value text not null) without rowid');
  prepareSchema(engine);
});

async function write(dossier: DossierId, changes: Change[]): Promise<Entry> {
  const view = { place: null, charter: new Uint8Array(32), peer: null };
  const content = { space, dossier, author: author.id, time: 1, heads: [], view, changes };
  const { entry, bytes } = await writeEntry(content, author.signing);
  engine.run(
    'insert into entry(space, dossier, id, position, generation, bytes) values(?, ?, ?, null, null, ?)',
    space,
    dossier,
    entry.id,
    bytes,
  );
  return entry;
}

const root = (dossier: DossierId, fields: Record<string, string>): Change => ({
  kind: 'case',
  record: dossier as string as RecordId,
  fields: Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, { set: value }])),
});

describe('a dossier with more in it than can be worked out', () => {
  const honest = newId() as DossierId;
  const flooded = newId() as DossierId;
  const aliases = () =>
    listDossiers(engine, casesAsked(space, everyCase), wantedOf('', null)).rows.map(
      (row) => row.told['alias'],
    );

  it('is set apart, and what is kept in the same step stands', async () => {
    const first = await write(flooded, [
      root(flooded, { alias: 'Secret name', reference: 'K7Q-2MX', status: 'new' }),
    ]);
    const other = await write(honest, [root(honest, { alias: 'Honest', status: 'new' })]);
    const project = (dossier: DossierId, entries: Entry[]) =>
      projectDossier(engine, { space, dossier, entries, oversteps: [] });
    project(flooded, [first]);
    expect(aliases()).toEqual(['Secret name']);
    const flood: Entry[] = [];
    for (let i = 0; i < TOO_MANY; i++)
      flood.push(
        await write(
          flooded,
          Array.from({ length: 1000 }, () => ({
            kind: 'note',
            record: newId() as string as RecordId,
            fields: { text: { set: 'Secret words' } },
          })),
        ),
      );
    engine.transaction(() => {
      project(flooded, [first, ...flood]);
      project(honest, [other]);
    });
    expect(aliases()).toEqual(['Honest']);
    expect(apartCount(engine)).toBe(1);
    expect(apartRows(engine, space)).toEqual([
      {
        space,
        dossier: flooded,
        kind: 'case',
        reference: 'K7Q-2MX',
        reason: 'too-large',
        entries: TOO_MANY + 1,
        mayBeDanger: true,
      },
    ]);
    // Nobody is woken no more for a danger because somebody filled its case: that it was answered cannot be read there.
    expect([flooded, honest].map((dossier) => isReadHere({ engine }, { space }, dossier))).toEqual([
      false,
      true,
    ]);
    expect(knowsAll({ engine }, { space })).toBe(false);
  });

  it('is reported by shapes and counts, and by nothing that anybody wrote or is called by', async () => {
    const report = await apartReport(engine, flooded);
    if (!report.ok) throw new Error(report.failure.code);
    expect(JSON.parse(report.value)).toMatchObject({
      reason: 'too-large',
      kind: 'case',
      entries: TOO_MANY + 1,
      shapes: {
        note: { changes: TOO_MANY * 1000, fields: { text: { text: { times: TOO_MANY * 1000, most: 12 } } } },
      },
    });
    for (const secret of ['Secret', 'K7Q', author.id, flooded, space])
      expect(report.value).not.toContain(secret);
    expect(await apartReport(engine, honest)).toMatchObject({ ok: false });
  });

  it('comes back by itself once it can be worked out', async () => {
    const again = await write(flooded, [root(flooded, { alias: 'Here again', status: 'new' })]);
    projectDossier(engine, { space, dossier: flooded, entries: [again], oversteps: [] });
    expect(isApart(engine, space, flooded)).toBe(false);
    expect(aliases().sort()).toEqual(['Here again', 'Honest']);
  });
});
