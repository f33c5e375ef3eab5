import type { NoticedSubject } from '@dayaq/domain';
import type { DoorReader } from '@dayaq/sealing/verify';
import { html } from 'hono/html';
import type { Markup, Shown } from './layout.ts';
import { letterPage } from './tell.ts';

const SORTS = {
  complaint: 'visitors.feedback.complaint',
  suggestion: 'visitors.feedback.suggestion',
  question: 'visitors.feedback.question',
  thanks: 'visitors.feedback.thanks',
} as const;

/**
 * What somebody thinks of what the organisation does: a letter as any other, which says what it is about. What can be chosen is what
 * two of the organisation signed, and the choice is sealed with the words.
 */
export function feedback(shown: Shown, named: readonly DoorReader[]): Markup {
  const { t } = shown.words;
  const about = html`<label class="field"><span class="strong">${t('visitors.feedback.about')}</span>
<select name="subject" autocomplete="off">
${group(shown, 'service', t('visitors.feedback.services'))}${group(shown, 'commitment', t('visitors.feedback.actions'))}
<option value="colleague">${t('visitors.feedback.colleague')}</option>
<option value="organisation" selected>${t('visitors.feedback.other')}</option></select>
<span class="hint">${t('visitors.feedback.aboutHint')}</span></label>
<label class="field"><span>${t('visitors.feedback.sort')}</span><select name="sort" autocomplete="off">
<option value="">${t('visitors.tell.dangerSkip')}</option>
${Object.entries(SORTS).map(([sort, words]) => html`<option value="${sort}">${t(words)}</option>`)}</select></label>`;
  return letterPage(shown, named, t('visitors.front.feedback'), about);
}

function group({ notice, words }: Shown, is: NoticedSubject['is'], label: string): Markup {
  const subjects = (notice.subjects ?? []).filter((each) => each.is === is);
  if (subjects.length === 0) return html``;
  return html`<optgroup label="${label}">${subjects.map(
    ({ record, title }) => html`<option value="${is}/${record}">${title[words.language] ?? ''}</option>`,
  )}</optgroup>`;
}
