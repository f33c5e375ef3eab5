import { describe, expect, it } from 'vitest';
import { KINDS, kindOf } from './kinds/index.ts';
import {
  fixedIn,
  isAnothers,
  isOneEach,
  isStrangeToRoster,
  overstepOf,
  saidOnce,
  withoutFields,
  type Writer,
} from './may-write.ts';

const caseworker: Writer = { account: 'rena', isMember: true, isKeyholder: false, opensLetters: false };
const keyholder: Writer = { account: 'leyla', isMember: true, isKeyholder: true, opensLetters: false };
const recipient: Writer = { account: 'bahar', isMember: false, isKeyholder: false, opensLetters: false };
const change = (kind: string, record: string, ...fields: string[]) => ({
  kind,
  record,
  fields: Object.fromEntries(fields.map((name) => [name, { set: 1 }])),
});

describe('a profile', () => {
  it('is written by whose it is, and corrected by keyholders', () => {
    expect(overstepOf(change('profile', 'rena', 'name'), caseworker, 'roster')).toBeNull();
    expect(overstepOf(change('profile', 'rena', 'name'), keyholder, 'roster')).toBeNull();
    expect(overstepOf(change('profile', 'leyla', 'name'), caseworker, 'roster')).toBe('not-theirs');
    const deletion = { ...change('profile', 'leyla'), deleted: true };
    expect(overstepOf(deletion, caseworker, 'roster')).toBe('not-theirs');
  });
});

describe('the organisation', () => {
  it('is written by keyholders alone', () => {
    const renamed = change('organisation', 'roster', 'name');
    expect(overstepOf(renamed, keyholder, 'roster')).toBeNull();
    expect(overstepOf(renamed, caseworker, 'roster')).toBe('keyholders-only');
  });

  it('and its dossier, like those of plans that states have published, of figures, of patterns and of what was given away, is one that nobody may close', () => {
    expect(Object.values(KINDS).flatMap(({ kind, open }) => (open === true ? [kind] : []))).toEqual([
      'organisation',
      'framework',
      'figure',
      'pattern',
      'given-out',
    ]);
  });
});

describe('evidence', () => {
  it('stays as it came, and every step of its way is said once: nobody lays other bytes into a file, or writes over or deletes a step', () => {
    const step = KINDS.custody.fields.map(({ name }) => name);
    expect(saidOnce(change('custody', 's', ...step))).toEqual(step);
    const laid = change('file', 'f', 'file', 'workingCopy', 'sha256', 'description');
    expect(fixedIn(laid)).toEqual(['file', 'sha256']);
    expect(saidOnce(laid)).toEqual(['workingCopy']);
    expect(isAnothers(change('custody', 's', 'step'), 'rena', 'leyla')).toBe(true);
    expect(overstepOf({ ...change('custody', 's'), deleted: true }, keyholder, 'd')).toBe('said-before');
  });
});

describe('whoever was handed a dossier over', () => {
  it('answers it', () => {
    const answers = kindOf('handover')?.fields.flatMap(({ name, answer }) => (answer === true ? [name] : []));
    expect(answers).toEqual([
      'accepted',
      'declined',
      'declinedWhy',
      'declinedWhyOther',
      'declinedWords',
      'inService',
      'done',
      'result',
      'resultOther',
      'mended',
      'mendedWhat',
      'mendedWhy',
      'revokedSeen',
    ]);
    expect(overstepOf(change('handover', 'd', ...(answers ?? [])), recipient, 'd')).toBeNull();
  });

  it.each([
    ['what it was asked for', change('handover', 'd', 'need')],
    ['an end that the giver did not say', change('handover', 'd', 'revoked')],
    ['an answer and more', change('handover', 'd', 'accepted', 'needWords')],
    ['an unknown field', change('handover', 'd', 'fromTheFuture')],
    ['nothing', change('handover', 'd')],
    ['another hand-over inside', change('handover', 'x', 'accepted')],
    ['a deletion', { ...change('handover', 'd', 'accepted'), deleted: true }],
    ['somebody’s needs', change('person', 'p', 'alias')],
    ['an unknown kind', change('from-the-future', 'd', 'accepted')],
    ...['provider', 'service', 'fund', 'cost', 'matter', 'referral', 'address', 'profile'].map(
      (kind) => [`the giver’s list of ${kind}`, change(kind, 'x', 'name')] as const,
    ),
  ] as const)('writes nothing else: %s', (_, what) => {
    expect(overstepOf(what, recipient, 'd')).toBe('not-an-answer');
  });
});

describe('a member', () => {
  it('writes every other kind, also what only newer programs know', () => {
    const read = Object.values(KINDS).flatMap(({ kind, writes }) =>
      writes === 'letter-readers' ? [kind] : [],
    );
    const ruled = new Set([
      'profile',
      'organisation',
      'erasure',
      'agreement',
      'volunteer',
      'given-aside',
      ...read,
    ]);
    for (const kind of [...Object.keys(KINDS), 'from-the-future'])
      if (!ruled.has(kind)) expect(overstepOf(change(kind, 'x', 'name'), caseworker, 'd')).toBeNull();
  });
});

describe('what came in answer to a survey', () => {
  it('is written by those alone whom a door named, keyholders included', () => {
    for (const kind of ['survey-answers', 'survey-sheet']) {
      expect(overstepOf(change(kind, 'x', 'name'), keyholder, 'd')).toBe('for-others');
      expect(overstepOf(change(kind, 'x', 'name'), { ...caseworker, opensLetters: true }, 'd')).toBeNull();
    }
  });
});

describe('what a device says of itself', () => {
  it('is written by whoever began it', () => {
    const told = change('device', 'x', 'erased');
    expect(isAnothers(told, 'rena', null)).toBe(false);
    expect(isAnothers(told, 'rena', 'rena')).toBe(false);
    expect(isAnothers(told, 'leyla', 'rena')).toBe(true);
    expect(isAnothers(change('case', 'x', 'alias'), 'leyla', 'rena')).toBe(false);
  });
});

describe('that something was destroyed', () => {
  it('is said by keyholders alone', () => {
    expect(overstepOf(change('erasure', 'x', 'of'), caseworker, 'd')).toBe('keyholders-only');
    expect(overstepOf(change('erasure', 'x', 'of'), { ...caseworker, isKeyholder: true }, 'd')).toBeNull();
  });
});

describe('the roster', () => {
  const isMember = (record: string): boolean => record === 'rena' || record === 'leyla';
  const isStrange = (kind: string, record: string) =>
    isStrangeToRoster(change(kind, record, 'name'), 'roster', isMember);

  it('holds the organisation, the members’ profiles, addresses, figures of the country and what was destroyed', () => {
    expect(isStrange('organisation', 'roster')).toBe(false);
    expect(isStrange('profile', 'rena')).toBe(false);
    for (const kind of ['address', 'country-figure', 'erasure', 'device'])
      expect(isStrange(kind, 'x')).toBe(false);
  });

  it('holds nothing else, and nothing under a number that is somebody’s or its own', () => {
    for (const kind of ['note', 'case', 'from-the-future']) expect(isStrange(kind, 'x')).toBe(true);
    for (const kind of ['note', 'address', 'organisation']) expect(isStrange(kind, 'rena')).toBe(true);
    for (const kind of ['note', 'address', 'profile']) expect(isStrange(kind, 'roster')).toBe(true);
    expect(isStrange('profile', 'x')).toBe(true);
    expect(isStrange('organisation', 'x')).toBe(true);
  });

  it('keeps every profile while it is not known who the members are', () => {
    expect(isStrangeToRoster(change('profile', 'x', 'name'), 'roster', null)).toBe(false);
    expect(isStrangeToRoster(change('note', 'x', 'text'), 'roster', null)).toBe(true);
  });
});

describe('an application', () => {
  const reader: Writer = { ...caseworker, opensLetters: true };
  it('stays as it came: how long an application is kept, where answers go, to whom it was left', () => {
    const bent = change('application', 'a', 'gone', 'readers', 'box', 'result');
    expect(fixedIn(bent)).toEqual(['gone', 'readers', 'box']);
    expect(Object.keys(withoutFields(bent, fixedIn(bent))?.fields ?? {})).toEqual(['result']);
    const again = change('application', 'a', 'gone');
    expect(withoutFields(again, fixedIn(again))).toBeNull();
  });

  it('is deleted by nobody, nor is a score, nor what is written down as given away', () => {
    for (const kind of ['application', 'application-more', 'application-score', 'given', 'frozen'])
      for (const deleted of [true, false])
        expect(overstepOf({ ...change(kind, 'r'), deleted }, { ...reader, isKeyholder: true }, 'd')).toBe(
          'said-before',
        );
  });

  it('is scored by each in a record of their own', () => {
    expect(isOneEach('application-score')).toBe(true);
    expect(isAnothers(change('application-score', 's', 'score'), 'rena', 'leyla')).toBe(true);
    expect(overstepOf(change('application-score', 's', 'score'), caseworker, 'd')).toBe('for-others');
  });
});
