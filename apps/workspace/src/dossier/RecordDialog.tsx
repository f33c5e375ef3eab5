import type { Change, Failure, Id } from '@dayaq/vault/client';
import { useEffect, useRef, useState } from 'preact/hooks';
import { FormFoot } from '../drafts/FormFoot.tsx';
import { useDrafted } from '../drafts/use-drafted.ts';
import { fieldLabel, RecordForm, recordTitle, titleFields, type Values } from '../fields/index.ts';
import { t } from '../locale/index.ts';
import { Button } from '../look/Button.tsx';
import { Dialog } from '../look/Dialog.tsx';
import { Notice } from '../look/Notice.tsx';
import { say, useVault } from '../vault/session.ts';
import { LongText } from './LongText.tsx';
import { ToRead } from './ToRead.tsx';
import type { FormParts, RecordPlace, RecordRequest } from './record-request.ts';
import {
  editOps,
  lacking,
  NOTHING_WRITTEN,
  withoutUnasked,
  overtaken,
  readWritten,
  tooLong,
  written,
  type WrittenRecord,
} from './record-state.ts';
import { followsOf } from '@dayaq/acts/acts';
import { valuesOf } from '@dayaq/acts/record-values';

interface Props {
  place: RecordPlace;
  request: RecordRequest;
  onClose: () => void;
}

const isBlank = ({ after }: WrittenRecord): boolean => Object.keys(after).length === 0;

/**
 * Writes one record, or a part of it: the one dialog for records of every kind. Saves one entry with only what changed;
 * what a colleague changed meanwhile in the same field is said before it is overwritten; what is typed is kept until it
 * is saved or discarded, so that closing asks nothing.
 */
export function RecordDialog({ place, request, onClose }: Props) {
  const vault = useVault();
  const { kind, record, only } = request;
  // What the form began with; later news of the record must not look like this person's changes.
  const [opened] = useState<Values>(() => (record === null ? {} : valuesOf(record)));
  const [offered] = useState<Values>(() => ({
    ...opened,
    ...(record === null ? request.preset : request.begin),
  }));
  const form = useDrafted<WrittenRecord>({
    place: {
      dossier: place.dossier,
      about: record?.id ?? kind,
      purpose: request.purpose ?? only?.join() ?? '',
    },
    title: request.title,
    begin: NOTHING_WRITTEN,
    read: (kept) => readWritten(kept, kind, record, place.records),
    isBlank,
    close: onClose,
  });
  const [isAsked, setIsAsked] = useState(false);
  const [missing, setMissing] = useState<readonly string[]>([]);
  const [refusal, setRefusal] = useState<string | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [saving, setSaving] = useState(false);
  const unreadable = useRef<readonly string[]>([]);
  const element = useRef<HTMLFormElement>(null);
  const id = record?.id ?? form.typed.id;
  const asking = useRef<Promise<Id> | null>(null);
  const ownId = async (): Promise<Id> => {
    if (id !== '') return id;
    asking.current ??= vault.newId().then((fresh) => {
      asking.current = null;
      form.put({ id: fresh });
      return fresh;
    });
    return asking.current;
  };
  useEffect(() => {
    if (form.ready) void ownId();
  }, [form.ready, id]);

  const before = { ...opened, ...form.typed.before };
  const values = withoutUnasked(kind, offered, opened, form.typed.after);
  const overwrites = overtaken(
    editOps(kind, before, values),
    before,
    place.records.find((each) => each.id === record?.id),
  );
  const follow = followsOf(kind);
  const change = (next: Values): void => {
    setRefusal(null);
    form.put(written(form.typed, opened, offered, follow(values, next, place.around.country)));
  };

  async function submit(): Promise<void> {
    if (saving) return;
    const after = request.complete?.(values) ?? values;
    const wrong = [
      ...lacking(kind, after, only),
      ...tooLong(kind, after),
      ...unreadable.current,
      ...(request.wrong?.(after) ?? []),
    ];
    setMissing([...new Set(wrong)]);
    if (wrong.length > 0) return showFirstProblem(element.current);
    const refused = request.refuse?.(after) ?? null;
    setRefusal(refused);
    if (refused !== null) return;
    if (!mayOverwrite()) return;
    const fields = editOps(kind, before, after);
    if (record !== null && Object.keys(fields).length === 0) return close();
    for (const [name, value] of Object.entries(request.stamp?.(after, fields) ?? {}))
      fields[name] = { set: value };
    const own = await ownId();
    await save(own, [[{ kind, record: own, fields }, ...(request.along?.(own, after) ?? [])]], after);
  }

  function mayOverwrite(): boolean {
    if (overwrites.length > 0) setIsAsked(true);
    return overwrites.length === 0 || isAsked;
  }

  /** A new dossier that only some may open is sealed to them from its first entry on. */
  function sealedTo(after: Values): { restrictedTo?: Id[] } {
    return place.dossier !== null || request.readers === undefined
      ? {}
      : { restrictedTo: [...request.readers(after)] };
  }

  /** The text that is too long for its field, as several notes. */
  async function divide(field: string, entries: readonly Change[][]): Promise<void> {
    const wrong = unreadable.current.filter((name) => name !== field);
    setMissing(wrong);
    if (wrong.length > 0) return showFirstProblem(element.current);
    if (mayOverwrite()) await save(await ownId(), entries);
  }

  /** Saves entries one after the other; what is refused in the middle can be saved again under the same ids. */
  async function save(own: Id, entries: readonly Change[][], after: Values = values): Promise<void> {
    setSaving(true);
    setFailure(null);
    // Kept with all its ids first: after a crash between two of them, nothing is there twice.
    if (entries.length > 1) await form.flush();
    for (const changes of entries) {
      const outcome = await vault.save({ dossier: place.dossier ?? own, changes, ...sealedTo(after) });
      if (outcome.ok) continue;
      setSaving(false);
      return setFailure(outcome.failure);
    }
    const undo = [{ kind, record: own, fields: {}, deleted: true }];
    const said = typeof request.said === 'function' ? request.said(after) : request.said;
    place.onKept(said ?? t('cases.edit.saved'), request.undoable === true ? undo : undefined);
    close();
  }

  function close(): void {
    form.done();
    onClose();
  }

  if (!form.ready) return null;
  const parts: FormParts = {
    ...place.around,
    kind,
    record: id,
    values,
    onChange: change,
    showProblems: missing.length > 0,
    onUnreadable: (fields) => {
      unreadable.current = fields;
    },
    tooLong: (field) => (
      <LongText
        place={place}
        kind={kind}
        field={field}
        title={request.title}
        values={values}
        onShortened={(text) => change({ ...values, [field]: text })}
        {...(kind === 'note' && field === 'text'
          ? {
              note: {
                id: ownId,
                fields: (after: Values) => editOps(kind, before, after),
                form,
                onDivided: (entries: readonly Change[][]) => divide(field, entries),
              },
            }
          : {})}
      />
    ),
    ...(only === undefined ? {} : { only }),
  };
  const names = (fields: readonly string[]) =>
    fields.map((field) => fieldLabel(place.around.translator, kind, field)).join(', ');
  const { remove, showHistory } = place;
  // Where the form itself does not show which record it is, the row from which it was opened stands in it.
  const { translator } = place.around;
  const named = only === undefined ? undefined : [...only, ...(request.read ?? [])];
  const isNamed = titleFields(kind, translator.language).some((field) => named?.includes(field) ?? true);
  const about = record === null || isNamed ? '' : recordTitle(record, place.around);

  return (
    <Dialog open title={request.title} onClose={onClose}>
      <form
        ref={element}
        class="stack"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        {about !== '' && about !== request.title && (
          <p class="strong" dir="auto">
            {about}
          </p>
        )}
        {record !== null && request.read !== undefined && (
          <ToRead record={record} fields={request.read} around={place.around} />
        )}
        <div class="stack" key={form.turn}>
          {request.form === undefined ? <RecordForm {...parts} /> : request.form(parts)}
          {place.beside?.(parts)}
        </div>
        {missing.length > 0 && (
          <Notice tone="w" role="alert">
            <p>{t('drafts.lookAgain', { fields: names(missing) })}</p>
          </Notice>
        )}
        {refusal !== null && (
          <p class="field-error" role="alert">
            {refusal}
          </p>
        )}
        {isAsked && overwrites.length > 0 && (
          <Notice tone="w" role="alert">
            <p>{t('cases.edit.overtaken', { fields: names(overwrites) })}</p>
          </Notice>
        )}
        {failure !== null && (
          <Notice tone="w" role="alert">
            <p>{say(failure)}</p>
          </Notice>
        )}
        <FormFoot
          form={form}
          save={
            isAsked && overwrites.length > 0
              ? t('cases.edit.saveMine')
              : (request.save ?? t('cases.edit.save'))
          }
          busy={saving}
          onClose={onClose}
        >
          {record !== null && request.removable && (
            <>
              <span class="grow" />
              {showHistory !== undefined && (
                <Button kind="quiet" onClick={() => showHistory(record.id)}>
                  {t('cases.history.title')}
                </Button>
              )}
              {remove !== undefined && (
                <Button
                  kind="danger"
                  onClick={() => {
                    close();
                    remove(record);
                  }}
                >
                  {t('cases.edit.delete')}
                </Button>
              )}
            </>
          )}
        </FormFoot>
      </form>
    </Dialog>
  );
}

/** The cursor goes to the first answer that needs another look; a part in which it stands folded away is opened. */
function showFirstProblem(form: HTMLFormElement | null): void {
  requestAnimationFrame(() => {
    const problem = form?.querySelector('.field-error');
    problem?.closest('details')?.setAttribute('open', '');
    problem
      ?.closest('.field')
      ?.querySelector<HTMLElement>('input, textarea, select, button, summary')
      ?.focus();
  });
}
