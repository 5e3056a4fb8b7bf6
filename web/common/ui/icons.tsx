// Pictograms, drawn with strokes on a 24 × 24 grid; always beside words, so hidden from screen readers.

const kPaths = {
  call: 'M4 10v4h3l6 5V5L7 10H4Z M17 8.5a5 5 0 0 1 0 7 M19.5 6a8.5 8.5 0 0 1 0 12',
  again: 'M4 4v5h5 M4.6 9A8 8 0 1 1 4 13.5',
  start: 'M7 4.5v15l12-7.5-12-7.5Z',
  finish: 'M4.5 12.5l5 5L20 7',
  absent: 'M10 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8Z M3 20c0-3.5 3-5.5 7-5.5 1.5 0 2.8.3 4 .8 M16.5 16l4.5 4.5 M21 16l-4.5 4.5',
  hold: 'M8 5v14 M16 5v14',
  transfer: 'M4 8h14 M14 4l4 4-4 4 M20 16H6 M10 12l-4 4 4 4',
  cancel: 'M6 6l12 12 M18 6L6 18',
  globe: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18Z M3 12h18 M12 3c3 3 3.8 6 3.8 9S15 18 12 21c-3-3-3.8-6-3.8-9S9 6 12 3Z',
  leave: 'M14 4H6v16h8 M10 12h11 M17 8l4 4-4 4',
  cup: 'M5 9h11v6a4 4 0 0 1-4 4H9a4 4 0 0 1-4-4V9Z M16 10.5h1.5a2.5 2.5 0 0 1 0 5H16 M8 3v2.5 M12 3v2.5',
  close: 'M5 20V5l9-2v18l-9-1Z M14 5h5v15h-5 M10.5 12v.5',
  clock: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18Z M12 7v5.5l3.5 2',
  people: 'M9 11.5a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7Z M2.5 19.5c0-3.3 2.8-5.3 6.5-5.3s6.5 2 6.5 5.3 M16 4.8a3.5 3.5 0 0 1 0 6.4 M18 14.7c2.2.8 3.5 2.5 3.5 4.8',
  desk: 'M3 7h18 M5 7v12 M19 7v12 M12 7v5h7',
  shield: 'M12 3l7 3v5.5c0 4.5-3 7.8-7 9.5-4-1.7-7-5-7-9.5V6l7-3Z M9 12l2.2 2.2L15.5 10',
  target: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18Z M12 16.5a4.5 4.5 0 1 0 0-9 4.5 4.5 0 0 0 0 9Z M12 12h.01',
  save: 'M12 4v11 M7 10.5l5 5 5-5 M4 20h16',
  broken: 'M3 3l18 18 M5 12.5a10 10 0 0 1 4-2.4 M2.5 9a14 14 0 0 1 4.5-2.8 M12 6a14 14 0 0 1 9.5 3 M14.5 10.2a10 10 0 0 1 4.5 2.3 M8.5 16a5 5 0 0 1 6 -.7 M12 19.5h.01',
  info: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18Z M12 11v5.5 M12 7.6v.1',
  board: 'M3 4.5h18v11H3v-11Z M12 15.5V20 M8 20h8',
  alarm: 'M12 3.5l9.5 16.5h-19L12 3.5Z M12 10v4.5 M12 17.4v.1',
  bell: 'M6 16.5V11a6 6 0 0 1 12 0v5.5l1.5 2h-15l1.5-2Z M10 21h4',
} as const;

export type IconName = keyof typeof kPaths;

export function Icon({ name }: { name: IconName }) {
  return (
    <svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d={kPaths[name]} />
    </svg>
  );
}

/** The bank's mark: a meridian with its sun. */
export function Mark() {
  return (
    <svg class="mark" viewBox="0 0 40 40" aria-hidden="true" focusable="false">
      <path
        class="mark-lines"
        d="M19 37a17 17 0 1 0 0-34 17 17 0 0 0 0 34Z M2.5 20h33 M19 3c6 4.5 7.8 10.5 7.8 17S25 32.5 19 37c-6-4.5-7.8-10.5-7.8-17S13 7.5 19 3Z"
      />
      <circle class="mark-sun" cx="32" cy="8" r="5" />
    </svg>
  );
}
