import { textIn } from '@dayaq/acts/record-values';
import { useState } from 'preact/hooks';
import type { FormParts } from '../../dossier/record-request.ts';
import { choicesOf, kindLabel, recordTitle, textsOf } from '../../fields/index.ts';
import { CodeInput } from '../../fields/inputs/code-input.tsx';
import { PersonAlike } from '../../alike/PersonAlike.tsx';
import { Button } from '../../look/Button.tsx';
import { Notice } from '../../look/Notice.tsx';
import { useOpenCase } from './open-case.ts';

/** What a form of a case asks beyond its own fields, by what stands in it. */
export function BesideForm({ parts }: { parts: FormParts }) {
  switch (parts.kind) {
    case 'person':
      return <PersonAlike parts={parts} />;
    case 'violation':
      return parts.only?.includes('perpetrators') === false ? null : <SomebodyNew parts={parts} />;
    case 'response':
      return MOVING.includes(textOf(parts.values['type'])) ? (
        <GoesAlong parts={parts} field="forWhom" />
      ) : null;
    case 'stay':
      return parts.only?.includes('who') === false ? null : <GoesAlong parts={parts} field="who" />;
    default:
      return null;
  }
}

/** What moves a household: where one sleeps changes for whoever depends on them, too. */
const MOVING: readonly string[] = ['shelter', 'protection'];
const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

/** Of everybody who depends on the client, whether they go along: nobody is left out because nobody thought of them. */
function GoesAlong({ parts, field }: { parts: FormParts; field: 'forWhom' | 'who' }) {
  const { live, around, translator } = useOpenCase();
  const { t } = translator;
  const [stay, setStay] = useState<readonly string[]>([]);
  const along = textsOf(parts.values[field]);
  const open = live.filter(
    (record) =>
      record.kind === 'person' &&
      textIn(record, 'role') === 'dependant' &&
      !along.includes(record.id) &&
      !stay.includes(record.id),
  );
  if (open.length === 0) return null;
  return (
    <Notice tone="w" role="status">
      {open.map((person) => (
        <div key={person.id} class="cluster">
          <span>{t('cases.along.ask', { name: recordTitle(person, around) })}</span>
          <Button
            small
            kind="plain"
            onClick={() => parts.onChange({ ...parts.values, [field]: [...along, person.id] })}
          >
            {t('cases.along.yes')}
          </Button>
          <Button small kind="quiet" onClick={() => setStay([...stay, person.id])}>
            {t('cases.along.no')}
          </Button>
        </div>
      ))}
    </Notice>
  );
}

/** By somebody of whom nothing stands in the case yet: written down with what kind of doer it was, and chosen in the form. */
function SomebodyNew({ parts }: { parts: FormParts }) {
  const { vault, dossier, translator } = useOpenCase();
  const { t } = translator;
  const [type, setType] = useState<string | null>(null);
  const [isOpen, setOpen] = useState(false);
  const [failed, setFailed] = useState(false);
  async function add(): Promise<void> {
    if (type === null) return;
    const record = await vault.newId();
    const kept = await vault.save({
      dossier: dossier.id,
      changes: [{ kind: 'perpetrator', record, fields: { type: { set: type } } }],
    });
    setFailed(!kept.ok);
    if (!kept.ok) return;
    parts.onChange({
      ...parts.values,
      perpetrators: [...textsOf(parts.values['perpetrators']), record],
    });
    setType(null);
    setOpen(false);
  }
  if (!isOpen)
    return (
      <Button kind="quiet" small onClick={() => setOpen(true)}>
        {t('cases.doer.open')}
      </Button>
    );
  return (
    <fieldset class="stack stack-tight">
      <legend>{t('cases.doer.open')}</legend>
      <CodeInput
        id="new-doer"
        label={kindLabel(translator, 'perpetrator')}
        translator={translator}
        choices={choicesOf(translator, 'perpetrator-types')}
        value={type}
        onChange={setType}
      />
      {failed && <p role="alert">{t('cases.doer.failed')}</p>}
      <Button kind="plain" small disabled={type === null} onClick={() => void add()}>
        {t('cases.doer.add')}
      </Button>
    </fieldset>
  );
}
