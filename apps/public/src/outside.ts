import { type OutsideBody, readNotice } from '@dayaq/domain/door-notice';
import { fetchDoor } from './door.ts';
import { part } from './page.ts';
import { say, tell } from './words.ts';

/** What the page shows of the body outside, by the ends of its parts' names. */
const SHOWN = ['name', 'reach', 'days', 'otherwise'] as const;

/**
 * Holds what the page says of the body outside against what two of the organisation signed, and shows that: nobody who harmed
 * somebody, and no server, sends them elsewhere. Where it cannot be asked, the page goes on saying that it was not checked.
 */
export async function showSignedOutside(language: string): Promise<void> {
  if (document.getElementById('outside') === null) return;
  const door = await fetchDoor();
  if (door === 'ghost') return showSigned(null, language);
  if (typeof door !== 'string') showSigned(readNotice(door.notice)?.outside ?? null, language);
}

/** @param signed null: nobody signed one, so nobody is sent there */
export function showSigned(signed: OutsideBody | null, language: string): void {
  if (signed === null) {
    const words = document.createElement('p');
    words.className = 'problem';
    words.setAttribute('role', 'alert');
    words.textContent = say('send.ghost');
    return part('outside').replaceChildren(words);
  }
  const said = {
    ...signed,
    days: String(signed.days),
    otherwise: signed.otherwise[language] || say('outside.noOtherwise'),
  };
  let isSame = true;
  for (const name of SHOWN) {
    const shown = part(`outside-${name}`);
    if (shown.textContent === said[name]) continue;
    isSame = false;
    shown.textContent = said[name];
  }
  part('outside-unchecked').hidden = true;
  tell('outside-problem', isSame ? '' : say('outside.changed'));
}
