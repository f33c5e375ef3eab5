import { kindOf } from '@dayaq/domain';
import { dayOf, formatDate } from '@dayaq/locale';
import type { MemberView, OverstepView } from '@dayaq/vault/client';
import { language, t } from '../locale/index.ts';
import { useQuery } from '../vault/session.ts';

const SHOWN = 20;
/** What a calendar can hold; a clock may say anything. */
const LATEST = Date.UTC(2200, 0, 1);
/** The roster changes with these; what cases hold of it is asked again when the page is opened. */
const KINDS = ['profile', 'organisation'];

/** For keyholders: what somebody signed who may not write it. Every device has left it out. */
export function Oversteps({ members }: { members: readonly MemberView[] }) {
  const { data } = useQuery((vault) => vault.overstepped(), [], KINDS);
  if (data === undefined || data.total === 0) return null;
  const shown = data.listed.slice(0, SHOWN);
  return (
    <section class="stack stack-tight" aria-labelledby="oversteps">
      <h2 id="oversteps">{t('people.overstepped.title')}</h2>
      <p class="muted">{t('people.overstepped.lead')}</p>
      <ul class="rows">
        {shown.map((one) => (
          <li key={`${one.entry} ${one.record}`} class="row">
            <span>
              <span>{sentence(one, members)}</span>
              <span class="row-note">
                {one.at < LATEST && <span>{formatDate(language.value, dayOf(one.at), 'long')}</span>}
                {isCase(one) && <a href={`/cases/${one.dossier}`}>{t('people.overstepped.where')}</a>}
              </span>
            </span>
          </li>
        ))}
      </ul>
      {data.total > shown.length && (
        <p class="muted small">{t('people.overstepped.more', { count: data.total - shown.length })}</p>
      )}
    </section>
  );
}

function sentence({ rule, by, record }: OverstepView, members: readonly MemberView[]): string {
  const nameOf = (account: string): string | undefined =>
    members.find((member) => member.account === account)?.name;
  return t(`people.overstepped.rule.${rule}`, {
    name: nameOf(by) || t('people.overstepped.somebody'),
    other: nameOf(record) || t('people.unnamed'),
  });
}

/** Records other than the roster's stand in a case, as far as can be told. */
const isCase = ({ rule, kind }: OverstepView): boolean =>
  rule === 'other-kind' && kindOf(kind)?.writes === undefined;
