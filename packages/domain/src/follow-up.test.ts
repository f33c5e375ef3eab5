import { expect, test } from 'vitest';
import type { PlainRecord } from './plain-record.ts';
import { codeOf } from './code-lists/index.ts';
import { followUpAfterIntake, RULES } from './follow-up.ts';
import { fieldOf } from './kinds/index.ts';

const one = (kind: string, fields: Record<string, unknown>, deleted = false): PlainRecord[] => [
  { id: 'r', kind, deleted, fields, created: { by: 'm', at: 1 }, updated: { by: 'm', at: 1 } },
];

test('a week after an intake somebody gets in touch again', () => {
  expect(followUpAfterIntake(one('case', { danger: 'some' }), '2024-12-28')).toEqual({
    rule: 're-contact',
    due: '2025-01-04',
  });
});

test.each([
  ['high danger', one('case', { danger: 'high' })],
  ['a need for care', one('case', { wants: ['documents', 'medical-care'] })],
  ['rape', one('violation', { type: 'sexual-violence' })],
  ['interrupted HIV treatment', one('person', { artStatus: 'interrupted' })],
])('%s brings it to the next day', (_what, records) => {
  expect(followUpAfterIntake(records, '2024-05-02')).toEqual({
    rule: 're-contact-urgent',
    due: '2024-05-03',
  });
});

test('whoever says that there is no danger is not called in alarm, whatever they wish for', () => {
  const calm = one('case', { danger: 'none', wants: ['safe-place', 'treatment'] });
  expect(followUpAfterIntake(calm, '2024-05-02')).toEqual({ rule: 're-contact', due: '2024-05-09' });
});

test('without danger, what is counted in hours or days still comes the next day, and is not called urgent', () => {
  const records = [...one('case', { danger: 'none' }), ...one('violation', { type: 'sexual-violence' })];
  expect(followUpAfterIntake(records, '2024-05-02')).toEqual({ rule: 're-contact-soon', due: '2024-05-03' });
});

test('whoever alone gets in touch is not sought out, unless another way was agreed, too', () => {
  const client = (safeChannel: string[]) => [
    ...one('case', { danger: 'some' }),
    ...one('person', { role: 'client', safeChannel }),
  ];
  expect(followUpAfterIntake(client(['they-contact-us']), '2024-05-02')).toBeNull();
  expect(followUpAfterIntake(client(['no-contact']), '2024-05-02')).toBeNull();
  expect(followUpAfterIntake(client(['they-contact-us', 'sms']), '2024-05-02')?.rule).toBe('re-contact');
  const witness = one('person', { role: 'witness', safeChannel: ['they-contact-us'] });
  expect(followUpAfterIntake(witness, '2024-05-02')?.rule).toBe('re-contact');
});

test('a deleted record brings nothing forward', () => {
  expect(followUpAfterIntake(one('case', { danger: 'high' }, true), '2024-05-02')?.rule).toBe('re-contact');
});

test('rules speak only of fields and codes that exist', () => {
  for (const rule of RULES) {
    expect(codeOf('task-rules', rule.rule)).toBeDefined();
    for (const condition of [...rule.when, ...(rule.unless ?? [])]) {
      const type = fieldOf(condition.kind, condition.field)?.type;
      if (type?.is !== 'code' && type?.is !== 'codes') throw new Error(`${condition.field} has no list`);
      for (const code of condition.in) expect(codeOf(type.list, code), code).toBeDefined();
    }
  }
});
