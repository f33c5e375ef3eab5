import { html } from 'hono/html';
import { call, type Markup, type Shown } from './layout.ts';
import { surveyLinks } from './survey.ts';

/** The number by which people compare the page with a poster: the beginning of the organisation's id. */
export function numberOf(space: string): string {
  const hex = Buffer.from(space, 'base64url').toString('hex');
  return (hex.slice(0, 20).match(/.{4}/g) ?? []).join(' ');
}

/** Who we are, and the ways to reach us; for whoever is in danger first. `to` leads to the pages in this language. */
export function front(shown: Shown, to: string): Markup {
  const { words, notice, space } = shown;
  const { t, language } = words;
  return html`
<section class="danger" aria-labelledby="danger">
<h2 id="danger">${t('visitors.front.danger')}</h2>
<p>${call(shown, notice.dangerPhone === '' ? notice.phone : notice.dangerPhone)}</p>
${
  notice.dangerPhone === ''
    ? html`<p>${notice.hours[language] ?? ''}</p>`
    : html`<p>${call(shown, notice.phone)}
<span>${notice.hours[language] ?? ''}</span></p>`
}
</section>
<h1>${notice.name}</h1>
<p class="lead about">${notice.about[language] ?? ''}</p>
<ul class="ways">
<li><a href="${to}tell"><strong>${t('visitors.front.tell')}</strong>
<span>${t('visitors.front.tellHint', { days: notice.answerDays })}</span></a></li>
<li><a href="${to}feedback"><strong>${t('visitors.front.feedback')}</strong>
<span>${t('visitors.front.feedbackHint')}</span></a></li>
<li><a href="${to}back"><strong>${t('visitors.front.back')}</strong>
<span>${t('visitors.front.backHint')}</span></a></li>
</ul>
${surveyLinks(shown, to)}
<section aria-labelledby="help">
<h2 id="help">${t('visitors.front.help')}</h2>
<p>${t('visitors.front.helpHint')}</p>
<dl>
<dt>${t('visitors.front.phone')}</dt><dd>${call(shown, notice.phone)}</dd>
<dt>${t('visitors.front.hours')}</dt><dd>${notice.hours[language] ?? ''}</dd>
</dl>
</section>
<section aria-labelledby="number">
<h2 id="number">${t('visitors.front.number')}</h2>
<p>${t('visitors.front.numberHint')}</p>
<p class="number">${numberOf(space)}</p>
</section>
<p class="muted">${t('visitors.front.trace')}</p>`;
}
