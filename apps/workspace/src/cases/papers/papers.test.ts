import { PACKS } from '@dayaq/domain';
import { expect, test } from 'vitest';
import { aRecord } from '../testing/records.ts';
import { goalsBegun, goalView } from './papers.ts';

const { az } = PACKS;
const need = (document: string, state: string, goal = 'identity-card') =>
  aRecord('document-need', { of: 'p1', document, state, goal });

test('what is held, asked for and missing is told apart, for this person alone', () => {
  const records = [
    need('photographs', 'has'),
    need('birth-certificate', 'in-progress'),
    aRecord('document-need', { of: 'p2', document: 'fee-receipt', state: 'has', goal: 'identity-card' }),
  ];
  const view = goalView('identity-card', 'p1', records, az);
  expect(view?.demands.slice(0, 3).map(({ anyOf, state }) => [anyOf[0], state])).toEqual([
    ['birth-certificate', 'in-progress'],
    ['photographs', 'has'],
    ['fee-receipt', 'missing'],
  ]);
  expect(view?.reached).toBe(false);
  expect(goalView('identity-card', 'p1', [need('identity-card', 'has')], az)?.reached).toBe(true);
});

test('a document that cannot be had closes a way only where no other would do', () => {
  const one = [need('lease', 'impossible', 'residence-registration')];
  const papers = (records: typeof one) =>
    goalView('residence-registration', 'p1', records, az)?.demands.find(({ anyOf }) =>
      anyOf.includes('lease'),
    );
  expect(papers(one)?.state).toBe('missing');
  const both = [...one, need('housing-papers', 'impossible', 'residence-registration')];
  expect(papers(both)?.state).toBe('impossible');
});

test('an office that asks beyond its list can close a circle, and the circle is told', () => {
  expect(goalView('residence-registration', 'p1', [], az)?.path.circle).toEqual([]);
  const records = [need('residence-record', 'missing', 'identity-card')];
  const view = goalView('residence-registration', 'p1', records, az);
  expect([...(view?.path.circle ?? [])].sort()).toEqual(['identity-card', 'residence-registration']);
  expect(goalView('identity-card', 'p1', records, az)?.demands.map(({ anyOf }) => anyOf[0])).toContain(
    'residence-record',
  );
});

test('who holds the document stands in no circle', () => {
  const records = [
    need('residence-record', 'missing', 'identity-card'),
    need('identity-card', 'has', 'residence-registration'),
  ];
  expect(goalView('residence-registration', 'p1', records, az)?.path.circle).toEqual([]);
});

test('goals stand in the order in which they were begun, each once', () => {
  const records = [
    need('photographs', 'has', 'identity-card'),
    need('lease', 'missing', 'residence-registration'),
    need('fee-receipt', 'has', 'identity-card'),
    need('translation', 'has', 'other'),
  ];
  expect(goalsBegun(records, 'p1', az)).toEqual(['identity-card', 'residence-registration']);
});
