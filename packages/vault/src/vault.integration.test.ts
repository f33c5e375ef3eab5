import { idBytes, readCharterEntry, readGeneration } from '@dayaq/sealing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DAY } from './days.ts';
import type { VaultEvent } from './client.ts';
import { memoryKeep, openNodeVault } from './node/index.ts';
import {
  aliases,
  cuttableTransport,
  type Device,
  lastingDatabase,
  everyCase,
  expectOk,
  newCase,
  PASSPHRASE,
  read,
  set,
  settle,
  startWorld,
  type World,
} from '../../../worlds/devices/world.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.stop());

describe('a case between two devices', () => {
  it('reaches a colleague word for word and is found in whichever alphabet is typed', async () => {
    const leyla = await world.found('Leyla');
    const rena = await world.join(leyla, 'Rəna');
    const summary = 'Ev sahibi işini biləndə çıxmasını tələb etdi; işgəncə ilə hədələdi. «Алиев» də gəldi.';
    const id = await newCase(rena, 'Zeynəb Əliyeva');
    expectOk(await rena.vault.save({ dossier: id, changes: [set('case', id, { summary })] }));
    await settle(rena, leyla);
    expect(await read(leyla, id, 'summary')).toBe(summary);
    for (const text of ['isgence', 'Aliyev', 'алиев', 'zeyneb aliyeva', 'ZEYNƏB']) {
      const found = await leyla.vault.cases({ ...everyCase, text });
      expect(
        found.rows.map((row) => row.id),
        text,
      ).toEqual([id]);
    }
    expect((await leyla.vault.cases({ ...everyCase, text: 'yoxdur' })).rows).toEqual([]);
  });

  it('keeps both values when two people change one field without knowing of each other, until someone chooses', async () => {
    const leyla = await world.found('Leyla');
    const rena = await world.join(leyla, 'Rena');
    const id = await newCase(leyla, 'Samir');
    await settle(leyla, rena);
    expectOk(
      await leyla.vault.save({
        dossier: id,
        changes: [set('case', id, { status: 'waiting', outcome: 'partly' })],
      }),
    );
    expectOk(await rena.vault.save({ dossier: id, changes: [set('case', id, { status: 'closed' })] }));
    await settle(leyla, rena);
    for (const device of [leyla, rena]) {
      const field = expectOk(await device.vault.dossier(id)).records[0]?.fields['status'];
      expect(field?.alternatives.map((each) => each.value).sort()).toEqual(['closed', 'waiting']);
      expect((await device.vault.cases({ ...everyCase, filters: { conflict: ['yes'] } })).rows).toHaveLength(
        1,
      );
      expect(await read(device, id, 'outcome')).toBe('partly');
    }
    expectOk(await rena.vault.save({ dossier: id, changes: [set('case', id, { status: 'closed' })] }));
    await settle(rena, leyla);
    const settled = expectOk(await leyla.vault.dossier(id)).records[0]?.fields['status'];
    expect(settled).toMatchObject({ value: 'closed', alternatives: [] });
  });

  it('shows who changed what and when, in the order in which it can have happened', async () => {
    const leyla = await world.found('Leyla');
    const rena = await world.join(leyla, 'Rena');
    const id = await newCase(leyla, 'Zaur');
    await settle(leyla, rena);
    expectOk(await rena.vault.save({ dossier: id, changes: [set('case', id, { status: 'in-progress' })] }));
    await settle(rena, leyla);
    const history = expectOk(await leyla.vault.history(id));
    expect(history.map((item) => item.by)).toEqual([leyla.account, rena.account]);
    expect(history.every((item) => !item.waiting)).toBe(true);
  });
});

describe('restricted cases', () => {
  it('are invisible to members who are not named, and open to those who are named later, from the first word on', async () => {
    const leyla = await world.found('Leyla');
    const rena = await world.join(leyla, 'Rena');
    const nigar = await world.join(leyla, 'Nigar');
    const id = await newCase(leyla, 'quiet', [rena.account]);
    await settle(leyla, rena, nigar);
    expect(await aliases(rena)).toEqual(['quiet']);
    expect(await aliases(nigar)).toEqual([]);
    expect(expectOk(await leyla.vault.dossier(id)).readers.sort()).toEqual(
      [leyla.account, rena.account].sort(),
    );

    expectOk(await leyla.vault.restrict({ dossier: id, to: [rena.account, nigar.account] }));
    expectOk(await leyla.vault.save({ dossier: id, changes: [set('case', id, { status: 'in-progress' })] }));
    await settle(leyla, rena, nigar);
    expect(await read(nigar, id, 'alias')).toBe('quiet');
    expect(await read(nigar, id, 'status')).toBe('in-progress');
    expect((await nigar.vault.status()).sync.refused).toBe(0);

    expectOk(await leyla.vault.restrict({ dossier: id, to: null }));
    const late = await world.join(leyla, 'Late');
    await settle(leyla, late);
    expect(await aliases(late)).toEqual(['quiet']);
  });

  it('stay closed to a member who is taken off the list', async () => {
    const leyla = await world.found('Leyla');
    const rena = await world.join(leyla, 'Rena');
    const id = await newCase(leyla, 'conflict of interest');
    await settle(leyla, rena);
    expectOk(await leyla.vault.restrict({ dossier: id, to: [leyla.account] }));
    await settle(leyla);
    expectOk(await leyla.vault.save({ dossier: id, changes: [set('case', id, { status: 'closed' })] }));
    await settle(leyla, rena);
    expect(await read(rena, id, 'status')).not.toBe('closed');
  });
});

describe('a device', () => {
  it('works without a network, and sends when there is one', async () => {
    const leyla = await world.found('Leyla');
    const transport = cuttableTransport(world.server.url);
    const rena = await world.join(leyla, 'Rena', 'caseworker', { transport });
    transport.cut = true;
    const ids = [await newCase(rena, 'one'), await newCase(rena, 'two'), await newCase(rena, 'three')];
    await rena.vault.syncNow();
    const offline = (await rena.vault.status()).sync;
    expect(offline).toMatchObject({ state: 'offline', waiting: 3 });
    expect(await rena.vault.waiting()).toHaveLength(3);
    transport.cut = false;
    await settle(rena, leyla);
    await expect
      .poll(async () => (await rena.vault.status()).sync)
      .toMatchObject({ state: 'idle', waiting: 0 });
    expect((await leyla.vault.cases(everyCase)).rows.map((row) => row.id).sort()).toEqual(ids.sort());
  });

  it('loses nothing when its database is lost: what was sent comes back, what was not stands in its copies', async () => {
    const leyla = await world.found('Leyla');
    const transport = cuttableTransport(world.server.url);
    const rena = await world.join(leyla, 'Rena', 'caseworker', { transport });
    await newCase(rena, 'sent');
    await settle(rena, leyla);
    transport.cut = true;
    await newCase(rena, 'not sent');
    await rena.vault.lock();
    // A Node vault keeps its database in memory: opening it again is opening it empty.
    const reopened = await world.reopen(rena, { transport });
    expect((await reopened.vault.status()).sync.waiting).toBeGreaterThan(0);
    transport.cut = false;
    await settle(reopened, leyla);
    expect(await aliases(reopened)).toEqual(['not sent', 'sent']);
    expect(await aliases(leyla)).toEqual(['not sent', 'sent']);
  });

  it('keeps a case restricted, and its file whole, when the database is lost before anything was sent', async () => {
    const leyla = await world.found('Leyla');
    const transport = cuttableTransport(world.server.url);
    const rena = await world.join(leyla, 'Rena', 'caseworker', { transport });
    const sent = await newCase(rena, 'sent, restricted later');
    const anna = await world.join(leyla, 'Anna');
    await settle(rena, leyla, anna);
    expect(await aliases(anna)).toEqual(['sent, restricted later']);

    transport.cut = true;
    const hers = await newCase(rena, 'hers alone', []);
    const bytes = new Uint8Array(300_000).fill(7);
    const file = expectOk(
      await rena.vault.addFile({ dossier: hers, name: 'scan.png', mediaType: 'image/png', bytes }),
    );
    expectOk(await rena.vault.restrict({ dossier: sent, to: [leyla.account] }));
    expectOk(await rena.vault.save({ dossier: sent, changes: [set('case', sent, { alias: 'changed' })] }));
    await rena.vault.lock();
    const reopened = await world.reopen(rena, { transport });
    expect((await reopened.vault.status()).sync.waiting).toBe(3);
    transport.cut = false;
    await settle(reopened, leyla, anna);

    expect((await reopened.vault.status()).sync.waiting).toBe(0);
    expect(await aliases(reopened)).toEqual(['changed', 'hers alone']);
    expect(await aliases(leyla)).toEqual(['changed']);
    expect(await aliases(anna)).toEqual(['sent, restricted later']);
    for (const name of await reopened.keep.names('chunk/')) await reopened.keep.delete(name);
    expect(expectOk(await reopened.vault.openFile({ dossier: hers, file }))).toEqual(bytes);
    // A second loss finds nothing left over that would be asked for again.
    await reopened.vault.lock();
    const again = await world.reopen(reopened, { transport });
    expect((await again.vault.status()).sync.waiting).toBe(0);
  });

  it('opens a second time with the kit and the passphrase, and with nothing less', async () => {
    const leyla = await world.found('Leyla');
    const id = await newCase(leyla, 'everywhere');
    await settle(leyla);
    const second = await openNodeVault(world.server.url);
    const wrong = await second.restore({
      kit: leyla.kit.join(' '),
      passphrase: 'river candle orbit velvet autumn ladder',
    });
    // The server tells a wrong passphrase from an account that it does not know to nobody.
    expect(wrong).toMatchObject({ ok: false, failure: { code: 'account-not-here' } });
    const shortened = await second.restore({ kit: leyla.kit.slice(0, 11).join(' '), passphrase: PASSPHRASE });
    expect(shortened).toMatchObject({ ok: false, failure: { code: 'wrong-kit' } });
    expectOk(await second.restore({ kit: leyla.kit.join(' '), passphrase: PASSPHRASE }));
    await second.syncNow();
    expect(await read({ ...leyla, vault: second }, id, 'alias')).toBe('everywhere');
    expect((await second.members()).map((member) => member.name)).toEqual(['Leyla']);
  });

  it('takes a new passphrase, after which the old one opens nothing', async () => {
    const leyla = await world.found('Leyla');
    const fresh = 'velvet autumn ladder river candle orbit';
    expectOk(await leyla.vault.changePassphrase({ old: PASSPHRASE, new: fresh }));
    await leyla.vault.lock();
    expect(await leyla.vault.unlock(PASSPHRASE)).toMatchObject({
      ok: false,
      failure: { code: 'wrong-passphrase' },
    });
    expectOk(await leyla.vault.unlock(fresh));
    await leyla.vault.syncNow();
    expect((await leyla.vault.status()).sync.problem).toBeNull();
  });

  it('opens with a passphrase that was set on another device, once it can ask', async () => {
    const leyla = await world.found('Leyla');
    const id = await newCase(leyla, 'on both');
    await settle(leyla);
    const transport = cuttableTransport(world.server.url);
    const keep = memoryKeep();
    const second = await openNodeVault(world.server.url, { keep, transport });
    expectOk(await second.restore({ kit: leyla.kit.join(' '), passphrase: PASSPHRASE }));
    await second.syncNow();
    await second.lock();
    const fresh = 'velvet autumn ladder river candle orbit';
    expectOk(await leyla.vault.changePassphrase({ old: PASSPHRASE, new: fresh }));
    transport.cut = true;
    expectOk(await second.unlock(PASSPHRASE));
    transport.cut = false;
    await second.syncNow();
    // The old one opened it: what the server refuses is not called a wrong passphrase.
    expect((await second.status()).sync.problem?.code).toBe('sign-in-refused');
    await second.lock();
    transport.cut = true;
    expect(await second.unlock(fresh)).toMatchObject({ ok: false, failure: { code: 'wrong-passphrase' } });
    transport.cut = false;
    expectOk(await second.unlock(fresh));
    await second.syncNow();
    expect(await read({ ...leyla, vault: second }, id, 'alias')).toBe('on both');
    await second.lock();
    transport.cut = true;
    expect(await second.unlock(PASSPHRASE)).toMatchObject({ ok: false });
    expectOk(await second.unlock(fresh));
  });

  it('refuses an invitation that was used, revoked, or cut short, in words that help', async () => {
    const leyla = await world.found('Leyla');
    const { link } = expectOk(await leyla.vault.invite({ role: 'caseworker', keyholder: false, days: 1 }));
    const other = await openNodeVault(world.server.url, { keep: memoryKeep() });
    expect(expectOk(await other.inspectInvitation(link))).toMatchObject({
      organisation: 'Circle of Leyla',
      inviter: 'Leyla',
    });
    expectOk(await other.join({ link, passphrase: PASSPHRASE, name: 'Rena' }));
    const late = await openNodeVault(world.server.url);
    expect(await late.join({ link, passphrase: PASSPHRASE, name: 'Late' })).toMatchObject({
      failure: { code: 'invitation-used' },
    });
    expect(await late.inspectInvitation(link.slice(0, -6))).toMatchObject({ ok: false });
    const second = expectOk(await leyla.vault.invite({ role: 'viewer', keyholder: false, days: 1 }));
    const open = (await leyla.vault.invitations()).find((each) => each.state === 'open');
    expectOk(await leyla.vault.revokeInvitation(open?.invite as string));
    expect(await late.inspectInvitation(second.link)).toMatchObject({
      failure: { code: 'invitation-unknown' },
    });
  });

  it('writes nothing as a viewer', async () => {
    const leyla = await world.found('Leyla');
    const viewer = await world.join(leyla, 'Viewer', 'viewer');
    const id = await viewer.vault.newId();
    const saved = await viewer.vault.save({ dossier: id, changes: [set('case', id, { alias: 'x' })] });
    expect(saved).toMatchObject({ ok: false, failure: { code: 'not-allowed' } });
  });

  it('keeps drafts, views and preferences, sealed, across a restart', async () => {
    const leyla = await world.found('Leyla');
    expectOk(await leyla.vault.saveDraft({ id: 'one', kind: 'case', title: 'Zeynəb', data: { step: 2 } }));
    await leyla.vault.setPreference('language', 'tg');
    await leyla.vault.saveView({ id: 'v', name: 'Mine', query: everyCase });
    const names = await leyla.keep.names('');
    for (const name of names) {
      const text = new TextDecoder().decode((await leyla.keep.get(name)) as Uint8Array);
      expect(text).not.toContain('Zeynəb');
    }
    await leyla.vault.lock();
    const again = await world.reopen(leyla);
    expect(await again.vault.drafts()).toMatchObject([{ id: 'one', title: 'Zeynəb', data: { step: 2 } }]);
    expect(await again.vault.preference('language')).toBe('tg');
    // A saved list is of one organisation, which is fetched again here.
    await settle(again);
    expect(await again.vault.savedViews()).toMatchObject([{ name: 'Mine' }]);
  });

  it('reads saved lists that were ordered as an earlier version named it', async () => {
    const leyla = await world.found('Leyla');
    const query = { ...everyCase, sort: 'opened' as never };
    await leyla.vault.saveView({ id: 'v', name: 'Newest', query });
    expect(await leyla.vault.savedViews()).toMatchObject([{ name: 'Newest', query: { sort: 'day' } }]);
  });
});

describe('files', () => {
  it('travel sealed, in parts that resume, and come back with the same bytes', async () => {
    const leyla = await world.found('Leyla');
    const transport = cuttableTransport(world.server.url);
    const rena = await world.join(leyla, 'Rena', 'caseworker', { transport });
    const id = await newCase(rena, 'with a file');
    const bytes = new Uint8Array(700_000);
    for (let i = 0; i < bytes.length; i++) bytes[i] = (i * 31) & 0xff;
    const file = expectOk(
      await rena.vault.addFile({ dossier: id, name: 'photo.jpg', mediaType: 'image/jpeg', bytes }),
    );
    const record = await rena.vault.newId();
    expectOk(await rena.vault.save({ dossier: id, changes: [set('file', record, { file: { ...file } })] }));
    await settle(rena, leyla);
    expect((await rena.vault.status()).sync.waiting).toBe(0);
    const seen = expectOk(await leyla.vault.dossier(id)).records.find((each) => each.id === record)?.fields[
      'file'
    ]?.value;
    const opened = expectOk(await leyla.vault.openFile({ dossier: id, file: seen as never }));
    expect(opened).toEqual(bytes);
  });
});

describe('what lies open on the server', () => {
  it('carries days, and no time finer than that', async () => {
    const leyla = await world.found('Leyla');
    const rena = await world.join(leyla, 'Rena');
    await newCase(leyla, 'one');
    expectOk(await leyla.vault.removeMember(rena.account));
    await newCase(leyla, 'two');
    await settle(leyla);
    const space = Buffer.from(idBytes((await leyla.vault.status()).space as never));
    const { rows } = await world.server.data.db.pool.query<{ kind: number; body: Uint8Array }>(
      'select kind, body from log where space_id = $1 and entry_id is null',
      [space],
    );
    const times: number[] = [];
    for (const { body } of rows) {
      const act = readCharterEntry(new Uint8Array(body));
      const header = await readGeneration(new Uint8Array(body));
      if (act.ok)
        times.push(act.value.time, ...(act.value.act.type === 'invite' ? [act.value.act.expires] : []));
      if (header.ok) times.push(header.value.time);
    }
    expect(times.length).toBeGreaterThan(6);
    expect(times.filter((time) => time % DAY !== 0)).toEqual([]);
  });
});

describe('a clock that is wrong by a day', () => {
  it('never changes the order, and the hour that cannot be right is said to be in doubt', async () => {
    const day = 24 * 3_600_000;
    const leyla = await world.found('Leyla');
    const late = await world.join(leyla, 'Rena', 'caseworker', { now: () => Date.now() - day });
    const early = await world.join(leyla, 'Murad', 'caseworker', { now: () => Date.now() + day });
    const id = await newCase(leyla, 'Zaur');
    await settle(leyla, late, early);
    for (const [device, status] of [
      [late, 'in-progress'],
      [early, 'waiting'],
      [leyla, 'closed'],
    ] as const) {
      expectOk(await device.vault.save({ dossier: id, changes: [set('case', id, { status })] }));
      await settle(device, leyla, late, early);
    }
    const history = expectOk(await leyla.vault.history(id));
    expect(history.map(({ by, clockInDoubt }) => [by, clockInDoubt])).toEqual([
      [leyla.account, false],
      [late.account, true],
      [early.account, true],
      [leyla.account, false],
    ]);
    expect(await read(leyla, id, 'status')).toBe('closed');
  });
});

describe('a clock that is wrong by days', () => {
  it.each([-9, 9])('leaves its mark on what was written by it, for good: %i days', async (days) => {
    const off = days * 24 * 3_600_000;
    const network = cuttableTransport(world.server.url);
    const database = await lastingDatabase(world);
    const wrong = { now: () => Date.now() + off, transport: network, database };
    const leyla = await world.found('Leyla');
    const rena = await world.join(leyla, 'Rena', 'caseworker', wrong);
    await rena.vault.lock();
    network.cut = true;
    // Opened without a network, nobody tells it which day it is.
    const away = await world.reopen(rena, wrong);
    const id = await newCase(away, 'written in the street');
    expectOk(await away.vault.save({ dossier: id, changes: [set('case', id, { summary: 'twice' })] }));
    network.cut = false;
    await settle(away, leyla);
    expectOk(await away.vault.save({ dossier: id, changes: [set('case', id, { status: 'closed' })] }));
    await settle(away, leyla);
    expectOk(await leyla.vault.save({ dossier: id, changes: [set('case', id, { alias: 'Zaur' })] }));
    const marks = async (device: Device) =>
      expectOk(await device.vault.history(id)).map(({ clockInDoubt }) => clockInDoubt);
    expect(await marks(leyla)).toEqual([true, true, true, false]);
    expect(await read(leyla, id, 'summary')).toBe('twice');
    await settle(leyla);
    await leyla.vault.lock();
    const months = 90 * 24 * 3_600_000;
    const later = await world.reopen(leyla, { now: () => Date.now() + months });
    await settle(later);
    expect(await marks(later)).toEqual([true, true, true, false]);
    expect((await away.vault.status()).sync).toMatchObject({ waiting: 0, held: 0, problem: null });
  });
});

describe('a person who works for two organisations', () => {
  it('joins the second with the account that is open, and nothing of the first is lost', async () => {
    const leyla = await world.found('Leyla');
    const zarina = await world.found('Zarina');
    const first = await newCase(leyla, 'Zeinab');
    const { link } = expectOk(await zarina.vault.invite({ role: 'caseworker', keyholder: false, days: 1 }));
    const joined = await leyla.vault.join({ link, passphrase: '', name: 'Leyla' });
    expect(expectOk(joined).kit).toEqual([]);
    await settle(zarina, leyla);
    const { spaces, space, account } = await leyla.vault.status();
    expect(account).toBe(leyla.account);
    expect(spaces.map((each) => [each.name, each.ready]).sort()).toEqual([
      ['Circle of Leyla', true],
      ['Circle of Zarina', true],
    ]);
    expect(spaces.find((each) => each.id === space)?.name).toBe('Circle of Zarina');
    const second = await newCase(leyla, 'Samir');
    await settle(leyla, zarina);
    expect(await aliases(zarina)).toEqual(['Samir']);
    expect((await zarina.vault.dossier(second)).ok).toBe(true);
    expect((await zarina.vault.dossier(first)).ok).toBe(false);
    expect(await leyla.vault.join({ link, passphrase: '', name: 'Leyla' })).toMatchObject({ ok: false });

    // A locked device keeps its account, whatever link is opened on it.
    const other = expectOk(await zarina.vault.invite({ role: 'viewer', keyholder: false, days: 1 }));
    await leyla.vault.lock();
    expect(await leyla.vault.join({ link: other.link, passphrase: PASSPHRASE, name: 'Leyla' })).toMatchObject(
      { ok: false, failure: { code: 'already-here' } },
    );
    expectOk(await leyla.vault.unlock(PASSPHRASE));
    await settle(leyla);
    expect((await leyla.vault.dossier(first)).ok).toBe(true);
  });
});

describe('two organisations', () => {
  it('learn each other’s keys by a link, and each sees the other’s name', async () => {
    const leyla = await world.found('Leyla');
    const zarina = await world.found('Zarina');
    const { link } = expectOk(await leyla.vault.introduce());
    expect(expectOk(await zarina.vault.acceptIntroduction(link)).name).toBe('Circle of Leyla');
    await settle(leyla);
    expect((await leyla.vault.peers()).map((peer) => peer.name)).toEqual(['Circle of Zarina']);
    expect((await zarina.vault.peers()).map((peer) => peer.name)).toEqual(['Circle of Leyla']);
    const third = await world.found('Third');
    expect(await third.vault.acceptIntroduction(link)).toMatchObject({ ok: false });
  });
});

describe('what the pages hear', () => {
  it('a case that a colleague writes arrives by itself, within seconds', async () => {
    const leyla = await world.found('Leyla');
    const events: VaultEvent[] = [];
    const { link } = expectOk(await leyla.vault.invite({ role: 'caseworker', keyholder: false, days: 1 }));
    const vault = await openNodeVault(world.server.url, {}, (event) => events.push(event));
    expectOk(await vault.join({ link, passphrase: PASSPHRASE, name: 'Rena' }));
    await expect.poll(async () => (await vault.status()).spaces[0]?.ready).toBe(true);
    const id = await newCase(leyla, 'live');
    await expect
      .poll(async () => (await vault.cases(everyCase)).rows.map((row) => row.alias))
      .toEqual(['live']);
    expect(events.some((event) => event.type === 'changed' && event.dossiers.includes(id))).toBe(true);

    // A page that shows addresses is told of an address, not only of the dossier in which it stands.
    const register = expectOk(await leyla.vault.roster()).id;
    const address = await leyla.vault.newId();
    expectOk(
      await leyla.vault.save({ dossier: register, changes: [set('address', address, { willing: 'yes' })] }),
    );
    const toldOf = (): string[] => events.flatMap((event) => (event.type === 'changed' ? event.kinds : []));
    await expect.poll(toldOf).toContain('address');
  });
});
