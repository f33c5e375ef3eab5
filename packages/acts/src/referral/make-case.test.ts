import { fieldOf } from '@dayaq/domain';
import type { DossierView, RecordView, Value } from '@dayaq/vault/client';
import { expect, test } from 'vitest';
import { caseFrom, carriedRecords } from './make-case.ts';

const record = (id: string, kind: string, values: Record<string, Value>): RecordView => ({
  id,
  kind,
  deleted: false,
  created: { by: 'them', at: 1 },
  updated: { by: 'them', at: 1 },
  fields: Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, { value, by: 'them', at: 1, alternatives: [] }]),
  ),
});

const HANDOVER: DossierView = {
  id: 'h',
  kind: 'handover',
  records: [
    record('h', 'handover', { reference: 'K7Q-2MX', need: 'shelter', needWords: 'For tonight.', sent: 1 }),
    record('c', 'case', {
      summary: 'Put out of the flat.',
      wants: ['safe-place'],
      wantsWords: 'With my son.',
    }),
    record('p', 'person', { alias: 'Wren', ageBand: '25-34' }),
    record('v', 'violation', { type: 'evicted', victims: ['p'], perpetrators: ['x', 'gone'] }),
    record('x', 'perpetrator', { type: 'landlord' }),
    record('f', 'file', { role: 'evidence', workingCopy: { blob: 'b', key: 'their-key' } }),
    { ...record('d', 'threat', { words: 'taken out again' }), deleted: true },
  ],
  restricted: false,
  readers: [],
  leftOut: [],
  waiting: 0,
  held: null,
  closed: false,
  complete: true,
  space: 's1',
  shared: { direction: 'received', peer: 's', state: 'live' },
};
const SEALED = { blob: 'b2', key: 'k2', size: 1, name: 'a.jpg', mediaType: 'image/jpeg', sha256: 'x' };
const ids = {
  root: 'root',
  source: 'source',
  reference: 'ABC-234',
  copies: Object.fromEntries(carriedRecords(HANDOVER).map(({ id }) => [id, `our-${id}`])),
  received: { f: 'step' },
};
const changes = caseFrom(
  HANDOVER,
  ids,
  { f: SEALED },
  { me: 'me', today: '2026-11-22', sourceWords: 'From them' },
);
const of = (kind: string): Record<string, unknown> => {
  const fields = changes.find((change) => change.kind === kind)?.fields ?? {};
  return Object.fromEntries(
    Object.entries(fields).map(([name, op]) => [name, 'set' in op ? op.set : op.add]),
  );
};

test('what was received becomes a new case of ours, that says where it came from', () => {
  expect(of('case')).toMatchObject({
    alias: 'Wren',
    status: 'new',
    channel: 'referral',
    opened: { day: '2026-11-22' },
    owner: 'me',
    summary: 'Put out of the flat.',
    wants: ['safe-place'],
    wantsWords: 'With my son.\nFor tonight.',
    referredAs: 'K7Q-2MX',
    handover: 'h',
    reference: 'ABC-234',
  });
  expect(of('source')).toMatchObject({ words: 'From them' });
  expect(changes.map(({ kind }) => kind)).toEqual([
    'case',
    'person',
    'violation',
    'perpetrator',
    'file',
    'custody',
    'source',
  ]);
});

test('records keep their ties under new ids, and the person is the client', () => {
  expect(of('person')).toEqual({ alias: 'Wren', ageBand: '25-34', role: 'client' });
  expect(of('violation')).toMatchObject({ victims: ['our-p'], perpetrators: ['our-x'] });
  const written = JSON.stringify(changes.map(({ record: id }) => id));
  for (const { id } of HANDOVER.records) expect(written).not.toContain(`"${id}"`);
});

test('a file is sealed anew; their key is not kept, and every field is one of its kind', () => {
  expect(of('file')).toEqual({ role: 'evidence', file: SEALED });
  expect(JSON.stringify(changes)).not.toContain('their-key');
  for (const change of changes)
    for (const field of Object.keys(change.fields)) expect(fieldOf(change.kind, field)).toBeDefined();
});
