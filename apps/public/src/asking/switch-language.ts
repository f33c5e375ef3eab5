import { part } from '../page.ts';
import { forgetWords } from '../words.ts';

/** Parts of the page that say something and hold nothing that was typed. */
const SAYING = [
  'call',
  'safe',
  'skip',
  'send',
  'sent',
  'stop',
  'code-label',
  'code-hint',
  'code-go',
] as const;

/**
 * Takes the words of the same page in another language, and leaves everything that was answered where it is. False where the
 * network does not answer: then nothing has changed.
 */
export async function switchTo(link: HTMLAnchorElement): Promise<boolean> {
  let page: Document;
  try {
    const answer = await fetch(link.href, {
      cache: 'no-store',
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
    });
    if (!answer.ok) return false;
    page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  } catch {
    return false;
  }
  const app = page.getElementById('app');
  const language = app?.dataset['language'];
  if (app === null || language === undefined) return false;
  document.documentElement.lang = page.documentElement.lang;
  document.title = page.title;
  for (const id of SAYING) {
    const said = page.getElementById(id);
    if (said !== null) part(id).replaceChildren(...document.importNode(said, true).childNodes);
  }
  // The link itself stays: what it does when it is pressed was given to it by the page.
  const home = part('home').querySelector('a');
  if (home !== null) home.textContent = page.querySelector('#home a')?.textContent ?? '';
  const who = page.querySelector('#who > span');
  part('who')
    .querySelector('span')
    ?.replaceChildren(who?.textContent ?? '');
  const leave = page.getElementById('leave') as HTMLAnchorElement | null;
  if (leave !== null) {
    part('leave').textContent = leave.textContent;
    part<HTMLAnchorElement>('leave').setAttribute('href', leave.getAttribute('href') ?? '');
  }
  for (const each of document.querySelectorAll<HTMLAnchorElement>('nav a[hreflang]')) {
    if (each.hreflang === language) each.setAttribute('aria-current', 'true');
    else each.removeAttribute('aria-current');
  }
  part('app').dataset['language'] = language;
  part('app').dataset['words'] = app.dataset['words'] ?? '{}';
  forgetWords();
  history.replaceState(null, '', `${link.pathname}${location.hash}`);
  return true;
}
