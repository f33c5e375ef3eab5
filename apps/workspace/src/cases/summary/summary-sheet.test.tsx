// @vitest-environment happy-dom
import { clientSummary, type PlainRecord } from '@dayaq/domain';
import { createTranslator, LANGUAGES, loadMessages, type Translator } from '@dayaq/locale';
import type { RecordView, Value } from '@dayaq/vault/client';
import { render } from '@testing-library/preact';
import { expect, test } from 'vitest';
import { SummarySheet } from './SummarySheet.tsx';

const record = (id: string, kind: string, fields: Record<string, unknown>): PlainRecord => ({
  id,
  kind,
  deleted: false,
  fields,
  created: { by: 'm', at: 1 },
  updated: { by: 'm', at: 1 },
});
const RECORDS = [
  record('p', 'person', {
    role: 'client',
    alias: 'Zeynab',
    hivStatus: 'positive',
    populations: ['sex-work'],
  }),
  record('v', 'violation', { type: 'sexual-violence', victims: ['p'], account: 'what was done' }),
  record('yes', 'consent', {
    of: 'p',
    to: 'sharing',
    decision: 'yes',
    recipient: 'Clean Home',
    parts: ['health'],
  }),
  record('r', 'referral', {
    of: 'p',
    to: 'Clean Home',
    parts: ['health'],
    sent: 1_790_000_000_000,
    revoked: 1_790_100_000_000,
  }),
  record('d', 'response', { type: 'shelter', planned: { day: '2026-12-01' }, forWhom: ['p'] }),
];
const SUMMARY = clientSummary(RECORDS, 'p');

/** The case's records as pages have them. */
const around = (translator: Translator, records: readonly PlainRecord[] = RECORDS) => ({
  translator,
  records: records.map(
    (each): RecordView => ({
      ...each,
      fields: Object.fromEntries(
        Object.entries(each.fields).map(([name, value]) => [
          name,
          { value: value as Value, by: 'm', at: 1, alternatives: [] },
        ]),
      ),
    }),
  ),
  members: [],
  country: 'az',
});

test.each(LANGUAGES)(
  'the short form in %s gives nothing away: no name, organisation, kind of harm, group or service',
  async (language) => {
    const words = createTranslator(language, await loadMessages(language));
    const common = {
      summary: SUMMARY,
      around: around(words),
      health: true,
      reference: 'K7Q-2MX',
      contact: '',
      today: '2026-11-22',
    };
    const short = render(<SummarySheet {...common} form="short" />).container.textContent ?? '';
    const full = render(<SummarySheet {...common} form="full" />).container.textContent ?? '';
    const dangerous = [
      'Zeynab',
      'Clean Home',
      'Dayaq',
      words.label('codes', 'shared-parts', 'health'),
      words.label('codes', 'response-types', 'shelter'),
      words.label('kinds', 'violation', 'one'),
      words.label('kinds', 'violation', 'many'),
      words.label('kinds', 'person', 'fields', 'hivStatus'),
      words.label('codes', 'hiv-statuses', 'positive'),
      'what was done',
    ];
    for (const word of dangerous) expect(short.toLowerCase(), word).not.toContain(word.toLowerCase());
    expect(short).toContain('K7Q-2MX');
    // The same words do stand on the full sheet, so looking for them proves something.
    for (const word of dangerous.filter(
      (one) => one !== 'Dayaq' && one !== words.label('kinds', 'violation', 'many'),
    ))
      expect(full, word).toContain(word);
  },
);

test('the full form says of a copy that was given which it was and to whom, and names nobody whom nobody named', async () => {
  const words = createTranslator('ru', await loadMessages('ru'));
  const records = [
    record('p', 'person', { role: 'client' }),
    record('f', 'file', { role: 'evidence', description: 'Снимок двери' }),
    record('c', 'custody', {
      file: 'f',
      step: 'handed-over',
      to: 'Адвокат',
      copy: 'original',
      when: { day: '2026-11-03' },
    }),
    record('yes', 'consent', { of: 'p', to: 'sharing', decision: 'yes', parts: ['health'] }),
    record('also', 'consent', { of: 'p', to: 'sharing', decision: 'yes' }),
  ];
  const sheet = {
    summary: clientSummary(records, 'p'),
    around: around(words, records),
    health: false,
    reference: 'K7Q-2MX',
    contact: '',
    today: '2026-11-22',
  };
  const full = render(<SummarySheet {...sheet} form="full" />).container.textContent ?? '';
  expect(full).not.toContain(words.t('summary.paper.givenNone'));
  expect(full).toContain(
    `Адвокат: Снимок двери (${words.label('codes', 'file-copies', 'original')}) · передано 3 ноября 2026`,
  );
  expect(full).toContain(
    `${words.t('summary.paper.noRecipient')}: ${words.label('codes', 'shared-parts', 'health')}`,
  );
  const short = render(<SummarySheet {...sheet} form="short" />).container.textContent ?? '';
  expect(short).toContain(words.t('summary.paper.short.places', { count: 1 }));
});

test('the full form gives the answers, about health only where that was asked for, and of others in the case nothing', async () => {
  const words = createTranslator('en', await loadMessages('en'));
  const records = [
    record('p', 'person', { role: 'client', alias: 'Zeynab', hivStatus: 'positive', ageBand: '25-34' }),
    record('q', 'person', { role: 'client', alias: 'Samir' }),
    record('v', 'violation', { type: 'evicted', victims: ['p', 'q'], account: 'Put out at night.' }),
    record('w', 'violation', {
      type: 'threat',
      victims: ['q'],
      account: 'of the other',
      perpetrators: ['x'],
    }),
    record('x', 'perpetrator', { type: 'police', unit: 'Station 9' }),
    record('s', 'stay', { who: ['q'], place: 'A shelter of the other' }),
    record('d', 'detention', { of: 'p', treatment: 'art', where: 'police-station' }),
  ];
  const sheet = (health: boolean): string =>
    render(
      <SummarySheet
        summary={clientSummary(records, 'p')}
        form="full"
        around={around(words, records)}
        health={health}
        reference="K7Q-2MX"
        contact=""
        today="2026-11-22"
      />,
    ).container.textContent ?? '';
  for (const said of ['Put out at night.', words.label('codes', 'age-bands', '25-34')])
    expect(sheet(false)).toContain(said);
  const positive = words.label('codes', 'hiv-statuses', 'positive');
  const treatment = words.label('codes', 'treatments', 'art');
  for (const health of [positive, treatment]) {
    expect(sheet(false)).not.toContain(health);
    expect(sheet(true)).toContain(health);
  }
  expect(sheet(false)).toContain(words.t('summary.paper.health', { count: 1 }));
  for (const others of ['Samir', 'of the other', 'Station 9']) expect(sheet(true)).not.toContain(others);
});
