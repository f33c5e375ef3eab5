import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { must } from './testing/client.ts';
import { entries, join, openDossier } from './testing/space.ts';
import { startWorld, type World } from './testing/world.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.stop());

describe('a space', () => {
  test('carries what one member appends to another, in order', async () => {
    const space = await world.newSpace();
    const colleague = await join(space);
    const dossier = await openDossier(space, space.founder);
    const sent = entries(dossier, 100);
    await must(space.founder.client, 'entries/append', { space: space.id, generations: [], entries: sent });
    const pulled = await must(colleague.client, 'entries/pull', { space: space.id, after: 0, limit: 2000 });
    const got = pulled.items.flatMap((item) => (item.t === 'entry' ? [Buffer.from(item.id).toString('hex')] : []));
    expect(got).toEqual(sent.map((entry) => Buffer.from(entry.id).toString('hex')));
    expect(pulled.items.map((item) => item.p)).toEqual(pulled.items.map((_, i) => i + 1));
    expect(pulled.more).toBe(false);
  });
});
