import { t } from '../../locale/index.ts';

/** The number in groups, in an order that can be read aloud, and over how many changes of the team it stands. */
export function Digits({ groups, acts }: { groups: readonly string[]; acts: number }) {
  return (
    <div class="stack stack-tight">
      <ol class="same-digits" aria-label={t('people.same.number')}>
        {groups.map((group, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two groups may be alike, and their order is all they are.
          <li key={index}>{group}</li>
        ))}
      </ol>
      <p class="muted">{t('people.same.acts', { count: acts })}</p>
    </div>
  );
}
