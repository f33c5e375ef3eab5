/** Threat: a server that lies about one thing for some hours makes every device throw away the names of the organisation, or a case that it still has. */
import { type DossierId, derivedDossier, idText, readGeneration, type SpaceId } from '@dayaq/sealing';
import type { LogItem } from '@dayaq/protocol';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { backUp } from '../../../worlds/devices/backup.ts';
import {
  cuttableTransport,
  type Device,
  everyCase,
  newCase,
  read,
  settle,
  spaceOfDevice,
  startWorld,
  unheard,
  type World,
} from '../../../worlds/devices/world.ts';
import type { Transport } from './adapters.ts';
import { leafOf } from './sync/open-page.ts';

const HOUR = 3_600_000;
let world: World;
const ahead = { ms: 0 };
const now = () => Date.now() + ahead.ms;
beforeAll(async () => {
  world = await startWorld();
});
beforeEach(() => {
  ahead.ms = 0;
});
afterAll(() => world.stop());

/** A server that shows one dossier as if it were closed to whoever asks, and takes nothing for it. */
function closing(lie: { of: string | null }): Transport {
  const honest = unheard(cuttableTransport(world.server.url));
  const isOfIt = async (item: LogItem): Promise<boolean> => {
    if (item.t === 'entry') return idText(item.dossier) === lie.of;
    if (item.t !== 'generation') return false;
    const header = await readGeneration(item.header);
    return header.ok && header.value.dossier === lie.of;
  };
  const closed = async (item: LogItem): Promise<LogItem> =>
    (await isOfIt(item)) ? { t: 'closed', p: item.p, leaf: await leafOf(item) } : item;
  const refused = { ok: false, failure: { code: 'not-allowed' }, code: 'not-allowed' } as const;
  return {
    ...honest,
    async call(route, request, token) {
      if (lie.of === null) return honest.call(route, request, token);
      const given = request as {
        entries?: { dossier: Uint8Array }[];
        generations?: Uint8Array[];
        dossier?: Uint8Array;
      };
      if (route === 'generations/begun') return { ok: true, value: { by: null, known: false } as never };
      if (route === 'entries/append') {
        const headers = await Promise.all((given.generations ?? []).map((each) => readGeneration(each)));
        const begins = headers.some((each) => each.ok && each.value.dossier === lie.of);
        if (begins || (given.entries ?? []).some(({ dossier }) => idText(dossier) === lie.of)) return refused;
      }
      if (route === 'entries/dossier' && given.dossier !== undefined && idText(given.dossier) === lie.of)
        return refused;
      const answer = await honest.call(route, request, token);
      if (!answer.ok || route !== 'entries/pull') return answer;
      const page = answer.value as { items: LogItem[] };
      return { ok: true, value: { ...page, items: await Promise.all(page.items.map(closed)) } as never };
    },
  };
}

const names = async ({ vault }: Device) => (await vault.members()).map(({ name }) => name).sort();

async function two() {
  const lie: { of: string | null } = { of: null };
  const leyla = await world.found('Leyla', { transport: closing(lie), now });
  const nigar = await world.join(leyla, 'Nigar', 'caseworker', { transport: closing(lie), now });
  await settle(leyla, nigar, leyla, nigar);
  return { lie, leyla, nigar };
}

/** `carries`: long enough for the devices to carry over what they think was taken. */
async function lieAWhile(
  lie: { of: string | null },
  of: string,
  carries: boolean,
  ...devices: Device[]
): Promise<void> {
  // Nothing is lost: the log is the same, and only says that it has another life.
  await (await backUp(world))();
  lie.of = of;
  await settle(...devices, ...devices);
  ahead.ms = carries ? 2 * HOUR : HOUR / 2;
  await settle(...devices, ...devices);
  await settle(...devices);
  lie.of = null;
  // Hours later all is to be as it was.
  for (const hours of [3, 8, 30]) {
    ahead.ms = hours * HOUR;
    await settle(...devices, ...devices);
  }
}

const LENGTHS = [
  ['half an hour', false],
  ['two hours', true],
] as const;

it.each(LENGTHS)('the names of an organisation are there when a lie of %s is over', async (_, carries) => {
  const { lie, leyla, nigar } = await two();
  const roster: DossierId = await derivedDossier((await spaceOfDevice(leyla)) as SpaceId, 'roster');
  expect(await names(leyla)).toEqual(['Leyla', 'Nigar']);
  await lieAWhile(lie, roster, carries, leyla, nigar);
  const phone = await world.restored(leyla, { now });
  await phone.vault.syncNow();
  const seen = { leyla: await names(leyla), nigar: await names(nigar), phone: await names(phone) };
  const all = ['Leyla', 'Nigar'];
  expect(seen).toEqual({ leyla: all, nigar: all, phone: all });
});

it.each(LENGTHS)('a case is one case when a lie of %s is over', async (_, carries) => {
  const { lie, leyla, nigar } = await two();
  const id = await newCase(leyla, 'Könül');
  await settle(leyla, nigar, leyla);
  await lieAWhile(lie, id, carries, leyla, nigar);
  const phone = await world.restored(leyla, { now });
  await phone.vault.syncNow();
  for (const device of [leyla, nigar, phone]) {
    const found = (await device.vault.cases(everyCase)).rows.filter((row) => row.alias === 'Könül');
    expect(found.map((row) => row.id)).toEqual([id]);
    expect(await read(device, id, 'alias')).toBe('Könül');
  }
});
