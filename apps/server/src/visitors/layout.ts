import type { DoorNotice } from '@dayaq/domain';
import { isLanguage, LANGUAGE_NAMES, type Language, type Translator } from '@dayaq/locale';
import { html, raw } from 'hono/html';

export type Markup = ReturnType<typeof html>;

/** What every public page of one organisation knows. */
export interface Shown {
  readonly words: Translator;
  readonly notice: DoorNotice;
  /** The organisation's whole id, which its visitors' pages check everything against. */
  readonly space: string;
  /** As long a part of it as stands in the address. */
  readonly mark: string;
}

export const languagesOf = (notice: DoorNotice): Language[] => notice.languages.filter(isLanguage);

/** Telephone numbers as links take them. */
export const dialled = (phone: string): string => phone.replace(/[^+\d]/g, '');

/** A call in one tap; empty where there is no number. */
export function call({ words }: Shown, phone: string): Markup {
  if (phone === '') return html``;
  return html`<a class="call" href="tel:${dialled(phone)}">${words.t('visitors.front.call', { phone })}</a>`;
}

/** Numbers for whoever cannot, or does not want to, write here. */
export function callUs(shown: Shown): Markup {
  const { notice, words } = shown;
  return html`<p>${call(shown, notice.phone)} <span class="muted">${notice.hours[words.language] ?? ''}</span></p>`;
}

/** Browsers that correct, suggest or translate may send what is typed and read to their makers: not where people write and read. */
const UNASKED = ' spellcheck="false" translate="no" writingsuggestions="false"';

interface Page {
  /** From this page to the folder of all public pages, such as `../../`. */
  readonly up: string;
  readonly language: Language;
  readonly words: Translator;
  /** Where this page is in another language; none where there is no choice. */
  readonly inLanguage: readonly { readonly language: Language; readonly href: string }[];
  readonly script: string | null;
  readonly body: Markup;
}

/**
 * A whole page. It says nothing of itself in title, icon or address, loads nothing from elsewhere, and is the same for everybody:
 * nobody's cookies, languages or addresses are looked at.
 */
export function page({ up, language, words, inLanguage, script, body }: Page): Markup {
  const away = `${up}../away.${language}.html`;
  return html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<meta name="robots" content="noindex">
<title>${words.t('visitors.title')}</title>
<link rel="icon" href="${up}../icon.svg" type="image/svg+xml">
<link rel="stylesheet" href="${up}files/page.css">
<script type="module" src="${up}files/${script ?? 'front'}.js"></script>
</head>
<body${script === null ? '' : raw(UNASKED)}>
<header>
<a class="leave" id="leave" href="${away}" rel="noreferrer">${words.t('visitors.leave')}</a>
${
  inLanguage.length > 1
    ? html`<nav aria-label="${words.t('visitors.languages')}">${inLanguage.map(
        (each) =>
          html`<a href="${each.href}" lang="${each.language}" hreflang="${each.language}"${
            each.language === language ? raw(' aria-current="true"') : ''
          }>${LANGUAGE_NAMES[each.language]}</a> `,
      )}</nav>`
    : ''
}
</header>
<main>${body}</main>
</body>
</html>`;
}
