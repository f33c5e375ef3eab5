import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { change, Insider } from '../../../worlds/devices/insider.ts';
import { newCase, settle, startWorld, type World } from '../../../worlds/devices/world.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
}, 120_000);
afterAll(() => world.stop());

describe('a member who invents more histories than anybody keeps', () => {
  it('leaves room for the proof against another', async () => {
    const leyla = await world.found('Leyla');
    const mallory = await world.join(leyla, 'Mallory');
    const zaur = await world.join(leyla, 'Zaur');
    const open = await newCase(leyla, 'open');
    await settle(leyla, mallory, zaur, leyla);
    for (const [member, times] of [
      [mallory, 205],
      [zaur, 1],
    ] as const) {
      const insider = await Insider.behind(world, member);
      const { place, ...view } = await insider.view();
      if (place === null) throw new Error('nothing was read yet');
      const invented = { ...view, place: { ...place, hash: new Uint8Array(32) } };
      const ids = await Promise.all(Array.from({ length: times }, () => member.vault.newId()));
      const written = ids.map((id) => ({ changes: [change('note', id, { text: 'x' })], view: invented }));
      expect(await insider.send(open, written)).toBe('ok');
      await settle(leyla);
    }
    const against = (await leyla.vault.disputes()).map(({ author }) => author);
    expect(against.filter((author) => author === mallory.account)).toHaveLength(20);
    expect(against.filter((author) => author === zaur.account)).toHaveLength(1);
  }, 240_000);
});
