/**
 * Threats: a barred reader helped by the server; a letter that several open at once becomes several, or none; a late letter to an
 * older key; a reply that is sent twice, or to somebody else.
 */
import { addDays } from '@dayaq/domain';
import {
  type AccountId,
  type LetterId,
  letterPassHash,
  newId,
  type SpaceId,
  toBase64url,
} from '@dayaq/sealing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Keep, KeepFull } from '../adapters.ts';
import { memoryKeep } from '../node/index.ts';
import { openDoor, Visitor } from '../../../../worlds/devices/visitor.ts';
import {
  type Device,
  expectOk,
  newCase,
  set,
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
    const told = async (words: string) =>
      (await saying(ana, words))?.view.records.find(({ kind }) => kind === 'letter-reply')?.fields ?? {};
    const [never, sent] = [await told('answer me at nothing'), await told('and me')];
    expect([never['undeliverable']?.value, never['sent']]).toEqual([true, undefined]);
    expect([sent['undeliverable'], sent['sent']?.value]).toEqual([undefined, expect.any(Number)]);
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
    // Whoever makes a case of it has to know from whom it was kept.
    expect(found?.root.fields['barred']?.value).toBe(bahar.account);
  });

  it('is answered with what spares its sender work in a flood, where two signed for that: the same for everybody, and what the door says', async () => {
    await openDoor(ana, bahar, [ana, bahar, elza], { worksInFlood: true });
    await settle(ana, bahar, elza);
    const given = [];
    for (const words of ['one in a flood', 'another in a flood']) {
      const sender = visitor();
      await sender.write(words);
      await settle(bahar);
      const dossier = (await saying(bahar, words))?.id ?? '';
      expectOk(await bahar.vault.answerLetter({ dossier, words: 'we see you', today: '2026-11-29' }));
      await settle(bahar, ana);
      given.push((await sender.replies())[0]?.pass ?? new Uint8Array());
    }
    const [first = new Uint8Array(), second] = given;
    expect(second).toEqual(first);
    const said = (await ana.vault.door())?.open?.notice?.pass;
    expect(said).toEqual({ epoch: said?.epoch, hash: toBase64url(await letterPassHash(first)) });
    await openDoor(ana, bahar, [ana, bahar, elza]);
    await settle(ana, bahar, elza);
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
    expect(replies[0]?.readers).toEqual(barring(ana, bahar));
    expect(await visitor().replies()).toEqual([]);
    const answered = await saying(bahar, 'can you help me');
    expect(answered?.root?.fields['state']?.value).toBe('answered');
    expect(answered?.view.records.find(({ kind }) => kind === 'letter-reply')?.fields['sent']?.value).toEqual(
      expect.any(Number),
    );

    await sender.write('I am here', { barred: barring(elza) });
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

  it('whose record says, by one of its readers, that answers go elsewhere, is answered to its sender all the same', async () => {
    const [sender, thief] = [visitor(), visitor()];
    await sender.write('only you may answer');
    await settle(ana, bahar, elza, ana);
    const found = await saying(ana, 'only you may answer');
    await thief.write('mine');
    await settle(ana, bahar, elza, ana);
    const mine = (await saying(bahar, 'mine'))?.root?.fields;
    const elsewhere = Object.fromEntries(
      ['address', 'verifier', 'box', 'readers'].map((name) => [name, mine?.[name]?.value ?? '']),
    );
    expectOk(
      await bahar.vault.save({
        dossier: found?.id ?? '',
        changes: [set('letter', found?.id ?? '', { ...elsewhere, readers: bahar.account })],
      }),
    );
    await settle(bahar, ana, elza);
    expect((await saying(ana, 'only you may answer'))?.root?.fields['box']?.value).toBe(elsewhere['box']);
    const words = 'we come tonight';
    expectOk(await ana.vault.answerLetter({ dossier: found?.id ?? '', words, today: '2026-11-29' }));
    await settle(ana);
    const replies = await sender.replies();
    expect(replies.map((reply) => reply.words)).toEqual([words]);
    expect([...(replies[0]?.readers ?? [])].sort()).toEqual(barring(ana, bahar, elza).sort());
    expect(await thief.replies()).toEqual([]);
  });

  it('is to be answered by the day that the page says; a colleague who is kept out since it came reads no answer, and is named for nothing that its sender writes next', async () => {
    const sender = visitor();
    await sender.write('it was one of yours');
    await settle(ana, bahar, elza, ana);
    const found = await saying(ana, 'it was one of yours');
    const received = found?.root?.fields['received']?.value as { day: string };
    expect(found?.root?.fields['answerBy']?.value).toEqual({ day: addDays(received.day, 3) });
    const dossier = found?.id ?? '';
    expectOk(await ana.vault.restrict({ dossier, to: [ana.account, elza.account] }));
    expectOk(await ana.vault.answerLetter({ dossier, words: 'we look into it', today: '2026-11-29' }));
    await settle(ana, bahar, elza, ana);
    const [reply] = await sender.replies();
    expect(reply?.words).toBe('we look into it');
    expect(reply?.readers).not.toContain(bahar.account);
    const theirs = await bahar.vault.dossier(dossier);
    expect(theirs.ok && theirs.value.records.some(({ kind }) => kind === 'letter-reply')).toBe(false);
  });

  it('is kept from one whom its sender bars later, though they read what came before', async () => {
    const sender = visitor();
    await sender.write('somebody follows me');
    await settle(ana, bahar);
    await sender.write('it is Bahar', { barred: barring(bahar) });
    await settle(ana, bahar, elza, bahar);
    expect(await saying(bahar, 'somebody follows me')).not.toBeNull();
    for (const { id } of await letters(bahar))
      expect(JSON.stringify(expectOk(await bahar.vault.dossier(id)))).not.toContain('it is Bahar');
    for (const device of [ana, elza]) expect(await saying(device, 'it is Bahar')).not.toBeNull();
  });

  it('reaches those whom its sender left, though none of them could read what the same sender wrote before', async () => {
    const sender = visitor();
    await sender.write('for Elza', { barred: barring(ana, bahar) });
    await settle(elza);
    await sender.write('and this for Ana', { barred: barring(bahar, elza) });
    await settle(ana, elza);
    expect(await saying(ana, 'and this for Ana')).not.toBeNull();
    expect(await saying(ana, 'for Elza')).toBeNull();
    expect(await saying(elza, 'and this for Ana')).toBeNull();
  });

  it('is never opened to somebody whom its sender did not see named, though they open letters by now', async () => {
    const seen = await visitor().door();
    const cavid = await world.join(ana, 'Cavid');
    await settle(ana, bahar, elza);
    await openDoor(ana, bahar, [ana, bahar, elza, cavid]);
    await settle(ana, bahar, elza, cavid);
    await visitor().write('before Cavid came', {}, { door: seen });
    await visitor().write('Cavid may know');
    await settle(ana, bahar, elza, cavid);
    expect(await saying(ana, 'before Cavid came')).not.toBeNull();
    expect(await saying(cavid, 'Cavid may know')).not.toBeNull();
    expect(await saying(cavid, 'before Cavid came')).toBeNull();
    expect((await saying(ana, 'before Cavid came'))?.view.readers).not.toContain(cavid.account);
    await openDoor(ana, bahar, [ana, bahar, elza]);
    await settle(ana, bahar, elza);
  });

  it('that does not fit onto a full device holds up none behind it, and stands there once there is room', async () => {
    const whole = memoryKeep();
    let isFull = false;
    const full: Keep = {
      ...whole,
      put: (name, bytes) =>
        isFull && bytes.length > 100_000 ? Promise.reject(new KeepFull()) : whole.put(name, bytes),
    };
    const farid = await world.join(ana, 'Farid', 'caseworker', { keep: full });
    await settle(ana, bahar, farid);
    await openDoor(ana, bahar, [farid]);
    await settle(ana, farid);
    isFull = true;
    const bytes = new Uint8Array(200_000).fill(5);
    await visitor().write('with a photo', { files: [{ name: 'photo.jpg', mediaType: 'image/jpeg', bytes }] });
    await visitor().write('only words');
    await settle(farid);
    expect(await saying(farid, 'only words')).not.toBeNull();
    expect(await saying(farid, 'with a photo')).toBeNull();
    isFull = false;
    await farid.vault.lock();
    const again = await world.reopen({ ...farid, keep: full });
    await settle(again);
    expect(await saying(again, 'with a photo')).not.toBeNull();
    await openDoor(ana, bahar, [ana, bahar, elza]);
    await settle(ana, bahar, elza);
  });

  it('is not to be counted on the server: devices of those who read send some that say nothing, and pass them over', async () => {
    const stored = async () => {
      const { rows } = await world.server.data.db.pool.query<{ size: number }>(
        `select octet_length(sealed) as size from letters join letter_pieces using (space_id, letter_id) where pieces = 1`,
      );
      return rows.map(({ size }) => size);
    };
    let days = 0;
    const later = await world.restored(ana, { now: () => Date.now() + days * 86_400_000 });
    await settle(later, bahar);
    const [before, seen] = [await stored(), (await letters(bahar)).length];
    days = 20;
    await later.vault.syncNow();
    await settle(bahar, elza);
    const after = await stored();
    expect(after.length).toBeGreaterThan(before.length);
    for (const size of after) expect([4096, 8192, 16_384, 32_768]).toContain(size - 1137);
    expect(await letters(bahar)).toHaveLength(seen);
    expect((await bahar.vault.status()).sync).toMatchObject({ problem: null, waiting: 0 });
    await later.vault.lock();
  });

  it('that tells of one case beside another is answered to its sender alone, and its barred reader sees no sign of it', async () => {
    const [one, other] = [visitor(), visitor()];
    await one.write('I saw it from the window', { barred: barring(bahar) });
    await other.write('I was in the car');
    await settle(ana, bahar);
    const about = await newCase(ana, 'the arrest');
    for (const words of ['I saw it from the window', 'I was in the car']) {
      const letter = await saying(ana, words);
      const fields = { letters: { add: [letter?.id ?? ''], del: [] } };
      expectOk(await ana.vault.save({ dossier: about, changes: [{ kind: 'case', record: about, fields }] }));
    }
    const first = await saying(ana, 'I saw it from the window');
    expectOk(
      await ana.vault.answerLetter({ dossier: first?.id ?? '', words: 'we come', today: '2026-11-29' }),
    );
    await settle(ana, bahar);
    const lettersOf = async (device: Device) =>
      (await device.vault.linked({ id: about, limit: 50 })).to.filter(({ field }) => field === 'letters');
    expect(await lettersOf(ana)).toHaveLength(2);
    expect(await lettersOf(bahar)).toHaveLength(1);
    expect((await one.replies()).map(({ words }) => words)).toEqual(['we come']);
    expect(await other.replies()).toEqual([]);
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
