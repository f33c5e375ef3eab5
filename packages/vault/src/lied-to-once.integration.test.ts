/**
 * Threat: a server lies for a moment, so that what an honest person writes meanwhile is refused by everybody for ever.
 */
import { randomBytes } from 'node:crypto';
import type { LogItem } from '@dayaq/protocol';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  expectOk,
  lyingTransport,
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

/** What Nigar's device is shown: the log as it is; or one more item than there is, and from then on nothing new. */
function liar() {
  const lie = { isOn: false, end: 0 };
  const leaf = new Uint8Array(randomBytes(32));
  const transport = lyingTransport(world.server.url, (route, request, answer) => {
    if (route !== 'entries/pull' || !lie.isOn) return answer;
    const page = answer as { items: LogItem[]; position: number };
    const { after } = request as { after: number };
    if (lie.end === 0) {
      lie.end = page.position + 1;
      const items: LogItem[] = [...page.items, { t: 'closed', p: lie.end, leaf }];
      return { ...page, items, position: lie.end, more: false };
    }
    return { ...page, items: [], at: leaf, position: after, more: false };
  });
  return { lie, transport };
}

describe('whoever was lied to once', () => {
  it.each(['before it was sent', 'after it was sent'])(
    'loses nothing that was written meanwhile: the lie ends %s',
    async (ends) => {
      const leyla = await world.found('Leyla');
      const { lie, transport } = liar();
      const nigar = await world.join(leyla, 'Nigar', 'caseworker', { transport });
      const known = await newCase(leyla, 'known to both');
      await settle(leyla, nigar, leyla);

      lie.isOn = true;
      await nigar.vault.syncNow();
      expect(lie.end).toBeGreaterThan(0);
      const fresh = await newCase(nigar, 'opened meanwhile');
      expectOk(await nigar.vault.save({ dossier: known, changes: [set('case', known, { summary: 'one' })] }));
      // While she is told nothing new, her device sends what names the history that it was shown.
      if (ends === 'after it was sent') await settle(nigar, leyla);
      lie.isOn = false;
      expectOk(await nigar.vault.save({ dossier: known, changes: [set('case', known, { summary: 'two' })] }));
      await settle(nigar, leyla, nigar, leyla);
      expect(await read(leyla, known, 'summary')).toBe('two');
      expect(await read(leyla, fresh, 'alias')).toBe('opened meanwhile');
      expect(await read(nigar, known, 'summary')).toBe('two');
      const { sync } = await nigar.vault.status();
      expect(sync).toMatchObject({ waiting: 0, held: 0, problem: null });
      // That it was lied to stays said.
      expect((await nigar.vault.disputes()).map(({ what }) => what)).toContain('log');

      // What was signed anew goes on as if nothing had been.
      expectOk(
        await leyla.vault.save({ dossier: known, changes: [set('case', known, { summary: 'three' })] }),
      );
      await settle(leyla, nigar);
      expect(await read(nigar, known, 'summary')).toBe('three');
      expect(await read(leyla, known, 'summary')).toBe('three');
    },
  );
});
