import { plainRecord } from '@dayaq/acts/record-values';
import { custodyOf, type CustodyStep, isSignedByAnother } from '@dayaq/domain';
import { compactFingerprint } from '../../files/fingerprint.ts';
import type { RecordView } from '@dayaq/vault/client';
import { codeLabel, fieldLabel } from '../../fields/index.ts';
import { sayDate, sayMoment } from '../../fields/say-date.ts';
import { memberName } from '../room.ts';
import { type OpenCase, useOpenCase } from './open-case.ts';

/** Where a file has been, step by step: when, what, from or to whom, by whom of us, and of which bytes. */
export function CustodySheet({ file, named = true }: { file: RecordView; named?: boolean }) {
  const open = useOpenCase();
  const steps = custodyOf(plainRecord(file), open.dossier.records.map(plainRecord));
  if (steps.length === 0) return null;
  return (
    <ol class="custody-steps" aria-label={open.translator.label('kinds', 'custody', 'many')}>
      {steps.map((step) => (
        <li key={step.id}>
          {saidOf(step, open, named).join(' · ')}
          {step.sha256 !== '' && (
            <>
              {' '}
              <code class="file-hash">{open.onPaper ? step.sha256 : compactFingerprint(step.sha256)}</code>
            </>
          )}
        </li>
      ))}
    </ol>
  );
}

/** @param named whether what tells who somebody is may stand here */
function saidOf(step: CustodyStep, open: OpenCase, named: boolean): string[] {
  const { translator } = open;
  const whom = (field: 'from' | 'to') =>
    named && step[field] !== '' ? `${fieldLabel(translator, 'custody', field)}: ${step[field]}` : '';
  const coded = (list: string, code: string, other: string) =>
    other || (code === '' ? '' : codeLabel(translator, list, code));
  return [
    step.when === null ? sayMoment(translator, step.recorded.at) : sayDate(translator, step.when),
    coded('custody-steps', step.step, step.stepOther),
    coded('received-ways', step.how, step.howOther),
    whom('from'),
    whom('to'),
    step.step === 'handed-over' ? coded('file-copies', step.copy, '') : '',
    named ? step.why : '',
    named && step.by !== '' ? memberName(open, step.by) : '',
    isSignedByAnother(step)
      ? named
        ? translator.t('belonging.signedBy', { name: memberName(open, step.recorded.by) })
        : translator.t('belonging.signedByAnother')
      : '',
  ].filter((part) => part !== '');
}
