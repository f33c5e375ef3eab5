/** XML 1.0, as far as it takes to write a document of elements: nothing that somebody typed can end an element or begin one. */

export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string | null>>;
  readonly inside: readonly Element[] | string;
}

/** @param attributes null: it has none of that name */
export const element = (
  name: string,
  attributes: Element['attributes'] = {},
  inside: Element['inside'] = [],
): Element => ({ name, attributes, inside });

const SIGNS: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
};

/** What no XML document may hold, however it is written: it is left out. */
const FORBIDDEN = /[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu;

const escaped = (text: string): string =>
  text.replace(FORBIDDEN, '').replace(/[&<>"'\t\n\r]/g, (sign) => SIGNS[sign] ?? '');

/** The whole document, indented. */
export function xmlDocument(root: Element): string {
  const lines = ['<?xml version="1.0" encoding="UTF-8"?>'];
  const write = ({ name, attributes, inside }: Element, depth: number): void => {
    const said = Object.entries(attributes).flatMap(([key, value]) =>
      value === null ? [] : [` ${key}="${escaped(value)}"`],
    );
    const space = '  '.repeat(depth);
    const begin = `${space}<${name}${said.join('')}`;
    if (typeof inside === 'string') lines.push(`${begin}>${escaped(inside)}</${name}>`);
    else if (inside.length === 0) lines.push(`${begin}/>`);
    else {
      lines.push(`${begin}>`);
      for (const each of inside) write(each, depth + 1);
      lines.push(`${space}</${name}>`);
    }
  };
  write(root, 0);
  return `${lines.join('\n')}\n`;
}
