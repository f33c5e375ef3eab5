import { groupOf } from '@dayaq/domain';
import { textIn } from '@dayaq/acts/record-values';
import { dayOf } from '@dayaq/locale';
import type { ComponentChildren } from 'preact';
import { fieldLabel } from '../../fields/index.ts';
import { sayDate } from '../../fields/say-date.ts';
import { memberName } from '../room.ts';
import { Consents } from './Consents.tsx';
import { FieldValue } from './FieldValue.tsx';
import { writersOf } from './history.ts';
import { Judgements } from './Judgements.tsx';
import { holderNow, says, useOpenCase } from './open-case.ts';
import { dateIn } from './when.ts';
import { Button } from '../../look/Button.tsx';

const STATUS_FIELDS = groupOf('case', 'status');
const CAUSE_FIELDS = groupOf('case', 'causes');
const WISH_FIELDS = groupOf('case', 'wishes');

/** How the case stands, all of it, for paper. */
export function Standing() {
  return (
    <dl class="facts case-facts">
      <Status />
      <Owner />
      <Wishes />
      <Qualification />
      <Causes />
      <Consents />
      <Keywords />
    </dl>
  );
}

/** How the case stands, below its story: what does not stand beside it already. */
export function StandingBelow() {
  const { root, translator } = useOpenCase();
  const { t } = translator;
  return (
    <section class="case-section" aria-labelledby="case-standing">
      <h3 id="case-standing">{t('cases.standing.title')}</h3>
      <dl class="facts case-facts">
        <Status />
        <Wishes />
        <Qualification />
        <Causes />
        <Access />
        {says(root, 'area', 'channel') && (
          <Fact name={fieldLabel(translator, 'case', 'area')} onEdit={null}>
            <FieldValue record={root} field="area" />
            {says(root, 'channel') && (
              <div class="muted small">
                <FieldValue record={root} field="channel" />
              </div>
            )}
          </Fact>
        )}
        <Keywords />
      </dl>
    </section>
  );
}

function Status() {
  const { root, translator, mayWrite, edit } = useOpenCase();
  return (
    <Fact
      name={fieldLabel(translator, 'case', 'status')}
      onEdit={
        mayWrite
          ? () =>
              edit({
                title: translator.t('cases.standing.status'),
                kind: 'case',
                record: root,
                only: STATUS_FIELDS,
              })
          : null
      }
    >
      <b>
        <FieldValue record={root} field="status" />
      </b>
      {STATUS_FIELDS.slice(1).map(
        (field) =>
          says(root, field) && (
            <div key={field}>
              <FieldValue record={root} field={field} />
            </div>
          ),
      )}
    </Fact>
  );
}

function Keywords() {
  const { root, translator, mayWrite, edit } = useOpenCase();
  const title = fieldLabel(translator, 'case', 'keywords');
  if (!says(root, 'keywords') && !mayWrite) return null;
  return (
    <Fact
      name={title}
      onEdit={
        mayWrite
          ? () => edit({ title, kind: 'case', record: root, only: ['keywords', 'confidentiality'] })
          : null
      }
    >
      <FieldValue record={root} field="keywords" />
      {says(root, 'confidentiality') && (
        <div class="muted small">
          <FieldValue record={root} field="confidentiality" />
        </div>
      )}
    </Fact>
  );
}

interface FactProps {
  name: string;
  /** Null: not to be changed by this member. */
  onEdit: (() => void) | null;
  children: ComponentChildren;
}

function Fact({ name, onEdit, children }: FactProps) {
  const { translator } = useOpenCase();
  return (
    <div class="case-fact">
      <dt>
        {name}
        {onEdit && (
          <Button
            kind="quiet"
            class="case-edit no-print"
            small
            label={translator.t('cases.edit.what', { what: name })}
            onClick={onEdit}
          >
            {translator.t('cases.edit.edit')}
          </Button>
        )}
      </dt>
      <dd>{children}</dd>
    </div>
  );
}

/** Who holds the case. On paper only where it was chosen that names stand there. */
export function Owner() {
  const open = useOpenCase();
  const { root, translator, mayWrite, edit, me, onPaper } = open;
  const { t } = translator;
  const owner = holderNow(open, textIn(root, 'owner'));
  const title = fieldLabel(translator, 'case', 'owner');
  if (onPaper && owner === '') return null;
  return (
    <Fact
      name={title}
      onEdit={mayWrite ? () => edit({ title, kind: 'case', record: root, only: ['owner'] }) : null}
    >
      {owner === '' ? (
        <span class="muted">{t('cases.standing.nobody')}</span>
      ) : owner === me && !onPaper ? (
        t('cases.standing.you')
      ) : (
        memberName(open, owner)
      )}
    </Fact>
  );
}

/** What the person wants, in codes and in their own words, and how much danger there is. */
function Wishes() {
  const { root, translator, mayWrite, edit } = useOpenCase();
  const title = fieldLabel(translator, 'case', 'wants');
  if (!mayWrite && !says(root, 'wants', 'wantsWords')) return null;
  return (
    <Fact
      name={title}
      onEdit={mayWrite ? () => edit({ title, kind: 'case', record: root, only: WISH_FIELDS }) : null}
    >
      <FieldValue record={root} field="wants" />
      {says(root, 'wantsWords') && (
        <div>
          <FieldValue record={root} field="wantsWords" />
        </div>
      )}
    </Fact>
  );
}

/** What the acts of the case were judged to be, apart from what was taken in. */
function Qualification() {
  const { translator } = useOpenCase();
  return (
    <Fact name={translator.t('cases.standing.qualification')} onEdit={null}>
      <Judgements />
    </Fact>
  );
}

/** What the case comes from, as codes that are counted. */
function Causes() {
  const { root, translator, mayWrite, edit } = useOpenCase();
  const title = fieldLabel(translator, 'case', 'causes');
  if (!mayWrite && !says(root, 'causes')) return null;
  return (
    <Fact
      name={title}
      onEdit={mayWrite ? () => edit({ title, kind: 'case', record: root, only: CAUSE_FIELDS }) : null}
    >
      <FieldValue record={root} field="causes" />
    </Fact>
  );
}

/** When it was opened, who wrote in it, and who may open it. */
function Access() {
  const open = useOpenCase();
  const { dossier, root, translator, showHistory } = open;
  const { t } = translator;
  const opened = dateIn(root.fields.opened?.value) ?? { day: dayOf(root.created.at) };
  const names = (accounts: readonly string[]) =>
    accounts.map((account) => memberName(open, account)).join(', ');
  const whoMayOpen = () => {
    if (dossier.closed) return t('cases.standing.closed');
    if (!dossier.restricted) return t('cases.standing.everyReader');
    return t('cases.standing.readers', { names: names(dossier.readers) });
  };
  return (
    <div class="case-fact">
      <dt>{t('cases.standing.writtenBy')}</dt>
      <dd>
        {names(writersOf(dossier.records))}
        {' · '}
        <Button kind="link" onClick={() => showHistory(null)}>
          {t('cases.history.open')}
        </Button>
        <div class="muted small">
          {fieldLabel(translator, 'case', 'opened')}: {sayDate(translator, opened)},{' '}
          {memberName(open, root.created.by)}
        </div>
        <div class="muted small">{whoMayOpen()}</div>
      </dd>
    </div>
  );
}
