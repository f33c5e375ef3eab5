import type { Picture } from '@dayaq/domain/survey';

/** Lines of each drawing, in a field of 24 by 24. */
const LINES: Readonly<Record<Picture, string>> = {
  yes: 'M4 13l5 5L20 6',
  no: 'M6 6l12 12M18 6L6 18',
  home: 'M3 12l9-8 9 8M6 10v10h12V10M10 20v-6h4v6',
  street: 'M8 3L4 21M16 3l4 18M12 4v3M12 10v4M12 17v4',
  police: 'M12 3l8 3v6c0 5-4 8-8 9-4-1-8-4-8-9V6zM12 8v6M9 11h6',
  hospital: 'M4 20V6h16v14zM12 9v7M8.5 12.5h7',
  work: 'M3 8h18v11H3zM9 8V5h6v3M3 13h18',
  school: 'M12 5l10 5-10 5L2 10zM6 12v5c3 3 9 3 12 0v-5',
  phone: 'M7 2h10v20H7zM11 19h2',
  family:
    'M8 8a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5zM16 8a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5zM3 20v-5c0-3 2-4 5-4s4 1 4 3c0-2 1-3 4-3s5 1 5 4v5M12 14v6',
  person: 'M12 10a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7zM5 21v-3c0-3 3-5 7-5s7 2 7 5v3',
  money: 'M2 6h20v12H2zM12 15a3 3 0 1 0 0-6 3 3 0 0 0 0 6zM5 9v6M19 9v6',
  court: 'M12 3v18M6 21h12M4 7h16M4 7l-2 7h5zM20 7l-3 7h5z',
  day: 'M12 16a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM12 2v3M12 19v3M2 12h3M19 12h3M5 5l2 2M17 17l2 2M5 19l2-2M17 7l2-2',
  night: 'M20 14A8 8 0 1 1 10 4a6.5 6.5 0 0 0 10 10z',
};
const SVG = 'http://www.w3.org/2000/svg';

/** A drawing beside words that say the same: nobody needs it read out. */
export function drawing(name: Picture): SVGElement {
  const svg = document.createElementNS(SVG, 'svg');
  for (const [attribute, value] of Object.entries({
    viewBox: '0 0 24 24',
    width: '32',
    height: '32',
    fill: 'none',
    stroke: 'currentColor',
    'stroke-width': '2',
    'stroke-linecap': 'round',
    'stroke-linejoin': 'round',
    'aria-hidden': 'true',
  }))
    svg.setAttribute(attribute, value);
  const path = document.createElementNS(SVG, 'path');
  path.setAttribute('d', LINES[name]);
  svg.append(path);
  return svg;
}
