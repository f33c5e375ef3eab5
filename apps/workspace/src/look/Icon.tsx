/** Own drawings on a 24 × 24 grid, one stroke, so that they sit beside text like a letter. */
const DRAWINGS = {
  today: 'M5 6h14v14H5zM5 10h14M9 3.5V7M15 3.5V7M9 15l2 2 4-4',
  cases: 'M4 7.5h16V19H4zM9 7.5V5h6v2.5M4 12.5h16',
  inbox: 'M4 13l2.5-8h11L20 13v6H4zM4 13h5l1.5 2.500h3L15 13h5',
  plus: 'M12 5v14M5 12h14',
  minus: 'M6 12h12',
  // A house with a door: somewhere one may go.
  services: 'M4 11l8-6.500 8 6.500M6 9.500V20h12V9.500M10 20v-5.500h4V20',
  // A ring with gaps: what is not there.
  missing:
    'M9.2 4.500a8 8 0 0 1 5.600 0M18.300 7.100a8 8 0 0 1 1.700 5.900M18 17.300a8 8 0 0 1-4.500 2.600M10.500 19.900a8 8 0 0 1-4.500-2.600M4 13a8 8 0 0 1 1.700-5.900M12 9v6M9 12h6',
  people:
    'M9 11.5a3 3 0 1 0 0-6 3 3 0 0 0 0 6zM3.5 19c.4-3 2.6-4.5 5.5-4.500s5.1 1.5 5.5 4.500M16 6a2.7 2.7 0 0 1 0 5.200M17 14.700c2 .5 3.2 1.9 3.5 4.3',
  matters: 'M12 4v16M8 20h8M5 7h14M5 7l-2.5 6.500a2.6 2.6 0 0 0 5 0zM19 7l-2.5 6.500a2.6 2.6 0 0 0 5 0z',
  address:
    'M12 20.500s6.5-5.700 6.500-10.500a6.5 6.5 0 0 0-13 0c0 4.800 6.500 10.500 6.500 10.500zM12 12.300a2.300 2.300 0 1 0 0-4.600 2.300 2.300 0 0 0 0 4.600z',
  settings: 'M4 7h9M17 7h3M4 17h3M11 17h9M15 5v4M9 15v4',
  more: 'M5 12h.01M12 12h.01M19 12h.01',
  back: 'M15 5l-7 7 7 7',
  next: 'M9 5l7 7-7 7',
  down: 'M5 9l7 7 7-7',
  undo: 'M9 14l-5-5 5-5M4 9h10a6 6 0 0 1 0 12h-3',
  close: 'M6 6l12 12M18 6L6 18',
  lock: 'M6 11h12v9H6zM8.5 11V8a3.5 3.5 0 0 1 7 0v3M12 15v2',
  check: 'M5 12.500l4.5 4.500L19 7.5',
  warning: 'M12 4L2.8 19.500h18.400zM12 10v4.500M12 17.200v.1',
  info: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM12 11v5.500M12 7.600v.1',
  link: 'M10 14a4 4 0 0 0 5.7.3l3-3a4 4 0 0 0-5.7-5.700l-1.2 1.200M14 10a4 4 0 0 0-5.7-.3l-3 3a4 4 0 0 0 5.7 5.700l1.2-1.2',
  copy: 'M9 9h10v11H9zM5 15V4h10',
  share: 'M12 15V4M8 7.500L12 4l4 3.500M6 11v9h12v-9',
  print: 'M7 9V4h10v5M7 17H4V9h16v8h-3M7 14h10v6H7z',
  save: 'M12 4v11M8 11.500l4 4 4-4M5 20h14',
  switch: 'M8 9l4-4 4 4M8 15l4 4 4-4',
  search: 'M10.5 17a6.5 6.5 0 1 0 0-13 6.5 6.5 0 0 0 0 13zM15.5 15.500L20 20',
  camera: 'M4 8h3.500L9 5.500h6L16.5 8H20v11H4zM12 16.500a3.2 3.2 0 1 0 0-6.4 3.2 3.2 0 0 0 0 6.400z',
  microphone:
    'M12 3.500a3 3 0 0 1 3 3V12a3 3 0 0 1-6 0V6.500a3 3 0 0 1 3-3zM5.500 11.500a6.5 6.5 0 0 0 13 0M12 18v3M9 21h6',
  eye: 'M2.5 12S6 5.5 12 5.5 21.5 12 21.5 12 18 18.5 12 18.5 2.5 12 2.5 12zM12 14.700a2.7 2.7 0 1 0 0-5.4 2.7 2.7 0 0 0 0 5.400z',
  key: 'M8 16.500a4.5 4.5 0 1 0 0-9 4.5 4.5 0 0 0 0 9zM12.5 12H21v3.500M17 12v2.5',
  send: 'M12 20V6M6 11l6-6 6 6',
  file: 'M6 3.500h8l4 4V20.500H6zM14 3.500v4h4',
  edit: 'M4 20l1-4.500L16 4.500l3.5 3.500L8.5 19z',
  trash: 'M5 7h14M9.5 7V4.500h5V7M7 7l1 13h8l1-13',
  figures: 'M4 20h16M6.5 20v-6M12 20V5M17.500 20v-9',
  money: 'M3.5 7h17v10h-17zM12 14.500a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5zM6.5 12h.01M17.5 12h.01',
  bookmark: 'M7 4h10v16l-5-4-5 4z',
  clock: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM12 7v5.500l3.5 2',
} as const;

export type IconName = keyof typeof DRAWINGS;

/** A root's `rem` in pixels where nobody enlarged it. */
const ROOT = 16;

/**
 * Always beside words or inside a control that has a label, so it is hidden from readers of the page's text. Grows with the
 * words beside it; `size` is in pixels of a text that nobody enlarged.
 */
export function Icon({ name, size = 20 }: { name: IconName; size?: number }) {
  return (
    <svg
      width={`${size / ROOT}rem`}
      height={`${size / ROOT}rem`}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      stroke-width={name === 'more' ? 3 : 1.7}
      stroke-linecap="round"
      stroke-linejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      <path d={DRAWINGS[name]} />
    </svg>
  );
}
