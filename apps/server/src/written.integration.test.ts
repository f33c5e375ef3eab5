import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { call, must, refusal } from './testing/client.ts';
import { entries, generation, join, openDossier, type Space } from './testing/space.ts';
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

describe('entries', () => {
  test('that are sent again keep their one position', async () => {
    const space = await world.newSpace();
    const dossier = await openDossier(space, space.founder);
    const sent = entries(dossier, 5);
    const first = await must(space.founder.client, 'entries/append', append(space, sent));
    const again = await must(space.founder.client, 'entries/append', append(space, sent));
    expect(again).toEqual(first);
    const mixed = [...sent, ...entries(dossier, 1)];
    await must(space.founder.client, 'entries/append', append(space, mixed));
    const { items } = await must(space.founder.client, 'entries/pull', pull(space));
    const got = items.flatMap((item) => (item.t === 'entry' ? [hex(item.id)] : []));
    expect(got).toEqual(mixed.map((entry) => hex(entry.id)));
  });

  test('that come from many at once are each there once, and one bad batch spoils no other', async () => {
    const space = await world.newSpace();
    const colleague = await join(space);
    const viewer = await join(space, 'viewer');
    const dossier = await openDossier(space, space.founder);
    const batches = Array.from({ length: 20 }, () => entries(dossier, 10));
    const answers = await Promise.all([
      ...batches.map((batch, i) =>
        call((i % 2 ? colleague : space.founder).client, 'entries/append', append(space, batch)),
      ),
      call(viewer.client, 'entries/append', append(space, entries(dossier, 10))),
      call(
        colleague.client,
        'entries/append',
        append(space, entries({ ...dossier, id: new Uint8Array(16) }, 10)),
      ),
    ]);
    expect(answers.slice(0, 20).every((answer) => answer.ok)).toBe(true);
    expect(answers.slice(20).map((answer) => (answer.ok ? 'stored' : answer.refusal.error))).toEqual([
      'not-allowed',
      'generation-unknown',
    ]);
    const { items } = await must(colleague.client, 'entries/pull', pull(space));
    const got = items.flatMap((item) => (item.t === 'entry' ? [hex(item.id)] : []));
    expect(got.toSorted()).toEqual(
      batches
        .flat()
        .map((entry) => hex(entry.id))
        .toSorted(),
    );
  });

  test('must name the newest generation of a dossier that exists', async () => {
    const space = await world.newSpace();
    const dossier = await openDossier(space, space.founder);
    const next = await openDossier(space, space.founder, { previous: dossier });
    const send = (list: ReturnType<typeof entries>) =>
      refusal(space.founder.client, 'entries/append', append(space, list));
    expect(await send(entries(dossier, 1))).toBe('generation-stale');
    expect(await send(entries({ ...next, id: new Uint8Array(16) }, 1))).toBe('generation-unknown');
    const [good] = entries(next, 1);
    expect(await send([...entries(dossier, 1), ...(good ? [good] : [])])).toBe('generation-stale');
    const { items } = await must(space.founder.client, 'entries/pull', pull(space));
    expect(items.filter((item) => item.t === 'entry')).toEqual([]);
  });
});

describe('a generation', () => {
  test('must follow the one before it; the same header again is no new one', async () => {
    const space = await world.newSpace();
    const first = await generation(space, space.founder);
    const send = (...generations: Uint8Array[]) => ({ space: space.id, generations, entries: [] });
    await must(space.founder.client, 'entries/append', send(first.bytes));
    const { position } = await must(space.founder.client, 'entries/append', send(first.bytes));
    expect(position).toBe(2);
    const rival = await generation(space, space.founder, { dossier: first.header.dossier });
    expect(await refusal(space.founder.client, 'entries/append', send(rival.bytes))).toBe(
      'generation-exists',
    );
    const second = await generation(space, space.founder, { previous: first });
    const third = await generation(space, space.founder, { previous: second });
    expect(await refusal(space.founder.client, 'entries/append', send(third.bytes))).toBe(
      'generation-unknown',
    );
    const fork = await generation(space, space.founder, { previous: { ...rival } });
    expect(await refusal(space.founder.client, 'entries/append', send(fork.bytes))).toBe(
      'generation-invalid',
    );
    await must(space.founder.client, 'entries/append', send(second.bytes, third.bytes));
  });

  test('is taken only from its author, for this space, unaltered', async () => {
    const space = await world.newSpace();
    const other = await world.newSpace();
    const colleague = await join(space);
    const mine = await generation(space, space.founder);
    const foreign = await generation(other, other.founder);
    const send = (bytes: Uint8Array) => ({ space: space.id, generations: [bytes], entries: [] });
    expect(await refusal(colleague.client, 'entries/append', send(mine.bytes))).toBe('not-allowed');
    expect(await refusal(space.founder.client, 'entries/append', send(foreign.bytes))).toBe('not-allowed');
    const bent = Uint8Array.from(mine.bytes);
    bent[bent.length - 1] = (bent.at(-1) ?? 0) ^ 1;
    expect(await refusal(space.founder.client, 'entries/append', send(bent))).toBe('generation-invalid');
  });

  test('stores nothing when one of several things in the call is refused', async () => {
    const space = await world.newSpace();
    const good = await generation(space, space.founder);
    const bad = await generation(space, space.founder);
    const body = {
      space: space.id,
      generations: [good.bytes, bad.bytes.slice(0, -1)],
      entries: entries(good, 1),
    };
    expect(await refusal(space.founder.client, 'entries/append', body)).toBe('generation-invalid');
    const unknown = { ...body, generations: [good.bytes], entries: entries({ ...bad }, 1) };
    expect(await refusal(space.founder.client, 'entries/append', unknown)).toBe('generation-unknown');
    expect((await must(space.founder.client, 'entries/pull', pull(space))).items.length).toBe(1);
  });
});
