import { kindLabel } from '../../fields/index.ts';
import { Menu } from '../../look/Menu.tsx';
import { clientOf, useOpenCase } from './open-case.ts';
import { Button } from '../../look/Button.tsx';

/** What is asked about a thing done, the telling part first. */
const RESPONSE_FIELDS = [
  'type',
  'note',
  'done',
  'with',
  'result',
  'forWhom',
  'owner',
  'byWhom',
  'minutes',
  'planned',
] as const;

/** The one thing that is added most stands as a button; the others in a menu beside it. */
export function AddBar({ onAddFile }: { onAddFile: () => void }) {
  const { live, edit, me, today, translator } = useOpenCase();
  const { t } = translator;
  const client = clientOf(live);
  const forClient = client === undefined ? [] : [client.id];
  const hasClient = live.some((record) => record.fields.role?.value === 'client');
  const day = { day: today };
  return (
    <div class="case-add no-print">
      <Button
        onClick={() =>
          edit({
            title: t('cases.add.response'),
            kind: 'response',
            record: null,
            only: RESPONSE_FIELDS,
            preset: { owner: me, done: day, forWhom: forClient, byWhom: 'us' },
          })
        }
      >
        {t('cases.add.response')}
      </Button>
      <Menu
        label={t('cases.add.more')}
        items={[
          {
            text: t('cases.add.task'),
            onChoose: () =>
              edit({
                title: t('cases.add.task'),
                kind: 'task',
                record: null,
                preset: { owner: me, rule: 'by-hand' },
              }),
          },
          {
            text: t('cases.add.violation'),
            onChoose: () =>
              edit({
                title: t('cases.add.violation'),
                kind: 'violation',
                record: null,
                preset: { victims: forClient },
              }),
          },
          {
            text: t('cases.add.note'),
            onChoose: () =>
              edit({ title: t('cases.add.note'), kind: 'note', record: null, preset: { date: day } }),
          },
          {
            text: t('cases.add.person'),
            onChoose: () =>
              edit({
                title: t('cases.add.person'),
                kind: 'person',
                record: null,
                preset: { role: hasClient ? 'dependant' : 'client' },
              }),
          },
          {
            text: t('cases.add.perpetrator'),
            onChoose: () =>
              edit({ title: kindLabel(translator, 'perpetrator'), kind: 'perpetrator', record: null }),
          },
          {
            text: t('cases.add.source'),
            onChoose: () =>
              edit({ title: t('cases.add.source'), kind: 'source', record: null, preset: { date: day } }),
          },
          { text: t('cases.add.file'), onChoose: onAddFile },
        ]}
      />
    </div>
  );
}
