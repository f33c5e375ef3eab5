import type { AlikeQuery, AlikeRow } from '@dayaq/vault/client';
import { useEffect, useRef, useState } from 'preact/hooks';
import { t } from '../locale/index.ts';
import { Notice } from '../look/Notice.tsx';
import { useVault } from '../vault/session.ts';
import { reasonWords } from './reason-words.ts';

/** Milliseconds without a letter after which it is looked. */
const PAUSE = 400;
const MOST = 3;

/**
 * Says quietly who among the cases of this device may be the person that is being taken down. It stops nobody, and is asked
 * of nobody else: whom this member may not see is not there for it.
 */
export function AlikeHint({ root, record, records }: Omit<AlikeQuery, 'limit'>) {
  const vault = useVault();
  const [rows, setRows] = useState<readonly AlikeRow[]>([]);
  const latest = useRef(0);
  const asked = JSON.stringify({ root, record, records });
  useEffect(() => {
    const turn = ++latest.current;
    const look = setTimeout(() => {
      void vault
        .alike({ root, record, records, limit: MOST })
        .then((found) => {
          if (turn === latest.current) setRows(found);
        })
        .catch(() => undefined);
    }, PAUSE);
    return () => clearTimeout(look);
  }, [vault, asked]);
  if (rows.length === 0) return null;
  return (
    <Notice role="status">
      <p>{t('alike.hint')}</p>
      <ul class="side-rows">
        {rows.map((row) => (
          <li key={row.record}>
            <a href={`/cases/${row.dossier}`}>
              {[row.name, row.name === row.case.reference ? '' : row.case.reference]
                .filter(Boolean)
                .join(' · ')}
            </a>
            <p class="small muted">{reasonWords(row.reasons)}</p>
          </li>
        ))}
      </ul>
    </Notice>
  );
}
