/**
 * Threat: the server keeps one entry from one member, as if it were closed to her or garbled on the way: the running hash
 * stays what it is for everybody.
 */
import { type EntryId, idText } from '@dayaq/sealing';
import type { LogItem } from '@dayaq/protocol';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { leafOf } from './sync/open-page.ts';
import { type Forge, hostileTransport } from '../../../worlds/devices/hostile.ts';
import {
  expectOk,
  lastingDatabase,
  newCase,
  read,
  set,
  settle,
  startWorld,
  type World,
} from '../../../worlds/devices/world.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.stop());

/** Honest except that items which `hides` names come as closed leaves. */
function hider(how: 'closed' | 'garbled') {
  const lie: { forge: Forge | null } = { forge: null };
  const start = (hides: (item: LogItem) => boolean) => {
    lie.forge = async (route, _request, pass) => {
      if (route !== 'entries/pull' && route !== 'entries/dossier') return undefined;
      const answer = await pass();
      if (answer === null) return undefined;
      const items: LogItem[] = [];
      for (const item of answer['items'] as LogItem[]) {
        if (!hides(item)) items.push(item);
        else if (how === 'closed') items.push({ t: 'closed', p: item.p, leaf: await leafOf(item) });
        else if (item.t === 'entry') items.push({ ...item, sealed: item.sealed.map((b) => b ^ 1) });
        else items.push(item);
      }
      return { ...answer, items };
    };
  };
  return { lie, start };
}

describe.each(['closed', 'garbled'] as const)('one entry hidden from one member as %s', (how) => {
  it('is told as soon as somebody builds on it, and comes when the lie is over', async () => {
    const { lie, start } = hider(how);
    const database = await lastingDatabase(world);
    const leyla = await world.found('Leyla');
    const nigar = await world.join(leyla, 'Nigar', 'coordinator', {
      transport: hostileTransport(world.server.url, lie),
      database,
    });
    const id = await newCase(leyla, 'a case');
    const other = await newCase(leyla, 'another');
    await settle(leyla, nigar, leyla);
    const seen = new Set<string>();
    const isHidden = new Set<string>();
    let hideNext = false;
    start((item) => {
      if (item.t !== 'entry') return false;
      const e = idText<EntryId>(item.id) as string;
      if (isHidden.has(e)) return true;
      if (hideNext && !seen.has(e) && idText(item.dossier) === id) {
        isHidden.add(e);
        return true;
      }
      seen.add(e);
      return false;
    });
    await settle(nigar);
    hideNext = true;
    expectOk(
      await leyla.vault.save({
        dossier: id,
        changes: [set('case', id, { summary: 'HE KNOWS WHERE SHE SLEEPS' })],
      }),
    );
    await settle(leyla, nigar);
    hideNext = false;
    // They go on exchanging words, both ways.
    expectOk(
      await leyla.vault.save({ dossier: other, changes: [set('case', other, { summary: 'from Leyla' })] }),
    );
    await settle(leyla, nigar);
    expectOk(
      await nigar.vault.save({ dossier: other, changes: [set('case', other, { alias: 'by Nigar' })] }),
    );
    await settle(nigar, leyla, nigar, leyla);
    // Somebody builds on it, in its own dossier.
    expectOk(await leyla.vault.save({ dossier: id, changes: [set('case', id, { alias: 'renamed' })] }));
    await settle(leyla, nigar, leyla, nigar);
    expect(expectOk(await nigar.vault.dossier(id)).complete).toBe(false);
    expect((await nigar.vault.disputes()).map(({ what, author }) => [what, author])).toContainEqual([
      'entry',
      leyla.account,
    ]);
    expect(await read(nigar, other, 'summary')).toBe('from Leyla');
    // The lie is over.
    lie.forge = null;
    await settle(nigar, leyla, nigar, leyla);
    expect(await read(nigar, id, 'summary')).toBe('HE KNOWS WHERE SHE SLEEPS');
    await nigar.vault.lock();
    const re = await world.reopen(nigar, { transport: hostileTransport(world.server.url, lie), database });
    await settle(re, leyla, re, leyla, re);
    expect(await read(re, id, 'summary')).toBe('HE KNOWS WHERE SHE SLEEPS');
  });
});
