import { writeNotice } from '@dayaq/domain';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Doors } from '../letters/doors.ts';
import { Charters } from '../storage/charters.ts';
import { openDoor } from '../testing/door.ts';
import type { Person } from '../testing/person.ts';
import { act, join, type Space } from '../testing/space.ts';
import { startWorld, type World } from '../testing/world.ts';
import { VisitorPages } from './pages.ts';

let world: World;
let space: Space;
let second: Person;
let pages: VisitorPages;
beforeAll(async () => {
  world = await startWorld();
  space = await world.newSpace();
  second = await join(space, 'coordinator');
  const { db } = world.server.data;
  pages = new VisitorPages(new Doors(db, new Charters()));
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
});
