import { type ChosenFields, type PlainRecord, shareOnly } from '@dayaq/domain';
import { expect, test } from 'vitest';
import {
  begunOn,
  type Choosing,
  dependantsOn,
  isChosen,
  NOTHING_CHOSEN,
  offersNow,
  offersOn,
  withDependant,
  withOffer,
  withPart,
} from './choose.ts';

const record = (id: string, kind: string, fields: Record<string, unknown>): PlainRecord => ({
  id,
  kind,
  deleted: false,
  fields,
  created: { by: 'm', at: 1 },
  updated: { by: 'm', at: 1 },
});
const CASE: PlainRecord[] = [
  record('p', 'person', {
    role: 'client',
    alias: 'Wren',
    ageBand: '25-34',
    hivStatus: 'positive',
    disability: ['walking'],
    safeHours: 'evenings',
    safeContact: '050 000 00 00',
  }),
  record('k', 'person', { role: 'dependant', alias: 'Anna', ageBand: '0-13', relation: 'child' }),
  record('t', 'threat', { people: ['k'], type: ['harm-child'], date: { day: '2026-11-01' } }),
];
const OFFERS = offersOn(CASE, 'p', null);
const offer = (field: string, of = 'p') => OFFERS.find((one) => one.field === field && one.record === of)!;
const opened = (...parts: string[]): Choosing =>
  parts.reduce((choosing, part) => withPart(choosing, OFFERS, 'p', part, true), NOTHING_CHOSEN);
const consent = (fields: Record<string, unknown>): PlainRecord =>
  record('c', 'consent', { of: 'p', to: 'sharing', decision: 'yes', recipient: 'x', ...fields });

test('opening a part chooses what is ordinary in it; a name, a number and anything of health wait for their own yes', () => {
  expect(opened('alias-age', 'contact', 'health').chosen).toEqual({ p: ['ageBand', 'safeHours'] });
  const one = withOffer(opened('health'), offer('disability'), 'p', true);
  expect(one.chosen).toEqual({ p: ['disability'] });
  expect([isChosen(one, offer('disability')), isChosen(one, offer('hivStatus'))]).toEqual([true, false]);
});

test('closing a part takes away all of it, also what had its own yes', () => {
  const one = withOffer(opened('health', 'alias-age'), offer('disability'), 'p', true);
  expect(withPart(one, OFFERS, 'p', 'health', false)).toEqual({
    parts: ['alias-age'],
    chosen: { p: ['ageBand'] },
  });
  expect(withOffer(opened('alias-age'), offer('ageBand'), 'p', false).chosen).toEqual({});
});

test('of a child nothing is to be chosen until she comes along, and nothing stays when she does not', () => {
  const before = opened('alias-age', 'safety');
  expect(offersNow(before, OFFERS, 'p').map(({ record }) => record)).not.toContain('k');
  const along = withDependant(before, OFFERS, 'k', true);
  expect(along.chosen).toEqual({ p: ['ageBand'], k: ['relation', 'ageBand'], t: ['date', 'type'] });
  expect(offersNow(along, OFFERS, 'p').some(({ record, field }) => record === 'k' && field === 'alias')).toBe(
    true,
  );
  expect(withDependant(along, OFFERS, 'k', false).chosen).toEqual({ p: ['ageBand'] });
  // She comes along even where nothing of her is said.
  const bare = ['relation', 'ageBand'].reduce(
    (now, field) => withOffer(now, offer(field, 'k'), 'p', false),
    along,
  );
  expect(bare.chosen).toMatchObject({ k: [] });
  const yes = consent({ agreed: bare.chosen });
  expect(shareOnly(CASE, yes, bare.chosen)).toContainEqual({
    from: 'k',
    kind: 'person',
    fields: { role: 'dependant' },
  });
});

test('on a consent that stands only what it agreed to is offered: field by field all of it, by parts what is ordinary first', () => {
  const agreed: ChosenFields = { p: ['alias', 'disability'], k: ['ageBand'] };
  const byField = consent({ agreed });
  expect(begunOn(CASE, 'p', byField).chosen).toEqual(agreed);
  expect(dependantsOn(CASE, 'p', byField).map(({ id }) => id)).toEqual(['k']);
  const byParts = consent({ parts: ['alias-age', 'health'] });
  expect(begunOn(CASE, 'p', byParts)).toEqual({ chosen: { p: ['ageBand'] }, parts: ['alias-age', 'health'] });
  expect(offersOn(CASE, 'p', byParts).map(({ field }) => field)).toContain('hivStatus');
  expect(dependantsOn(CASE, 'p', byParts)).toEqual([]);
});
