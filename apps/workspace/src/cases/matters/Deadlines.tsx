import { type CountryPack, fuzzyRange } from '@dayaq/domain';
import { relativeDay } from '@dayaq/locale';
import type { RecordView } from '@dayaq/vault/client';
import { codeLabel } from '../../fields/index.ts';
import { sayDate } from '../../fields/say-date.ts';
import { t } from '../../locale/index.ts';
import { Button } from '../../look/Button.tsx';
import { useOpenCase } from '../detail/open-case.ts';
import { dateIn } from '../detail/when.ts';
import {
  answerProposals,
  appealProposals,
  hasNoRule,
  type Fields,
  type MatterState,
  type Proposal,
  ruleBehind,
} from '@dayaq/acts/matter/matters';

interface Props {
  record: RecordView;
  fields: Fields;
  state: MatterState;
  pack: CountryPack | undefined;
}

/** The day by which they must answer, or until which we may go on; where none is set, what the rules would say. */
export function Deadlines({ record, fields, state, pack }: Props) {
  const { translator, today } = useOpenCase();
  const deadline = dateIn(fields.deadline);
  const until = dateIn(fields.appealUntil);
  const waits = state === 'open' || state === 'overdue' || state === 'draft';
  const rule = pack === undefined ? null : ruleBehind(fields, pack);
  // A rule is named, and it would say another day: what was filed was changed since, elsewhere.
  const isStale =
    deadline !== null && rule === null && fields.deadlineRule != null && fields.deadlineRule !== 'by-hand';
  const day = (date: NonNullable<typeof deadline>) => ({
    day: sayDate(translator, date),
    far: relativeDay(translator.language, fuzzyRange(date).to, today),
  });
  return (
    <>
      {waits && deadline !== null && (
        <div class="small">
          <p class={state === 'overdue' ? 'late' : 'strong'}>
            {t(
              fields.type === 'administrative-fine' ? 'matters.deadline.appealUntil' : 'matters.deadline.due',
              day(deadline),
            )}
          </p>
          {rule !== null && (
            <p class="muted">
              {t('matters.deadline.rule', { rule: codeLabel(translator, 'deadline-rules', rule.rule) })}
            </p>
          )}
          {(rule !== null || fields.deadlineRule !== 'by-hand') && (
            <p class="muted">
              {[
                t('matters.deadline.lawyer'),
                rule?.estimated === true ? t('matters.deadline.estimated') : '',
              ].join(' ')}
            </p>
          )}
        </div>
      )}
      {until !== null && state !== 'closed' && (
        <div class="small">
          <p class="strong">{t('matters.deadline.appealUntil', day(until))}</p>
          <p class="muted">{t('matters.deadline.lawyer')}</p>
        </div>
      )}
      {pack !== undefined && waits && (deadline === null || isStale) && (
        <Proposals record={record} field="deadline" proposals={answerProposals(fields, pack)} />
      )}
      {pack !== undefined && state === 'open' && deadline === null && hasNoRule(fields, pack) && (
        <p class="small strong">{t('matters.deadline.noRule')}</p>
      )}
      {pack !== undefined && state === 'answered' && until === null && (
        <Proposals record={record} field="appealUntil" proposals={appealProposals(fields, pack)} />
      )}
    </>
  );
}

interface ProposalsProps {
  record: RecordView;
  field: 'deadline' | 'appealUntil';
  proposals: readonly Proposal[];
}

/** Days reckoned by the country's rules, each taken over in one tap. */
function Proposals({ record, field, proposals }: ProposalsProps) {
  const { translator, mayWrite, save } = useOpenCase();
  const before = (name: string) => record.fields[name]?.value ?? null;
  const isSet = before(field) !== null;
  if (proposals.length === 0) return null;
  const use = (proposal: Proposal): void => {
    const day = sayDate(translator, { day: proposal.day });
    const fields = {
      [field]: { set: { day: proposal.day } },
      ...(field === 'deadline' ? { deadlineRule: { set: proposal.rule } } : {}),
    };
    const back = Object.fromEntries(Object.keys(fields).map((name) => [name, { set: before(name) }]));
    void save([{ kind: 'matter', record: record.id, fields }], t('matters.deadline.set', { day }), [
      { kind: 'matter', record: record.id, fields: back },
    ]);
  };
  return (
    <div class="stack stack-tight small">
      <p>{t(isSet ? 'matters.deadline.moved' : 'matters.deadline.proposals')}</p>
      {proposals.map((proposal) => {
        const day = sayDate(translator, { day: proposal.day });
        return (
          <div key={proposal.rule} class="cluster">
            <span>
              {t('matters.deadline.propose', {
                rule: codeLabel(translator, 'deadline-rules', proposal.rule),
                day,
              })}
            </span>
            {mayWrite && (
              <Button
                kind="plain"
                small
                label={t('matters.deadline.useOf', { day })}
                onClick={() => use(proposal)}
              >
                {t('matters.deadline.use')}
              </Button>
            )}
          </div>
        );
      })}
      <p class="muted">
        {[
          t('matters.deadline.lawyer'),
          proposals.some(({ estimated }) => estimated) ? t('matters.deadline.estimated') : '',
        ].join(' ')}
      </p>
    </div>
  );
}
