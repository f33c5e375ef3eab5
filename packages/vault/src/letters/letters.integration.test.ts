/**
 * Threats: a barred reader helped by the server; a letter that several open at once becomes several, or none; a late letter to an
 * older key; a reply that is sent twice, or to somebody else.
 */
import { type AccountId, type LetterId, newId, type SpaceId } from '@dayaq/sealing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
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
let elza: Device;
let space: SpaceId;
beforeAll(async () => {
  world = await startWorld();
  ana = await world.found('Ana');
  bahar = await world.join(ana, 'Bahar', 'coordinator');
  elza = await world.join(ana, 'Elza');
  space = (await spaceOfDevice(ana)) as SpaceId;
  await openDoor(ana, bahar, [ana, bahar, elza]);
  await settle(ana, bahar, elza);
});
afterAll(() => world.stop());

const visitor = () => new Visitor(world.server.url, space);
const barring = (...devices: Device[]) => devices.map(({ account }) => account as AccountId);

async function letters(device: Device) {
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
  return rows;
}

async function saying(device: Device, words: string) {
  for (const { id } of await letters(device)) {
    const view = expectOk(await device.vault.dossier(id));
    const root = view.records.find((record) => record.id === id);
    if (root?.fields['words']?.value === words) return { id, view, root };
  }
  return null;
}

describe('a letter through the public door', () => {
  it('reaches those whom the organisation chose, with its file, once, though all open it at once', async () => {
    const bytes = new Uint8Array(120_000).map((_, i) => i % 251);
    await visitor().write('what they did to me', {
      answers: { danger: 'high', where: 'Gəncə', nonsense: 'x' },
      files: [{ name: 'photo.jpg', mediaType: 'image/jpeg', bytes }],
    });
    await Promise.all([ana, bahar, elza].map(({ vault }) => vault.syncNow()));
    await settle(ana, bahar, elza);
    for (const device of [ana, bahar, elza]) {
      expect(await letters(device)).toHaveLength(1);
      const found = await saying(device, 'what they did to me');
      expect(found?.root?.fields['danger']?.value).toBe('high');
      expect(found?.root?.fields['where']?.value).toBe('Gəncə');
      expect(found?.view.records.filter(({ kind }) => kind === 'file')).toHaveLength(1);
      for (const record of found?.view.records ?? [])
        for (const { alternatives } of Object.values(record.fields)) expect(alternatives).toEqual([]);
      const file = found?.view.records.find(({ kind }) => kind === 'file')?.fields['file']?.value;
      const opened = expectOk(await device.vault.openFile({ dossier: found?.id ?? '', file: file as never }));
      expect(Buffer.from(opened).equals(Buffer.from(bytes))).toBe(true);
      expect((await device.vault.status()).sync).toMatchObject({ problem: null, waiting: 0 });
    }
  });

  it('that says danger is heard as anybody in danger is, by those alone who may open it, until one of them answers', async () => {
    await visitor().write('they are at the door', { answers: { danger: 'high' }, barred: barring(bahar) });
    await settle(ana, bahar, elza, ana);
    const found = await saying(ana, 'they are at the door');
    const heard = async ({ vault }: Device) =>
      (await vault.dangers()).filter(({ dossier }) => dossier === found?.id);
    for (const device of [ana, elza])
      expect(await heard(device)).toMatchObject([
        { kind: 'letter', about: { kind: 'letter' }, escalation: { state: 'open' } },
      ]);
    expect(await heard(bahar)).toEqual([]);
    const [open] = await heard(ana);
    expect([ana.account, elza.account]).toContain(open?.escalation.state === 'open' && open.escalation.who);
    expectOk(
      await elza.vault.answerLetter({ dossier: found?.id ?? '', words: 'call 102', today: '2026-11-29' }),
    );
    await settle(elza, ana);
    for (const device of [ana, elza]) expect(await heard(device)).toEqual([]);
  });

  it('that gives no true key to answer to holds up no other answer, and nobody’s work', async () => {
    await visitor().write('answer me at nothing', { box: new Uint8Array(1216).fill(255) });
    const sender = visitor();
    await sender.write('and me');
    await settle(ana);
    for (const words of ['answer me at nothing', 'and me']) {
      const found = await saying(ana, words);
      expectOk(
        await ana.vault.answerLetter({ dossier: found?.id ?? '', words: 'here', today: '2026-11-29' }),
      );
    }
    await settle(ana);
    expect((await sender.replies()).map(({ words }) => words)).toEqual(['here']);
    expect((await ana.vault.status()).sync).toMatchObject({ problem: null, waiting: 0 });
  });

  it('sent twice is one', async () => {
    const letter = newId<LetterId>();
    const sender = visitor();
    for (let i = 0; i < 2; i++) await sender.write('only once', {}, { letter });
    await settle(ana, bahar);
    expect((await letters(ana)).filter(({ told }) => told['words'] === 'only once')).toHaveLength(1);
  });

  it('is not opened by a reader whom the sender bars, who holds the keys of the space and is given all that is stored', async () => {
    await visitor().write('Bahar shouts at us', { barred: barring(bahar) });
    await settle(bahar, ana, elza, bahar);
    expect(await saying(ana, 'Bahar shouts at us')).not.toBeNull();
    expect(await saying(elza, 'Bahar shouts at us')).not.toBeNull();
    expect(await saying(bahar, 'Bahar shouts at us')).toBeNull();
    const found = await saying(ana, 'Bahar shouts at us');
    expect((await bahar.vault.dossier(found?.id ?? '')).ok).toBe(false);
  });

  it('is answered to its sender alone, who writes on in the same place, kept from the same people', async () => {
    const sender = visitor();
    await sender.write('can you help me', { barred: barring(elza) });
    await settle(ana);
    const first = await saying(ana, 'can you help me');
    expectOk(
      await ana.vault.answerLetter({ dossier: first?.id ?? '', words: 'yes, come', today: '2026-11-29' }),
    );
    await settle(ana, bahar);
    const replies = await sender.replies();
    expect(replies.map(({ words }) => words)).toEqual(['yes, come']);
    expect(replies[0]?.barred).toEqual(barring(elza));
    expect(await visitor().replies()).toEqual([]);
    const answered = await saying(bahar, 'can you help me');
    expect(answered?.root?.fields['state']?.value).toBe('answered');
    expect(answered?.view.records.find(({ kind }) => kind === 'letter-reply')?.fields['sent']?.value).toEqual(
      expect.any(Number),
    );

    await sender.write('I am here', { first: false, barred: barring(elza) });
    await settle(ana, bahar, elza);
    const later = await saying(bahar, 'can you help me');
    expect(later?.id).toBe(first?.id);
    expect(later?.root?.fields['state']?.value).toBe('open');
    expect(later?.view.records.find(({ kind }) => kind === 'letter-more')?.fields['words']?.value).toBe(
      'I am here',
    );
    expect(await saying(elza, 'can you help me')).toBeNull();
    expect(await letters(elza)).toHaveLength((await letters(ana)).length - 1);
  });

  it('to an older key opens for those who should, and is nothing to one who left', async () => {
    const late = await visitor().door();
    const leaver = await world.join(ana, 'Leyla');
    expectOk(await ana.vault.removeMember(leaver.account));
    await settle(ana, bahar);
    await visitor().write('written last week', {}, { door: late });
    await settle(ana, bahar);
    expect(await saying(ana, 'written last week')).not.toBeNull();
    expect((await visitor().door()).epoch).toBe(late.epoch + 1);
    expect(await saying(leaver, 'written last week')).toBeNull();
  });

  it('comes onto a reader’s new device too, and stands there once', async () => {
    const again = await world.restored(elza);
    await settle(again);
    await settle(again, elza);
    expect((await letters(again)).map(({ id }) => id).sort()).toEqual(
      (await letters(elza)).map(({ id }) => id).sort(),
    );
    const view = expectOk(await again.vault.dossier((await saying(again, 'only once'))?.id ?? ''));
    expect(view.records).toHaveLength(1);
  });
});
