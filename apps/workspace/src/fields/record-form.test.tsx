// @vitest-environment happy-dom
import { createTranslator, loadMessages } from '@dayaq/locale';
import type { Value } from '@dayaq/vault/client';
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { useState } from 'preact/hooks';
import { afterEach, describe, expect, it } from 'vitest';
import type { LinkNames } from './props.ts';
import { RecordForm } from './record-form.tsx';

const translator = createTranslator('en', await loadMessages('en'));
afterEach(cleanup);

/** A form as a page holds it; `seen` is what would be saved now. */
function show(kind: string, start: Record<string, Value>, only: string[], links?: LinkNames) {
  const seen: { values: Record<string, Value>; unreadable: string[] } = { values: start, unreadable: [] };
  function Page() {
    const [values, setValues] = useState(start);
    seen.values = values;
    return (
      <RecordForm
        kind={kind}
        record="r"
        records={[]}
        members={[]}
        translator={translator}
        country="az"
        values={values}
        onChange={setValues}
        onUnreadable={(fields) => (seen.unreadable = fields)}
        only={only}
        {...(links === undefined ? {} : { links })}
      />
    );
  }
  render(<Page />);
  return seen;
}

const type = (label: RegExp | string, text: string) => {
  const input = screen.getByLabelText(label, { selector: 'input, textarea' });
  fireEvent.input(input, { target: { value: text } });
};

describe('a form made from a kind', () => {
  it('asks what "other" means only when it was chosen', () => {
    show('response', { type: 'shelter' }, ['type']);
    expect(screen.queryByLabelText('What exactly')).toBeNull();
    cleanup();
    const seen = show('response', { type: 'other' }, ['type']);
    type('What exactly', 'a lift to the border');
    expect(seen.values['typeOther']).toBe('a lift to the border');
  });

  it('takes no danger away by a second tap, and takes back what protects nobody', () => {
    const seen = show('case', { danger: 'high', status: 'new', confidentiality: 'usual' }, [
      'danger',
      'status',
      'confidentiality',
    ]);
    fireEvent.click(screen.getByLabelText(/High/));
    expect(seen.values['danger']).toBe('high');
    fireEvent.click(screen.getByDisplayValue('new'));
    expect(seen.values['status'], 'nor what a record cannot do without').toBe('new');
    fireEvent.click(screen.getByDisplayValue('usual'));
    expect(seen.values['confidentiality']).toBeNull();
  });

  it('says under both where "never call" stands beside a telephone call', () => {
    show('person', { safeChannel: ['call'] }, ['safeChannel', 'neverContact']);
    expect(screen.queryByText(/contradict/)).toBeNull();
    fireEvent.click(screen.getByLabelText('Never call'));
    expect(screen.getAllByText(/contradict each other.*“Never call” holds/)).toHaveLength(2);
    fireEvent.click(screen.getByLabelText('Never call'));
    expect(screen.queryByText(/contradict/)).toBeNull();
  });

  it('offers whom a name may mean, links both by one press, and unlinks where it is somebody else or no name is left', async () => {
    const links: LinkNames = {
      nameOf: (id) => (id === 'p' ? 'AIDS Centre' : undefined),
      finder: (kinds) =>
        kinds.includes('provider') ? async () => [{ code: 'p', label: 'AIDS Centre' }] : undefined,
    };
    const seen = show('contact', {}, ['institution'], links);
    type('Institution', 'Центр СПИД');
    expect(seen.values['institutionIs']).toBeUndefined();
    fireEvent.click(await screen.findByRole('button', { name: 'It is: AIDS Centre' }));
    expect(seen.values).toMatchObject({ institution: 'AIDS Centre', institutionIs: 'p' });
    fireEvent.click(screen.getByRole('button', { name: 'Another one' }));
    expect(seen.values['institutionIs']).toBeNull();
    fireEvent.click(await screen.findByRole('button', { name: 'It is: AIDS Centre' }));
    type('Institution', '');
    expect(seen.values).toMatchObject({ institution: null, institutionIs: null });
  });

  it('does not offer a code that was divided, and shows it where it stands in an old record', () => {
    show('response', { type: 'counselling' }, ['type']);
    expect(screen.queryByText('HIV treatment or OST')).toBeNull();
    cleanup();
    show('response', { type: 'ost-art' }, ['type']);
    expect(screen.getAllByText('HIV treatment or OST').length).toBeGreaterThan(0);
  });

  it('understands a date while it is typed and says how', () => {
    const seen = show('violation', {}, ['date']);
    const input = screen.getByPlaceholderText(/2023/);
    fireEvent.input(input, { target: { value: 'in sum' } });
    expect(seen.unreadable).toEqual(['date']);
    fireEvent.input(input, { target: { value: '06.2023' } });
    expect(seen).toMatchObject({ values: { date: { day: '2023-06' } }, unreadable: [] });
    expect(screen.getByText(/June 2023/)).toBeTruthy();
  });

  it('marks a date as rough, and keeps that when the date is corrected', () => {
    const seen = show('violation', { date: { day: '2023' } }, ['date']);
    fireEvent.click(screen.getByLabelText('About'));
    fireEvent.input(screen.getByPlaceholderText(/2023/), { target: { value: '2022' } });
    expect(seen.values['date']).toEqual({ day: '2022', about: true });
  });

  it('names what is linked, finds more, and leaves alone what the reader may not see', async () => {
    const names = new Map([
      ['c1', 'Ayla'],
      ['c2', 'Durna'],
    ]);
    const found = [...names].map(([code, label]) => ({ code, label }));
    const seen = show('address', { usedBy: ['c1', 'closed-to-me'] }, ['usedBy'], {
      nameOf: (id) => names.get(id),
      finder: (kinds) => (kinds.includes('case') ? () => Promise.resolve(found) : undefined),
    });
    expect(screen.getAllByRole('listitem').map((item) => item.textContent)).toEqual(['AylaTake out']);
    type(/Search/, 'a');
    fireEvent.click(await screen.findByText('Add: Durna'));
    expect(seen.values['usedBy']).toEqual(['c1', 'closed-to-me', 'c2']);
    fireEvent.click(screen.getByLabelText('Take out: Ayla'));
    expect(seen.values['usedBy']).toEqual(['closed-to-me', 'c2']);
    cleanup();
    show('address', { usedBy: ['c1'] }, ['usedBy']);
    expect(screen.queryByRole('searchbox')).toBeNull();
  });

  it('lets "prefers not to say" stand alone', () => {
    const seen = show('person', { populations: ['sex-work'] }, ['populations']);
    fireEvent.click(screen.getByLabelText(/prefers not/i));
    expect(seen.values['populations']).toEqual(['prefers-not']);
    fireEvent.click(screen.getByLabelText(/does sex work/i));
    expect(seen.values['populations']).toEqual(['sex-work']);
  });

  it('takes an answer back when it is chosen again', () => {
    const seen = show('perpetrator', {}, ['knownBefore']);
    fireEvent.click(screen.getByLabelText('Yes'));
    expect(seen.values['knownBefore']).toBe('yes');
    fireEvent.click(screen.getByLabelText('Yes'));
    expect(seen.values['knownBefore']).toBeNull();
  });

  it('tells what is wrong in plain words, under the field, once it was touched', () => {
    show('person', {}, ['birthYear']);
    expect(screen.queryByText(/too small/i)).toBeNull();
    type(/year of birth/i, '1800');
    expect(screen.getByText('This number is too small.')).toBeTruthy();
  });

  it('opens a long list, narrows it and takes the first on Enter without sending the form around it', () => {
    const seen = show('violation', {}, ['area']);
    fireEvent.click(screen.getByText('Choose'));
    const search = screen.getByRole('searchbox');
    fireEvent.input(search, { target: { value: 'sumg' } });
    expect(fireEvent.keyDown(search, { key: 'Enter' }), 'the form around must not be sent').toBe(false);
    expect(seen.values['area']).toEqual({ area: 'az-sumgayit' });
  });

  it('keeps a code of a newer version while another is added', () => {
    const seen = show('case', { wants: ['new-wish'] }, ['wants']);
    fireEvent.click(screen.getByLabelText(/a safe place/i));
    expect(seen.values['wants']).toEqual(['new-wish', 'safe-place']);
  });
});
