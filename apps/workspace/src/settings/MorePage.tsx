import { formatList, formatNumber } from '@dayaq/locale';
import { language, t } from '../locale/index.ts';
import { Icon, type IconName } from '../look/Icon.tsx';
import { Page } from '../look/Page.tsx';
import { useCounts } from '../shell/counts.ts';
import { fold, isFolded } from '../shell/folds.ts';
import { lock } from '../shell/lock.ts';
import { countOf } from '../shell/NavLink.tsx';
import { type GroupName, GROUPS, type Place, placesOf } from '../shell/places.ts';
import { SpaceButton } from '../spaces/SpaceButton.tsx';
import { currentSpace, currentSpaceId, status, useQuery } from '../vault/session.ts';

/** On a phone: everything that has no place in the bar at the bottom, in the order of a laptop's rail. */
export function MorePage() {
  const mayWrite = currentSpace()?.me.role !== 'viewer';
  const counts = useCounts();
  const inside = useInside();
  const { waiting, held } = status.value.sync;
  const noteOf = ({ href }: Place): string => {
    if (href !== '/waiting') return inside[href] ?? '';
    return waiting + held > 0
      ? t('shell.state.waitingCount', { count: waiting + held })
      : t('shell.state.allSent');
  };
  return (
    <Page title={t('shell.more')}>
      <div class="stack">
        {/* Where there are several, it stands above every page already. */}
        {status.value.spaces.length === 1 && <SpaceButton class="space-box" />}
        <ul class="rows more-bar">
          {placesOf('bar', mayWrite).map((place) => (
            <Entry key={place.href} place={place} note={countOf(place.href, counts)?.number ?? ''} />
          ))}
        </ul>
        {GROUPS.map((group) => (
          <Group key={group} group={group} places={placesOf(group, mayWrite)} noteOf={noteOf} />
        ))}
        <ul class="rows">
          {placesOf('foot', mayWrite).map((place) => (
            <Entry key={place.href} place={place} note={noteOf(place)} />
          ))}
          <li>
            <button type="button" class="menu-link" onClick={lock}>
              <Icon name="lock" />
              <span>{t('shell.lock')}</span>
            </button>
          </li>
        </ul>
      </div>
    </Page>
  );
}

interface GroupProps {
  group: GroupName;
  places: readonly Place[];
  noteOf: (place: Place) => string;
}

/** Folded, it says in words what is inside: nothing has to be opened to be found. */
function Group({ group, places, noteOf }: GroupProps) {
  const isShut = isFolded(group);
  const id = `more-${group}`;
  return (
    <section>
      <button
        type="button"
        class="menu-link more-head"
        aria-expanded={!isShut}
        aria-controls={isShut ? undefined : id}
        onClick={() => fold(group, !isShut)}
      >
        <Icon name={isShut ? 'next' : 'down'} size={15} />
        <span class="grow strong">{t(`shell.groups.${group}`)}</span>
        {isShut && (
          <span class="small muted">
            {formatList(
              language.value,
              places.map(({ name }) => name()),
            )}
          </span>
        )}
      </button>
      {!isShut && (
        <ul class="rows" id={id}>
          {places.map((place) => (
            <Entry key={place.href} place={place} note={noteOf(place)} />
          ))}
        </ul>
      )}
    </section>
  );
}

function Entry({
  place: { href, icon, name },
  note,
}: {
  place: { href: string; icon: IconName; name: () => string };
  note: string;
}) {
  return (
    <li>
      <a class="menu-link" href={href}>
        <Icon name={icon} />
        <span class="grow">{name()}</span>
        {note !== '' && <span class="small muted">{note}</span>}
      </a>
    </li>
  );
}

/** How much is inside some places, by address. */
function useInside(): Partial<Record<string, string>> {
  const space = currentSpaceId();
  const { data } = useQuery(
    async (vault) => {
      const [providers, members] = await Promise.all([
        vault.dossiers({
          kinds: ['provider'],
          text: '',
          filters: {},
          sort: 'updated',
          descending: true,
          offset: 0,
          limit: 1,
          space,
        }),
        vault.members(),
      ]);
      return { providers: providers.total, members: members.filter(({ removed }) => !removed).length };
    },
    [space],
    ['provider', 'profile'],
  );
  if (data === undefined) return {};
  const said = (count: number): string => (count === 0 ? '' : formatNumber(language.value, count));
  return { '/services': said(data.providers), '/people': said(data.members) };
}
