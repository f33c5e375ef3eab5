import { toldText } from '@dayaq/domain';
import type { DossierRow, Id } from '@dayaq/vault/client';
import { codeLabel } from '../fields/index.ts';
import { t, translator } from '../locale/index.ts';
import { useState } from 'preact/hooks';
import { Button } from '../look/Button.tsx';
import { Tag } from '../look/Tag.tsx';
import { OpenAndEndedList, OpenAndEndedRow } from './OpenAndEndedList.tsx';
import { SortOut } from './SortOut.tsx';
import type { OpenAndEnded } from './use-open-and-ended.ts';

/** Letters of what was written in a row. */
const LONGEST = 120;
/** From so many waiting ones on, sorting them out is offered. */
const MANY = 20;

const isHigh = ({ told }: DossierRow): boolean => told['danger'] === 'high';

/** What came through the public page and opens for this member; whoever may be in danger stands first. */
export function LetterList({ letters, open, at }: { letters: OpenAndEnded; open: Id | null; at: Id | null }) {
  const [sorting, setSorting] = useState(false);
  if (letters.open.length + letters.ended.length === 0) return null;
  return (
    <>
      <OpenAndEndedList
        id="inbox-letters"
        words={{
          title: t('letters.list.title'),
          most: t('letters.list.most', { count: letters.open.length }),
          ended: t('letters.list.ended'),
        }}
        list={letters}
        row={(row) => <LetterRow key={row.id} row={row} open={open} />}
        open={open}
      />
      {letters.total > MANY && (
        <div class="inbox-part">
          <Button kind="plain" small onClick={() => setSorting(true)}>
            {t('letters.sort.open')}
          </Button>
        </div>
      )}
      {sorting && <SortOut at={at} onClose={() => setSorting(false)} />}
    </>
  );
}

function LetterRow({ row, open }: { row: DossierRow; open: Id | null }) {
  const words = translator.value;
  const state = row.codes['state']?.[0] ?? '';
  return (
    <OpenAndEndedRow
      row={row}
      open={open}
      icon="inbox"
      waits={state === 'open'}
      title={toldText(row, 'words').slice(0, LONGEST)}
      tag={
        isHigh(row) && (
          <Tag tone="d" icon="warning">
            {codeLabel(words, 'danger', 'high')}
          </Tag>
        )
      }
      notes={[codeLabel(words, 'letter-states', state)]}
    />
  );
}
