import { plainRecord, textIn } from '@dayaq/acts/record-values';
import { judgementOf } from '@dayaq/domain';
import type { RecordView } from '@dayaq/vault/client';
import { codeLabel } from '../../fields/index.ts';
import { sayMoment } from '../../fields/say-date.ts';
import { memberName } from '../room.ts';
import { FieldValue, useWords } from './FieldValue.tsx';
import { says, useOpenCase } from './open-case.ts';

/** Who judged an act and when; of a judgement that does not count yet, why not. */
export function JudgedBy({ violation }: { violation: RecordView }) {
  const open = useOpenCase();
  const { t } = open.translator;
  const judgement = judgementOf(plainRecord(violation));
  if (judgement === null) return null;
  const at = violation.fields.qualified?.at;
  const who = t('cases.judge.by', {
    name: memberName(open, judgement.by),
    when: at === undefined ? '' : sayMoment(open.translator, at),
  });
  return (
    <p class="muted small">
      {who}
      {!judgement.counts && <> · {t('cases.judge.own')}</>}
    </p>
  );
}

/** What the acts of a case were judged to be, one by one; then what was once said of the whole. */
export function Judgements() {
  const open = useOpenCase();
  const { live, root, translator } = open;
  const { t } = translator;
  const words = useWords();
  const acts = live.filter(({ kind }) => kind === 'violation');
  const judged = acts.flatMap((act) => {
    const judgement = judgementOf(plainRecord(act));
    return judgement === null ? [] : [{ act, judgement }];
  });
  const left = acts.length - judged.length;
  return (
    <>
      {judged.map(({ act, judgement }) => (
        <div key={act.id}>
          {words(act, 'type')}: {codeLabel(translator, 'qualification', judgement.answer)}
          {says(act, 'rightsConcerned') && <> · {words(act, 'rightsConcerned')}</>}
          {!judgement.counts && <span class="muted small"> · {t('cases.judge.own')}</span>}
        </div>
      ))}
      {left > 0 && <div class="muted">{t('cases.judge.left', { count: left })}</div>}
      {acts.length === 0 && !says(root, 'qualified') && <span class="muted">{t('cases.judge.nothing')}</span>}
      {says(root, 'qualified') && (
        <div>
          {t('cases.judge.whole')}: <FieldValue record={root} field="qualified" />
          {says(root, 'rightsConcerned') && <>: {words(root, 'rightsConcerned')}</>}
          {says(root, 'qualificationReason') && (
            <div>
              <FieldValue record={root} field="qualificationReason" />
            </div>
          )}
          {textIn(root, 'qualifiedBy') !== '' && <JudgedWhole />}
        </div>
      )}
    </>
  );
}

function JudgedWhole() {
  const open = useOpenCase();
  const { root, translator } = open;
  const at = root.fields.qualifiedAt?.value;
  return (
    <div class="muted small">
      {translator.t('cases.judge.by', {
        name: memberName(open, textIn(root, 'qualifiedBy')),
        when: typeof at === 'number' ? sayMoment(translator, at) : '',
      })}
    </div>
  );
}
