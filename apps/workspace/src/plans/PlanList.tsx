import { broughtIn, namesOf } from '@dayaq/acts/framework/bring';
import type { PackFramework } from '@dayaq/domain/frameworks';
import type { DossierRow, Failure, Id } from '@dayaq/vault/client';
import { useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import type { Room } from '../cases/room.ts';
import { DistantRecordDialog } from '../dossier/DistantRecordDialog.tsx';
import { codeLabel, titleFields } from '../fields/index.ts';
import { groupOf, toldText } from '@dayaq/domain';
import { t } from '../locale/index.ts';
import { Button } from '../look/Button.tsx';
import { Empty } from '../look/Empty.tsx';
import { announce } from '../look/live.tsx';
import { Notice } from '../look/Notice.tsx';
import { Row } from '../look/Row.tsx';
import { say, useQuery } from '../vault/session.ts';
import { NextDates } from './sessions/NextDates.tsx';

interface Props {
  room: Room;
  plans: readonly DossierRow[];
}

/** What states have bound themselves to: what this organisation follows, and what the program knows besides. */
export function PlanList({ room, plans }: Props) {
  const [isNew, setIsNew] = useState(false);
  const mayWrite = room.role !== 'viewer';
  return (
    <div class="stack">
      {plans.length === 0 && (
        <div class="plan-part">
          <Empty icon="check" title={t('plans.empty')}>
            <p class="muted">{t('plans.emptyHint')}</p>
          </Empty>
        </div>
      )}
      <ul class="list plan-rows">
        {plans.map((row) => (
          <li key={row.id}>
            <Row
              href={`/plans/${row.id}`}
              icon="check"
              title={titleIn(row, room)}
              note={(row.codes['type'] ?? [])
                .map((code) => codeLabel(room.translator, 'framework-types', code))
                .join(', ')}
            />
          </li>
        ))}
      </ul>
      <NextDates room={room} />
      {mayWrite && (
        <div class="plan-part stack">
          <BringIn room={room} />
          <Button kind="plain" onClick={() => setIsNew(true)}>
            {t('plans.add')}
          </Button>
        </div>
      )}
      {isNew && (
        <DistantRecordDialog
          dossier={null}
          record={null}
          around={{
            translator: room.translator,
            members: room.members,
            country: room.country,
            records: [],
          }}
          request={{ title: t('plans.add'), kind: 'framework', only: groupOf('framework', 'what') }}
          onClose={() => setIsNew(false)}
        />
      )}
    </div>
  );
}

function titleIn({ told }: DossierRow, { translator }: Room): string {
  const names = titleFields('framework', translator.language).map((field) => toldText({ told }, field));
  return names.find((name) => name !== '') ?? t('plans.unnamed');
}

/** What the program knows of this country first; each is brought in once, whoever of the organisation does it. */
function BringIn({ room }: { room: Room }) {
  const { vault, translator, country } = room;
  const { route } = useLocation();
  const [busy, setBusy] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const { data } = useQuery(
    async (asked) => {
      const { PACK_FRAMEWORKS } = await import('@dayaq/domain/frameworks');
      const ids = await asked.idsFor(PACK_FRAMEWORKS.flatMap((pack) => namesOf(pack).slice(0, 1)));
      const here = await Promise.all(ids.map(async (id) => (await asked.spaceOf(id)) !== null));
      return PACK_FRAMEWORKS.filter((_, i) => here[i] !== true);
    },
    [country],
    ['framework'],
  );
  const bring = async (pack: PackFramework): Promise<void> => {
    setBusy(pack.key);
    const root = await bringIn(vault, pack).catch((): Failure => ({ code: 'no-answer' }));
    setBusy(null);
    setProblem(typeof root === 'string' ? null : say(root));
    if (typeof root !== 'string') return;
    announce(t('plans.brought'));
    route(`/plans/${root}`);
  };
  const own = (data ?? []).filter((pack) => pack.country === country);
  const others = (data ?? []).filter((pack) => pack.country !== country);
  const line = (pack: PackFramework) => (
    <li key={pack.key} class="spread">
      <span>{pack.name[translator.language]}</span>
      <Button kind="plain" small busy={busy === pack.key} onClick={() => void bring(pack)}>
        {t('plans.bring')}
      </Button>
    </li>
  );
  if (own.length + others.length === 0) return null;
  return (
    <section class="stack stack-tight" aria-labelledby="plans-known">
      <h2 id="plans-known">{t('plans.known')}</h2>
      <p class="muted small">{t('plans.knownHint')}</p>
      {problem !== null && (
        <Notice tone="w" role="alert">
          <p>{problem}</p>
        </Notice>
      )}
      <ul class="stack stack-tight plan-known">{own.map(line)}</ul>
      {others.length > 0 && (
        <details>
          <summary>{t('plans.others')}</summary>
          <ul class="stack stack-tight plan-known">{others.map(line)}</ul>
        </details>
      )}
    </section>
  );
}

/** Answers where it stands now, or why it does not. */
async function bringIn(vault: Room['vault'], pack: PackFramework): Promise<Id | Failure> {
  const names = namesOf(pack);
  const ids = await vault.idsFor(names);
  const [root] = ids;
  // The space's key has not come yet.
  if (root === undefined || ids.length !== names.length) return { code: 'not-found' };
  const byName = new Map(names.map((name, i) => [name, ids[i] as Id]));
  const changes = broughtIn(pack, (name) => byName.get(name) ?? root);
  const kept = await vault.saveTogether([{ dossier: root, changes, begins: true }]);
  return kept.ok ? root : kept.failure;
}
