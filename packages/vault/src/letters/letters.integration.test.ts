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
  lyingTransport,
  newCase,
  read,
  settle,
  spaceOfDevice,
  startWorld,
  unheard,
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

  it('that bars one more than before is kept from them too, though they read what it goes on from', async () => {
    const sender = visitor();
    await sender.write('something happened at your office');
    await settle(ana, bahar, elza);
    expect(await saying(bahar, 'something happened at your office')).not.toBeNull();
    await sender.write('it was Bahar', { first: false, barred: barring(bahar) });
    await settle(ana, bahar, elza, bahar);
    for (const device of [ana, elza]) expect(await saying(device, 'it was Bahar')).not.toBeNull();
    expect(await saying(bahar, 'it was Bahar')).toBeNull();
    const all = await letters(bahar);
    for (const { id } of all)
      expect(JSON.stringify(expectOk(await bahar.vault.dossier(id)))).not.toContain('it was Bahar');
    // What they write next, kept from the same person, stands with it.
    await sender.write('and again', { first: false, barred: barring(bahar) });
    await settle(ana, bahar, elza);
    const later = await saying(elza, 'it was Bahar');
    expect(later?.view.records.map(({ fields }) => fields['words']?.value)).toContain('and again');
    expect(JSON.stringify(await Promise.all(all.map(({ id }) => bahar.vault.dossier(id))))).not.toContain(
      'and again',
    );
  });

  it('for one alone who does not read what it goes on from is lost to nobody', async () => {
    const sender = visitor();
    await sender.write('not for Elza', { barred: barring(elza) });
    await settle(ana, bahar, elza);
    await sender.write('for Elza alone', { first: false, barred: barring(ana, bahar) });
    await settle(ana, bahar, elza, ana, bahar);
    expect(await saying(elza, 'for Elza alone')).not.toBeNull();
    for (const device of [ana, bahar]) expect(await saying(device, 'for Elza alone')).toBeNull();
    expect(await saying(elza, 'not for Elza')).toBeNull();
  });

  it('begun twice under one phrase takes nothing of what is closed to whoever opens the second', async () => {
    const sender = visitor();
    await sender.write('first time, not Bahar', { barred: barring(bahar) });
    await settle(ana, elza, bahar);
    await sender.write('second time, not Elza', { barred: barring(elza) });
    await settle(bahar, ana, elza, bahar);
    expect(await saying(bahar, 'second time, not Elza')).not.toBeNull();
    expect(await saying(elza, 'second time, not Elza')).toBeNull();
    expect(await saying(elza, 'first time, not Bahar')).not.toBeNull();
    expect(await saying(bahar, 'first time, not Bahar')).toBeNull();
    for (const device of [ana, bahar, elza])
      expect((await device.vault.status()).sync).toMatchObject({ problem: null, waiting: 0, held: 0 });
  });

  it('that came before somebody was made a reader is not opened to them: its sender could not bar them', async () => {
    const farid = await world.join(ana, 'Farid');
    await settle(ana, bahar, elza, farid);
    await visitor().write('I trust these three');
    await openDoor(ana, bahar, [ana, bahar, elza, farid]);
    await settle(farid, ana, farid);
    expect(await saying(ana, 'I trust these three')).not.toBeNull();
    expect(await saying(farid, 'I trust these three')).toBeNull();
    await visitor().write('and these four');
    await settle(ana, farid);
    expect(await saying(farid, 'and these four')).not.toBeNull();
    await openDoor(ana, bahar, [ana, bahar, elza]);
    await settle(ana, bahar, elza, farid);
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

  it('among many does not keep a reader’s own words back until all are looked through', async () => {
    const routes: string[] = [];
    const transport = lyingTransport(world.server.url, (route, _request, answer) => {
      routes.push(route);
      return answer;
    });
    const reader = await world.join(ana, 'Samira', 'caseworker', { transport: unheard(transport) });
    await openDoor(ana, bahar, [ana, bahar, reader]);
    await settle(ana, reader);
    const bytes = new Uint8Array(500_000);
    for (let i = 0; i < 5; i++)
      await visitor().write(`much ${i}`, { files: [{ name: 'a.png', mediaType: 'image/png', bytes }] });
    routes.length = 0;
    const id = await newCase(reader, 'of my own');
    await settle(reader);
    expect(routes.filter((route) => route === 'letters/get').length).toBeGreaterThan(39);
    expect(routes.indexOf('entries/append')).toBeLessThan(routes.lastIndexOf('letters/get'));
    await settle(bahar);
    expect(await read(bahar, id, 'alias')).toBe('of my own');
    for (let i = 0; i < 5; i++) expect(await saying(reader, `much ${i}`)).not.toBeNull();
    await openDoor(ana, bahar, [ana, bahar, elza]);
    await settle(ana, bahar, elza);
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
