import { readNotice, writeNotice } from '@dayaq/domain';
import { type Call, writeSurvey } from '@dayaq/domain/survey';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { LIMITS } from '@dayaq/protocol';
import { Doors } from '../letters/doors.ts';
import { deleteUnheard } from '../letters/heard.ts';
import { Charters } from '../storage/charters.ts';
import { openDoor } from '../testing/door.ts';
import type { Person } from '../testing/person.ts';
import { act, join, type Space } from '../testing/space.ts';
import { sha256 } from '../hash.ts';
import { insertSound, readSound } from '../storage/survey-sounds.ts';
import { insertSurvey } from '../storage/surveys.ts';
import { startWorld, type World } from '../testing/world.ts';
import { VisitorPages } from './pages.ts';

let world: World;
let space: Space;
let second: Person;
let pages: VisitorPages;
/** Milliseconds since 1970. */
let today = Date.now();
beforeAll(async () => {
  world = await startWorld();
  space = await world.newSpace();
  second = await join(space, 'coordinator');
  const { db } = world.server.data;
  pages = new VisitorPages(new Doors(db, new Charters()), { tables: db.tables, clock: () => today });
});
afterAll(() => world.stop());

const NOTICE = writeNotice({
  name: 'Dayaq <sınağı>',
  languages: ['az', 'tg'],
  about: { az: '"Biz" & siz', tg: 'Мо <b>ҳастем</b>' },
  phone: '+994 (12) 555-01-23',
  hours: { az: '9–18', tg: '9–18' },
  dangerPhone: '102',
  answerDays: 4,
});
const at = async (path: string): Promise<string | null> => {
  const page = await pages.at(path);
  return page === null ? null : String(page);
};

const soundOf = (text: string) => {
  const sound = new TextEncoder().encode(text);
  const hash = sha256(sound);
  return { sound, hash, name: Buffer.from(hash).toString('base64url') };
};
const NAMED = soundOf('named');

/** An open call as it is published, and its hash. */
async function aCall(): Promise<{ hash: string; title: Record<string, string>; until: string }> {
  const call: Call = {
    title: { az: 'Gənc <liderlər>', tg: 'Роҳбарони ҷавон' },
    intro: { az: 'Yarım il birlikdə' },
    languages: ['az', 'tg'],
    items: [
      {
        is: 'question',
        name: 'why',
        type: 'text',
        label: { az: 'Niyə?', tg: 'Чаро?' },
        hint: { tg: 'То бидонем' },
        recorded: { tg: { sound: NAMED.name, type: 'audio/ogg', of: '1' } },
      },
    ],
    call: {
      aim: 'training',
      from: 22,
      to: 35,
      who: { tg: 'аз ҳар деҳа' },
      deadline: '2026-01-31',
      stages: [{ tg: 'Суҳбат' }],
      keep: 3,
    },
  };
  const survey = new TextEncoder().encode(writeSurvey(call));
  const row = {
    space: Buffer.from(space.charter.space, 'base64url'),
    survey,
    day: 20_000,
    by: Buffer.alloc(16),
  };
  await insertSurvey(world.server.data.db.tables, { ...row, hash: sha256(survey) }, 5);
  const hash = Buffer.from(sha256(survey)).toString('base64url');
  return { hash, title: { az: 'Gənc <liderlər>', tg: 'Роҳбарони ҷавон' }, until: '2026-01-31' };
}

describe('the public pages', () => {
  test('are not there before two signed, and not after the page was shut', async () => {
    const mark = space.charter.space.slice(0, 16);
    expect(await at('')).toBeNull();
    expect(await at(`${mark}/`)).toBeNull();
    await openDoor(space, second, [space.founder, second], NOTICE);
    expect(await at('')).toContain('102');
    await act(space, space.founder, { type: 'door-close' });
    for (const path of ['', `${mark}/`, `${mark}/az/`, `${mark}/az/tell`]) expect(await at(path)).toBeNull();
    await openDoor(space, second, [space.founder, second], NOTICE);
  });

  test('say who we are, danger first, in each language that was signed and in no other', async () => {
    const mark = space.charter.space.slice(0, 16);
    const first = (await at('')) ?? '';
    expect(first.indexOf('tel:102')).toBeGreaterThan(0);
    expect(first.indexOf('tel:102')).toBeLessThan(first.indexOf('<h1>'));
    expect(first).toContain('Dayaq &lt;sınağı&gt;');
    expect(first).toContain('&quot;Biz&quot; &amp; siz');
    expect(await at(`${mark}/tg/`)).toContain('Мо &lt;b&gt;ҳастем&lt;/b&gt;');
    expect(await at(`${mark}/tg/`)).toContain('tel:+994125550123');
    for (const path of [`${mark}/en/`, `${mark}/az`, 'nothing/az/', `${mark}/az/tell/x`, `${mark}/az/other`])
      expect(await at(path), path).toBeNull();
  });

  test('name nobody in title or address, load nothing from elsewhere, and hold no form before a script shows it', async () => {
    const mark = space.charter.space.slice(0, 16);
    for (const path of ['', `${mark}/`, `${mark}/az/`, `${mark}/az/tell`, `${mark}/tg/back`]) {
      const page = (await at(path)) ?? '';
      expect(page, path).toMatch(/<title>[^<]{3,12}<\/title>/);
      expect(page.match(/<title>(.*)<\/title>/)?.[1]).not.toContain('Dayaq');
      for (const [, link = ''] of page.matchAll(/(?:href|src)="([^"]*)"/g))
        expect(link, path).not.toMatch(/^(?:https?:|\/|data:|javascript:)/);
      expect(page).not.toMatch(/<form[^>]*(?:action|method)=/);
      expect(page).not.toMatch(/\son\w+=|<style|<script(?! type="module" src)/);
    }
    // Nothing that is typed or read there goes to a browser's maker to be corrected, finished or translated.
    for (const path of [`${mark}/az/tell`, `${mark}/tg/back`])
      expect(await at(path)).toMatch(/<body spellcheck="false" translate="no" writingsuggestions="false">/);
    const tell = (await at(`${mark}/az/tell`)) ?? '';
    expect(tell).toContain('<noscript>');
    expect(tell.indexOf('id="app" hidden')).toBeLessThan(tell.indexOf('<form'));
    // Who reads stands before the first field that anything can be typed into.
    expect(tell.indexOf('id="readers"')).toBeLessThan(tell.indexOf('<textarea'));
  });

  test('tell a whole open call without a script, at an address that says nothing of it, and by day that it is late', async () => {
    const mark = space.charter.space.slice(0, 16);
    const notice = readNotice(NOTICE);
    const call = await aCall();
    await openDoor(
      space,
      second,
      [space.founder, second],
      writeNotice({ ...(notice ?? ({} as never)), surveys: [call] }),
    );
    const front = (await at(`${mark}/tg/`)) ?? '';
    const [, address = ''] = /href="[^"]*(survey-[\w-]{16})"/.exec(front) ?? [];
    expect(front).toContain('Роҳбарони ҷавон');
    for (const day of ['2026-01-31', '2026-02-01']) {
      today = Date.parse(day);
      const page = (await at(`${mark}/tg/${address}`)) ?? '';
      const readable = page.slice(0, page.indexOf('<noscript>'));
      for (const said of ['Роҳбарони ҷавон', '22', '35', 'аз ҳар деҳа', 'Суҳбат', 'Чаро?', 'То бидонем'])
        expect(readable, said).toContain(said);
      expect(readable.includes('class="notice"')).toBe(day === '2026-02-01');
      expect(page.match(/<title>(.*)<\/title>/)?.[1]).not.toContain('Роҳбарони');
      expect(page.indexOf('id="app" hidden')).toBeLessThan(page.indexOf('<form'));
      expect(page).not.toMatch(/<form[^>]*(?:action|method)=/);
    }
    expect(await at(`${mark}/az/${address}`)).toContain('Gənc &lt;liderlər&gt;');
    // Words that are there in another language alone say which.
    expect(await at(`${mark}/tg/${address}`)).toContain('<p class="lead about" lang="az">Yarım il birlikdə');
  });

  test('have a recorded question as long as a survey at the door names it, and no other for long', async () => {
    const { db } = world.server.data;
    const charters = new Charters();
    const parts = { db, doors: new Doors(db, charters) };
    const of = { space: Buffer.from(space.charter.space, 'base64url'), day: 20_000, by: Buffer.alloc(16) };
    const left = soundOf('left');
    for (const { sound, hash } of [NAMED, left]) await insertSound(db.tables, { ...of, sound, hash }, 5);
    const there = ({ hash }: typeof left) => readSound(db.tables, of.space, hash);
    await deleteUnheard(parts, 20_000 + LIMITS.soundDays);
    expect(await there(left)).not.toBeNull();
    await deleteUnheard(parts, 20_001 + LIMITS.soundDays);
    expect([await there(left), (await there(NAMED)) !== null]).toEqual([null, true]);
    await openDoor(space, second, [space.founder, second], NOTICE);
    await deleteUnheard(parts, 20_001 + LIMITS.soundDays);
    expect(await there(NAMED)).toBeNull();
  });
});
