import { rm } from 'node:fs/promises';
import { referralStatus } from '@dayaq/domain';
import type { DossierView, Value } from '@dayaq/vault/client';
import { openNodeVault } from '@dayaq/vault/node';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readEnvironment } from '../../apps/server/src/command/environment.ts';
import { organisationLink } from '../../apps/server/src/command/organisation-link.ts';
import { type RunningServer, startServer } from '../../apps/server/src/index.ts';
import { dataFolder } from '../../apps/server/src/testing/ready-data.ts';
import { must, type SeedingMember } from './circle.ts';
import { close, seedWorld, type SeededWorld } from './seed.ts';
import { STORIES, tell } from './stories.ts';

let folder: string;
let server: RunningServer;
let world: SeededWorld;

beforeAll(async () => {
  folder = await dataFolder('demo-world-');
  server = await startServer({ dataDir: folder, port: 0 });
  world = await seedWorld({
    origin: server.url,
    now: Date.parse('2026-11-21T16:00:00Z'),
    share: 0.06,
    say: () => undefined,
    foundingLink: async (_, index) => {
      const said: string[] = [];
      const environment = readEnvironment({ data: folder }, {}, undefined, (line) => void said.push(line));
      if (index === 0) return (await server.foundingLink()) ?? '';
      await organisationLink(environment);
      return said[0] ?? '';
    },
  });
});

afterAll(async () => {
  await close(world);
  await server.stop();
  await rm(folder, { recursive: true, force: true });
});

const memberOf = (key: string): SeedingMember => {
  const member = world.organisations.flatMap(({ members }) => members).find((each) => each.key === key);
  if (member === undefined) throw new Error(`nobody is called ${key}`);
  return member;
};

/** What a reader sees: record → field → value, sets in one order. */
function seen(view: DossierView): Record<string, Record<string, Value>> {
  return Object.fromEntries(
    view.records.map(({ id, fields }) => [
      id,
      Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, sorted(field.value)])),
    ]),
  );
}
const sorted = (value: Value): Value => (Array.isArray(value) ? [...value].sort() : value);

test('a colleague with nothing but kit and passphrase reads the three stories word for word', async () => {
  const login = world.logins.find(({ name }) => name === memberOf('gunel').name);
  const vault = await openNodeVault(server.url);
  must(
    await vault.restore({ kit: login?.kit.join(' ') ?? '', passphrase: login?.passphrase ?? '' }),
    'the reader comes in',
  );
  await vault.syncNow();
  for (const story of STORIES) {
    const view = must(await vault.dossier(world.stories[story.key]), `${story.key} is read`);
    expect(view.complete).toBe(true);
    const ids = world.storyIds[story.key];
    const written: Record<string, Record<string, Value>> = {};
    for (const step of tell(
      story,
      story.language,
      (name) => ids.get(name) ?? '',
      (key) => memberOf(key).account,
    )) {
      for (const { record, fields } of step.changes) {
        const known = (written[record] ??= {});
        for (const [name, op] of Object.entries(fields)) known[name] = sorted('set' in op ? op.set : op.add);
      }
    }
    expect(seen(view)).toEqual(written);
    for (const { by, at } of view.records.map((each) => each.created)) {
      expect(story.steps.some((step) => memberOf(step.by).account === by)).toBe(true);
      expect(new Date(at).getUTCFullYear()).toBe(Number(story.steps[0].at.slice(0, 4)));
    }
  }
  await vault.lock();
});

test('everything generated arrived, and only where it may be read', async () => {
  for (const { members, cases, organisation } of world.organisations) {
    const stories = organisation.country === 'az' ? STORIES.length : 0;
    for (const { vault, account, name } of members) {
      await vault.syncNow();
      const page = await vault.cases({
        text: '',
        filters: {},
        sort: 'day',
        descending: false,
        offset: 0,
        limit: 200,
      });
      const open = cases.filter((each) => each.restrictedTo === null || each.restrictedTo.includes(account));
      expect(page.total, name).toBe(open.length + stories);
      expect((await vault.status()).sync).toMatchObject({ waiting: 0, refused: 0, problem: null });
    }
  }
});

test('everybody reads the whole directory of their own country, and nobody the other’s', async () => {
  for (const { members, directory } of world.organisations) {
    const providers = new Set(directory.map(({ dossier }) => dossier));
    for (const { vault, name } of members) {
      const { records } = await vault.records({ kinds: ['provider'], after: null, limit: 1000 });
      expect(new Set(records.map(({ dossier }) => dossier)), name).toEqual(providers);
    }
  }
});

test('a plan that was published stands there whole, and whatever is said of it here is called invented', async () => {
  const { vault } = memberOf('rena');
  const [plan] = await vault.idsFor(['framework/az-action-plan-2025']);
  const { records } = must(await vault.dossier(plan ?? ''), 'the plan is read');
  expect(records.filter(({ kind }) => kind === 'commitment')).toHaveLength(21);
  const said = records.filter(({ kind }) => kind === 'update');
  expect(said.length).toBeGreaterThan(5);
  for (const { fields } of said) expect(fields['who']?.value).toBe('uydurma səs');
});

test('who was asked about it, what the body waits for and how far laws came is there, and called invented where it is', async () => {
  const { vault } = memberOf('rena');
  const { records } = await vault.records({
    kinds: ['consultation', 'consulted', 'proposal', 'session', 'law'],
    after: null,
    limit: 1000,
  });
  const of = (kind: string) => records.filter((each) => each.kind === kind);
  expect(['consultation', 'consulted', 'proposal', 'session', 'law'].map((kind) => of(kind).length)).toEqual([
    1, 5, 2, 1, 2,
  ]);
  for (const { fields } of [...of('consultation'), ...of('consulted'), ...of('session')])
    expect(String(fields['name'])).toMatch(/uydurma/i);
});

test('each entry carries the time of the world, not of the seeding', async () => {
  const { vault } = memberOf('leyla');
  const [of] = world.organisations[0]?.cases.filter((each) => each.restrictedTo === null) ?? [];
  if (of === undefined) throw new Error('there is no case');
  const history = must(await vault.history(of.dossier), 'the history is read');
  expect(history.map(({ at }) => at).sort()).toEqual(of.acts.map(({ at }) => at).sort());
});

test('the two organisations know each other, and see of each other only what was handed over', async () => {
  const [here, there] = [memberOf('leyla'), memberOf('zarina')];
  expect(await here.vault.peers()).toMatchObject([{ name: 'Чароғи ҳамсоя', trust: 'ready' }]);
  expect(await there.vault.peers()).toMatchObject([{ name: 'Yaxın Əl', trust: 'ready' }]);
  expect((await there.vault.dossier(world.stories.zaur)).ok).toBe(false);
  for (const { vault } of [here, there]) {
    await vault.syncNow();
    const shares = await vault.shares();
    expect(shares.map(({ direction }) => direction).sort()).toEqual([
      'given',
      'given',
      'received',
      'received',
    ]);
    for (const { dossier, direction, state } of shares) {
      expect(state).toBe('live');
      const { records } = must(await vault.dossier(dossier), 'a hand-over is read');
      expect(records.find(({ id }) => id === dossier)?.kind).toBe('handover');
      // Those who received it have only the copy.
      const isKnown = records.some(({ kind }) => kind === 'case' && direction === 'received');
      if (isKnown)
        expect(records.filter(({ kind }) => kind === 'case')[0]?.fields['reference']).toBeUndefined();
    }
  }
  const lives = (await here.vault.shares()).map(({ direction, fields }) => [
    direction,
    referralStatus(fields),
  ]);
  expect(lives.map(String).sort()).toEqual([
    'given,accepted',
    'given,done',
    'received,declined',
    'received,sent',
  ]);
});

test('a name is found in either alphabet', async () => {
  const find = (text: string) =>
    memberOf('leyla').vault.cases({
      text,
      filters: {},
      sort: 'updated',
      descending: true,
      offset: 0,
      limit: 50,
    });
  for (const text of ['Zeyneb', 'Зейнаб']) {
    expect(
      (await find(text)).rows.map((row) => row.id),
      text,
    ).toContain(world.stories.zeinab);
  }
});

test('every organisation keeps a figure on Today and has a pattern whose cases its members read, and what was asked and watched', async () => {
  for (const { members } of world.organisations) {
    const [writer] = members;
    if (writer === undefined) throw new Error('nobody writes');
    const rowsOf = async (kind: string) =>
      (
        await writer.vault.dossiers({
          kinds: [kind],
          text: '',
          filters: {},
          sort: 'updated',
          descending: true,
          offset: 0,
          limit: 10,
          space: null,
        })
      ).rows;
    expect((await rowsOf('figure')).map(({ told }) => told['pinned'])).toContain('yes');
    expect((await rowsOf('consultation')).length).toBeGreaterThan(0);
    expect((await rowsOf('law')).length).toBeGreaterThan(0);
    for (const { id } of await rowsOf('pattern')) {
      const cases = (await writer.vault.linked({ id, limit: 50 })).from;
      expect(new Set(cases.map(({ end }) => end.dossier)).size).toBeGreaterThan(1);
    }
  }
});
