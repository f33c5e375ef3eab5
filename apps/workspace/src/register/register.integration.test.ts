import { dryRun, type Mapping, readChosen, RowPlanner, valueKey } from '@dayaq/register';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { latin } from '../../../../packages/register/src/testing/files.ts';
import {
  asText,
  DIRECTORY,
  SHELTER_HOUSE,
  streetRegister,
} from '../../../../packages/register/src/testing/samples.ts';
import {
  cuttableTransport,
  type Device,
  everyCase,
  expectOk,
  newCase,
  set,
  settle,
  spaceOfDevice,
  startWorld,
  type World,
} from '../../../../worlds/devices/world.ts';
import { allWords } from './all-words.ts';
import { bringIn, type Ended } from './bring.ts';
import { beginCounselling } from '@dayaq/acts/counselling';
import { type Brought, broughtHere, casesOf } from './brought.ts';
import { bringUnderOwn, shutIn } from './own-numbers.ts';
import { keepMapping, keptMappings } from './kept-mappings.ts';
import { type Opened, openFile } from './opened.ts';
import { undoImport } from './undo.ts';

const YEAR = 2026;
const TODAY = '2026-06-01';
let world: World;
let words: Awaited<ReturnType<typeof allWords>>;
beforeAll(async () => {
  world = await startWorld();
  words = await allWords('az');
});
afterAll(() => world.stop());

function opened(text: string, kept: readonly Mapping[] = []): Opened {
  const bytes = latin(text, 'windows-1251');
  const read = readChosen(bytes);
  if (!read.ok) throw new Error(read.refusal.code);
  const file = openFile('register.csv', bytes, read.value, words, YEAR, kept);
  const { mapping } = file;
  mapping.status ??= 'in-progress';
  for (const use of mapping.uses)
    if (use.as === 'field' && use.target.field === 'populations')
      use.choices[valueKey('LGBT')] = { code: 'trans' };
  return file;
}

const anImport = async (device: Device): Promise<Brought> => ({
  id: await device.vault.newId(),
  space: await spaceOfDevice(device),
  file: 'register.csv',
  columns: '',
  began: Date.now(),
  total: 0,
  done: 0,
  state: 'begun',
  lists: 0,
});

/** Brings in all rows that can; `stopAfter`: calls back after so many rows as if somebody pressed stop. */
async function bring(
  device: Device,
  { table, mapping }: Opened,
  note: Brought,
  stopAfter = Infinity,
  again = false,
): Promise<Ended> {
  const reports = (await dryRun(table, mapping, words, TODAY, () => Promise.resolve(true))) ?? [];
  const ready = reports.flatMap(({ comes, isFirst }) => (comes !== null && isFirst ? [comes] : []));
  const planner = new RowPlanner(table, mapping, words, TODAY);
  let gone = 0;
  return bringIn(
    device.vault,
    note,
    ready.length,
    again,
    (at) => planner.plan(...(planner.cases[ready[at] ?? -1] ?? [])),
    (done) => {
      gone = done;
    },
    () => gone >= stopAfter,
  );
}

const found = async (device: Device, text: string) =>
  (await device.vault.cases({ ...everyCase, text })).rows.map(({ alias }) => alias);
const count = async (device: Device) => (await device.vault.cases(everyCase)).total;

describe('a register', () => {
  it('comes in as what the dry run said, reaches a colleague, and is found by its old numbers', async () => {
    const leyla = await world.found('Leyla');
    const rena = await world.join(leyla, 'Rena');
    const register = opened(streetRegister(120, 6).text);
    expect(await bring(leyla, register, await anImport(leyla))).toEqual({
      is: 'done',
      brought: 114,
      already: 0,
      elsewhere: 0,
      gone: 0,
    });
    await settle(leyla, rena);
    expect(await count(rena)).toBe(114);

    const row = register.table.rows[6];
    const plan = row && new RowPlanner(register.table, register.mapping, words, TODAY).plan(row);
    const [alias] = await found(rena, 'SW-10007');
    expect(alias).toBe(plan?.records[0]?.fields['alias']);
    expect(await found(rena, 'SW-10007')).toHaveLength(1);
    const code = row?.cells[1] ?? '';
    expect(code).toMatch(/\d{6}$/);
    expect(await found(rena, code)).toEqual([]);

    const { rows } = await rena.vault.cases({ ...everyCase, text: 'SW-10007' });
    const { records } = expectOk(await rena.vault.dossier(rows[0]?.id ?? ''));
    const written = records
      .map(({ kind, fields }) => ({
        kind,
        names: Object.keys(fields)
          .filter((name) => name !== 'reference')
          .sort(),
      }))
      .sort((a, b) => a.kind.localeCompare(b.kind));
    const said = (plan?.records ?? [])
      .map(({ kind, fields }) => ({
        kind,
        names: Object.entries(fields)
          .filter(([, value]) => !Array.isArray(value) || value.length > 0)
          .map(([name]) => name)
          .sort(),
      }))
      .sort((a, b) => a.kind.localeCompare(b.kind));
    expect(written).toEqual(said);
    const act = records.find(({ kind }) => kind === 'violation');
    const client = records.find(
      ({ kind, fields }) => kind === 'person' && fields['role']?.value === 'client',
    );
    expect(act?.fields['victims']?.value).toEqual([client?.id]);
  });

  it('stopped in the middle goes on, with no row twice, and a mended file brings what was wrong', async () => {
    const transport = cuttableTransport(world.server.url);
    const leyla = await world.found('Leyla', { transport });
    transport.cut = true;
    const { text } = streetRegister(250, 10);
    const note = await anImport(leyla);
    expect(await bring(leyla, opened(text), note, 100)).toEqual({ is: 'stopped', done: 100 });
    expect(await count(leyla)).toBe(100);
    const [begun] = await broughtHere(leyla.vault, note.space);
    expect(begun).toMatchObject({ state: 'begun', done: 100, total: 240 });

    const again = await world.reopen(leyla, { transport });
    transport.cut = false;
    await again.vault.syncNow();
    const goesOn = { ...(begun as Brought), lists: (begun as Brought).lists + 1 };
    expect(await bring(again, opened(text), goesOn)).toEqual({
      is: 'done',
      brought: 140,
      already: 100,
      elsewhere: 0,
      gone: 0,
    });
    expect(await count(again)).toBe(240);
    expect(
      await casesOf(again.vault, (await broughtHere(again.vault, note.space))[0] as Brought),
    ).toHaveLength(240);

    const mended = opened(streetRegister(250, 0).text);
    expect(await bring(again, mended, await anImport(again))).toEqual({
      is: 'done',
      brought: 10,
      already: 240,
      elsewhere: 0,
      gone: 0,
    });
  });

  it('that a colleague brings too comes in once, and that is said', async () => {
    const leyla = await world.found('Leyla');
    const rena = await world.join(leyla, 'Rena');
    await bring(leyla, opened(streetRegister(40, 0).text), await anImport(leyla));
    await settle(leyla, rena);
    expect(await bring(rena, opened(streetRegister(50, 0).text), await anImport(rena))).toEqual({
      is: 'done',
      brought: 10,
      already: 40,
      elsewhere: 0,
      gone: 0,
    });
    await settle(rena, leyla);
    expect(await count(leyla)).toBe(50);
  });

  it('that two bring at once, neither knowing of the other, is there once, and nothing of it in two versions', async () => {
    const cut = cuttableTransport(world.server.url);
    const leyla = await world.found('Leyla');
    const rena = await world.join(leyla, 'Rena', 'caseworker', { transport: cut });
    cut.cut = true;
    const file = () => opened(streetRegister(30, 0).text);
    const done = { is: 'done', brought: 30, already: 0, elsewhere: 0, gone: 0 };
    expect(await bring(leyla, file(), await anImport(leyla))).toEqual(done);
    expect(await bring(rena, file(), await anImport(rena))).toEqual(done);
    cut.cut = false;
    await settle(leyla, rena, leyla, rena);
    for (const device of [leyla, rena]) {
      expect(await count(device)).toBe(30);
      const { rows } = await device.vault.cases({ ...everyCase, text: 'SW-10007' });
      const { records } = expectOk(await device.vault.dossier(rows[0]?.id ?? ''));
      expect(records.filter(({ kind }) => kind === 'person')).toHaveLength(1);
      expect(
        records.flatMap(({ fields }) => Object.values(fields).flatMap(({ alternatives }) => alternatives)),
      ).toEqual([]);
      expect((await device.vault.status()).sync).toMatchObject({ waiting: 0, held: 0, problem: null });
    }
  });

  it('does not bring back a case that was destroyed; what is closed to who brings it waits on their device, and says so', async () => {
    const network = cuttableTransport(world.server.url);
    const leyla = await world.found('Leyla', { transport: network });
    const rena = await world.join(leyla, 'Rena');
    network.cut = true;
    await bring(leyla, opened(streetRegister(12, 0).text), await anImport(leyla));
    const idOf = async (text: string) => (await leyla.vault.cases({ ...everyCase, text })).rows[0]?.id ?? '';
    const [gone, shut] = [await idOf('SW-10003'), await idOf('SW-10004')];
    expectOk(await leyla.vault.restrict({ dossier: shut, to: [leyla.account] }));
    network.cut = false;
    await settle(leyla, rena);
    expectOk(await leyla.vault.erase({ dossier: gone, why: 'the-person-asked' }));
    await settle(leyla, rena);
    const again = await bring(rena, opened(streetRegister(14, 0).text), await anImport(rena));
    expect(again).toMatchObject({ is: 'done', brought: 3, already: 10, gone: 1 });
    await settle(rena, leyla);
    expect(await found(rena, 'SW-10003')).toEqual([]);
    expect((await rena.vault.status()).sync).toMatchObject({ waiting: 0, held: 1, problem: null });
    const records = expectOk(await leyla.vault.dossier(shut)).records;
    expect(new Set(records.map(({ updated }) => updated.by))).toEqual(new Set([leyla.account]));
  });

  it('whose numbers a colleague took first and closed says so, and comes in under numbers of its own', async () => {
    const leyla = await world.found('Leyla');
    const rena = await world.join(leyla, 'Rena');
    const file = opened(streetRegister(4, 0).text);
    await bring(rena, file, await anImport(rena));
    for (const { id } of (await rena.vault.cases(everyCase)).rows)
      expectOk(await rena.vault.restrict({ dossier: id, to: [rena.account] }));
    await settle(rena, leyla);
    await bring(leyla, file, await anImport(leyla));
    await settle(leyla, rena);
    const [note] = (await broughtHere(leyla.vault, await spaceOfDevice(leyla))) as [Brought];
    const shut = await shutIn(leyla.vault, note);
    expect([shut.acts.size, shut.of]).toEqual([4, 4]);

    expect(await bringUnderOwn(leyla.vault, note)).toBeNull();
    await settle(leyla, rena);
    const third = await world.join(leyla, 'Nigar');
    await settle(leyla, third);
    expect(await count(third)).toBe(4);
    const [after] = (await broughtHere(leyla.vault, note.space)) as [Brought];
    expect((await shutIn(leyla.vault, after)).acts.size).toBe(0);
    expect((await leyla.vault.status()).sync).toMatchObject({ waiting: 0, held: 0, problem: null });
    // Undone with the rest of the import, and not brought a second time.
    expect(await bring(leyla, file, await anImport(leyla))).toMatchObject({ brought: 0, elsewhere: 4 });
  });

  it('of services comes in as providers, and whose name is here already is left alone', async () => {
    const leyla = await world.found('Leyla');
    const id = await leyla.vault.newId();
    expectOk(await leyla.vault.save({ dossier: id, changes: [set('provider', id, { name: 'İŞIQ' })] }));
    const bytes = new TextEncoder().encode(asText(DIRECTORY));
    const read = readChosen(bytes);
    if (!read.ok) throw new Error(read.refusal.code);
    const file = openFile('services.csv', bytes, read.value, words, YEAR, []);
    expect(await bring(leyla, file, await anImport(leyla))).toEqual({
      is: 'done',
      brought: 1,
      already: 1,
      elsewhere: 1,
      gone: 0,
    });
    const { records } = await leyla.vault.records({ kinds: ['service', 'location'], after: null, limit: 50 });
    expect(records.map(({ kind, fields }) => [kind, fields['name'] ?? fields['address']]).sort()).toEqual([
      ['location', 'Dəniz küç. 2'],
      ['location', 'Fəvvarə küç. 1'],
      ['service', 'Gecə sığınacağı'],
      ['service', 'Hüquqi məsləhət'],
    ]);
  });

  it('of a shelter comes in with its stays and children, and a day ahead is a task that is due', async () => {
    const leyla = await world.found('Leyla');
    const rows = SHELTER_HOUSE.map((cells, i) => [...cells, ['Срок', '', '05.12.2026', '', ''][i] ?? '']);
    const bytes = new TextEncoder().encode(asText(rows));
    const read = readChosen(bytes);
    if (!read.ok) throw new Error(read.refusal.code);
    const file = openFile('log.csv', bytes, read.value, words, YEAR, []);
    file.mapping.status = 'in-progress';
    expect(await bring(leyla, file, await anImport(leyla))).toMatchObject({ is: 'done', brought: 3 });
    const page = await leyla.vault.cases({ ...everyCase, text: 'П-1' });
    const [amina] = page.rows;
    const { records } = expectOk(await leyla.vault.dossier(amina?.id ?? ''));
    const people = records.filter(({ kind }) => kind === 'person').map(({ id }) => id);
    const [stay] = records.filter(({ kind }) => kind === 'stay');
    expect(people).toHaveLength(3);
    expect([...((stay?.fields['who']?.value ?? []) as string[])].sort()).toEqual([...people].sort());
    expect(amina?.due).toBe('2026-12-05');
  });

  it('is undone as a whole, but for what was there before and what somebody has worked on', async () => {
    const leyla = await world.found('Leyla');
    await newCase(leyla, 'Əvvəlki');
    const { text } = streetRegister(150, 0);
    await bring(leyla, opened(text), await anImport(leyla), 100);
    const second = await anImport(leyla);
    expect(await bring(leyla, opened(text), second)).toEqual({
      is: 'done',
      brought: 50,
      already: 100,
      elsewhere: 0,
      gone: 0,
    });
    const [worked] = (await leyla.vault.cases({ ...everyCase, text: 'SW-10140' })).rows;
    const id = worked?.id ?? '';
    expectOk(await leyla.vault.save({ dossier: id, changes: [set('case', id, { danger: 'high' })] }));
    // Nothing in these two says so: what gathers one of them stands in another case, and beside the other stand notes.
    const [gathered, counselled] = await Promise.all(
      ['SW-10141', 'SW-10142'].map(
        async (text) => (await leyla.vault.cases({ ...everyCase, text })).rows[0]?.id ?? '',
      ),
    );
    const matter = await leyla.vault.newId();
    const gathering = await newCase(leyla, 'Barrier');
    const fields = { type: { set: 'advocacy' }, cases: { add: [gathered ?? ''], del: [] } };
    expectOk(
      await leyla.vault.save({ dossier: gathering, changes: [{ kind: 'matter', record: matter, fields }] }),
    );
    const notes = { of: counselled ?? '', me: leyla.account, readers: [] };
    expectOk(await leyla.vault.save(beginCounselling(await leyla.vault.newId(), notes)));

    const [note] = await broughtHere(leyla.vault, second.space);
    const undone = await undoImport(
      leyla.vault,
      leyla.account,
      note as Brought,
      () => undefined,
      () => false,
    );
    expect(undone).toEqual({ is: 'done', deleted: 47, worked: 3 });
    expect(await count(leyla)).toBe(105);
    expect(await broughtHere(leyla.vault, second.space)).toMatchObject([
      { state: 'undone' },
      { state: 'begun' },
    ]);
  });

  it('that was undone comes in again where somebody says so, also on another device, and as a mapping that was mended has it', async () => {
    const leyla = await world.found('Leyla');
    const rena = await world.join(leyla, 'Rena');
    const wrong = opened(streetRegister(8, 0).text);
    wrong.mapping.uses[3] = { as: 'out' };
    await bring(leyla, wrong, await anImport(leyla));
    const undo = async (device: Device) => {
      const [note] = await broughtHere(device.vault, await spaceOfDevice(device));
      return undoImport(
        device.vault,
        device.account,
        note as Brought,
        () => undefined,
        () => false,
      );
    };
    expect(await undo(leyla)).toEqual({ is: 'done', deleted: 8, worked: 0 });
    await settle(leyla, rena);
    expect(await count(rena)).toBe(0);

    const file = opened(streetRegister(8, 0).text);
    const left = { is: 'done', brought: 0, already: 0, elsewhere: 0, gone: 8 };
    expect(await bring(rena, file, await anImport(rena))).toEqual(left);
    const came = { is: 'done', brought: 8, already: 0, elsewhere: 0, gone: 0 };
    expect(await bring(rena, file, await anImport(rena), Infinity, true)).toEqual(came);
    await settle(rena, leyla);
    expect(await count(leyla)).toBe(8);
    expect((await found(leyla, 'SW-10003'))[0]).toMatch(/ 3$/);
    const here = { is: 'done', brought: 0, already: 8, elsewhere: 0, gone: 0 };
    expect(await bring(leyla, file, await anImport(leyla), Infinity, true)).toEqual(here);
    expect(await undo(rena)).toMatchObject({ deleted: 8 });
    expect(await bring(rena, file, await anImport(rena), Infinity, true)).toEqual(came);
  });

  it('is read next time as it was chosen, for the same columns', async () => {
    const leyla = await world.found('Leyla');
    const { mapping } = opened(streetRegister(20, 0).text);
    mapping.uses[3] = { as: 'out' };
    await keepMapping(leyla.vault, mapping);
    const next = opened(streetRegister(40, 0).text, await keptMappings(leyla.vault));
    expect(next.kept).toBe('these');
    expect(next.mapping.uses[3]).toEqual({ as: 'out' });
    const other = opened('Имя;Регион\nЛейла;Баку\nЗаур;Шеки', await keptMappings(leyla.vault));
    expect(other.kept).toBe('others');
  });
});
