import { createTranslator, loadMessages } from '@dayaq/locale';
import type { DangerRow } from '@dayaq/vault/client';
import { describe, expect, it } from 'vitest';
import { inTurn, saidWords, sourceWords, turnWords } from './danger-words.ts';
import type { Reader } from './task-words.ts';
import { aTask } from './testing/a-task.ts';

const NOW = new Date(2026, 10, 29, 12).getTime();
const HOUR = 3_600_000;
const reader: Reader = {
  translator: createTranslator('en', await loadMessages('en')),
  today: '2026-11-29',
  members: [],
  nameOf: (account) => account,
  country: 'az',
};
const danger = { record: 'r', level: 'critical', at: NOW } as const;
const open = { state: 'open', danger, since: NOW, nextAt: NOW + 2 * HOUR } as const;

function row(told: Partial<DangerRow>): DangerRow {
  const { dossier, space, restricted, case: of } = aTask({});
  return {
    dossier,
    kind: 'case',
    space,
    restricted,
    case: of,
    escalation: { ...open, who: 'me', told: ['me'], next: 'Nigar' },
    about: {
      record: 'r',
      kind: 'threat',
      fields: { type: ['kill'], words: 'Come home alone once.', byWhom: 'partner' },
    },
    ...told,
  };
}
const turn = (escalation: DangerRow['escalation']) => {
  const { now, then } = turnWords(row({ escalation }), reader, 'me');
  return `${now} ${then}`.trim();
};

describe('dangers', () => {
  it('stand in the order of whose turn it is: mine first, the soonest first, then the others’', () => {
    const of = (dossier: string, who: string, hours: number) =>
      row({ dossier, escalation: { ...open, who, told: [who], next: null, nextAt: NOW + hours * HOUR } });
    const rows = [
      of('hers', 'Nigar', 1),
      of('mine later', 'me', 5),
      of('his', 'Elçin', 3),
      of('mine', 'me', 2),
    ];
    expect(inTurn(rows, 'me').map(({ dossier }) => dossier)).toEqual(['mine', 'mine later', 'hers', 'his']);
  });
});

describe('a danger', () => {
  it('is quoted in its own words, with by whom and how it came', () => {
    expect(saidWords(row({}), reader)).toBe('“Come home alone once.”');
    const fields = { byWhom: 'other', byWhomOther: 'her uncle', channel: 'message' };
    expect(sourceWords(row({ about: { record: 'r', kind: 'threat', fields } }), reader)).toEqual([
      'her uncle',
      'In a message',
    ]);
  });

  it('shows of long words a beginning that ends between two of them, and of one word without a blank too', () => {
    const words = (text: string) =>
      saidWords(row({ about: { record: 'r', kind: 'threat', fields: { words: text } } }), reader);
    expect(words('I will find you. '.repeat(100))).toMatch(/^“I will .* (?:you\.|find|will|I)…”$/);
    expect(words('x'.repeat(55_000)).length).toBeLessThan(250);
    expect(words('«I will find you.» ')).toBe('“I will find you.”');
  });

  it('without words says what was threatened; of an intake its own account; never nothing', () => {
    expect(
      saidWords(row({ about: { record: 'r', kind: 'threat', fields: { type: ['kill'] } } }), reader),
    ).not.toBe('');
    const intake = row({ about: { record: 'r', kind: 'case', fields: {} } });
    expect(saidWords(intake, reader)).toBe('said at intake');
    const told = { ...intake.case, summary: 'Put out with her child.' };
    expect(saidWords({ ...intake, case: told }, reader)).toBe('Put out with her child.');
  });

  it('says whose turn it is until when, and who comes then', () => {
    expect(turn({ ...open, who: 'me', told: ['me'], next: 'Nigar' })).toBe(
      'Your turn until 14:00. Then Nigar.',
    );
    expect(turn({ ...open, who: 'me', told: ['me'], next: 'Rəna M.' })).toBe(
      'Your turn until 14:00. Then Rəna M.',
    );
    expect(turn({ ...open, who: 'Nigar', told: ['Nigar'], next: 'me' })).toBe(
      'Nigar’s turn until 14:00. Then you.',
    );
    expect(turn({ ...open, who: 'me', told: ['Nigar', 'me'], next: null })).toContain(
      'Everyone has been told.',
    );
    expect(turn({ ...open, who: 'me', told: ['me'], next: null })).toBe('Your turn until 14:00.');
    const taken = {
      state: 'taken',
      by: 'me',
      danger,
      since: NOW,
      until: NOW + 48 * HOUR,
      next: null,
    } as const;
    expect(turn(taken)).toContain('You took it: 12:00.');
    expect(turn({ ...taken, by: 'Nigar', next: 'me' })).toMatch(/^Nigar took it: 12:00.*Then you\.$/);
  });
});
