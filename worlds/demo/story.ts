import type { FuzzyDate, Language, Money, Place } from '@dayaq/domain';
import type { Change, Id, Value } from '@dayaq/vault/client';
import { momentOf } from './days.ts';
import { record } from './record.ts';

/** A text in the languages in which a worker might have written it. English and Azerbaijani are always there. */
export interface Said {
  en: string;
  az: string;
  ru?: string;
}
/** Another record of the story, by the name it has there; `case` is the case itself. */
export interface Named {
  record: string;
}
/** A member of the organisation, by key. */
export interface Colleague {
  member: string;
}
/** A moment: a day and a time in Baku. */
export interface At {
  moment: string;
}
export type StoryValue =
  | string
  | number
  | readonly string[]
  | readonly Named[]
  | FuzzyDate
  | Place
  | Money
  | Said
  | Named
  | Colleague
  | At;

/** What one record holds, or what is changed in it later. */
export interface StoryRecord {
  /** Its name inside the story. The case itself is `case`. */
  name: string;
  /** Kind of `packages/domain`. */
  kind: string;
  /** Field → value. Lists are codes, or records of the story. */
  fields: Readonly<Record<string, StoryValue>>;
}

/** One sitting of one worker. */
export interface StoryStep {
  /** Key of a member of the first organisation. */
  by: string;
  /** `YYYY-MM-DD HH:MM` in Baku. */
  at: string;
  records: readonly StoryRecord[];
}

export interface Story {
  key: 'zeinab' | 'zaur' | 'samir';
  /** The language in which the demo world tells it. */
  language: Language & keyof Said;
  /** The first one makes the case. */
  steps: readonly [StoryStep, ...StoryStep[]];
  /** What stands on the other sides of the case: safety, referrals, papers, costs, matters and talks. */
  beside: readonly StoryStep[];
}

/** The text in that language, or in English where nobody wrote it in that language. */
export function inLanguage(said: Said, language: keyof Said): string {
  return said[language] ?? said.en;
}

/** `2024-02-12 15:30` in Baku, in milliseconds since 1970. */
export function storyMoment(at: string): number {
  const [day = '', time = ''] = at.split(' ');
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  return momentOf(day, hour, minute, 'az');
}

export interface ToldStep {
  by: string;
  at: number;
  changes: Change[];
}

/**
 * The story as changes that a vault can save, step by step.
 * @param idOf the id of each of its records, by its name in the story
 * @param accountOf account of each member, by key
 */
export function tell(
  story: Story,
  language: keyof Said,
  idOf: (name: string) => Id,
  accountOf: (member: string) => Id,
): ToldStep[] {
  const plain = (value: StoryValue): Value => {
    if (typeof value === 'string' || typeof value === 'number') return value;
    if (isList(value)) {
      const items: readonly (string | Named)[] = value;
      return items.map((item) => (typeof item === 'string' ? item : idOf(item.record)));
    }
    if ('en' in value) return inLanguage(value, language);
    if ('record' in value) return idOf(value.record);
    if ('member' in value) return accountOf(value.member);
    if ('moment' in value) return storyMoment(value.moment);
    return { ...value };
  };
  const steps = [...story.steps, ...story.beside].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
  return steps.map((step) => ({
    by: step.by,
    at: storyMoment(step.at),
    changes: step.records.map(({ name, kind, fields }) =>
      record(
        kind,
        idOf(name),
        Object.fromEntries(Object.entries(fields).map(([field, value]) => [field, plain(value)])),
      ),
    ),
  }));
}

function isList(value: StoryValue): value is Extract<StoryValue, readonly unknown[]> {
  return Array.isArray(value);
}
