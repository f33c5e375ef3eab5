import { NOTHING_CHOSEN } from '@dayaq/acts/referral/choose';
import { plannedRecords } from '@dayaq/acts/intake/records';
import { codeList, offersTo, type PlainRecord } from '@dayaq/domain';
import type { RecordView, Value } from '@dayaq/vault/client';
import { useMemo } from 'preact/hooks';
import { GivenFields } from '../../consent/GivenFields.tsx';
import { readText } from '../../fields/read-value.ts';
import type { StepProps } from '../room.ts';

/** Files are chosen one by one when something is passed on. */
const PARTS = (codeList('shared-parts')?.codes ?? [])
  .map(({ code }) => code)
  .filter((code) => code !== 'files');

/** What may be passed on of what was just told, answer by answer: nothing goes but by its own yes. */
export function SharingAnswers({ room, draft, put }: StepProps) {
  const records = useMemo(() => plannedRecords(draft), [draft]);
  const live = useMemo(() => records.map(asView), [records]);
  return (
    <GivenFields
      live={live}
      around={{ ...room, records: live }}
      of="client"
      name={readText(draft.consent['recipient']) || room.translator.t('intake.consent.whoever')}
      offers={offersTo(records, 'client')}
      dependants={records.filter(({ kind, fields }) => kind === 'person' && fields['role'] === 'dependant')}
      parts={PARTS}
      choosing={draft.agreed ?? NOTHING_CHOSEN}
      problem={undefined}
      onChange={(agreed) => put({ agreed })}
    />
  );
}

function asView({ id, kind, deleted, fields, created, updated }: PlainRecord): RecordView {
  const shown = Object.entries(fields).map(([name, value]): [string, RecordView['fields'][string]] => [
    name,
    { value: value as Value, by: '', at: 0, alternatives: [] },
  ]);
  return { id, kind, deleted, fields: Object.fromEntries(shown), created, updated };
}
