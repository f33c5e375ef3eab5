import { consentGaps, consentState, fieldOf, isReference, validateRecord } from '@dayaq/domain';
import type { Value } from '@dayaq/vault/client';
import { describe, expect, test } from 'vitest';
import { ORGANISATIONS } from './people.ts';
import { type Said, SAMIR, STORIES, type Story, tell, ZAUR, ZEINAB } from './stories.ts';

interface Told {
  kind: string;
  fields: Record<string, Value>;
}

const idsOf = (value: Value): string[] =>
  (Array.isArray(value) ? value : [value]).filter((id) => typeof id === 'string');

/** The story as it stands at its end; records are called by their names in the story. */
function told(story: Story, language: keyof Said): Map<string, Told> {
  const records = new Map<string, Told>();
  for (const step of tell(
    story,
    language,
    (name) => name,
    (member) => member,
  )) {
    for (const { kind, record, fields } of step.changes) {
      const known = records.get(record) ?? { kind, fields: {} };
      for (const [name, op] of Object.entries(fields)) known.fields[name] = 'set' in op ? op.set : op.add;
      records.set(record, known);
    }
  }
  return records;
}

const of = (story: Story, kind: string): Told[] =>
  [...told(story, 'en').values()].filter((each) => each.kind === kind);
const plain = (story: Story) =>
  [...told(story, 'en')].map(([id, { kind, fields }]) => ({
    id,
    kind,
    fields,
    deleted: false,
    created: { by: '', at: 0 },
    updated: { by: '', at: 0 },
  }));

describe.each(STORIES)('$key', (story) => {
  test.each(['en', 'az', 'ru'] as const)(
    'has nothing that a form would point out, told in %s',
    (language) => {
      for (const [name, { kind, fields }] of told(story, language)) {
        expect(validateRecord(kind, fields), name).toEqual([]);
      }
    },
  );

  test('refers only to its own records, and to colleagues who exist', () => {
    const records = told(story, 'en');
    const colleagues = ORGANISATIONS[0]?.members
      .filter((member) => member.role !== 'viewer')
      .map((member) => member.key);
    for (const { by } of story.steps) expect(colleagues).toContain(by);
    for (const { kind, fields } of records.values()) {
      for (const [name, value] of Object.entries(fields)) {
        const type = fieldOf(kind, name)?.type;
        if (type === undefined) throw new Error(`${kind} has no field ${name}`);
        if (type.is === 'member') expect(colleagues).toContain(value);
        if (type.is !== 'reference' && type.is !== 'references') continue;
        for (const id of idsOf(value)) expect(records.get(id)?.kind).toBe(type.kind);
      }
    }
  });

  test('is told in order, by people who had joined', () => {
    const at = story.steps.map((step) => step.at);
    expect([...at].sort()).toEqual(at);
    for (const step of story.steps) {
      const since = ORGANISATIONS[0]?.members.find((member) => member.key === step.by)?.since ?? '9999';
      expect(step.at > since).toBe(true);
    }
  });

  test('has several people, violations with a perpetrator each, a source and responses', () => {
    expect(of(story, 'person').length).toBeGreaterThan(1);
    expect(of(story, 'violation').length).toBeGreaterThan(1);
    for (const violation of of(story, 'violation'))
      expect(violation.fields['perpetrators']).not.toHaveLength(0);
    expect(of(story, 'source')).toHaveLength(1);
    expect(of(story, 'response').length).toBeGreaterThan(1);
  });

  test('rests on consents that can be relied on, and is qualified apart from the intake', () => {
    expect(consentState(plain(story))).toMatchObject({ service: 'yes', sharing: 'yes', statistics: 'yes' });
    expect(consentGaps(plain(story), 2026)).toEqual([]);
    const [intake] = story.steps;
    expect(intake.records.some((record) => 'qualified' in record.fields)).toBe(false);
    const [judged] = story.steps.filter(({ records }) => records.some(({ fields }) => 'qualified' in fields));
    expect(judged?.records.filter(({ fields }) => 'qualified' in fields).map(({ kind }) => kind)).toContain(
      'violation',
    );
    expect(judged?.by).not.toBe(intake.by);
  });

  test('has a reference that says nothing about the person', () => {
    expect(isReference(told(story, 'en').get('case')?.fields['reference'])).toBe(true);
  });

  test('says in Latin letters what is Azerbaijani, and in Cyrillic what is Russian', () => {
    const texts = (value: unknown): Said[] => {
      if (typeof value !== 'object' || value === null) return [];
      if ('en' in value) return [value as Said];
      return Object.values(value).flatMap(texts);
    };
    for (const said of texts(story.steps)) {
      expect(said.en + said.az).not.toMatch(/\p{Script=Cyrillic}/u);
      expect(said.ru ?? '').not.toMatch(/\p{Script=Latin}/u);
    }
  });
});

describe('the endings are those of the stories', () => {
  test('Zeinab and her child are safe, but without a lease nothing could be done against the landlord', () => {
    const { fields } = told(ZEINAB, 'en').get('case') ?? { fields: {} };
    expect(fields).toMatchObject({ status: 'closed', outcome: 'partly-resolved' });
    expect(told(ZEINAB, 'en').get('lawyer')?.fields['result']).toBe('not-possible');
  });

  test('Zaur is still waiting for his registration', () => {
    const root = told(ZAUR, 'en').get('case');
    expect(root?.fields['status']).toBe('waiting');
    expect(root?.fields).not.toHaveProperty('outcome');
    const open = of(ZAUR, 'task').filter((task) => task.fields['done'] === undefined);
    expect(open).toHaveLength(1);
  });

  test('Samir came onto the programme without the compulsory treatment', () => {
    const { fields } = told(SAMIR, 'en').get('case') ?? { fields: {} };
    expect(fields).toMatchObject({ status: 'closed', outcome: 'resolved' });
    expect(told(SAMIR, 'en').get('samir')?.fields['ostStatus']).toBe('takes');
  });
});
