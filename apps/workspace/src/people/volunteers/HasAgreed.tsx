import { agreedBy, agreedChanges, agreedName, wordsFor } from '@dayaq/acts/volunteer/volunteer';
import { formatDate } from '@dayaq/locale';
import { useState } from 'preact/hooks';
import { memberName } from '../../cases/room.ts';
import { language, t } from '../../locale/index.ts';
import { Button } from '../../look/Button.tsx';
import { announce } from '../../look/live.tsx';
import { Notice } from '../../look/Notice.tsx';
import { say } from '../../vault/session.ts';
import { Words } from './AgreementPart.tsx';
import type { OfOne } from './use-volunteers.ts';

/** What this volunteer agreed to; and the place where they agree, or a keyholder says that they hold the paper. */
export function HasAgreed({ room, helping, volunteer, isKeyholder }: OfOne) {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const { agreements, records, members } = helping;
  const { account, left } = volunteer;
  const [now] = agreements;
  const said = agreements.flatMap((each) => {
    const agreed = account === null ? null : agreedBy(records, each.record, account, members);
    return agreed === null ? [] : [{ ...agreed, number: each.number }];
  });
  const [last] = said;
  const isCurrent = last !== undefined && last.number === now?.number;
  const isMe = account === room.me;
  const agree = async (): Promise<void> => {
    if (now === undefined || account === null) return;
    setBusy(true);
    const [record = ''] = await room.vault.idsFor([agreedName(now.record, account, room.me)]);
    const changes = agreedChanges(record, account, now.record, room.today);
    const kept = await room.vault.save({ dossier: helping.dossier, changes });
    setBusy(false);
    setProblem(kept.ok ? null : say(kept.failure));
    if (kept.ok) announce(t('volunteers.agreement.agreed'));
  };
  return (
    <section class="stack stack-tight" aria-labelledby="volunteer-agreement">
      <h2 id="volunteer-agreement">{t('volunteers.agreement.title')}</h2>
      {now === undefined && <p>{t('volunteers.agreement.none')}</p>}
      {last !== undefined && (
        <p>
          {last.how === 'own'
            ? t('volunteers.agreement.own', {
                number: last.number,
                date: formatDate(language.value, last.day, 'long'),
              })
            : t('volunteers.agreement.paper', {
                number: last.number,
                name: memberName(room, last.by),
                date: formatDate(language.value, last.day, 'long'),
              })}
        </p>
      )}
      {now !== undefined && !isCurrent && (
        <>
          <p class="strong">
            {t(last === undefined ? 'volunteers.agreement.notYet' : 'volunteers.agreement.earlier')}
          </p>
          {isMe && <Words text={wordsFor(now, language.value)} />}
          {isMe && room.role === 'viewer' && (
            <p>{t('volunteers.agreement.viewer', { name: memberName(room, volunteer.mentor) })}</p>
          )}
        </>
      )}
      {problem !== null && (
        <Notice tone="w" role="alert">
          {problem}
        </Notice>
      )}
      {now !== undefined &&
        !isCurrent &&
        left === '' &&
        account !== null &&
        (isMe ? room.role !== 'viewer' : isKeyholder) && (
          <div>
            <Button kind={isMe ? 'main' : 'quiet'} busy={busy} onClick={() => void agree()}>
              {t(isMe ? 'volunteers.agreement.agree' : 'volunteers.agreement.note')}
            </Button>
          </div>
        )}
      {isCurrent && now !== undefined && (
        <details>
          <summary>
            {t('volunteers.agreement.version', {
              number: now.number,
              date: formatDate(language.value, now.since, 'long'),
            })}
          </summary>
          <Words text={wordsFor(now, language.value)} />
        </details>
      )}
    </section>
  );
}
