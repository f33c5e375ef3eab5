import { valuesOf } from '@dayaq/acts/record-values';
import type { Id } from '@dayaq/vault/client';
import { t } from '../../locale/index.ts';
import { useQuery } from '../../vault/session.ts';

/** How many were asked on our own devices, and how it went: part of what came out. */
export function Rounds({ id }: { id: Id }) {
  const { data } = useQuery((vault) => vault.dossier(id), [id], ['survey', 'survey-round']);
  const rounds =
    data?.ok === true
      ? data.value.records.filter(({ kind, deleted }) => kind === 'survey-round' && !deleted)
      : [];
  if (rounds.length === 0) return null;
  const sum = (field: 'asked' | 'refused' | 'brokenOff'): number =>
    rounds.reduce((all, record) => all + (Number(valuesOf(record)[field]) || 0), 0);
  return (
    <p>
      {t('interviews.counted', {
        asked: sum('asked'),
        refused: sum('refused'),
        brokenOff: sum('brokenOff'),
      })}
    </p>
  );
}
