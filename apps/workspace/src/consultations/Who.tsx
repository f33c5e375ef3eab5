import {
  CONSULTED_STEPS,
  type ConsultedCount,
  type ConsultedStep,
  countBySide,
  countConsulted,
  groupOf,
  wasIt,
} from '@dayaq/domain';
import { textIn, valuesOf } from '@dayaq/acts/record-values';
import type { RecordView } from '@dayaq/vault/client';
import { useState } from 'preact/hooks';
import type { OpenCase } from '../cases/detail/open-case.ts';
import { codeLabel, fieldLabel, recordTitle, type Values } from '../fields/index.ts';
import { t } from '../locale/index.ts';
import { Button } from '../look/Button.tsx';
import { Chip } from '../look/Chip.tsx';
import { Tag } from '../look/Tag.tsx';
import { Facts } from '../dossier/Facts.tsx';
import { consultedIn, headline, ofAll, SIDES, unknownWords } from './heard.ts';
import { SeveralDialog } from './SeveralDialog.tsx';

/** Which words each answer has: a "no" says what was left undone, and what is not known is said too. */
const STEP_SAID: Readonly<Record<ConsultedStep, Readonly<Record<'yes' | 'no', () => string>>>> = {
  told: { yes: () => t('consultations.said.told'), no: () => t('consultations.said.notTold') },
  invited: { yes: () => t('consultations.said.invited'), no: () => t('consultations.said.notInvited') },
  tookPart: { yes: () => t('consultations.said.tookPart'), no: () => t('consultations.said.notTookPart') },
  heard: { yes: () => t('consultations.said.heard'), no: () => t('consultations.said.notHeard') },
};

/** Who was told, invited, there and heard: how many, by side, and each of them. */
export function Who({ open }: { open: OpenCase }) {
  const { live, translator, mayWrite } = open;
  const [side, setSide] = useState<string | null>(null);
  const [isAdding, setIsAdding] = useState(false);
  const records = live.filter(({ kind }) => kind === 'consulted');
  const all = records.map(consultedIn);
  const count = countConsulted(all);
  const sides = countBySide(all, SIDES);
  const chosen = sides.some((each) => each.side === side) ? side : null;
  const shown = records.filter((record) => chosen === null || textIn(record, 'side') === chosen);
  return (
    <section class="stack" aria-labelledby="consulted-title">
      <h3 id="consulted-title">{t('consultations.who')}</h3>
      {records.length === 0 ? (
        <p class="muted">{t('consultations.nobody')}</p>
      ) : (
        <>
          <p class="strong">{headline(count)}</p>
          {[ofAll(count), unknownWords(count)].filter(Boolean).map((words) => (
            <p key={words}>{words}</p>
          ))}
          <BySide open={open} sides={sides} />
          {sides.length > 1 && (
            <div class="cluster" role="group" aria-label={t('consultations.show')}>
              <Chip chosen={chosen === null} onClick={() => setSide(null)}>
                {t('consultations.every')}
              </Chip>
              {sides.map((each) => (
                <Chip key={each.side} chosen={chosen === each.side} onClick={() => setSide(each.side)}>
                  {codeLabel(translator, 'consulted-sides', each.side)}
                </Chip>
              ))}
            </div>
          )}
          <ul class="plan-readings">
            {shown.map((record) => (
              <li key={record.id} id={`record-${record.id}`}>
                <One open={open} record={record} />
              </li>
            ))}
          </ul>
        </>
      )}
      {mayWrite && (
        <div class="buttons">
          <Button kind="plain" small onClick={() => open.edit(writing(null))}>
            {t('consultations.addOne')}
          </Button>
          <Button kind="plain" small onClick={() => setIsAdding(true)}>
            {t('consultations.several.act')}
          </Button>
          <NoneTookPart open={open} records={shown} />
        </div>
      )}
      {isAdding && <SeveralDialog open={open} onClose={() => setIsAdding(false)} />}
    </section>
  );
}

function BySide({ open, sides }: { open: OpenCase; sides: ReturnType<typeof countBySide> }) {
  const { translator } = open;
  // Of those of whom it is known: nobody is counted as not told because nobody has said.
  const cell = ({ steps }: ConsultedCount, step: ConsultedStep): string => {
    const { yes, no } = steps[step];
    return yes + no === 0
      ? t('consultations.print.notKnown')
      : t('consultations.ofThem', { count: yes, all: yes + no });
  };
  return (
    <div class="table-scroll" tabIndex={0} role="region" aria-label={t('consultations.bySide')}>
      <table class="table-of-words plan-tally">
        <caption class="visually-hidden">{t('consultations.bySide')}</caption>
        <thead>
          <tr>
            <th scope="col">{fieldLabel(translator, 'consulted', 'side')}</th>
            {CONSULTED_STEPS.map((step) => (
              <th key={step} scope="col" class="number">
                {fieldLabel(translator, 'consulted', step)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {sides.map(({ side, count }) => (
            <tr key={side}>
              <th scope="row">{codeLabel(translator, 'consulted-sides', side)}</th>
              {CONSULTED_STEPS.map((step) => (
                <td key={step} class="number" data-column={fieldLabel(translator, 'consulted', step)}>
                  {cell(count, step)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function One({ open, record }: { open: OpenCase; record: RecordView }) {
  const { translator, around, mayWrite } = open;
  const consulted = consultedIn(record);
  const steps = CONSULTED_STEPS.flatMap((step) => {
    const answer = wasIt(consulted, step);
    return answer === 'unknown' ? [] : [{ step, answer, words: STEP_SAID[step][answer]() }];
  });
  return (
    <div class="plan-reading stack stack-tight">
      <p>
        <strong>{textIn(record, 'name')}</strong>{' '}
        <span class="muted">{codeLabel(translator, 'consulted-sides', textIn(record, 'side'))}</span>
      </p>
      <p class="cluster">
        {steps.length === 0 && <Tag>{t('consultations.said.nothing')}</Tag>}
        {steps.map(({ step, answer, words }) => (
          <Tag key={step} tone={answer === 'yes' ? 'o' : 'w'}>
            {words}
          </Tag>
        ))}
        {record.fields['nameHidden']?.value === true && (
          <Tag>{fieldLabel(translator, 'consulted', 'nameHidden')}</Tag>
        )}
      </p>
      <Facts record={record} fields={['absence', 'reason', 'said', 'source']} around={around} />
      {mayWrite && (
        <div class="buttons">
          <Button
            kind="quiet"
            small
            label={t('consultations.editWhat', { what: recordTitle(record, around) })}
            onClick={() => open.edit(writing(record))}
          >
            {t('plans.editReading')}
          </Button>
        </div>
      )}
    </div>
  );
}

/** @param record null: a new one */
const writing = (record: RecordView | null) => ({
  title: record === null ? t('consultations.addOne') : textIn(record, 'name'),
  kind: 'consulted',
  record,
  only: groupOf('consulted', 'form'),
  removable: true,
  refuse: ({ tookPart, heard }: Values): string | null =>
    tookPart === 'no' && heard === 'yes' ? t('consultations.heardAbsent') : null,
});

/** One press for all that are shown, but those of whom it is said that they were there. It can be taken back. */
function NoneTookPart({ open, records }: { open: OpenCase; records: readonly RecordView[] }) {
  const without = records.filter((record) => wasIt(consultedIn(record), 'tookPart') === 'unknown');
  if (without.length === 0) return null;
  const changes = (back: boolean) =>
    without.map((record) => ({
      kind: 'consulted',
      record: record.id,
      fields: Object.fromEntries(
        (['tookPart', 'heard'] as const).map((field) => [
          field,
          { set: back ? (valuesOf(record)[field] ?? null) : 'no' },
        ]),
      ),
    }));
  return (
    <Button
      kind="plain"
      small
      onClick={() =>
        void open.save(
          changes(false),
          t('consultations.noneTookPart', { count: without.length }),
          changes(true),
        )
      }
    >
      {t('consultations.noneAct', { count: without.length })}
    </Button>
  );
}
