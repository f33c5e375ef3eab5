import { KINDS, type Field } from '@dayaq/domain';
import type { Value } from '@dayaq/vault/client';
import { describe, expect, it } from 'vitest';
import { joinedAnswer } from './joined-answer.ts';

const field = (name: string): Field => KINDS.person.fields.find((each) => each.name === name) as Field;
const joined = (name: string, own: Value[], other: Value[]) => joinedAnswer(field(name), own, other);

describe('joining two who are one person', () => {
  it('opens no way of contact that one of the two did not call safe', () => {
    expect(joined('safeChannel', [['call', 'sms']], [['signal', 'sms']])).toEqual(['sms']);
    expect(joined('safeChannel', [['call']], [['signal']])).toEqual([]);
    // Of two versions that stand in one of them, only what both say.
    expect(joined('safeChannel', [['call', 'sms'], ['call']], [['call', 'sms']])).toEqual(['call']);
    expect(joined('safeChannelOther', ['by the neighbour'], ['by the aunt'])).toBeNull();
  });

  it('leaves no message where one of them did not say that one may be left', () => {
    expect(joined('mayLeaveMessage', ['yes'], ['unknown'])).toBe('unknown');
    expect(joined('mayLeaveMessage', ['yes'], ['prefers-not'])).toBe('prefers-not');
    expect(joined('mayLeaveMessage', ['yes', 'no'], ['yes'])).toBe('no');
    expect(joined('mayLeaveMessage', [], ['yes'])).toBe('yes');
  });

  it('keeps all that either forbids', () => {
    expect(joined('neverContact', [['sms']], [['call']])).toEqual(['sms', 'call']);
    expect(joined('neverContactOther', ['her work'], ['her school'])).toBe('her work\nher school');
    expect(joined('exclusions', ['her brother'], ['her brother'])).toBe('her brother');
    expect(joined('minor', ['no'], ['unknown'])).toBe('unknown');
  });

  it('keeps what the one says where the other says nothing, and its own name', () => {
    expect(joined('safeChannel', [['call']], [])).toBeUndefined();
    expect(joined('alias', ['Aygün'], ['Айгюн'])).toBeUndefined();
    expect(joined('alias', [], ['Айгюн'])).toBe('Айгюн');
  });

  it('loses neither number under which one of them was reached or known, nor what was noted', () => {
    expect(joined('safeContact', ['+994 50 111'], ['+994 55 222'])).toBe('+994 50 111 · +994 55 222');
    expect(joined('safeContact', ['+994 50 111'], ['+994 50 111'])).toBe('+994 50 111');
    expect(joined('note', ['Speaks softly.'], ['Comes on Mondays.'])).toBe(
      'Speaks softly.\n\nComes on Mondays.',
    );
    // Where there is no room for both, the one that goes on keeps its own, whole.
    expect(joined('safeContact', ['x'.repeat(100)], ['y'.repeat(100)])).toBeUndefined();
    const oldNumber = KINDS.case.fields.find((each) => each.name === 'oldNumber') as Field;
    expect(joinedAnswer(oldNumber, ['R-5'], ['R-17'])).toBe('R-5 · R-17');
  });
});
