import { kindOf, TASK_RULES_DATA } from '@dayaq/domain';
import { expect, it } from 'vitest';
import { shownAt } from '../cases/parts/parts.ts';
import { addressOf, partOf } from '../kind-places.ts';
import { taskAddress, wholeAddress } from './task-address.ts';

const at = (kind: string) => taskAddress({ dossier: 'd', kind, about: 'a', record: '' });

const kinds = [...new Set(TASK_RULES_DATA.map(({ kind }) => kind))];

it.each(kinds.filter((kind) => kindOf(kind)?.level === 'part' && partOf(kind) !== undefined))(
  'what a rule asks for about a %s is opened where it is done',
  (kind) => {
    const [, , , part = ''] = at(kind).split(/[/#]/);
    expect(part).not.toBe('');
    expect(shownAt(part)?.part).toBe(part);
    expect(at(kind)).toContain('#record-a');
  },
);

it.each(kinds.filter((kind) => kindOf(kind)?.level === 'part' && partOf(kind) === undefined))(
  'what a rule asks for about a %s, which stands in no case, is opened on its own page',
  (kind) => {
    expect(at(kind)).toBe(addressOf(kind, { id: 'a', dossier: 'd' }));
    expect(at(kind)).not.toContain('/cases/');
  },
);

it('a task in its own words opens the story at its place, and what nobody took up yet, the story', () => {
  expect(taskAddress({ dossier: 'd', kind: '', about: '', record: 't' })).toBe('/cases/d#record-t');
  expect(taskAddress({ dossier: 'd', kind: '', about: '', record: '' })).toBe('/cases/d');
});

it('what is itself no case is opened where it stands, by its task and by its name', () => {
  const complaint = { dossier: 'd', kind: 'complaint', about: 'd', record: '' };
  expect([taskAddress(complaint), wholeAddress(complaint)]).toEqual(['/inbox/d', '/inbox/d']);
  expect(taskAddress({ ...complaint, record: 't' })).toBe('/inbox/d');
  expect(wholeAddress({ dossier: 'd', kind: 'cost', about: 'a' })).toBe('/cases/d');
});
