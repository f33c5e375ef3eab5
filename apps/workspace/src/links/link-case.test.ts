import { expect, test } from 'vitest';
import { applyChanges } from '../fields/index.ts';
import { linkCase, unlinkCase } from './link-case.ts';

const here = { id: 'c1', reference: 'K7Q-2MX' };

test('a case is linked once, also where its reference stood in the field before', () => {
  expect(applyChanges({ cases: ['K7Q-2MX', 'c2'] }, { cases: linkCase(here) })).toEqual({
    cases: ['c2', 'c1'],
  });
  expect(applyChanges({ cases: ['c1'] }, { cases: linkCase(here) })).toEqual({ cases: ['c1'] });
});

test('it is taken out in whichever way it stood there, and what others linked stays', () => {
  expect(applyChanges({ cases: ['K7Q-2MX', 'c2'] }, { cases: unlinkCase(here) })).toEqual({ cases: ['c2'] });
  expect(applyChanges({ cases: ['c1', 'c2'] }, { cases: unlinkCase(here) })).toEqual({ cases: ['c2'] });
  expect(unlinkCase({ id: 'c1', reference: '' })).toEqual({ add: [], del: ['c1'] });
});
