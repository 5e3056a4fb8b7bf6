// How a service is doing: who waits, how long the longest, how much of the target that is.
import type { Service, ServiceQueue } from '../api_types';
import type { Words } from '../i18n';
import { whole_minutes } from '../format';

export type Pressure = 'calm' | 'near' | 'over';

/** Colour is never alone: `near` and `over` come with words too. */
export function pressure(longest_wait_s: number, target_wait_s: number): Pressure {
  const share = longest_wait_s / target_wait_s;
  return share >= 1 ? 'over' : share >= 0.7 ? 'near' : 'calm';
}

export function minutes_text(words: Words, seconds: number): string {
  const minutes = whole_minutes(seconds);
  return minutes === 0 ? words.t('common.under_minute') : words.t('common.minutes', { count: minutes });
}

export function ServiceRow({ service, now, words }: { service: Service; now: ServiceQueue; words: Words }) {
  const level = now.waiting === 0 ? 'calm' : pressure(now.longest_wait_s, service.target_wait_s);
  const share = Math.min(1, now.longest_wait_s / service.target_wait_s);
  return (
    <li class={`service-row ${level}`} style={{ '--service': service.color, '--share': String(share) }}>
      <span class="service-letter">{service.letter}</span>
      <span class="service-name">{words.local(service.name)}</span>
      <span class="service-count">
        <span class="visually-hidden">{words.plural('common.people_waiting', now.waiting)}</span>
        <span aria-hidden="true">{now.waiting}</span>
      </span>
      <span class="service-bar" aria-hidden="true" />
      <span class="service-wait">
        {now.waiting === 0
          ? words.t('common.nobody_waits')
          : words.t(level === 'over' ? 'common.longest_over' : 'common.longest', {
              time: minutes_text(words, now.longest_wait_s),
              target: minutes_text(words, service.target_wait_s),
            })}
      </span>
    </li>
  );
}
