import { groupOf, isChosenFields } from '@dayaq/domain';
import { textIn } from '@dayaq/acts/record-values';
import type { RecordView, Value } from '@dayaq/vault/client';
import { textsOf } from '../../fields/index.ts';
import { Button } from '../../look/Button.tsx';
import { useOpenCase } from '../detail/open-case.ts';
import { type Answer, answerWords, asksMore, isAnswer } from './AnswerDialog.tsx';
import type { FlowStart } from './flow/flow-state.ts';
import { answersNow } from '@dayaq/acts/referral/life';
import { type ReferralView, sameNeed } from './referral-view.ts';

interface Props {
  view: ReferralView;
  onRefer: (start: FlowStart) => void;
  onAnswer: (answer: Answer) => void;
  onWrite: (fields: Record<string, Value>) => void;
  onWithdraw: () => void;
  /** It is over: nothing of it stays with them. */
  onTakeBack: () => void;
}

/** What can be done about a referral now. */
export function ReferralActs({ view, onRefer, onAnswer, onWrite, onWithdraw, onTakeBack }: Props) {
  const { dossier, live, translator, edit } = useOpenCase();
  const { t } = translator;
  const { referral, share, life, status, name, consent, isSealed, news, isOver, isCutOff, isConfirmed } =
    view;
  const mayTakeBack = share?.state === 'live' && (status === 'declined' || status === 'done');
  return (
    <div class="buttons">
      {Object.keys(news).length > 0 && (
        <Button kind="plain" small onClick={() => onWrite(news)}>
          {t('referrals.writeDown')}
        </Button>
      )}
      {status === 'proposed' && isSealed && (
        <Button small onClick={() => onRefer(onceMore(view, live))}>
          {t('referrals.goOn')}
        </Button>
      )}
      {!isSealed &&
        answersNow(life)
          .filter(isAnswer)
          .map((act) => (
            <Button key={act} kind={act === 'mend' ? 'quiet' : 'plain'} small onClick={() => onAnswer(act)}>
              {answerWords(translator, act, 'theirs')}
              {asksMore(act) && '…'}
            </Button>
          ))}
      {status === 'declined' && (
        <Button small onClick={() => onRefer({ needs: [], need: sameNeed(referral), declined: name })}>
          {t('referrals.another')}
        </Button>
      )}
      {!isSealed && status !== 'revoked' && (
        <Button kind="plain" small href={`/cases/${dossier.id}/paper/${referral.id}`}>
          {t('referrals.paper.open')}
        </Button>
      )}
      {!isSealed && status === 'revoked' && !isConfirmed && (
        <Button kind="plain" small onClick={() => onWrite({ revokedSeen: Date.now() })}>
          {t('referrals.withdraw.theyKnow')}
        </Button>
      )}
      {!isOver && (
        <Button
          kind="quiet"
          small
          onClick={() =>
            edit({
              title: t('referrals.preview.followUp'),
              kind: 'referral',
              record: referral,
              only: groupOf('referral', 'rewritten'),
            })
          }
        >
          {t('referrals.preview.followUp')}
        </Button>
      )}
      {mayTakeBack && (
        <Button kind="quiet" small onClick={onTakeBack}>
          {t('referrals.takeBack')}
        </Button>
      )}
      {consent !== undefined && (status !== 'revoked' || isCutOff) && (
        <Button kind="quiet" small onClick={onWithdraw}>
          {t('referrals.withdraw.open')}
        </Button>
      )}
    </div>
  );
}

/** A referral that was kept and did not go, under the same ids, with what the last look showed. */
function onceMore({ referral, name }: ReferralView, records: readonly RecordView[]): FlowStart {
  const space = textIn(referral, 'space');
  const carried = referral.fields['carried']?.value;
  const isFile = (id: string): boolean =>
    records.some((record) => record.id === id && record.kind === 'file');
  const chosen = isChosenFields(carried) ? Object.entries(carried) : [];
  return {
    needs: [],
    need: sameNeed(referral),
    again: {
      of: textIn(referral, 'of'),
      ids: {
        referral: referral.id,
        consent: textIn(referral, 'consent'),
        dossier: textIn(referral, 'dossier'),
        reference: textIn(referral, 'reference'),
      },
      recipient: { target: 'space', name, space, ids: [space], names: [name] },
      choosing: {
        chosen: Object.fromEntries(chosen.filter(([id]) => !isFile(id))),
        parts: textsOf(referral.fields['parts']?.value),
      },
      files: chosen.map(([id]) => id).filter(isFile),
    },
  };
}
