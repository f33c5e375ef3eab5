import { foldForQuery, foldForIndex } from '@dayaq/locale';
import { useMemo, useState } from 'preact/hooks';
import { Choice, ChoiceGroup } from '../../../look/Choice.tsx';
import { TextField } from '../../../look/Field.tsx';
import { useDirectory } from '../../../services/index.ts';
import { useOpenCase } from '../../detail/open-case.ts';
import { type Exclusions, withOrganisation, withoutOrganisation } from './exclusions.ts';

/** Lines that a search shows. */
const MOST = 8;

/** Organisations of the directory: those that are excluded, and those that a search finds. */
export function ExcludeProviders({
  exclusions,
  onChange,
}: {
  exclusions: Exclusions;
  onChange: (exclusions: Exclusions) => void;
}) {
  const { translator } = useOpenCase();
  const { t } = translator;
  const directory = useDirectory();
  const [search, setSearch] = useState('');
  const providers = useMemo(() => {
    const known = directory.step === 'here' ? directory.directory.providers : [];
    return known.map(({ id, name }) => ({ id, name, folded: foldForIndex(name) }));
  }, [directory.step === 'here' ? directory.directory : null]);
  if (providers.length === 0) return null;
  const wanted = foldForQuery(search);
  const found =
    wanted.length === 0
      ? []
      : providers.filter(({ folded }) =>
          wanted.every((word) => folded.split(' ').some((one) => one.startsWith(word))),
        );
  const out = providers.filter(({ id }) => exclusions.ids.includes(id));
  const shown = [...out, ...found.filter((one) => !out.includes(one)).slice(0, MOST)];
  return (
    <div class="stack stack-tight">
      <TextField label={t('referrals.exclude.find')} value={search} onValue={setSearch} max={160} />
      <p role="status" class="muted small">
        {search.trim() === '' ? '' : t('referrals.exclude.found', { count: found.length })}
      </p>
      {shown.length > 0 && (
        <ChoiceGroup legend={t('referrals.exclude.services')}>
          {shown.map(({ id, name }) => (
            <Choice
              key={id}
              type="checkbox"
              label={name}
              checked={exclusions.ids.includes(id)}
              onChange={(excluded) =>
                onChange(
                  excluded
                    ? withOrganisation(exclusions, { ids: [id], name })
                    : withoutOrganisation(exclusions, { ids: [id], name }),
                )
              }
            />
          ))}
        </ChoiceGroup>
      )}
    </div>
  );
}
