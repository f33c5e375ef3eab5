import type { Id, Vault } from '@dayaq/vault/client';
import type { ComponentChildren } from 'preact';
import { draftFromLead } from '@dayaq/acts/lead/lead';
import { beganFromLetter } from './from-letter.ts';
import { valuesOf } from '@dayaq/acts/record-values';
import { useComputed } from '@preact/signals';
import { useLocation } from 'preact-iso';
import { useEffect, useMemo, useState } from 'preact/hooks';
import { translator } from '../locale/index.ts';
import { Notice } from '../look/Notice.tsx';
import { Page } from '../look/Page.tsx';
import { account as openAccount, currentSpace, status, useQuery, useVault } from '../vault/session.ts';
import { emptyDraft, type IntakeDraft } from '@dayaq/acts/intake/draft';
import { Drafts } from './drafts.tsx';
import { type KeptDraft, keptDrafts, putAwaySaved } from './kept-drafts.ts';
import type { FinishedCase } from '@dayaq/acts/intake/finish';
import { IntakeDone, IntakeGone } from './intake-done.tsx';
import { InOneTab } from './in-one-tab.tsx';
import { IntakeFlow } from './intake-flow.tsx';
import './intake.css';
import type { IntakeRoom } from './room.ts';
import { today } from './today.ts';

/** Where a new case is written down. Unfinished ones are offered first; without any, it begins at once. */
export function IntakePage() {
  const { t } = translator.value;
  return (
    <Page title={t('intake.pageTitle')} layout="wide">
      <Intake />
    </Page>
  );
}

type Shown =
  | { page: 'drafts'; kept: readonly KeptDraft[] }
  | { page: 'flow'; id: Id; draft: IntakeDraft; continued: boolean }
  | { page: 'done'; finished: FinishedCase }
  | { page: 'gone' };

function Intake() {
  const vault = useVault();
  const account = openAccount.value;
  const storage = useComputed(() => status.value.storage).value;
  const space = currentSpace();
  const members = useQuery((asked) => asked.members(), [space?.id], ['profile', 'organisation']);
  const [round, setRound] = useState(0);
  const { query } = useLocation();
  const lead = query['lead'] ?? null;
  const [shown, setShown] = useState<Shown | null>(null);
  // Asked once a round and not again when records change: the page must not be taken away from under the typing.
  useEffect(() => {
    let isHere = true;
    void begun(vault, space?.id ?? null, account ?? '', lead).then((next) => {
      if (isHere) setShown(next);
    });
    return () => {
      isHere = false;
    };
  }, [vault, account, round, space?.id, lead]);
  const words = translator.value;
  const country = space?.country ?? '';
  const room = useMemo<IntakeRoom>(
    () => ({
      vault,
      translator: words,
      members: members.data ?? [],
      records: [],
      country,
      me: account ?? '',
    }),
    [vault, words, members.data, country, account],
  );
  if (shown === null || account === null || space === null) return null;

  switch (shown.page) {
    case 'drafts':
      return (
        <Drafts
          room={room}
          kept={shown.kept}
          onFresh={() => void freshIntake(vault, account).then(setShown)}
          onContinue={({ id, draft }) => setShown({ page: 'flow', id, draft, continued: true })}
          onDiscarded={() => setRound(round + 1)}
        />
      );
    case 'flow':
      return (
        <Flow isKept={storage === 'disk'} mayWrite={space.me.role !== 'viewer' && !space.removed} room={room}>
          <InOneTab key={shown.id} {...shown} onEnded={() => setRound(round + 1)}>
            {(begun) => (
              <IntakeFlow
                room={room}
                id={shown.id}
                start={begun.draft}
                continued={begun.continued}
                onForgotten={() => setShown({ page: 'gone' })}
                onLeave={() => history.back()}
                onFinished={(finished) => setShown({ page: 'done', finished })}
              />
            )}
          </InOneTab>
        </Flow>
      );
    case 'gone':
      return <IntakeGone room={room} onAnother={() => void freshIntake(vault, account).then(setShown)} />;
    case 'done':
      return (
        <IntakeDone
          room={room}
          finished={shown.finished}
          onAnother={() => void freshIntake(vault, account).then(setShown)}
        />
      );
  }
}

/** In a private window nothing outlives the tab, and who only reads cannot save: one should know before typing. */
function Flow({
  isKept,
  mayWrite,
  room,
  children,
}: {
  isKept: boolean;
  mayWrite: boolean;
  room: IntakeRoom;
  children: ComponentChildren;
}) {
  return (
    <>
      {!isKept && <Notice tone="w">{room.translator.t('intake.drafts.memory')}</Notice>}
      {!mayWrite && <Notice tone="w">{room.translator.t('intake.failure.notAllowed')}</Notice>}
      {children}
    </>
  );
}

/** What stands on the page first: what was begun of the lead that one comes from, or that lead; else what was begun at all. */
async function begun(vault: Vault, space: Id | null, me: Id, lead: Id | null): Promise<Shown> {
  await putAwaySaved(vault, space);
  const kept = await keptDrafts(vault, space);
  if (lead === null) return kept.length > 0 ? { page: 'drafts', kept } : freshIntake(vault, me);
  const same = kept.find(({ draft }) => draft.lead === lead);
  if (same !== undefined) return { page: 'flow', id: same.id, draft: same.draft, continued: true };
  const found = await vault.dossier(lead);
  const head = found.ok ? found.value.records.find(({ id, deleted }) => id === lead && !deleted) : undefined;
  if (found.ok && head?.kind === 'letter') {
    const begun = await beganFromLetter(vault, found.value, head, today(), me);
    return { page: 'flow', id: await vault.newId(), draft: begun, continued: false };
  }
  if (head?.kind !== 'lead') return freshIntake(vault, me);
  const draft = draftFromLead(lead, valuesOf(head), today(), me);
  return { page: 'flow', id: await vault.newId(), draft, continued: false };
}

async function freshIntake(vault: Vault, me: Id): Promise<Shown> {
  return { page: 'flow', id: await vault.newId(), draft: emptyDraft(today(), me), continued: false };
}
