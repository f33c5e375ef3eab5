import { Button } from '../../look/Button.tsx';
import type { CaseRow, FieldOp, Id, RecordView } from '@dayaq/vault/client';
import { useEffect, useState } from 'preact/hooks';
import { linkCase, unlinkCase } from '../../links/link-case.ts';
import { t } from '../../locale/index.ts';
import { Dialog } from '../../look/Dialog.tsx';
import { Field } from '../../look/Field.tsx';
import { Icon } from '../../look/Icon.tsx';
import { useQuery } from '../../vault/session.ts';
import { caseName } from '../case-name.ts';
import { useOpenCase } from '../detail/open-case.ts';

import './matters.css';

/** Cases that are shown of one matter. */
const MOST = 500;
const FOUND = 8;

/** The cases that met the same barrier: found by search, linked, and taken out again. */
export function GatheredCases({ record }: { record: RecordView }) {
  const { root, mayWrite, save } = useOpenCase();
  const [searching, setSearching] = useState(false);
  const { data } = useQuery((vault) => vault.linked({ id: record.id, limit: MOST }), [record], ['case']);
  // A case that this person may not see is not among them, and nothing says that there is one.
  const gathered = (data?.to ?? []).filter((row) => row.record === record.id && row.field === 'cases');
  const put = (op: FieldOp, back: FieldOp, said: string): Promise<boolean> =>
    save([{ kind: 'matter', record: record.id, fields: { cases: op } }], said, [
      { kind: 'matter', record: record.id, fields: { cases: back } },
    ]);
  return (
    <div class="stack stack-tight gathered">
      <p class="kicker">{t('matters.cases.title')}</p>
      {data !== undefined && gathered.length === 0 && <p class="muted small">{t('matters.cases.none')}</p>}
      <ul class="gathered-cases">
        {gathered.map(({ end: { id, mention } }) => {
          const isHere = id === root.id;
          const name = caseName(mention);
          const linkedCase = { id, reference: mention.reference };
          return (
            <li key={id} class="spread">
              {isHere ? (
                <span>
                  {name} <span class="muted small">{t('matters.cases.here')}</span>
                </span>
              ) : (
                <a href={`/cases/${id}/matters`}>{name}</a>
              )}
              {mayWrite && !isHere && (
                <Button
                  kind="quiet"
                  class="case-invite no-print"
                  small
                  label={t('matters.cases.drop', { what: name })}
                  onClick={() =>
                    void put(
                      unlinkCase(linkedCase),
                      linkCase(linkedCase),
                      t('matters.cases.dropped', { what: name }),
                    )
                  }
                >
                  {t('matters.cases.dropShort')}
                </Button>
              )}
            </li>
          );
        })}
      </ul>
      {gathered.length > 1 && <p class="muted small">{t('cases.onlyYours')}</p>}
      {mayWrite && (
        <div>
          <Button kind="plain" class="no-print" small onClick={() => setSearching(true)}>
            {t('matters.cases.add')}
          </Button>
        </div>
      )}
      {searching && (
        <CaseSearch
          except={gathered.map(({ end }) => end.id)}
          onClose={() => setSearching(false)}
          onChoose={async (row) => {
            const what = caseName(row);
            if (await put(linkCase(row), unlinkCase(row), t('matters.cases.saved', { what })))
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
  except: readonly Id[];
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
  const rows = (data?.rows ?? []).filter(({ id }) => !except.includes(id)).slice(0, FOUND);
  return (
    <Dialog open title={t('matters.cases.add')} onClose={onClose}>
      <Field label={t('matters.cases.search')}>
        {(control) => (
          <input
            {...control}
            type="search"
            autocomplete="off"
            value={text}
            onInput={(event) => setText(event.currentTarget.value)}
          />
        )}
      </Field>
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
              aria-label={t('matters.cases.take', { what: caseName(row) })}
              onClick={() => void onChoose(row)}
            >
              <Icon name="plus" />
              <span class="grow">
                {caseName(row)} <small class="muted">{row.summary.slice(0, 60)}</small>
              </span>
            </button>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
