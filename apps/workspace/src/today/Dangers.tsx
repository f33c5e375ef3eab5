import { relativeMoment } from '@dayaq/locale';
import type { DangerRow } from '@dayaq/vault/client';
import { useState } from 'preact/hooks';
import { askForDeed } from '../cases/safety/asked-deed.ts';
import { t } from '../locale/index.ts';
import { Button } from '../look/Button.tsx';
import { DangerLevel } from '../look/DangerLevel.tsx';
import { Menu } from '../look/Menu.tsx';
import { Tag } from '../look/Tag.tsx';
import type { People } from '../spaces/people.ts';
import { SpaceTag } from '../spaces/SpaceTag.tsx';
import { inTurn, saidWords, sourceWords, turnWords } from './danger-words.ts';
import type { Reader } from './task-words.ts';
import type { Acting } from './use-acting.tsx';

interface Props {
  rows: readonly DangerRow[];
  me: string;
  people: People;
  acting: Acting;
  readerIn: (space: string) => Reader;
}

/** A clock that is further ahead than this is wrong (ms). */
const DOUBT = 15 * 60_000;

/** So many stand at once; more come when they are asked for. */
const SHOWN = 5;
const MORE = 20;

/** People in danger: first those whom nobody protects yet, then those of whom somebody said "I take it". */
export function Dangers({ rows: unsorted, ...rest }: Props) {
  const rows = inTurn(unsorted, rest.me);
  const open = rows.filter(({ escalation }) => escalation.state === 'open');
  const taken = rows.filter(({ escalation }) => escalation.state === 'taken');
  return (
    <>
      <DangerList id="dangers" title={t('today.danger.title')} rows={open} {...rest} />
      <DangerList id="dangers-taken" title={t('today.danger.takenTitle')} rows={taken} {...rest} />
    </>
  );
}

function DangerList({ id, title, rows, ...rest }: Props & { id: string; title: string }) {
  const [shown, setShown] = useState(SHOWN);
  if (rows.length === 0) return null;
  const left = rows.length - shown;
  return (
    <section class="stack stack-tight" aria-labelledby={id}>
      <h2 id={id} class={rows[0]?.escalation.state === 'open' ? 'today-danger' : undefined}>
        {title} <span class="count">{rows.length}</span>
      </h2>
      <ul class="rows">
        {rows.slice(0, shown).map((row, at) => (
          <DangerItem key={row.dossier} row={row} isNext={at === 0} {...rest} />
        ))}
      </ul>
      {left > 0 && (
        <Button small kind="quiet" onClick={() => setShown(shown + MORE)}>
          {t('today.more', { count: Math.min(left, MORE) })}
        </Button>
      )}
    </section>
  );
}

/** `isNext`: the first of its list, the next thing to do there. */
function DangerItem({
  row,
  isNext,
  me,
  people,
  acting,
  readerIn,
}: Omit<Props, 'rows'> & { row: DangerRow; isNext: boolean }) {
  const { escalation, case: of, dossier } = row;
  const reader = readerIn(row.space);
  const { translator } = reader;
  const isOpen = escalation.state === 'open';
  const isMine = escalation.state === 'taken' && escalation.by === me;
  const turn = turnWords(row, reader, me);
  const name = row.kind === 'letter' ? t('letters.one.title') : of.alias || of.reference;
  const now = Date.now();
  const since = relativeMoment(translator.language, Math.min(escalation.danger.at, now), now);
  const inInbox = row.kind !== 'case';
  const end = t(row.kind === 'letter' ? 'today.heard.answer' : 'today.heard.end');
  const address = inInbox ? `/inbox/${dossier}` : `/cases/${dossier}/safety`;
  return (
    <li class={isOpen ? 'row row-danger' : 'row row-danger row-taken'}>
      <div>
        <p class="row-note">
          <DangerLevel level={escalation.danger.level} />
          <span class="row-who" id={`who-${dossier}`}>
            {name}
            {of.alias !== '' && <small> {of.reference}</small>}
          </span>
          {row.restricted && <Tag icon="lock">{t('today.restricted')}</Tag>}
          <SpaceTag space={row.space} />
        </p>
        {/* Two people may have been told the same words: in a list of links it says of whom. */}
        <a class="row-title row-quote" href={address} aria-describedby={`who-${dossier}`}>
          {saidWords(row, reader)}
        </a>
        <p class="row-note">{[...sourceWords(row, reader), since].join(' · ')}</p>
        <p class="small">
          <span class="strong">{turn.now}</span> {turn.then}
        </p>
        {escalation.danger.at > now + DOUBT && <p class="row-note">{t('today.danger.clock')}</p>}
      </div>
      {people.mayWriteIn(row.space) && (
        <div class="buttons">
          {isMine && inInbox ? (
            <Button small kind="plain" href={address} label={t('today.actOn', { act: end, name })}>
              {end}
            </Button>
          ) : isMine ? (
            <Button
              small
              kind="plain"
              href={address}
              label={`${name}: ${t('safety.escalation.protected')}`}
              onClick={() => askForDeed(dossier)}
            >
              {t('safety.escalation.protected')}
            </Button>
          ) : (
            <Button
              small
              kind={isNext && isOpen ? 'main' : 'plain'}
              label={t('today.actOn', { act: t('today.danger.take'), name })}
              onClick={() => acting.take(row)}
            >
              {t('today.danger.take')}
            </Button>
          )}
          <Menu
            label={t('today.acts', { what: name })}
            as="dots"
            items={[{ text: t('today.give.act'), onChoose: () => acting.giveDanger(row) }]}
          />
        </div>
      )}
    </li>
  );
}
