/** Threat: two readers' devices open one letter at the same moment, and a danger that one of them has ended comes back by the other's copy. */
import type { SpaceId } from '@dayaq/sealing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDoor, Visitor } from '../../../../worlds/devices/visitor.ts';
import {
  type Device,
  expectOk,
  set,
  settle,
  spaceOfDevice,
  startWorld,
  unheard,
  type World,
} from '../../../../worlds/devices/world.ts';
import type { Transport } from '../adapters.ts';
import { fetchTransport } from '../transport.ts';

/** A network over which what somebody writes goes out only when its test says so. */
function holding(origin: string): Transport & { held: boolean } {
  const honest = fetchTransport(origin);
  const transport: Transport & { held: boolean } = {
    ...unheard(honest),
    held: false,
    call: (route, request, token) =>
      transport.held && route === 'entries/append'
        ? Promise.resolve({ ok: false, failure: { code: 'offline' }, code: 'offline' })
        : honest.call(route, request, token),
  };
  return transport;
}

let world: World;
let one: Device & { network: ReturnType<typeof holding> };
let other: Device & { network: ReturnType<typeof holding> };
let space: SpaceId;

beforeAll(async () => {
  world = await startWorld();
  const [first, second] = [holding(world.server.url), holding(world.server.url)];
  const ana = await world.found('Ana', { transport: first });
  one = { ...ana, network: first };
  other = { ...(await world.join(ana, 'Bahar', 'coordinator', { transport: second })), network: second };
  space = (await spaceOfDevice(one)) as SpaceId;
  await openDoor(one, other, [one, other]);
  await settle(one, other);
});
afterAll(() => world.stop());

async function letterSaying(device: Device, words: string) {
  const { rows } = await device.vault.dossiers({
    kinds: ['letter'],
    text: '',
    filters: {},
    sort: 'updated',
    descending: true,
    offset: 0,
    limit: 100,
    space,
  });
  const found = rows.filter(({ told }) => told['words'] === words);
  expect(found).toHaveLength(1);
  const id = found[0]?.id ?? '';
  const view = expectOk(await device.vault.dossier(id));
  return { id, state: view.records.find((record) => record.id === id)?.fields['state'] };
}

/** Both take what came before either hears of the other. */
async function bothTake(): Promise<void> {
  for (const { network, vault } of [one, other]) {
    network.held = true;
    await vault.syncNow();
  }
}

async function release(...devices: (typeof one)[]): Promise<void> {
  for (const device of devices) {
    device.network.held = false;
    await settle(device);
  }
  await settle(one, other);
}

describe('a letter that two readers open at the same moment', () => {
  it.each([
    ['first', () => [one, other]],
    ['last', () => [other, one]],
  ] as const)('is ended by whoever saw one copy, whose words come to the server %s', async (when, order) => {
    const words = `they wait outside, ${when}`;
    await new Visitor(world.server.url, space).write(words, {
      answers: { danger: 'high' },
      files: [{ name: 'photo.jpg', mediaType: 'image/jpeg', bytes: new Uint8Array(900).fill(7) }],
    });
    await bothTake();
    const { id } = await letterSaying(one, words);
    expect((await letterSaying(other, words)).id).toBe(id);
    expectOk(await one.vault.save({ dossier: id, changes: [set('letter', id, { state: 'put-away' })] }));
    await release(...order());
    for (const device of [one, other]) {
      const { state } = await letterSaying(device, words);
      expect(state).toMatchObject({ value: 'put-away', alternatives: [] });
      expect((await device.vault.dangers()).filter(({ dossier }) => dossier === id)).toEqual([]);
    }
  });

  it('stays ended where its sender wrote on, and both took that too', async () => {
    const sender = new Visitor(world.server.url, space);
    await sender.write('are you there', { answers: { danger: 'high' } });
    await release(one, other);
    await sender.write('I am safe now', { answers: { danger: 'none' } });
    await bothTake();
    const { id } = await letterSaying(other, 'are you there');
    expectOk(await other.vault.save({ dossier: id, changes: [set('letter', id, { state: 'answered' })] }));
    await release(one, other);
    for (const device of [one, other]) {
      const { state } = await letterSaying(device, 'are you there');
      expect(state).toMatchObject({ value: 'answered', alternatives: [] });
      expect((await device.vault.dangers()).filter(({ dossier }) => dossier === id)).toEqual([]);
    }
  });
});
