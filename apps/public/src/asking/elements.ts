import type { Language, Spoken } from '@dayaq/domain/survey';

/** Puts words there. Those of another language than the page's say which, so that whatever reads them out does it in that one. */
export function putSpoken(element: HTMLElement, { text, language }: Spoken, page: Language): void {
  element.textContent = text;
  if (language === page) element.removeAttribute('lang');
  else element.lang = language;
}

/** A new element with what it says. */
export function make<K extends keyof HTMLElementTagNameMap>(
  name: K,
  more: { readonly class?: string; readonly text?: string } = {},
  ...inside: (Node | string)[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(name);
  if (more.class !== undefined) element.className = more.class;
  if (more.text !== undefined) element.textContent = more.text;
  element.append(...inside);
  return element;
}
