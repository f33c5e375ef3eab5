import type { Change, FieldOp, Id, Value } from '@dayaq/vault/client';

/** Notes that fit into one entry together, whatever script they are in. */
const NOTES_AN_ENTRY = 5;

/**
 * One long text as several notes of one day, each of which says what it continues, as the entries to save one after the
 * other.
 * @param ids one for each text, the first of the note that is being written
 * @param first what else is changed in that note
 */
export function notesOf(
  ids: readonly Id[],
  texts: readonly string[],
  first: Record<string, FieldOp>,
  date: Value,
): Change[][] {
  const changes = texts.map((text, index): Change => {
    const record = ids[index];
    if (record === undefined) throw new Error('a part of the text has no id');
    const fields: Record<string, FieldOp> =
      index === 0
        ? { ...first, text: { set: text } }
        : {
            text: { set: text },
            continues: { set: ids[index - 1] ?? null },
            ...(date === null ? {} : { date: { set: date } }),
          };
    return { kind: 'note', record, fields };
  });
  const entries: Change[][] = [];
  for (let at = 0; at < changes.length; at += NOTES_AN_ENTRY)
    entries.push(changes.slice(at, at + NOTES_AN_ENTRY));
  return entries;
}
