/**
 * Threat: one of those who open letters does not want the others to read one, and is faster: they begin something under the numbers
 * that it will have.
 */
import {
  type DossierId,
  letterDossier,
  letterRecord,
  type SpaceId,
  type LetterId,
  mailbox,
  newId,
  type AccountId,
} from '@dayaq/sealing';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { change, Insider } from '../../../../worlds/devices/insider.ts';
import { openDoor, Visitor } from '../../../../worlds/devices/visitor.ts';
import {
  type Device,
  expectOk,
  settle,
  spaceOfDevice,
  startWorld,
  type World,
} from '../../../../worlds/devices/world.ts';

let world: World;
let ana: Device;
let bahar: Device;
let space: SpaceId;
beforeAll(async () => {
  world = await startWorld();
  ana = await world.found('Ana');
  bahar = await world.join(ana, 'Bahar', 'coordinator');
  space = (await spaceOfDevice(ana)) as SpaceId;
  await openDoor(ana, bahar, [ana, bahar]);
  await settle(ana, bahar);
});
afterAll(() => world.stop());

/** All that a device reads of letters. */
async function readBy({ vault }: Device): Promise<string> {
  const { rows } = await vault.dossiers({
    kinds: ['letter'],
    text: '',
    filters: {},
    sort: 'updated',
    descending: true,
    offset: 0,
    limit: 100,
    space,
  });
  const views = await Promise.all(rows.map(({ id }) => vault.dossier(id)));
  return JSON.stringify(views.map((view) => expectOk(view).records));
}

/** A sender, and where their letter will stand: what each of its readers knows once they opened it. */
async function sender() {
  const visitor = new Visitor(world.server.url, space);
  const { thread } = await mailbox(visitor.receipt);
  const readers = (await visitor.door()).readers.map(({ account }) => account);
  const letter = newId<LetterId>();
  const of = { thread, readers: readers as AccountId[] };
  const dossiers: DossierId[] = [
    await letterDossier(space, of),
    await letterDossier(space, of, { letter, place: 0 }),
    await letterDossier(space, of, { letter, place: 1 }),
  ];
  return { visitor, letter, dossiers };
}

it('a letter whose numbers another reader took for themselves alone stands with the others all the same', async () => {
  const { visitor, letter, dossiers } = await sender();
  const insider = await Insider.behind(world, bahar);
  for (const dossier of dossiers) expect(await insider.begin(dossier)).toBe('ok');
  await visitor.write('it was Bahar’s brother', {}, { letter });
  await settle(ana, bahar, ana);
  expect(await readBy(ana)).toContain('it was Bahar’s brother');
  expect((await ana.vault.status()).sync).toMatchObject({ problem: null, waiting: 0, held: 0 });
});

it('nor does it count as there because somebody wrote something else under its number', async () => {
  const { visitor, letter, dossiers } = await sender();
  const insider = await Insider.behind(world, bahar);
  const [first = '', own = ''] = dossiers;
  for (const dossier of [first, own]) {
    expect(await insider.begin(dossier, [ana.account])).toBe('ok');
    const root = { words: 'all is well', received: { day: '2026-11-30' }, state: 'put-away', number: letter };
    const more = await letterRecord(letter, 'more');
    expect(
      await insider.send(dossier, [
        { changes: [change('letter', dossier, root)] },
        { changes: [change('letter-more', more, { words: 'still well', received: { day: '2026-11-30' } })] },
      ]),
    ).toBe('ok');
  }
  await settle(ana);
  await visitor.write('it was his cousin', {}, { letter });
  await settle(ana, bahar, ana);
  expect(await readBy(ana)).toContain('it was his cousin');
});
