import { type Topic, topicsOf } from '@dayaq/acts/survey/topics';
import { textIn, valuesOf } from '@dayaq/acts/record-values';
import { isFuzzyDate } from '@dayaq/domain';
import { type Answers, readSheet } from '@dayaq/domain/survey';
import type { Id, RecordView, Vault } from '@dayaq/vault/client';

/** One sheet that came, and the topics under which its words were put. */
export interface Came {
  readonly id: Id;
  readonly dossier: Id;
  readonly answers: Answers;
  /** YYYY-MM-DD */
  readonly day: string;
  readonly topics: readonly Topic[];
}

export interface AllThatCame {
  /** How many came today and wait for the day's end. */
  readonly today: number;
  readonly sheets: readonly Came[];
  readonly topics: readonly Topic[];
}

/** What came in answer to a survey, as far as it stands with whoever asks. */
export async function readCame(
  vault: Pick<Vault, 'surveyAnswers' | 'dossier'>,
  hash: string,
): Promise<AllThatCame> {
  const answers = await vault.surveyAnswers(hash);
  const records = new Map<Id, { dossier: Id; record: RecordView }>();
  for (const dossier of answers?.dossiers ?? []) {
    const view = await vault.dossier(dossier);
    for (const record of view.ok ? view.value.records : [])
      if (!record.deleted) records.set(record.id, { dossier, record });
  }
  const all = [...records.values()];
  const topics = all.flatMap(({ dossier, record }): Topic[] =>
    record.kind === 'survey-topic'
      ? [{ id: record.id, dossier, question: textIn(record, 'question'), name: textIn(record, 'name') }]
      : [],
  );
  const sheets = all.flatMap(({ dossier, record }): Came[] => {
    const { answers: text, received, topics: under } = valuesOf(record);
    if (record.kind !== 'survey-sheet' || typeof text !== 'string') return [];
    return [
      {
        id: record.id,
        dossier,
        answers: readSheet(text),
        day: isFuzzyDate(received) ? received.day : '',
        topics: Array.isArray(under) ? topics.filter(({ id }) => (under as unknown[]).includes(id)) : [],
      },
    ];
  });
  return { today: answers?.today ?? 0, sheets, topics };
}

/** The names of the topics of one question under which a sheet stands. */
export const topicsOn = ({ topics }: Came, question: string): string[] => topicsOf(topics, question);
