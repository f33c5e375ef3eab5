import { formatMinute, type OpenState } from '@dayaq/domain';
import { formatDate, relativeDay, type Translator } from '@dayaq/locale';
import { codeLabel } from '../fields/labels.ts';

/** "Open now", "opens today at 14:00", "closed until 29 March (public holidays)". */
export function openText(translator: Translator, state: OpenState, today: string): string {
  const { t, language } = translator;
  switch (state.is) {
    case 'open':
      return t('services.open.now');
    case 'unknown':
      return t('services.hours.unknown');
    case 'closed-unknown':
      return state.why === ''
        ? t('services.open.noDate')
        : t('services.open.noDateWhy', { why: codeLabel(translator, 'closure-reasons', state.why) });
    case 'closed': {
      const time = formatMinute(state.minute);
      const day =
        state.days < 2
          ? relativeDay(language, state.day, today)
          : formatDate(language, state.day, state.days < 300 ? 'day' : 'long');
      return state.why === undefined || state.why === ''
        ? t('services.open.opens', { day, time })
        : t('services.open.until', { day, time, why: codeLabel(translator, 'closure-reasons', state.why) });
    }
  }
}
