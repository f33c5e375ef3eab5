import type { Id, Value } from '@dayaq/vault/client';
import { useLocation } from 'preact-iso';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import '../../cases/cases.css';
import { editOps, lacking } from '../../dossier/record-state.ts';
import { useRoom } from '../../cases/use-room.ts';
import type { Room } from '../../cases/room.ts';
import { DraftLine } from '../../drafts/DraftLine.tsx';
import { useDrafted } from '../../drafts/use-drafted.ts';
import { codeLabel, fieldLabel, RecordForm, textsOf } from '../../fields/index.ts';
import { t } from '../../locale/index.ts';
import { Button } from '../../look/Button.tsx';
import { announce } from '../../look/live.tsx';
import { Notice } from '../../look/Notice.tsx';
import { Page } from '../../look/Page.tsx';
import { say } from '../../vault/session.ts';
import '../services.css';
import { useDirectory } from '../use-directory.ts';
import { alikeIn } from './alike.ts';

const PARTS = ['provider', 'service', 'location'] as const;
type Part = (typeof PARTS)[number];
/** What is asked at once. All the rest has its place on the provider's page. */
const ASKED: Readonly<Record<Part, readonly string[]>> = {
  provider: ['name', 'type', 'frontGate'],
  service: ['serves', 'name'],
  location: ['area'],
};
type Written = Record<Part, Record<string, Value>>;
const NOTHING: Written = { provider: {}, service: {}, location: {} };

/** Somebody new in the directory: who, what they do, where. All the rest can be added on their page. */
export function NewProviderPage() {
  const room = useRoom();
  return (
    <Page title={t('services.new.title')}>
      {room === null ? null : room.role === 'viewer' ? (
        <p>{t('services.viewerOnly')}</p>
      ) : (
        <NewProvider room={room} />
      )}
    </Page>
  );
}

function NewProvider({ room }: { room: Room }) {
  const { vault, translator, members, country } = room;
  const { route } = useLocation();
  const directory = useDirectory();
  const form = useDrafted<Written & { ids: Id[] }>({
    place: { dossier: null, about: 'provider', purpose: 'new' },
    title: t('services.new.title'),
    begin: { ...NOTHING, ids: [] },
    isBlank: (typed) => PARTS.every((part) => Object.values(typed[part]).every((value) => value === null)),
  });
  const values = form.typed;
  const { ids } = values;
  const [missing, setMissing] = useState<readonly string[]>([]);
  const [failure, setFailure] = useState('');
  const [saving, setSaving] = useState(false);
  const unreadable = useRef<Partial<Record<Part, readonly string[]>>>({});
  useEffect(() => {
    if (form.ready && ids.length === 0)
      void Promise.all(PARTS.map(() => vault.newId())).then((fresh) => form.put({ ids: fresh }));
  }, [form.ready, ids.length]);
  const around = { translator, records: [], members, country };
  const name = typeof values.provider.name === 'string' ? values.provider.name : '';
  const known = directory.step === 'here' ? directory.directory.providers : [];
  const alike = useMemo(() => alikeIn(known, name), [known, name]);
  const hasPlace = values.location.area != null;

  async function save(): Promise<void> {
    const [provider, service, location] = ids;
    if (provider === undefined || service === undefined || location === undefined || saving) return;
    const [serves] = textsOf(values.service.serves);
    const named =
      typeof values.service.name === 'string' && values.service.name.trim() !== ''
        ? values.service.name
        : serves === undefined
          ? ''
          : codeLabel(translator, 'services', serves);
    const full: Written = {
      provider: values.provider,
      service: { ...values.service, name: named },
      location: values.location,
    };
    const wrong = PARTS.flatMap((part) =>
      part === 'location' && !hasPlace
        ? []
        : [...lacking(part, full[part], undefined), ...(unreadable.current[part] ?? [])].map((field) =>
            fieldLabel(translator, part, field),
          ),
    );
    setMissing([...new Set(wrong)]);
    if (wrong.length > 0) return;
    setSaving(true);
    const outcome = await vault.save({
      dossier: provider,
      changes: [
        { kind: 'provider', record: provider, fields: editOps('provider', {}, full.provider) },
        {
          kind: 'service',
          record: service,
          fields: editOps(
            'service',
            {},
            {
              ...full.service,
              ...(hasPlace ? { locations: [location] } : {}),
            },
          ),
        },
        ...(hasPlace
          ? [{ kind: 'location', record: location, fields: editOps('location', {}, full.location) }]
          : []),
      ],
    });
    setSaving(false);
    if (!outcome.ok) {
      setFailure(say(outcome.failure));
      return;
    }
    form.done();
    announce(t('services.saved'));
    route(`/services/${provider}`, true);
  }

  if (!form.ready) return null;
  return (
    <form
      class="stack stack-loose"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <p class="muted">{t('services.new.hint')}</p>
      {PARTS.map((part, index) => (
        <section key={`${part} ${form.turn}`} class={index === 0 ? 'stack' : 'stack part'}>
          <h2>{t(`services.new.${part}`)}</h2>
          <RecordForm
            {...around}
            kind={part}
            record={ids[index] ?? ''}
            values={values[part]}
            onChange={(next) => form.put({ [part]: next })}
            only={ASKED[part]}
            showProblems={missing.length > 0}
            onUnreadable={(fields) => {
              unreadable.current = { ...unreadable.current, [part]: fields };
            }}
          />
          {part === 'provider' && alike.length > 0 && (
            <Notice role="status">
              <p>{t('services.new.alike')}</p>
              <ul>
                {alike.map(({ id, name }) => (
                  <li key={id}>
                    <a href={`/services/${id}`}>{name}</a>
                  </li>
                ))}
              </ul>
            </Notice>
          )}
        </section>
      ))}
      {missing.length > 0 && (
        <Notice tone="w" role="alert">
          <p>{t('drafts.lookAgain', { fields: missing.join(', ') })}</p>
        </Notice>
      )}
      {failure !== '' && (
        <Notice tone="w" role="alert">
          <p>{failure}</p>
        </Notice>
      )}
      <DraftLine form={form} />
      <div class="buttons">
        <Button type="submit" busy={saving}>
          {t('services.new.save')}
        </Button>
        <Button kind="plain" href="/services">
          {t('services.form.cancel')}
        </Button>
      </div>
    </form>
  );
}
