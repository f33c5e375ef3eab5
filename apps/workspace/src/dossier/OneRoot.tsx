import type { DossierView, Id, RecordView } from '@dayaq/vault/client';
import type { ComponentChildren } from 'preact';
import { t } from '../locale/index.ts';
import { Asking } from '../shell/Asking.tsx';
import { say, useQuery } from '../vault/session.ts';

interface Props {
  id: Id;
  /** Of the records that are shown: a change of one is shown, too. */
  kinds: readonly string[];
  children: (root: RecordView, whole: DossierView) => ComponentChildren;
}

/** A dossier's first record with all of it, once it has come; before, and where it is gone or cannot be opened, a word on that. */
export function OneRoot({ id, kinds, children }: Props) {
  const query = useQuery((vault) => vault.dossier(id), [id], kinds);
  const { data } = query;
  if (data === undefined) return <Asking query={query} />;
  if (!data.ok) return <p role="alert">{say(data.failure)}</p>;
  const root = data.value.records.find((record) => record.id === id && !record.deleted);
  if (root === undefined) return <p role="alert">{t('referrals.inbox.gone')}</p>;
  return <>{children(root, data.value)}</>;
}
