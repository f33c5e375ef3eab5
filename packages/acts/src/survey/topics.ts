import type { Change, Id } from '@dayaq/vault/client';

/** A name under which answers in words to one question are gathered, in one of the dossiers of a survey's answers. */
export interface Topic {
  readonly id: Id;
  readonly dossier: Id;
  readonly question: string;
  readonly name: string;
}

/** What two who type the same name mean is one topic. */
export const sameTopic = (one: string, other: string): boolean =>
  one.trim().toLocaleLowerCase() === other.trim().toLocaleLowerCase();

/** The names of a question's topics, each once, in their order. */
export function topicsOf(topics: readonly Topic[], question: string): string[] {
  const names = topics.filter((topic) => topic.question === question).map(({ name }) => name);
  return names
    .filter((name, at) => names.findIndex((each) => sameTopic(each, name)) === at)
    .sort((a, b) => (a < b ? -1 : 1));
}

/** A topic that begins in one dossier. */
export const topicBegun = (topic: Topic): Change => ({
  kind: 'survey-topic',
  record: topic.id,
  fields: { question: { set: topic.question }, name: { set: topic.name.trim() } },
});

/**
 * A sheet stands under a topic, or no longer does.
 * @param known the topics that there are, in any dossier: one that is not yet in the sheet's begins there, as `id`
 */
export function underTopic(
  sheet: { readonly id: Id; readonly dossier: Id },
  { question, name, isUnder }: { question: string; name: string; isUnder: boolean },
  known: readonly Topic[],
  id: Id,
): Change[] {
  const here = known.filter(
    (topic) => topic.dossier === sheet.dossier && topic.question === question && sameTopic(topic.name, name),
  );
  const begun = { id, dossier: sheet.dossier, question, name };
  const [first = begun] = here;
  const op = isUnder ? { add: [first.id], del: [] } : { add: [], del: here.map((topic) => topic.id) };
  return [
    ...(isUnder && here.length === 0 ? [topicBegun(begun)] : []),
    { kind: 'survey-sheet', record: sheet.id, fields: { topics: op } },
  ];
}
