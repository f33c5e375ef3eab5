import { expect, test } from 'vitest';
import type { PlainRecord } from './plain-record.ts';
import { fieldOf, KINDS } from './kinds/index.ts';
import { linksIn, linksOfOldText, linksOut, roomLeft } from './links.ts';
import { typedField } from './typed.ts';
import { validateRecord } from './validate.ts';

const all = Object.values(KINDS).flatMap((kind) => kind.fields.map((field) => ({ kind, field })));
const links = all.filter(({ field: { type } }) => type.is === 'link' || type.is === 'links');

test('no text field holds ids: what leads elsewhere is a link', () => {
  for (const { kind, field } of all)
    if (field.type.is === 'text')
      expect(field.name, kind.kind).not.toMatch(/(Id|Ids|usedBy|dossier|handover|fund)$/);
  expect(links.map(({ kind, field }) => `${kind.kind}.${field.name}`).sort()).toEqual([
    'address.usedBy',
    'advance.fund',
    'bearing.commitment',
    'budget-line.fund',
    'case.handover',
    'case.joinedInto',
    'case.lead',
    'case.letters',
    'case.notSame',
    'commitment.same',
    'commitment.serves',
    'complaint.letter',
    'complaint.subject',
    'consent.recipientId',
    'consultation.about',
    'consultation.byIs',
    'consultation.commitments',
    'consulted.nameIs',
    'contact.institutionIs',
    'cost.advance',
    'cost.fund',
    'cost.line',
    'counselling.of',
    'document-need.address',
    'handed.of',
    'law.about',
    'law.commitments',
    'matter.cases',
    'matter.forumIs',
    'matter.laws',
    'measurement.figure',
    'path.provider',
    'pattern-case.pattern',
    'perpetrator.alsoIn',
    'perpetrator.sameAs',
    'person.alsoIn',
    'person.excludedIds',
    'person.sameAs',
    'proposal.commitment',
    'referral.dossier',
    'referral.service',
    'referral.space',
    'service-event.caseReference',
    'stay.event',
    'stay.provider',
    'task.about',
  ]);
});

test('a link names kinds that exist, is bounded by a number of its record, and never leaves with a hand-over', () => {
  for (const { kind, field } of links) {
    const { type } = field;
    if (type.is !== 'link' && type.is !== 'links') throw new Error(field.name);
    for (const each of type.to.kinds) expect(Object.keys(KINDS)).toContain(each);
    if (type.is === 'links' && type.bound !== undefined)
      expect(fieldOf(kind.kind, type.bound)?.type.is).toBe('number');
    expect(field.share, field.name).toBe(false);
    expect(field.release, field.name).toBe('never');
  }
});

test('what may belong to another organisation is only led to one way, and leads nowhere itself', () => {
  const oneWay = links.filter(({ field }) => field.oneWay === true);
  expect(oneWay.map(({ kind, field }) => `${kind.kind}.${field.name}`)).toEqual([
    'case.handover',
    'case.lead',
    'case.letters',
    'complaint.letter',
    'referral.dossier',
  ]);
  for (const { field } of oneWay) {
    if (!('to' in field.type)) throw new Error(field.name);
    for (const target of field.type.to.kinds)
      expect(links.filter(({ kind }) => kind.kind === target)).toEqual([]);
  }
});

test('what was written as text, one a line, is read as links', () => {
  expect(linksOfOldText('matter', 'cases', 'K7Q-2MX\n X9X-9XX \n\nK7Q-2MX')).toEqual(['K7Q-2MX', 'X9X-9XX']);
  expect(linksOfOldText('person', 'excludedIds', 'a b\nc')).toEqual(['a', 'b', 'c']);
  expect(linksOfOldText('address', 'usedBy', '')).toEqual([]);
  // One id was and is a text; what is no link, and what is a list already, is nothing for this reader.
  expect(linksOfOldText('cost', 'fund', 'f1')).toBeUndefined();
  expect(linksOfOldText('matter', 'note', 'K7Q-2MX')).toBeUndefined();
  expect(linksOfOldText('matter', 'cases', ['K7Q-2MX'])).toBeUndefined();
  expect(linksOfOldText('matter', 'cases', null)).toBeUndefined();
});

test('whatever was signed into a field of links, what comes out is ids', () => {
  expect(typedField('cost', 'fund', { id: 'f1' })).toBeNull();
  expect(typedField('matter', 'cases', ['a', 7, 'x'.repeat(65), 'b'])).toEqual(['a', 'b']);
  expect(linksIn('matter', 'cases', ['a', 'a', '', 7])).toEqual(['a']);
  expect(linksIn('matter', 'cases', 'a b')).toEqual(['a', 'b']);
  expect(linksIn('cost', 'fund', '')).toEqual([]);
  expect(linksIn('cost', 'words', 'f1')).toEqual([]);
});

test('the links of a dossier are those that lead out of it, of records that are there', () => {
  const record = (id: string, kind: string, fields: PlainRecord['fields'], deleted = false) => ({
    id,
    kind,
    deleted,
    fields,
  });
  expect([...linksOut('handover', [record('k', 'cost', { fund: 'f' })])]).toEqual([]);
  expect([
    ...linksOut('case', [
      record('m', 'matter', { cases: ['c1', 'c2'] }),
      record('k', 'cost', { fund: 'f' }),
      record('gone', 'cost', { fund: 'f' }, true),
      record('t', 'task', { about: 'm' }),
      record('z', 'constellation', { fund: 'f' }),
    ]),
  ]).toEqual([
    { record: 'm', kind: 'matter', field: 'cases', target: 'c1' },
    { record: 'm', kind: 'matter', field: 'cases', target: 'c2' },
    { record: 'k', kind: 'cost', field: 'fund', target: 'f' },
  ]);
});

test('an address with more cases than places is too full, and says by how much', () => {
  expect(roomLeft('address', 'usedBy', { places: 2, usedBy: ['a'] })).toBe(1);
  expect(roomLeft('address', 'usedBy', { places: 1, usedBy: ['a', 'b', 'c'] })).toBe(-2);
  expect(roomLeft('address', 'usedBy', { usedBy: ['a'] })).toBeNull();
  expect(roomLeft('matter', 'cases', { cases: ['a'] })).toBeNull();
  const area = { area: 'az-baku' };
  expect(validateRecord('address', { area, places: 1, usedBy: ['a', 'b'] })).toEqual([
    { field: 'usedBy', problem: 'too-many' },
  ]);
  expect(validateRecord('address', { area, places: 2, usedBy: ['a', 'b'] })).toEqual([]);
});
