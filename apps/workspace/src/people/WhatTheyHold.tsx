import { todayByServer } from '../vault/now-by-server.ts';
import type { Id } from '@dayaq/vault/client';
import { t } from '../locale/index.ts';
import { Notice } from '../look/Notice.tsx';
import { useQuery } from '../vault/session.ts';

/** What lies with a member who is to read only: others have to be given it. Nothing where nothing does. */
export function WhatTheyHold({ account, name }: { account: Id; name: string }) {
  const { data } = useQuery((vault) => vault.workload(todayByServer()), [account]);
  const { open = 0, cases = 0 } = data?.find(({ owner }) => owner === account) ?? {};
  if (open + cases === 0) return null;
  return (
    <Notice tone="w" role="status">
      {cases > 0 && <p>{t('people.viewerHolds.cases', { name, count: cases })}</p>}
      {open > 0 && <p>{t('people.viewerHolds.tasks', { name, count: open })}</p>}
    </Notice>
  );
}
