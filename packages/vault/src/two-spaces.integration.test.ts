import { makeFoundingToken } from '@dayaq/server';
import { systemRandomness } from '@dayaq/sealing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Transport } from './adapters.ts';
import type { Outcome, TaskQuery, Vault } from './client.ts';
import {
  aliases,
  cuttableTransport,
  type Device,
  everyCase,
  expectOk,
  newCase,
  PASSPHRASE,
  read,
  set,
  settle,
  spaceOfDevice,
  startWorld,
  until,
  type World,
} from '../../../worlds/devices/world.ts';
import { fetchTransport } from './transport.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.stop());

const EVERYTHING: TaskQuery = { owner: null, until: null, limit: 500 };

function foundingToken(): Promise<string> {
  const { db } = world.server.data;
  return makeFoundingToken({ db, clock: Date.now, random: systemRandomness });
}

function foundFurther(vault: Vault, token: string, organisation: string, name: string) {
  return vault.begin({ token, passphrase: '', organisation, name, country: 'tj', language: 'tg' });
}

async function inviteTo(by: Device): Promise<string> {
  return expectOk(await by.vault.invite({ role: 'caseworker', keyholder: false, days: 1 })).link;
}

const codeOf = (outcome: Outcome<unknown>): string => (outcome.ok ? 'ok' : outcome.failure.code);
const titles = async (vault: Vault, space: string): Promise<string[]> =>
  (await vault.cases(everyCase, space)).rows.map(({ alias }) => alias).sort();
const names = async (vault: Vault, space: string): Promise<string[]> =>
  (await vault.members(space)).map(({ name }) => name).sort();

/** Leyla works in two organisations, Nigar only in the first, Rustam only in the second. */
async function twoCircles() {
  const leyla = await world.found('Leyla');
  const first = await spaceOfDevice(leyla);
  const nigar = await world.join(leyla, 'Nigar');
  const rustam = await world.found('Rustam');
  const second = await spaceOfDevice(rustam);
  const joined = await leyla.vault.join({ link: await inviteTo(rustam), passphrase: '', name: 'L.' });
  expect(expectOk(joined)).toEqual({ kit: [], space: second });
  await settle(leyla, rustam, leyla);
  return { leyla, nigar, rustam, first, second };
}

describe('a further organisation', () => {
  it('is founded from inside, with the account that is open', async () => {
    const leyla = await world.found('Leyla');
    const first = await spaceOfDevice(leyla);
    const before = await newCase(leyla, 'Of the first');
    const { space, kit } = expectOk(
      await foundFurther(leyla.vault, await foundingToken(), 'Coalition', 'L.'),
    );
    expect(kit).toEqual([]);
    const status = await leyla.vault.status();
    expect(status.space).toBe(space);
    expect(status.account).toBe(leyla.account);
    expect(status.spaces.map(({ id, name, country }) => [id, name, country])).toEqual([
      [first, 'Circle of Leyla', 'az'],
      [space, 'Coalition', 'tj'],
    ]);
    expect(await read(leyla, before, 'alias')).toBe('Of the first');
    const fresh = await newCase(leyla, 'Of the second');
    await settle(leyla);
    const sima = await world.join(leyla, 'Sima');
    await settle(leyla, sima);
    expect(await aliases(sima)).toEqual(['Of the second']);
    expect(await read(sima, fresh, 'alias')).toBe('Of the second');
    expect(await read(sima, before, 'alias')).toBeUndefined();
  });

  it('is founded once, also when the answer was lost on its way', async () => {
    const network = forgetfulTransport(world.server.url);
    const leyla = await world.found('Leyla', { transport: network });
    const token = await foundingToken();
    network.loses = 'spaces/create';
    expect(codeOf(await foundFurther(leyla.vault, token, 'Coalition', 'L.'))).toBe('offline');
    expect((await leyla.vault.status()).spaces).toHaveLength(1);
    const { space } = expectOk(await foundFurther(leyla.vault, token, 'Coalition', 'L.'));
    expect((await leyla.vault.status()).spaces.map(({ name }) => name)).toEqual([
      'Circle of Leyla',
      'Coalition',
    ]);
    await settle(leyla);
    const elsewhere = await world.restored(leyla);
    await elsewhere.vault.syncNow();
    expect((await elsewhere.vault.status()).spaces.map(({ id }) => id)).toContain(space);
    expect((await elsewhere.vault.status()).spaces).toHaveLength(2);
  });

  it('is refused with a word where the link is wrong or used, and what is open stays', async () => {
    const leyla = await world.found('Leyla');
    const space = await spaceOfDevice(leyla);
    const used = await foundingToken();
    expectOk(await foundFurther((await world.found('Rustam')).vault, used, 'Taken', 'R.'));
    for (const [link, code] of [
      [used, 'founding-used'],
      [(await foundingToken()).replace(/^.{4}/, 'AAAA'), 'founding-unknown'],
      ['no link', 'link-malformed'],
    ] as const)
      expect(codeOf(await foundFurther(leyla.vault, link, 'Coalition', 'L.'))).toBe(code);
    const status = await leyla.vault.status();
    expect(status).toMatchObject({ phase: 'open', space });
    expect(status.spaces).toHaveLength(1);
  });

  it('is joined by an invitation with the same keys, and a word where that cannot be', async () => {
    const leyla = await world.found('Leyla');
    const rustam = await world.found('Rustam');
    const space = await spaceOfDevice(rustam);
    const link = await inviteTo(rustam);
    const expected = { kit: [], space };
    expect(expectOk(await leyla.vault.join({ link, passphrase: '', name: 'L.' }))).toEqual(expected);
    await settle(leyla, rustam, leyla);
    expect((await rustam.vault.members()).map(({ account }) => account)).toContain(leyla.account);
    expect(codeOf(await leyla.vault.join({ link, passphrase: '', name: 'L.' }))).toBe('already-member');

    const sima = await world.found('Sima');
    const revoked = await inviteTo(rustam);
    const { invite } = (await rustam.vault.invitations()).find(({ state }) => state === 'open') as {
      invite: string;
    };
    expectOk(await rustam.vault.revokeInvitation(invite));
    for (const [wrong, code] of [
      [link, 'invitation-used'],
      [revoked, 'invitation-unknown'],
      ['no link', 'link-malformed'],
    ] as const)
      expect(codeOf(await sima.vault.join({ link: wrong, passphrase: '', name: 'S.' }))).toBe(code);
    expect((await sima.vault.status()).spaces).toHaveLength(1);
  });

  it('that was joined elsewhere, or before the answer was lost, comes by the same link', async () => {
    const network = forgetfulTransport(world.server.url);
    const leyla = await world.found('Leyla', { transport: network });
    const phone = await world.restored(leyla);
    await phone.vault.syncNow();
    const rustam = await world.found('Rustam');
    const space = await spaceOfDevice(rustam);
    const link = await inviteTo(rustam);
    network.loses = 'charter/append';
    expect(codeOf(await leyla.vault.join({ link, passphrase: '', name: 'L.' }))).toBe('offline');
    expect(expectOk(await leyla.vault.join({ link, passphrase: '', name: 'L.' })).space).toBe(space);
    // Nothing comes onto the phone until somebody asks there.
    await settle(leyla, rustam, leyla, phone);
    expect((await phone.vault.status()).spaces).toHaveLength(1);
    expect(expectOk(await phone.vault.join({ link, passphrase: '', name: 'L.' })).space).toBe(space);
    await settle(phone);
    expect((await phone.vault.status()).spaces.every(({ ready }) => ready)).toBe(true);
  });
});

describe('a further organisation that is joined', () => {
  it('says so while there is no network, and comes by the same link afterwards', async () => {
    const network = cuttableTransport(world.server.url);
    const leyla = await world.found('Leyla', { transport: network });
    const rustam = await world.found('Rustam');
    const link = await inviteTo(rustam);
    network.cut = true;
    expect(codeOf(await leyla.vault.join({ link, passphrase: '', name: 'L.' }))).toBe('offline');
    expect((await leyla.vault.status()).spaces).toHaveLength(1);
    network.cut = false;
    expectOk(await leyla.vault.join({ link, passphrase: '', name: 'L.' }));
    expect((await leyla.vault.status()).spaces).toHaveLength(2);
  });

  it('comes onto no other device by the link of somebody who was removed meanwhile', async () => {
    const leyla = await world.found('Leyla');
    const phone = await world.restored(leyla);
    await phone.vault.syncNow();
    const rustam = await world.found('Rustam');
    const link = await inviteTo(rustam);
    expectOk(await leyla.vault.join({ link, passphrase: '', name: 'L.' }));
    await settle(leyla, rustam);
    expectOk(await rustam.vault.removeMember(leyla.account));
    expect(codeOf(await phone.vault.join({ link, passphrase: '', name: 'L.' }))).toBe('invitation-used');
    expect((await phone.vault.status()).spaces).toHaveLength(1);
  });
});

describe('two organisations of one account', () => {
  it('what is written from Today’s row of another space lands there', async () => {
    const { leyla, nigar, rustam, first, second } = await twoCircles();
    const theirs = await newCase(rustam, 'Theirs');
    const due = set('task', await rustam.vault.newId(), { what: 'Call', due: { day: '2026-11-29' } });
    expectOk(await rustam.vault.save({ dossier: theirs, changes: [due] }));
    await leyla.vault.chooseSpace(first);
    await newCase(leyla, 'Ours');
    await settle(rustam, leyla);

    const row = (await leyla.vault.tasks(EVERYTHING, null)).find(({ what }) => what === 'Call');
    expect(row).toMatchObject({ dossier: theirs, space: second });
    // As the page does it: the task of the row, and beside it something else in the row's case.
    const asked = await leyla.vault.tasks({ ...EVERYTHING, dossier: theirs }, row?.space ?? null);
    expect(asked.map(({ record }) => record)).toContain(due.record);
    const taken = set('task', due.record, { owner: leyla.account });
    for (const at of [first, second, undefined])
      expectOk(await leyla.vault.save({ dossier: theirs, changes: [taken] }, at));
    const file = { name: 'a.txt', mediaType: 'text/plain', bytes: new Uint8Array(9) };
    expectOk(await leyla.vault.addFile({ dossier: theirs, ...file }, first));
    expect(new Set((await leyla.vault.waiting()).map(({ space }) => space))).toEqual(new Set([second]));
    await settle(leyla, rustam, nigar);
    expect((await rustam.vault.tasks(EVERYTHING)).find(({ what }) => what === 'Call')?.owner).toBe(
      leyla.account,
    );
    expect(await aliases(nigar)).toEqual(['Ours']);
  });

  it('what is new begins where it was meant, whichever is worked in by then', async () => {
    const { leyla, nigar, rustam, first, second } = await twoCircles();
    for (const [at, alias] of [
      [first, 'Ours'],
      [second, 'Theirs'],
    ] as const) {
      const dossier = await leyla.vault.newId();
      await leyla.vault.chooseSpace(at === first ? second : first);
      expectOk(await leyla.vault.save({ dossier, changes: [set('case', dossier, { alias })] }, at));
      expect(await leyla.vault.spaceOf(dossier)).toBe(at);
    }
    const { link } = expectOk(await leyla.vault.invite({ role: 'viewer', keyholder: false, days: 1 }, first));
    expect(expectOk(await leyla.vault.inspectInvitation(link)).organisation).toBe('Circle of Leyla');
    await settle(leyla, nigar, rustam);
    expect(await aliases(nigar)).toEqual(['Ours']);
    expect(await aliases(rustam)).toEqual(['Theirs']);
    // A space that is not here is no other one.
    const dossier = await leyla.vault.newId();
    const changes = [set('case', dossier, { alias: 'Nowhere' })];
    expect(codeOf(await leyla.vault.save({ dossier, changes }, 'A'.repeat(43)))).toBe('not-found');
  });

  it('never mix in lists, search, names, links, drafts or saved lists', async () => {
    const { leyla, rustam, first, second } = await twoCircles();
    const ours = expectOk(await saved(leyla, { alias: 'Ours Zeytun' }, first));
    const theirs = expectOk(await saved(leyla, { alias: 'Theirs Zeytun' }, second));
    await settle(leyla, rustam);
    expect(await titles(leyla.vault, first)).toEqual(['Ours Zeytun']);
    expect(await titles(leyla.vault, second)).toEqual(['Theirs Zeytun']);
    const found = async (at: string | null) =>
      (await leyla.vault.find({ text: 'zeytun', limit: 10 }, at)).rows
        .map(({ id, space }) => [id, space])
        .sort();
    expect(await found(first)).toEqual([[ours, first]]);
    expect(await found(second)).toEqual([[theirs, second]]);
    expect(await found(null)).toEqual(
      [
        [ours, first],
        [theirs, second],
      ].sort(),
    );
    expect(await names(leyla.vault, first)).toEqual(['Leyla', 'Nigar']);
    expect(await names(leyla.vault, second)).toEqual(['L.', 'Rustam']);
    expect(codeOf(await leyla.vault.dossier(theirs, first))).toBe('not-found');
    expect(codeOf(await leyla.vault.history(theirs, first))).toBe('not-found');
    expect(expectOk(await leyla.vault.dossier(theirs, second)).space).toBe(second);
    expect(Object.keys(await leyla.vault.named([ours, theirs], first))).toEqual([ours]);
    expect(Object.keys(await leyla.vault.named([ours, theirs], second))).toEqual([theirs]);
    await leyla.vault.saveDraft({ id: 'd', kind: 'case', title: 'Begun', data: null }, first);
    expect((await leyla.vault.drafts()).map(({ space }) => space)).toEqual([first]);
    await leyla.vault.saveView({ id: 'v', name: 'Kept', query: everyCase }, second);
    expect(await leyla.vault.savedViews(first)).toEqual([]);
    expect((await leyla.vault.savedViews(second)).map(({ name }) => name)).toEqual(['Kept']);
  });

  it('a case keeps its space where somebody begins another one under its id', async () => {
    // Both ways: neither the order of the spaces’ ids nor of their coming decides.
    for (let round = 0; round < 3; round++) {
      const { leyla, nigar, rustam, first, second } = await twoCircles();
      const ours = expectOk(await saved(leyla, { alias: 'Ours' }, first));
      await settle(leyla, nigar);
      const squat = [set('case', ours, { alias: 'Squatted' })];
      expectOk(await rustam.vault.save({ dossier: ours, changes: squat }));
      await settle(rustam, leyla);
      expect(await titles(leyla.vault, first)).toEqual(['Ours']);
      expect(await read(leyla, ours, 'alias')).toBe('Ours');
      expectOk(
        await leyla.vault.save({ dossier: ours, changes: [set('case', ours, { summary: 'Secret' })] }),
      );
      await settle(leyla, rustam, nigar);
      expect(await read(rustam, ours, 'summary')).toBeUndefined();
      expect(await read(nigar, ours, 'summary')).toBe('Secret');
      // Nor while it is deleted.
      const asDeleted = (deleted: boolean) => [{ kind: 'case', record: ours, fields: {}, deleted }];
      expectOk(await leyla.vault.save({ dossier: ours, changes: asDeleted(true) }));
      expectOk(await rustam.vault.save({ dossier: ours, changes: [set('case', ours, { alias: 'Again' })] }));
      await settle(leyla, rustam, leyla);
      expect(await titles(leyla.vault, second)).toEqual([]);
      expectOk(await leyla.vault.save({ dossier: ours, changes: asDeleted(false) }));
      expect(await titles(leyla.vault, first)).toEqual(['Ours']);
    }
  });

  it('whoever is removed from one goes on in the other, and is told of the one', async () => {
    const { leyla, nigar, rustam, first, second } = await twoCircles();
    expectOk(await rustam.vault.removeMember(leyla.account));
    await settle(rustam, leyla);
    const status = await leyla.vault.status();
    expect(status.sync).toMatchObject({ state: 'idle', problem: null });
    expect(status.spaces.map(({ id, removed }) => [id, removed])).toEqual([
      [first, false],
      [second, true],
    ]);
    // What a colleague writes is still heard of at once, and sent at once.
    const fresh = await newCase(nigar, 'After');
    await nigar.vault.syncNow();
    await until(async () => (await read(leyla, fresh, 'alias')) === 'After', 20);
    const answer = expectOk(await saved(leyla, { alias: 'Answer' }, first));
    await settle(leyla, nigar);
    expect(await read(nigar, answer, 'alias')).toBe('Answer');
    expect(codeOf(await saved(leyla, { alias: 'No more' }, second))).toBe('not-allowed');
  });

  it('come together onto a second device by the kit, and go together', async () => {
    const { leyla, first, second } = await twoCircles();
    const phone = await world.restored(leyla);
    await settle(phone);
    expect((await phone.vault.status()).spaces.map(({ id }) => id).sort()).toEqual([first, second].sort());
    expect(await names(phone.vault, first)).toEqual(['Leyla', 'Nigar']);
    await phone.vault.lock();
    expect(await phone.vault.spaceOf('x')).toBeNull();
    expect(await phone.vault.tasks(EVERYTHING, null)).toEqual([]);
    expect(await phone.vault.find({ text: 'l', limit: 9 }, null)).toEqual({ rows: [], more: false });
    expect(await phone.vault.members(first)).toEqual([]);
    expectOk(await phone.vault.unlock(PASSPHRASE));
    await settle(phone);
    expect((await phone.vault.status()).spaces).toHaveLength(2);
    await phone.vault.wipe();
    expect(await phone.keep.names('')).toEqual([]);
  });

  it('what holds up one is said of that one', async () => {
    const cut = { space: '' };
    const honest = fetchTransport(world.server.url);
    const { leyla, first, second } = await twoCircles();
    const laptop = await world.restored(leyla, {
      transport: {
        ...honest,
        call: (route, request, token) =>
          cut.space !== '' && route === 'entries/pull' && isOf(request, cut.space)
            ? Promise.resolve({
                ok: false,
                failure: { code: 'server-unavailable' },
                code: 'server-unavailable',
              })
            : honest.call(route, request, token),
      },
    });
    await settle(laptop);
    cut.space = second;
    await laptop.vault.syncNow();
    const { sync, spaces } = await laptop.vault.status();
    expect(sync.problem?.code).toBe('server-unavailable');
    const problems = Object.fromEntries(spaces.map(({ id, problem }) => [id, problem?.code ?? null]));
    expect(problems).toEqual({ [first]: null, [second]: 'server-unavailable' });
  });
});

async function saved(device: Device, fields: { alias: string }, at: string): Promise<Outcome<string>> {
  const dossier = await device.vault.newId();
  const done = await device.vault.save({ dossier, changes: [set('case', dossier, fields)] }, at);
  return done.ok ? { ok: true, value: dossier } : done;
}

function isOf(request: unknown, space: string): boolean {
  const named = (request as { space?: Uint8Array }).space;
  return named !== undefined && Buffer.from(named).toString('base64url') === space;
}

/** A network that loses one answer of a route: what was asked was done. */
function forgetfulTransport(origin: string): Transport & { loses: string } {
  const honest = fetchTransport(origin);
  const transport: Transport & { loses: string } = {
    ...honest,
    loses: '',
    async call(route, request, token) {
      const answer = await honest.call(route, request, token);
      if (transport.loses !== route || !answer.ok) return answer;
      transport.loses = '';
      return { ok: false, failure: { code: 'offline' }, code: 'offline' };
    },
  };
  return transport;
}
