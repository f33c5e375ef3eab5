import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { NOTHING_SEEN, person, START } from '../test/people.ts';
import { seeded } from '../test/seeded.ts';
import {
  type Account,
  type DossierId,
  type GenerationHeader,
  idText,
  type LogId,
  epochPublic,
  newEpochKey,
  newId,
  openGeneration,
  openPreviousGeneration,
  readGeneration,
  type SpaceId,
  startGeneration,
  unwrap,
  verifyGeneration,
} from './index.ts';
import { encodeGeneration, encodeGenerationBody, type GenerationBody } from './generation-header.ts';

const random = seeded('generation test');
const epochKey = newEpochKey(random);
let author: Account;
let reader: Account;
let common: Parameters<typeof startGeneration>[0];

beforeAll(async () => {
  author = await person('founder');
  reader = await person('second');
  common = {
    space: idText<SpaceId>(random(32)),
    dossier: newId<DossierId>(random),
    epoch: 4,
    epochKey,
    author,
    time: START,
    restrictedTo: null,
    previous: null,
    view: NOTHING_SEEN,
  };
});

const sign = async (body: GenerationBody, by = author) => {
  const encoded = encodeGenerationBody(body);
  return encodeGeneration(encoded, await by.signing.sign('generation', encoded));
};
const bodyOf = (header: GenerationHeader): GenerationBody => {
  const { hash, ...body } = header;
  expect(hash).toHaveLength(32);
  return body;
};

describe('a generation', () => {
  it('opens for the epoch, and leads back to all before it', async () => {
    const first = await startGeneration(common);
    const second = await startGeneration({ ...common, epoch: 5, previous: first });
    const third = await startGeneration({
      ...common,
      epoch: 6,
      restrictedTo: [reader.public],
      previous: second,
    });
    expect([first, second, third].map(({ header }) => header.generation)).toEqual([1, 2, 3]);
    const newest = unwrap(await openGeneration(third.header, { epochKey: null, account: reader }));
    const middle = unwrap(await openPreviousGeneration(third.header, newest, second.header));
    const oldest = unwrap(await openPreviousGeneration(second.header, middle, first.header));
    expect(oldest.expose()).toEqual(first.key.expose());
  });

  it('leads back only to the header that it names', async () => {
    const first = await startGeneration(common);
    const impostor = await startGeneration(common);
    const second = await startGeneration({ ...common, previous: first });
    for (const other of [impostor.header, second.header]) {
      expect(await openPreviousGeneration(second.header, second.key, other)).toMatchObject({
        error: { code: 'bad-chain' },
      });
    }
    expect(await openPreviousGeneration(first.header, first.key, impostor.header)).toMatchObject({
      error: { code: 'bad-chain' },
    });
  });

  it('leads back past one that was no use to anybody, to the last that could be opened', async () => {
    const first = await startGeneration(common);
    const useless = await startGeneration({ ...common, previous: first });
    const third = await startGeneration({ ...common, previous: first, after: useless.header });
    expect(third.header).toMatchObject({ generation: 3, previous: useless.header.hash });
    expect(third.header.link?.generation).toBe(1);
    const oldest = unwrap(await openPreviousGeneration(third.header, third.key, first.header));
    expect(oldest.expose()).toEqual(first.key.expose());
    expect(await openPreviousGeneration(third.header, third.key, useless.header)).toMatchObject({
      error: { code: 'bad-chain' },
    });
    const impostor = await startGeneration(common);
    expect(await openPreviousGeneration(third.header, third.key, impostor.header)).toMatchObject({
      error: { code: 'commitment-mismatch' },
    });
  });

  it('begins anew after one that was no use, where there was none before it', async () => {
    const useless = await startGeneration(common);
    const second = await startGeneration({ ...common, after: useless.header });
    expect(second.header).toMatchObject({ generation: 2, previous: useless.header.hash, link: null });
    expect(unwrap(await readGeneration(second.bytes))).toEqual(second.header);
    expect(await openPreviousGeneration(second.header, second.key, useless.header)).toMatchObject({
      error: { code: 'bad-chain' },
    });
  });

  it('says what its author’s device had verified', async () => {
    const view = {
      place: { log: newId<LogId>(random), position: 9, hash: random(32) },
      charter: random(32),
      peer: random(32),
    };
    const { bytes } = await startGeneration({ ...common, view });
    expect(unwrap(await verifyGeneration(bytes, author.public.signKey)).view).toEqual(view);
  });

  it('names the headers that it says again, the newest first, and at most 32', async () => {
    const restates = Array.from({ length: 40 }, () => random(32));
    const { bytes, header } = await startGeneration({ ...common, restates });
    expect(unwrap(await verifyGeneration(bytes, author.public.signKey)).restates).toEqual(
      restates.slice(0, 32),
    );
    const plain = await startGeneration(common);
    expect(plain.header.restates).toEqual([]);
    expect(plain.bytes.length).toBeLessThan(bytes.length - 32 * 32);
    for (const wrong of [[new Uint8Array(31)], restates.slice(0, 33)])
      expect(await readGeneration(await sign({ ...bodyOf(header), restates: wrong }))).toMatchObject({
        error: { code: 'malformed' },
      });
  });

  it('says why it does not open', async () => {
    const { header } = await startGeneration(common);
    const open = (reading: Parameters<typeof openGeneration>[1], of = header) => openGeneration(of, reading);
    expect(await open({ epochKey: null, account: author })).toMatchObject({ error: { code: 'not-granted' } });
    expect(await open({ epochKey: newEpochKey(random), account: author })).toMatchObject({
      error: { code: 'wrong-key' },
    });
    const promised = { ...header, commitment: new Uint8Array(32) };
    expect(await open({ epochKey, account: author }, promised)).toMatchObject({
      error: { code: 'commitment-mismatch' },
    });
  });

  it.each<[string, () => Partial<GenerationHeader>]>([
    ['another dossier', () => ({ dossier: newId<DossierId>(random) })],
    ['another space', () => ({ space: idText<SpaceId>(random(32)) })],
    ['another generation', () => ({ generation: 9 })],
    ['another epoch', () => ({ epoch: 3 })],
  ])('does not open when its grant is moved to %s', async (_, moved) => {
    const { header } = await startGeneration(common);
    const opened = await openGeneration({ ...header, ...moved() }, { epochKey, account: author });
    expect(opened).toMatchObject({ error: { code: 'wrong-key' } });
  });

  it('is verified by its author’s key only', async () => {
    const { bytes, header } = await startGeneration(common);
    expect(unwrap(await verifyGeneration(bytes, author.public.signKey))).toEqual(header);
    expect(await verifyGeneration(bytes, reader.public.signKey)).toMatchObject({
      error: { code: 'bad-signature' },
    });
  });

  it('is refused with any bit flipped', async () => {
    const { bytes } = await startGeneration({ ...common, restrictedTo: [reader.public] });
    await fc.assert(
      fc.asyncProperty(fc.nat(bytes.length * 8 - 1), async (bit) => {
        const changed = bytes.slice();
        changed[bit >> 3] = (changed[bit >> 3] as number) ^ (1 << (bit & 7));
        expect((await verifyGeneration(changed, author.public.signKey)).ok).toBe(false);
      }),
      { numRuns: 300, seed: 4 },
    );
  });

  it('is refused when it grants both ways, twice, to nobody, or has half a past', async () => {
    const open = bodyOf((await startGeneration(common)).header);
    const restricted = bodyOf((await startGeneration({ ...common, restrictedTo: [reader.public] })).header);
    const hash = new Uint8Array(32);
    const { dropKey } = await epochPublic(newEpochKey(random), 2);
    const sharedWith = { space: idText<SpaceId>(random(32)), epoch: 2, dropKey };
    const shared = bodyOf((await startGeneration({ ...common, sharedWith })).header);
    for (const body of [
      { ...restricted, grants: shared.grants.filter((grant) => grant.to === 'space') },
      { ...open, grants: shared.grants.filter((grant) => grant.to === 'space') },
      { ...open, grants: [...open.grants, ...restricted.grants] },
      { ...open, grants: [...open.grants, ...open.grants] },
      { ...open, grants: [] },
      { ...open, restricted: true },
      { ...restricted, restricted: false },
      { ...restricted, grants: [...restricted.grants, ...restricted.grants] },
      { ...restricted, grants: [...restricted.grants, ...open.grants] },
      { ...restricted, grants: open.grants },
      { ...restricted, grants: [] },
      { ...open, previous: hash },
      { ...open, link: { generation: 1, sealed: hash } },
      { ...open, generation: 2 },
      { ...open, generation: 2, previous: hash, link: { generation: 2, sealed: hash } },
      { ...open, generation: 2, previous: hash, link: { generation: 0, sealed: hash } },
      { ...open, generation: 0 },
      { ...open, epoch: 0 },
      { ...open, time: -1 },
    ]) {
      expect(await readGeneration(await sign(body))).toMatchObject({ error: { code: 'malformed' } });
    }
    expect((await readGeneration(await sign(open))).ok).toBe(true);
  });

  it('cannot be started for nobody', async () => {
    await expect(startGeneration({ ...common, restrictedTo: [] })).rejects.toThrow();
    await expect(
      startGeneration({ ...common, restrictedTo: [reader.public, reader.public] }),
    ).rejects.toThrow();
  });
});
