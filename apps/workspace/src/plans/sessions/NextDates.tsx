import { submissionState, underEmbargo, isFuzzyDate, fuzzyRange } from '@dayaq/domain';
import type { ListedRecord } from '@dayaq/vault/client';
import { allRecords } from '../../cases/matters/all-records.ts';
import type { Room } from '../../cases/room.ts';
import { sayDate } from '../../fields/say-date.ts';
import { t } from '../../locale/index.ts';
import { Row } from '../../look/Row.tsx';
import { nowByServer } from '../../vault/now-by-server.ts';
import { useQuery } from '../../vault/session.ts';
import { submitWords } from './sessions.ts';

/** Dates that are shown. */
const MOST = 20;

interface Next {
  row: ListedRecord;
  /** The day by which it stands among the others, YYYY-MM-DD. */
  day: string;
  words: string;
  late: boolean;
}

/** What bodies wait for, and what nobody may publish yet, over all plans and cycles; the nearest first. */
export function NextDates({ room }: { room: Room }) {
  const { data } = useQuery((vault) => allRecords(vault, ['session']), [], ['session', 'framework']);
  const now = nowByServer();
  const next = (data?.records ?? [])
    .flatMap((row) => nextOf(row, room, now))
    .sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
  if (next.length === 0) return null;
  return (
    <section class="plan-part stack stack-tight" aria-labelledby="plans-next">
      <h2 id="plans-next">{t('plans.sessions.next')}</h2>
      <ul class="rows">
        {next.slice(0, MOST).map(({ row, day, words, late }) => (
          <li key={`${row.record} ${day} ${words}`}>
            <Row
              href={`/plans/${row.dossier}#record-${row.record}`}
              title={typeof row.fields['name'] === 'string' ? row.fields['name'] : t('plans.unnamed')}
              note={words}
              late={late}
            />
          </li>
        ))}
      </ul>
      {next.length > MOST && (
        <p class="muted small">{t('plans.sessions.moreDates', { count: next.length - MOST })}</p>
      )}
    </section>
  );
}

function nextOf(row: ListedRecord, { translator, members, country }: Room, now: number): Next[] {
  const { fields } = row;
  const around = { translator, members, country, records: [] };
  const state = submissionState(fields, now);
  const { submitBy, embargo, outcome } = fields;
  const next: Next[] = [];
  if ((state === 'open' || state === 'late') && isFuzzyDate(submitBy) && (outcome ?? null) === null)
    next.push({
      row,
      day: fuzzyRange(submitBy).to,
      words: [state === 'late' ? t('plans.sessions.late') : '', submitWords(fields, around)]
        .filter(Boolean)
        .join(' · '),
      late: state === 'late',
    });
  if (underEmbargo(fields, now) && isFuzzyDate(embargo))
    next.push({
      row,
      day: fuzzyRange(embargo).to,
      words: t('plans.sessions.embargo', { day: sayDate(translator, embargo) }),
      late: false,
    });
  return next;
}
