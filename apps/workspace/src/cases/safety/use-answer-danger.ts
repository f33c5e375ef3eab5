import type { RecordView } from '@dayaq/vault/client';
import { t } from '../../locale/index.ts';
import { useOpenCase } from '../detail/open-case.ts';

/** What was done about a threat, by us and by those whom we told. */
export const THREAT_ACTION_FIELDS = [
  'action',
  'actionDate',
  'reported',
  'reportedTo',
  'answer',
  'answerWords',
] as const;

/** Opens the form of what was done about a danger: in the threat itself, else as a deed of ours. */
export function useAnswerDanger(): (danger: RecordView) => void {
  const { edit, me, today } = useOpenCase();
  return (danger) =>
    danger.kind === 'threat'
      ? edit({
          title: t('safety.escalation.acted'),
          kind: 'threat',
          record: danger,
          only: THREAT_ACTION_FIELDS,
          begin: { actionDate: { day: today } },
        })
      : edit({
          title: t('safety.escalation.acted'),
          kind: 'response',
          record: null,
          purpose: `against ${danger.id}`,
          only: ['type', 'note', 'done', 'result', 'with'],
          preset: { owner: me, done: { day: today }, byWhom: 'us' },
        });
}
