import { answerHopedFor, referralStatus } from '@dayaq/domain';
import { dayOf, formatDate, relativeMoment } from '@dayaq/locale';
import type { Id, SharedRow } from '@dayaq/vault/client';
import type { ComponentChildren } from 'preact';
import { needWord, stepWord } from '../cases/referrals/referral-words.ts';
import { codeLabel, textsOf } from '../fields/index.ts';
import { t, translator } from '../locale/index.ts';
import { Icon, type IconName } from '../look/Icon.tsx';
import { awaitsUs } from '../referrals/use-shares.ts';
import { usePeople } from '../spaces/people.ts';
import { SpaceTag } from '../spaces/SpaceTag.tsx';
import { status } from '../vault/session.ts';
import { textOf } from '../waiting/HandedLine.tsx';
import { answeredAt, isAnswered } from './inbox-lists.ts';
import type { HandedWords } from './use-handed.ts';

interface RowProps {
  id: Id;
  icon: IconName;
  title: string;
  /** Asks for something. */
  isNew: boolean;
  at: number;
  open: Id | null;
  children: ComponentChildren;
}

function InboxRow({ id, icon, title, isNew, at, open, children }: RowProps) {
  return (
    <li>
      <a class="list-item inbox-row" href={`/inbox/${id}`} aria-current={id === open ? 'page' : undefined}>
        <Icon name={icon} />
        <span>
          <span class={isNew ? 'strong' : undefined}>{title}</span>
          {children}
        </span>
        <span class="row-when">{relativeMoment(translator.value.language, at, Date.now())}</span>
      </a>
    </li>
  );
}

/** Somebody else's words for a case of ours. */
export function HandedRow({ words: { space, record }, open }: { words: HandedWords; open: Id | null }) {
  const people = usePeople([space]);
  const name = people.nameOf(space, record.created.by);
  const title = textOf(record, 'title');
  return (
    <InboxRow
      id={record.dossier}
      icon="edit"
      title={
        title === ''
          ? t('shell.waiting.handed.byUnnamed', { name })
          : t('shell.waiting.handed.by', { name, case: title })
      }
      isNew={record.fields['taken'] == null}
      at={record.created.at}
      open={open}
    >
      <span class="list-note">
        <SpaceTag space={space} /> {t('referrals.inbox.takeIn')}
      </span>
    </InboxRow>
  );
}

/** A hand-over: what is asked of us and until when; once answered, by whom and how. */
export function ShareRow({ row, open }: { row: SharedRow; open: Id | null }) {
  const words = translator.value;
  const need = needWord(words, row.fields['need'], row.fields['needOther']) || t('referrals.inbox.over');
  const asks = awaitsUs(row);
  return (
    <InboxRow
      id={row.dossier}
      icon={iconOf(row)}
      title={asks ? t('referrals.inbox.asksFor', { name: row.peerName, need }) : `${row.peerName}: ${need}`}
      isNew={asks}
      at={asks ? sentAt(row) : answeredAt(row)}
      open={open}
    >
      <span class="list-note">
        <SpaceTag space={row.space} /> {(asks ? asked(row) : answered(row)).join(' · ')}
      </span>
    </InboxRow>
  );
}

function iconOf(row: SharedRow): IconName {
  if (!isAnswered(row)) return row.direction === 'given' ? 'clock' : 'share';
  const step = referralStatus(row.fields);
  return row.state === 'ended' || step === 'declined' || step === 'revoked' ? 'close' : 'check';
}

const sentAt = ({ fields, updated }: SharedRow): number =>
  typeof fields['sent'] === 'number' ? fields['sent'] : updated;

/** What comes with it, and until when they hope for an answer. */
function asked(row: SharedRow): string[] {
  const words = translator.value;
  const parts = textsOf(row.fields['parts']).map((part) => codeLabel(words, 'shared-parts', part));
  const country = status.value.spaces.find(({ id }) => id === row.space)?.country ?? '';
  const until = answerHopedFor(dayOf(sentAt(row)), country);
  return [
    parts.length === 0 ? '' : t('referrals.inbox.sends', { parts: parts.join(', ') }),
    until === null ? '' : t('referrals.inbox.answerBy', { day: formatDate(words.language, until, 'day') }),
  ].filter(Boolean);
}

function answered(row: SharedRow): string[] {
  const reference = row.fields['reference'];
  return [
    row.state === 'ended' ? t('referrals.inbox.over') : said(row),
    reasonOf(row),
    typeof reference === 'string' ? reference : '',
  ].filter(Boolean);
}

function said(row: SharedRow): string {
  const step = stepWord(translator.value, referralStatus(row.fields));
  if (!isAnswered(row)) return t('referrals.inbox.noAnswerYet');
  return row.direction === 'given'
    ? t('referrals.inbox.theirAnswer', { answer: step })
    : t('referrals.inbox.ourAnswer', { answer: step });
}

function reasonOf({ fields }: SharedRow): string {
  if (referralStatus(fields) !== 'declined') return '';
  const { declinedWhy, declinedWhyOther } = fields;
  if (declinedWhy === 'other' && typeof declinedWhyOther === 'string' && declinedWhyOther !== '')
    return declinedWhyOther;
  return typeof declinedWhy === 'string' ? codeLabel(translator.value, 'decline-reasons', declinedWhy) : '';
}
