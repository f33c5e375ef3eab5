import { valuesOf } from '@dayaq/acts/record-values';
import { Button } from '../../look/Button.tsx';
import type { Value } from '@dayaq/vault/client';
import { useState } from 'preact/hooks';
import { DraftLine } from '../../drafts/DraftLine.tsx';
import { useDrafted } from '../../drafts/use-drafted.ts';
import { fieldLabel, kindLabel, RecordForm, recordTitle, ValueText } from '../../fields/index.ts';
import { sayMoment } from '../../fields/say-date.ts';
import { Choice } from '../../look/Choice.tsx';
import { Dialog } from '../../look/Dialog.tsx';
import { FieldGroup } from '../../look/FieldFrame.tsx';
import { memberName } from '../room.ts';
import { type Conflict, conflictsOf, DELETED, settle, together } from './conflicts.ts';
import { useOpenCase } from './open-case.ts';

/** A choice: the version's place, or a third value written here. */
type Choice = { version: number } | { written: Value };

const keyOf = ({ record, field }: Conflict) => `${record.id} ${field}`;

/** Shows every field of which two versions stand, and lets a person choose one or write a third. One entry in all. */
export function ConflictDialog({ onClose }: { onClose: () => void }) {
  const { dossier, save, translator } = useOpenCase();
  const { t } = translator;
  const [chosen, setChosen] = useState<ReadonlyMap<string, Choice>>(new Map());
  // Third values, by their field: words of one's own are kept, a press is soon made again.
  const form = useDrafted<{ written: Record<string, Value> }>({
    place: { dossier: dossier.id, about: 'conflicts', purpose: '' },
    title: t('cases.conflict.title'),
    begin: { written: {} },
    close: onClose,
  });
  const choices = new Map<string, Choice>([
    ...Object.entries(form.typed.written).map(([key, written]) => [key, { written }] as const),
    ...chosen,
  ]);
  const choose = (key: string, choice: Choice): void => {
    const { [key]: _before, ...others } = form.typed.written;
    setChosen(
      new Map(
        [...chosen].filter(([other]) => other !== key).concat('written' in choice ? [] : [[key, choice]]),
      ),
    );
    form.put({ written: 'written' in choice ? { ...others, [key]: choice.written } : others });
  };
  const conflicts = conflictsOf(dossier.records);
  const settled = conflicts.flatMap((conflict) => {
    const choice = choices.get(keyOf(conflict));
    if (choice === undefined) return [];
    if ('written' in choice) return [settle(conflict, choice.written)];
    const version = conflict.versions[choice.version];
    return version === undefined ? [] : [settle(conflict, version.value)];
  });

  if (!form.ready) return null;
  return (
    <Dialog open title={t('cases.conflict.title')} onClose={onClose}>
      <p class="muted">{t('cases.conflict.explain')}</p>
      {conflicts.map((conflict) => (
        <OneConflict
          key={keyOf(conflict)}
          conflict={conflict}
          choice={choices.get(keyOf(conflict))}
          onChoose={(choice) => choose(keyOf(conflict), choice)}
        />
      ))}
      <DraftLine form={form} />
      <div class="buttons dialog-foot">
        <Button
          disabled={settled.length === 0}
          onClick={async () => {
            if (!(await save(together(settled), t('cases.conflict.settled')))) return;
            form.done();
            onClose();
          }}
        >
          {t('cases.conflict.keep')}
        </Button>
        <Button kind="plain" onClick={onClose}>
          {t('cases.conflict.later')}
        </Button>
      </div>
    </Dialog>
  );
}

interface OneProps {
  conflict: Conflict;
  choice: Choice | undefined;
  onChoose: (choice: Choice) => void;
}

function OneConflict({ conflict, choice, onChoose }: OneProps) {
  const open = useOpenCase();
  const { translator, around } = open;
  const { t } = translator;
  const { record, field, versions } = conflict;
  const isWritten = choice !== undefined && 'written' in choice;
  const name = field === DELETED ? t('cases.conflict.deleted') : fieldLabel(translator, record.kind, field);
  const title = recordTitle(record, around);
  const kind = kindLabel(translator, record.kind);
  return (
    <FieldGroup
      id={keyOf(conflict)}
      label={
        <>
          {name}{' '}
          <span class="muted">{record.kind === 'case' || title === kind ? kind : `${kind}: ${title}`}</span>
        </>
      }
    >
      <div class="choices">
        {versions.map((version, i) => (
          <Choice
            key={`${version.by} ${version.at}`}
            type="radio"
            name={keyOf(conflict)}
            label={
              field === DELETED ? (
                version.value === true ? (
                  t('cases.conflict.stayDeleted')
                ) : (
                  t('cases.conflict.bringBack')
                )
              ) : (
                <ValueText
                  {...around}
                  kind={record.kind}
                  field={field}
                  value={version.value}
                  values={valuesOf(record)}
                />
              )
            }
            hint={
              <>
                {memberName(open, version.by)} · {sayMoment(translator, version.at)}
              </>
            }
            checked={choice !== undefined && 'version' in choice && choice.version === i}
            onChange={() => onChoose({ version: i })}
          />
        ))}
        {field !== DELETED && (
          <Choice
            type="radio"
            name={keyOf(conflict)}
            label={t('cases.conflict.third')}
            checked={isWritten}
            onChange={() => onChoose({ written: versions.at(-1)?.value ?? null })}
          />
        )}
      </div>
      {isWritten && (
        <RecordForm
          {...around}
          kind={record.kind}
          record={record.id}
          values={{ ...valuesOf(record), [field]: choice.written }}
          only={[field]}
          onChange={(next) => onChoose({ written: next[field] ?? null })}
        />
      )}
    </FieldGroup>
  );
}
