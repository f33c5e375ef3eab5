import { textIn } from '@dayaq/acts/record-values';
import { Button } from '../../look/Button.tsx';
import type { DossierView, Id, Outcome, RecordView } from '@dayaq/vault/client';
import { useEffect, useMemo, useState } from 'preact/hooks';
import { codeLabel } from '../../fields/index.ts';
import { sayMoment } from '../../fields/say-date.ts';
import { t, translator } from '../../locale/index.ts';
import { Choice, ChoiceGroup } from '../../look/Choice.tsx';
import { Notice } from '../../look/Notice.tsx';
import { Page } from '../../look/Page.tsx';
import { Paper } from '../../look/Paper.tsx';
import { say, useQuery } from '../../vault/session.ts';
import '../cases.css';
import { FieldValue } from '../detail/FieldValue.tsx';
import { type OpenCase, OpenCaseContext, says } from '../detail/open-case.ts';
import { People } from '../detail/People.tsx';
import { Perpetrators } from '../detail/Perpetrators.tsx';
import { SafeContact } from '../detail/SafeContact.tsx';
import { Standing } from '../detail/Standing.tsx';
import { Timeline } from '../detail/Timeline.tsx';
import { memberName, type Room } from '../room.ts';
import { useRoom } from '../use-room.ts';
import { leftNames, withoutNames } from './left-names.ts';
import { type Fate, LeftNames } from './LeftNames.tsx';
import { officesIn } from './offices.ts';
import { PaperCosts } from './PaperCosts.tsx';
import { PaperFiles } from './PaperFiles.tsx';
import { paperDanger, paperFacts } from './paper-facts.ts';
import { type PaperChoice, paperRecords, USUAL_PAPER } from './paper.ts';

/** A case for paper: what goes on it is chosen first, and what tells who somebody is has to be asked for. */
export function PrintCasePage({ id }: { id: Id }) {
  const room = useRoom();
  const { data } = useQuery<Outcome<DossierView>>((vault) => vault.dossier(id), [id]);
  const root = data?.ok ? data.value.records.find((record) => record.id === id) : undefined;
  return (
    <Page title={t('cases.print.title')} back={`/cases/${id}`}>
      {data !== undefined && !data.ok && <p role="alert">{say(data.failure)}</p>}
      {room !== null && data?.ok && root !== undefined && (
        <Sheet room={room} dossier={data.value} root={root} />
      )}
      {data === undefined && <p class="muted">{t('cases.list.loading')}</p>}
    </Page>
  );
}

function Sheet({ room, dossier, root }: { room: Room; dossier: DossierView; root: RecordView }) {
  const [choice, setChoice] = useState<PaperChoice>(USUAL_PAPER);
  const { left, fate, setFate, paper } = usePaper(room, dossier, choice);
  const [tried, setTried] = useState(false);
  const isOpen = left.length > 0 && fate === null;
  const head = paper.find((record) => record.id === root.id) ?? root;
  const open = readOnly(room, dossier, head, paper);
  const reference = textIn(root, 'reference');
  const alias = says(head, 'alias') ? textIn(head, 'alias') : '';
  const danger = paperDanger(dossier.records, root, open.around);
  const when = sayMoment(translator.value, Date.now());
  return (
    <OpenCaseContext.Provider value={open}>
      <div class="stack case-paper-choice no-print">
        <Notice tone="w">
          <p>{t('cases.print.warning')}</p>
        </Notice>
        <WhatGoesOn choice={choice} onChoice={setChoice} />
        {left.length === 0 ? (
          <p class="muted">{t('cases.print.textsHint')}</p>
        ) : (
          <LeftNames
            left={left}
            fate={fate}
            onFate={setFate}
            error={tried && isOpen ? t('cases.print.names.choose') : undefined}
          />
        )}
        <div class="buttons">
          <Button
            onClick={() => {
              setTried(true);
              if (!isOpen) print();
            }}
          >
            {t('cases.print.print')}
          </Button>
        </div>
      </div>
      {isOpen && <p class="print-only">{t('cases.print.names.choose')}</p>}
      <div class={isOpen ? 'no-print' : undefined}>
        <Paper
          label={t('cases.print.title')}
          kicker={t('cases.print.sheet')}
          title={[t('cases.print.caseNumber', { reference }), alias].filter(Boolean).join(': ')}
          facts={[
            t('cases.print.printedBy', { when, name: memberName(room, room.me) }),
            ...paperFacts(head, open.around),
          ]}
          foot={[reference, when].join(' · ')}
        >
          {danger !== '' && <p class="strong">{danger}</p>}
          {says(head, 'summary') && (
            <div>
              <FieldValue record={head} field="summary" />
            </div>
          )}
          {choice.safeContact && <SafeContact />}
          {choice.story && <Timeline />}
          {choice.people && <People />}
          {choice.perpetrators && <Perpetrators />}
          {choice.standing && <Standing />}
          {choice.costs && <PaperCosts />}
          {choice.files && <PaperFiles records={dossier.records} named={choice.identifying} />}
        </Paper>
      </div>
    </OpenCaseContext.Provider>
  );
}

/** What would be printed, and which names still stand in it where they are left off. */
function usePaper(room: Room, dossier: DossierView, choice: PaperChoice) {
  const [fate, setFate] = useState<Fate | null>(null);
  const words = translator.value;
  const chosen = useMemo(() => {
    const roleName = (role: string): string => codeLabel(words, 'person-roles', role);
    const isOffice = officesIn(words);
    const paper = paperRecords(dossier.records, choice, roleName, isOffice);
    if (choice.identifying) return { paper, left: [], cleared: paper };
    const ours = { names: room.members.map(({ name }) => name), called: words.t('cases.print.names.ours') };
    const left = leftNames(dossier.records, paper, roleName, ours, isOffice);
    const cleared =
      left.length === 0 ? paper : withoutNames(dossier.records, paper, roleName, ours, isOffice);
    return { paper, left, cleared };
  }, [dossier, choice, words, room.members]);
  // Something else on the paper is something else to be asked.
  useEffect(() => setFate(null), [dossier, choice]);
  return { left: chosen.left, fate, setFate, paper: fate === 'replace' ? chosen.cleared : chosen.paper };
}

/** The case as the parts of its page expect it, with nothing that could be pressed or written. */
function readOnly(room: Room, dossier: DossierView, root: RecordView, paper: RecordView[]): OpenCase {
  const refuse = () => {
    throw new Error('nothing is written on the print page');
  };
  return {
    ...room,
    dossier: { ...dossier, records: paper },
    root,
    live: paper,
    around: { translator: room.translator, records: paper, members: room.members, country: room.country },
    mayWrite: false,
    mayQualify: false,
    onPaper: true,
    edit: refuse,
    askFirst: refuse,
    save: refuse,
    kept: refuse,
    remove: refuse,
    showHistory: refuse,
    showConflicts: refuse,
  };
}

function WhatGoesOn({ choice, onChoice }: { choice: PaperChoice; onChoice: (choice: PaperChoice) => void }) {
  const rows: { part: keyof PaperChoice; label: string; hint?: string }[] = [
    { part: 'story', label: t('cases.print.story') },
    { part: 'people', label: t('cases.print.people') },
    { part: 'perpetrators', label: t('cases.print.perpetrators') },
    { part: 'standing', label: t('cases.print.standing') },
    { part: 'costs', label: t('cases.print.costs') },
    { part: 'files', label: t('cases.print.files') },
    { part: 'notes', label: t('cases.print.notes') },
    { part: 'safeContact', label: t('cases.print.safeContact') },
    { part: 'identifying', label: t('cases.print.identifying'), hint: t('cases.print.identifyingHint') },
  ];
  return (
    <ChoiceGroup legend={t('cases.print.choose')}>
      {rows.map(({ part, label, hint }) => (
        <Choice
          key={part}
          type="checkbox"
          label={label}
          hint={hint}
          checked={choice[part]}
          onChange={(on) => onChoice({ ...choice, [part]: on })}
        />
      ))}
    </ChoiceGroup>
  );
}
