/** Threat to everybody after a restore: a server that takes no act back shuts them out, and one that takes any is forked. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join as path } from 'node:path';
import { type LogId, newId, signAct, toHex, unwrap } from '@dayaq/sealing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { checkData } from './backup/check.ts';
import { loadBackup, verifyBackup } from './backup/load.ts';
import { saveBackup } from './backup/save.ts';
import { TABLES } from './backup/tables.ts';
import { folderBlobs } from './blobs/folder.ts';
import { call, must, refusal } from './testing/client.ts';
import { accountBody, type Person, signIn, stranger } from './testing/person.ts';
import {
  act,
  entries,
  invite,
  introduce,
  invitedBody,
  join,
  joinAct,
  openDossier,
  placeOf,
  remove,
  rotate,
  type Space,
} from './testing/space.ts';
import { startWorld, type World } from './testing/world.ts';

let world: World;
let top: string;
beforeAll(async () => {
  world = await startWorld();
  top = await mkdtemp(path(tmpdir(), 'dayaq-taught-'));
});
afterAll(async () => {
  await world.stop();
  await rm(top, { recursive: true });
});

const blobs = () => folderBlobs(path(top, 'blobs'));

/** Makes a backup of all that is there. What this answers restores it; nobody is signed in then but those who are named. */
async function backUp(): Promise<(...people: Person[]) => Promise<void>> {
  const { db } = world.server.data;
  const file = path(top, crypto.randomUUID());
  await saveBackup(db, await blobs(), file, 0);
  return async (...people) => {
    const tables = [...TABLES.filter((table) => table !== 'settings'), 'sessions', 'used_challenges'];
    await db.pool.query(`truncate ${tables.join(', ')}`);
    await db.pool.query("delete from settings where name in ('push-key', 'server-identity')");
    await loadBackup(db, await blobs(), file, await verifyBackup(file));
    for (const person of people) await signIn(person);
  };
}

const isWhole = async () => (await checkData(world.server.data.db, await blobs())).faults;

async function actsOf(space: Space): Promise<Uint8Array[]> {
  return (await must(space.founder.client, 'charter/read', { space: space.id, from: 0 })).acts;
}

const teach = (person: Person, space: Space, acts: Uint8Array[]) =>
  must(person.client, 'charter/teach', { space: space.id, acts });
const settle = (person: Person, space: Space) =>
  must(person.client, 'charter/settle', { space: space.id, head: space.charter.head });
const refused = (person: Person, space: Space, acts: Uint8Array[]) =>
  refusal(person.client, 'charter/teach', { space: space.id, acts });
const pull = (person: Person, space: Space) =>
  must(person.client, 'entries/pull', { space: space.id, after: 0, limit: 2000 });

describe('a restored server', () => {
  test('takes the acts that it lost, as they were signed, from any member: once, twice, and in parts', async () => {
    const space = await world.newSpace();
    const murad = await join(space);
    const nigar = await join(space);
    const restore = await backUp();
    await remove(space, space.founder, murad);
    await rotate(space, space.founder);
    await join(space, 'viewer');
    const acts = await actsOf(space);
    await restore(space.founder, nigar, murad);
    const known = (await actsOf(space)).length;
    await teach(nigar, space, acts.slice(0, known + 1));
    await Promise.all([teach(nigar, space, acts), teach(space.founder, space, acts.slice(known))]);
    expect((await actsOf(space)).map(toHex)).toEqual(acts.map(toHex));
    expect(await isWhole()).toEqual([]);
    // Who was removed is out again, and whoever is left goes on.
    expect(await refusal(murad.client, 'entries/pull', { space: space.id, after: 0, limit: 1 })).toBe(
      'not-allowed',
    );
    await must(nigar.client, 'entries/append', { space: space.id, generations: [], entries: [] });
    await act(space, space.founder, {
      type: 'role',
      account: nigar.account.id,
      role: 'viewer',
      keyholder: false,
    });
  });

  test('puts them where its log began anew, before all that was written since, and begins another life for it', async () => {
    const space = await world.newSpace();
    const peer = await world.newSpace();
    await introduce(space, peer);
    await introduce(peer, space);
    const murad = await join(space);
    const before = await openDossier(space, space.founder);
    const closed = await openDossier(space, space.founder);
    const given = await openDossier(space, space.founder, { sharedWith: peer });
    const restore = await backUp();
    const asItWas = { ...space };
    await remove(space, space.founder, murad);
    const acts = await actsOf(space);
    await restore(space.founder, murad);
    const { log, position } = await pull(murad, space);
    const slipped = entries(before, 3);
    await must(murad.client, 'entries/append', { space: space.id, generations: [], entries: slipped });
    await openDossier(asItWas, murad);
    await openDossier(asItWas, murad, { previous: closed, restrictedTo: [murad.account.public] });
    await openDossier(asItWas, murad, { previous: given });
    await teach(space.founder, space, acts);
    const after = await pull(space.founder, space);
    expect(after.items.map(({ p, t }) => [p, t]).slice(position)).toEqual([[position + 1, 'charter']]);
    expect(toHex(after.log)).not.toBe(toHex(log));
    expect(after.former.map((life) => [toHex(life.log), life.until])).toContainEqual([toHex(log), position]);
    expect(await isWhole()).toEqual([]);
    await rotate(space, space.founder);
    await openDossier(space, space.founder, { previous: before });
    await openDossier(space, space.founder, { previous: closed });
    expect(await isWhole()).toEqual([]);
  });

  test('takes none that somebody made up, that fits nowhere, or from whom it is not', async () => {
    const space = await world.newSpace();
    const caseworker = await join(space);
    const outsider = (await world.newSpace()).founder;
    const place = await placeOf(space);
    const restore = await backUp();
    const role = { type: 'role', account: caseworker.account.id, role: 'viewer', keyholder: false } as const;
    const lost = unwrap(await signAct(space.charter, space.founder.account, role, Date.now(), place));
    // Not restored: there is nothing that it could have lost.
    expect(await refused(space.founder, space, [lost.entry])).toBe('charter-moved');
    await restore(space.founder, caseworker, outsider);
    const by = (person: Person, at = place) => signAct(space.charter, person.account, role, Date.now(), at);
    expect((await by(caseworker)).ok).toBe(false);
    const early = unwrap(await by(space.founder, { ...place, position: place.position - 1 }));
    const now = unwrap(await by(space.founder, await placeOf(space)));
    // Of a life that nobody here knows of, but from before what the backup holds.
    const nowhere = unwrap(
      await by(space.founder, { ...place, log: newId<LogId>(), position: place.position - 1 }),
    );
    for (const { entry } of [early, now, nowhere])
      expect(await refused(space.founder, space, [entry])).toBe('charter-moved');
    const flipped = lost.entry.slice();
    flipped[flipped.length - 1] = (flipped.at(-1) as number) ^ 1;
    expect(await refused(space.founder, space, [flipped])).toBe('charter-invalid');
    expect(await refused(outsider, space, [lost.entry])).toBe('not-allowed');
    // Somebody was faster with an act of this life: what was lost would part the charter.
    await act(space, space.founder, { ...role, role: 'coordinator' });
    expect(await refused(space.founder, space, [lost.entry])).toBe('charter-moved');
    expect(await isWhole()).toEqual([]);
  });

  test('takes a join from a colleague, not on the word of its author, and a leaving from nobody before the keys are there', async () => {
    const space = await world.newSpace();
    const murad = await join(space);
    const nigar = await join(space);
    const link = await invite(space, 'caseworker');
    const place = await placeOf(space);
    const rena = await stranger(space.url);
    const restore = await backUp();
    await restore(nigar, murad);
    await must(rena.client, 'accounts/create', await invitedBody(space, link, rena));
    await signIn(rena);
    const joined = await joinAct(space, link, rena);
    const leave = { type: 'remove', account: murad.account.id } as const;
    const left = unwrap(await signAct(joined.state, murad.account, leave, Date.now(), place));
    expect(await refused(rena, space, [joined.entry])).toBe('team-unsettled');
    const answer = await must(nigar.client, 'charter/teach', {
      space: space.id,
      acts: [joined.entry, left.entry],
    });
    expect(answer.seq).toBe(joined.state.seq);
    await pull(rena, space);
    for (const person of [nigar, murad])
      expect(await refused(person, space, [left.entry])).toBe('team-unsettled');
    await signIn(space.founder);
    space.charter = joined.state;
    await settle(space.founder, space);
    expect(await refused(murad, space, [left.entry])).toBe('not-allowed');
    await teach(nigar, space, [left.entry]);
    expect((await actsOf(space)).at(-1)).toEqual(left.entry);
    expect(await isWhole()).toEqual([]);
  });

  test('takes a join from its own author where one who holds the keys built upon it', async () => {
    const space = await world.newSpace();
    const link = await invite(space, 'caseworker');
    const restore = await backUp();
    const rena = await stranger(space.url);
    const enter = async () => {
      await must(rena.client, 'accounts/create', await invitedBody(space, link, rena));
      await signIn(rena);
    };
    await enter();
    const { entry, state } = await joinAct(space, link, rena);
    await must(rena.client, 'charter/append', { space: space.id, acts: [entry], wraps: [] });
    space.charter = state;
    await act(space, space.founder, {
      type: 'role',
      account: rena.account.id,
      role: 'viewer',
      keyholder: false,
    });
    const acts = await actsOf(space);
    await restore();
    await enter();
    expect(await refused(rena, space, [entry])).toBe('team-unsettled');
    await teach(rena, space, acts);
    await signIn(space.founder);
    expect((await actsOf(space)).map(toHex)).toEqual(acts.map(toHex));
  });

  test('puts a join behind what stands: whoever has a link takes nobody’s words back with it', async () => {
    const space = await world.newSpace();
    const dossier = await openDossier(space, space.founder);
    const link = await invite(space, 'caseworker');
    const rena = await stranger(space.url);
    const restore = await backUp();
    await restore(space.founder);
    await settle(space.founder, space);
    await must(space.founder.client, 'entries/append', {
      space: space.id,
      generations: [],
      entries: entries(dossier, 3),
    });
    const before = await pull(space.founder, space);
    await must(rena.client, 'accounts/create', await invitedBody(space, link, rena));
    await signIn(rena);
    await teach(rena, space, [(await joinAct(space, link, rena)).entry]);
    const after = await pull(rena, space);
    expect(toHex(after.log)).toBe(toHex(before.log));
    expect(after.items.map(({ p, t }) => [p, t])).toEqual([
      ...before.items.map(({ p, t }) => [p, t]),
      [before.position + 1, 'charter'],
    ]);
    expect(await isWhole()).toEqual([]);
  });

  test('takes no act that every device would refuse, as it names another item where the lives part', async () => {
    const space = await world.newSpace();
    const nigar = await join(space);
    const place = await placeOf(space);
    const restore = await backUp();
    await restore(space.founder, nigar);
    const role = { type: 'role', account: nigar.account.id, role: 'viewer', keyholder: false } as const;
    const other = { ...place, hash: new Uint8Array(32) };
    const by = async (at: typeof place) =>
      unwrap(await signAct(space.charter, space.founder.account, role, Date.now(), at)).entry;
    expect(await refused(space.founder, space, [await by(other)])).toBe('charter-invalid');
    await teach(space.founder, space, [await by(place)]);
    expect(await isWhole()).toEqual([]);
  });

  test('lets whoever it forgot come back by their own keys, and nobody in their name', async () => {
    const space = await world.newSpace();
    const link = await invite(space, 'caseworker');
    const restore = await backUp();
    const rena = await stranger(space.url);
    await must(rena.client, 'accounts/create', await invitedBody(space, link, rena));
    await signIn(rena);
    const { entry, state } = await joinAct(space, link, rena);
    await must(rena.client, 'charter/append', { space: space.id, acts: [entry], wraps: [] });
    await restore(space.founder);
    await settle(space.founder, space);
    space.charter = state;
    const { client } = rena;
    const asked = async (by: Person, of: Person = rena) => {
      const body = accountBody(of, {
        by: 'charter',
        space: space.id,
        join: entry,
        proof: new Uint8Array(64),
      });
      const signed = Buffer.concat([body.account, by.signIn.publicKey, body.sealedRoot]);
      const proof = await by.account.signing.sign('readmission', signed);
      return {
        ...body,
        verifier: by.signIn.publicKey,
        admission: { ...body.admission, proof } as typeof body.admission,
      };
    };
    const other = await stranger(space.url);
    expect(await refusal(client, 'accounts/create', await asked(other))).toBe('not-allowed');
    expect(await refusal(client, 'accounts/create', await asked(other, other))).toBe('not-allowed');
    await must(client, 'accounts/create', await asked(rena));
    await signIn(rena);
    await teach(rena, space, [entry]);
    await pull(rena, space);
    // What exists is not touched, whoever asks.
    expect((await call(client, 'accounts/create', await asked(other))).ok).toBe(false);
    await remove(space, space.founder, rena);
    await world.server.data.db.pool.query('delete from accounts where account_id = $1', [
      Buffer.from(rena.id),
    ]);
    expect(await refusal(client, 'accounts/create', await asked(rena))).toBe('not-allowed');
  });

  test('lets nobody join or leave before somebody came who holds the keys and tells it what it lost', async () => {
    const space = await world.newSpace();
    const murad = await join(space);
    const link = await invite(space, 'caseworker');
    const restore = await backUp();
    await restore(murad);
    const place = await placeOf({ ...space, founder: murad });
    const leave = { type: 'remove', account: murad.account.id } as const;
    const left = unwrap(await signAct(space.charter, murad.account, leave, Date.now(), place));
    const append = (entry: Uint8Array) => ({ space: space.id, acts: [entry], wraps: [] });
    expect(await refusal(murad.client, 'charter/append', append(left.entry))).toBe('team-unsettled');
    const rena = await stranger(space.url);
    await must(rena.client, 'accounts/create', await invitedBody(space, link, rena));
    await signIn(rena);
    const joined = await joinAct(space, link, rena);
    expect(await refusal(rena.client, 'charter/append', append(joined.entry))).toBe('team-unsettled');
    await signIn(space.founder);
    expect(await refusal(rena.client, 'charter/append', append(joined.entry))).toBe('team-unsettled');
    await settle(space.founder, space);
    await must(rena.client, 'charter/append', append(joined.entry));
  });

  test('opens to no link between the sign-in of one who holds the keys and their word that this was all', async () => {
    const space = await world.newSpace();
    const murad = await join(space);
    const nigar = await join(space);
    const link = await invite(space, 'viewer');
    const rena = await stranger(space.url);
    const restore = await backUp();
    const asItWas = { ...space };
    await act(space, space.founder, { type: 'revoke', invite: link.id });
    await remove(space, space.founder, murad);
    const acts = await actsOf(space);
    await restore(space.founder, murad, nigar);
    await must(rena.client, 'accounts/create', await invitedBody(asItWas, link, rena));
    await signIn(rena);
    const { entry } = await joinAct(asItWas, link, rena);
    const append = { space: space.id, acts: [entry], wraps: [] };
    const doors = async () => [
      await refusal(rena.client, 'charter/append', append),
      await refused(rena, space, [entry]),
    ];
    const isUnsettled = async (person: Person) => (await pull(person, space)).unsettled;
    expect(await doors()).toEqual(['team-unsettled', 'team-unsettled']);
    expect(await isUnsettled(murad)).toBe(true);
    // Nobody says it for them, nor of a charter that is not the one that stands here.
    const said = { space: space.id, head: asItWas.charter.head };
    expect(await refusal(nigar.client, 'charter/settle', said)).toBe('not-allowed');
    expect(await refusal(rena.client, 'charter/settle', said)).toBe('not-allowed');
    const known = { space: space.id, head: space.charter.head };
    expect(await refusal(space.founder.client, 'charter/settle', known)).toBe('charter-moved');
    const before = (await actsOf(asItWas)).length;
    await teach(space.founder, space, acts.slice(0, before + 1));
    expect(await doors()).toEqual(['team-unsettled', 'charter-moved']);
    await teach(space.founder, space, acts);
    expect(await isUnsettled(nigar)).toBe(true);
    await settle(space.founder, space);
    expect(await isUnsettled(nigar)).toBe(false);
    expect(await isWhole()).toEqual([]);
  });
});
