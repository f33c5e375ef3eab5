/**
 * Everything that leaves the encryption by this program's doing, as a file, on paper, by the clipboard or to another program: each way
 * stands here with the gate that it goes through, and one that does not stand here fails.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { expect, test } from 'vitest';

const ROOT = import.meta.dirname;
/** What takes something out of a page. */
const OUT =
  /createObjectURL|showSaveFilePicker|navigator\.share|clipboard\.write|execCommand\(|\bprint\(\)|\bsaveAs\(|<SaveLink|download=/;

/**
 * How it is made sure that what leaves may leave. `given`: numbers that the gate of figures gave. `leaving`: records by what their
 * kinds release, numbers of people by `countsThatLeave`. `protected`: tables without small numbers. `public`: a directory that is
 * public. `chosen`: a person's own case or file, shown as it leaves, by somebody who says so. `own`: keys, words and forms of one's
 * own. `part`: makes nothing itself.
 */
const GATES = {
  given: /from '@dayaq\/domain\/count'/,
  leaving: /\bleaving\b[^;]* from '@dayaq\/domain\/disclosure'/,
  protected: /\bprotectTable\b[^;]* from '@dayaq\/domain\/disclosure'/,
  public: null,
  chosen: null,
  own: null,
  part: null,
} as const;

const WAYS: Readonly<Record<string, keyof typeof GATES>> = {
  'figures/Figure.tsx': 'given',
  'figures/save-way.ts': 'given',
  'plans/PlanPrintPage.tsx': 'leaving',
  'plans/iati/IatiPart.tsx': 'leaving',
  'consultations/ConsultationPrintPage.tsx': 'leaving',
  'laws/LawsPrintPage.tsx': 'leaving',
  'surveys/Results.tsx': 'protected',
  'coverage/CoveragePage.tsx': 'public',
  'services/exchange/ExportPart.tsx': 'public',
  'services/exchange/ImportReport.tsx': 'public',
  'cases/custody/CustodyPage.tsx': 'chosen',
  'cases/print/PrintCasePage.tsx': 'chosen',
  'cases/referrals/HandoverPaperPage.tsx': 'chosen',
  'cases/summary/SummaryPage.tsx': 'chosen',
  'costs/report/ReportDialog.tsx': 'chosen',
  'export/ExportPage.tsx': 'chosen',
  'files/file-viewer.tsx': 'chosen',
  'account/Kit.tsx': 'own',
  'people/ShareLink.tsx': 'own',
  'people/door/DoorPart.tsx': 'own',
  'register/Report.tsx': 'own',
  'reminders/CalendarButton.tsx': 'own',
  'surveys/save-form.ts': 'own',
  'waiting/ApartPart.tsx': 'own',
  'waiting/copy-words.ts': 'own',
  'look/Button.tsx': 'part',
  'services/exchange/SaveLink.tsx': 'part',
};

const SOURCES = new Map(
  readdirSync(ROOT, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name) && !/\.test\.|testing/.test(name))
    .map((name) => [name.replaceAll('\\', '/'), readFileSync(join(ROOT, name), 'utf8')]),
);

/** A module of the workspace with all that it is made of. */
function madeOf(name: string, found = new Set<string>()): ReadonlySet<string> {
  if (found.has(name) || !SOURCES.has(name)) return found;
  found.add(name);
  const text = SOURCES.get(name) ?? '';
  for (const [, from = ''] of text.matchAll(/from '(\.[^']+)'/g)) {
    const path = resolve(ROOT, dirname(name), from);
    if (existsSync(path)) madeOf(relative(ROOT, path).replaceAll('\\', '/'), found);
  }
  return found;
}

test('every way out stands here, and no other is left', () => {
  const out = [...SOURCES].flatMap(([name, text]) => (OUT.test(text) ? [name] : []));
  expect(out.sort()).toEqual(Object.keys(WAYS).sort());
});

test('each goes through the gate that it says', () => {
  for (const [name, gate] of Object.entries(WAYS)) {
    const pattern = GATES[gate];
    if (pattern === null) continue;
    const through = [...madeOf(name)].some((each) => pattern.test(SOURCES.get(each) ?? ''));
    expect(through, `${name} by ${gate}`).toBe(true);
  }
});

test('what counts cases or people for our own eyes is made into no file, and drawn on no paper', () => {
  const counts = (name: string): boolean =>
    /\.figure\(|kinds: \['case'\]/.test(SOURCES.get(name) ?? '') &&
    /\btotal\b|\.figure\(/.test(SOURCES.get(name) ?? '');
  const given = Object.entries(WAYS).filter(([, gate]) => gate === 'given');
  for (const [name, gate] of Object.entries(WAYS)) {
    if (gate === 'given' || gate === 'part') continue;
    for (const each of madeOf(name)) {
      if (!counts(each)) continue;
      expect(SOURCES.get(each), `${name} draws ${each}`).toMatch(/class="[^"]*\bno-print\b/);
    }
  }
  // Of figures the gate alone makes what leaves, beside all that left before.
  expect(given.length).toBeGreaterThan(0);
  const gives = [...SOURCES].flatMap(([name, text]) =>
    /\bgive\b[^;]* from '@dayaq\/domain\/count'/.test(text) ? [name] : [],
  );
  expect(gives).toEqual(['figures/given-before.ts']);
});
