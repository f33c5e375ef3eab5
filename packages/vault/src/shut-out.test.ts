import type { SpaceId } from '@dayaq/sealing';
import { expect, test } from 'vitest';
import { facetNumber, prepareSchema } from './database/schema.ts';
import { spaceNumber } from './database/space-number.ts';
import { nodeSurroundings } from './node/index.ts';
import { NOBODY_OUT } from './shut-out.ts';
import { listTasks, workloadOf } from './work.ts';

const space = 'our-space' as SpaceId;
const circle = { space, members: [{ account: 'leyla' }, { account: 'rena' }] };
const everything = { owner: null, until: null, limit: 500 };
const TODAY = '2026-11-29';

const engine = await (await nodeSurroundings('http://unused.invalid')).database.open(new Uint8Array(32));
prepareSchema(engine);
const place = spaceNumber(engine, space);
const CARD = JSON.stringify({
  told: {},
  facets: [],
  text: [],
  day: '',
  updated: 0,
  due: '',
  danger: '',
  conflict: false,
});
for (const rid of [1, 2, 3]) {
  engine.run(
    `insert into dossier(rid, id, space, kind, day, updated, due, title_key, card, holders)
     values(?, ?, ?, 'case', '', 0, '', '', ?, '["rena"]')`,
    rid,
    `case ${rid}`,
    place,
    CARD,
  );
  const data = JSON.stringify({ rule: 'x', what: `task ${rid}` });
  engine.run(
    `insert into task(name, rid, space, danger, due, opens, owner, data)
     values('t', ?, ?, 0, '2026-11-01', '2026-11-01', 'rena', ?)`,
    rid,
    place,
    data,
  );
  engine.run(
    'insert into facet(space, name, code, rid) values(?, ?, ?, ?)',
    place,
    facetNumber('case', 'owner'),
    'rena',
    rid,
  );
}
const held = (out = NOBODY_OUT, owner: string | null = null) =>
  listTasks(engine, circle, { ...everything, owner }, out).map((row) => `${row.dossier}: ${row.owner}`);
const load = (out = NOBODY_OUT) =>
  workloadOf(engine, circle, TODAY, out).map(({ owner, open, overdue, cases }) => [
    owner,
    open,
    overdue,
    cases,
  ]);

test('what lies with somebody who may not open the case is nobody’s, and counted so', () => {
  expect(held()).toEqual(['case 1: rena', 'case 2: rena', 'case 3: rena']);
  expect(load()).toEqual([['rena', 3, 3, 3]]);
  const out = { closed: [], holders: [{ rid: 2, account: 'rena' }] };
  expect(held(out)).toEqual(['case 1: rena', 'case 2: ', 'case 3: rena']);
  expect(held(out, 'rena')).toEqual(['case 1: rena', 'case 3: rena']);
  expect(held(out, '')).toEqual(['case 2: ']);
  expect(load(out)).toEqual([
    ['rena', 2, 2, 2],
    ['', 1, 1, 1],
  ]);
});

test('what is left here of a case that was closed to this account asks nothing of it', () => {
  const out = { closed: [1], holders: [{ rid: 1, account: 'rena' }] };
  expect(held(out)).toEqual(['case 2: rena', 'case 3: rena']);
  expect(load(out)).toEqual([['rena', 2, 2, 2]]);
});
