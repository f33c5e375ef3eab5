import type { CaseRow, RecordView } from '@dayaq/vault/client';
import { useEffect, useState } from 'preact/hooks';
import { t } from '../../locale/index.ts';
import { Dialog } from '../../look/Dialog.tsx';
import { Icon } from '../../look/Icon.tsx';
import { useQuery } from '../../vault/session.ts';
import { textIn, useOpenCase } from '../detail/open-case.ts';
import { linesOf, withLine } from '../reference-lines.ts';
import './matters.css';

/** Most cases looked up by their references at once. */
const MOST = 100;
const FOUND = 8;

/** The cases that met the same barrier: found by search, linked, and taken out again. */
export function GatheredCases({ record }: { record: RecordView }) {
  const { root, mayWrite, save, vault } = useOpenCase();
  const [searching, setSearching] = useState(false);
  const value = textIn(record, 'cases');
  const references = linesOf(value);
  const { data: known } = useQuery(
    async () => {
      const pages = await Promise.all(
        references.slice(0, MOST).map((each) => vault.cases(caseQuery(each, FOUND))),
      );
      return new Map(pages.flatMap(({ rows }) => rows).map((row) => [row.reference, row]));
    },
    [value],
    ['case'],
  );
  const put = (lines: readonly string[], said: string): Promise<boolean> =>
    save([{ kind: 'matter', record: record.id, fields: { cases: { set: lines.join('\n') } } }], said, [
      { kind: 'matter', record: record.id, fields: { cases: { set: value || null } } },
    ]);
  return (
    <div class="stack stack-tight gathered">
      <p class="kicker">{t('matters.cases.title')}</p>
      {references.length === 0 && <p class="muted small">{t('matters.cases.none')}</p>}
      <ul class="gathered-cases">
        {references.map((reference) => {
          const row = known?.get(reference);
          const isHere = reference === textIn(root, 'reference');
          const name = row?.alias ? `${row.alias} · ${reference}` : reference;
          return (
            <li key={reference} class="spread">
              {isHere ? (
                <span>
                  {name} <span class="muted small">{t('matters.cases.here')}</span>
                </span>
              ) : row === undefined ? (
                <span>
                  {name} <span class="muted small">{known !== undefined && t('matters.cases.notHere')}</span>
                </span>
              ) : (
                <a href={`/cases/${row.id}/matters`}>{name}</a>
              )}
              {mayWrite && !isHere && (
                <button
                  type="button"
                  class="case-invite no-print"
                  aria-label={t('matters.cases.drop', { what: name })}
                  onClick={() =>
                    void put(
                      references.filter((each) => each !== reference),
                      t('matters.cases.dropped', { what: name }),
                    )
                  }
                >
                  {t('matters.cases.dropShort')}
                </button>
              )}
            </li>
          );
        })}
      </ul>
      {mayWrite && (
        <div>
          <button
            type="button"
            class="button button-plain button-small no-print"
            onClick={() => setSearching(true)}
          >
            {t('matters.cases.add')}
          </button>
        </div>
      )}
      {searching && (
        <CaseSearch
          except={references}
          onClose={() => setSearching(false)}
          onChoose={async (row) => {
            const what = row.alias || row.reference;
            if (await put(linesOf(withLine(value, row.reference)), t('matters.cases.saved', { what })))
              setSearching(false);
          }}
        />
      )}
    </div>
  );
}

const caseQuery = (text: string, limit: number) => ({
  text,
  filters: {},
  sort: 'updated' as const,
  descending: true,
  offset: 0,
  limit,
});

interface SearchProps {
  except: readonly string[];
  onChoose: (row: CaseRow) => Promise<void>;
  onClose: () => void;
}

/** Cases by name, word or reference. */
function CaseSearch({ except, onChoose, onClose }: SearchProps) {
  const [text, setText] = useState('');
  const [wanted, setWanted] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => setWanted(text.trim()), 150);
    return () => clearTimeout(timer);
  }, [text]);
  const { data } = useQuery(
    (vault) => vault.cases(caseQuery(wanted, FOUND + except.length)),
    [wanted],
    ['case'],
  );
  const rows = (data?.rows ?? []).filter(({ reference }) => !except.includes(reference)).slice(0, FOUND);
  return (
    <Dialog open title={t('matters.cases.add')} onClose={onClose}>
      <div class="field">
        <label for="gather-search">{t('matters.cases.search')}</label>
        <input
          id="gather-search"
          type="search"
          autocomplete="off"
          value={text}
          onInput={(event) => setText(event.currentTarget.value)}
        />
      </div>
      {data !== undefined && rows.length === 0 && (
        <p class="muted" role="status">
          {t('matters.cases.nothing')}
        </p>
      )}
      <ul class="side-rows">
        {rows.map((row) => (
          <li key={row.id}>
            <button
              type="button"
              class="menu-link"
              aria-label={t('matters.cases.take', { what: row.alias || row.reference })}
              onClick={() => void onChoose(row)}
            >
              <Icon name="plus" />
              <span class="grow">
                {row.alias || row.reference}{' '}
                <small class="muted">
                  {row.alias && row.reference} {row.summary.slice(0, 60)}
                </small>
              </span>
            </button>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
