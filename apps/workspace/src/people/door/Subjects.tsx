import { kindOf, NOTICE_LIMITS, type NoticedSubject } from '@dayaq/domain';
import { LANGUAGES } from '@dayaq/locale';
import type { ListedRecord } from '@dayaq/vault/client';
import { t } from '../../locale/index.ts';
import { Choice, ChoiceGroup } from '../../look/Choice.tsx';
import { useQuery } from '../../vault/session.ts';

/** Records that are looked through at once. */
const PAGE = 1000;

interface Props {
  chosen: readonly NoticedSubject[];
  onChange: (chosen: readonly NoticedSubject[]) => void;
}

/** What of our services and plans feedback is asked for on the public page. Everybody can read what is chosen. */
export function Subjects({ chosen, onChange }: Props) {
  const { data } = useQuery(
    (vault) => vault.records({ kinds: ['service', 'commitment'], after: null, limit: PAGE }),
    [],
    ['service', 'commitment'],
  );
  const here = (data?.records ?? []).flatMap(subjectOf);
  // What was chosen and is not to be had here now stays chosen.
  const gone = chosen.filter(({ record }) => here.every((each) => each.record !== record));
  const isFull = chosen.length >= NOTICE_LIMITS.subjects;
  if (here.length + gone.length === 0) return null;
  return (
    <details>
      <summary>{t('letters.feedback.subjects', { count: chosen.length })}</summary>
      <p class="muted">{t('letters.feedback.subjectsHint')}</p>
      {(['service', 'commitment'] as const).map((is) => {
        const all = [...here, ...gone].filter((each) => each.is === is);
        if (all.length === 0) return null;
        return (
          <ChoiceGroup
            key={is}
            legend={t(is === 'service' ? 'letters.feedback.services' : 'letters.feedback.actions')}
          >
            {all.map((each) => {
              const isChosen = chosen.some(({ record }) => record === each.record);
              return (
                <Choice
                  key={each.record}
                  type="checkbox"
                  label={Object.values(each.title).find((title) => title !== '') ?? ''}
                  checked={isChosen}
                  disabled={!isChosen && isFull}
                  onChange={(on) =>
                    onChange(on ? [...chosen, each] : chosen.filter(({ record }) => record !== each.record))
                  }
                />
              );
            })}
          </ChoiceGroup>
        );
      })}
    </details>
  );
}

/** A record as visitors choose it, by its name in each language that it has one in. */
function subjectOf({ record, kind, fields }: ListedRecord): NoticedSubject[] {
  if (kind !== 'service' && kind !== 'commitment') return [];
  const text = (field: string | undefined): string => {
    const value = field === undefined ? undefined : fields[field];
    return typeof value === 'string' ? value.trim().slice(0, NOTICE_LIMITS.subject) : '';
  };
  const titleIn = kindOf(kind)?.titleIn ?? {};
  const title = Object.fromEntries(
    LANGUAGES.map((language) => [language, text(titleIn[language]) || text('name')] as const),
  );
  return Object.values(title).every((each) => each === '') ? [] : [{ is: kind, record, title }];
}
