import { html } from 'hono/html';
import type { Markup, Shown } from './layout.ts';

/**
 * To whom somebody can turn about harm that one of the organisation did: a body that is not part of it. What stands here is the
 * server's word until the script has held it against what two of the organisation signed.
 */
export function outside({ notice, words: { t, language } }: Shown): Markup {
  const body = notice.outside;
  if (body === undefined) return html``;
  const otherwise = body.otherwise[language] ?? '';
  return html`<section id="outside" aria-labelledby="outside-title">
<h2 id="outside-title">${t('visitors.outside.title')}</h2>
<p>${t('visitors.outside.lead')}</p>
<dl><dt>${t('visitors.outside.name')}</dt><dd id="outside-name">${body.name}</dd>
<dt>${t('visitors.outside.reach')}</dt><dd id="outside-reach">${body.reach}</dd>
<dt>${t('visitors.outside.days')}</dt><dd id="outside-days">${body.days}</dd>
<dt>${t('visitors.outside.otherwise')}</dt><dd id="outside-otherwise">${otherwise === '' ? t('visitors.outside.noOtherwise') : otherwise}</dd></dl>
<p>${t('visitors.outside.notSealed')}</p>
<p class="hint" id="outside-unchecked">${t('visitors.outside.unchecked')}</p>
<p class="problem" role="alert" id="outside-problem"></p>
</section>`;
}
