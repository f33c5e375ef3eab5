// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { useSignal } from '@preact/signals';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { TextField } from '../look/Field.tsx';
import { setLanguage, t } from './index.ts';

function Form() {
  const name = useSignal('');
  return (
    <TextField label={t('account.name.label')} value={name.value} onValue={(text) => (name.value = text)} />
  );
}

describe('switching the language', () => {
  afterEach(cleanup);

  it('changes every word and keeps what was typed, in the same control', async () => {
    await setLanguage('az');
    render(<Form />);
    const before = screen.getByLabelText('Buradakı adınız');
    fireEvent.input(before, { target: { value: 'Ləman' } });
    await setLanguage('ru');
    const after = await screen.findByLabelText<HTMLInputElement>('Ваше имя здесь');
    expect(after).toBe(before);
    expect(after.value).toBe('Ləman');
  });

  it('tells the browser which language the page is in', async () => {
    await setLanguage('tg');
    expect(document.documentElement.lang).toBe('tg');
  });

  it('keeps the names of codes in the new language, once some were wanted', async () => {
    // As in a page just opened: other files' tests share this one's modules, and some of them want the words.
    vi.resetModules();
    const { label, setLanguage, wantInnerWords } = await import('./index.ts');
    await setLanguage('en');
    expect(label('packs', 'countries', 'tj')).toBe('tj');
    await wantInnerWords();
    expect(label('packs', 'countries', 'tj')).toBe('Tajikistan');
    await setLanguage('tg');
    expect(label('packs', 'countries', 'tj')).toBe('Тоҷикистон');
  });
});
