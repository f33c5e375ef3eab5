import type { LogItem } from '@dayaq/protocol';
import {
  type AccountId,
  type DossierId,
  type GenerationHeader,
  idBytes,
  newEpochKey,
  readCharterEntry,
  readGeneration,
  type SpaceId,
  startGeneration,
} from '@dayaq/sealing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Transport } from './adapters.ts';
import {
  accountOf,
  acquaint,
  type Device,
  expectOk,
  forgingTransport,
  handOver,
  lyingTransport,
  newCase,
  read,
  set,
  settle,
  spaceOfDevice,
  startWorld,
  type World,
} from '../../../worlds/devices/world.ts';
import { Insider } from '../../../worlds/devices/insider.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.stop());

async function twoOrganisations(): Promise<{ ana: Device; bahar: Device; to: SpaceId; own: SpaceId }> {
  const ana = await world.found('Ana');
  const bahar = await world.found('Bahar');
  await acquaint(ana, bahar);
  const [own, to] = [await spaceOfDevice(ana), await spaceOfDevice(bahar)];
  return { ana, bahar, to: to as SpaceId, own: own as SpaceId };
}

/** What the recipient's charter says that its epoch's letters are sealed to, as an introduced member reads it. */
async function dropKeyOf(device: Device): Promise<{ epoch: number; dropKey: Uint8Array }> {
  const found: { epoch: number; dropKey: Uint8Array }[] = [];
  const transport = lyingTransport(world.server.url, (route, _request, answer) => {
    if (route !== 'charter/read' && route !== 'entries/pull') return answer;
    for (const item of (answer as { items?: LogItem[] }).items ?? []) {
      const act = item.t === 'charter' ? readCharterEntry(item.act) : null;
      if (act?.ok === true && act.value.act.type === 'create')
        found.push({ epoch: 1, dropKey: act.value.act.epoch.dropKey });
    }
    return answer;
  });
  await settle(await world.reopen(device, { transport }));
  const [first] = found;
  if (first === undefined) throw new Error('no charter was read');
  return first;
}

/** A header that no honest client makes: granted to whom it bars, or opened late, or with a bar dropped. */
async function handMade(
  by: Device,
  to: Device,
  parts: {
    dossier: string;
    barred: { spaces: SpaceId[]; accounts: AccountId[] };
    previous?: { header: GenerationHeader; key: ReturnType<typeof newEpochKey> };
  },
) {
  const insider = await Insider.behind(world, by);
  const epoch = parts.previous?.header.epoch ?? 1;
  return startGeneration({
    space: (await spaceOfDevice(by)) as SpaceId,
    dossier: parts.dossier as DossierId,
    epoch,
    epochKey: await insider.epochKey(epoch),
    author: await accountOf(by),
    time: 0,
    restrictedTo: null,
    previous: parts.previous ?? null,
    sharedWith: { space: (await spaceOfDevice(to)) as SpaceId, ...(await dropKeyOf(to)) },
    barred: parts.barred,
    view: await insider.view(),
  });
}

/** Replaces the generations that a device sends by a hand-made one, and notes what the server says. */
function sendingInstead(instead: { bytes: Uint8Array | null }, answers: string[]): Transport {
  const forging = forgingTransport(world.server.url, (route, request) => {
    if (route !== 'entries/append' || instead.bytes === null) return request;
    return { ...(request as object), generations: [instead.bytes], entries: [] };
  });
  return {
    ...forging,
    async call(route, request, token) {
      const answer = await forging.call(route, request, token);
      if (route === 'entries/append') answers.push(answer.ok ? 'stored' : answer.code);
      return answer;
    },
  };
}

describe('an organisation that the client excluded', () => {
  it('cannot be chosen in the client, by its own name or by a member’s', async () => {
    const { ana, bahar, to } = await twoOrganisations();
    await settle(ana);
    for (const barred of [
      { spaces: [to], accounts: [] },
      { spaces: [], accounts: [bahar.account] },
    ]) {
      const dossier = await ana.vault.newId();
      const changes = [set('handover', dossier, { words: 'never' })];
      expect(await ana.vault.share({ dossier, to, changes, barred })).toMatchObject({
        ok: false,
        failure: { code: 'excluded' },
      });
      expect(await ana.vault.dossier(dossier)).toMatchObject({ ok: false });
    }
    expect(await ana.vault.shares()).toEqual([]);
    expect(await ana.vault.waiting()).toEqual([]);
  });

  it('is refused by the server, whatever a client sends, and nothing is stored', async () => {
    const { ana, bahar, to } = await twoOrganisations();
    const instead: { bytes: Uint8Array | null } = { bytes: null };
    const answers: string[] = [];
    const forger = await world.reopen(ana, { transport: sendingInstead(instead, answers) });
    await settle(forger);
    const dossier = await forger.vault.newId();
    const made = await handMade(forger, bahar, { dossier, barred: { spaces: [to], accounts: [] } });
    instead.bytes = made.bytes;
    await newCase(forger, 'any change, so that something is sent');
    await forger.vault.syncNow();
    expect(answers.at(-1)).toBe('generation-barred');
    instead.bytes = null;
    await settle(forger, bahar);
    expect(await bahar.vault.shares()).toEqual([]);
    const stored = await world.server.data.db.pool.query(
      'select from log where dossier_id = $1 union all select from shares where dossier_id = $1',
      [idBytes(dossier as DossierId)],
    );
    expect(stored.rowCount).toBe(0);
  });

  it('cannot be given an existing case either: a dossier is shared from its beginning or never', async () => {
    const { ana, bahar } = await twoOrganisations();
    const headers: Uint8Array[] = [];
    const instead: { bytes: Uint8Array | null } = { bytes: null };
    const answers: string[] = [];
    const sending = sendingInstead(instead, answers);
    const transport: Transport = {
      ...sending,
      call(route, request, token) {
        if (route === 'entries/append')
          headers.push(...(request as { generations: Uint8Array[] }).generations);
        return sending.call(route, request, token);
      },
    };
    const forger = await world.reopen(ana, { transport });
    await settle(forger);
    const id = await newCase(forger, 'a case of our own');
    await settle(forger);
    const header = (await Promise.all(headers.map((bytes) => readGeneration(bytes)))).flatMap((each) =>
      each.ok && each.value.dossier === id ? [each.value] : [],
    )[0];
    if (header === undefined) throw new Error('no header was sent');
    const previous = { header, key: newEpochKey() };
    const made = await handMade(forger, bahar, {
      dossier: id,
      barred: { spaces: [], accounts: [] },
      previous,
    });
    instead.bytes = made.bytes;
    expectOk(await forger.vault.save({ dossier: id, changes: [set('case', id, { summary: 'x' })] }));
    await forger.vault.syncNow();
    expect(answers.at(-1)).toBe('generation-invalid');
    instead.bytes = null;
    await settle(forger, bahar);
    expect(await bahar.vault.shares()).toEqual([]);
    expect(await read(bahar, id, 'alias')).toBeUndefined();
  });

  it.each<['its own name' | 'a member’s name' | 'a member’s name, and is unknown here']>([
    ['its own name'],
    ['a member’s name'],
    ['a member’s name, and is unknown here'],
  ])('stays excluded, by %s, for devices to which a lying server shows such a grant', async (how) => {
    const { ana, bahar, to } = await twoOrganisations();
    const stranger = await world.found('Stranger');
    const lie: { items: LogItem[] } = { items: [] };
    const transport = lyingTransport(world.server.url, (route, _request, answer) => {
      if (route !== 'entries/pull' || lie.items.length === 0) return answer;
      const page = answer as { items: LogItem[]; position: number; more: boolean };
      const forged = lie.items.map((item, i) => ({ ...item, p: page.position + 1 + i }));
      return { ...page, items: [...page.items, ...forged], position: page.position + forged.length };
    });
    const nigar = await world.join(ana, 'Nigar', 'caseworker', { transport });
    await settle(ana, nigar);
    const dossier = await ana.vault.newId();
    const recipient = how === 'a member’s name, and is unknown here' ? stranger : bahar;
    const barred =
      how === 'its own name'
        ? { spaces: [to], accounts: [] }
        : { spaces: [], accounts: [recipient.account as AccountId] };
    const made = await handMade(ana, recipient, { dossier, barred });
    const before = (await nigar.vault.status()).sync.refused;
    const showing = async (header: Uint8Array): Promise<number> => {
      lie.items = [{ t: 'generation', p: 0, dossier: idBytes(dossier as DossierId), header }];
      await nigar.vault.syncNow();
      return (await nigar.vault.status()).sync.refused;
    };
    const after = await showing(made.bytes);
    expect(after).toBeGreaterThan(before);
    expect((await nigar.vault.status()).sync.problem).toBeNull();
    // The bar alone is what it is refused for.
    const allowed = await handMade(ana, bahar, { dossier, barred: { spaces: [], accounts: [] } });
    lie.items = [];
    await settle(nigar);
    const still = (await nigar.vault.status()).sync.refused;
    expect(await showing(allowed.bytes)).toBe(still);
    expect(await nigar.vault.shares()).toEqual([]);
  });

  it('is refused by the recipient’s own devices too', async () => {
    const { ana, bahar, to, own } = await twoOrganisations();
    const lie: { header: Uint8Array | null; dossier: Uint8Array } = {
      header: null,
      dossier: new Uint8Array(),
    };
    const transport = lyingTransport(world.server.url, (route, _request, answer) => {
      const { header, dossier } = lie;
      if (header === null) return answer;
      if (route === 'shares/list') {
        const log = new Uint8Array(16).fill(7);
        const listed = { owner: idBytes(own), dossier, position: 9, log, ended: false, seen: false };
        return { ...(answer as object), shares: [listed] };
      }
      return answer;
    });
    const pulling: Transport = {
      ...transport,
      async call(route, request, token) {
        if (route !== 'shares/pull' || lie.header === null) return transport.call(route, request, token);
        const items = [{ t: 'generation', p: 9, dossier: lie.dossier, header: lie.header }];
        return { ok: true, value: { items, position: 9, more: false } as never };
      },
    };
    const dossier = await ana.vault.newId();
    const made = await handMade(ana, bahar, { dossier, barred: { spaces: [to], accounts: [] } });
    const listening = await world.reopen(bahar, { transport: pulling });
    await settle(listening);
    const before = (await listening.vault.status()).sync.refused;
    lie.dossier = idBytes(dossier as DossierId);
    lie.header = made.bytes;
    await listening.vault.syncNow();
    const after = (await listening.vault.status()).sync.refused;
    expect(after).toBeGreaterThan(before);
    expect(await listening.vault.shares()).toEqual([]);
    // The bar alone is what it is refused for.
    const other = await ana.vault.newId();
    const allowed = await handMade(ana, bahar, { dossier: other, barred: { spaces: [], accounts: [] } });
    lie.dossier = idBytes(other as DossierId);
    lie.header = allowed.bytes;
    await listening.vault.syncNow();
    expect((await listening.vault.status()).sync.refused).toBe(after);
  });
});

describe('a person who is excluded', () => {
  it('does not read what is shared by colleagues, and no server is needed for that', async () => {
    const ana = await world.found('Ana');
    const nigar = await world.join(ana, 'Nigar');
    const zaur = await world.join(ana, 'Zaur');
    const bahar = await world.found('Bahar');
    await acquaint(ana, bahar);
    const id = await handOver(
      ana,
      bahar,
      { words: 'not for Zaur' },
      { spaces: [], accounts: [zaur.account] },
    );
    await settle(ana, bahar, nigar, zaur);
    expect(await read(bahar, id, 'words')).toBe('not for Zaur');
    expect(await read(nigar, id, 'words')).toBe('not for Zaur');
    expect(await read(zaur, id, 'words')).toBeUndefined();
    expect(await zaur.vault.shares()).toEqual([]);
  });
});
