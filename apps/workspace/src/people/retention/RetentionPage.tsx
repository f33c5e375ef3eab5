import { recordChange } from '@dayaq/acts/changes-between';
import { textIn, valuesOf } from '@dayaq/acts/record-values';
import { type Due, dueFor, MOST_DUE, reachOf, RETAINED, rulesIn } from '@dayaq/acts/retention/due';
import { dayOf, formatDate } from '@dayaq/locale';
import type { Value } from '@dayaq/vault/client';
import { useState } from 'preact/hooks';
import '../../cases/parts/side-rows.css';
import { fieldLabel, kindLabel } from '../../fields/index.ts';
import { addressOf } from '../../kind-places.ts';
import { language, t, translator } from '../../locale/index.ts';
import { Button } from '../../look/Button.tsx';
import { Empty } from '../../look/Empty.tsx';
import { Field } from '../../look/Field.tsx';
import { announce } from '../../look/live.tsx';
import { Notice } from '../../look/Notice.tsx';
import { Page } from '../../look/Page.tsx';
import { currentSpace, say, useQuery, useVault } from '../../vault/session.ts';

/** Links of one dossier that are counted. */
const MOST_LINKS = 200;

/** How long we keep what has ended, and what was kept so long: proposed to keyholders, destroyed by nobody's program. */
export function RetentionPage() {
  const space = currentSpace();
  const { data: roster } = useQuery((vault) => vault.roster(), [], ['organisation']);
  const root = roster?.ok ? roster.value.records.find(({ kind }) => kind === 'organisation') : undefined;
  if (space === null || !roster?.ok || root === undefined)
    return (
      <Page title={t('people.retention.title')} back="/people">
        <p class="muted">{t('cases.list.loading')}</p>
      </Page>
    );
  const values = valuesOf(root);
  return (
    <Page title={t('people.retention.title')} back="/people">
      {space.me.keyholder ? (
        <div class="stack stack-loose">
          <p>{t('people.retention.lead')}</p>
          <Rules
            key={JSON.stringify(rulesIn(values))}
            roster={roster.value.id}
            record={root.id}
            values={values}
          />
          <DueList space={space.id} values={values} />
        </div>
      ) : (
        <p>{t('people.retention.keyholders')}</p>
      )}
    </Page>
  );
}

type Values = Readonly<Record<string, Value>>;

function Rules({ roster, record, values }: { roster: string; record: string; values: Values }) {
  const vault = useVault();
  const before = rulesIn(values);
  const [months, setMonths] = useState<Record<string, string>>(
    Object.fromEntries(RETAINED.map(({ field }) => [field, String(before[field] ?? '')])),
  );
  const [problem, setProblem] = useState<string | null>(null);

  const keep = async () => {
    const after: Record<string, Value> = {};
    for (const { field } of RETAINED) {
      const text = (months[field] ?? '').trim();
      const number = Number(text);
      if (text !== '' && (!Number.isInteger(number) || number < 1 || number > 600))
        return setProblem(t('people.retention.number'));
      after[field] = text === '' ? null : number;
    }
    const outcome = await vault.save({
      dossier: roster,
      changes: [recordChange('organisation', record, after, values)],
    });
    setProblem(outcome.ok ? null : say(outcome.failure));
    if (outcome.ok) announce(t('people.retention.kept'));
  };

  return (
    <form
      class="stack"
      onSubmit={(event) => {
        event.preventDefault();
        void keep();
      }}
    >
      {RETAINED.map(({ field }) => (
        <Field
          key={field}
          label={fieldLabel(translator.value, 'organisation', field)}
          hint={t('people.retention.months')}
        >
          {(control) => (
            <input
              {...control}
              type="text"
              inputMode="numeric"
              maxLength={3}
              value={months[field] ?? ''}
              onInput={(event) => setMonths({ ...months, [field]: event.currentTarget.value })}
            />
          )}
        </Field>
      ))}
      {problem !== null && (
        <Notice tone="w" role="alert">
          {problem}
        </Notice>
      )}
      <div>
        <Button type="submit">{t('people.retention.keep')}</Button>
      </div>
    </form>
  );
}

function DueList({ space, values }: { space: string; values: Values }) {
  const rules = rulesIn(values);
  const { data: due } = useQuery(
    (vault) => dueFor(vault, space, rules, Date.now()),
    [space, JSON.stringify(rules)],
    ['case', 'lead', 'letter', 'erasure'],
  );
  return (
    <section class="stack stack-tight" aria-labelledby="retention-due">
      <h2 id="retention-due">{t('people.retention.due')}</h2>
      {due === undefined && <p class="muted">{t('cases.list.loading')}</p>}
      {due?.length === 0 && <Empty icon="check" title={t('people.retention.nothing')} />}
      {due !== undefined && due.length > 0 && (
        <>
          {due.length >= MOST_DUE && <p class="muted">{t('people.retention.most', { count: MOST_DUE })}</p>}
          <ul class="side-rows">
            {due.map((each) => (
              <DueRow key={each.row.id} due={each} />
            ))}
          </ul>
          <p class="muted small">{t('people.retention.onlyYours')}</p>
        </>
      )}
    </section>
  );
}

function DueRow({ due: { row, rule } }: { due: Due }) {
  const { data: reach } = useQuery(
    async (vault) => {
      const view = await vault.dossier(row.id);
      if (!view.ok) return null;
      const { from } = await vault.linked({ id: row.id, limit: MOST_LINKS });
      const root = view.value.records.find(({ id }) => id === row.id);
      const name = root === undefined ? '' : textIn(root, 'alias') || textIn(root, 'reference');
      return { name, ...reachOf(view.value, from, row.id) };
    },
    [row.id],
    [row.kind],
  );
  const kind = kindLabel(translator.value, row.kind);
  const address = addressOf(row.kind, { id: row.id, dossier: row.id });
  const name = reach?.name || kind;
  return (
    <li class="side-row">
      <p class="side-title">{address === undefined ? name : <a href={address}>{name}</a>}</p>
      <p class="small muted">
        {[
          fieldLabel(translator.value, 'organisation', rule),
          t('people.retention.since', { day: formatDate(language.value, dayOf(row.updated), 'long') }),
          ...(reach == null
            ? []
            : [
                t('people.retention.people', { count: reach.people }),
                t('people.retention.files', { count: reach.files }),
                t('people.retention.records', { count: reach.records }),
              ]),
        ].join(' · ')}
      </p>
      {reach != null && reach.handedOver > 0 && (
        <p class="small">{t('people.retention.handedOver', { count: reach.handedOver })}</p>
      )}
      {reach != null && reach.linkedFrom > 0 && (
        <p class="small">{t('people.retention.linked', { count: reach.linkedFrom })}</p>
      )}
      {row.kind === 'case' && (
        <p>
          <a href={`/cases/${row.id}/destroy?why=kept-long-enough`}>{t('erasure.title')}</a>
        </p>
      )}
    </li>
  );
}
