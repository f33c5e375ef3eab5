import { plainRecord, textIn } from '@dayaq/acts/record-values';
import { endedHelp, openTasks, packOf } from '@dayaq/domain';
import { formatList } from '@dayaq/locale';
import type { Change } from '@dayaq/vault/client';
import { recordTitle } from '../../fields/index.ts';
import { Button } from '../../look/Button.tsx';
import { Dialog } from '../../look/Dialog.tsx';
import { Notice } from '../../look/Notice.tsx';
import { consentsTo, stateOf } from './consent-state.ts';
import { useOpenCase } from './open-case.ts';

/** At the head of a case whose person no longer wants our help: what that means, what is still open, and what is still shared. */
export function EndedHelp() {
  const open = useOpenCase();
  const { dossier, live, country, translator, mayWrite, around, save } = open;
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
      {shares.length > 0 && (
        <p>
          {t('cases.ended.shares', {
            names: formatList(
              language,
              shares.map((consent) => textIn(consent, 'recipient') || t('cases.ended.anybody')),
            ),
          })}
        </p>
      )}
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
    </Notice>
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
