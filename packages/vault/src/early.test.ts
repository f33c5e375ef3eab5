import { escalate } from '@dayaq/domain';
import { type Change, type Entry, mergeDossier } from '@dayaq/journal';
import type { AccountId, DossierId, EntryId, RecordId, SpaceId } from '@dayaq/sealing';
import { expect, it } from 'vitest';
import { prepareSchema } from './database/schema.ts';
import { forgetEarly, hoursIn, noteEarly } from './early.ts';
import { nodeSurroundings } from './node/index.ts';
import { plainRecords, projected } from './projected.ts';

const HOUR = 3_600_000;
const NOW = Date.UTC(2026, 10, 29);
const YEARS = 10 * 365 * 24 * HOUR;
const CASE = 'case' as DossierId;
const { database } = await nodeSurroundings('http://unused.invalid');

/** An entry of the one case, written by who had seen the one before it. */
const entry = (
  number: number,
  time: number,
  changes: Record<string, Record<string, string | string[]>>,
): Entry => ({
  id: `entry-${number}` as EntryId,
  space: 's' as SpaceId,
  dossier: CASE,
  author: 'zaur' as AccountId,
  time,
  heads: number === 1 ? [] : [`entry-${number - 1}` as EntryId],
  view: { place: null, charter: new Uint8Array(32), peer: null },
  changes: Object.entries(changes).map(
    ([record, fields]): Change => ({
      kind: record,
      record: record as RecordId,
      fields: Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, { set: value }])),
    }),
  ),
});

it('a danger that is stamped years ahead moves on from when it was heard of, however often the log is read again', async () => {
  const engine = await database.open(new Uint8Array(32));
  prepareSchema(engine);
  const entries = [
    entry(1, NOW - HOUR, { case: { owner: 'zaur' }, threat: { type: ['kill'], credible: 'likely' } }),
    entry(2, NOW + YEARS, { threat: { credible: 'likely' } }),
  ];
  for (const each of entries) noteEarly(engine, each, NOW);
  for (const each of entries) noteEarly(engine, each, NOW + 2 * HOUR);
  const state = mergeDossier(entries);
  const told = (hourOf?: ReturnType<typeof hoursIn>): readonly string[] => {
    const { danger } = projected(
      CASE,
      'case',
      state,
      plainRecords(state),
      undefined,
      hourOf ? { hourOf } : {},
    );
    const { dangers = [], answers = [] } = danger?.data ?? {};
    const stand = escalate(dangers, answers, ['zaur', 'leyla'], NOW + 3 * HOUR);
    return stand.state === 'open' ? stand.told : [];
  };
  expect(told(), 'by its author’s clock alone it would wait').toEqual(['zaur']);
  expect(told(hoursIn(engine, CASE))).toEqual(['zaur', 'leyla']);
  expect(hoursIn(engine, CASE)({ by: 'zaur', at: NOW - HOUR, entry: 'entry-1' })).toBe(NOW - HOUR);
  forgetEarly(engine, CASE);
  expect(hoursIn(engine, CASE)({ by: 'zaur', at: NOW + YEARS, entry: 'entry-2' })).toBe(NOW + YEARS);
  engine.close();
});
