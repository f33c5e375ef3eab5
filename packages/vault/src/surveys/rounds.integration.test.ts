/**
 * Threats, where a member's device goes round among many: a server or a colleague that has a ghost read along; whoever takes the device
 * between two people, and reads what the one before said, or in which order they spoke; an answer that is lost when the device is
 * switched off, or counts twice; a server that tells these answers from those of the public page.
 */
import { readSheet, type Survey } from '@dayaq/domain/survey';
import { type SpaceId, toHex } from '@dayaq/sealing';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { askSurvey, openDoor, Visitor } from '../../../../worlds/devices/visitor.ts';
import {
  type Device,
  expectOk,
  lastingDatabase,
  settle,
  spaceOfDevice,
  startWorld,
  type World,
} from '../../../../worlds/devices/world.ts';
import { KeepFull, type Transport } from '../adapters.ts';
import type { InterviewRound } from '../client.ts';
import { fetchTransport } from '../transport.ts';
import { COUNTS, Interviews, INTERVIEWS } from './round.ts';

const DAY = 86_400_000;
const SURVEY: Survey = {
  title: { en: 'Detention' },
  intro: {},
  languages: ['en', 'tg'],
  items: [{ is: 'question', name: 'where', type: 'text', label: { en: 'Where?' } }],
};
const PEOPLE = ['Anar-1', 'Badam-2', 'Chinar-3', 'Dolu-4', 'Erik-5', 'Fidan-6', 'Gul-7', 'Heyva-8'];

let world: World;
let ana: Device;
let bahar: Device;
let elza: Device;
let space: SpaceId;
let hash: string;
let dossier: string;
let database: Awaited<ReturnType<typeof lastingDatabase>>;
let behind = 0;
/** What a device of Elza's sent while she was on her round. */
const sent: { readonly keys: string[]; readonly token: unknown }[] = [];
let isAway = false;
/** Refuses the first letter that it sees, for as long as it is set. */
let refusal: { letter: string | null } | null = null;
/** The server as it is, or no network. */
function watched(): Transport {
  const honest = fetchTransport(world.server.url);
  return {
    ...honest,
    async call(route, request, token) {
      if (isAway) return { ok: false, failure: { code: 'offline' }, code: 'offline' };
      if (refusal !== null && 'letter' in request && request.letter instanceof Uint8Array) {
        refusal.letter ??= toHex(request.letter);
        if (refusal.letter === toHex(request.letter))
          return { ok: false, failure: { code: 'not-found' }, code: 'malformed' };
      }
      if (route === 'letters/put') sent.push({ keys: Object.keys(request).sort(), token });
      return honest.call(route, request, token);
    },
  };
}

beforeAll(async () => {
  world = await startWorld({ clock: () => Date.now() - behind });
  ana = await world.found('Ana');
  bahar = await world.join(ana, 'Bahar', 'coordinator');
  database = await lastingDatabase(world);
  elza = await world.join(ana, 'Elza', 'caseworker', { transport: watched(), database });
  space = (await spaceOfDevice(ana)) as SpaceId;
  await openDoor(ana, bahar, [ana, bahar]);
  hash = await askSurvey(ana, bahar, SURVEY);
  dossier = await elza.vault.newId();
  const begun = { name: { set: 'Detention' }, begun: { set: { day: '2026-11-30' } } };
  await settle(ana, bahar, elza);
  expectOk(await elza.vault.save({ dossier, changes: [{ kind: 'survey', record: dossier, fields: begun }] }));
  expectOk(await elza.vault.publishedSurvey(hash));
  await settle(elza, ana, bahar);
});
afterAll(() => world.stop());

const begin = async (): Promise<InterviewRound> => expectOk(await elza.vault.beginRound({ dossier, hash }));
const names = (prefix: string) => elza.keep.names(prefix);

async function said({ vault }: Device): Promise<string[]> {
  const answers = await vault.surveyAnswers(hash);
  const views = await Promise.all((answers?.dossiers ?? []).map((each) => vault.dossier(each)));
  return views
    .flatMap((view) => (view.ok ? view.value.records : []))
    .filter(({ kind }) => kind === 'survey-sheet')
    .map(({ fields }) => {
      const answer = readSheet(String(fields['answers']?.value)).get('where');
      return answer !== undefined && 'said' in answer ? (answer.said[0] ?? '') : '';
    });
}

it('is begun without a word to the server, and names those alone whom two signed for', async () => {
  isAway = true;
  const round = await begin();
  isAway = false;
  expect(round.readers.map(({ account }) => account).sort()).toEqual([ana.account, bahar.account].sort());
  expect(round.made).toContain('Where?');
  const ghost = await elza.vault.beginRound({ dossier, hash: 'A'.repeat(43) });
  expect(ghost.ok).toBe(false);
});

it('leaves nothing on the device that says what somebody said, nor who came when; it comes in once, after a restart, as from the public page', async () => {
  const round = await begin();
  await elza.vault.lock();
  const interviews = new Interviews(round, elza.keep);
  const order: string[] = [];
  for (const each of PEOPLE) {
    const before = new Set(await names(INTERVIEWS));
    expect(await interviews.answered({ where: [each] }, 'tg')).toBe('kept');
    order.push(...(await names(INTERVIEWS)).filter((name) => !before.has(name)));
  }
  expect(await interviews.ended('refused')).toBe('kept');
  expect(await interviews.ended('refused')).toBe('kept');
  expect(await interviews.ended('broken-off')).toBe('kept');
  // What stands in the store in its order is another one than that of coming: names are drawn by chance.
  const kept = await names(INTERVIEWS);
  expect([...kept].sort()).toEqual([...order].sort());
  expect(kept).not.toEqual(order);
  let everything = '';
  for (const name of await elza.keep.names(''))
    everything += name + toHex((await elza.keep.get(name)) ?? new Uint8Array());
  for (const each of PEOPLE) {
    expect(everything).not.toContain(each);
    expect(everything).not.toContain(Buffer.from(each).toString('hex'));
  }
  expect(sent).toEqual([]);
  // All that the round itself holds opens none of them.
  const sizes = new Set(
    await Promise.all(kept.map(async (name) => ((await elza.keep.get(name)) ?? new Uint8Array()).length)),
  );
  expect(sizes.size).toBe(1);

  behind = DAY;
  isAway = true;
  elza = await world.reopen(elza, { transport: watched(), database });
  await elza.vault.syncNow();
  expect(await elza.vault.interviewsWaiting()).toEqual([{ why: 'not-tried', count: PEOPLE.length }]);
  isAway = false;
  await settle(elza);
  expect(await elza.vault.interviewsWaiting()).toEqual([]);
  expect(await names(COUNTS)).toEqual([]);
  expect(sent).toEqual(
    PEOPLE.map(() => ({ keys: ['epoch', 'letter', 'piece', 'pieces', 'sealed', 'space'], token: null })),
  );
  await new Visitor(world.server.url, space).answer(hash, { where: ['visitor'] });
  behind = 0;
  await settle(elza, ana, bahar);
  await settle(ana, bahar);
  expect((await said(ana)).sort()).toEqual([...PEOPLE, 'visitor'].sort());
  expect(await said(elza)).toEqual([]);
  const view = expectOk(await ana.vault.dossier(dossier));
  const counted = view.records.filter(({ kind }) => kind === 'survey-round');
  expect(
    counted.map(({ fields }) => [
      fields['asked']?.value,
      fields['refused']?.value,
      fields['brokenOff']?.value,
    ]),
  ).toEqual([[PEOPLE.length + 3, 2, 1]]);
});

it('what goes on after the count was taken is counted once', async () => {
  const round = await begin();
  const interviews = new Interviews(round, elza.keep);
  await interviews.ended('refused');
  await settle(elza);
  await interviews.ended('refused');
  await settle(elza, ana);
  const view = expectOk(await ana.vault.dossier(dossier));
  const own = view.records.find(({ id }) => id === round.record);
  expect(own?.fields['asked']?.value).toBe(2);
});

it('a device that is full keeps nothing, and neither answer nor count is lost or doubled', async () => {
  const round = await begin();
  let isFull = true;
  const keep = {
    ...elza.keep,
    putAll: async (all: readonly (readonly [string, Uint8Array])[]) => {
      if (isFull) throw new KeepFull('no room');
      return elza.keep.putAll(all);
    },
  };
  const interviews = new Interviews(round, keep);
  expect(await interviews.answered({ where: ['once'] }, 'en')).toBe('full');
  expect(await names(INTERVIEWS)).toEqual([]);
  isFull = false;
  expect(await interviews.answered({ where: ['once'] }, 'en')).toBe('kept');
  expect((await names(INTERVIEWS)).length).toBe(1);
  await settle(elza, ana);
  const view = expectOk(await ana.vault.dossier(dossier));
  expect(view.records.find(({ id }) => id === round.record)?.fields['asked']?.value).toBe(1);
});

it('one that the server refuses waits alone and says so: the others go', async () => {
  const interviews = new Interviews(await begin(), elza.keep);
  isAway = true;
  for (const each of PEOPLE) expect(await interviews.answered({ where: [each] }, 'tg')).toBe('kept');
  refusal = { letter: null };
  isAway = false;
  await elza.vault.syncNow();
  expect(await elza.vault.interviewsWaiting()).toEqual([{ why: 'refused', count: 1 }]);
  refusal = null;
  await settle(elza);
  expect(await elza.vault.interviewsWaiting()).toEqual([]);
});
