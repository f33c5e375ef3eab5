import type { CostAct } from '@dayaq/domain';
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { memberName, type Room } from '../cases/room.ts';
import { useRoom } from '../cases/use-room.ts';
import { t } from '../locale/index.ts';
import { Button } from '../look/Button.tsx';
import { announce } from '../look/live.tsx';
import { Notice } from '../look/Notice.tsx';
import { Page } from '../look/Page.tsx';
import { currentSpace } from '../vault/session.ts';
import type { AllCosts } from './all-costs.ts';
import { costGroups, type CostLine } from './cost-lines.ts';
import { textOf } from './cost-records.ts';
import { refusalWords } from './cost-words.ts';
import './costs.css';
import { CostRow } from './CostRow.tsx';
import { EveryCost } from './EveryCost.tsx';
import { Funds } from './Funds.tsx';
import { performOnCost } from './perform.ts';
import { ReasonDialog } from './ReasonDialog.tsx';
import { useCosts } from './use-costs.ts';

/** Money across cases: what waits for somebody, what the funds still hold, and every cost for the report. */
export function CostsPage() {
  const room = useRoom();
  const space = currentSpace();
  return (
    <Page title={t('costs.title')} layout="wide">
      {room === null || space === null || !space.ready ? (
        <p class="muted" role="status">
          {t('cases.notReady')}
        </p>
      ) : (
        <Costs key={space.id} room={room} space={space.id} />
      )}
    </Page>
  );
}

function Costs({ room, space }: { room: Room; space: string }) {
  const { costs, failed, again } = useCosts(space);
  if (failed) {
    return (
      <p role="alert">
        {t('cases.notOpened')}{' '}
        <button type="button" class="link" onClick={again}>
          {t('cases.again')}
        </button>
      </p>
    );
  }
  if (costs === undefined) return <p class="muted">{t('costs.loading')}</p>;
  return (
    <div class="costs-page">
      <div class="costs-column">
        {costs.cut && (
          <Notice tone="w">
            <p>{t('costs.page.cut')}</p>
          </Notice>
        )}
        <Waiting room={room} costs={costs} />
      </div>
      <Funds room={room} costs={costs} />
      <EveryCost room={room} costs={costs} />
    </div>
  );
}

/** Shown of each group before the rest is asked for. */
const FIRST = 20;

/** What somebody has to do something about. */
function Waiting({ room, costs }: { room: Room; costs: AllCosts }) {
  const { waiting, toPay, noReceipt } = costGroups(costs.lines);
  const [refusing, setRefusing] = useState<CostLine | null>(null);
  const [problem, setProblem] = useState<{ line: string; words: string } | null>(null);
  const { vault, me, role } = room;
  const fundName = nameIn(costs);

  async function perform(line: CostLine, act: CostAct, said: string): Promise<string | null> {
    const outcome = await performOnCost(vault, { dossier: line.dossier, cost: line.id }, act);
    const words = outcome.done ? null : refusalWords(outcome);
    setProblem(words === null ? null : { line: line.id, words });
    if (words === null) announce(said);
    return words;
  }
  const now = () => ({ by: me, at: Date.now() });
  const isOwn = ({ record }: CostLine) =>
    textOf(record, 'askedBy') === me || record.writers?.['askedBy'] === me;
  const isAlone = !room.members.some(
    (member) => member.role === 'coordinator' && !member.removed && member.account !== me,
  );

  const row = (line: CostLine, acts: ComponentChildren) => (
    <CostRow key={line.id} room={room} line={line} fund={fundName(line.fund)}>
      {problem?.line === line.id && (
        <Notice tone="d" role="alert">
          <p>{problem.words}</p>
        </Notice>
      )}
      {acts}
    </CostRow>
  );

  if (waiting.length + toPay.length + noReceipt.length === 0)
    return costs.lines.length === 0 ? null : <p class="muted">{t('costs.page.calm')}</p>;
  return (
    <>
      <Group title={t('costs.page.waiting')} lines={waiting}>
        {(line) =>
          row(
            line,
            isOwn(line) ? (
              <p class="small muted">
                {t('costs.own')} {isAlone && t('costs.ownAlone', { page: t('shell.people') })}
              </p>
            ) : (
              role === 'coordinator' && (
                <div class="buttons">
                  <Act
                    act={t('costs.act.approve')}
                    line={line}
                    onClick={() => void perform(line, { act: 'approve', ...now() }, t('costs.said.approve'))}
                  />
                  <Act plain act={t('costs.act.refuse')} line={line} onClick={() => setRefusing(line)} />
                </div>
              )
            ),
          )
        }
      </Group>
      <Group title={t('costs.page.toPay')} lines={toPay}>
        {(line) =>
          row(
            line,
            role !== 'viewer' && (
              <div class="buttons">
                <Act
                  plain
                  act={t('costs.act.pay')}
                  line={line}
                  onClick={() => void perform(line, { act: 'pay', ...now() }, t('costs.said.kept'))}
                />
              </div>
            ),
          )
        }
      </Group>
      <Group title={t('costs.page.noReceipt')} lines={noReceipt}>
        {(line) => row(line, null)}
      </Group>
      {refusing !== null && (
        <ReasonDialog
          place={{ dossier: refusing.dossier, about: refusing.record.id, purpose: 'refuse' }}
          title={t('costs.refuse.title')}
          label={t('costs.refuse.why')}
          hint={t('costs.refuse.hint', { name: memberName(room, textOf(refusing.record, 'askedBy')) })}
          act={t('costs.act.refuse')}
          danger
          onGiven={(why) => perform(refusing, { act: 'refuse', ...now(), why }, t('costs.said.refuse'))}
          onClose={() => setRefusing(null)}
        />
      )}
    </>
  );
}

interface ActProps {
  act: string;
  line: CostLine;
  plain?: boolean;
  onClick: () => void;
}

/** Named with its case, since several stand below each other. */
function Act({ act, line, plain, onClick }: ActProps) {
  return (
    <Button
      small
      kind={plain === true ? 'plain' : 'main'}
      label={t('costs.act.named', { act, what: line.case?.reference ?? '' })}
      onClick={onClick}
    >
      {act}
    </Button>
  );
}

interface GroupProps {
  title: string;
  lines: readonly CostLine[];
  children: (line: CostLine) => ComponentChildren;
}

function Group({ title, lines, children }: GroupProps) {
  const [most, setMost] = useState(FIRST);
  if (lines.length === 0) return null;
  return (
    <section class="costs-section">
      <h2>
        {title} <span class="muted">{lines.length}</span>
      </h2>
      <ul class="cost-lines">{lines.slice(0, most).map(children)}</ul>
      {lines.length > most && (
        <div>
          <Button kind="plain" small onClick={() => setMost(most + 100)}>
            {t('costs.page.more')}
          </Button>
        </div>
      )}
    </section>
  );
}

/** Name of a fund, empty for none and for one that is not known here. */
function nameIn(costs: AllCosts): (fund: string) => string {
  const names = new Map(costs.funds.map((fund) => [fund.id, textOf(fund, 'name')]));
  return (fund) => names.get(fund) ?? '';
}
