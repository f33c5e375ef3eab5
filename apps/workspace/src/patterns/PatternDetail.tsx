import { textIn } from '@dayaq/acts/record-values';
import type { Id } from '@dayaq/vault/client';
import { useId, useState } from 'preact/hooks';
import type { Room } from '../cases/room.ts';
import { DistantRecordDialog } from '../dossier/DistantRecordDialog.tsx';
import { codeLabel } from '../fields/index.ts';
import { t } from '../locale/index.ts';
import { Button } from '../look/Button.tsx';
import { Tag } from '../look/Tag.tsx';
import { Asking } from '../shell/Asking.tsx';
import { say, useQuery } from '../vault/session.ts';
import { CaseLinks } from './CaseLinks.tsx';

/** Cases of one pattern that are looked for. */
const MOST = 500;

/** A pattern: what people say of it, and its cases, to those who may open them. Of others not even their number is told. */
export function PatternDetail({ room, id }: { room: Room; id: Id }) {
  const heading = useId();
  const query = useQuery((vault) => vault.dossier(id), [id], ['pattern']);
  const links = useQuery((vault) => vault.linked({ id, limit: MOST }), [id], ['pattern-case', 'case']).data;
  const [isEditing, setIsEditing] = useState(false);
  const { data } = query;
  if (data === undefined) return <Asking query={query} />;
  const root = data.ok ? data.value.records.find((record) => record.id === id && !record.deleted) : undefined;
  if (root === undefined || root.kind !== 'pattern')
    return <p role="alert">{data.ok ? t('patterns.gone') : say(data.failure)}</p>;
  const { translator, members, country } = room;
  const cases = new Set(
    (links?.from ?? []).flatMap(({ field, end }) =>
      field === 'pattern' && end.kind === 'pattern-case' ? [end.dossier] : [],
    ),
  );
  return (
    <>
      <header class="stack stack-tight">
        <h2>{textIn(root, 'name') || t('patterns.unnamed')}</h2>
        <p>
          <Tag>{codeLabel(translator, 'pattern-states', textIn(root, 'state'))}</Tag>
        </p>
        {textIn(root, 'account') !== '' && <p class="prose">{textIn(root, 'account')}</p>}
        {room.role !== 'viewer' && (
          <div class="buttons no-print">
            <Button kind="plain" small onClick={() => setIsEditing(true)}>
              {t('patterns.edit')}
            </Button>
          </div>
        )}
      </header>
      <section class="stack stack-tight no-print" aria-labelledby={heading}>
        <h2 id={heading}>{t('patterns.cases')}</h2>
        {cases.size === 0 ? <p class="muted">{t('patterns.noCases')}</p> : <CaseLinks cases={[...cases]} />}
      </section>
      {isEditing && (
        <DistantRecordDialog
          dossier={id}
          record={id}
          around={{ translator, members, country, records: [] }}
          request={{
            title: t('patterns.edit'),
            kind: 'pattern',
            only: ['name', 'state', 'account'],
            said: t('patterns.kept'),
          }}
          onClose={() => setIsEditing(false)}
        />
      )}
    </>
  );
}
