import { packOf } from '@dayaq/domain';
import { Button } from '../../look/Button.tsx';
import { Notice } from '../../look/Notice.tsx';
import { type IntakeDraft, readersOf } from '@dayaq/acts/intake/draft';
import type { IntakeRoom, StepProps } from '../room.ts';

/** High danger: saving what is there, whose turn it is next, and the country's own numbers, all where the answer was given. */
export function SafetyFirst({ room, draft, onSaveNow }: StepProps) {
  const { t } = room.translator;
  const next = nextToAct(room, draft);
  const all = packOf(room.country)?.emergency ?? [];
  // Who did it is not called for help.
  const numbers = all.filter(({ help }) => !didIt(draft, help));
  const left = all.find(({ help }) => didIt(draft, help));
  return (
    <Notice tone="d" role="status">
      <h3>{t('intake.now.highTitle')}</h3>
      <p>{next === null ? t('intake.now.highAlone') : t('intake.now.high', { name: next })}</p>
      <div>
        <Button onClick={onSaveNow}>{t('intake.now.saveAtOnce')}</Button>
      </div>
      {numbers.length > 0 && (
        <>
          <p class="small">{t('intake.now.numbers')}</p>
          <div class="cluster">
            {numbers.map(({ help, number }) => (
              <Button key={help} kind="plain" href={`tel:${number}`}>
                {t(`intake.now.help.${help}`, { number })}
              </Button>
            ))}
          </div>
        </>
      )}
      {left !== undefined && <p class="small">{t('intake.now.theyDidIt', { number: left.number })}</p>}
    </Notice>
  );
}

/** Whether those who would come are among those who did it. */
export function didIt({ acts, apart, types }: IntakeDraft, help: string): boolean {
  return apart.includes(help) || types.some((type) => acts[type]?.by.includes(help) === true);
}

/** Who must act after whoever writes this down: a coordinator first, then the rest, of those who may open the case. */
export function nextToAct(
  { members, me }: Pick<IntakeRoom, 'members' | 'me'>,
  draft: IntakeDraft,
): string | null {
  const readers = readersOf(draft);
  const able = members.filter(
    ({ account, role, removed }) =>
      account !== me && !removed && role !== 'viewer' && (readers?.includes(account) ?? true),
  );
  return (able.find(({ role }) => role === 'coordinator') ?? able[0])?.name ?? null;
}
