/**
 * What goes wrong on the way, and what stays behind: a network that breaks at the worst moment, two windows, an old page, a step back
 * after leaving, a browser that is killed.
 */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createTranslator, loadVisitorWords, type Translator } from '@dayaq/locale';
import { readSealedFile } from '@dayaq/domain';
import { CONTENT_TYPE, encodeBody } from '@dayaq/protocol';
import { fromBase64url, HPKE_OVERHEAD, unwrap } from '@dayaq/sealing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openDoor } from '../worlds/devices/visitor.ts';
import { type Device as Vaulted, expectOk, settle, startWorld, type World } from '../worlds/devices/world.ts';
import { Visiting } from './lib/visiting.ts';
import { aWorld } from './lib/world.ts';

const PAGES = join(import.meta.dirname, '..', 'apps', 'workspace', 'dist');
const MARK = 'Innab-7731';

const browsers = aWorld('whole');
let world: World;
let ana: Vaulted;
let bahar: Vaulted;
let t: Translator['t'];
beforeAll(async () => {
  world = await startWorld({ workspaceDir: PAGES });
  ana = await world.found('Ana');
  bahar = await world.join(ana, 'Bahar', 'coordinator');
  await openDoor(ana, bahar, [ana, bahar], { worksInFlood: true });
  ({ t } = createTranslator('az', await loadVisitorWords('az')));
});
afterAll(() => world.stop());

const visiting = async (): Promise<Visiting> =>
  new Visiting(await browsers.around(world.server.url).device('phone', 'az'), t);

/** What Ana was written: every record of every letter. */
async function told() {
  await settle(ana, bahar);
  const { rows } = await ana.vault.dossiers({
    kinds: ['letter'],
    text: '',
    filters: {},
    sort: 'updated',
    descending: true,
    offset: 0,
    limit: 50,
    space: null,
  });
  return Promise.all(rows.map(async ({ id }) => expectOk(await ana.vault.dossier(id))));
}

/** How often some words stand in what Ana was written, over all letters and what was written later. */
async function timesTold(words: string): Promise<number> {
  return (await told())
    .flatMap(({ records }) => records)
    .filter(({ fields }) => fields['words']?.value === words).length;
}

/** The files that came with the letter of these words. */
async function filesTold(words: string) {
  const letter = (await told()).find(({ id, records }) =>
    records.some((record) => record.id === id && record.fields['words']?.value === words),
  );
  return (letter?.records ?? []).flatMap(({ kind, fields }) => {
    const file = kind === 'file' ? readSealedFile(fields['file']?.value) : null;
    return file === null ? [] : [{ dossier: letter?.id ?? '', mediaType: file.mediaType, file }];
  });
}

test('a network that is gone when the words are wanted is said, and loses nothing', async () => {
  const visitor = await visiting();
  const { page } = visitor.device;
  await page.route('**/*.txt', (route) => route.abort());
  await visitor.tell('Evimizi yandırdılar.');
  await visitor.press(t('visitors.tell.next'));
  await page.getByText(t('visitors.send.away')).waitFor();
  expect(await page.locator('#story').inputValue()).toBe('Evimizi yandırdılar.');
  await page.unroute('**/*.txt');
  await visitor.toWords();
});

test('a letter whose last answer was lost, stopped and sent again, stands once', async () => {
  const visitor = await visiting();
  const { page } = visitor.device;
  await visitor.tell('Pəncərəmi sındırdılar.');
  const words = await visitor.toWords();
  await page.route('**/api/letters/put', async (route) => {
    await route.fetch();
    await route.abort();
  });
  await visitor.confirm(words);
  await page.getByText(t('visitors.send.waits')).waitFor();
  await visitor.press(t('visitors.send.stop'));
  await page.getByText(t('visitors.send.perhaps')).waitFor();
  await page.unroute('**/api/letters/put');
  await visitor.confirm(words);
  await visitor.isSent();
  expect(await timesTold('Pəncərəmi sındırdılar.')).toBe(1);
});

test('two windows do not send one letter twice', async () => {
  const visitor = await visiting();
  await visitor.tell('Qapımı döydülər.');
  await visitor.confirm(await visitor.toWords());
  await visitor.isSent();
  const first = visitor.device.page;
  visitor.device.turnTo(await visitor.device.newTab());
  await visitor.tell('Qapımı döydülər.');
  await visitor.confirm(await visitor.toWords());
  await visitor.device.page.getByText(t('visitors.send.twice')).waitFor();
  await first.close();
  expect(await timesTold('Qapımı döydülər.')).toBe(1);
});

test('a page that is older than the server says what to do, and keeps the words', async () => {
  const visitor = await visiting();
  const { page } = visitor.device;
  await visitor.tell('Məni izləyirlər.');
  const words = await visitor.toWords();
  await page.route('**/api/doors/read', (route) =>
    route.fulfill({
      status: 426,
      contentType: 'application/cbor',
      body: Buffer.from(encodeBody({ error: 'version-mismatch' })),
    }),
  );
  await visitor.confirm(words);
  await page.getByText(t('visitors.send.old')).waitFor();
  // The browser says of itself that the server refused.
  visitor.device.problems.splice(0);
  await visitor.press(t('visitors.keep.change'));
  expect(await page.locator('#story').inputValue()).toBe('Məni izləyirlər.');
});

test('after leaving no step back leads to the pages, and a page that is kept for going back holds nothing', async () => {
  const visitor = await visiting();
  await visitor.tell(`${MARK} küçəsində`);
  const words = await visitor.toWords();
  await visitor.device.page.evaluate(() => {
    dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }));
  });
  const held = await visitor.device.page.content();
  for (const mark of [MARK, words[0] ?? '']) expect(held).not.toContain(mark);
  visitor.device.turnTo(await visitor.device.newTab());
  const { page } = visitor.device;
  await visitor.tell('Bir söz');
  await page.locator('#leave').click();
  await page.waitForURL(/\/away\.az\.html$/);
  for (let steps = 0; steps < 4; steps++) {
    await page.goBack().catch(() => null);
    expect(page.url()).not.toContain('/page/');
  }
});

test('a browser that is killed while somebody writes keeps nothing of it on the disk', async () => {
  const visitor = await visiting();
  const { device } = visitor;
  await visitor.tell(`${MARK} küçəsində saxladılar`);
  const words = await visitor.toWords();
  // A pause as long as Chromium takes to write down what is open in its windows.
  await device.page.waitForTimeout(6000);
  await device.kill();
  for (const entry of await readdir(device.profile, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const bytes = await readFile(join(entry.parentPath, entry.name)).catch(() => Buffer.alloc(0));
    for (const mark of [MARK, words.join(' '), words.slice(0, 3).join('\n')])
      for (const written of [Buffer.from(mark), Buffer.from(mark, 'utf16le')])
        expect(bytes.includes(written), `${entry.name}: ${mark}`).toBe(false);
  }
});

test('a voice is recorded in the page, with the word that it can be recognised, and plays for those who read', async () => {
  const visitor = await visiting();
  const { device } = visitor;
  await device.close();
  await device.open({ arguments: ['--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream'] });
  await visitor.tell('Səsimlə deyirəm.');
  const { page } = device;
  await page.getByText(t('visitors.tell.voiceHint')).waitFor();
  await visitor.press(t('visitors.tell.voice'));
  await page.getByRole('button', { name: t('visitors.tell.voiceStop'), exact: true }).waitFor();
  // A pause that stands for speaking: Chromium's own microphone beeps once a second.
  await page.waitForTimeout(2500);
  await visitor.press(t('visitors.tell.voiceStop'));
  await page.getByText(t('visitors.tell.recording', { number: 1 })).waitFor();
  await visitor.confirm(await visitor.toWords());
  await visitor.isSent();
  const [record] = await filesTold('Səsimlə deyirəm.');
  expect(record?.mediaType).toBe('audio/webm');
  const heard = Buffer.from(
    expectOk(await ana.vault.openFile({ dossier: record?.dossier ?? '', file: record?.file as never })),
  );
  expect(heard.length).toBeGreaterThan(2000);
  // A WebM begins with the mark of EBML, and ours has one track of Opus in it.
  expect(heard.subarray(0, 4).toString('hex')).toBe('1a45dfa3');
  expect(heard.includes('A_OPUS')).toBe(true);
});

// Last: whoever writes to this door afterwards is asked to work, too.
test('in a flood the page works for its letter, says so, can be stopped, and is heard', async () => {
  const visitor = await visiting();
  const { page } = visitor.device;
  await visitor.tell('Bu selin içində məni də eşidin.');
  const words = await visitor.toWords();
  const space = fromBase64url((await page.locator('#app').getAttribute('data-space')) ?? '');
  const junk = {
    space: unwrap(space),
    epoch: 1,
    piece: 0,
    pieces: 1,
    sealed: new Uint8Array(HPKE_OVERHEAD + 4096),
  };
  const put = () =>
    fetch(`${world.server.url}/api/letters/put`, {
      method: 'POST',
      headers: { 'content-type': CONTENT_TYPE },
      body: encodeBody({ ...junk, letter: crypto.getRandomValues(new Uint8Array(16)) }),
    });
  let status = 200;
  for (let i = 0; i < 300 && status === 200; i++) ({ status } = await put());
  expect(status).toBe(428);
  // On a phone that is slow enough to be stopped in the middle.
  await page.route('**/letter-work.worker*', () => undefined);
  await visitor.confirm(words);
  await page.getByText(t('visitors.send.works', { done: 0, all: 8 })).waitFor();
  await visitor.press(t('visitors.send.stop'));
  await page.getByText(t('visitors.send.stopped')).waitFor();
  await page.unroute('**/letter-work.worker*');
  await visitor.confirm(words);
  await visitor.isSent();
  // The browser says of itself that the server refused.
  visitor.device.problems.splice(0);
  expect(await timesTold('Bu selin içində məni də eşidin.')).toBe(1);
});
