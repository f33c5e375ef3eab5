import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TaskRow } from './client.ts';
import { quiet } from '../../../worlds/devices/openings.ts';
import {
  type Device,
  expectOk,
  newCase,
  set,
  settle,
  startWorld,
  type World,
} from '../../../worlds/devices/world.ts';

const HOUR = 3_600_000;
/** A deed that ends a danger. */
const PROTECTED = {
  type: 'protection',
  done: { day: '2026-11-22' },
  safe: 'for-now',
  note: 'She is at her aunt’s; nobody knows.',
};
let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.stop());

const everything = { owner: null, until: null, limit: 500 };
const brief = (rows: TaskRow[]) => rows.map(({ rule, danger, record }) => [rule, danger, record === '']);

describe('what is to be done across cases', () => {
  it('is asked for by rules without anybody writing it down, on every device alike, the dangerous first', async () => {
    const leyla = await world.found('Leyla');
    const rena = await world.join(leyla, 'Rena');
    const calm = await newCase(rena, 'Zaur');
    const sent = Date.now() - 30 * 24 * HOUR;
    expectOk(
      await rena.vault.save({
        dossier: calm,
        changes: [set('referral', await rena.vault.newId(), { sent, owner: rena.account })],
      }),
    );
    const grave = await newCase(rena, 'Zeinab');
    const threat = await rena.vault.newId();
    expectOk(
      await rena.vault.save({
        dossier: grave,
        changes: [set('threat', threat, { type: ['kill'], credible: 'likely' })],
      }),
    );
    await settle(rena, leyla);
    const expected = [
      ['threat-act', 'critical', true],
      ['referral-answer', '', true],
    ];
    expect(brief(await leyla.vault.tasks(everything))).toEqual(expected);
    expect(brief(await rena.vault.tasks(everything))).toEqual(expected);
    expect((await leyla.vault.tasks({ ...everything, dossier: calm })).map((row) => row.owner)).toEqual([
      rena.account,
    ]);
    expect(brief(await leyla.vault.tasks({ ...everything, owner: '' }))).toEqual([expected[0]]);
    const load = await leyla.vault.workload(new Date().toISOString().slice(0, 10));
    expect(load.find(({ owner }) => owner === rena.account)).toMatchObject({
      open: 1,
      due: 1,
      overdue: 1,
      long: 0,
    });
    expect(load.find(({ owner }) => owner === '')).toMatchObject({ open: 1 });

    // Taken up, it is a task like any other; done, it is gone.
    const task = await leyla.vault.newId();
    const taken = {
      what: 'Call her',
      rule: 'threat-act',
      about: threat,
      owner: leyla.account,
      taken: Date.now(),
    };
    expectOk(await leyla.vault.save({ dossier: grave, changes: [set('task', task, taken)] }));
    await settle(leyla, rena);
    expect((await rena.vault.tasks({ ...everything, dossier: grave })).map(({ record }) => record)).toEqual([
      task,
    ]);
    expectOk(await leyla.vault.save({ dossier: grave, changes: [set('task', task, { done: Date.now() })] }));
    await settle(leyla, rena);
    expect(await rena.vault.tasks({ ...everything, dossier: grave })).toEqual([]);

    // Closed to whoever holds something there, it is nobody's, and asks nothing of them any more.
    expectOk(
      await leyla.vault.save({ dossier: calm, changes: [set('case', calm, { owner: rena.account })] }),
    );
    expectOk(await leyla.vault.restrict({ dossier: calm, to: [] }));
    await settle(leyla, rena);
    const nobodys = await leyla.vault.tasks({ ...everything, owner: '', dossier: calm });
    expect(nobodys.map(({ rule, owner }) => [rule, owner])).toEqual([['referral-answer', '']]);
    expect(await leyla.vault.tasks({ ...everything, owner: rena.account })).toEqual([]);
    const after = await leyla.vault.workload(new Date().toISOString().slice(0, 10));
    expect(after.find(({ owner }) => owner === rena.account)).toBeUndefined();
    expect(after.find(({ owner }) => owner === '')).toMatchObject({ open: 1, overdue: 1, cases: 1 });
    // Her own device is told nothing of the closing until something that she writes there is not taken.
    await rena.vault.save({ dossier: calm, changes: [set('case', calm, { summary: 'Called him.' })] });
    await settle(rena);
    expect(await rena.vault.tasks({ ...everything, dossier: calm })).toEqual([]);
  });
});

describe("today's rows", () => {
  it('say what, how much and in which case; what others owe and what is long late is asked for apart', async () => {
    const leyla = await world.found('Leyla');
    const now = Date.now();
    const id = await newCase(leyla, 'Zeinab');
    expectOk(
      await leyla.vault.save({
        dossier: id,
        changes: [
          set('case', id, { owner: leyla.account, summary: 'Put out with her child.' }),
          set('violation', await leyla.vault.newId(), { type: 'evicted' }),
          set('person', await leyla.vault.newId(), {
            role: 'client',
            detention: 'police',
            artStatus: 'takes',
          }),
          set('detention', await leyla.vault.newId(), {
            treatment: 'ost',
            where: 'police',
            medicine: 'methadone',
          }),
          set('cost', await leyla.vault.newId(), {
            purpose: 'food',
            amount: { minor: 2100, currency: 'AZN' },
            askedAt: now,
            askedBy: leyla.account,
          }),
          set('referral', await leyla.vault.newId(), { to: 'Clean House', sent: now, owner: leyla.account }),
          set('task', await leyla.vault.newId(), {
            what: 'Forgotten',
            due: { day: '2024-03-14' },
            owner: leyla.account,
          }),
          set('matter', await leyla.vault.newId(), {
            type: 'lawsuit',
            hearing: { day: '2026-12-02' },
            owner: leyla.account,
          }),
        ],
      }),
    );
    const closed = await newCase(leyla, 'Zaur');
    expectOk(
      await leyla.vault.save({
        dossier: closed,
        changes: [set('case', closed, { owner: leyla.account, status: 'closed' })],
      }),
    );
    const rows = await leyla.vault.tasks(everything);
    expect(rows.find(({ rule }) => rule === 'cost-decide')).toMatchObject({
      kind: 'cost',
      told: { purpose: 'food', amount: { minor: 2100, currency: 'AZN' }, askedBy: leyla.account },
      case: { alias: 'Zeinab', summary: 'Put out with her child.' },
    });
    const owed = await leyla.vault.tasks({ ...everything, owed: true });
    expect(owed.map(({ rule, told }) => [rule, told['to']])).toEqual([['referral-answer', 'Clean House']]);
    const inHours = await leyla.vault.tasks({ ...everything, urgent: true });
    expect(inHours.map(({ rule, told }) => [rule, told['medicine'] ?? '']).sort()).toEqual([
      ['treatment-ask', ''],
      ['treatment-bring', 'methadone'],
    ]);
    const recent = await leyla.vault.tasks({ ...everything, from: '2026-01-01' });
    expect(recent.map(({ what }) => what)).not.toContain('Forgotten');
    expect(recent).toHaveLength(rows.length - 1);
    const load = await leyla.vault.workload('2026-11-29');
    expect(load.find(({ owner }) => owner === leyla.account)).toMatchObject({
      open: 5,
      overdue: 1,
      long: 1,
      cases: 1,
    });
    // What is to be prepared stands there some days ahead of its own day, and is not late before that is over.
    const hearing = async (on: string) =>
      (await leyla.vault.tasks({ ...everything, on })).some(({ rule }) => rule === 'matter-hearing');
    expect([await hearing('2026-11-28'), await hearing('2026-11-29')]).toEqual([false, true]);
    const dueOn = async (day: string) =>
      (await leyla.vault.workload(day)).find(({ owner }) => owner === leyla.account)?.due ?? 0;
    expect((await dueOn('2026-11-29')) - (await dueOn('2026-11-28'))).toBe(1);
  });

  it('quote a threat in its own words, and say when it is nobody else’s turn', async () => {
    const leyla = await world.found('Leyla');
    const id = await newCase(leyla, 'Zeinab');
    expectOk(
      await leyla.vault.save({
        dossier: id,
        changes: [
          // Said at intake, and older: the threat speaks for itself.
          set('case', id, { danger: 'high' }),
          set('threat', await leyla.vault.newId(), { type: ['harm-family'], credible: 'likely' }),
          set('threat', await leyla.vault.newId(), {
            type: ['rape'],
            credible: 'likely',
            words: 'Come home and I will finish it.',
            byWhom: 'partner',
          }),
        ],
      }),
    );
    expect(await leyla.vault.dangers()).toMatchObject([
      {
        case: { alias: 'Zeinab' },
        about: { kind: 'threat', fields: { words: 'Come home and I will finish it.', byWhom: 'partner' } },
        escalation: { state: 'open', who: leyla.account, next: null },
      },
    ]);
  });
});

describe('a danger that nobody acts on', () => {
  it.each([
    ['high', 'none'],
    ['none', 'high'],
  ])(
    'is what one of two versions says (%s, then %s), on every device, until somebody decides',
    async (first, then) => {
      const leyla = await quiet(world, 'Leyla');
      const nigar = await quiet(world, 'Nigar', leyla.device);
      const both = [leyla.device, nigar.device];
      const id = await newCase(leyla.device, 'Zeinab');
      await settle(...both, leyla.device);
      for (const each of [leyla, nigar]) each.network.cut = true;
      const say = async ({ vault }: Device, danger: string) =>
        expectOk(await vault.save({ dossier: id, changes: [set('case', id, { danger })] }));
      await say(leyla.device, first);
      await say(nigar.device, then);
      for (const each of [leyla, nigar]) each.network.cut = false;
      await settle(...both, ...both);
      for (const { vault } of both)
        expect((await vault.dangers()).filter(({ dossier }) => dossier === id)).toMatchObject([
          { escalation: { state: 'open', danger: { level: 'high' } } },
        ]);
      await say(nigar.device, 'none');
      await settle(nigar.device, leyla.device);
      for (const { vault } of both) expect(await vault.dangers()).toEqual([]);
    },
  );

  it('is heard of before anybody has spoken to the person, moves on like any other, and is still once somebody takes it or it ends', async () => {
    const leyla = await world.found('Leyla');
    const rena = await world.join(leyla, 'Rena');
    const lead = await leyla.vault.newId();
    const heard = { heard: 'Her brother looks for her.', who: 'Aygün', danger: 'high', state: 'open' };
    expectOk(
      await leyla.vault.save({
        dossier: lead,
        changes: [set('lead', lead, { ...heard, owner: rena.account })],
      }),
    );
    await settle(leyla, rena);
    for (const device of [leyla, rena])
      expect(await device.vault.dangers()).toMatchObject([
        {
          dossier: lead,
          kind: 'lead',
          case: { alias: 'Aygün' },
          about: { kind: 'lead', fields: { heard: heard.heard } },
          escalation: { state: 'open', who: rena.account, next: leyla.account },
        },
      ]);
    const taken = { rule: 'risk-act', about: lead, owner: rena.account, taken: Date.now() };
    expectOk(
      await rena.vault.save({ dossier: lead, changes: [set('task', await rena.vault.newId(), taken)] }),
    );
    await settle(rena, leyla);
    expect(await leyla.vault.dangers()).toMatchObject([
      { dossier: lead, escalation: { state: 'taken', by: rena.account } },
    ]);
    expectOk(
      await rena.vault.save({
        dossier: lead,
        changes: [set('lead', lead, { state: 'laid-aside', end: 'other', ended: { day: '2026-11-29' } })],
      }),
    );
    await settle(rena, leyla);
    expect(await leyla.vault.dangers()).toEqual([]);
  });

  it('moves to the next who can open the case, on every device alike, until somebody takes it', async () => {
    let ahead = 0;
    const clock = { now: () => Date.now() + ahead };
    const leyla = await world.found('Leyla', clock);
    const rena = await world.join(leyla, 'Rena', 'caseworker', clock);
    const hidden = await world.join(leyla, 'Murad', 'caseworker', clock);
    await world.join(leyla, 'Sevda', 'viewer', clock);
    const id = await newCase(rena, 'Zeinab', [rena.account, leyla.account]);
    expectOk(
      await rena.vault.save({
        dossier: id,
        changes: [
          set('case', id, { owner: rena.account }),
          set('threat', await rena.vault.newId(), { type: ['kill'], credible: 'likely' }),
        ],
      }),
    );
    await settle(rena, leyla, hidden);
    const who = async (device = leyla) =>
      (await device.vault.dangers()).map(({ dossier, escalation }) => [
        dossier,
        escalation.state,
        told(escalation),
      ]);
    expect(await who()).toEqual([[id, 'open', [rena.account]]]);
    expect(await who(hidden)).toEqual([]);
    ahead = 2.5 * HOUR;
    expect(await who()).toEqual([[id, 'open', [rena.account, leyla.account]]]);
    expect(await who(rena)).toEqual(await who(leyla));
    ahead = 100 * HOUR;
    // Nobody else can open it: no third is told, and none of the two is let off.
    expect(await who()).toEqual([[id, 'open', [rena.account, leyla.account]]]);

    const row = (await leyla.vault.dangers())[0];
    const taken = { rule: 'threat-act', about: row?.escalation.danger.record ?? '', owner: leyla.account };
    expectOk(
      await leyla.vault.save({
        dossier: id,
        changes: [set('task', await leyla.vault.newId(), { ...taken, what: 'x', taken: Date.now() + ahead })],
      }),
    );
    await settle(leyla, rena);
    expect((await rena.vault.dangers()).map(({ escalation }) => escalation)).toMatchObject([
      { state: 'taken', by: leyla.account },
    ]);
    expectOk(
      await leyla.vault.save({
        dossier: id,
        changes: [set('response', await leyla.vault.newId(), PROTECTED)],
      }),
    );
    await settle(leyla, rena);
    expect(await rena.vault.dangers()).toEqual([]);
  });
});

function told(escalation: { state: string; told?: readonly string[] }): readonly string[] {
  return escalation.told ?? [];
}

describe('records that are looked at across cases', () => {
  it('come in pages, each once, with their case; those of other kinds and deleted ones do not', async () => {
    const leyla = await world.found('Leyla');
    const costs: string[] = [];
    for (const alias of ['Zeinab', 'Zaur', 'Samir']) {
      const id = await newCase(leyla, alias);
      const made = await Promise.all([leyla.vault.newId(), leyla.vault.newId()]);
      costs.push(...made);
      expectOk(
        await leyla.vault.save({
          dossier: id,
          changes: [
            ...made.map((cost) => set('cost', cost, { words: alias })),
            set('matter', await leyla.vault.newId(), { type: 'complaint' }),
            set('note', await leyla.vault.newId(), { text: 'x' }),
          ],
        }),
      );
    }
    const found = [];
    let after: string | null = null;
    do {
      const page = await leyla.vault.records({ kinds: ['cost', 'fund'], after, limit: 4 });
      expect(page.records.length).toBeLessThanOrEqual(4);
      found.push(...page.records);
      after = page.next;
    } while (after !== null);
    expect(found.map(({ record }) => record).sort()).toEqual(costs.sort());
    expect(found.every(({ fields, case: of }) => fields['words'] === of?.alias)).toBe(true);
    const [first] = found;
    expectOk(
      await leyla.vault.save({
        dossier: first?.dossier ?? '',
        changes: [{ kind: 'cost', record: first?.record ?? '', fields: {}, deleted: true }],
      }),
    );
    const left = await leyla.vault.records({ kinds: ['cost'], after: null, limit: 1000 });
    expect(left.records).toHaveLength(costs.length - 1);
  });
});
