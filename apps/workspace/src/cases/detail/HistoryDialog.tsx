import { valuesOf } from '@dayaq/acts/record-values';
import { kindOf } from '@dayaq/domain';
import type { HistoryItem, Id, Value } from '@dayaq/vault/client';
import { useEffect, useMemo, useState } from 'preact/hooks';
import { fieldLabel, kindLabel, recordTitle, valueText } from '../../fields/index.ts';
import { sayMoment } from '../../fields/say-date.ts';
import { useLinkNames } from '../../links/link-names.ts';
import { Dialog } from '../../look/Dialog.tsx';
import { Field } from '../../look/Field.tsx';
import { Tag } from '../../look/Tag.tsx';
import { memberName } from '../room.ts';
import {
  actsOn,
  type HistoryAct,
  type HistoryLine,
  historyOf,
  linksInHistory,
  withoutHiddenLinks,
} from './history.ts';
import { OpenCaseContext, useOpenCase } from './open-case.ts';

/** Longest value that stands inside a sentence, in characters; a longer text is only said to have changed. */
const IN_A_SENTENCE = 60;

/** Longest title that stands in brackets behind a field, in characters. */
const IN_BRACKETS = 40;

/** Every change of the case in words, newest first, of all records or of one. */
export function HistoryDialog({ record, onClose }: { record: Id | null; onClose: () => void }) {
  const open = useOpenCase();
  const { vault, dossier, translator, around } = open;
  const { t } = translator;
  const [items, setItems] = useState<HistoryItem[] | null>(null);
  const [only, setOnly] = useState<Id | null>(record);
  useEffect(() => {
    let gone = false;
    void vault.history(dossier.id).then((answer) => {
      if (!gone) setItems(answer.ok ? answer.value : []);
    });
    return () => {
      gone = true;
    };
  }, [dossier]);
  const told = useMemo(() => (items === null ? null : historyOf(items)), [items]);
  const links = useLinkNames(
    useMemo(() => linksInHistory(told ?? []), [told]),
    open,
  );
  const acts = useMemo(
    () => (told === null ? null : withoutHiddenLinks(told, (id) => links.nameOf(id) !== undefined)),
    [told, links],
  );
  const within = useMemo(() => ({ ...open, around: { ...around, links } }), [open, around, links]);

  return (
    <Dialog open title={t('cases.history.title')} onClose={onClose}>
      <Field label={t('cases.history.of')}>
        {(control) => (
          <select
            {...control}
            value={only ?? ''}
            onChange={(event) => setOnly(event.currentTarget.value || null)}
          >
            <option value="">{t('cases.history.everything')}</option>
            {dossier.records.map((r) => {
              const title = recordTitle(r, around);
              const kind = kindLabel(translator, r.kind);
              return (
                <option key={r.id} value={r.id}>
                  {title === kind ? kind : `${kind}: ${title}`}
                </option>
              );
            })}
          </select>
        )}
      </Field>
      {acts === null ? (
        <p class="muted">{t('cases.list.loading')}</p>
      ) : (
        <OpenCaseContext.Provider value={within}>
          <ol class="case-history">
            {actsOn(acts, only).map((act) => (
              <Act key={act.entry} act={act} />
            ))}
          </ol>
        </OpenCaseContext.Provider>
      )}
    </Dialog>
  );
}

function Act({ act }: { act: HistoryAct }) {
  const open = useOpenCase();
  const { translator } = open;
  const who = memberName(open, act.by);
  const nameOf = useRecordName();
  const added = act.lines
    .filter((line) => line.did === 'created' && !beginsCase(line))
    .map((line) => nameOf(line.record, line.kind));
  return (
    <li>
      <p class="muted small">
        <time dateTime={new Date(act.at).toISOString()}>{sayMoment(translator, act.at)}</time>
        {act.waiting && <Tag tone="w">{translator.t('cases.history.waiting')}</Tag>}
        {act.clockInDoubt && <Tag tone="w">{translator.t('cases.history.clock')}</Tag>}
      </p>
      <ul>
        {act.lines.some(beginsCase) && <li>{translator.t('cases.history.opened', { who })}</li>}
        {added.length > 0 && (
          <li>{translator.t('cases.history.created', { who, what: added.join('; ') })}</li>
        )}
        {act.lines
          .filter((line) => line.did !== 'created')
          .map((line, i) => (
            <Line key={i} who={who} line={line} />
          ))}
      </ul>
    </li>
  );
}

/** Enough of a title to know which record is meant. */
function shortened(title: string): string {
  return title.length <= IN_BRACKETS ? title : `${title.slice(0, IN_BRACKETS).trimEnd()}…`;
}

/** The first entry of a case adds much at once: that it was opened is said by itself. */
function beginsCase(line: HistoryLine): boolean {
  return line.did === 'created' && line.kind === 'case';
}

/** A record in a sentence: its kind, and what it is called where it is called something. */
function useRecordName(): (id: Id, kind: string) => string {
  const { translator, dossier, around } = useOpenCase();
  return (id, kindName) => {
    const kind = kindLabel(translator, kindName);
    const record = dossier.records.find((r) => r.id === id);
    const title = record === undefined ? kind : recordTitle(record, around);
    return title === kind || kindName === 'case' ? kind : `${kind}: ${title}`;
  };
}

function Line({ who, line }: { who: string; line: HistoryLine }) {
  const say = useSentence();
  const { text, before, after } = say(who, line);
  return (
    <li>
      {text}
      {(before !== '' || after !== '') && (
        <details class="case-history-text">
          <summary>{useOpenCase().translator.t('cases.history.showText')}</summary>
          {before !== '' && <del class="value-long">{before}</del>}
          {after !== '' && <ins class="value-long">{after}</ins>}
        </details>
      )}
    </li>
  );
}

interface Sentence {
  text: string;
  /** Texts too long for a sentence, to be opened under it. */
  before: string;
  after: string;
}

function useSentence(): (who: string, line: HistoryLine) => Sentence {
  const { translator, dossier, around } = useOpenCase();
  const { t } = translator;
  const nameOf = useRecordName();
  return (who, line) => {
    const record = dossier.records.find((r) => r.id === line.record);
    const title = record === undefined ? kindLabel(translator, line.kind) : recordTitle(record, around);
    const what = nameOf(line.record, line.kind);
    const word = (field: string, value: Value) =>
      valueText({ ...around, kind: line.kind, field, value, ...(record && { values: valuesOf(record) }) }) ||
      '–';
    const plain = (text: string): Sentence => ({ text, before: '', after: '' });
    switch (line.did) {
      case 'created':
        return plain(t('cases.history.created', { who, what }));
      case 'deleted':
        return plain(t('cases.history.deleted', { who, what }));
      case 'restored':
        return plain(t('cases.history.restored', { who, what }));
      case 'finished':
        return plain(t('cases.history.finished', { who, what: title }));
      case 'reopened':
        return plain(t('cases.history.reopened', { who, what: title }));
      case 'cleared':
      case 'set':
      case 'changed-set':
    }
    const known = kindOf(line.kind)?.fields.some((field) => field.name === line.field) ?? false;
    const name = known ? fieldLabel(translator, line.kind, line.field) : line.field;
    const field = line.kind === 'case' ? name : `${name} (${shortened(title)})`;
    if (line.did === 'changed-set') {
      const added = line.added.length === 0 ? '' : word(line.field, line.added);
      const removed = line.removed.length === 0 ? '' : word(line.field, line.removed);
      if (removed === '') return plain(t('cases.history.added', { who, field, added }));
      if (added === '') return plain(t('cases.history.removed', { who, field, removed }));
      return plain(t('cases.history.addedRemoved', { who, field, added, removed }));
    }
    const from = line.from === null ? '' : word(line.field, line.from);
    const to = line.did === 'set' ? word(line.field, line.to) : '';
    const isLong = from.length > IN_A_SENTENCE || to.length > IN_A_SENTENCE;
    if (isLong) return { text: t('cases.history.rewritten', { who, field }), before: from, after: to };
    if (line.did === 'cleared') return plain(t('cases.history.cleared', { who, field, from }));
    if (from === '') return plain(t('cases.history.filled', { who, field, to }));
    return plain(t('cases.history.changed', { who, field, from, to }));
  };
}
