import type { JSX } from 'preact';
import * as acts from './parts/acts.tsx';
import * as forms from './parts/forms.tsx';
import * as frames from './parts/frames.tsx';
import * as ground from './parts/ground.tsx';
import * as lists from './parts/lists.tsx';
import * as told from './parts/told.tsx';

interface Part {
  /** Its address, and the name of its pictures. */
  name: string;
  /** For newcomers: what it is for, and when not to use it. */
  about: string;
  /** The same in every language: photographed in one. */
  wordless?: true;
  Shown: () => JSX.Element;
}

export const PARTS: readonly Part[] = [
  {
    name: 'colours',
    about:
      'Every colour, by name, with the text that stands on it. Red says that a person is in danger, or that an act destroys; lateness, doubt, refusals and errors are ochre.',
    wordless: true,
    Shown: ground.Colours,
  },
  {
    name: 'type',
    about: 'Seven sizes in rem, two weights, one more for names.',
    wordless: true,
    Shown: ground.Type,
  },
  {
    name: 'buttons',
    about:
      'Filled: one per view, the next thing to do. Beside it with an edge; bare in rows; red border for what destroys. Never grey without the reason in words.',
    Shown: acts.Buttons,
  },
  {
    name: 'choices',
    about:
      'A chip is a choice and gains a tick; one of few is a joined segment. An act is no chip: use a bare button.',
    Shown: acts.Choices,
  },
  {
    name: 'menu',
    about: 'Acts that are needed seldom. Not for the next thing to do, and not for choices of a form.',
    Shown: acts.Menus,
  },
  {
    name: 'labels',
    about: 'Few words that tell how a thing stands. Say it in a sentence before you line up labels.',
    Shown: told.Labels,
  },
  {
    name: 'danger',
    about: 'One vocabulary, four bars and a word; readable without colours and on paper.',
    Shown: told.Danger,
  },
  {
    name: 'rows',
    about:
      'The whole row is the target and opens the thing. Late is ochre, in words. The red bar is for somebody whom nobody has protected yet.',
    Shown: lists.Rows,
  },
  { name: 'table', about: 'Figures to the right, one unit, the total ruled.', Shown: lists.Table },
  {
    name: 'timeline',
    about: 'Dashed ring ahead, ring done, red diamond done to the person; newest first.',
    Shown: lists.Timeline,
  },
  {
    name: 'fields',
    about: 'Label, hint, control, problem: at the field, what, and what to do. The words are kept.',
    Shown: forms.Fields,
  },
  {
    name: 'questions',
    about: 'Several rows to choose from. One of few without hints: a segment.',
    Shown: forms.Questions,
  },
  {
    name: 'notices',
    about: 'Where it concerns the page, in its place. What was just done is told by the toast.',
    Shown: told.Notices,
  },
  {
    name: 'progress',
    about: 'A true count, or a bar that moves; never “nothing due” before all has been read.',
    Shown: told.Progresses,
  },
  {
    name: 'empty',
    about: 'What will stand here, and how it begins.',
    Shown: told.EmptyPage,
  },
  {
    name: 'toast',
    about: 'What was done, and the way back. In a row of its own, over the acts.',
    Shown: told.Toasts,
  },
  { name: 'tabs', about: 'The sides of one thing, all in sight, with counts.', Shown: lists.Sides },
  {
    name: 'page',
    about: 'The frame of every page, with the way out of it in the same corner.',
    Shown: frames.PageFrame,
  },
  {
    name: 'dialog',
    about:
      'For one act. It has its own Leave and the warning before locking, since it lies over those of the page.',
    Shown: frames.Dialogs,
  },
];
