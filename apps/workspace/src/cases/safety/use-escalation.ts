import type { DangerRow, Id } from '@dayaq/vault/client';
import { useEffect, useState } from 'preact/hooks';
import { useQuery } from '../../vault/session.ts';

const MINUTE = 60_000;
const KINDS = ['case', 'risk', 'threat', 'task', 'response'];

/** Where the case stands among those who must act, as of this minute; null where nothing presses. */
export function useEscalation(dossier: Id): DangerRow | null {
  const [minute, setMinute] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => setMinute((turn) => turn + 1), MINUTE);
    return () => clearInterval(timer);
  }, []);
  const { data } = useQuery((vault) => vault.dangers(), [dossier, minute], KINDS);
  return data?.find((row) => row.dossier === dossier) ?? null;
}
