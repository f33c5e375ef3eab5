import { plainRecord, textIn } from '@dayaq/acts/record-values';
import { owedWithdrawals } from '@dayaq/acts/referral/withdrawal';
import { endedHelp, groupOf, openTasks, packOf } from '@dayaq/domain';
import { formatList } from '@dayaq/locale';
import type { Change, RecordView } from '@dayaq/vault/client';
import { useState } from 'preact/hooks';
import { recordTitle } from '../../fields/index.ts';
import { Button } from '../../look/Button.tsx';
import { Dialog } from '../../look/Dialog.tsx';
import { Notice } from '../../look/Notice.tsx';
import { currentSpace } from '../../vault/session.ts';
import { WithdrawDialog } from '../referrals/WithdrawDialog.tsx';
import { consentsTo, stateOf } from './consent-state.ts';
import { useOpenCase } from './open-case.ts';

/** At the head of a case whose person no longer wants our help: what that means, what is still open, and what is still shared. */
export function EndedHelp() {
  const open = useOpenCase();
  const { dossier, root, live, country, translator, mayWrite, around, save, edit } = open;
  const { t, language } = translator;
  const ended = endedHelp(live.map(plainRecord));
  if (ended.length === 0) return null;
  const tasks = openTasks(dossier.records.map(plainRecord), packOf(country)).filter(
    ({ record, unwanted }) => record !== '' && unwanted === true,
  );
  const shares = ended.flatMap((person) =>
    consentsTo(live, person, 'sharing').filter((consent) => stateOf(consent) === 'yes'),
  );
  const names = live
    .filter(({ id }) => ended.includes(id))
    .map((person) => recordTitle(person, around))
    .filter((name) => name !== '');
  const deleting = (deleted: boolean): Change[] =>
    tasks.map(({ record }) => ({ kind: 'task', record, fields: {}, deleted }));
  return (
    <Notice tone="d">
      <p class="strong">
        {names.length === 0
          ? t('cases.ended.head')
          : t('cases.ended.headNamed', { names: formatList(language, names) })}
      </p>
      <p>{t('cases.ended.means')}</p>
      {shares.map((consent) => (
        <Withdrawable
          key={consent.id}
          consent={consent}
          said={t('cases.ended.stillShared', {
            name: textIn(consent, 'recipient') || t('cases.ended.anybody'),
          })}
        />
      ))}
      {tasks.length > 0 && mayWrite && (
        <p class="no-print">
          <Button
            kind="plain"
            small
            onClick={() =>
              void save(deleting(true), t('cases.ended.dropped', { count: tasks.length }), deleting(false))
            }
          >
            {t('cases.ended.drop', { count: tasks.length })}
          </Button>
        </p>
      )}
      {mayWrite && textIn(root, 'status') !== 'closed' && (
        <>
          <p>{t('cases.ended.decide')}</p>
          <div class="buttons no-print">
            <Button
              kind="plain"
              small
              onClick={() =>
                edit({
                  title: t('cases.ended.close'),
                  kind: 'case',
                  record: root,
                  only: groupOf('case', 'status'),
                })
              }
            >
              {t('cases.ended.close')}
            </Button>
            {currentSpace()?.me.keyholder === true && (
              <Button kind="plain" small href={`/cases/${dossier.id}/destroy`}>
                {t('erasure.title')}
              </Button>
            )}
          </div>
        </>
      )}
    </Notice>
  );
}

/** At the head of a case: who still has what was passed on although its consent stands no more, however that came about. */
export function OwedWithdrawals() {
  const { dossier, translator } = useOpenCase();
  const owed = owedWithdrawals(dossier.records);
  if (owed.length === 0) return null;
  return (
    <Notice tone="w">
      {owed.map((referral) => (
        <Withdrawable
          key={referral.id}
          consent={dossier.records.find(({ id }) => id === textIn(referral, 'consent'))}
          said={translator.t('referrals.withdraw.owed', { name: textIn(referral, 'to') })}
        />
      ))}
    </Notice>
  );
}

/** What is said of a consent, with the way to withdraw it everywhere. */
function Withdrawable({ consent, said }: { consent: RecordView | undefined; said: string }) {
  const { translator, mayWrite } = useOpenCase();
  const [withdrawing, setWithdrawing] = useState(false);
  const act = translator.t('referrals.withdraw.open');
  return (
    <>
      <p>{said}</p>
      {mayWrite && consent !== undefined && (
        <p class="no-print">
          <Button kind="plain" small label={`${act}: ${said}`} onClick={() => setWithdrawing(true)}>
            {act}
          </Button>
        </p>
      )}
      {withdrawing && consent !== undefined && (
        <WithdrawDialog consent={consent} onClose={() => setWithdrawing(false)} />
      )}
    </>
  );
}

/** Asks before something is done or written down for somebody who no longer wants our help. */
export function AskFirst({ onGo, onClose }: { onGo: () => void; onClose: () => void }) {
  const { translator } = useOpenCase();
  const { t } = translator;
  return (
    <Dialog
      open
      title={t('cases.ended.askTitle')}
      onClose={onClose}
      actions={
        <Button kind="plain" onClick={onGo}>
          {t('cases.ended.askGo')}
        </Button>
      }
    >
      <p>{t('cases.ended.ask')}</p>
    </Dialog>
  );
}
