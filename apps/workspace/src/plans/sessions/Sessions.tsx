import { groupOf } from '@dayaq/domain';
import { textIn } from '@dayaq/acts/record-values';
import type { RecordView } from '@dayaq/vault/client';
import { memberName, type Room } from '../../cases/room.ts';
import { Facts } from '../../dossier/Facts.tsx';
import { fieldLabel, type Surroundings } from '../../fields/index.ts';
import { t } from '../../locale/index.ts';
import { Button } from '../../look/Button.tsx';
import { Tag } from '../../look/Tag.tsx';
import { nowByServer } from '../../vault/now-by-server.ts';
import type { Framework } from '../use-framework.ts';
import type { Writing } from '../writing.ts';
import { embargoWords, type SessionView, sessionsOf, soonWords, submitWords } from './sessions.ts';

interface Props {
  room: Room;
  framework: Framework;
  around: Surroundings;
  /** Absent where this person may only read. */
  onWrite: ((writing: Writing) => void) | undefined;
}

/** Sessions of the body that a plan or a cycle is followed by: what has to be there by when, and what is under embargo. */
export function Sessions({ room, framework, around, onWrite }: Props) {
  const sessions = sessionsOf(framework.records, nowByServer());
  if (sessions.length === 0 && onWrite === undefined) return null;
  return (
    <section class="stack" aria-labelledby="plan-sessions">
      <h3 id="plan-sessions">{t('plans.sessions.title')}</h3>
      {sessions.length === 0 && <p class="muted">{t('plans.sessions.none')}</p>}
      <ul class="plan-readings">
        {sessions.map((session) => (
          <li key={session.record.id} id={`record-${session.record.id}`}>
            <OneSession {...{ room, session, around, onWrite }} />
          </li>
        ))}
      </ul>
      {onWrite !== undefined && (
        <div class="buttons">
          <Button kind="plain" small onClick={() => onWrite(sitting(null, room))}>
            {t('plans.sessions.add')}
          </Button>
        </div>
      )}
    </section>
  );
}

function OneSession({ room, session, around, onWrite }: Omit<Props, 'framework'> & { session: SessionView }) {
  const { record, values, submission } = session;
  const { translator } = around;
  const submit = submitWords(values, around);
  const owner = textIn(record, 'owner');
  const embargo = embargoWords(session, around);
  const soon = soonWords(session, around, room.today);
  return (
    <div class="plan-reading stack stack-tight">
      <p>
        <strong>{textIn(record, 'name')}</strong>{' '}
        {soon !== '' && <Tag tone={submission === 'late' ? 'w' : 'a'}>{soon}</Tag>}{' '}
        {embargo !== '' && <Tag tone="w">{embargo}</Tag>}
      </p>
      {submit !== '' && (
        <p>
          <span class="muted">{fieldLabel(translator, 'session', 'submitBy')}: </span>
          {submit}
        </p>
      )}
      <Facts record={record} fields={groupOf('session', 'facts')} around={around} />
      {owner !== '' && (
        <p class="small">
          {fieldLabel(translator, 'session', 'owner')}: {memberName(room, owner)}
        </p>
      )}
      <Facts record={record} fields={['drafts', 'published', 'note']} around={around} />
      <Signings {...{ session, around, onWrite }} />
      {onWrite !== undefined && (
        <div class="buttons">
          <Button kind="plain" small onClick={() => onWrite(after(record))}>
            {t('plans.sessions.after')}
          </Button>
          <Button kind="quiet" small onClick={() => onWrite(signing(record, null))}>
            {t('plans.sessions.addSigning')}
          </Button>
          <Button kind="quiet" small onClick={() => onWrite(sitting(record, room))}>
            {t('plans.editReading')}
          </Button>
        </div>
      )}
    </div>
  );
}

const SIGNS = {
  yes: () => t('plans.sessions.signs.yes'),
  no: () => t('plans.sessions.signs.no'),
  unknown: () => t('plans.sessions.signs.unknown'),
} as const;

function Signings({
  session: { record: session, signings },
  around,
  onWrite,
}: Pick<Props, 'around' | 'onWrite'> & { session: SessionView }) {
  if (signings.length === 0) return null;
  return (
    <ul class="plan-known">
      {signings.map((record) => {
        const signs = textIn(record, 'signs');
        return (
          <li key={record.id} class="spread">
            <span>
              {textIn(record, 'name')}{' '}
              <span class="muted small">
                {[
                  (signs === 'yes' || signs === 'no' ? SIGNS[signs] : SIGNS.unknown)(),
                  record.fields['nameHidden']?.value === true &&
                    fieldLabel(around.translator, 'signing', 'nameHidden'),
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
            </span>
            {onWrite !== undefined && (
              <Button kind="quiet" small onClick={() => onWrite(signing(session, record))}>
                {t('plans.editReading')}
              </Button>
            )}
          </li>
        );
      })}
    </ul>
  );
}

/** @param session null: a new one, which whoever writes it down takes on */
const sitting = (session: RecordView | null, { me }: Room): Writing => ({
  record: session?.id ?? null,
  request: {
    title: session === null ? t('plans.sessions.add') : textIn(session, 'name'),
    kind: 'session',
    only: groupOf('session', 'form'),
    preset: { owner: me, zone: 'geneva' },
    removable: true,
  },
});

const after = (session: RecordView): Writing => ({
  record: session.id,
  request: {
    title: t('plans.sessions.after'),
    kind: 'session',
    purpose: 'after',
    only: groupOf('session', 'after'),
  },
});

/** @param record null: a new one */
const signing = (session: RecordView, record: RecordView | null): Writing => ({
  record: record?.id ?? null,
  stamp: () => ({ session: session.id }),
  request: {
    title: t('plans.sessions.addSigning'),
    kind: 'signing',
    purpose: session.id,
    only: groupOf('signing', 'form'),
    removable: true,
  },
});
