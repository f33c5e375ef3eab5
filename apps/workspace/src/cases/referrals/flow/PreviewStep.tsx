import { formatBytes, relativeDay } from '@dayaq/locale';
import { addDays, type SharedRecord } from '@dayaq/domain';
import type { RecordView, Value } from '@dayaq/vault/client';
import { useMemo } from 'preact/hooks';
import { codeLabel } from '../../../fields/index.ts';
import { readSealedFile } from '../../../files/index.ts';
import { Choice, ChoiceGroup } from '../../../look/Choice.tsx';
import { TextField } from '../../../look/Field.tsx';
import { useOpenCase } from '../../detail/open-case.ts';
import { dateIn } from '../../detail/when.ts';
import { asViews, fileThatGoes } from '@dayaq/acts/referral/hand-over';
import { needWord } from '../referral-words.ts';
import { SharedFacts } from '../SharedFacts.tsx';
import { fileTitle } from '../SharedFiles.tsx';
import { type FlowState, LONGEST_CONTACT } from './flow-state.ts';

interface Props {
  state: FlowState;
  name: string;
  /** What travels, as the rules give it. */
  shared: readonly SharedRecord[];
  /** `file` records that the consent lets go; empty where it lets none. */
  files: readonly RecordView[];
  onChange: (change: Partial<FlowState>) => void;
}

/** Ways of handing over to those who are not on Dayaq. */
const WAYS = ['paper', 'qr', 'person-carries', 'escorted', 'phone'] as const;

/** Exactly what goes, as the other side will read it. Files only one by one. */
export function PreviewStep({ state, name, shared, files, onChange }: Props) {
  const { me, translator, country } = useOpenCase();
  const { t } = translator;
  const views = useMemo(() => asViews(shared, me, 0), [shared, me]);
  const isSealed = state.recipient?.target === 'space';
  return (
    <>
      <p>{t('referrals.preview.lead', { name })}</p>
      <article class="shared-sheet" aria-label={t('referrals.preview.sheet')}>
        <dl class="story-facts">
          <div>
            <dt>{t('referrals.preview.need')}</dt>
            <dd>{needWord(translator, state.need, state.needOther)}</dd>
          </div>
          {state.needWords !== '' && (
            <div>
              <dt>{t('referrals.need.words')}</dt>
              <dd>{state.needWords}</dd>
            </div>
          )}
        </dl>
        <SharedFacts records={views} translator={translator} country={country} />
        {views.length === 0 && <p class="muted">{t('referrals.preview.nothing')}</p>}
      </article>
      {state.choosing.parts.includes('files') && isSealed && (
        <Files records={files} chosen={state.files} onChange={(chosen) => onChange({ files: chosen })} />
      )}
      {!isSealed && (
        <ChoiceGroup legend={t('referrals.preview.way')} hint={t('referrals.preview.wayHint')}>
          {WAYS.map((way) => (
            <Choice
              key={way}
              type="radio"
              name="handover-way"
              label={codeLabel(translator, 'handover-ways', way)}
              checked={state.way === way}
              onChange={() => onChange({ way })}
            />
          ))}
        </ChoiceGroup>
      )}
      {isSealed && (
        <TextField
          label={t('referrals.preview.contact')}
          hint={t('referrals.preview.contactHint')}
          value={state.contactPerson}
          max={LONGEST_CONTACT}
          onValue={(contactPerson) => onChange({ contactPerson })}
        />
      )}
      <FollowUp day={state.followUp} onChange={(followUp) => onChange({ followUp })} />
    </>
  );
}

/** Days after which one may want to ask. The rules remind anyway; this is for what cannot wait for them. */
const ASK_AFTER = [3, 7, 14] as const;

function FollowUp({ day, onChange }: { day: Value; onChange: (day: Value) => void }) {
  const { translator, today } = useOpenCase();
  const { t } = translator;
  const chosen = dateIn(day)?.day ?? '';
  return (
    <ChoiceGroup legend={t('referrals.preview.followUp')} hint={t('referrals.preview.followUpHint')} two>
      <Choice
        type="radio"
        name="follow-up"
        label={t('referrals.preview.asUsual')}
        checked={chosen === ''}
        onChange={() => onChange(null)}
      />
      {ASK_AFTER.map((days) => {
        const on = addDays(today, days);
        return (
          <Choice
            key={days}
            type="radio"
            name="follow-up"
            label={relativeDay(translator.language, on, today)}
            checked={chosen === on}
            onChange={() => onChange({ day: on })}
          />
        );
      })}
    </ChoiceGroup>
  );
}

function Files({
  records,
  chosen,
  onChange,
}: {
  records: readonly RecordView[];
  chosen: readonly string[];
  onChange: (files: readonly string[]) => void;
}) {
  const { translator } = useOpenCase();
  const { t } = translator;
  const files = records.flatMap((record) => {
    const goes = record.kind === 'file' ? fileThatGoes(record) : null;
    const file = goes === null ? null : readSealedFile(goes.value);
    return goes === null || file === null ? [] : [{ record, file, isCopy: goes.field === 'workingCopy' }];
  });
  if (files.length === 0) return <p class="muted">{t('referrals.preview.noFiles')}</p>;
  return (
    <ChoiceGroup legend={t('referrals.preview.files')} hint={t('referrals.preview.filesHint')}>
      {files.map(({ record, file, isCopy }) => (
        <Choice
          key={record.id}
          type="checkbox"
          label={fileTitle(translator, record)}
          hint={`${formatBytes(translator.language, file.size)} · ${
            isCopy ? t('referrals.preview.cleanCopy') : t('referrals.preview.asItIs')
          }`}
          checked={chosen.includes(record.id)}
          onChange={(on) => onChange(on ? [...chosen, record.id] : chosen.filter((id) => id !== record.id))}
        />
      ))}
    </ChoiceGroup>
  );
}
