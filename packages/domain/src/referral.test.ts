import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { PlainRecord } from './plain-record.ts';
import { codeList, isCode } from './code-lists/index.ts';
import { fieldOf, KINDS } from './kinds/index.ts';
import {
  actOnReferral,
  answerHopedFor,
  answeredTwice,
  isExcluded,
  maySend,
  type ReferralAct,
  referralStatus,
} from './referral.ts';
import { chosenOf, fieldsCarried, offersTo, shareOnly, withFiles } from './shared-fields.ts';
import { clientSummary } from './summary.ts';

const record = (id: string, kind: string, fields: Record<string, unknown>, at = 1): PlainRecord => ({
  id,
  kind,
  deleted: false,
  fields,
  created: { by: 'm', at },
  updated: { by: 'm', at },
});
const PARTS = codeList('shared-parts')?.codes.map(({ code }) => code) ?? [];
const consentTo = (parts: readonly string[], more: Record<string, unknown> = {}): PlainRecord =>
  record('consent', 'consent', {
    of: 'p1',
    to: 'sharing',
    decision: 'yes',
    recipient: 'Clean Home',
    parts,
    ...more,
  });

/** A value that tells where it came from, wherever it turns up. */
const mark = (id: string, kind: string, field: string): string => `<${id}/${kind}.${field}>`;
const names = (kind: string): string[] =>
  (KINDS[kind as keyof typeof KINDS] ?? { fields: [] }).fields.map((f) => f.name);
const filled = (id: string, kind: string, more: Record<string, unknown>): PlainRecord =>
  record(id, kind, {
    ...Object.fromEntries(names(kind).map((name) => [name, mark(id, kind, name)])),
    ...more,
  });

/** A case of two clients and a child, where every field of every kind is filled. */
const FULL: PlainRecord[] = [
  filled('c', 'case', {}),
  filled('p1', 'person', { role: 'client' }),
  filled('p2', 'person', { role: 'client' }),
  filled('p3', 'person', { role: 'dependant' }),
  filled('v1', 'violation', { victims: ['p1', 'p2'], perpetrators: ['x1'], ledTo: ['v2'] }),
  filled('v2', 'violation', { victims: ['p2'], perpetrators: ['x2'], ledTo: [] }),
  filled('v3', 'violation', { victims: [], perpetrators: ['x2'], ledTo: [] }),
  filled('x1', 'perpetrator', {}),
  filled('x2', 'perpetrator', {}),
  filled('t1', 'threat', { people: ['p1'], perpetrators: ['x1'] }),
  filled('t2', 'threat', { people: ['p3'], perpetrators: ['x2'] }),
  filled('r1', 'risk', { of: 'p1' }),
  filled('r2', 'risk', { of: 'p2' }),
  filled('d1', 'document-need', { of: 'p1' }),
  filled('d2', 'document-need', { of: 'p2' }),
  filled('f1', 'file', {}),
  filled('f2', 'file', {}),
  ...['response', 'task', 'note', 'source', 'cost', 'contact', 'matter', 'referral'].map((kind) =>
    filled(`k-${kind}`, kind, {}),
  ),
];
const parts = fc.subarray(PARTS);
/** Both clients are always there: with one alone, what names nobody would be theirs. */
const someRecords = fc.subarray(FULL.slice(3)).map((some) => [...FULL.slice(0, 3), ...some]);

test('a field outside the consent never passes, nor anything about another person', () => {
  fc.assert(
    fc.property(someRecords, parts, fc.subarray(['f1', 'f2']), (records, agreed, files) => {
      const consent = consentTo(agreed);
      const carried = fieldsCarried(consent).map(({ kind, field }) => `${kind}.${field}`);
      const everything = chosenOf(offersTo(records, 'p1'));
      const out = shareOnly(records, consent, withFiles(everything, files));
      for (const { from, kind, fields } of out) {
        for (const field of Object.keys(fields)) expect(carried).toContain(`${kind}.${field}`);
        expect(['p2', 'p3', 'v2', 'v3', 'x2', 't2', 'r2', 'd2']).not.toContain(from);
        if (kind === 'file') expect(files).toContain(from);
      }
      // Values, not only names: whatever came out was put in where it may be taken from.
      const text = JSON.stringify(out);
      for (const [, from, place] of text.matchAll(/<([^/>]+)\/([^>]+)>/g)) {
        expect(carried).toContain(place);
        expect(out.some((shared) => shared.from === from)).toBe(true);
      }
    }),
  );
});

test('what each part carries is the sum of its parts, and only fields that exist and may be shared', () => {
  fc.assert(
    fc.property(parts, (agreed) => {
      const carried = fieldsCarried(consentTo(agreed)).map(({ kind, field }) => `${kind}.${field}`);
      const singly = agreed.flatMap((part) =>
        fieldsCarried(consentTo([part])).map((f) => `${f.kind}.${f.field}`),
      );
      expect(new Set(carried)).toEqual(new Set(singly));
      expect(new Set(carried).size).toBe(carried.length);
      for (const { kind, field } of fieldsCarried(consentTo(agreed)))
        expect(fieldOf(kind, field)?.share).toBe(true);
    }),
  );
  for (const part of PARTS) expect(fieldsCarried(consentTo([part])).length, part).toBeGreaterThan(0);
});

test.each([
  ['contact', ['person.safeContact', 'person.safeChannel', 'person.safeHours', 'person.codeWord']],
  ['health', ['person.hivStatus', 'person.artStatus', 'person.ostStatus', 'person.disability']],
  ['populations', ['person.populations', 'person.genderIdentity']],
  [
    'perpetrators',
    ['perpetrator.unit', 'perpetrator.description', 'violation.perpetrators', 'threat.byWhom'],
  ],
  ['files', ['file.workingCopy', 'file.description']],
  ['documents', ['document-need.document', 'document-need.impossibleWhy']],
])('without "%s" nothing of it passes, even with all the rest', (part, fields) => {
  const rest = fieldsCarried(consentTo(PARTS.filter((other) => other !== part))).map(
    ({ kind, field }) => `${kind}.${field}`,
  );
  for (const field of fields) expect(rest).not.toContain(field);
});

test('some things no consent lets out: who else is excluded, originals of evidence, our tasks, notes, money and names', () => {
  const all = fieldsCarried(consentTo(PARTS)).map(({ kind, field }) => `${kind}.${field}`);
  for (const never of [
    'person.exclusions',
    'person.excludedIds',
    'person.note',
    'file.file',
    'case.reference',
    'case.alias',
    'case.owner',
    'risk.plan',
    'person.sexRecorded',
  ])
    expect(all).not.toContain(never);
  for (const { kind, field } of fieldsCarried(consentTo(PARTS))) {
    expect([
      'task',
      'note',
      'cost',
      'fund',
      'source',
      'consent',
      'contact',
      'referral',
      'address',
    ]).not.toContain(kind);
    expect(fieldOf(kind, field)?.type.is).not.toBe('member');
  }
});

test.each([
  ['withdrawn', { withdrawn: { day: '2026-01-01' } }],
  ['a "no"', { decision: 'no' }],
  ['to something else', { to: 'statistics' }],
])('a consent that is %s carries nothing', (_what, more) => {
  expect(fieldsCarried(consentTo(PARTS, more))).toEqual([]);
  expect(shareOnly(FULL, consentTo(PARTS, more), withFiles({}, ['f1']))).toEqual([]);
});

test('a disputed or deleted consent carries nothing', () => {
  expect(shareOnly(FULL, { ...consentTo(PARTS), conflict: true })).toEqual([]);
  expect(shareOnly(FULL, { ...consentTo(PARTS), deleted: true })).toEqual([]);
});

test('a reference never leads out of what was shared', () => {
  const shared = shareOnly(FULL, consentTo(['what-happened', 'perpetrators', 'alias-age']));
  const violation = shared.find(({ from }) => from === 'v1');
  expect(violation?.fields).toMatchObject({ victims: ['p1'], perpetrators: ['x1'] });
  expect(violation?.fields.ledTo).toBeUndefined();
  expect(shareOnly(FULL, consentTo(['what-happened']))[0]?.fields.victims).toBeUndefined();
});

test('what names nobody goes with the client only where there is no other client', () => {
  const one = [
    record('p1', 'person', { role: 'client', alias: 'Zeynab' }),
    record('c', 'case', { wantsWords: 'Help' }),
  ];
  expect(shareOnly(one, consentTo(['needs'])).map(({ from }) => from)).toEqual(['c']);
  const two = [...one, record('p2', 'person', { role: 'client' })];
  expect(shareOnly(two, consentTo(['needs']))).toEqual([]);
});

const act: fc.Arbitrary<ReferralAct> = fc.oneof(
  fc.record({
    act: fc.constantFrom('send', 'accept', 'start', 'revoke', 'see-revoked'),
    at: fc.integer({ min: 1, max: 9 }),
  }),
  fc.record({
    act: fc.constant('decline'),
    at: fc.integer({ min: 1, max: 9 }),
    why: fc.constantFrom('', 'no-place'),
  }),
  fc.record({
    act: fc.constant('finish'),
    at: fc.integer({ min: 1, max: 9 }),
    result: fc.constantFrom('', 'worked'),
  }),
) as fc.Arbitrary<ReferralAct>;

test('whatever is tried, a referral is never in service before it was accepted, and its end is its end', () => {
  const rank = { proposed: 0, sent: 1, accepted: 2, declined: 2, 'in-service': 3, done: 4, revoked: 5 };
  fc.assert(
    fc.property(fc.array(act, { maxLength: 30 }), (acts) => {
      let fields: Record<string, unknown> = {};
      for (const one of acts) {
        const before = referralStatus(fields);
        const outcome = actOnReferral(fields, one);
        if (!outcome.ok) continue;
        fields = { ...fields, ...outcome.changes };
        const now = referralStatus(fields);
        expect(isCode('referral-statuses', now)).toBe(true);
        expect(rank[now]).toBeGreaterThanOrEqual(rank[before]);
        if (['declined', 'done'].includes(before)) expect([before, 'revoked']).toContain(now);
      }
      if (fields.inService !== undefined || fields.done !== undefined) expect(fields.accepted).toBeDefined();
      if (fields.accepted !== undefined || fields.declined !== undefined) expect(fields.sent).toBeDefined();
      expect(answeredTwice(fields)).toBe(false);
      if (fields.declined !== undefined) expect(fields.declinedWhy).toBe('no-place');
    }),
  );
});

test('two people answer at once: one answer counts, the same everywhere, and both can be told', () => {
  expect(referralStatus({ sent: 1, accepted: 2, declined: 3 })).toBe('accepted');
  expect(referralStatus({ sent: 1, accepted: 3, declined: 2 })).toBe('declined');
  expect(referralStatus({ sent: 1, accepted: 2, declined: 2 })).toBe('declined');
  expect(answeredTwice({ accepted: 2, declined: 2 })).toBe(true);
});

const client = (fields: Record<string, unknown>): PlainRecord =>
  record('p1', 'person', { role: 'client', ...fields });
const recipient = (...all: string[]) => ({ ids: ['space-7'], names: all });

test.each([
  ['the same name', 'Clean Home', ['Clean Home'], true],
  ['the name inside a sentence', 'not to clean home, I know all the employees', ['Clean Home'], true],
  ['one of several names', 'Təmiz Ev', ['Clean Home', 'TƏMİZ EV'], true],
  ['an excluded person inside the name', 'my husband\nAysel', ['Office of Aysel'], true],
  ['a very short name', 'DIN', ['DIN'], true],
  ['somebody else', 'my brother', ['Clean Home'], false],
  ['nothing said', '', ['Clean Home'], false],
])('exclusion by words: %s', (_what, exclusions, all, excluded) => {
  expect(isExcluded([client({ exclusions })], recipient(...all))).toBe(excluded);
});

test('an id that was chosen excludes, whatever the recipient is called; a child in the case can exclude as well', () => {
  expect(isExcluded([client({ excludedIds: ['space-1', 'space-7'] })], recipient('Clean Home'))).toBe(true);
  expect(
    isExcluded(
      [client({}), record('p2', 'person', { role: 'dependant', exclusions: 'Clean Home' })],
      recipient('Clean Home'),
    ),
  ).toBe(true);
});

test('a referral is sent only on a standing consent of that person to that recipient, and never to the excluded', () => {
  const referral = record('r', 'referral', { of: 'p1', to: 'Clean Home', consent: 'consent' });
  const to = recipient('Clean Home');
  const consent = consentTo(['needs']);
  expect(maySend([client({}), consent, referral], referral, to)).toBeNull();
  expect(maySend([client({ exclusions: 'Clean Home' }), consent], referral, to)).toBe('excluded');
  const inDoubt = [client({ exclusions: 'nobody from that Homes office' }), consent];
  expect(maySend(inDoubt, referral, to)).toBe('perhaps-excluded');
  expect(maySend(inDoubt, referral, { ...to, asked: true })).toBeNull();
  expect(maySend([client({ exclusions: 'Clean Home' }), consent], referral, { ...to, asked: true })).toBe(
    'excluded',
  );
  expect(maySend([client({})], referral, to)).toBe('no-consent');
  expect(maySend([client({}), consentTo(['needs'], { recipient: 'Other' })], referral, to)).toBe(
    'no-consent',
  );
  expect(maySend([client({}), consentTo(['needs'], { of: 'p2' })], referral, to)).toBe('no-consent');
  const later = record(
    'n',
    'consent',
    { of: 'p1', to: 'sharing', decision: 'no', recipient: 'clean home' },
    2,
  );
  expect(maySend([client({}), consent, later], referral, to)).toBe('no-consent');
});

test('a copy of a file that was given to somebody is something that was given, whatever became of the file', () => {
  const file = record('f', 'file', { role: 'evidence', description: 'Her photo' });
  const step = (id: string, more: Record<string, unknown>) =>
    record(id, 'custody', { file: 'f', step: 'handed-over', ...more }, Date.UTC(2026, 10, 3));
  const records = [
    client({ alias: 'Zeynab' }),
    file,
    step('c1', { step: 'received', from: 'her' }),
    step('c2', { to: 'The lawyer', copy: 'original', when: { day: '2026-10' } }),
    step('c3', { to: 'The court' }),
    { ...step('c4', { to: 'Nobody' }), deleted: true },
  ];
  const expected = [
    {
      recipient: 'The lawyer',
      file: { role: 'evidence', description: 'Her photo', copy: 'original' },
      on: '2026-10',
    },
    { recipient: 'The court', file: { copy: '' }, on: null, sent: Date.UTC(2026, 10, 3), revoked: null },
  ];
  expect(clientSummary(records, 'p1').given).toMatchObject(expected);
  expect(clientSummary(records, 'p1').given).toHaveLength(2);
  const without = records.map((one) => (one === file ? { ...file, deleted: true } : one));
  expect(clientSummary(without, 'p1').given.map(({ recipient }) => recipient)).toEqual([
    'The lawyer',
    'The court',
  ]);
  // How a file came is our work, and no fact about the person.
  expect(clientSummary(records, 'p1').held.map(({ kind }) => kind)).toEqual(['person', 'file']);
});

test('an agreement that names nobody and nothing is no agreement with somebody', () => {
  const agreed = (more: Record<string, unknown>) =>
    clientSummary([client({}), consentTo([], { recipient: '', ...more })], 'p1').agreed;
  expect(agreed({})).toEqual([]);
  expect(agreed({ parts: ['needs'] })).toMatchObject([{ recipient: '', parts: ['needs'] }]);
  expect(agreed({ recipient: 'Clean Home' })).toMatchObject([{ recipient: 'Clean Home', parts: [] }]);
});

test('the client learns what is held and who was given what, and nothing about another client', () => {
  const summary = clientSummary(
    [
      client({ alias: 'Zeynab', exclusions: 'A', safeContact: 'x' }),
      record('p2', 'person', { role: 'client', alias: 'Samir', hivStatus: 'positive' }),
      record('v', 'violation', { type: 'evicted', victims: ['p1'] }),
      record('v2', 'violation', { type: 'threat', victims: ['p2'], account: 'x' }),
      record('s2', 'stay', { who: ['p2'], place: 'A shelter' }),
      record('d2', 'detention', { of: 'p2', treatment: 'art' }),
      record('n', 'note', { text: 'ours' }),
      record('a', 'response', { type: 'escort', forWhom: ['p1'], planned: { day: '2026-02' } }),
      record('b', 'response', { type: 'psychologist', note: 'for one of the two' }),
      record('x', 'perpetrator', { type: 'police' }),
      consentTo(['needs', 'contact']),
      record('r', 'referral', { of: 'p1', to: 'Clean Home', parts: ['needs'], sent: 5, revoked: 9 }),
      record('r2', 'referral', { of: 'p2', to: 'Other', sent: 5 }),
    ],
    'p1',
  );
  expect(summary).toMatchObject({
    alias: 'Zeynab',
    held: [
      // Whom they do not want near is our own work to keep, and a line of its own on the sheet.
      { kind: 'person', records: [{ id: 'p1', fields: ['alias', 'safeContact'] }] },
      { kind: 'violation', records: [{ id: 'v', fields: ['type'] }] },
      { kind: 'response', records: [{ id: 'a', fields: ['type', 'planned'] }] },
    ],
    consents: { sharing: 'yes' },
    agreed: [{ recipient: 'Clean Home', parts: ['needs', 'contact'] }],
    given: [
      { recipient: 'Clean Home', parts: ['needs'], status: 'revoked', sent: 5, revoked: 9, confirmed: false },
    ],
    ahead: [{ record: 'a', day: '2026-02' }],
    hasExclusions: true,
  });
});

test('an answer that was a mistake is taken back with what happened, and can be given anew', () => {
  const after = (fields: Record<string, unknown>, act: ReferralAct) => {
    const outcome = actOnReferral(fields, act);
    if (!outcome.ok) throw new Error(outcome.problem);
    return { ...fields, ...outcome.changes };
  };
  const mend = { act: 'mend', at: 9, why: 'meant for another client' } as const;
  const sent = { sent: 1 };
  const declined = after(sent, { act: 'decline', at: 2, why: 'no-place', words: 'full' });
  const asked = after(declined, mend);
  expect(referralStatus(asked)).toBe('sent');
  expect(asked).toMatchObject({
    declinedWhy: null,
    declinedWords: null,
    mended: 9,
    mendedWhat: 'declined',
    mendedWhy: mend.why,
  });
  expect(referralStatus(after(asked, { act: 'accept', at: 10 }))).toBe('accepted');
  const served = after(after(sent, { act: 'accept', at: 2 }), { act: 'start', at: 3 });
  expect(referralStatus(after(served, mend))).toBe('accepted');
  expect(referralStatus(after({ ...sent, accepted: 3, declined: 2 }, mend))).toBe('sent');
  expect(actOnReferral(declined, { ...mend, why: ' ' })).toMatchObject({ ok: false, problem: 'no-reason' });
  for (const fields of [{}, sent, { ...declined, revoked: 5 }])
    expect(actOnReferral(fields, mend).ok).toBe(false);
});

test('an answer is hoped for within the working days after which its sender is reminded', () => {
  // A Friday: Monday to Wednesday are worked.
  expect(answerHopedFor('2026-11-27', 'az')).toBe('2026-12-02');
  expect(answerHopedFor('2026-11-27', 'nowhere')).toBeNull();
});

test.each([
  ['Sunrize', 'Sunrise'],
  ['Рена М.', 'Rəna Məmmədova'],
  ['ელზა', 'Elza'],
  ['Hope shelter', 'Sunrise shelter'],
])('of a "no" to %s somebody is asked before anything goes to %s', (no, name) => {
  const refused = record('no', 'consent', { of: 'p1', to: 'sharing', decision: 'no', recipient: no });
  const consent = consentTo(['account'], { recipient: name });
  const referral = record('r', 'referral', { of: 'p1', to: name, consent: 'consent', parts: ['account'] });
  const to = { ids: [], names: [name] };
  expect(maySend([refused, consent], referral, to)).toBe('perhaps-excluded');
  expect(maySend([refused, consent], referral, { ...to, asked: true })).toBeNull();
});
