import fc from 'fast-check';
import { expect, test } from 'vitest';
import { consentState, standingShares } from './consent.ts';
import { answersIn, dangersOf, unmet } from './escalation.ts';
import { inOrder, isNewer, type Saw } from './order.ts';
import { answerFields, INSTRUMENTS } from './risk/index.ts';
import type { PlainRecord, Stamp } from './plain-record.ts';
import { maySend } from './referral.ts';

/** Records that were written one after another by people who had seen some of those before, with whatever clocks. */
interface Written {
  records: PlainRecord[];
  saw: Saw;
}

/** A deed that protected somebody. */
const SAFE = {
  type: 'protection',
  done: { day: '2026-01-01' },
  safe: 'for-now',
  note: 'She sleeps at her aunt’s.',
};
/** Every question about what threatens was asked, and answered "no". */
const ALL_DENIED = answerFields(
  INSTRUMENTS.defender,
  Object.fromEntries(INSTRUMENTS.defender.questions.map(({ question }) => [question, 'no'])),
);
const clock = fc.integer({ min: -1e12, max: 4e12 });
const what = fc.constantFrom(
  { kind: 'threat', fields: { type: ['kill'], credible: 'likely' } },
  { kind: 'response', fields: SAFE },
  { kind: 'risk', fields: { of: 'p', instrument: 'defender', level: 'high' } },
  { kind: 'risk', fields: { of: 'p', instrument: 'defender', level: 'low', ...ALL_DENIED } },
  { kind: 'risk', fields: { of: 'p', instrument: 'defender', level: 'raised' } },
  { kind: 'consent', fields: { of: 'p', to: 'statistics', decision: 'yes' } },
  { kind: 'consent', fields: { of: 'p', to: 'statistics', decision: 'no' } },
);
const written: fc.Arbitrary<Written> = fc
  .array(fc.record({ what, at: clock, back: fc.uniqueArray(fc.nat(3), { maxLength: 2 }) }), { maxLength: 12 })
  .map((specs) => {
    const sight: Set<number>[] = [];
    const records = specs.map(({ what: { kind, fields }, at, back }, i): PlainRecord => {
      const heads = back.map((distance) => i - 1 - distance).filter((head) => head >= 0);
      sight.push(new Set([i, ...heads.flatMap((head) => [...(sight[head] ?? [])])]));
      const stamp = { by: 'm', at, entry: String(i) };
      return { id: `r${i}`, kind, deleted: false, fields, created: stamp, updated: stamp };
    });
    const saw: Saw = (later, earlier) => sight[Number(later.entry)]?.has(Number(earlier.entry)) === true;
    return { records, saw };
  });

const by = ({ records, saw }: Written, kind: string) =>
  records.filter((record) => record.kind === kind).map((record) => ({ record, saw }));

test('no clock hides a danger, nor do questions that were not answered: it stands unless somebody who knew of it protected them, or assessed anew', () => {
  fc.assert(
    fc.property(written, (all) => {
      const { records, saw } = all;
      const marked = inOrder(records, saw);
      const dangers = dangersOf(marked);
      const open = unmet(dangers, answersIn(marked, dangers, saw)).map(({ record }) => record);
      const acts = by(all, 'response').map(({ record }) => record.created);
      const met = (danger: Stamp) => acts.some((act) => saw(act, danger));
      const risks = by(all, 'risk').map(({ record }) => record);
      const anew = (risk: PlainRecord) =>
        risks.some(
          (other) => other !== risk && other.fields.level !== 'raised' && saw(other.created, risk.created),
        );
      const expected = records.filter(
        (record) =>
          !met(record.created) &&
          (record.kind === 'threat' ||
            (record.kind === 'risk' && record.fields.level === 'high' && !anew(record))),
      );
      expect(open.sort()).toEqual(expected.map(({ id }) => id).sort());
    }),
    { numRuns: 500 },
  );
});

test('no clock revives a consent: "yes" stands only where nobody said "no" who had not been heard', () => {
  const client: PlainRecord = {
    id: 'p',
    kind: 'person',
    deleted: false,
    fields: { role: 'client' },
    created: { by: 'm', at: 0 },
    updated: { by: 'm', at: 0 },
  };
  fc.assert(
    fc.property(written, (all) => {
      const consents = by(all, 'consent').map(({ record }) => record);
      const standing = consents.filter(
        (one) => !consents.some((other) => other !== one && all.saw(other.created, one.created)),
      );
      const said = standing.map(({ fields }) => fields.decision);
      const expected = said.length === 0 ? 'not-asked' : said.includes('no') ? 'no' : 'yes';
      expect(consentState([client, ...inOrder(all.records, all.saw)]).statistics).toBe(expected);
    }),
    { numRuns: 500 },
  );
});

test('whatever the clocks, of two records the replaced one is the older', () => {
  const one = { id: 'a', created: { by: 'm', at: 9 }, replaced: true } as const;
  const other = { id: 'b', created: { by: 'm', at: 1 } };
  expect([isNewer(one, other), isNewer(other, one)]).toEqual([false, true]);
});

test('a decision about a recipient takes the place of one about the same name in other capitals, of any i', () => {
  const stamp = (at: number) => ({ by: 'm', at, entry: String(at) });
  const about = (id: string, recipient: string, at: number): PlainRecord => ({
    id,
    kind: 'consent',
    deleted: false,
    fields: { of: 'p', to: 'sharing', recipient },
    created: stamp(at),
    updated: stamp(at),
  });
  const records = [about('1', 'İnam Mərkəzi ', 1), about('2', 'inam mərkəzi', 2), about('3', 'Ümid', 3)];
  const marked = inOrder(records, (later, earlier) => later.at >= earlier.at);
  expect(marked.map(({ replaced }) => replaced)).toEqual([true, undefined, undefined]);
});

test('of a "yes" and a "no" to one name in other letters, which did not know of each other, nothing may be shared', () => {
  const consent = (id: string, recipient: string, decision: string): PlainRecord => ({
    id,
    kind: 'consent',
    deleted: false,
    fields: { of: 'p', to: 'sharing', recipient, decision },
    created: { by: 'm', at: Number(id) },
    updated: { by: 'm', at: Number(id) },
  });
  const records = inOrder(
    [consent('1', 'inam mərkəzi', 'no'), consent('2', 'İnam Mərkəzi', 'yes')],
    () => false,
  );
  expect(standingShares(records, 'p')).toEqual([]);
  const referral = {
    ...consent('3', '', ''),
    kind: 'referral',
    fields: { of: 'p', to: 'İnam Mərkəzi', consent: '2' },
  };
  expect(maySend(records, referral, { ids: [], names: ['İnam Mərkəzi'] })).toBe('no-consent');
});
