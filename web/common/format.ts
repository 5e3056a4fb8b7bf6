// Numbers and times as people read them. Pure; the words come from the catalogue.
import type { Range } from './api_types';

/** Running time: 0:07, 12:30, 1:02:03. */
export function timer(seconds: number): string {
  const whole = Math.max(0, Math.floor(seconds));
  const hours = Math.floor(whole / 3600);
  const minutes = Math.floor((whole % 3600) / 60);
  const rest = String(whole % 60).padStart(2, '0');
  return hours > 0 ? `${hours}:${String(minutes).padStart(2, '0')}:${rest}` : `${minutes}:${rest}`;
}

/** Whole minutes of a duration that has passed: 0 below one minute, otherwise rounded. */
export function whole_minutes(seconds: number): number {
  return seconds < 60 ? 0 : Math.round(seconds / 60);
}

export interface ShownRange {
  low_min: number;
  high_min: number;
  limit_min: number;
}

/**
 * A promise as it is shown: low rounded down, high and limit up; whole minutes up to 30, multiples of 5
 * above, because a finer figure would pretend a precision that no forecast has. The same rule as
 * domain/promise_range.h, so that paper, board and pages agree.
 */
export function shown_range(range: Pick<Range, 'low_s' | 'high_s' | 'limit_s'>): ShownRange {
  const low_min = round_down(range.low_s / 60);
  const high_min = Math.max(low_min, round_up(range.high_s / 60));
  return { low_min, high_min, limit_min: Math.max(1, high_min, round_up(range.limit_s / 60)) };
}

function round_down(minutes: number): number {
  const whole = Math.max(0, Math.floor(minutes));
  return whole <= 30 ? whole : Math.floor(whole / 5) * 5;
}
function round_up(minutes: number): number {
  const whole = Math.max(0, Math.ceil(minutes));
  return whole <= 30 ? whole : Math.ceil(whole / 5) * 5;
}

/** `A042` as `A 042`: letters and digits apart, easier to read from afar. */
export function spaced_label(label: string): string {
  return label.replace(/^([A-Z]+)(\d+)$/, '$1\u2009$2');
}

/** 0.873 as 87. Rounded to the nearest, but 100 only when it is all and 0 only when it is none. */
export function percent(share: number): number {
  if (share >= 1) return 100;
  if (share <= 0) return 0;
  return Math.min(99, Math.max(1, Math.round(share * 100)));
}

/** Hour and minute in the branch's time zone. */
export function clock_time(at_ms: number, locale: string, time_zone: string): string {
  return new Intl.DateTimeFormat(locale, {
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone: time_zone,
  }).format(at_ms);
}
