import { describe, expect, it } from 'vitest';
import { codeList } from './code-lists/index.ts';
import type { Kind } from './kind.ts';
import { fieldOf, KINDS } from './kinds/index.ts';
import { ruledOut, withoutRuledOut } from './ruled-out.ts';

describe('answers that contradict each other', () => {
  const both = { safeChannel: ['call', 'signal'], neverContact: ['call', 'at-home'], safeHours: 'evenings' };

  it('are found: a telephone call beside "never call"', () => {
    expect(ruledOut('person', both)).toEqual([
      { field: 'safeChannel', code: 'call', by: 'neverContact', never: 'call' },
    ]);
    expect(ruledOut('person', { mayLeaveMessage: 'yes', neverContact: ['voice-message'] })).toEqual([
      { field: 'mayLeaveMessage', code: 'yes', by: 'neverContact', never: 'voice-message' },
    ]);
    expect(ruledOut('person', { safeChannel: ['call'], neverContact: ['message'] })).toEqual([]);
  });

  it('leave the "never" standing, and the rest of what was said', () => {
    expect(withoutRuledOut('person', both)).toEqual({ ...both, safeChannel: ['signal'] });
    expect(withoutRuledOut('person', { safeChannel: ['sms'], neverContact: ['message'] })).toEqual({
      safeChannel: null,
      neverContact: ['message'],
    });
  });

  it('are named by codes that there are', () => {
    const listed = (kind: string, field: string, code: string): boolean => {
      const type = fieldOf(kind, field)?.type;
      const list =
        type?.is === 'code' || type?.is === 'codes' ? type.list : type?.is === 'answer' ? 'answer' : '';
      return codeList(list)?.codes.some((each) => each.code === code) === true;
    };
    for (const { kind, fields } of Object.values<Kind>(KINDS))
      for (const { name, rulesOut = {} } of fields)
        for (const [never, out] of Object.entries(rulesOut)) {
          expect(listed(kind, name, never), `${kind}.${name}: ${never}`).toBe(true);
          for (const [field, codes] of Object.entries(out))
            for (const code of codes)
              expect(listed(kind, field, code), `${kind}.${field}: ${code}`).toBe(true);
        }
  });
});
