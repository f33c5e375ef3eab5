import { codeList, kindOf, type OpenTask, TASK_RULES_DATA } from '@dayaq/domain';
import { describe, expect, it } from 'vitest';
import { addressOf, partOf } from '../../kind-places.ts';
import { shownAt } from '../parts/parts.ts';
import { deedOf, nextStep } from './next-step.ts';

const hasOwnPage = (kind: string): boolean =>
  partOf(kind) === undefined && addressOf(kind, { id: 'a', dossier: 'd' }) !== undefined;

const task = (what: Partial<OpenTask>): OpenTask => ({
  record: '',
  kind: '',
  told: {},
  what: '',
  due: '',
  opens: '',
  owner: '',
  rule: 'by-hand',
  about: '',
  taken: null,
  reach: {},
  estimated: false,
  checkWithLawyer: false,
  reachInDoubt: false,
  ...what,
});

describe('the next step of a case', () => {
  it('is what is dangerous, then what is due soonest; what has no day comes last', () => {
    const undated = task({ what: 'undated' });
    const late = task({ what: 'late', due: '2026-11-01' });
    const soon = task({ what: 'soon', due: '2026-12-01' });
    const danger = task({ rule: 'threat-act', due: '2026-11-29' });
    expect(nextStep([undated, soon, late, danger], 'me')).toBe(danger);
    expect(nextStep([undated, soon, late], 'me')).toBe(late);
    expect(nextStep([undated], 'me')).toBe(undated);
    expect(nextStep([], 'me')).toBeNull();
  });

  it('is before all else what is counted in hours', () => {
    const danger = task({ rule: 'threat-act', due: '2026-11-28' });
    const dose = task({ rule: 'treatment-bring', due: '2026-11-29' });
    expect(nextStep([danger, dose], 'me')).toBe(dose);
  });

  it('is, of two due on one day, one’s own', () => {
    const theirs = task({ due: '2026-12-01', owner: 'she' });
    const mine = task({ due: '2026-12-01', owner: 'me' });
    expect(nextStep([theirs, mine], 'me')).toBe(mine);
    expect(nextStep([theirs, mine], 'she')).toBe(theirs);
  });
});

describe('what opens for a task', () => {
  it('is a danger to take, and to answer once one has taken it', () => {
    expect(deedOf(task({ rule: 'risk-act' }), 'me')).toEqual({ does: 'take' });
    expect(deedOf(task({ rule: 'risk-act', owner: 'she', taken: 1 }), 'me')).toEqual({ does: 'take' });
    expect(deedOf(task({ rule: 'risk-act', owner: 'me', taken: 1 }), 'me')).toEqual({
      does: 'answer-danger',
    });
  });

  it('is a form for what was planned and what was written by hand, and a newer version’s rule', () => {
    expect(deedOf(task({ rule: 'response-planned' }), 'me')).toEqual({ does: 'carry-out' });
    for (const rule of ['by-hand', 're-contact', 're-contact-soon', 'toString', 'of-tomorrow']) {
      expect(deedOf(task({ rule }), 'me'), rule).toEqual({ does: 'write' });
    }
  });

  it('is for each other rule the part of the case in which the thing stands', () => {
    const forms = [
      'by-hand',
      're-contact',
      're-contact-soon',
      're-contact-urgent',
      'threat-act',
      'risk-act',
      'response-planned',
    ];
    const others = (codeList('task-rules')?.codes ?? []).filter(({ code }) => !forms.includes(code));
    expect(others.length).toBeGreaterThan(10);
    for (const { code } of others) {
      const kind = TASK_RULES_DATA.find(({ rule }) => rule === code)?.kind ?? '';
      // What heads a dossier of its own stands in no case, nor does what has a page in one.
      if (kindOf(kind)?.level === 'root' || hasOwnPage(kind)) continue;
      const deed = deedOf(task({ rule: code, kind }), 'me');
      expect(deed.does === 'open' && shownAt(deed.part), code).toBeTruthy();
    }
  });
});
