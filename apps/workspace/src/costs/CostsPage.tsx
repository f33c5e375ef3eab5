import { type CostAct, type CostState, isOwnCost } from '@dayaq/domain';
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { memberName, type Room } from '../cases/room.ts';
import { useRoom } from '../cases/use-room.ts';
import { codeLabel } from '../fields/index.ts';
import { t } from '../locale/index.ts';
import { Button } from '../look/Button.tsx';
import { Icon } from '../look/Icon.tsx';
import { announce } from '../look/live.tsx';
import { Notice } from '../look/Notice.tsx';
import { Page } from '../look/Page.tsx';
import { Toast } from '../look/Toast.tsx';
import { currentSpace } from '../vault/session.ts';
import type { AllCosts } from './all-costs.ts';
import type { CostLine } from './cost-lines.ts';
import { textOf } from '@dayaq/acts/cost/cost-records';
import { costLineWords, refusalWords, sayMoney } from './cost-words.ts';
import './costs.css';
import { CostRow } from './CostRow.tsx';
import { EveryCost } from './EveryCost.tsx';
import { OwnMoney } from './OwnMoney.tsx';
import { Funds } from './Funds.tsx';
import { useInPlace } from './in-place.ts';
import { performOnCost } from '@dayaq/acts/cost/perform';
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
  const { costs, failed, again } = useCosts(space, room.country);
  const [last, setLast] = useState<Last | null>(null);
  if (failed) {
    return (
      <p role="alert">
        {t('cases.notOpened')}{' '}
        <Button kind="link" onClick={again}>
          {t('cases.again')}
        </Button>
      </p>
    );
  }
  if (costs === undefined) return <p class="muted">{t('costs.loading')}</p>;
  return (
    <>
      <div class="costs-page">
        <div class="costs-column">
          {costs.cut && (
            <Notice tone="w">
              <p>{t('costs.page.cut')}</p>
            </Notice>
          )}
          <Waiting room={room} costs={costs} onDone={setLast} />
          <OwnMoney room={room} costs={costs} />
        </div>
        <Funds room={room} costs={costs} />
        <EveryCost room={room} costs={costs} />
      </div>
      {/* Behind everything: where it comes and goes, nothing moves. */}
      {last !== null && (
        <Toast
          key={`${last.cost} ${last.said}`}
          text={last.said}
          onUndo={last.onUndo}
          onClose={() => setLast(null)}
        />
      )}
    </>
  );
}

/** What was just done about a cost, and the way back. */
interface Last {
  cost: string;
  said: string;
  onUndo: () => void;
}

/** Shown of each group before the rest is asked for. */
const FIRST = 20;

/** What somebody has to do something about. What is done stays where it is, ticked, until the page is left. */
function Waiting({
  room,
  costs,
  onDone,
}: {
  room: Room;
  costs: AllCosts;
  onDone: (last: Last | null) => void;
}) {
  const { waiting: inPlace, toPay, noReceipt } = useInPlace(costs.lines);
  const [refusing, setRefusing] = useState<CostLine | null>(null);
  const [problem, setProblem] = useState<{ line: string; words: string } | null>(null);
  const { vault, me, role, translator } = room;
  const fundName = nameIn(costs);

  async function perform(line: CostLine, act: CostAct): Promise<string | null> {
    const outcome = await performOnCost(vault, { dossier: line.dossier, cost: line.id }, act, [
      ...costs.advances,
      ...costs.budget,
    ]);
    const words = outcome.done ? null : refusalWords(outcome);
    setProblem(words === null ? null : { line: line.id, words });
    if (words === null)
      onDone(
        act.act === 'undo' ? null : { cost: line.id, said: saidOf(act, line), onUndo: () => undo(line) },
      );
    return words;
  }
  const saidOf = ({ act }: CostAct, { amount }: CostLine): string => {
    const of = { amount: amount === null ? '' : sayMoney(translator, amount) };
    if (act === 'approve') return t('costs.said.approve', of);
    return act === 'pay' ? t('costs.said.paid', of) : t('costs.said.refuse');
  };
  const now = () => ({ by: me, at: Date.now() });
  const undo = (line: CostLine) =>
    void perform(line, { act: 'undo', ...now() }).then((words) => {
      if (words === null) announce(t('costs.said.undone'));
    });
  const isOwn = ({ record }: CostLine) => isOwnCost(record, me);
  // What this member may decide stands first; whose it is does not change while the page is open.
  const mayDecide = (line: CostLine) => role === 'coordinator' && !isOwn(line);
  const waiting = inPlace.filter(mayDecide);
  const others = inPlace.filter((line) => !mayDecide(line));
  const isAlone = !room.members.some(
    (member) => member.role === 'coordinator' && !member.removed && member.account !== me,
  );

  /** @param stands the state in which something is to be done about it */
  const row = (line: CostLine, stands: CostState, acts: ComponentChildren) => (
    <CostRow key={line.id} room={room} line={line} fund={fundName(line.fund)}>
      {problem?.line === line.id && (
        <Notice tone="w" role="alert">
          <p>{problem.words}</p>
        </Notice>
      )}
      {line.state === stands ? (
        acts
      ) : (
        <Done line={line} room={room} {...(isMine(line, me) ? { onUndo: () => undo(line) } : {})} />
      )}
    </CostRow>
  );

  if (inPlace.length + toPay.length + noReceipt.length === 0)
    return costs.lines.length === 0 ? null : <p class="muted">{t('costs.page.calm')}</p>;
  return (
    <>
      <Group title={t('costs.page.waiting')} lines={waiting} stands="asked">
        {(line) =>
          row(
            line,
            'asked',
            <div class="buttons">
              <Act
                act={t('costs.act.approve')}
                line={line}
                onClick={() => void perform(line, { act: 'approve', ...now() })}
              />
              <Act plain act={t('costs.act.refuse')} line={line} onClick={() => setRefusing(line)} />
            </div>,
          )
        }
      </Group>
      <Group title={t('costs.page.toPay')} lines={toPay} stands="approved">
        {(line) =>
          row(
            line,
            'approved',
            role !== 'viewer' && (
              <div class="buttons">
                <Act
                  plain
                  act={t(line.record.fields['spentFrom'] === 'own' ? 'costs.act.payBack' : 'costs.act.pay')}
                  line={line}
                  onClick={() => void perform(line, { act: 'pay', ...now() })}
                />
              </div>
            ),
          )
        }
      </Group>
      <Group title={t('costs.page.noReceipt')} lines={noReceipt} stands="paid">
        {(line) => row(line, 'paid', null)}
      </Group>
      <Group
        title={t('costs.page.others')}
        hint={
          isAlone && others.some((line) => line.state === 'asked' && isOwn(line))
            ? t('costs.ownAlone', { page: t('shell.people') })
            : undefined
        }
        lines={others}
        stands="asked"
      >
        {(line) => row(line, 'asked', isOwn(line) && <p class="small muted">{t('costs.own')}</p>)}
      </Group>
      {refusing !== null && (
        <ReasonDialog
          place={{ dossier: refusing.dossier, about: refusing.record.id, purpose: 'refuse' }}
          title={t('costs.refuse.title')}
          about={costLineWords(
            translator,
            refusing.record,
            refusing.amount,
            refusing.case?.alias || (refusing.case?.reference ?? ''),
          )}
          label={t('costs.refuse.why')}
          hint={t('costs.refuse.hint', { name: memberName(room, textOf(refusing.record, 'askedBy')) })}
          act={t('costs.act.refuse')}
          danger
          onGiven={(why) => perform(refusing, { act: 'refuse', ...now(), why })}
          onClose={() => setRefusing(null)}
        />
      )}
    </>
  );
}

/** The last step about it was this member's, and nothing has followed yet. */
function isMine({ record, state }: CostLine, me: string): boolean {
  if (state === 'paid' && textOf(record, 'paidBy') !== '') return textOf(record, 'paidBy') === me;
  return ['approved', 'refused', 'paid'].includes(state) && textOf(record, 'decidedBy') === me;
}

/** What became of a cost that was waiting when the page was opened. It has the height of the buttons that it takes the place of. */
function Done({ line, room, onUndo }: { line: CostLine; room: Room; onUndo?: () => void }) {
  const what = line.case?.reference ?? '';
  return (
    <div class="cost-done">
      <Icon name="check" />
      <span class="grow">{codeLabel(room.translator, 'cost-states', line.state)}</span>
      {onUndo !== undefined && (
        <Button
          kind="quiet"
          small
          label={t('costs.act.named', { act: t('cases.undo.undo'), what })}
          onClick={onUndo}
        >
          <Icon name="undo" />
          {t('cases.undo.undo')}
        </Button>
      )}
    </div>
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
  hint?: string | undefined;
  lines: readonly CostLine[];
  /** The state of those about which something is to be done: they are counted. */
  stands: CostState;
  children: (line: CostLine) => ComponentChildren;
}

function Group({ title, hint, lines, stands, children }: GroupProps) {
  const [most, setMost] = useState(FIRST);
  if (lines.length === 0) return null;
  return (
    <section class="costs-section">
      <h2>
        {title} <span class="muted">{lines.filter(({ state }) => state === stands).length}</span>
      </h2>
      {hint !== undefined && <p class="small muted">{hint}</p>}
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
