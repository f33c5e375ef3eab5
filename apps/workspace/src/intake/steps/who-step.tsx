import { saysOthers } from '@dayaq/acts/intake/draft';
import { useState } from 'preact/hooks';
import { choicesOf } from '../../fields/labels.ts';
import { FieldGroup } from '../../look/FieldFrame.tsx';
import { Notice } from '../../look/Notice.tsx';
import { RadioRows } from '../../fields/inputs/choice-rows.tsx';
import { readCode } from '../../fields/read-value.ts';
import type { StepProps } from '../room.ts';
import { AlikeHint } from '../../alike/AlikeHint.tsx';
import { clientOfDraft } from '../../alike/draft-people.ts';
import { StepForm } from './step-form.tsx';

/** Whom it is about: a name of their choice and an age, nothing that finds them. */
export function WhoStep(props: StepProps) {
  const { room, draft, put } = props;
  const { t } = room.translator;
  // What somebody else told stays in sight, and theirs, when it is the person whom we speak with now.
  const [hadTold] = useState(() => saysOthers(draft));
  return (
    <>
      <FieldGroup id="intake-teller" label={t('intake.who.teller')}>
        <RadioRows
          name="intake-teller"
          firm
          choices={[
            { code: 'the-person', label: t('intake.who.thePerson') },
            { code: 'somebody-else', label: t('intake.who.somebodyElse') },
          ]}
          chosen={draft.teller}
          onChoose={(code) => put({ teller: code === 'somebody-else' ? 'somebody-else' : 'the-person' })}
        />
      </FieldGroup>
      {draft.teller === 'somebody-else' && draft.lead === null && (
        <Notice>
          <p>{t('intake.who.notSpoken')}</p>
          <p>
            <a href="/inbox">{t('referrals.leads.add')}</a>
          </p>
        </Notice>
      )}
      {(draft.teller === 'somebody-else' || hadTold || saysOthers(draft)) && (
        <>
          {/* Asked as of a tip: whoever tells of the person is not that person. */}
          <StepForm
            {...props}
            kind="lead"
            values={draft.source}
            only={['connection']}
            words={{ connection: { label: t('intake.who.connection') } }}
            onChange={(source) => put({ source })}
          />
          <StepForm
            {...props}
            kind="source"
            values={draft.source}
            only={['words']}
            words={{ words: { label: t('intake.who.sourceWords'), hint: t('intake.who.sourceWordsHint') } }}
            onChange={(source) => put({ source })}
          />
        </>
      )}
      <StepForm
        {...props}
        kind="person"
        values={draft.client}
        only={['alias']}
        words={{ alias: { label: t('intake.who.alias'), hint: t('intake.who.aliasHint') } }}
        onChange={(client) => put({ client })}
      />
      <FieldGroup id="intake-age" label={t('intake.who.age')}>
        <RadioRows
          name="intake-age"
          columns
          choices={choicesOf(room.translator, 'age-bands')}
          chosen={readCode(draft.client['ageBand'])}
          onChoose={(ageBand) => put({ client: { ...draft.client, ageBand } })}
        />
      </FieldGroup>
      <AlikeHint {...clientOfDraft(draft)} />
      <StepForm
        {...props}
        kind="case"
        values={draft.case}
        only={['channel']}
        words={{ channel: { label: t('intake.who.channel') } }}
        onChange={(next) => put({ case: next })}
      />
    </>
  );
}
