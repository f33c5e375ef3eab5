import type { TaskRow } from '@dayaq/vault/client';
import { expect, it } from 'vitest';
import { type CaseGroup, PAGE, pagesOf } from './case-groups.ts';
import { aTask } from './testing/a-task.ts';

const tasks = (...cases: string[]): TaskRow[] =>
  cases.map((dossier, n) => aTask({ dossier, record: `t${n}` }));
const brief = (groups: readonly CaseGroup[] = []) =>
  groups.map(({ dossier, rows }) => [dossier, rows.map(({ record }) => record)]);

it('stand under their case, the case of the first row first', () => {
  expect(brief(pagesOf(tasks('grave', 'calm', 'grave'))[0])).toEqual([
    ['grave', ['t0', 't2']],
    ['calm', ['t1']],
  ]);
});

it('keep their place when more is shown', () => {
  const first = tasks(...Array.from({ length: PAGE }, (_, n) => `case ${n}`));
  const more = [...first, aTask({ dossier: 'case 0', record: 'later' })];
  expect(pagesOf(more)[0]).toEqual(pagesOf(first)[0]);
  expect(brief(pagesOf(more)[1])).toEqual([['case 0', ['later']]]);
});

it('are nothing where nothing is to be done', () => {
  expect(pagesOf([])).toEqual([]);
});
