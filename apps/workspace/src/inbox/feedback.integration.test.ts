/** Threat: feedback about a colleague, or a service that they run, comes to them, or to somebody from whom its sender kept it; or nobody answers. */
import { recordChange } from '@dayaq/acts/changes-between';
import {
  complaintAnswered,
  complaintLed,
  feedbackBegins,
  type FeedbackLetter,
  isKeptFrom,
  owedBack,
  readersOf,
  saidBack,
  wordsBack,
} from '@dayaq/acts/complaint/complaint';
import { countFeedback } from '@dayaq/acts/complaint/count';
import { valuesOf } from '@dayaq/acts/record-values';
import type { AccountId, SpaceId } from '@dayaq/sealing';
import type { Value } from '@dayaq/vault/client';
import { afterAll, beforeAll, expect, test } from 'vitest';
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
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.stop());

const TODAY = '2026-11-29';

const rowsOf = async ({ vault }: Device, kind: string) =>
  (
    await vault.dossiers({
      kinds: [kind],
      text: '',
      filters: {},
      sort: 'updated',
      descending: true,
      offset: 0,
      limit: 20,
      space: null,
    })
  ).rows;

async function letterOf(device: Device): Promise<FeedbackLetter> {
  const [row] = await rowsOf(device, 'letter');
  const view = expectOk(await device.vault.dossier(row?.id ?? ''));
  const head = view.records.find(({ id }) => id === row?.id);
  if (head === undefined) throw new Error('the letter came');
  return { id: head.id, values: valuesOf(head), readers: view.readers };
}

test('feedback on a service is answered by somebody whom its sender left it to, in time or late, and they hear what changed', async () => {
  const ana = await world.found('Ana');
  const bahar = await world.join(ana, 'Bahar', 'coordinator');
  const zaur = await world.join(ana, 'Zaur');
  const space = (await spaceOfDevice(ana)) as SpaceId;
  await openDoor(ana, bahar, [ana, bahar, zaur]);
  await settle(ana, bahar, zaur);
  const provider = await ana.vault.newId();
  const service = await ana.vault.newId();
  expectOk(
    await ana.vault.save({
      dossier: provider,
      changes: [
        recordChange('provider', provider, { name: 'Our shelter' }),
        recordChange('service', service, { name: 'Night shelter', serves: ['shelter'] }),
      ],
    }),
  );
  const sender = new Visitor(world.server.url, space);
  await sender.write('Zaur takes money for a bed.', {
    answers: { subject: `service/${service}`, sort: 'complaint' },
    barred: [zaur.account as AccountId],
  });
  await settle(ana, bahar, zaur);

  const letter = await letterOf(ana);
  expect(letter.values).toMatchObject({ subject: 'service', subjectIs: service, sort: 'complaint' });
  expect(await rowsOf(zaur, 'letter')).toEqual([]);
  const begun: Record<string, Value> = {
    ...feedbackBegins(letter, TODAY),
    state: 'open',
    letter: letter.id,
    owner: zaur.account,
  };
  expect(begun).toMatchObject({ about: 'service', subject: service, words: 'Zaur takes money for a bed.' });
  // Neither to whom it was kept from, nor to anybody who never stood at the door.
  expect(isKeptFrom(letter, begun)).toBe(true);
  const values: Record<string, Value> = { ...begun, owner: bahar.account };
  expect(isKeptFrom(letter, values)).toBe(false);
  const id = await ana.vault.newId();
  expectOk(
    await ana.vault.save({
      dossier: id,
      changes: [recordChange('complaint', id, values)],
      restrictedTo: readersOf(values, ana.account),
    }),
  );
  await settle(ana, bahar, zaur);
  expect(await rowsOf(zaur, 'complaint')).toEqual([]);
  expect(countFeedback(await rowsOf(bahar, 'complaint'), '2026-12-20')).toEqual([
    { about: 'service', subject: service, all: 1, open: 1, late: 1, changed: 0 },
  ]);

  const write = (more: Record<string, Value>) =>
    bahar.vault.save({ dossier: id, changes: [recordChange('complaint', id, more)] });
  const now = async (): Promise<Record<string, Value>> => {
    const view = expectOk(await bahar.vault.dossier(id));
    const head = view.records.find((record) => record.id === id);
    return head === undefined ? {} : { ...valuesOf(head) };
  };
  const sayBack = async (what: 'answer' | 'change') => {
    expect(owedBack(await now())).toBe(what);
    const words = wordsBack(await now(), what);
    expectOk(await bahar.vault.answerLetter({ dossier: letter.id, words, today: TODAY }));
    expectOk(await bahar.vault.save({ dossier: id, changes: saidBack(id, what, TODAY) }));
  };
  expectOk(await write({ result: 'upheld', answer: 'A bed costs nothing.', ...complaintAnswered(TODAY) }));
  await sayBack('answer');
  expectOk(
    await write({
      led: 'changed',
      changed: 'A board says so now.',
      ...complaintLed({ led: 'changed' }, TODAY),
    }),
  );
  await sayBack('change');
  expect(owedBack(await now())).toBeNull();
  await settle(bahar, ana, zaur);

  expect((await sender.replies()).map(({ words }) => words).sort()).toEqual([
    'A bed costs nothing.',
    'A board says so now.',
  ]);
  expect((await letterOf(ana)).values['state']).toBe('answered');
  expect(countFeedback(await rowsOf(ana, 'complaint'), '2026-12-20')).toEqual([
    { about: 'service', subject: service, all: 1, open: 0, late: 0, changed: 1 },
  ]);
  // The letter leads nowhere: whoever reads it alone sees no sign of what became of it.
  const sees = async (device: Device) =>
    (await device.vault.linked({ id: letter.id, limit: 20 })).from.length;
  expect([await sees(ana), await sees(zaur)]).toEqual([1, 0]);
});
