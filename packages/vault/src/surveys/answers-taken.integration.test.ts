/**
 * Threats: a colleague who opens no letters begins something under the number of a survey's answers, to read them or to make them
 * vanish; somebody named at the door later reads what was not left to them; a server that lost a survey, or says so, takes answers away.
 */
import { type Survey, writeSurvey } from '@dayaq/domain/survey';
import {
  type AccountId,
  type DossierId,
  fromBase64url,
  sheetsDossier,
  type SpaceId,
  unwrap,
} from '@dayaq/sealing';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { change, Insider } from '../../../../worlds/devices/insider.ts';
import { askSurvey, openDoor, Visitor } from '../../../../worlds/devices/visitor.ts';
import {
  type Device,
  expectOk,
  settle,
  spaceOfDevice,
  startWorld,
  type World,
} from '../../../../worlds/devices/world.ts';
import { fetchTransport } from '../transport.ts';

const DAY = 86_400_000;
const SURVEY: Survey = {
  title: { en: 'Detention' },
  intro: {},
  languages: ['en'],
  items: [{ is: 'question', name: 'where', type: 'text', label: { en: 'Where?' } }],
};
const titled = (title: string): Survey => ({ ...SURVEY, title: { en: title } });

let world: World;
let ana: Device;
let bahar: Device;
let elza: Device;
let space: SpaceId;
/** Milliseconds by which the server's day is behind. */
let behind = 0;
beforeAll(async () => {
  world = await startWorld({ clock: () => Date.now() - behind });
  ana = await world.found('Ana');
  bahar = await world.join(ana, 'Bahar', 'coordinator');
  elza = await world.join(ana, 'Elza');
  space = (await spaceOfDevice(ana)) as SpaceId;
  await openDoor(ana, bahar, [ana, bahar]);
});
afterAll(() => world.stop());

async function answerYesterday(hash: string, where: string): Promise<void> {
  behind = DAY;
  await new Visitor(world.server.url, space).answer(hash, { where: [where] });
  behind = 0;
}

const placeOf = (hash: string, readers: readonly Device[], place = 0): Promise<DossierId> =>
  sheetsDossier(
    space,
    {
      survey: unwrap(fromBase64url(hash)),
      readers: readers.map(({ account }) => account as AccountId),
    },
    place,
  );

/** Everything that a device reads of the answers to a survey. */
async function answersOf({ vault }: Device, hash: string): Promise<string[]> {
  const sheets = new Map<string, string>();
  for (const dossier of (await vault.surveyAnswers(hash))?.dossiers ?? []) {
    const view = await vault.dossier(dossier);
    for (const { id, kind, fields } of view.ok ? view.value.records : [])
      if (kind === 'survey-sheet') sheets.set(id, String(fields['answers']?.value));
  }
  return [...sheets.values()];
}

it('a colleague who begins the answers’ dossier for the readers and themselves reads none, and what they wrote into it counts for nothing', async () => {
  const hash = await askSurvey(ana, bahar, titled('one'));
  await settle(ana, bahar, elza);
  const insider = await Insider.behind(world, elza);
  const dossier = await placeOf(hash, [ana, bahar]);
  expect(await insider.begin(dossier, [ana.account, bahar.account])).toBe('ok');
  const sheet = await elza.vault.newId();
  const forged = { received: { day: '2026-11-01' }, language: 'en', answers: '{"where":["forged"]}' };
  expect(
    await insider.send(dossier, [
      { changes: [change('survey-answers', dossier, { survey: hash, name: 'x' })] },
      { changes: [change('survey-sheet', sheet, forged)] },
    ]),
  ).toBe('ok');
  await settle(ana, bahar);
  await answerYesterday(hash, 'Salyan');
  await settle(ana, bahar, elza, ana, bahar);
  for (const device of [ana, bahar]) {
    const read = await answersOf(device, hash);
    expect(read).toHaveLength(1);
    expect(read[0]).toContain('Salyan');
  }
  expect(await answersOf(elza, hash)).toEqual([]);
  expect(JSON.stringify(await elza.vault.dossier(dossier))).not.toContain('Salyan');
  expect((await ana.vault.overstepped()).listed).toMatchObject([
    { by: elza.account, rule: 'for-others', kind: 'survey-sheet' },
    { by: elza.account, rule: 'for-others', kind: 'survey-answers' },
  ]);
});

it('one who begins it for themselves alone takes no answer from anybody', async () => {
  const hash = await askSurvey(ana, bahar, titled('two'));
  await settle(ana, bahar, elza);
  const insider = await Insider.behind(world, elza);
  for (const place of [0, 1])
    expect(await insider.begin(await placeOf(hash, [ana, bahar], place))).toBe('ok');
  await settle(ana, bahar);
  await answerYesterday(hash, 'Salyan');
  await settle(ana, bahar, elza, ana, bahar);
  for (const device of [ana, bahar]) expect(await answersOf(device, hash)).toHaveLength(1);
  expect((await ana.vault.status()).sync).toMatchObject({ problem: null, waiting: 0 });
});

it('whoever is named at the door after somebody answered reads nothing of that, and what comes then', async () => {
  const hash = await askSurvey(ana, bahar, titled('three'));
  await answerYesterday(hash, 'before');
  const open = (await ana.vault.door())?.open;
  const named = [ana, bahar, elza].map(({ account }, i) => ({ account, name: `Reader ${i + 1}` }));
  if (open?.notice == null) throw new Error('no door is open');
  expectOk(await ana.vault.proposeDoor({ notice: open.notice, readers: named }));
  await bahar.vault.syncNow();
  expectOk(await bahar.vault.openDoor((await bahar.vault.door())?.proposed?.seq ?? -1));
  await settle(elza, ana, bahar, elza);
  await answerYesterday(hash, 'after');
  await settle(elza, ana, bahar, elza, ana);
  expect((await answersOf(ana, hash)).sort()).toEqual([
    expect.stringContaining('after'),
    expect.stringContaining('before'),
  ]);
  expect(await answersOf(elza, hash)).toEqual([expect.stringContaining('after')]);
});

it('a server that says that a survey was never published takes no answer away, and one that lost it is given it again', async () => {
  const hash = await askSurvey(ana, bahar, titled('four'));
  let isLying = true;
  const honest = fetchTransport(world.server.url);
  const phone = await world.restored(bahar, {
    transport: {
      ...honest,
      call: (route, request, token) =>
        route === 'surveys/get' && isLying
          ? Promise.resolve({ ok: false, failure: { code: 'not-found' }, code: 'not-found' })
          : honest.call(route, request, token),
    },
  });
  await phone.vault.syncNow();
  await answerYesterday(hash, 'Salyan');
  await phone.vault.syncNow();
  isLying = false;
  await settle(phone, ana);
  expect((await answersOf(phone, hash)).some((each) => each.includes('Salyan'))).toBe(true);

  await world.server.data.db.pool.query('delete from surveys');
  const read = () =>
    honest.call(
      'surveys/read',
      { space: Buffer.from(space, 'base64url'), hash: Buffer.from(hash, 'base64url') },
      null,
    );
  expect((await read()).ok).toBe(false);
  await world.server.data.db.pool.query(
    `insert into former_logs(space_id, number, log_id, until)
     select space_id, 1 + (select count(*) from former_logs f where f.space_id = s.space_id), log_id, position from spaces s`,
  );
  await world.server.data.db.pool.query('update spaces set log_id = substring(sha256(log_id) for 16)');
  await settle(ana, ana);
  expect((await read()).ok).toBe(true);
  expect(expectOk(await elza.vault.publishedSurvey(hash, space))).toBe(writeSurvey(titled('four')));
});
