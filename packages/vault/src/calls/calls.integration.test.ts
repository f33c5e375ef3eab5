/**
 * Threats: the server tells an application from a letter; whoever scores sees who wrote it, in a list, by searching, or on its page,
 * or what the other one thinks; what was to be destroyed is read later; a late one is lost; a stranger's program sends what nobody asked.
 */
import { goneBy, scoreChanges } from '@dayaq/acts/application/application';
import { MASK } from '@dayaq/acts/application/masked';
import { scorersOf, seenBy } from '@dayaq/acts/application/seen';
import { addDays, dayAt } from '@dayaq/domain';
import { type Call, dueGone, isCall, prepare, readSurvey } from '@dayaq/domain/survey';
import type { RecordId, SpaceId } from '@dayaq/sealing';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { change, Insider } from '../../../../worlds/devices/insider.ts';
import { askSurvey, openDoor, Visitor } from '../../../../worlds/devices/visitor.ts';
import {
  type Device,
  expectOk,
  settle,
  spaceOfDevice,
  startWorld,
  type World,
} from '../../../../worlds/devices/world.ts';

const DAY = 86_400_000;
const TODAY = dayAt(Date.now());
const NAME = 'Zeynəb';
const question = (name: string, more: object = {}) => ({
  is: 'question' as const,
  name,
  type: 'text' as const,
  label: { en: name },
  hint: { en: `why ${name}` },
  ...more,
});
const CALL: Call = {
  title: { en: 'Community leaders', tg: 'Пешвоёни ҷомеа' },
  intro: { en: 'Half a year together' },
  languages: ['en', 'tg'],
  items: [
    question('name', { identifies: true }),
    question('reach', { identifies: true }),
    question('age', { type: 'integer', tells: 'age' }),
    question('why'),
  ],
  call: {
    aim: 'training',
    from: 22,
    to: 35,
    who: { en: 'from any district or village' },
    deadline: addDays(TODAY, 10),
    stages: [{ en: 'Talk' }, { en: 'First meeting' }],
    keep: 3,
  },
};

let world: World;
let ana: Device;
let bahar: Device;
let elza: Device;
let space: SpaceId;
let hash: string;
/** Milliseconds by which the server's day is ahead. */
let ahead = 0;
beforeAll(async () => {
  world = await startWorld({ clock: () => Date.now() + ahead });
  ana = await world.found('Ana');
  bahar = await world.join(ana, 'Bahar', 'coordinator');
  elza = await world.join(ana, 'Elza');
  space = (await spaceOfDevice(ana)) as SpaceId;
  await openDoor(ana, bahar, [ana, bahar]);
  hash = await askSurvey(ana, bahar, CALL);
  await settle(ana, bahar, elza);
});
afterAll(() => world.stop());

const visitor = () => new Visitor(world.server.url, space);
const ANSWERS = {
  name: [NAME],
  reach: ['@zeyneb_k, 050 123 45 67'],
  age: ['24'],
  why: [`Adım Zeynəbdir (${NAME}). Yazın: zeyneb@mail.az, +994 50 123-45-67. Kəndimizdə heç kim yoxdur.`],
};
const listed = async ({ vault }: Device, text = '') =>
  (
    await vault.dossiers({
      kinds: ['application'],
      text,
      filters: {},
      sort: 'day',
      descending: false,
      offset: 0,
      limit: 100,
      space,
    })
  ).rows;

/** What the page of an application shows on a device. */
async function seenOn({ vault, account }: Device, id: string) {
  const view = expectOk(await vault.dossier(id));
  const application = view.records.find((record) => record.id === id);
  if (application === undefined) throw new Error('no application');
  const published = readSurvey(expectOk(await vault.publishedSurvey(hash)));
  if (published === null || !isCall(published)) throw new Error('no call');
  return seenBy({
    application,
    records: view.records,
    prepared: prepare(published),
    me: account,
    scorers: scorersOf(
      application,
      view.readers,
      ((await vault.door())?.open?.readers ?? []).map((reader) => reader.account),
    ),
  });
}

async function score({ vault }: Device, id: string, points: number, words = ''): Promise<void> {
  expectOk(await vault.save({ dossier: id, changes: scoreChanges(await vault.newId(), points, words) }));
  await vault.syncNow();
}

describe('an application', () => {
  it('is to the server as a letter is: the same columns, of the same size', async () => {
    const applied = await visitor().apply(hash, ANSWERS);
    const wrote = await visitor().write('I was stopped in the street, and they took my papers.');
    const { tables } = world.server.data.db;
    const shapeOf = async (id: string) => {
      const letter = Buffer.from(id, 'base64url');
      const rows = await sql<Record<string, unknown>>`
        select l.epoch, l.pieces, l.day, p.piece, octet_length(p.sealed) as size
        from letters l join letter_pieces p using (space_id, letter_id)
        where l.letter_id = ${letter} order by p.piece`.execute(tables);
      return rows.rows;
    };
    expect(await shapeOf(applied)).toHaveLength(1);
    expect(await shapeOf(applied)).toEqual(await shapeOf(wrote));
  });

  it('comes in for those whom the page named, once, and with nothing that was not asked', async () => {
    await Promise.all([ana, bahar].map(({ vault }) => vault.syncNow()));
    await settle(ana, bahar, elza, ana);
    expect(await listed(ana)).toHaveLength(1);
    expect(await listed(bahar)).toHaveLength(1);
    expect(await listed(elza)).toEqual([]);
    await visitor().apply(hash, { strange: ['x'], __proto__: ['y'] });
    await visitor().apply('A'.repeat(43), { name: ['nobody asked'] });
    await settle(ana, bahar);
    const rows = await listed(ana);
    expect(rows).toHaveLength(2);
    expect((await ana.vault.status()).sync).toMatchObject({ problem: null });
    for (const { told } of rows) expect(JSON.stringify(told)).not.toContain('strange');
  });

  it('shows whoever scores neither name nor the other score, on its page, in lists or by searching, before both have', async () => {
    const [row] = (await listed(ana)).filter(({ told }) => told['call'] === hash);
    const found = await Promise.all(
      (await listed(ana)).map(async ({ id }) => [id, await seenOn(ana, id)] as const),
    );
    const id = found.find(([, seen]) => seen.answers.some(({ isHidden }) => isHidden))?.[0] ?? '';
    expect(row).toBeDefined();
    for (const device of [ana, bahar]) {
      expect(JSON.stringify(await listed(device))).not.toMatch(/zeyn|zeinab/iu);
      for (const typed of [NAME, 'zeyneb', '0501234567']) {
        expect(await listed(device, typed)).toEqual([]);
        expect(JSON.stringify(await device.vault.find({ text: typed, limit: 20 }))).not.toContain(id);
      }
      const seen = await seenOn(device, id);
      expect(JSON.stringify(seen)).not.toMatch(/zeyn|zeinab|123|994/iu);
      expect(JSON.stringify(seen)).toContain('24');
      expect(JSON.stringify(seen)).toContain('Kəndimizdə');
      expect(JSON.stringify(seen)).toContain(MASK);
    }
    await score(ana, id, 9, 'Strong-7731');
    await settle(ana, bahar);
    const before = await seenOn(bahar, id);
    expect(before).toMatchObject({ isOpen: false, scores: [], mine: null, mayScore: true });
    expect(JSON.stringify(before)).not.toContain('Strong-7731');
    expect(JSON.stringify(await listed(bahar))).not.toContain('Strong-7731');
    expect(await listed(bahar, 'Strong-7731')).toEqual([]);
    expect((await seenOn(ana, id)).mine?.score).toBe(9);
    await score(bahar, id, 4);
    await settle(bahar, ana);
    for (const device of [ana, bahar]) {
      const seen = await seenOn(device, id);
      expect(seen).toMatchObject({ isOpen: true, isFarApart: true, mayScore: false });
      expect(seen.scores.map(({ score: points }) => points).sort()).toEqual([4, 9]);
      expect(JSON.stringify(seen)).toContain(NAME);
    }
  });

  it('keeps the score that was said first, whatever is written over it once the other one is shown', async () => {
    const opened = await Promise.all(
      (await listed(ana)).map(async ({ id }) => [id, await seenOn(ana, id)] as const),
    );
    const id = opened.find(([, { isOpen }]) => isOpen)?.[0] ?? '';
    const { records } = expectOk(await bahar.vault.dossier(id));
    const hers = records.find(
      ({ kind, created }) => kind === 'application-score' && created.by === bahar.account,
    );
    // Her own once more, a colleague's, one's own a second time under another number, and one taken away.
    for (const [device, changes] of [
      [bahar, scoreChanges(hers?.id ?? '', 9, '')],
      [ana, scoreChanges(hers?.id ?? '', 1, 'Bent')],
      [ana, scoreChanges(await ana.vault.newId(), 1, '')],
      [ana, [{ kind: 'application-score', record: hers?.id ?? '', fields: {}, deleted: true }]],
    ] as const)
      expect((await device.vault.save({ dossier: id, changes: [...changes] })).ok).toBe(false);
    await settle(bahar, ana, bahar);
    const { scores } = await seenOn(ana, id);
    expect(scores.map(({ score: points }) => points).sort()).toEqual([4, 9]);
    expect(scores.find(({ by }) => by === bahar.account)?.score).toBe(4);
  });

  it('is kept as long as was said, answers its sender and names its readers, whatever one of these writes over it', async () => {
    const [row] = await listed(ana);
    const id = row?.id ?? '';
    const before = expectOk(await bahar.vault.dossier(id)).records.find((record) => record.id === id)?.fields;
    const bent = {
      gone: { day: '2026-01-01' },
      received: { day: '2020-01-01' },
      readers: ana.account,
      answers: '{}',
      box: 'A'.repeat(40),
      call: 'A'.repeat(43),
    };
    const insider = await Insider.behind(world, ana);
    expect(await insider.send(id, [{ changes: [change('application', id, bent)] }])).toBe('ok');
    const deletion = { kind: 'application', record: id as RecordId, fields: {}, deleted: true };
    expect(await insider.send(id, [{ changes: [deletion] }])).toBe('ok');
    await settle(ana, bahar, ana);
    for (const device of [ana, bahar]) {
      const record = expectOk(await device.vault.dossier(id)).records.find((each) => each.id === id);
      expect(record?.deleted).toBe(false);
      for (const name of Object.keys(bent))
        expect(record?.fields[name]?.value).toEqual(before?.[name]?.value);
      expect((await listed(device)).some((each) => each.id === id)).toBe(true);
    }
  });

  it('closed by one of the two to themselves alone, it is not opened by their score alone', async () => {
    const one = visitor();
    await one.apply(hash, { ...ANSWERS, why: ['Because of Marker-8842'] });
    await settle(ana, bahar, ana);
    const all = await Promise.all(
      (await listed(ana)).map(async ({ id }) => [id, await seenOn(ana, id)] as const),
    );
    const id = all.find(([, seen]) => JSON.stringify(seen).includes('Marker-8842'))?.[0] ?? '';
    expectOk(await ana.vault.restrict({ dossier: id, to: [ana.account] }));
    await score(ana, id, 1);
    await settle(ana, bahar, ana);
    expect(await seenOn(ana, id)).toMatchObject({ isOpen: false, scores: [] });
  });

  it('is answered to its sender alone, and what they write back stands with it, unseen until both have scored', async () => {
    const one = visitor();
    await one.apply(hash, { ...ANSWERS, why: ['Because of the girls in our street'] });
    await settle(ana, bahar, ana);
    const all = await Promise.all(
      (await listed(ana)).map(async ({ id }) => [id, await seenOn(ana, id)] as const),
    );
    const id = all.find(([, seen]) => JSON.stringify(seen).includes('our street'))?.[0] ?? '';
    expectOk(await ana.vault.answerLetter({ dossier: id, words: 'You are in.', today: TODAY }));
    await settle(ana, bahar);
    expect((await one.replies()).map(({ words }) => words)).toEqual(['You are in.']);
    expect(await visitor().replies()).toEqual([]);
    await one.write(`${NAME} again: thank you, Marker-5518`);
    await settle(ana, bahar, ana);
    const seen = await seenOn(bahar, id);
    expect(seen).toMatchObject({ further: [], waiting: 1 });
    expect(JSON.stringify(await bahar.vault.find({ text: 'Marker-5518', limit: 20 }))).not.toContain(id);
    await score(ana, id, 5);
    await score(bahar, id, 5);
    await settle(ana, bahar, ana);
    expect((await seenOn(ana, id)).further.map(({ words }) => words)).toEqual([
      `${NAME} again: thank you, Marker-5518`,
    ]);
  });

  it('that comes after the last day is kept, says so, and is to be gone later', async () => {
    const before = new Set((await listed(ana)).map(({ id }) => id));
    ahead = 12 * DAY;
    await visitor().apply(hash, ANSWERS);
    ahead = 0;
    await settle(ana, bahar);
    const [late] = (await listed(ana)).filter(({ id }) => !before.has(id));
    expect(late?.told['late']).toBe(true);
    expect(late?.day).toBe(dueGone(CALL.call, addDays(TODAY, 12)));
    expect((late?.day ?? '') > dueGone(CALL.call, TODAY)).toBe(true);
  });

  it('leaves nothing after the term that was said: not on the devices, nor on the server', async () => {
    const rows = await listed(ana);
    expect(goneBy(rows, TODAY)).toEqual([]);
    const due = goneBy(rows, dueGone(CALL.call, TODAY));
    expect(due.length).toBe(rows.length - 1);
    for (const { id } of due) expectOk(await ana.vault.erase({ dossier: id, why: 'kept-long-enough' }));
    await settle(ana, bahar, ana, bahar);
    for (const device of [ana, bahar]) {
      expect(await listed(device)).toHaveLength(1);
      for (const { id } of due) expect((await device.vault.dossier(id)).ok).toBe(false);
    }
    const { tables } = world.server.data.db;
    for (const { id } of due) {
      // Of a header that was destroyed its hash alone stays in its place.
      const kept = await sql<{ bytes: number }>`
        select coalesce(sum(octet_length(body)), 0)::int as bytes from log
        where dossier_id = ${Buffer.from(id, 'base64url')} and octet_length(body) > 32`.execute(tables);
      expect(kept.rows[0]?.bytes).toBe(0);
    }
    await settle(ana, bahar);
    expect(await listed(bahar)).toHaveLength(1);
  });
});
