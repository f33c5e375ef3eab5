import { plainRecord, textIn } from '@dayaq/acts/record-values';
import { openTasks, packOf } from '@dayaq/domain';
import { Button } from '../../look/Button.tsx';
import type { Failure, Id } from '@dayaq/vault/client';
import { Fragment } from 'preact';
import { useMemo, useState } from 'preact/hooks';
import { formatList } from '@dayaq/locale';
import { Choice, ChoiceGroup } from '../../look/Choice.tsx';
import { Dialog } from '../../look/Dialog.tsx';
import { Notice } from '../../look/Notice.tsx';
import { excludedIds } from '@dayaq/acts/referral/recipient';
import { readersWithout } from '../referrals/exclusions/exclusions.ts';
import { BelongingPart, useBelonging } from '../belonging/Belonging.tsx';
import { useOpenCase } from './open-case.ts';

/** Names the members who may open the case, and says plainly what that does and does not do. */
export function RestrictDialog({
  onClose,
  onFailure,
}: {
  onClose: () => void;
  onFailure: (failure: Failure) => void;
}) {
  const { dossier, root, live, members, me, vault, translator, country } = useOpenCase();
  const { t } = translator;
  const [named, setNamed] = useState<ReadonlySet<Id>>(new Set([me, ...dossier.readers]));
  const here = members.filter((member) => !member.removed);
  const belonging = useBelonging(dossier.id);
  const [also, setAlso] = useState<ReadonlySet<Id>>(new Set());
  // Whom the client does not want near the case can never be named, nor who was named where it goes on, or before.
  const around = [...(belonging?.before ?? []), ...(belonging?.onward ?? [])].flatMap(
    ({ records }) => records,
  );
  const excluded = excludedIds([...live, ...around].map(plainRecord));
  const isOut = (account: Id): boolean => account !== me && excluded.includes(account);
  const someoneIsOut = here.some(({ account }) => isOut(account));
  const [chosen, setEveryone] = useState(!dossier.restricted);
  const everyone = chosen && !someoneIsOut;
  const [saving, setSaving] = useState(false);

  function failed(failure: Failure): void {
    setSaving(false);
    onFailure(failure);
    onClose();
  }

  async function submit(): Promise<void> {
    setSaving(true);
    const leftOut = here.flatMap(({ account }) => (named.has(account) && !isOut(account) ? [] : [account]));
    const readers = [...named].filter((account) => !isOut(account));
    const others = everyone ? [] : (belonging?.others ?? []).filter(({ id }) => also.has(id));
    for (const other of others) {
      const closed = await vault.restrict({ dossier: other.id, to: readersWithout(members, other, leftOut) });
      if (!closed.ok) return failed(closed.failure);
    }
    const outcome = await vault.restrict({ dossier: dossier.id, to: everyone ? null : readers });
    if (!outcome.ok) return failed(outcome.failure);
    setSaving(false);
    onClose();
  }

  const readers = here.filter(({ account }) => account === me || (named.has(account) && !isOut(account)));
  const couldOpen = (account: Id): boolean => !dossier.restricted || dossier.readers.includes(account);
  const losing = everyone
    ? []
    : here.filter((member) => couldOpen(member.account) && !readers.includes(member));
  const opensAgain = everyone && dossier.restricted;
  const isAlone = !everyone && readers.length < 2;
  const act = opensAgain
    ? 'cases.restrict.opensSave'
    : isAlone
      ? 'cases.restrict.aloneSave'
      : 'cases.restrict.save';

  const owner = textIn(root, 'owner');
  const tasks = useMemo(
    () => openTasks(dossier.records.map(plainRecord), packOf(country)),
    [dossier, country],
  );

  const toggle = (account: Id, on: boolean) => {
    const next = new Set(named);
    if (on) next.add(account);
    else next.delete(account);
    setNamed(next);
  };

  return (
    <Dialog open title={t('cases.restrict.title')} onClose={onClose}>
      <form
        class="stack"
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <ChoiceGroup bare legend={t('cases.restrict.title')}>
          <Choice
            type="radio"
            name="readers"
            label={t('cases.restrict.everyone')}
            hint={someoneIsOut && t('referrals.exclude.everyone')}
            checked={everyone}
            disabled={someoneIsOut}
            onChange={() => setEveryone(true)}
          />
          <Choice
            type="radio"
            name="readers"
            label={t('cases.restrict.named')}
            checked={!everyone}
            onChange={() => setEveryone(false)}
          />
        </ChoiceGroup>
        {!everyone && (
          <ChoiceGroup legend={t('cases.restrict.members')}>
            {here.map((member) => (
              <Choice
                key={member.account}
                type="checkbox"
                label={member.name}
                hint={
                  member.account === me
                    ? t('cases.restrict.you')
                    : isOut(member.account) && t('referrals.exclude.reader')
                }
                checked={member.account === me || (named.has(member.account) && !isOut(member.account))}
                disabled={member.account === me || isOut(member.account)}
                onChange={(on) => toggle(member.account, on)}
              />
            ))}
          </ChoiceGroup>
        )}
        {!everyone && belonging !== undefined && (
          <BelongingPart belonging={belonging} to="close" chosen={also} onChosen={setAlso} />
        )}
        {isAlone && (
          <Notice tone="w" role="status">
            <p>{t('cases.restrict.alone')}</p>
          </Notice>
        )}
        <Notice>
          {losing.length > 0 && (
            <p class="strong">
              {t('cases.restrict.loses', {
                names: formatList(
                  translator.language,
                  losing.map(({ name }) => name),
                ),
              })}
            </p>
          )}
          {losing.map(({ account, name }) => {
            const count = tasks.filter(({ owner: holder }) => holder === account).length;
            return (
              <Fragment key={account}>
                {account === owner && <p>{t('cases.restrict.holdsCase', { name })}</p>}
                {count > 0 && <p>{t('cases.restrict.holdsTasks', { name, count })}</p>}
              </Fragment>
            );
          })}
          {opensAgain ? (
            <p>{t('cases.restrict.opens')}</p>
          ) : (
            <>
              <p>{t('cases.restrict.does')}</p>
              <p>{t('cases.restrict.doesNot')}</p>
            </>
          )}
        </Notice>
        <div class="buttons dialog-foot">
          <Button type="submit" disabled={saving || belonging === undefined}>
            {t(act)}
          </Button>
          <Button kind="plain" onClick={onClose}>
            {t('cases.edit.cancel')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
