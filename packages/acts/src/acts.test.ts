import { CODE_LISTS, fieldOf, kindOf } from '@dayaq/domain';
import type { RecordView, Value } from '@dayaq/vault/client';
import { describe, expect, it } from 'vitest';
import { actsOn, begunOn } from './acts.ts';
import type { ActPlan, Standing, Tab } from './plan.ts';

const TABS: readonly Tab[] = ['', 'plan', 'safety', 'papers'];

const record = (kind: string, values: Readonly<Record<string, Value>> = {}): RecordView => ({
  id: `a-${kind}`,
  kind,
  deleted: false,
  fields: Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, { value, by: 'me', at: 1, alternatives: [] }]),
  ),
  created: { by: 'me', at: 1 },
  updated: { by: 'me', at: 1 },
});
const standing = (...live: RecordView[]): Standing => ({
  me: 'me',
  today: '2026-11-29',
  country: 'az',
  dossier: 'a-case',
  mayQualify: true,
  live,
  say: (words) => (typeof words === 'string' ? words : 'code' in words ? words.code : words.kind),
});
const named = (about: RecordView, of = standing(about)): string[] => actsOn(about, of).map(({ act }) => act);

/** Every plan that can be come to on a tab. */
function plansOn(tab: Tab, of: Standing): ActPlan[] {
  const { first, second, others } = begunOn(tab);
  return [first, second, ...others].flatMap((one) =>
    one === undefined ? [] : 'choices' in one ? one.choices.map(({ plan }) => plan(of)) : [one.plan(of)],
  );
}

describe('what people do in a case', () => {
  it.each(TABS)('on the tab "%s" something stands first', (tab) => {
    expect(begunOn(tab).first).toBeDefined();
  });

  it.each(TABS)('every form that is begun on the tab "%s" asks and fills fields that its kind has', (tab) => {
    const of = standing(record('person', { role: 'client' }));
    for (const plan of plansOn(tab, of)) {
      if (plan.does !== 'write') continue;
      expect(kindOf(plan.kind), plan.kind).toBeDefined();
      for (const name of [
        ...(plan.only ?? []),
        ...Object.keys(plan.preset ?? {}),
        ...Object.keys(plan.with ?? {}),
      ])
        expect(fieldOf(plan.kind, name), `${plan.kind}.${name}`).toBeDefined();
    }
  });

  it('whoever writes down a deed finds it dated today, theirs, and for the client', () => {
    const plan = begunOn('').first;
    if (plan === undefined || 'choices' in plan) throw new Error('no deed stands first');
    const client = record('person', { role: 'client' });
    expect(plan.plan(standing(client))).toMatchObject({
      kind: 'response',
      preset: { owner: 'me', done: { day: '2026-11-29' }, forWhom: [client.id] },
    });
  });

  it('a second person is taken for a dependant, the first for the client', () => {
    const adding = begunOn('').others.find(({ text }) => text === 'cases.add.person');
    if (adding === undefined || 'choices' in adding) throw new Error('nobody can be added');
    expect(adding.plan(standing())).toMatchObject({ preset: { role: 'client' } });
    expect(adding.plan(standing(record('person', { role: 'client' })))).toMatchObject({
      preset: { role: 'dependant' },
    });
  });
});

describe('what is done about a matter', () => {
  it('follows its life: filed, answered, closed', () => {
    expect(named(record('matter', { type: 'complaint' }))).toEqual(['filed-today', 'contact', 'close']);
    const open = { type: 'complaint', filed: { day: '2026-11-20' }, deadline: { day: '2026-12-20' } };
    expect(named(record('matter', open))).toEqual(['answer', 'contact', 'close']);
    expect(named(record('matter', { ...open, closed: { day: '2026-11-28' } }))).toEqual([
      'contact',
      'barrier',
    ]);
  });

  it('proposes an appeal once it was refused, and not where one stands', () => {
    const refused = record('matter', {
      type: 'complaint',
      filed: { day: '2026-11-01' },
      answered: { day: '2026-11-20' },
      answer: 'refused',
    });
    expect(named(refused)).toContain('appeal');
    const appeal = { ...record('matter', { type: 'appeal', appealOf: refused.id }), id: 'another' };
    expect(named(refused, standing(refused, appeal))).not.toContain('appeal');
  });

  it('filed today can be taken back to what it was', () => {
    const draft = record('matter', { type: 'complaint', forum: 'police' });
    const [filed] = actsOn(draft, standing(draft));
    expect(filed?.plan(draft, standing(draft))).toEqual({
      does: 'save',
      changes: [
        {
          kind: 'matter',
          record: draft.id,
          fields: {
            filed: { set: { day: '2026-11-29' } },
            deadline: { set: { day: '2026-12-18' } },
            deadlineRule: { set: 'complaint-answer' },
          },
        },
      ],
      back: [
        {
          kind: 'matter',
          record: draft.id,
          fields: { filed: { set: null }, deadline: { set: null }, deadlineRule: { set: null } },
        },
      ],
    });
  });
});

it('an act that says that somebody is threatened asks for the threat itself, once', () => {
  const act = record('violation', { type: 'protection-refused', victims: ['a-person'], perpetrators: ['x'] });
  const of = { ...standing(act), mayQualify: false };
  expect(named(act, of)).toEqual(['log-threat']);
  const [log] = actsOn(act, of);
  expect(log?.plan(act, of)).toMatchObject({
    kind: 'threat',
    preset: { people: ['a-person'], perpetrators: [] },
  });
  expect(named(act, { ...standing(act, record('threat')), mayQualify: false })).toEqual([]);
});

describe('an act is judged apart from taking it down', () => {
  const judged = (by: string): RecordView => {
    const act = record('violation', { type: 'evicted', perpetrators: ['x'], qualified: 'yes' });
    return {
      ...act,
      fields: { ...act.fields, qualified: { value: 'yes', by, at: 2, alternatives: [] } },
    };
  };
  const as = (me: string, mayQualify: boolean): Standing => ({ ...standing(), me, mayQualify });

  it('by those who judge, with right, norm, reason and who answers for it', () => {
    const act = record('violation', { type: 'evicted', perpetrators: ['x'] });
    expect(named(act, as('leyla', true))).toEqual(['judge']);
    expect(named(act, as('nigar', false))).toEqual([]);
    const [judge] = actsOn(act, as('leyla', true));
    expect(judge?.plan(act, as('leyla', true))).toMatchObject({
      does: 'write',
      only: [
        'qualified',
        'responsible',
        'responsibleOther',
        'rightsConcerned',
        'rightsConcernedOther',
        'norm',
        'qualificationReason',
      ],
    });
  });

  it('whoever took it down does not agree with themselves; anybody else may, and then it counts', () => {
    expect(named(judged('me'), as('me', true))).toEqual(['judge-anew']);
    expect(named(judged('me'), as('nigar', false))).toEqual(['agree']);
    expect(named(judged('leyla'), as('nigar', false))).toEqual([]);
    const agree = actsOn(judged('me'), as('nigar', false)).find(({ act }) => act === 'agree');
    expect(agree?.plan(judged('me'), as('nigar', false))).toMatchObject({
      changes: [{ kind: 'violation', fields: { qualified: { set: 'yes' } } }],
    });
  });

  it('whoever adds an act is not asked to judge it', () => {
    const adding = begunOn('').others.find(({ text }) => text === 'cases.add.violation');
    if (adding === undefined || 'choices' in adding) throw new Error('no act can be added');
    const plan = adding.plan(standing());
    expect(plan.does === 'write' && plan.only).toContain('account');
    expect(plan.does === 'write' && plan.only).not.toContain('qualified');
  });
});

it('a promise that was settled asks nothing more', () => {
  const promised = { promised: 'an answer', promisedBy: { day: '2026-11-25' } };
  expect(named(record('contact', promised))).toEqual(['kept', 'kept-partly', 'broken']);
  for (const { code } of CODE_LISTS.promises.codes.filter((one) => /^(none|kept|broken)/.test(one.code)))
    expect(named(record('contact', { ...promised, kept: code }))).toEqual([]);
});

it('of a kind that this program does not know nothing can be done', () => {
  expect(named(record('from-tomorrow'))).toEqual([]);
});
