/**
 * A colleague's device can sign any value into any field. Whatever the rules are asked about, on such records they answer:
 * none throws, none takes longer than the records are many.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hostileRecords } from '../test/hostile-records.ts';
import {
  actOnCost,
  actOnReferral,
  agesOf,
  answersIn,
  answeredTwice,
  byClock,
  cardOf,
  clientSummary,
  type CostAct,
  consentGaps,
  consentState,
  costState,
  coverageOf,
  dangerLevel,
  dangersOf,
  demandAgainst,
  directoryOf,
  districtReach,
  documentPath,
  documentsHeld,
  documentsMissing,
  donorBalances,
  escalate,
  inOrder,
  fieldsCarried,
  followUpAfterIntake,
  fundBalances,
  isExcluded,
  isMinor,
  kindOf,
  matchServices,
  maySend,
  mootTasks,
  needClosures,
  openTasks,
  PACKS,
  type PlainRecord,
  publicFields,
  type ReferralAct,
  referralStatus,
  seekerOf,
  shareOnly,
  standingLevel,
  standingShares,
  tasksDue,
  typedField,
  validateRecord,
} from './index.ts';
import { exportHsds, hsdsCsv, hsdsJson, importHsdsCsv, importHsdsJson } from './hsds/index.ts';
import { INSTRUMENTS } from './risk/index.ts';
import { answersOf, assess } from './risk/assess.ts';

const NOW = Date.UTC(2026, 10, 28);
const TODAY = '2026-11-28';
const COST_ACTS: readonly CostAct['act'][] = [
  'ask',
  'approve',
  'refuse',
  'pay',
  'receipt',
  'no-receipt',
  'refund',
];
const REFERRAL_ACTS: readonly ReferralAct['act'][] = [
  'send',
  'accept',
  'decline',
  'start',
  'finish',
  'revoke',
  'see-revoked',
];

/** Everything that projection, queries and pages ask about records. */
function askEverything(records: readonly PlainRecord[]): void {
  const root = records[0]?.id ?? '';
  const person = records.find(({ kind }) => kind === 'person')?.id ?? root;
  for (const pack of [PACKS.az, PACKS.tj]) {
    tasksDue(records, pack);
    mootTasks(records, pack);
    openTasks(records, pack);
    JSON.stringify(cardOf(root, records, pack));
  }
  cardOf(root, records);
  dangerLevel(records);
  const dangers = dangersOf(inOrder(records, byClock));
  escalate(dangers, answersIn(records, dangers, byClock), ['a', 'b'], NOW);
  consentState(records);
  consentState(records, person);
  standingShares(records, person);
  consentGaps(records, 'az', 2026);
  clientSummary(records, person);
  followUpAfterIntake(records, TODAY);
  donorBalances(fundBalances(records));
  for (const goal of PACKS.az.documents.map((list) => list.goal)) {
    documentPath(goal, documentsHeld(records, person), PACKS.az);
    documentsMissing(goal, documentsHeld(records, person), PACKS.az);
  }
  isExcluded(records, { ids: ['x'], names: ['Somebody'] });
  const children = records.filter(({ kind }) => kind === 'person');
  for (const record of records) askAbout(record, records);
  const seeker = seekerOf(children[0] ?? { fields: {} }, children, { area: 'az-baku' }, 2026);
  askDirectory(
    records.map((record) => ({ ...record, dossier: root })),
    seeker,
  );
}

function askAbout(record: PlainRecord, records: readonly PlainRecord[]): void {
  const { kind, fields } = record;
  validateRecord(kind, fields);
  publicFields(kind, fields);
  isMinor(record, 2026);
  agesOf(record, 2026);
  standingLevel(record);
  for (const instrument of Object.values(INSTRUMENTS)) assess(instrument, answersOf(instrument, fields));
  costState(record);
  for (const act of COST_ACTS)
    actOnCost(record, {
      act,
      by: 'a',
      at: NOW,
      why: 'w',
      file: 'f',
      amount: { minor: 1, currency: 'AZN' },
    } as CostAct);
  referralStatus(fields);
  answeredTwice(fields);
  for (const act of REFERRAL_ACTS)
    actOnReferral(fields, { act, at: NOW, why: 'w', result: 'r' } as ReferralAct);
  fieldsCarried(record);
  if (records.length > 50) return;
  shareOnly(records, record);
  maySend(records, record, { ids: ['x'], names: ['Somebody'] });
}

function askDirectory(records: Parameters<typeof directoryOf>[0], seeker: ReturnType<typeof seekerOf>): void {
  const directory = directoryOf(records);
  matchServices(directory, { needs: ['shelter', 'legal-aid'], seeker, day: TODAY, minute: 600 });
  const { familyPlaces } = coverageOf(directory, 'az');
  demandAgainst(
    [],
    familyPlaces.claims.flatMap(({ readings }) => readings),
  );
  districtReach(directory, 'az', 'shelter', seeker);
  needClosures(directory, 'az', 'shelter', 2026);
  const exported = exportHsds(records);
  importHsdsJson(JSON.stringify(hsdsJson(exported)));
  importHsdsCsv(hsdsCsv(exported));
}

/** As the vault hands records to rules and pages. */
function typed(record: PlainRecord): PlainRecord {
  const fields = Object.fromEntries(
    Object.entries(record.fields)
      .map(([name, value]) => [name, typedField(record.kind, name, value)] as const)
      .filter(([, value]) => value !== undefined),
  );
  return { ...record, fields };
}

describe('records that hold anything at all', () => {
  it('break no rule, as they were signed', () => {
    fc.assert(
      fc.property(hostileRecords, (records) => askEverything(records)),
      { numRuns: 150, seed: 1 },
    );
  });

  it('break no rule, as the vault hands them over', () => {
    fc.assert(
      fc.property(hostileRecords, (records) => askEverything(records.map(typed))),
      { numRuns: 150, seed: 2 },
    );
  });

  it('become values of the promised shape, or none', () => {
    fc.assert(
      fc.property(hostileRecords, (records) => {
        for (const { kind, fields } of records.map(typed)) {
          const wrong = validateRecord(kind, fields).filter(({ problem }) =>
            ['wrong-type', 'not-a-date'].includes(problem),
          );
          expect(wrong).toEqual([]);
          for (const name of Object.keys(fields))
            expect(kindOf(kind)?.fields.some((field) => field.name === name)).toBe(true);
        }
      }),
      { numRuns: 400, seed: 3 },
    );
  });
});

/** A dossier in which everything is there as often as a member cares to write it. */
function crowd(count: number): PlainRecord[] {
  const stamp = (i: number) => ({ by: `m${i % 7}`, at: NOW - i });
  const kinds: readonly (readonly [string, Record<string, unknown>])[] = [
    ['person', { role: 'client', alias: 'A' }],
    ['risk', { of: 'p', instrument: 'defender', level: 'critical', assessed: { day: TODAY } }],
    ['threat', { type: ['kill'], credible: 'certain' }],
    ['task', { rule: 'threat-act', about: 'x', done: NOW - 9e12 }],
    ['consent', { of: 'p', to: 'sharing', decision: 'yes', recipient: 'R' }],
    ['referral', { sent: NOW, of: 'p', to: 'R' }],
    ['violation', { type: 'torture', perpetrators: ['x'] }],
    ['document-need', { of: 'p', document: 'passport', state: 'has' }],
    ['cost', { amount: { minor: 5, currency: 'AZN' }, askedBy: 'a', askedAt: NOW, fund: 'f' }],
    ['service', { serves: ['shelter'], name: 'S' }],
    ['schedule', { what: 'hours', monday: '9-18' }],
    ['schedule', { what: 'closure', period: { day: '2026-08', until: '2026-09' }, everyYear: true }],
    ['capacity', { number: 5, free: 1, date: { day: TODAY } }],
    ['service-event', { type: 'refusal', date: { day: TODAY }, groups: ['trans'] }],
    ['location', { area: { area: 'az-baku' } }],
    ['response', { planned: { day: TODAY } }],
  ];
  return Array.from({ length: count }, (_, i) => {
    const [kind, fields] = kinds[i % kinds.length] as (typeof kinds)[number];
    return { id: `r${i}`, kind, deleted: false, fields: { ...fields }, created: stamp(i), updated: stamp(i) };
  });
}

describe('a dossier of very many records', () => {
  it('is worked out in time by its size', () => {
    const cost = (count: number): number => {
      const records = crowd(count);
      const before = performance.now();
      askEverything(records);
      return performance.now() - before;
    };
    cost(300);
    const [once, four] = [cost(800), cost(3200)];
    expect(four / Math.max(once, 100)).toBeLessThan(9);
  });
});
