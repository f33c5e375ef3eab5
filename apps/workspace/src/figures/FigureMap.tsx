import type { Question } from '@dayaq/domain/count';
import { formatList, formatNumber, type Translator } from '@dayaq/locale';
import { useId, useMemo } from 'preact/hooks';
import { DOT, type MapPicture } from '../coverage/map-picture.ts';
import { usePicture } from '../coverage/use-picture.ts';
import { t } from '../locale/index.ts';
import type { Drawn } from './drawn.ts';
import { type Look, paint, type Step } from './map-steps.ts';
import { rangeText, rowName } from './words.ts';

interface Props {
  question: Question;
  table: Drawn;
  country: string;
  translator: Translator;
}

/** A figure by place, drawn: nothing but what its table says, which stands under it. */
export function FigureMap({ question, table, country, translator }: Props) {
  const picture = usePicture(country);
  if (picture === 'coming') return null;
  if (picture === 'none') return <p class="muted no-print">{t('coverage.map.none')}</p>;
  return <Drawing question={question} table={table} translator={translator} picture={picture} />;
}

/** Size of a pattern's tile, in units of the map. */
const TILE = 16;
/** Shade for who sees shades, and strokes that grow with the number for who does not, and for paper. */
const STEP_LOOKS = [
  { shade: 0.14, strokes: '' },
  { shade: 0.34, strokes: 'M7 8h2' },
  { shade: 0.56, strokes: 'M-4 4l8-8M0 16L16 0M12 20l8-8' },
  { shade: 0.9, strokes: '' },
];
const KEPT = 'M-4 4l8-8M0 16L16 0M12 20l8-8M-4 12l8 8M0 0l16 16M12-4l8 8';
const PARTS = 'M2 0v16M10 0v16';

function Drawing({ question, table, translator, picture }: Omit<Props, 'country'> & { picture: MapPicture }) {
  // Patterns of a part of the page that is not drawn are not drawn in another: each map has its own.
  const id = useId();
  const painting = useMemo(() => paint(question, table, picture), [question, table, picture]);
  const [dimension] = question.by;
  if (dimension === undefined) return null;
  const { steps, places, beside } = painting;
  const fill = (look: Look): string =>
    look === 'none' || look === 'other'
      ? 'none'
      : `url(#${id}-${typeof look === 'number' ? scaled(look, steps) : look})`;
  const textOf = (row: string): string => {
    const [cell = null] = table.cells[table.rows.indexOf(row)] ?? [];
    return `${rowName(translator, dimension, row)} ${rangeText(translator, cell?.low ?? null, cell?.high ?? null)}`;
  };
  const number = (value: number): string => formatNumber(translator.language, value);
  const lookText = (look: number | 'none' | 'kept' | 'parts'): string => {
    if (look === 'kept') return t('figures.keptBack');
    if (look === 'none') return t('figures.map.none');
    if (look === 'parts') return t('figures.map.parts');
    const { from, to } = steps[look] ?? { from: 0, to: 0 };
    return from === to ? number(from) : `${number(from)}–${number(to)}`;
  };
  const place = (area: string) => places.get(area) ?? { area, row: null, look: 'other' as const };
  const titleOf = (area: string): string => {
    const { row, look } = place(area);
    if (row !== null) return textOf(row);
    const name = rowName(translator, dimension, area);
    return look === 'none' || look === 'parts' ? `${name}: ${lookText(look)}` : name;
  };
  const used = new Set([...places.values()].map(({ look }) => look));
  const looks = [...steps.keys(), 'none' as const, 'kept' as const, 'parts' as const].filter((look) =>
    used.has(look),
  );
  return (
    <figure class="figure-map">
      <svg
        viewBox={`-4 -4 ${picture.width + 8} ${picture.height + 8}`}
        role="img"
        aria-label={t('figures.map.label', { list: table.rows.map(textOf).join(', ') })}
      >
        <Patterns id={id} />
        {[...picture.ground, ...picture.shapes].map(({ area, path }) => (
          <path
            key={area}
            class={place(area).look === 'other' ? 'figure-ground' : 'figure-place'}
            data-area={area}
            data-look={place(area).look}
            d={path}
            fill={fill(place(area).look)}
            fill-rule="evenodd"
          >
            <title>{titleOf(area)}</title>
          </path>
        ))}
        {picture.dots
          .filter(({ area }) => places.has(area))
          .map(({ area, x, y }) => (
            <circle
              key={area}
              class="figure-place figure-dot"
              data-area={area}
              data-look={place(area).look}
              cx={x}
              cy={y}
              r={DOT}
              fill={fill(place(area).look)}
            >
              <title>{titleOf(area)}</title>
            </circle>
          ))}
      </svg>
      <figcaption class="stack stack-tight small">
        <ul class="figure-legend">
          {looks.map((look) => (
            <li key={look}>
              <svg viewBox="0 0 48 32" aria-hidden="true" focusable="false">
                <rect class="figure-place" x="1" y="1" width="46" height="30" fill={fill(look)} />
              </svg>
              <span>{lookText(look)}</span>
            </li>
          ))}
        </ul>
        {table.cells.some(([cell]) => cell != null && cell.low !== cell.high) && (
          <p>{t('figures.map.most')}</p>
        )}
        {beside.length > 0 && (
          <p>{t('figures.map.beside', { list: formatList(translator.language, beside.map(textOf)) })}</p>
        )}
        <p class="muted">{t('coverage.map.borders')}</p>
      </figcaption>
    </figure>
  );
}

/** Few steps are spread over all shades, the largest number always the darkest. */
const scaled = (step: number, { length }: readonly Step[]): number => STEP_LOOKS.length - length + step;

function Patterns({ id }: { id: string }) {
  const drawn = [
    ...STEP_LOOKS.map((look, at) => ({ name: String(at), ...look })),
    { name: 'kept', shade: 0, strokes: KEPT },
    { name: 'parts', shade: 0.05, strokes: PARTS },
  ];
  return (
    <defs>
      {drawn.map(({ name, shade, strokes }) => (
        <pattern key={name} id={`${id}-${name}`} patternUnits="userSpaceOnUse" width={TILE} height={TILE}>
          <rect class="figure-map-tile" width={TILE} height={TILE} />
          <rect class="figure-map-shade" width={TILE} height={TILE} fill-opacity={shade} />
          {strokes !== '' && <path class="figure-map-stroke" d={strokes} />}
        </pattern>
      ))}
    </defs>
  );
}
