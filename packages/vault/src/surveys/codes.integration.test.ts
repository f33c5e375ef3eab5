/** Threats: a survey code tied to its answer, by the server with all that it has or by members; a code that is used twice, or forged. */
import { readSheet, type Survey } from '@dayaq/domain/survey';
import { type CodeToken, fromBase64url, type SpaceId, toHex, unwrap } from '@dayaq/sealing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { askSurvey, openDoor, Visitor } from '../../../../worlds/devices/visitor.ts';
import {
  type Device,
  expectOk,
  settle,
  spaceOfDevice,
  startWorld,
  type World,
} from '../../../../worlds/devices/world.ts';

const DAY = 86_400_000;
const SURVEY: Survey = {
  title: { en: 'Ballot' },
  intro: {},
  languages: ['en'],
  items: [{ is: 'question', name: 'who', type: 'text', label: { en: 'Who?' } }],
};

let world: World;
let ana: Device;
let bahar: Device;
let space: SpaceId;
let hash: string;
let key: string;
let codes: string[];
let behind = 0;
beforeAll(async () => {
  world = await startWorld({ clock: () => Date.now() - behind });
  ana = await world.found('Ana');
  bahar = await world.join(ana, 'Bahar', 'coordinator');
  space = (await spaceOfDevice(ana)) as SpaceId;
  await openDoor(ana, bahar, [ana, bahar]);
  ({ key, codes } = expectOk(await ana.vault.makeSurveyCodes({ key: null, count: 5 })));
  hash = await askSurvey(ana, bahar, { ...SURVEY, codes: key });
  await settle(ana, bahar);
});
afterAll(() => world.stop());

const visitor = () => new Visitor(world.server.url, space);

/** Answers as on the day before, so that they come in now. */
async function answer(who: string, token?: CodeToken): Promise<void> {
  behind = DAY;
  try {
    await visitor().answer(hash, { who: [who] }, undefined, token);
  } finally {
    behind = 0;
  }
}

async function said({ vault }: Device): Promise<string[]> {
  const answers = await vault.surveyAnswers(hash);
  const views = await Promise.all((answers?.dossiers ?? []).map((dossier) => vault.dossier(dossier)));
  return views
    .flatMap((view) => (view.ok ? view.value.records : []))
    .filter(({ kind }) => kind === 'survey-sheet')
    .map(({ fields }) => JSON.stringify([...readSheet(String(fields['answers']?.value)).values()]))
    .sort();
}

const changed = async (code: string, hear?: (sent: Uint8Array, signed: Uint8Array) => void) => {
  const token = await visitor().change(key, code, hear);
  if (typeof token === 'string') throw new Error(token);
  return token;
};

describe('a code that admits one answer', () => {
  it('is changed at the server for something that neither its tables nor members can tell an answer by', async () => {
    const seen: string[] = [];
    const token = await changed(codes[0] ?? '', (sent, signed) => seen.push(toHex(sent), toHex(signed)));
    await answer('Nigar', token);
    await settle(ana, bahar);
    expect(await said(bahar)).toEqual(['[{"said":["Nigar"]}]']);
    // What the server has of the token, anywhere: nothing.
    const { rows: tables } = await world.server.data.db.pool.query<{ name: string }>(
      `select table_name as name from information_schema.tables where table_schema = current_schema()`,
    );
    let all = '';
    for (const { name } of tables) {
      const { rows } = await world.server.data.db.pool.query<{ row: string }>(
        `select t::text as row from "${name}" t`,
      );
      all += rows.map(({ row }) => row).join('\n');
    }
    expect(all).toContain(seen[0]);
    for (const part of [token.message, token.signature]) expect(all).not.toContain(toHex(part).slice(0, 24));
    // What members have: the answer, and nothing of code, blinded message or signature.
    const answers = await ana.vault.surveyAnswers(hash);
    const kept = JSON.stringify(expectOk(await ana.vault.dossier(answers?.dossiers[0] ?? '')));
    for (const part of [...seen, (codes[0] ?? '').replaceAll(' ', '')])
      expect(kept).not.toContain(part.slice(0, 24));
    expect(expectOk(await ana.vault.surveyCodes(key))).toEqual({ all: 5, used: 1 });
  });

  it('is changed once, and used twice it is one answer', async () => {
    const token = await changed(codes[1] ?? '');
    expect(await visitor().change(key, codes[1] ?? '')).toBe('code-used');
    await answer('first', token);
    await answer('second', token);
    await Promise.all([ana, bahar].map(({ vault }) => vault.syncNow()));
    await settle(ana, bahar);
    const now = await said(ana);
    expect(now).toHaveLength(2);
    expect(await said(bahar)).toEqual(now);
    await answer('third', token);
    await settle(ana, bahar);
    expect(await said(ana)).toEqual(now);
  });

  it('that nobody made is refused, and an answer without one, or with a forged one, counts for nothing', async () => {
    const before = await said(ana);
    expect(await visitor().change(key, '1234 1234 1234 1234')).toBe('not-found');
    const other = expectOk(await ana.vault.makeSurveyCodes({ key: null, count: 1 }));
    const strange = await visitor().change(other.key, other.codes[0] ?? '');
    await answer('without');
    if (typeof strange === 'string') throw new Error(strange);
    await answer('of another survey', strange);
    await answer('forged', { message: new Uint8Array(64), signature: new Uint8Array(256).fill(7) });
    await settle(ana, bahar);
    expect(await said(ana)).toEqual(before);
  });

  it('may be made later too, under the key that two signed for, by members alone', async () => {
    const more = expectOk(await bahar.vault.makeSurveyCodes({ key, count: 2 }));
    expect(more.key).toBe(key);
    await answer('later', await changed(more.codes[1] ?? ''));
    await settle(ana, bahar);
    expect(await said(ana)).toContain('[{"said":["later"]}]');
    const failure = await ana.vault.makeSurveyCodes({ key: 'AAAA', count: 1 });
    expect(failure.ok ? '' : failure.failure.code).toBe('not-found');
    expect(unwrap(fromBase64url(key)).length).toBeGreaterThan(250);
  });
});
