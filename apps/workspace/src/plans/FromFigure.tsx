import { toldText } from '@dayaq/domain';
import { readQuestion, writeQuestion } from '@dayaq/domain/count';
import { textIn } from '@dayaq/acts/record-values';
import type { DossierRow, Id, RecordView } from '@dayaq/vault/client';
import { useState } from 'preact/hooks';
import type { Room } from '../cases/room.ts';
import { COUNTED_KINDS } from '../figures/counted-kinds.ts';
import { useKept } from '../figures/use-kept.ts';
import { headline, sentence } from '../figures/words.ts';
import { t } from '../locale/index.ts';
import { Button } from '../look/Button.tsx';
import { Dialog } from '../look/Dialog.tsx';
import { Tag } from '../look/Tag.tsx';
import { currentSpaceId, useQuery } from '../vault/session.ts';
import type { SheetView } from './indicators.ts';
import { type Counted, measuring, type Writing } from './writing.ts';

interface Props {
  room: Room;
  sheet: SheetView;
  onWrite: (writing: Writing) => void;
}

/** The way from a kept question to a measurement: what it comes to now, with its day and how it was asked. */
export function FromFigure({ room, sheet, onWrite }: Props) {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <Button kind="quiet" small onClick={() => setIsOpen(true)}>
        {t('plans.indicators.figure.fromFigure')}
      </Button>
      {isOpen && (
        <Kept
          room={room}
          onClose={() => setIsOpen(false)}
          onCounted={(counted) => {
            setIsOpen(false);
            onWrite(measuring(sheet, null, room, counted));
          }}
        />
      )}
    </>
  );
}

interface KeptProps {
  room: Room;
  onClose: () => void;
  onCounted: (counted: Counted) => void;
}

function Kept({ room, onClose, onCounted }: KeptProps) {
  const { rows } = useKept(currentSpaceId());
  return (
    <Dialog open title={t('plans.indicators.figure.fromFigure')} onClose={onClose}>
      <p>{t('plans.indicators.figure.fromFigureHint')}</p>
      {rows.length === 0 && <p class="muted">{t('plans.indicators.figure.noFigures')}</p>}
      <ul class="plan-readings">
        {rows.map((row) => (
          <li key={row.id}>
            <One room={room} row={row} onCounted={onCounted} />
          </li>
        ))}
      </ul>
    </Dialog>
  );
}

function One({ room, row, onCounted }: { row: DossierRow } & Pick<KeptProps, 'room' | 'onCounted'>) {
  const { translator, today } = room;
  const { data } = useQuery(
    async (vault) => {
      const view = await vault.dossier(row.id);
      const root = view.ok ? view.value.records.find(({ id }) => id === row.id) : undefined;
      const { question, lost } = readQuestion(root === undefined ? '' : textIn(root, 'question'));
      if (root === undefined || lost.length > 0) return null;
      const answer = await vault.figure(question, today, currentSpaceId() ?? undefined);
      return answer.is === 'counted' ? answer.count : null;
    },
    [row.id, row.updated],
    COUNTED_KINDS,
  );
  const name = toldText(row, 'name') || t('figures.unnamed');
  if (data === undefined) return <p class="strong">{name}</p>;
  if (data === null)
    return (
      <div class="plan-reading">
        <p class="strong">{name}</p>
        <p class="muted">{t('plans.indicators.figure.cannot')}</p>
      </div>
    );
  const { question, all } = data;
  const said = sentence(translator, question, today);
  return (
    <div class="plan-reading stack stack-tight">
      <p>
        <strong>{name}</strong>
      </p>
      <p>
        {headline(translator, question, all)} <span class="muted">{said}</span>
      </p>
      <div class="buttons">
        <Button
          kind="plain"
          small
          label={`${t('plans.indicators.figure.take')}: ${name}`}
          onClick={() =>
            onCounted({
              figure: row.id,
              asked: writeQuestion(question),
              least: all.low,
              most: all.high === all.low ? null : all.high,
              source: t('plans.indicators.figure.source', { name }).slice(0, 300),
              words: said.slice(0, 2000),
            })
          }
        >
          {t('plans.indicators.figure.take')}
        </Button>
      </div>
    </div>
  );
}

/** The kept question that a measurement answers, and whether it is still asked so; nothing of one that was written by hand. */
export function ItsFigure({ record }: { record: RecordView }) {
  const figure = textIn(record, 'figure');
  return figure === '' ? null : <Asked figure={figure} asked={textIn(record, 'asked')} />;
}

function Asked({ figure, asked }: { figure: Id; asked: string }) {
  const { data } = useQuery(
    async (vault) => {
      const view = await vault.dossier(figure);
      const root = view.ok
        ? view.value.records.find(({ id, deleted }) => id === figure && !deleted)
        : undefined;
      return root === undefined ? null : { name: textIn(root, 'name'), question: textIn(root, 'question') };
    },
    [figure],
    ['figure'],
  );
  if (data === undefined) return null;
  const isLost = readQuestion(asked).lost.length > 0;
  return (
    <span class="small">
      {data === null ? (
        <Tag tone="w">{t('plans.indicators.figure.gone')}</Tag>
      ) : (
        <a href={`/figures/${figure}`}>
          {t('plans.indicators.figure.asks', { name: data.name || t('figures.unnamed') })}
        </a>
      )}{' '}
      {isLost ? (
        <Tag tone="w">{t('plans.indicators.figure.lost')}</Tag>
      ) : (
        data !== null &&
        data.question !== asked && <Tag tone="w">{t('plans.indicators.figure.otherwise')}</Tag>
      )}
    </span>
  );
}
