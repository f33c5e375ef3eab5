import { formatMoment, relativeMoment } from '@dayaq/locale';
import type { DangerRow } from '@dayaq/vault/client';
import { language, t } from '../locale/index.ts';
import { Button } from '../look/Button.tsx';
import { DangerLevel } from '../look/DangerLevel.tsx';
import { Tag } from '../look/Tag.tsx';
import type { People } from '../spaces/people.ts';
import { SpaceTag } from '../spaces/SpaceTag.tsx';
import type { Acting } from './use-acting.tsx';

interface Props {
  rows: readonly DangerRow[];
  me: string;
  people: People;
  acting: Acting;
}

/** A clock that is further ahead than this is wrong (ms). */
const DOUBT = 15 * 60_000;

/** So many stand open; the others are behind a press, with their number. */
const SHOWN = 8;

/** Dangerous cases that nobody acted on: whose turn it is, who was told, and when it moves on. */
export function Dangers({ rows, ...rest }: Props) {
  if (rows.length === 0) return null;
  const more = rows.slice(SHOWN);
  return (
    <section class="stack stack-tight" aria-labelledby="dangers">
      <h2 class="today-danger" id="dangers">
        {t('today.danger.title')}
      </h2>
      <DangerRows rows={rows.slice(0, SHOWN)} isNext {...rest} />
      {more.length > 0 && (
        <details>
          <summary>{t('today.danger.more', { count: more.length })}</summary>
          <DangerRows rows={more} {...rest} />
        </details>
      )}
    </section>
  );
}

/** `isNext`: the first of them is the next thing to do on this page. */
function DangerRows({ rows, me, people, acting, isNext = false }: Props & { isNext?: boolean }) {
  return (
    <ul class="rows">
      {rows.map((row, at) => (
        <li
          key={row.dossier}
          class={row.escalation.state === 'open' ? 'row row-danger' : 'row row-danger row-taken'}
        >
          <div class="stack stack-tight">
            <a class="row-title strong" href={`/cases/${row.dossier}/safety`}>
              {row.case.alias || row.case.reference}
              {row.case.alias !== '' && <small> {row.case.reference}</small>}
            </a>
            <p class="row-note">
              <DangerLevel level={row.escalation.danger.level} />
              {row.restricted && <Tag>{t('today.restricted')}</Tag>}
              <SpaceTag space={row.space} />
              <span>{standing(row, me, (account) => people.nameOf(row.space, account))}</span>
            </p>
            {row.escalation.danger.at > Date.now() + DOUBT && (
              <p class="row-note">{t('today.danger.clock')}</p>
            )}
            {people.mayWriteIn(row.space) &&
              !(row.escalation.state === 'taken' && row.escalation.by === me) && (
                <div class="buttons">
                  <Button small kind={isNext && at === 0 ? 'main' : 'plain'} onClick={() => acting.take(row)}>
                    {t('today.danger.take')}
                  </Button>
                </div>
              )}
          </div>
          <span class="row-when">
            {relativeMoment(language.value, Math.min(row.escalation.danger.at, Date.now()), Date.now())}
          </span>
        </li>
      ))}
    </ul>
  );
}

/** Whose turn it is, in a sentence. */
function standing({ escalation }: DangerRow, me: string, nameOf: (account: string) => string): string {
  const clock = (ms: number): string => formatMoment(language.value, ms, 'short');
  if (escalation.state === 'taken') {
    const until = clock(escalation.until);
    return escalation.by === me
      ? t('today.danger.takenByYou', { until })
      : t('today.danger.taken', { name: nameOf(escalation.by), until });
  }
  const next = clock(escalation.nextAt);
  if (escalation.who === null) return t('today.danger.nobody');
  return escalation.who === me
    ? t('today.danger.yours', { next })
    : t('today.danger.others', { name: nameOf(escalation.who), next });
}
