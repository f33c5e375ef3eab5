import type { NoticedSurvey } from '@dayaq/domain';
import { type Call, isLate, questionsOf, spokenIn } from '@dayaq/domain/survey';
import { formatDate } from '@dayaq/locale';
import type { DoorReader } from '@dayaq/sealing/verify';
import { html } from 'hono/html';
import { callUs, type Markup, type Shown } from './layout.ts';
import { wordsForCall } from './script-words.ts';
import { keeping, readers } from './tell.ts';

/** Of what age somebody may be who applies. */
function ages({ t }: Shown['words'], { from, to }: Call['call']): string {
  if (from !== undefined && to !== undefined) return t('visitors.call.ages', { from, to });
  if (from !== undefined) return t('visitors.call.agesFrom', { from });
  return to === undefined ? t('visitors.call.anyAge') : t('visitors.call.agesTo', { to });
}

/**
 * An open call: everything that is said and asked can be read without a script. What is applied to, and who reads it, the script
 * compares with what two of the organisation signed before it seals anything.
 * @param today the server's day, YYYY-MM-DD
 */
export function call(
  shown: Shown,
  { hash }: NoticedSurvey,
  asked: Call,
  named: readonly DoorReader[],
  today: string,
): Markup {
  const { t, language } = shown.words;
  const said = (words: Call['title']): string => spokenIn(words, language, asked).text;
  /** Says of an element in which language its words are, where that is not the page's. */
  const inOwn = (words: Call['title']): Markup | string => {
    const spoken = spokenIn(words, language, asked).language;
    return spoken === language ? '' : html` lang="${spoken}"`;
  };
  const { who, deadline, stages, keep } = asked.call;
  const questions = [...questionsOf(asked.items)].map(({ question }) => question);
  return html`<h1${inOwn(asked.title)}>${said(asked.title)}</h1>
<p class="lead about"${inOwn(asked.intro)}>${said(asked.intro)}</p>
${isLate(asked.call, today) ? html`<p class="notice">${t('visitors.call.past')}</p>` : ''}
<dl>
<dt>${t('visitors.call.until')}</dt><dd>${formatDate(language, deadline, 'long')}</dd>
<dt>${t('visitors.call.who')}</dt><dd>${ages(shown.words, asked.call)}${said(who) === '' ? '' : html`; <span${inOwn(who)}>${said(who)}</span>`}</dd><dd>${t('visitors.call.noProof')}</dd>
${
  stages.length === 0
    ? ''
    : html`<dt>${t('visitors.call.stages')}</dt><dd><ol>${stages.map((stage) => html`<li${inOwn(stage)}>${said(stage)}</li>`)}</ol></dd>`
}
<dt>${t('visitors.call.readers')}</dt><dd>${named.map(({ name }) => name).join(', ')}. ${t('visitors.call.blind')}</dd>
<dt>${t('visitors.call.kept')}</dt><dd>${t(isLate(asked.call, today) ? 'visitors.call.monthsLate' : 'visitors.call.months', { count: keep })}</dd>
</dl>
<details><summary>${t('visitors.call.asked')}</summary><p>${t('visitors.survey.skip')}</p><ul>
${questions.map(({ label, hint = {} }) => html`<li><strong${inOwn(label)}>${said(label)}</strong> <span${inOwn(hint)}>${said(hint)}</span></li>`)}</ul></details>
<noscript><p class="notice">${t('visitors.tell.noScript')}</p></noscript>
<div id="cannot" class="notice" hidden><p>${t('visitors.tell.cannot')}</p></div>
<div id="call">${callUs(shown)}</div>
<div id="app" hidden data-space="${shown.space}" data-survey="${hash}" data-language="${language}" data-words="${wordsForCall(shown.words)}">
<p role="status" id="state"></p>
<form id="letter" hidden autocomplete="off">
<h2 tabindex="-1">${t('visitors.call.apply')}</h2>
${readers(shown, named, t('visitors.tell.readersHint'))}
<details class="safe" open><summary>${t('visitors.tell.safe')}</summary><ul>
<li>${t('visitors.tell.safeSealed')}</li><li>${t('visitors.tell.safeName')}</li><li>${t('visitors.tell.safeNetwork')}</li></ul></details>
<p class="strong">${t('visitors.survey.skip')}</p>
<div id="questions"></div>
<p class="problem" role="alert" id="problem"></p>
<p class="buttons"><button type="submit">${t('visitors.tell.next')}</button></p>
</form>
${keeping(shown)}</div>
<p id="home"><a href="./">${t('visitors.home')}</a></p>`;
}
