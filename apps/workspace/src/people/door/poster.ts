import type { DoorNotice } from '@dayaq/domain';
import type { Language, Translator } from '@dayaq/locale';
import { qrPath } from '../../look/QrCode.tsx';

export interface PosterParts {
  readonly notice: DoorNotice;
  readonly language: Language;
  /** The visitors' words in this language. */
  readonly t: Translator['t'];
  /** Of the public page, with the organisation's number, by which the page refuses whoever else answers there. */
  readonly address: string;
}

/** The number by which people compare the page with a poster: the beginning of the organisation's id, as the page shows it. */
export function numberIn(address: string): string {
  const id = address.split('#')[1] ?? '';
  const bytes = atob(id.replaceAll('-', '+').replaceAll('_', '/'));
  const hex = [...bytes.slice(0, 10)]
    .map((byte) => byte.charCodeAt(0).toString(16).padStart(2, '0'))
    .join('');
  return (hex.match(/.{4}/g) ?? []).join(' ');
}

/**
 * A sheet for a wall, in one language: who we are, how to reach us, the code of the public page and the number that shows it is ours. A
 * whole page by itself, which loads nothing and names nobody but the organisation.
 */
export function poster({ notice, language, t, address }: PosterParts): string {
  const { size, path } = qrPath(address);
  const lines = [t('visitors.front.tell'), t('visitors.front.feedback'), t('visitors.front.back')];
  const danger = notice.dangerPhone === '' ? notice.phone : notice.dangerPhone;
  return `<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(notice.name)}</title>
<style>@page{size:A4;margin:18mm}body{font:16pt/1.4 sans-serif;max-width:174mm;margin:auto;color:#000;background:#fff}h1{font-size:30pt;margin:0 0 6mm}svg{width:80mm;height:80mm;display:block;margin:6mm 0}p,ul{margin:0 0 4mm}.strong{font-weight:700}.number{font:700 18pt monospace}.small{font-size:12pt}</style>
</head><body>
<h1>${escaped(notice.name)}</h1>
<p>${escaped(notice.about[language] ?? '')}</p>
<p class="strong">${escaped(t('visitors.front.danger'))}: ${escaped(danger)}</p>
<p>${escaped(t('visitors.front.phone'))}: <span class="strong">${escaped(notice.phone)}</span><br>${escaped(notice.hours[language] ?? '')}</p>
<ul>${lines.map((line) => `<li>${escaped(line)}</li>`).join('')}</ul>
<p>${escaped(t('visitors.front.tellHint', { days: notice.answerDays }))}</p>
<svg viewBox="0 0 ${size} ${size}" role="img" aria-label="${escaped(address)}" shape-rendering="crispEdges"><rect width="${size}" height="${size}" fill="#fff"/><path d="${path}"/></svg>
<p class="small">${escaped(address.split('#')[0] ?? '')}</p>
<p class="small">${escaped(t('visitors.front.number'))}</p>
<p class="number">${numberIn(address)}</p>
<p class="small">${escaped(t('visitors.front.trace'))}</p>
</body></html>
`;
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
