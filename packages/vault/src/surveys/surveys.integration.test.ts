/**
 * Threats: the hour or the order in which somebody answered is kept; a survey that nobody signed for is answered; a server that
 * changes what is asked; a sheet of a hostile program; one sheet that several devices bring in becomes several.
 */
import { dayAt } from '@dayaq/domain';
import { readSheet, type Survey, wordsMark, writeSurvey } from '@dayaq/domain/survey';
import { type SpaceId, utf8 } from '@dayaq/sealing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { askSurvey, openDoor, Visitor } from '../../../../worlds/devices/visitor.ts';
import {
  type Device,
  expectOk,
  lyingTransport,
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
  items: [
    {
      is: 'question',
      name: 'held',
      type: 'one',
      label: { en: 'Were you held?' },
      choices: [
        { name: 'yes', label: { en: 'Yes' } },
        { name: 'no', label: { en: 'No' } },
      ],
      other: true,
    },
    { is: 'question', name: 'where', type: 'text', label: { en: 'Where?' }, relevant: "${held} = 'yes'" },
  ],
};

let world: World;
let ana: Device;
let bahar: Device;
let elza: Device;
let space: SpaceId;
let hash: string;
/** Milliseconds by which the server's day is behind: what comes meanwhile came on an earlier one. */
let behind = 0;
beforeAll(async () => {
  world = await startWorld({ clock: () => Date.now() - behind });
  ana = await world.found('Ana');
  bahar = await world.join(ana, 'Bahar', 'coordinator');
  elza = await world.join(ana, 'Elza');
  space = (await spaceOfDevice(ana)) as SpaceId;
  await openDoor(ana, bahar, [ana, bahar]);
  hash = await askSurvey(ana, bahar, SURVEY);
  await settle(ana, bahar, elza);
});
afterAll(() => world.stop());

const visitor = () => new Visitor(world.server.url, space);
async function yesterday<T>(work: () => Promise<T>): Promise<T> {
  behind = DAY;
  try {
    return await work();
  } finally {
    behind = 0;
  }
}

async function sheets({ vault }: Device, survey = hash) {
  const answers = await vault.surveyAnswers(survey);
  const views = await Promise.all((answers?.dossiers ?? []).map((dossier) => vault.dossier(dossier)));
  return views.flatMap((view) =>
    view.ok ? view.value.records.filter(({ kind }) => kind === 'survey-sheet') : [],
  );
}

describe('answers to a survey', () => {
  it('of today wait until the day is over, and of an earlier day come in, without an hour', async () => {
    await visitor().answer(hash, { held: ['yes'] });
    await settle(ana, bahar);
    expect(await sheets(ana)).toEqual([]);
    expect((await ana.vault.surveyAnswers(hash))?.today).toBe(1);
    await yesterday(async () => {
      for (const where of ['Gəncə', 'Şəki', 'Lənkəran'])
        await visitor().answer(hash, { held: ['yes'], where: [where] });
    });
    await settle(ana, bahar, ana);
    const found = await sheets(ana);
    expect(found).toHaveLength(3);
    for (const { fields, created } of found) {
      expect(Object.keys(fields).sort()).toEqual(['answers', 'language', 'received']);
      const received = fields['received']?.value as { day: string } | undefined;
      expect(dayAt(created.at) > (received?.day ?? '')).toBe(true);
    }
  });

  it('stand once, though several devices bring them in, and only with those whom the door named', async () => {
    await yesterday(() => visitor().answer(hash, { held: ['no'] }));
    await Promise.all([ana, bahar].map(({ vault }) => vault.syncNow()));
    await settle(ana, bahar, elza, ana);
    expect(await sheets(ana)).toHaveLength(4);
    expect(await sheets(bahar)).toHaveLength(4);
    for (const { fields } of await sheets(ana))
      for (const { alternatives } of Object.values(fields)) expect(alternatives).toEqual([]);
    expect(await sheets(elza)).toEqual([]);
  });

  it('from a hostile program keep what was asked, and hold up nothing', async () => {
    await yesterday(async () => {
      await visitor().answer(hash, {
        held: ['no', 'yes'],
        where: ['x'],
        strange: ['y'],
        __proto__: ['z'],
        where_other: ['q'],
      });
      await visitor().answer('A'.repeat(43), { held: ['yes'] });
      await visitor().write('and a letter');
    });
    await settle(ana, bahar);
    const found = await sheets(ana);
    expect(found).toHaveLength(5);
    const said = found.map(({ fields }) => readSheet(String(fields['answers']?.value)));
    expect(said.some((answers) => answers.has('strange'))).toBe(false);
    expect((await ana.vault.status()).sync).toMatchObject({ problem: null });
  });

  it('change nothing of what was published: a server that gives another survey is refused', async () => {
    const given = utf8(writeSurvey({ ...SURVEY, title: { en: 'Another' } }));
    const transport = lyingTransport(world.server.url, (route, _request, answer) =>
      route === 'surveys/get' ? { survey: given } : answer,
    );
    const other = await world.restored(bahar, { transport });
    await other.vault.syncNow();
    const read = await other.vault.publishedSurvey(hash, space);
    expect(read.ok ? '' : read.failure.code).toBe('server-lies');
  });
});

it('nobody outside reads a survey that is published and not signed for by two', async () => {
  const draft = expectOk(await ana.vault.publishSurvey(writeSurvey({ ...SURVEY, title: { en: 'Draft' } })));
  const transport = fetchTransport(world.server.url);
  const read = (of: string) =>
    transport.call(
      'surveys/read',
      { space: Buffer.from(space, 'base64url'), hash: Buffer.from(of, 'base64url') },
      null,
    );
  expect((await read(draft)).ok).toBe(false);
  expect((await read(hash)).ok).toBe(true);
});

describe('a question in somebody’s voice', () => {
  const SOUND = Uint8Array.from({ length: 70_000 }, (_, at) => (at * 37) % 251);
  const [item] = SURVEY.items;
  let heard: string;
  let unheard: string;
  beforeAll(async () => {
    const dossier = await ana.vault.newId();
    const fields = { name: { set: 'Detention' }, begun: { set: { day: dayAt(Date.now()) } } };
    expectOk(await ana.vault.save({ dossier, changes: [{ kind: 'survey', record: dossier, fields }] }));
    const publish = async (bytes: Uint8Array): Promise<string> => {
      const file = await ana.vault.addFile({ dossier, name: 'question', mediaType: 'audio/ogg', bytes });
      return expectOk(await ana.vault.publishSound(expectOk(file)));
    };
    heard = await publish(SOUND);
    unheard = await publish(SOUND.slice(1));
  });
  const read = (of: string) =>
    fetchTransport(world.server.url).call(
      'sounds/read',
      { space: Buffer.from(space, 'base64url'), hash: Buffer.from(of, 'base64url') },
      null,
    );

  it('is heard by nobody outside before two have signed for the survey that names it, and by everybody after', async () => {
    if (item?.is !== 'question') throw new Error('no question');
    expect((await read(heard)).ok).toBe(false);
    const recorded = { en: { sound: heard, type: 'audio/ogg' as const, of: wordsMark(item, 'en') } };
    await askSurvey(ana, bahar, { ...SURVEY, title: { en: 'Heard' }, items: [{ ...item, recorded }] });
    const answer = await read(heard);
    expect(answer.ok && answer.value.sound).toEqual(SOUND);
    expect((await read(unheard)).ok).toBe(false);
  });

  it('is refused where the server gives another one', async () => {
    const transport = lyingTransport(world.server.url, (route, _request, answer) =>
      route === 'sounds/get' ? { sound: SOUND.slice(2) } : answer,
    );
    const other = await world.restored(bahar, { transport });
    await other.vault.syncNow();
    const given = await other.vault.publishedSound(heard, space);
    expect(given.ok ? '' : given.failure.code).toBe('server-lies');
    expect(expectOk(await ana.vault.publishedSound(heard))).toEqual(SOUND);
  });
});
