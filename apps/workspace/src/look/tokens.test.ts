import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import { LAPTOP } from './breakpoints.ts';

const SOURCE = join(import.meta.dirname, '..');
/** Where colours, sizes and breakpoints get their names. */
const NAMING = new Set(['look/tokens.css', 'look/breakpoints.css']);

const files = (end: RegExp): string[] =>
  readdirSync(SOURCE, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && end.test(entry.name) && !/\.test\.tsx?$/.test(entry.name))
    .map((entry) => relative(SOURCE, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .sort();

/** "file:line: what stands there" for every line in which a rule finds something. */
function found(names: readonly string[], rule: (line: string) => boolean): string[] {
  return names.flatMap((name) =>
    readFileSync(join(SOURCE, name), 'utf8')
      .split('\n')
      .flatMap((line, at) => (rule(line) ? [`${name}:${at + 1}: ${line.trim()}`] : [])),
  );
}

const sheets = files(/\.css$/).filter((name) => !NAMING.has(name));
/** Paper is black on white, whatever the screen is. */
const onScreen = sheets.filter((name) => name !== 'look/print.css');
const pages = files(/\.tsx$/);

/** Sheets that may say danger: the parts that do, and the places that a person in danger stands in. */
const RED = [
  'cases/cases.css',
  'cases/safety/safety.css',
  'look/button.css',
  'look/dialog.css',
  'look/lists.css',
  'look/marks.css',
  'look/menu.css',
  'today/today.css',
];

const COLOUR = /#[\da-f]{3,8}\b|\b(?:rgb|hsl|oklch|lab)a?\(/i;
const DISTANCE = /^\s*(?:padding|margin|gap|row-gap|column-gap)[a-z-]*:.*?(?<![\w.-])-?\d*\.?\d+(?:rem|px)/;
/** A pixel more or less is a border's, not a distance. */
const BORDER = /(?<![\d.])-?1px/g;

describe('what the pages look like', () => {
  it('has many sheets to look at', () => {
    expect(onScreen.length).toBeGreaterThan(20);
    expect(pages.length).toBeGreaterThan(200);
  });

  it('says every colour by its name', () => {
    expect(found(onScreen, (line) => COLOUR.test(line))).toEqual([]);
  });

  it('draws no colour of its own in a page, but for the black and white that a camera reads', () => {
    const rule = (line: string): boolean => /["'`](?:#[\da-f]{3,8}|rgba?\(.*)["'`]/i.test(line);
    expect(
      found(
        pages.filter((name) => name !== 'look/QrCode.tsx'),
        rule,
      ),
    ).toEqual([]);
  });

  it('changes at widths that have a name', () => {
    expect(found(sheets, (line) => /@media[^{]*(?:width|height)\s*[:<>=]/.test(line))).toEqual([]);
    expect(found(pages, (line) => /matchMedia\(['"`][^'"`]*width/.test(line))).toEqual([]);
    expect(readFileSync(join(SOURCE, 'look/breakpoints.css'), 'utf8')).toContain(`--laptop ${LAPTOP};`);
  });

  it('takes type sizes and weights from the scale', () => {
    // `em`, `inherit` and per cent go by what stands around; points are paper's.
    const rule = (line: string): boolean =>
      /^\s*font-size:.*\d(?:rem|px)/.test(line) || /^\s*font-weight: (?!400|inherit|var\()/.test(line);
    expect(found(sheets, rule)).toEqual([]);
  });

  it('takes distances and corners from the scale', () => {
    expect(found(onScreen, (line) => DISTANCE.test(line.replace(BORDER, '')))).toEqual([]);
    expect(found(onScreen, (line) => /^\s*border-[a-z-]*radius:.*\d(?:rem|px)/.test(line))).toEqual([]);
  });

  it('is red where a person is in danger or something is destroyed, and nowhere else', () => {
    const said = found(sheets, (line) => line.includes('var(--danger')).map((line) => line.split(':')[0]);
    expect([...new Set(said)]).toEqual(RED);
  });

  it('is made of the look’s own buttons, labels and notices', () => {
    const copied =
      /class=(?:"|\{`|\{')(?:[^"'`]* )?(?:button(?:-\w+)?|chip|tag(?:-\w)?|notice(?:-\w)?|toast|segment|tabs|field|choice)(?=["'` ])/;
    const outside = pages.filter((name) => !name.startsWith('look/'));
    expect(found(outside, (line) => copied.test(line))).toEqual([]);
  });

  it('paint what lies under a pointer only where there is one: under a finger it would look chosen', () => {
    const unguarded = sheets.filter((name) => {
      const css = readFileSync(join(SOURCE, name), 'utf8');
      // What stands within such a block is taken out, braces and all.
      const rest = css.replace(/@media[^{]*\(hover: hover\)[^{]*\{(?:[^{}]*\{[^{}]*\})*[^{}]*\}/g, '');
      return rest.includes(':hover');
    });
    expect(unguarded).toEqual([]);
  });
});
