import type { FuzzyDate } from '../kind.ts';

/** A number that somebody published or that we rounded, with what it takes to doubt it. */
export interface CountryFigure {
  what:
    | 'population'
    | 'women'
    /** Mean number of children of a mother who comes to a shelter, for want of better the country's birth rate. */
    | 'children-per-mother'
    | 'shelter-places'
    | 'reported-crimes-a-year';
  value: number;
  /** Code of the list `capacity-units` for places; else what the value counts. */
  unit: string;
  date: FuzzyDate;
  /** Code of the list `figure-sources`. */
  source: string;
  /** Rounded or remembered, so no more digits than it shows are meant. */
  approximate: boolean;
}

const figure = (
  what: CountryFigure['what'],
  value: number,
  unit: string,
  day: string,
  source: string,
  approximate = true,
): CountryFigure => ({
  what,
  value,
  unit,
  date: { day, ...(approximate ? { about: true } : {}) },
  source,
  approximate,
});

/**
 * Figures of a country that its directory cannot know. Where two disagree, both stay. Those marked
 * `general-knowledge` are rounded and were not looked up: an organisation should put its statistics office's in their
 * place.
 */
export const COUNTRY_FIGURES: Readonly<Record<string, readonly CountryFigure[]>> = {
  az: [
    figure('population', 10_000_000, 'persons', '2023', 'coalition-statement'),
    figure('population', 10_200_000, 'persons', '2024', 'general-knowledge'),
    figure('women', 5_100_000, 'persons', '2024', 'general-knowledge'),
    figure('children-per-mother', 1.7, 'children', '2022', 'general-knowledge'),
    // "Only 175 survivors can be sheltered at one time": the statement does not say whether children count.
    figure('shelter-places', 175, 'unknown', '2023', 'coalition-statement'),
    figure('reported-crimes-a-year', 1300, 'crimes', '2023', 'coalition-statement'),
  ],
  tj: [
    figure('population', 10_400_000, 'persons', '2024', 'general-knowledge'),
    figure('women', 5_100_000, 'persons', '2024', 'general-knowledge'),
    figure('children-per-mother', 3.1, 'children', '2022', 'general-knowledge'),
  ],
};

/** The figures of one kind, newest first. */
export function countryFigures(country: string, what: CountryFigure['what']): readonly CountryFigure[] {
  const all = Object.hasOwn(COUNTRY_FIGURES, country) ? COUNTRY_FIGURES[country] : undefined;
  return (all ?? [])
    .filter((one) => one.what === what)
    .sort((a, b) => (a.date.day < b.date.day ? 1 : a.date.day > b.date.day ? -1 : a.value - b.value));
}
