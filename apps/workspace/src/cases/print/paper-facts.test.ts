import { createTranslator, loadMessages } from '@dayaq/locale';
import type { RecordView, Value } from '@dayaq/vault/client';
import { expect, test } from 'vitest';
import { aRecord } from '../testing/records.ts';
import { paperDanger, paperFacts } from './paper-facts.ts';

const translator = createTranslator('ru', await loadMessages('ru'));
const around = { translator, records: [], members: [], country: 'az' };
const danger = (root: Record<string, Value>, ...others: RecordView[]) => {
  const head = aRecord('case', root);
  return paperDanger([head, ...others], head, around);
};

test('a case on paper says how dangerous it is, whoever said so', () => {
  expect(danger({ danger: 'high' })).toBe('Высокая опасность');
  expect(danger({}, aRecord('threat', { type: ['kill'], credible: 'likely' }))).toBe('Критическая опасность');
  expect(danger({ danger: 'none' }, aRecord('threat', { type: ['kill'] }))).toBe('Высокая опасность');
  expect(danger({}, aRecord('risk', { level: 'raised' }))).toBe('Повышенная опасность');
  expect(danger({ danger: 'none' })).toBe(
    'Опасность, как сказали 1 ноября 2026\u00a0г.: Сейчас опасности нет',
  );
  expect(danger({})).toBe('');
});

test('danger that was said once and answered since stands on no paper as danger now', () => {
  const head = { ...aRecord('case', { danger: 'high', status: 'closed' }), settled: true as const };
  expect(paperDanger([head], head, around)).toBe(
    'Опасность, как сказали 1 ноября 2026\u00a0г.: Высокая: сейчас или завтра',
  );
});

test('no fact in its head stands there without its name', () => {
  const head = aRecord('case', { status: 'new', channel: 'third-party', area: { area: 'unknown' } });
  const facts = paperFacts(head, around);
  expect(facts.length).toBeGreaterThan(1);
  for (const fact of facts) expect(fact).toMatch(/^\p{L}[\p{L} ]+: ./u);
});
