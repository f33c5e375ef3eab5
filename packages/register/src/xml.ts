import { Parser } from 'saxen';

/** Calls with each element's name, without its prefix, and what gives its attributes; empty where there is none. */
export function elements(
  xml: string,
  each: (name: string, attribute: (name: string) => string) => void,
): void {
  const parser = new Parser();
  parser.on('openTag', (name, attributes, decode) => {
    each(localName(name), (wanted) => decode(attributes()[wanted] ?? ''));
  });
  // What is broken reads as if it ended there: what is needed and did not come is missed by its name.
  parser.on('error', () => parser.stop());
  parser.parse(xml);
}

/** Some programs put a prefix before every name. */
export const localName = (name: string): string => name.slice(name.indexOf(':') + 1);
