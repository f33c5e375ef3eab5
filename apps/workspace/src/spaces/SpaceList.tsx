import type { Id, SpaceSummary } from '@dayaq/vault/client';
import { useLocation } from 'preact-iso';
import { formatNumber } from '@dayaq/locale';
import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { pastedFounding, pastedInvitation } from '../account/invitation.ts';
import { LinkField } from '../account/LinkField.tsx';
import { sortedLink } from '../account/sorted-link.ts';
import { language, t } from '../locale/index.ts';
import { Icon } from '../look/Icon.tsx';
import { Tag } from '../look/Tag.tsx';
import { account, currentSpaceId, status, useQuery, workIn } from '../vault/session.ts';
import { spacesAreOpen } from './open-spaces.ts';
import './spaces.css';
import { waitsIn } from './waits.ts';

/** The organisations of this account with what waits in each, and the ways into a further one. */
export function SpaceList() {
  const { route } = useLocation();
  const { spaces } = status.value;
  const here = currentSpaceId();
  const me = account.value ?? '';
  const ids = spaces.map(({ id }) => id);
  const { data: waits } = useQuery(
    async (vault) =>
      new Map(await Promise.all(ids.map(async (id) => [id, await waitsIn(vault, id, me)] as const))),
    [ids.join(), me],
    ['task', 'case', 'handover'],
  );
  const list = useRef<HTMLUListElement>(null);
  // Where it arrives after its dialog, that has given the focus to its own first button: one begins at the organisations.
  useEffect(() => list.current?.querySelector<HTMLElement>('[aria-current]')?.focus(), []);
  const notLink = useSignal(false);
  const choose = (id: Id): void => {
    spacesAreOpen.value = false;
    if (id === here) return;
    // What is on the page belongs to the other organisation.
    route('/today');
    workIn(id);
  };
  const follow = (link: string): void => {
    const { path, text } = sortedLink(link);
    notLink.value = path === null;
    if (path === null) return;
    (path === '/begin' ? pastedFounding : pastedInvitation).value = text;
    spacesAreOpen.value = false;
    route(path);
  };
  return (
    <div class="stack stack-loose">
      <ul class="rows spaces" ref={list}>
        {spaces.map((space) => (
          <li key={space.id}>
            <Line
              space={space}
              isHere={space.id === here}
              waits={waits?.get(space.id) ?? 0}
              onChoose={() => choose(space.id)}
            />
          </li>
        ))}
      </ul>
      <section class="stack stack-tight" aria-labelledby="further-space">
        <h3 id="further-space">{t('spaces.further.title')}</h3>
        <p class="muted">{t('spaces.further.text')}</p>
        <LinkField
          label={t('spaces.further.link')}
          hint={t('spaces.further.hint')}
          act={t('account.link.act')}
          error={notLink.value ? t('errors.link-malformed') : undefined}
          onLink={follow}
        />
        <p class="small">
          <a href="/settings#elsewhere" onClick={() => (spacesAreOpen.value = false)}>
            {t('spaces.further.elsewhere')}
          </a>
        </p>
      </section>
    </div>
  );
}

interface LineProps {
  space: SpaceSummary;
  isHere: boolean;
  waits: number;
  onChoose: () => void;
}

function Line({ space, isHere, waits, onChoose }: LineProps) {
  return (
    <button
      type="button"
      class="space-line"
      aria-current={isHere ? 'true' : undefined}
      // Where the list is here before its dialog opens, the dialog gives the focus.
      autofocus={isHere}
      onClick={onChoose}
    >
      <span class="grow">
        <span class="row-title">{space.name || t('people.peers.unnamed')}</span>
        <span class="row-note row-meta">
          {space.removed ? (
            <Tag tone="d">{t('people.state.removed')}</Tag>
          ) : (
            <span>{t(`people.role.${space.me.role}`)}</span>
          )}
          {!space.removed && !space.ready && <Tag tone="w">{t('people.state.waiting')}</Tag>}
          {space.disputes > 0 && <Tag tone="d">{t('shell.state.disputes')}</Tag>}
          {waits > 0 && (
            <span>{t('spaces.waits', { count: waits, number: formatNumber(language.value, waits) })}</span>
          )}
        </span>
      </span>
      {isHere && <Icon name="check" />}
    </button>
  );
}
