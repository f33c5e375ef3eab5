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
