import type { Failure, Id } from '@dayaq/vault/client';
import { useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import type { Room } from '../../cases/room.ts';
import { fieldLabel, type Surroundings, valueText } from '../../fields/index.ts';
import { t } from '../../locale/index.ts';
import { Button } from '../../look/Button.tsx';
import { announce } from '../../look/live.tsx';
import { Notice } from '../../look/Notice.tsx';
import { Tag, type Tone } from '../../look/Tag.tsx';
import { say, useQuery } from '../../vault/session.ts';
import type { Framework } from '../use-framework.ts';
import {
  matrixChanges,
  type MatrixFault,
  matrixNames,
  type MatrixOutcome,
  matrixOutcomes,
  type readMatrix,
} from './matrix.ts';

/** Rows that are shown at once; the numbers above are of all. */
const SHOWN = 100;
/** Records in one entry: what a phone sends in one piece. */
const TOGETHER = 40;

const STATES = {
  new: () => t('plans.import.is.new'),
  changed: () => t('plans.import.is.changed'),
  same: () => t('plans.import.is.same'),
  fault: () => t('plans.import.is.fault'),
} as const satisfies Record<MatrixOutcome['is'], () => string>;
const TONES: Partial<Record<MatrixOutcome['is'], Tone>> = { new: 'o', changed: 'a', fault: 'w' };
const FAULTS = {
  'no-words': () => t('plans.import.fault.noWords'),
  'too-long': () => t('plans.import.fault.tooLong'),
  answer: () => t('plans.import.fault.answer'),
  twice: () => t('plans.import.fault.twice'),
} as const satisfies Record<MatrixFault, () => string>;

interface Props {
  room: Room;
  framework: Framework;
  read: ReturnType<typeof readMatrix>;
}

/** What would change, row by row, before anything does. */
export function Preview({ room, framework, read: { rows, otherCycles } }: Props) {
  const { vault, translator, members, country } = room;
  const plan = framework.root.id;
  const names = matrixNames(plan, rows);
  const { data: ids } = useQuery((asked) => asked.idsFor(names), [names.join('\n')], []);
  const [isBusy, setIsBusy] = useState(false);
  const [shown, setShown] = useState(SHOWN);
  const [failure, setFailure] = useState<Failure | null>(null);
  const { route } = useLocation();
  if (ids?.length !== names.length) return null;
  const byName = new Map(names.map((name, at) => [name, ids[at] as Id]));
  const idOf = (name: string): Id => byName.get(name) ?? plan;
  const outcomes = matrixOutcomes(plan, rows, framework.records, idOf);
  const changes = matrixChanges(plan, outcomes, framework.records, idOf);
  const around: Surroundings = { translator, members, country, records: framework.records };
  const count = (is: MatrixOutcome['is']): number => outcomes.filter((each) => each.is === is).length;
  const bring = async (): Promise<void> => {
    setIsBusy(true);
    for (let from = 0; from < changes.length; from += TOGETHER) {
      const kept = await vault.save({ dossier: plan, changes: changes.slice(from, from + TOGETHER) });
      // What came in stays; pressed once more, the rest comes.
      if (kept.ok) continue;
      setIsBusy(false);
      return setFailure(kept.failure);
    }
    announce(t('plans.import.done', { count: count('new') + count('changed') }));
    route(`/plans/${plan}`);
  };
  return (
    <section class="stack" aria-labelledby="matrix-preview">
      <h2 id="matrix-preview">{t('plans.import.preview')}</h2>
      <ul class="cluster plan-said">
        {(['new', 'changed', 'same', 'fault'] as const).map((is) => (
          <li key={is}>
            <Tag tone={TONES[is] ?? 'n'}>{`${STATES[is]()}: ${count(is)}`}</Tag>
          </li>
        ))}
      </ul>
      {otherCycles > 0 && <p class="muted">{t('plans.import.otherCycles', { count: otherCycles })}</p>}
      {count('fault') > 0 && <p>{t('plans.import.faultsStay')}</p>}
      <ol class="plan-readings">
        {outcomes.slice(0, shown).map((outcome) => (
          <li key={outcome.row.row}>
            <OneRow outcome={outcome} around={around} />
          </li>
        ))}
      </ol>
      {outcomes.length > shown && (
        <div>
          <Button kind="quiet" onClick={() => setShown(shown + SHOWN)}>
            {t('plans.import.showMore', { count: outcomes.length - shown })}
          </Button>
        </div>
      )}
      {failure !== null && (
        <Notice tone="w" role="alert">
          <p>{say(failure)}</p>
        </Notice>
      )}
      <div class="buttons">
        <Button
          busy={isBusy}
          disabled={changes.length === 0}
          why={t('plans.import.nothing')}
          onClick={() => void bring()}
        >
          {t('plans.import.bring', { count: count('new') + count('changed') })}
        </Button>
      </div>
    </section>
  );
}

function OneRow({ outcome: { row, is, differs }, around }: { outcome: MatrixOutcome; around: Surroundings }) {
  const words = (field: string, value: string): string =>
    valueText({ ...around, kind: 'commitment', field, value }) || t('plans.import.nothingThere');
  return (
    <div class="plan-reading">
      <p class="value-long">
        <Tag tone={TONES[is] ?? 'n'}>{STATES[is]()}</Tag>{' '}
        {[row.fields['number'], row.fields['text'] ?? row.fields['name']].filter(Boolean).join(' ')}
      </p>
      <p class="muted small">
        {[
          t('plans.import.row', { number: row.row }),
          row.theme,
          ...(row.fields['askedBy'] === undefined ? [] : [row.fields['askedBy']]),
          ...(row.fields['answer'] === undefined ? [] : [words('answer', row.fields['answer'])]),
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
      {row.faults.map((fault) => (
        <p key={fault} class="small">
          {FAULTS[fault]()}
          {fault === 'too-long' && row.field !== undefined
            ? ` (${fieldLabel(around.translator, 'commitment', row.field)})`
            : ''}
        </p>
      ))}
      {differs.map(({ field, from, to }) => (
        <p key={field} class="small value-long">
          {t('plans.import.becomes', {
            field: fieldLabel(around.translator, 'commitment', field),
            from: words(field, from),
            to: words(field, to),
          })}
        </p>
      ))}
    </div>
  );
}
