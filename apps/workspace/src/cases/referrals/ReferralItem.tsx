import { groupOf } from '@dayaq/domain';
import { textIn, valuesOf } from '@dayaq/acts/record-values';
import type { RecordView, SharedRow, Value } from '@dayaq/vault/client';
import { useState } from 'preact/hooks';
import { fieldLabel } from '../../fields/index.ts';
import { sayDate } from '../../fields/say-date.ts';
import { announce } from '../../look/live.tsx';
import { Tag } from '../../look/Tag.tsx';
import { say } from '../../vault/session.ts';
import { useWords } from '../detail/FieldValue.tsx';
import { placeOf } from '../detail/case-place.ts';
import { says, useOpenCase } from '../detail/open-case.ts';
import { dateIn } from '../detail/when.ts';
import { type Answer, AnswerDialog, type Asked, asksMore } from './AnswerDialog.tsx';
import { AnswerFacts } from './AnswerFacts.tsx';
import type { FlowStart } from './flow/flow-state.ts';
import { LifeLine } from './LifeLine.tsx';
import { fieldsOfAct } from '@dayaq/acts/referral/life';
import { ReferralActs } from './ReferralActs.tsx';
import { ReferralNotices } from './ReferralNotices.tsx';
import { referralView } from './referral-view.ts';
import { needWord, statusTone, stepWord } from './referral-words.ts';
import { WithdrawDialog } from './WithdrawDialog.tsx';

interface Props {
  referral: RecordView;
  /** The hand-over that it made, where it went through Dayaq and is here. */
  share: SharedRow | undefined;
  onRefer: (start: FlowStart) => void;
}

const FACTS = groupOf('referral', 'facts');

/** One referral of the case: where it stands, what is to be told, and what can be done about it. */
export function ReferralItem({ referral, share, onRefer }: Props) {
  const open = useOpenCase();
  const { vault, live, translator, mayWrite, save } = open;
  const { t } = translator;
  const words = useWords();
  const [answering, setAnswering] = useState<Asked | null>(null);
  const [withdrawing, setWithdrawing] = useState(false);
  const fields = valuesOf(referral);
  const view = referralView(referral, share, live);
  const { life, status, name, consent, isOver } = view;
  const followUp = dateIn(fields['followUp']);
  const tone = statusTone(status);

  const write = (set: Record<string, Value>): Promise<boolean> =>
    save(
      [
        {
          kind: 'referral',
          record: referral.id,
          fields: Object.fromEntries(Object.entries(set).map(([field, value]) => [field, { set: value }])),
        },
      ],
      t('cases.edit.saved'),
    );
  const takeBack = async (): Promise<void> => {
    const ended = await vault.endShare({ dossier: textIn(referral, 'dossier') });
    announce(ended.ok ? t('referrals.takenBack') : say(ended.failure));
  };
  const answer = (act: Answer): void => {
    if (asksMore(act)) return setAnswering(act);
    const set = fieldsOfAct(life, { act, at: Date.now() });
    if (set !== null) void write(set);
  };

  return (
    <li class="referral" id={`record-${referral.id}`}>
      <div class="referral-head">
        <h4 class="story-title grow">
          {needWord(translator, fields['need'], fields['needOther'])} <span aria-hidden="true">→</span>{' '}
          <span class="visually-hidden">{t('referrals.to')}</span> {name}
        </h4>
        <Tag {...(tone === undefined ? {} : { tone })}>{stepWord(translator, status)}</Tag>
      </div>
      <LifeLine life={life} translator={translator} />
      <dl class="story-facts">
        <AnswerFacts life={life} translator={translator} />
        {FACTS.filter((field) => says(referral, field)).map((field) => (
          <div key={field}>
            <dt>{fieldLabel(translator, 'referral', field)}</dt>
            <dd>{words(referral, field)}</dd>
          </div>
        ))}
        {followUp !== null && !isOver && (
          <div>
            <dt>{fieldLabel(translator, 'referral', 'followUp')}</dt>
            <dd>{sayDate(translator, followUp)}</dd>
          </div>
        )}
      </dl>
      <ReferralNotices view={view} />
      {mayWrite && (
        <ReferralActs
          view={view}
          onRefer={onRefer}
          onAnswer={answer}
          onWrite={(set) => void write(set)}
          onWithdraw={() => setWithdrawing(true)}
          onTakeBack={() => void takeBack()}
        />
      )}
      {answering !== null && (
        <AnswerDialog
          answer={answering}
          record={referral}
          whose="theirs"
          life={life}
          place={placeOf(open)}
          said={t('cases.edit.saved')}
          onClose={() => setAnswering(null)}
        />
      )}
      {withdrawing && consent !== undefined && (
        <WithdrawDialog consent={consent} onClose={() => setWithdrawing(false)} />
      )}
    </li>
  );
}
