/** Threat: a device that was off while a case was closed to somebody, and a server that was put back to before the case began, open it to them again. Nobody lies. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { backUp } from '../../../worlds/devices/backup.ts';
import {
  cuttableTransport,
  expectOk,
  newCase,
  read,
  set,
  settle,
  startWorld,
  unheard,
  type World,
} from '../../../worlds/devices/world.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.stop());

async function team() {
  const leyla = await world.found('Leyla', { transport: unheard(cuttableTransport(world.server.url)) });
  const network = cuttableTransport(world.server.url);
  const nigar = await world.join(leyla, 'Nigar', 'caseworker', { transport: unheard(network) });
  const murad = await world.join(leyla, 'Murad', 'caseworker', {
    transport: unheard(cuttableTransport(world.server.url)),
  });
  await settle(leyla, nigar, murad);
  return { leyla, nigar, murad, network };
}

describe('a server put back to before a case began', () => {
  it.each(['put back', 'never put back (control)'])(
    '%s: does not open it again to somebody whom it was closed to, because a colleague’s phone was off then',
    async (how) => {
      const { leyla, nigar, murad, network } = await team();
      const putBack = await backUp(world);
      const everyone = [leyla.account, nigar.account, murad.account];
      const id = await newCase(leyla, 'for three', everyone);
      await settle(leyla, nigar, murad, leyla);
      expect(await read(murad, id, 'alias')).toBe('for three');
      network.cut = true;
      expectOk(await leyla.vault.restrict({ dossier: id, to: [leyla.account, nigar.account] }));
      await settle(leyla, murad, leyla);
      expectOk(
        await leyla.vault.save({ dossier: id, changes: [set('case', id, { summary: 'it was Murad' })] }),
      );
      await settle(leyla, murad, leyla);
      expect(await read(murad, id, 'summary')).toBeUndefined();
      if (how === 'put back') await putBack();
      await settle(leyla, murad, leyla);
      const murads = await read(murad, id, 'summary');
      network.cut = false;
      await settle(nigar, leyla, murad, nigar, leyla, murad);
      expectOk(await leyla.vault.save({ dossier: id, changes: [set('case', id, { alias: 'newer words' })] }));
      await settle(leyla, nigar, murad);
      expect(murads).toBeUndefined();
      expect(await read(murad, id, 'summary')).toBeUndefined();
      expect(await read(murad, id, 'alias')).not.toBe('newer words');
      expect(await read(leyla, id, 'alias')).toBe('newer words');
      expect(await read(nigar, id, 'alias')).toBe('newer words');
    },
  );

  it('does not shut out somebody who was named meanwhile', async () => {
    const { leyla, nigar, murad, network } = await team();
    const putBack = await backUp(world);
    const id = await newCase(leyla, 'for two', [leyla.account, nigar.account]);
    await settle(leyla, nigar, murad, leyla);
    network.cut = true;
    expectOk(await leyla.vault.restrict({ dossier: id, to: [leyla.account, nigar.account, murad.account] }));
    await settle(leyla, murad, leyla);
    expectOk(await leyla.vault.save({ dossier: id, changes: [set('case', id, { summary: 'with Murad' })] }));
    await settle(leyla, murad, leyla);
    expect(await read(murad, id, 'summary')).toBe('with Murad');
    await putBack();
    await settle(leyla, murad, leyla);
    network.cut = false;
    await settle(nigar, leyla, murad, nigar, leyla, murad);
    expectOk(await leyla.vault.save({ dossier: id, changes: [set('case', id, { alias: 'newer words' })] }));
    await settle(leyla, nigar, murad);
    const report = { summary: await read(murad, id, 'summary'), alias: await read(murad, id, 'alias') };
    expect(report).toEqual({ summary: 'with Murad', alias: 'newer words' });
  });
});
