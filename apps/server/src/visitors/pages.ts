import { dayAt, type NoticedSurvey, readNotice } from '@dayaq/domain';
import { type Call, isCall, readSurvey } from '@dayaq/domain/survey';
import {
  createTranslator,
  isLanguage,
  type Language,
  loadVisitorWords,
  type Translator,
} from '@dayaq/locale';
import type { DoorReader } from '@dayaq/sealing/verify';
import { html } from 'hono/html';
import type { Doors } from '../letters/doors.ts';
import type { Tables } from '../storage/database.ts';
import { readSurvey as readPublished } from '../storage/surveys.ts';
import { back } from './back.ts';
import { feedback } from './feedback.ts';
import { front } from './front.ts';
import { languagesOf, type Markup, page, type Shown } from './layout.ts';
import { survey, surveyOf } from './survey.ts';
import { call } from './call.ts';
import { tell } from './tell.ts';

/** Letters of an organisation's id that stand in the address of its pages. */
const MARK = 16;
/** Each with the script that runs on it. */
const PAGES: Readonly<Record<string, string>> = { tell: 'tell', feedback: 'tell', back: 'back' };

interface Parts {
  readonly tables: Tables;
  /** Milliseconds since 1970. */
  readonly clock: () => number;
}

interface Organisation {
  readonly shown: Omit<Shown, 'words'>;
  readonly readers: readonly DoorReader[];
}

/** The public pages: what stands at an address below `/page/`, or null. The same for everybody who asks. */
export class VisitorPages {
  readonly #doors: Doors;
  readonly #parts: Parts;
  constructor(doors: Doors, parts: Parts) {
    this.#doors = doors;
    this.#parts = parts;
  }

  /** `path` is what follows `/page/`. */
  async at(path: string): Promise<Markup | null> {
    const [mark = '', language = '', name = '', ...rest] = path.split('/');
    if (rest.length > 0) return null;
    if (path === '') return this.#first();
    if (!/^[\w-]{16}$/.test(mark)) return null;
    const [found] = await this.#organisations(mark);
    if (found === undefined) return null;
    const languages = languagesOf(found.shown.notice);
    const [first] = languages;
    if (language === '')
      return path === `${mark}/` && first !== undefined ? this.#page(found, first, '', '../') : null;
    if (!isLanguage(language) || !languages.includes(language)) return null;
    if (path === `${mark}/${language}/`) return this.#page(found, language, '', '../../');
    const isPage = Object.hasOwn(PAGES, name) || surveyOf(found.shown, name) !== undefined;
    return isPage ? this.#page(found, language, name, '../../') : null;
  }

  async #page(
    { shown, readers }: Organisation,
    language: Language,
    name: string,
    up: string,
    base = '',
  ): Promise<Markup | null> {
    const words = await wordsOf(language);
    const own: Shown = { ...shown, words };
    const here = base !== '' ? base : up === '../' ? '' : '../';
    const asked = surveyOf(own, name);
    const open = asked?.until === undefined ? null : await this.#call(shown.space, asked);
    // It is signed for, and not here: no page says what it would be.
    if (asked?.until !== undefined && open === null) return null;
    const body =
      asked !== undefined
        ? open === null
          ? survey(own, asked, readers)
          : call(own, asked, open, readers, dayAt(this.#parts.clock()))
        : name === 'tell'
          ? tell(own, readers)
          : name === 'feedback'
            ? feedback(own, readers)
            : name === 'back'
              ? back(own, readers)
              : front(own, up === '../../' ? './' : `${here}${language}/`);
    return page({
      up,
      language,
      words,
      inLanguage: languagesOf(shown.notice).map((each) => ({
        language: each,
        href: `${here}${each}/${name}`,
      })),
      script: open !== null ? 'apply' : asked !== undefined ? 'survey' : (PAGES[name] ?? null),
      body,
    });
  }

  /** The call of that hash; null where what is kept here is none. */
  async #call(space: string, { hash }: NoticedSurvey): Promise<Call | null> {
    const [of, bytes] = [Buffer.from(space, 'base64url'), Buffer.from(hash, 'base64url')];
    const kept = await readPublished(this.#parts.tables, of, bytes);
    const read = kept === null ? null : readSurvey(new TextDecoder().decode(kept));
    return read !== null && isCall(read) ? read : null;
  }

  /** Of one organisation its page; of several a list. */
  async #first(): Promise<Markup | null> {
    const open = await this.#organisations('');
    const [one, second] = open;
    if (one === undefined) return null;
    const language = languagesOf(one.shown.notice)[0] ?? 'en';
    if (second === undefined) return this.#page(one, language, '', '', `${one.shown.mark}/`);
    const words = await wordsOf(language);
    return page({
      up: '',
      language,
      words,
      inLanguage: [],
      script: null,
      body: html`<h1>${words.t('visitors.choose')}</h1>
<ul class="ways">${open.map(({ shown }) => html`<li><a href="${shown.mark}/"><strong>${shown.notice.name}</strong></a></li>`)}</ul>`,
    });
  }

  /** Those with an open door whose id begins so. */
  async #organisations(mark: string): Promise<Organisation[]> {
    const found: Organisation[] = [];
    for (const { space, door } of await this.#doors.withMark(mark)) {
      const notice = readNotice(door.notice);
      if (notice === null || languagesOf(notice).length === 0) continue;
      if (mark !== '' && !space.startsWith(mark)) continue;
      found.push({ shown: { notice, space, mark: space.slice(0, MARK) }, readers: door.readers });
    }
    return found;
  }
}

const kept = new Map<Language, Translator>();

async function wordsOf(language: Language): Promise<Translator> {
  const known = kept.get(language);
  if (known !== undefined) return known;
  const words = createTranslator(language, await loadVisitorWords(language));
  kept.set(language, words);
  return words;
}
