import { textIn, valuesOf } from '@dayaq/acts/record-values';
import { nameFor } from '@dayaq/domain';
import type { RefObject } from 'preact';
import { Menu } from '../../look/Menu.tsx';
import { codeLabel, kindLabel, textsOf } from '../../fields/index.ts';
import { t } from '../../locale/index.ts';
import { Button } from '../../look/Button.tsx';
import { Tag, type Tone } from '../../look/Tag.tsx';
import { useOpenProvider } from './open-provider.ts';
import { stateItems } from './state-items.ts';

const TRUST_TONES: Readonly<Record<string, Tone>> = {
  vetted: 'o',
  known: 'a',
  doubtful: 'w',
  harmful: 'd',
};

/** Who it is, what we must know of it before anything else, and what can be written down. */
export function ProviderHead({ heading }: { heading: RefObject<HTMLHeadingElement | null> }) {
  const open = useOpenProvider();
  const { root, translator, mayWrite, edit, live } = open;
  const type = textIn(root, 'type');
  const state = textIn(root, 'state');
  const trust = textIn(root, 'trust') || 'not-known';
  const told = textsOf(root.fields.reportsTo?.value).filter((code) => code !== 'none' && code !== 'unknown');
  const words = (kind: string) => t('services.add', { what: kindLabel(translator, kind) });
  const services = live.filter((record) => record.kind === 'service');
  const [only] = services;
  const preset = services.length === 1 && only !== undefined ? { service: only.id } : {};
  const add = (kind: string, values = {}) => ({
    text: words(kind),
    onChoose: () => edit({ title: words(kind), kind, record: null, preset: values }),
  });
  const name = nameFor(valuesOf(root), translator.language);
  return (
    <header class="stack stack-tight">
      <p class="kicker">
        {[type !== '' && codeLabel(translator, 'provider-types', type), kindLabel(translator, 'provider')]
          .filter((words) => words !== false)
          .slice(0, 1)
          .join('')}
      </p>
      <div class="service-head">
        <h2 class="case-title" tabIndex={-1} ref={heading}>
          {name}
        </h2>
        {mayWrite && (
          <Menu
            label={t('services.more')}
            as="dots"
            items={[
              {
                text: t('services.editProvider'),
                onChoose: () => edit({ title: name, kind: 'provider', record: root }),
              },
              add('service'),
              add('location'),
              add('schedule', { what: 'hours', ...preset }),
              ...(services.length === 0 ? [] : [add('capacity', preset)]),
              { text: t('cases.history.title'), onChoose: () => open.showHistory(null) },
              { text: t('cases.restrict.title'), onChoose: open.restrict },
              ...stateItems(open, root),
              { text: t('services.delete'), danger: true, onChoose: () => open.remove(root) },
            ]}
          />
        )}
      </div>
      <ul class="case-tags">
        {open.dossier.restricted && (
          <li>
            <Tag>{t('cases.list.restricted')}</Tag>
          </li>
        )}
        {state !== '' && state !== 'active' && (
          <li>
            <Tag tone={state === 'ended' ? 'n' : 'w'}>{codeLabel(translator, 'provider-states', state)}</Tag>
          </li>
        )}
        <li>
          <Tag {...(TRUST_TONES[trust] === undefined ? {} : { tone: TRUST_TONES[trust] })}>
            {codeLabel(translator, 'trust-levels', trust)}
          </Tag>
        </li>
        {told.map((to) => (
          <li key={to}>
            <Tag tone="w">{t('services.reportsTo', { to: codeLabel(translator, 'reporting', to) })}</Tag>
          </li>
        ))}
      </ul>
      {mayWrite && (
        <div class="buttons no-print">
          <Button kind="plain" onClick={() => open.recordEvent(null)}>
            {t('services.event.act')}
          </Button>
        </div>
      )}
    </header>
  );
}
