import type { DoorReader } from '@dayaq/sealing/verify';
import { html } from 'hono/html';
import { callUs, type Markup, type Shown } from './layout.ts';
import { wordsForScript } from './script-words.ts';
import { readers } from './tell.ts';

/** Where somebody who wrote comes back to. */
export function back(shown: Shown, named: readonly DoorReader[]): Markup {
  const { t } = shown.words;
  return html`<h1>${t('visitors.back.title')}</h1>
<noscript><p class="notice">${t('visitors.tell.noScript')}</p></noscript>
<div id="cannot" class="notice" hidden><p>${t('visitors.tell.cannot')}</p></div>
${callUs(shown)}
<div id="app" hidden data-space="${shown.space}" data-language="${shown.words.language}" data-words="${wordsForScript(shown.words)}">
<form id="come" autocomplete="off"><label class="field"><span>${t('visitors.back.label')}</span>
<textarea id="code" rows="3" autocomplete="off" autocapitalize="none" spellcheck="false" translate="no"></textarea></label>
<p class="problem" role="alert" id="come-problem"></p>
<p class="buttons"><button type="submit">${t('visitors.back.open')}</button></p></form>
<section id="opened" hidden><h2 tabindex="-1">${t('visitors.back.answers')}</h2><p id="none" hidden>${t('visitors.back.none')}</p>
<p id="unfit" class="problem" hidden>${t('visitors.back.unfit')}</p>
<ul id="replies" class="replies"></ul>
<form id="letter" autocomplete="off"><h2>${t('visitors.back.more')}</h2>
${readers(shown, named, t('visitors.back.readersAgain'))}
<label class="field"><span>${t('visitors.tell.words')}</span><textarea id="story" rows="5" autocomplete="off"></textarea></label>
<p class="problem" role="alert" id="problem"></p>
<p class="buttons"><button type="submit">${t('visitors.send.send')}</button></p></form>
<section id="sending" hidden><p role="status" id="progress"></p>
<p><button type="button" class="quiet" id="stop">${t('visitors.send.stop')}</button></p></section>
<section id="sent" hidden><h2 tabindex="-1">${t('visitors.send.sent')}</h2></section>
<p><button type="button" class="quiet" id="forget">${t('visitors.back.close')}</button></p></section>
</div>
<p><a href="./">${t('visitors.home')}</a></p>`;
}
