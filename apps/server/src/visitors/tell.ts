import type { DoorReader } from '@dayaq/sealing/verify';
import { html } from 'hono/html';
import { callUs, type Markup, type Shown } from './layout.ts';
import { outside } from './outside.ts';
import { wordsForScript } from './script-words.ts';

/** Who reads, each to be barred; what the page shows is compared with what was signed before anything is sealed. */
export function readers({ words: { t } }: Shown, named: readonly DoorReader[], hint: string): Markup {
  return html`<fieldset id="readers"><legend>${t('visitors.tell.readers')}</legend>
<p class="hint">${hint}</p>
${named.map(
  ({ account, name }) =>
    html`<label class="tick"><input type="checkbox" checked autocomplete="off" name="reader" value="${account}"> <span>${name}</span></label>`,
)}
</fieldset>`;
}

function question(name: string, label: string, hint = ''): Markup {
  return html`<label class="field"><span>${label}</span>${hint === '' ? '' : html`<span class="hint">${hint}</span>`}
<textarea name="${name}" rows="2" maxlength="300" autocomplete="off"></textarea></label>`;
}

/** How somebody comes back: shown once, by the script, and asked again to be sure. */
export function keeping({ words: { t } }: Shown): Markup {
  return html`<form id="keep" hidden autocomplete="off">
<h2 tabindex="-1">${t('visitors.keep.title')}</h2>
<div id="listed"><p>${t('visitors.keep.hint')}</p><ol id="words" class="words" translate="no"></ol>
<label class="field"><span id="which"></span><input id="confirm" autocomplete="off" autocapitalize="none" spellcheck="false"></label></div>
<div id="own" hidden><p>${t('visitors.keep.phraseHint')}</p>
<label class="field"><span>${t('visitors.keep.phrase')}</span><input id="phrase" autocomplete="off" autocapitalize="none" spellcheck="false"></label>
<label class="field"><span>${t('visitors.keep.confirmPhrase')}</span><input id="again" autocomplete="off" autocapitalize="none" spellcheck="false"></label></div>
<p><button type="button" class="quiet" id="other"></button></p>
<p class="problem" role="alert" id="keep-problem"></p>
<p class="buttons"><button type="submit">${t('visitors.send.send')}</button>
<button type="button" class="quiet" id="change">${t('visitors.keep.change')}</button></p>
</form>
<section id="sending" hidden><p role="status" id="progress"></p>
<p><button type="button" class="quiet" id="stop">${t('visitors.send.stop')}</button></p></section>
<section id="sent" hidden><h2 tabindex="-1">${t('visitors.send.sent')}</h2><p>${t('visitors.send.sentHint')}</p></section>`;
}

/** The letter itself. The words alone are asked for; everything else may be left out. `about` stands before them. */
function letterForm(shown: Shown, named: readonly DoorReader[], about: Markup): Markup {
  const { t } = shown.words;
  return html`<form id="letter" autocomplete="off">
${readers(shown, named, t('visitors.tell.readersHint'))}
<details class="safe" open><summary>${t('visitors.tell.safe')}</summary><ul>
<li>${t('visitors.tell.safeSealed')}</li><li>${t('visitors.tell.safeName')}</li><li>${t('visitors.tell.safeNetwork')}</li></ul></details>
${about}
<label class="field"><span class="strong">${t('visitors.tell.words')}</span><span class="hint">${t('visitors.tell.wordsHint')}</span>
<textarea id="story" name="words" rows="8" autocomplete="off"></textarea></label>
<details><summary>${t('visitors.tell.more')}</summary>
<label class="field"><span>${t('visitors.tell.danger')}</span><select name="danger" autocomplete="off">
<option value="">${t('visitors.tell.dangerSkip')}</option><option value="none">${t('visitors.tell.dangerNone')}</option>
<option value="some">${t('visitors.tell.dangerSome')}</option><option value="high">${t('visitors.tell.dangerHigh')}</option></select></label>
${question('when', t('visitors.tell.when'))}${question('where', t('visitors.tell.where'))}${question('who', t('visitors.tell.who'))}
${question('need', t('visitors.tell.need'))}${question('reach', t('visitors.tell.reach'), t('visitors.tell.reachHint'))}
</details>
${files(shown)}
<p class="problem" role="alert" id="problem"></p>
<p class="buttons"><button type="submit">${t('visitors.tell.next')}</button></p>
</form>`;
}

function files({ words: { t } }: Shown): Markup {
  return html`<ul id="files" class="files"></ul>
<div class="adds"><label class="add">${t('visitors.tell.photo')}<input type="file" id="photo" accept="image/*"></label>
<button type="button" class="quiet" id="voice">${t('visitors.tell.voice')}</button></div>
<p class="hint">${t('visitors.tell.photoHint')} ${t('visitors.tell.voiceHint')}</p>
<p class="problem" role="alert" id="file-problem"></p>`;
}

/** Where somebody tells what happened. */
export const tell = (shown: Shown, named: readonly DoorReader[]): Markup =>
  letterPage(shown, named, shown.words.t('visitors.front.tell'), html``);

/** Until the script says that it can seal, the form is not there: nothing is ever posted by it. */
export function letterPage(shown: Shown, named: readonly DoorReader[], title: string, about: Markup): Markup {
  const { t } = shown.words;
  return html`<h1>${title}</h1>
<noscript><p class="notice">${t('visitors.tell.noScript')}</p></noscript>
<div id="cannot" class="notice" hidden><p>${t('visitors.tell.cannot')}</p></div>
${callUs(shown)}
${outside(shown)}
<div id="app" hidden data-space="${shown.space}" data-language="${shown.words.language}" data-words="${wordsForScript(shown.words)}">
${letterForm(shown, named, about)}${keeping(shown)}</div>
<p><a href="./">${t('visitors.home')}</a></p>`;
}
