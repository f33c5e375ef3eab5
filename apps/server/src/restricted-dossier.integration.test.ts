import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { must, refusal } from './testing/client.ts';
import { type Person } from './testing/person.ts';
import { entries, generation, join, openDossier, remove, rotate, type Space } from './testing/space.ts';
import { startWorld, type World } from './testing/world.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.stop());

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');
const append = (space: Space, list: ReturnType<typeof entries>) => ({
  space: space.id,
  generations: [],
  entries: list,
});
const pull = (space: Space, after = 0, limit = 2000) => ({ space: space.id, after, limit });

describe('a restricted dossier', () => {
  const ids = async (person: Person, space: Space, dossier: Uint8Array): Promise<number[]> => {
    const pulled = await must(person.client, 'entries/pull', pull(space));
    const read = await must(person.client, 'entries/dossier', {
      space: space.id,
      dossier,
      after: 0,
      limit: 100,
    });
    const inPull = pulled.items.filter(
      (item) => 'dossier' in item && hex(item.dossier) === hex(dossier),
    ).length;
    return [inPull, read.items.length];
  };

  test('is served to those who were granted its newest generation, and does not exist for others', async () => {
    const space = await world.newSpace();
    const [inside, outside] = [await join(space), await join(space)];
    const granted = [space.founder.account.public, inside.account.public];
    const dossier = await openDossier(space, space.founder, { restrictedTo: granted });
    await must(inside.client, 'entries/append', append(space, entries(dossier, 3)));
    expect(await ids(inside, space, dossier.id)).toEqual([4, 4]);
    expect(await ids(outside, space, dossier.id)).toEqual([0, 0]);
    expect(await refusal(outside.client, 'entries/append', append(space, entries(dossier, 1)))).toBe(
      'not-allowed',
    );
    const usurped = await generation(space, outside, { previous: dossier });
    expect(
      await refusal(outside.client, 'entries/append', {
        space: space.id,
        generations: [usurped.bytes],
        entries: [],
      }),
    ).toBe('not-allowed');

    const blob = { space: space.id, dossier: dossier.id, blob: new Uint8Array(16).fill(3), chunks: 1 };
    await must(inside.client, 'blobs/begin', blob);
    await must(inside.client, 'blobs/put', {
      space: space.id,
      blob: blob.blob,
      index: 0,
      sealed: new Uint8Array(40),
    });
    const get = { space: space.id, blob: blob.blob, index: 0 };
    expect((await must(inside.client, 'blobs/get', get)).chunks).toBe(1);
    const unknown = { ...get, blob: new Uint8Array(16).fill(9) };
    expect(await refusal(outside.client, 'blobs/get', get)).toBe(
      await refusal(outside.client, 'blobs/get', unknown),
    );
  });

  test('opens and closes with its generations: who loses the grant loses the old entries too', async () => {
    const space = await world.newSpace();
    const colleague = await join(space);
    const open = await openDossier(space, space.founder);
    await must(colleague.client, 'entries/append', append(space, entries(open, 2)));
    const closed = await openDossier(space, space.founder, {
      previous: open,
      restrictedTo: [space.founder.account.public],
    });
    expect(await ids(colleague, space, open.id)).toEqual([0, 0]);
    const widened = await openDossier(space, space.founder, {
      previous: closed,
      restrictedTo: [space.founder.account.public, colleague.account.public],
    });
    expect(await ids(colleague, space, open.id)).toEqual([5, 5]);
    await openDossier(space, space.founder, { previous: widened });
    expect(await ids(await join(space), space, open.id)).toEqual([6, 6]);
  });

  test('cannot be granted to somebody who is not a member', async () => {
    const space = await world.newSpace();
    const leaver = await join(space);
    await remove(space, space.founder, leaver);
    await rotate(space, space.founder);
    const header = await generation(space, space.founder, {
      restrictedTo: [space.founder.account.public, leaver.account.public],
    });
    expect(
      await refusal(space.founder.client, 'entries/append', {
        space: space.id,
        generations: [header.bytes],
        entries: [],
      }),
    ).toBe('generation-invalid');
  });

  test('does not hold up those who may not see it: their position moves past it', async () => {
    const space = await world.newSpace();
    const outside = await join(space);
    const dossier = await openDossier(space, space.founder, { restrictedTo: [space.founder.account.public] });
    const { position } = await must(
      space.founder.client,
      'entries/append',
      append(space, entries(dossier, 50)),
    );
    const page = await must(outside.client, 'entries/pull', pull(space, position - 50, 10));
    expect(page).toMatchObject({ position: position - 40, more: true });
    const rest = await must(outside.client, 'entries/pull', pull(space, page.position));
    expect(rest).toMatchObject({ position, more: false });
    expect(new Set([...page.items, ...rest.items].map((item) => item.t))).toEqual(new Set(['closed']));
  });
});
