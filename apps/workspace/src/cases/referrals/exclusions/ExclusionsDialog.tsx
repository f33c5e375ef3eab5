import { fieldOf, isExcluded } from '@dayaq/domain';
import type { Failure, Id, PeerView, RecordView } from '@dayaq/vault/client';
import { useState } from 'preact/hooks';
import { FormFoot } from '../../../drafts/FormFoot.tsx';
import { useDrafted } from '../../../drafts/use-drafted.ts';
import { Choice, ChoiceGroup } from '../../../look/Choice.tsx';
import { Dialog } from '../../../look/Dialog.tsx';
import { Field } from '../../../look/Field.tsx';
import { Notice } from '../../../look/Notice.tsx';
import { currentSpaceId, say, useQuery } from '../../../vault/session.ts';
import { editOps } from '../../../dossier/record-state.ts';
import { useOpenCase } from '../../detail/open-case.ts';
import { ofPeer } from '@dayaq/acts/referral/recipient';
import { areTheSame } from '@dayaq/acts/same';
import { BelongingPart, useBelonging } from '../../belonging/Belonging.tsx';
import {
  exclusionFields,
  type Exclusions,
  exclusionsOf,
  mergedExclusions,
  readersWithout,
  withMember,
  withOrganisation,
  withoutOrganisation,
} from './exclusions.ts';
import { ExcludeProviders } from './ExcludeProviders.tsx';

/** Whom the client does not want near the case: people of ours, organisations, or anybody in their own words. */
export function ExclusionsDialog({ person, onClose }: { person: RecordView; onClose: () => void }) {
  const { vault, dossier, members, me, translator, save } = useOpenCase();
  const { t } = translator;
  const stand = exclusionsOf(person);
  const form = useDrafted({
    place: { dossier: dossier.id, about: person.id, purpose: 'exclusions' },
    title: t('referrals.exclude.title'),
    begin: { ids: [...stand.ids], words: stand.words, hadIds: [...stand.ids], hadWords: stand.words },
    close: onClose,
  });
  const { ids, words, hadIds, hadWords } = form.typed;
  const now: Exclusions = { ids, words };
  const setNow = (next: Exclusions): void => form.put({ ids: [...next.ids], words: next.words });
  const [problem, setProblem] = useState('');
  const [busy, setBusy] = useState(false);
  const { data: peers } = useQuery((connection) => connection.peers(), [currentSpaceId()]);
  const colleagues = members.filter((member) => !member.removed || now.ids.includes(member.account));
  const excludedMembers = colleagues.map(({ account }) => account).filter((id) => now.ids.includes(id));
  const belonging = useBelonging(dossier.id);
  // The client says so of themselves, wherever they stand: what somebody does not want reached is taken out by hand.
  const [spared, setSpared] = useState<ReadonlySet<Id>>(new Set());
  const others = belonging?.others ?? [];
  const also = new Set(others.flatMap(({ id }) => (spared.has(id) ? [] : [id])));
  const fields = exclusionFields(mergedExclusions({ ids: hadIds, words: hadWords }, now, stand));

  const isThem = (other: RecordView): boolean => other.kind === person.kind && areTheSame(person, other);

  async function submit(): Promise<void> {
    const tooLong = Object.entries(fields).some(([name, value]) => {
      const type = fieldOf('person', name)?.type;
      return type?.is === 'text' && typeof value === 'string' && value.length > type.max;
    });
    if (tooLong) return setProblem(t('referrals.exclude.tooLong'));
    setBusy(true);
    const failed = (failure: Failure): void => {
      setBusy(false);
      setProblem(say(failure));
    };
    // The cases close to them first: what is written after that, and so who named them, they can no longer read.
    const reached = [dossier, ...(belonging?.before ?? []), ...others.filter(({ id }) => also.has(id))];
    for (const each of reached) {
      const out = excludedMembers.filter((account) => !each.restricted || each.readers.includes(account));
      if (out.length === 0) continue;
      const to = readersWithout(members, each, excludedMembers);
      const closed = await vault.restrict({ dossier: each.id, to });
      if (!closed.ok) return failed(closed.failure);
    }
    // Where the same person stands in another case, it says so there, too: nobody opens that to them again.
    for (const each of reached.slice(1))
      for (const twin of each.records.filter((other) => !other.deleted && isThem(other))) {
        const had = exclusionsOf(twin);
        const there = exclusionFields(mergedExclusions({ ids: hadIds, words: hadWords }, now, had));
        const changed = editOps('person', exclusionFields(had), there);
        if (Object.keys(changed).length === 0) continue;
        const changes = [{ kind: 'person', record: twin.id, fields: changed }];
        const noted = await vault.save({ dossier: each.id, changes });
        if (!noted.ok) return failed(noted.failure);
      }
    const ops = editOps('person', exclusionFields(stand), fields);
    const kept =
      Object.keys(ops).length === 0 ||
      (await save([{ kind: 'person', record: person.id, fields: ops }], t('referrals.exclude.kept')));
    setBusy(false);
    if (!kept) return;
    form.done();
    onClose();
  }

  if (!form.ready) return null;
  return (
    <Dialog open title={t('referrals.exclude.title')} onClose={onClose}>
      <form
        class="stack"
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <p>{t('referrals.exclude.lead')}</p>
        <ChoiceGroup legend={t('referrals.exclude.members')} hint={t('referrals.exclude.membersHint')}>
          {colleagues.map(({ account, name }) => (
            <Choice
              key={account}
              type="checkbox"
              label={name || t('cases.formerMember')}
              hint={account === me ? t('referrals.exclude.you') : undefined}
              disabled={account === me}
              checked={now.ids.includes(account)}
              onChange={(out) => setNow(withMember(now, account, out))}
            />
          ))}
        </ChoiceGroup>
        {peers !== undefined && peers.length > 0 && (
          <ChoiceGroup legend={t('referrals.exclude.peers')}>
            {peers.map((peer) => (
              <Choice
                key={peer.space}
                type="checkbox"
                label={peer.name || t('referrals.recipient.unnamed')}
                checked={isOut(person, now, peer)}
                onChange={(out) => {
                  const organisation = { ids: [peer.space], name: peer.name };
                  setNow(out ? withOrganisation(now, organisation) : withoutOrganisation(now, organisation));
                }}
              />
            ))}
          </ChoiceGroup>
        )}
        <ExcludeProviders exclusions={now} onChange={setNow} />
        <Field
          label={t('referrals.exclude.words')}
          hint={t('referrals.exclude.wordsHint')}
          error={problem || undefined}
        >
          {(control) => (
            <textarea
              {...control}
              rows={4}
              value={now.words}
              onInput={(event) => {
                setProblem('');
                setNow({ ...now, words: event.currentTarget.value });
              }}
            />
          )}
        </Field>
        {excludedMembers.length > 0 && (
          <Notice>
            <p>{t('cases.restrict.doesNot')}</p>
          </Notice>
        )}
        {belonging !== undefined && excludedMembers.length > 0 && (
          <BelongingPart
            belonging={belonging}
            to="close"
            chosen={also}
            onChosen={(chosen) =>
              setSpared(new Set(others.flatMap(({ id }) => (chosen.has(id) ? [] : [id]))))
            }
          />
        )}
        <FormFoot
          form={form}
          save={t('cases.edit.save')}
          busy={busy || belonging === undefined}
          onClose={onClose}
        />
      </form>
    </Dialog>
  );
}

/** Excluded by choice or by the words that stand there now. */
function isOut(person: RecordView, now: Exclusions, peer: PeerView): boolean {
  const { id, kind, created, updated } = person;
  const fields: Record<string, unknown> = exclusionFields(now);
  return isExcluded([{ id, kind, deleted: false, fields, created, updated }], ofPeer(peer));
}
