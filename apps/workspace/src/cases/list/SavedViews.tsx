import { Button } from '../../look/Button.tsx';
import type { SavedView } from '@dayaq/vault/client';
import { useEffect, useId, useState } from 'preact/hooks';
import { DraftLine } from '../../drafts/DraftLine.tsx';
import { useDrafted } from '../../drafts/use-drafted.ts';
import { useTooLong } from '../../fields/inputs/too-long.ts';
import { translator } from '../../locale/index.ts';
import { Dialog } from '../../look/Dialog.tsx';
import { FieldFrame } from '../../look/FieldFrame.tsx';
import type { Room } from '../room.ts';
import type { ListSearch } from '../../list/pages.ts';
import { filterCodeText } from '../../filters/filter-words.ts';
import { chosen } from '../../filters/filters.ts';
import { sameSearch } from './filters.ts';

/** Longest name of a view, in characters. */
const LONGEST = 60;

interface Props {
  room: Room;
  search: ListSearch;
  onSearch: (search: ListSearch) => void;
  onClose: () => void;
}

/** Searches kept under a name, on this device: use one, keep the present one, rename or drop. */
export function SavedViews({ room, search, onSearch, onClose }: Props) {
  const { t } = room.translator;
  const { vault } = room;
  const [views, setViews] = useState<SavedView[] | null>(null);
  const [renaming, setRenaming] = useState<string | null>(null);
  const reload = () => vault.savedViews().then(setViews);
  useEffect(() => void reload(), []);

  const keep = async (view: SavedView) => {
    await vault.saveView(view);
    setRenaming(null);
    await reload();
  };
  const drop = async (view: SavedView) => {
    await vault.dropView(view.id);
    await reload();
  };
  const isKept = views?.some((view) => sameSearch(view.query, search)) ?? true;

  return (
    <Dialog open title={t('cases.views.title')} onClose={onClose}>
      {views !== null && views.length === 0 && <p class="muted">{t('cases.views.none')}</p>}
      <ul class="case-views">
        {views?.map((view) => (
          <li key={view.id}>
            {renaming === view.id ? (
              <NameForm
                about={view.id}
                label={t('cases.views.name')}
                action={t('cases.views.save')}
                name={view.name}
                onName={(name) => keep({ ...view, name })}
              />
            ) : (
              <div class="case-view">
                <button
                  type="button"
                  class="case-view-use"
                  aria-pressed={sameSearch(view.query, search)}
                  onClick={() => {
                    const { text, filters, sort, descending } = view.query;
                    onSearch({ text, filters, sort, descending });
                    onClose();
                  }}
                >
                  <span class="strong">{view.name}</span>
                  <span class="muted small">{viewText(room, view.query)}</span>
                </button>
                <Button kind="quiet" small onClick={() => setRenaming(view.id)}>
                  {t('cases.views.rename')}
                </Button>
                <Button kind="quiet" small onClick={() => drop(view)}>
                  {t('cases.views.drop')}
                </Button>
              </div>
            )}
          </li>
        ))}
      </ul>
      {!isKept && (
        <NameForm
          about="new"
          label={t('cases.views.keep', { view: viewText(room, search) })}
          action={t('cases.views.save')}
          name=""
          onName={async (name) =>
            keep({ id: await vault.newId(), name, query: { ...search, offset: 0, limit: 100 } })
          }
        />
      )}
    </Dialog>
  );
}

/** A view in words: its text and filters, or "every case". */
function viewText(room: Room, query: ListSearch): string {
  const parts = chosen('case', query.filters).map(({ name, code }) =>
    filterCodeText(room, 'case', name, code),
  );
  if (query.text.trim() !== '') parts.unshift(`“${query.text.trim()}”`);
  return parts.length === 0 ? room.translator.t('cases.views.every') : parts.join(' · ');
}

interface NameFormProps {
  /** The view that is named. */
  about: string;
  label: string;
  action: string;
  name: string;
  onName: (name: string) => Promise<void>;
}

function NameForm({ about, label, action, name, onName }: NameFormProps) {
  const id = useId();
  const form = useDrafted({
    place: { dossier: null, about, purpose: 'view' },
    title: label,
    begin: { text: name },
  });
  const { text } = form.typed;
  const tooLong = useTooLong(translator.value, text, LONGEST);
  if (!form.ready) return null;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (text.trim() === '' || tooLong !== undefined) return;
        void onName(text.trim()).then(() => form.done());
      }}
    >
      <FieldFrame id={id} label={label} problem={tooLong}>
        <div class="input-with-button">
          <input
            id={id}
            type="text"
            aria-invalid={tooLong !== undefined}
            aria-describedby={`${id}-problem`}
            value={text}
            onInput={(e) => form.put({ text: e.currentTarget.value })}
          />
          <Button type="submit" disabled={text.trim() === ''}>
            {action}
          </Button>
        </div>
      </FieldFrame>
      <DraftLine form={form} />
    </form>
  );
}
