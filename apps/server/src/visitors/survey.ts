import type { NoticedSurvey } from '@dayaq/domain';
import type { DoorReader } from '@dayaq/sealing/verify';
import { formatDate } from '@dayaq/locale';
import { html } from 'hono/html';
import { callUs, type Markup, type Shown } from './layout.ts';
import { wordsForSurvey } from './script-words.ts';

/** Letters of a survey's or call's hash that stand in the address of its page: nothing in it tells one from the other. */
const MARK = 16;
const PREFIX = 'survey-';

/** What follows the language in the address of a survey's page. */
export const surveyPage = ({ hash }: NoticedSurvey): string => PREFIX + hash.slice(0, MARK);

/** The survey that a page's name means. */
export const surveyOf = ({ notice }: Pick<Shown, 'notice'>, name: string): NoticedSurvey | undefined =>
  notice.surveys?.find((each) => surveyPage(each) === name);

/** The ways to what is asked at this door; nothing where nothing is. */
export function surveyLinks({ notice, words }: Shown, to: string): Markup {
  const { t, language } = words;
  const all = notice.surveys ?? [];
  const surveys = all.filter(({ until }) => until === undefined);
  const calls = all.filter(({ until }) => until !== undefined);
  return html`${
    calls.length === 0
      ? ''
      : html`<section aria-labelledby="calls"><h2 id="calls">${t('visitors.front.calls')}</h2>
<ul class="ways">${calls.map(
          (each) => html`<li><a href="${to}${surveyPage(each)}"><strong>${each.title[language] ?? ''}</strong>
<span>${t('visitors.front.callHint', { day: formatDate(language, each.until ?? '', 'long') })}</span></a></li>`,
        )}</ul></section>`
  }${
    surveys.length === 0
      ? ''
      : html`<section aria-labelledby="surveys"><h2 id="surveys">${t('visitors.front.surveys')}</h2>
<ul class="ways">${surveys.map(
          (each) => html`<li><a href="${to}${surveyPage(each)}"><strong>${each.title[language] ?? ''}</strong>
<span>${t('visitors.front.surveyHint')}</span></a></li>`,
        )}</ul></section>`
  }`;
}

/**
 * Where a survey is answered. What is asked, and who reads it, the script draws from what two of the organisation signed: of the
 * server's words nothing is answered.
 */
export function survey(shown: Shown, { hash, title }: NoticedSurvey, named: readonly DoorReader[]): Markup {
  const { t, language } = shown.words;
  return html`<h1 id="title">${title[language] ?? ''}</h1>
<noscript><p class="notice">${t('visitors.tell.noScript')}</p></noscript>
<div id="cannot" class="notice" hidden><p>${t('visitors.tell.cannot')}</p></div>
<div id="call">${callUs(shown)}</div>
<details class="safe" id="safe"><summary>${t('visitors.tell.safe')}</summary><ul>
<li>${t('visitors.survey.safeSealed')}</li><li>${t('visitors.survey.safeName')}</li><li>${t('visitors.tell.safeNetwork')}</li></ul></details>
<div id="app" hidden data-space="${shown.space}" data-survey="${hash}" data-language="${language}" data-words="${wordsForSurvey(shown.words)}">
<p role="status" id="state"></p>
<form id="code" hidden autocomplete="off">
<label class="field"><span class="strong" id="code-label">${t('visitors.survey.code')}</span><span class="hint" id="code-hint">${t('visitors.survey.codeHint')}</span>
<input id="digits" inputmode="numeric" autocomplete="off" spellcheck="false"></label>
<p class="problem" role="alert" id="code-problem"></p>
<p class="buttons"><button type="submit" id="code-go">${t('visitors.survey.codeGo')}</button></p>
</form>
<form id="survey" hidden autocomplete="off">
<p id="who"><span>${t('visitors.survey.readers')}</span> <span id="named">${named.map(({ name }) => name).join(', ')}</span></p>
<p class="strong" id="skip">${t('visitors.survey.skip')}</p>
<div id="questions"></div>
<p class="problem" role="alert" id="problem"></p>
<p class="buttons"><button type="submit" id="send">${t('visitors.survey.send')}</button></p>
</form>
<section id="sending" hidden><p role="status" id="progress"></p>
<p><button type="button" class="quiet" id="stop">${t('visitors.send.stop')}</button></p></section>
<section id="sent" hidden><h2 tabindex="-1">${t('visitors.survey.sent')}</h2><p>${t('visitors.survey.sentHint')}</p></section>
</div>
<p id="home"><a href="./">${t('visitors.home')}</a></p>`;
}
