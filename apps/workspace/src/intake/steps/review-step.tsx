import { groupOf } from '@dayaq/domain';
import { areaLabel, codeLabel } from '../../fields/labels.ts';
import { contradictionText } from '../../fields/contradiction.ts';
import { textsOf, type Values } from '@dayaq/acts/changes-between';
import { valueText } from '../../fields/value-text.ts';
import { actWords } from '../act-words.ts';
import { actsOf } from '@dayaq/acts/intake/violation-types';
import {
  ASKED_CONSENTS,
  type IntakeDraft,
  isNothing,
  perpetratorsOf,
  type Step,
  toldOf,
} from '@dayaq/acts/intake/draft';
import type { IntakeRoom, StepProps } from '../room.ts';
import { STEP_WORDS } from '../step-words.ts';
import { readDate, readPlace, readText } from '../../fields/read-value.ts';
import { sayDate } from '../../fields/say-date.ts';
import { childName } from './the-children.tsx';
import { Button } from '../../look/Button.tsx';

/** What was said, step by step, each with a way back to it. What was left out is named without reproach. */
export function ReviewStep({ room, draft, onGo }: StepProps & { onGo: (step: Step) => void }) {
  const { translator } = room;
  const { t } = translator;
  const value = (kind: string, field: string, values: Values) =>
    valueText({ ...room, kind, field, value: values[field], values });
  const place = readPlace(draft.act['area']);
  const sections: [Step, (string | false)[]][] = [
    [
      'who',
      [
        readText(draft.client['alias']),
        value('person', 'ageBand', draft.client),
        value('case', 'channel', draft.case),
        draft.teller === 'somebody-else' && value('source', 'connection', draft.source),
        draft.teller === 'somebody-else' && value('source', 'words', draft.source),
      ],
    ],
    [
      'about',
      [
        value('person', 'populations', draft.client),
        value('person', 'genderIdentity', draft.client),
        draft.children.length > 0 && t('intake.review.children', { count: draft.children.length }),
      ],
    ],
    ['what', actsOf(draft.types).map((code) => actLine(room, draft, code))],
    [
      'story',
      [
        draft.words.trim(),
        draft.files.length > 0 && t('intake.review.files', { count: draft.files.length }),
        place !== null && [areaLabel(translator, place.area), place.detail].filter(Boolean).join(', '),
        value('violation', 'placeType', draft.act),
        ...actsOf(draft.types).map((act) => value('violation', 'statedReason', toldOf(draft, act).fields)),
      ],
    ],
    [
      'by',
      perpetratorsOf(draft).map((fields) =>
        [value('perpetrator', 'type', fields), readText(fields['unit'])].filter(Boolean).join(', '),
      ),
    ],
    [
      'now',
      [
        !isNothing(draft.case['danger']) &&
          t('intake.review.danger', { answer: value('case', 'danger', draft.case) }),
        value('case', 'wants', draft.case),
        draft.doneToday.map((code) => codeLabel(translator, 'response-types', code)).join(', '),
        [readText(draft.task['what']), taskDay(room, draft)].filter(Boolean).join(', '),
      ],
    ],
    [
      'contact',
      [
        value('person', 'safeChannel', draft.client),
        readText(draft.client['safeHours']),
        textsOf(draft.client['neverContact']).length > 0 &&
          t('intake.review.never', { what: value('person', 'neverContact', draft.client) }),
        contradictionText(translator, 'person', draft.client) ?? '',
        draft.readers !== null &&
          t('intake.review.restricted', {
            names: room.members
              .filter((member) => member.account === room.me || draft.readers?.includes(member.account))
              .map((member) => member.name)
              .join(', '),
          }),
      ],
    ],
    [
      'consent',
      ASKED_CONSENTS.flatMap((name) => [
        t('intake.review.consent', {
          to: codeLabel(translator, 'consent-kinds', name),
          answer: t(
            draft.consents[name] === 'yes'
              ? 'intake.consent.yes'
              : draft.consents[name] === 'no'
                ? 'intake.consent.no'
                : 'intake.consent.notAsked',
          ),
        }),
        // To whom and what: what the person said yes to is read back to them whole.
        name === 'sharing' &&
          draft.consents.sharing === 'yes' &&
          [value('consent', 'recipient', draft.consent), value('consent', 'parts', draft.consent)]
            .filter(Boolean)
            .join(': '),
      ]),
    ],
  ];
  return (
    <dl class="intake-review">
      {sections.map(([step, lines]) => {
        const said = lines.filter((line) => line !== false && line !== '');
        return (
          <div key={step}>
            <dt>{t(STEP_WORDS[step].title)}</dt>
            <dd>
              {said.length === 0 ? (
                <span class="muted">{t('intake.review.nothing')}</span>
              ) : (
                said.map((line, index) => <p key={index}>{line}</p>)
              )}
            </dd>
            <dd class="intake-change">
              <Button kind="quiet" small onClick={() => onGo(step)}>
                {t('intake.review.change')}
                <span class="visually-hidden">: {t(STEP_WORDS[step].title)}</span>
              </Button>
            </dd>
          </div>
        );
      })}
    </dl>
  );
}

/** Until when what comes next is to be done. */
function taskDay({ translator }: IntakeRoom, { task }: IntakeDraft): string {
  const due = readDate(task['due']);
  return due === null ? '' : sayDate(translator, due);
}

/** An act with who did it, when, and to whom besides: as it will stand in the case. */
function actLine(room: IntakeRoom, draft: IntakeDraft, act: string): string {
  const { translator } = room;
  const told = toldOf(draft, act);
  const date = readDate(told.fields['date']);
  const children = told.alsoTo.flatMap((place) => {
    const child = draft.children[place];
    return child === undefined ? [] : [childName(room, readText(child['alias']), place)];
  });
  const more = [
    ...told.by.map((type) => codeLabel(translator, 'perpetrator-types', type)),
    date === null ? '' : sayDate(translator, date),
    ...children,
    ...groupOf('violation', 'intake').map((field) =>
      valueText({ ...room, kind: 'violation', field, value: told.fields[field], values: told.fields }),
    ),
    ...(['type', 'words'] as const).map((field) =>
      valueText({ ...room, kind: 'threat', field, value: told.threat?.[field], values: told.threat ?? {} }),
    ),
  ].filter((part) => part !== '');
  const name = actName(translator, draft, act);
  return more.length === 0 ? name : `${name}: ${more.join(', ')}`;
}

/** What none of the codes names is called as it was called. */
function actName(translator: IntakeRoom['translator'], draft: IntakeDraft, act: string): string {
  const own = readText(draft.act['typeOther']).trim();
  return own !== '' && (act === 'other' || act.endsWith('-other')) ? own : actWords(translator, act);
}
