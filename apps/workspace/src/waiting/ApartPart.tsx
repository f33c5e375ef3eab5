import type { ApartRow } from '@dayaq/vault/client';
import { useSignal } from '@preact/signals';
import { kindLabel } from '../fields/labels.ts';
import { t, translator } from '../locale/index.ts';
import { Button } from '../look/Button.tsx';
import { Notice } from '../look/Notice.tsx';
import { Tag } from '../look/Tag.tsx';
import { nameOfSpace, say, status, useQuery, useVault } from '../vault/session.ts';

/** Dossiers that this device cannot work out, each with a report that says nothing of what is in it. */
export function ApartPart() {
  const { data: rows } = useQuery((connection) => connection.apart(null), [status.value.apart]);
  if (rows === undefined || rows.length === 0) return null;
  return (
    <section class="stack">
      <h2>{t('shell.waiting.apart.title')}</h2>
      {rows.some(({ reason }) => reason !== 'twin') && <p>{t('shell.waiting.apart.lead')}</p>}
      <ul class="rows">
        {rows.map((row) => (
          <li key={`${row.space} ${row.dossier}`}>
            <ApartLine row={row} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function ApartLine({ row }: { row: ApartRow }) {
  const vault = useVault();
  const said = useSignal('');
  /** Shown only where it could not be copied. */
  const report = useSignal('');
  const copy = async (): Promise<void> => {
    const made = await vault.apartReport(row.dossier);
    if (!made.ok) {
      said.value = say(made.failure);
      return;
    }
    try {
      await navigator.clipboard.writeText(made.value);
      said.value = t('shell.waiting.apart.copied');
    } catch {
      report.value = made.value;
      said.value = t('shell.waiting.apart.byHand');
    }
  };
  return (
    <div class="stack">
      <div class="row">
        <span>
          <span class="row-title">{row.reference || t('shell.waiting.apart.unnamed')}</span>
          <span class="row-note">
            {nameOfSpace(row.space) !== '' && <span class="strong">{nameOfSpace(row.space)}</span>}
            {row.kind !== '' && <Tag>{kindLabel(translator.value, row.kind)}</Tag>}
            <span>{t('shell.waiting.apart.entries', { count: row.entries })}</span>
            <code>{row.dossier.slice(0, 6)}</code>
          </span>
        </span>
      </div>
      {row.reason === 'twin' ? (
        <p>{t('shell.waiting.apart.twin')}</p>
      ) : (
        <div class="buttons">
          <Button kind="plain" onClick={() => void copy()}>
            {t('shell.waiting.apart.report')}
          </Button>
        </div>
      )}
      {said.value !== '' && (
        <Notice tone="info">
          <p role="status">{said.value}</p>
          {report.value !== '' && <pre>{report.value}</pre>}
        </Notice>
      )}
    </div>
  );
}
