import { type Belonging, belongingTo, canGo } from '@dayaq/acts/belonging';
import { textIn } from '@dayaq/acts/record-values';
import type { DossierView, Id } from '@dayaq/vault/client';
import { kindLabel } from '../../fields/index.ts';
import { t, translator } from '../../locale/index.ts';
import { Choice, ChoiceGroup } from '../../look/Choice.tsx';
import { useQuery } from '../../vault/session.ts';

/** What belongs to the people of a dossier beside it; undefined until that is known. */
export function useBelonging(id: Id): Belonging | undefined {
  return useQuery((vault) => belongingTo(vault, id), [id], ['case', 'counselling']).data;
}

interface Props {
  belonging: Belonging;
  /** What is about to be done with the dossier. */
  to: 'close' | 'destroy';
  chosen: ReadonlySet<Id>;
  onChosen: (chosen: ReadonlySet<Id>) => void;
}

/** What goes along with a dossier by itself, what cannot, and what else somebody may choose: nothing stands on unsaid. */
export function BelongingPart({ belonging: { before, others, more }, to, chosen, onChosen }: Props) {
  const going = before.filter((each) => to === 'close' || canGo(each));
  const staying = [...before, ...others].filter((each) => to === 'destroy' && !canGo(each));
  const choosable = others.filter((each) => to === 'close' || canGo(each));
  return (
    <>
      {going.length > 0 && (
        <>
          <p class="strong">{t(to === 'close' ? 'belonging.closesAlong' : 'belonging.goesAlong')}</p>
          <Names of={going} />
        </>
      )}
      {staying.length > 0 && (
        <>
          <p class="strong">{t('belonging.stays')}</p>
          <Names of={staying} />
        </>
      )}
      {choosable.length > 0 && (
        <ChoiceGroup
          legend={t('belonging.others')}
          hint={t(to === 'close' ? 'belonging.othersClose' : 'belonging.othersGo')}
        >
          {choosable.map((each) => (
            <Choice
              key={each.id}
              type="checkbox"
              label={nameOf(each)}
              checked={chosen.has(each.id)}
              onChange={(on) =>
                onChosen(new Set(on ? [...chosen, each.id] : [...chosen].filter((id) => id !== each.id)))
              }
            />
          ))}
        </ChoiceGroup>
      )}
      {more && <p>{t('belonging.more')}</p>}
    </>
  );
}

function Names({ of }: { of: readonly DossierView[] }) {
  return (
    <ul>
      {of.map((each) => (
        <li key={each.id}>{nameOf(each)}</li>
      ))}
    </ul>
  );
}

function nameOf({ id, kind, records }: DossierView): string {
  const root = records.find((record) => record.id === id);
  const said = root === undefined ? [] : [textIn(root, 'alias'), textIn(root, 'reference')];
  return said.filter(Boolean).join(', ') || kindLabel(translator.value, kind);
}
