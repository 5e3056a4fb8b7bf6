// Live queues by service: who waits, the longest, and what a newcomer would be promised.
import type { Queue, Range } from '../common/api_types';
import { shown_range } from '../common/format';
import type { Words } from '../common/i18n';
import { use_signed_in } from '../common/ui/app';
import { Icon } from '../common/ui/icons';
import { minutes_text, pressure } from '../common/ui/service_row';

export function promise_text(words: Words, promise: Range): string {
  const { low_min, high_min, limit_min } = shown_range(promise);
  return low_min === high_min
    ? words.t('common.up_to_minutes', { count: limit_min })
    : words.t('common.minutes_range', { low: low_min, high: high_min });
}

export function Services({ queue }: { queue: Queue }) {
  const { words, branch } = use_signed_in();
  return (
    <section class="card services">
      <h2 class="card-title">
        <Icon name="people" />
        {words.t('manager.services')}
      </h2>
      <div class="table-holder">
        <table>
          <thead>
            <tr>
              <th scope="col">{words.t('manager.service')}</th>
              <th scope="col" class="number">
                {words.t('manager.figure.waiting')}
              </th>
              <th scope="col">{words.t('manager.figure.longest')}</th>
              <th scope="col" class="number">
                {words.t('manager.promise_now')}
              </th>
            </tr>
          </thead>
          <tbody>
            {branch.services.map((service) => {
              const now = queue.services.find(({ id }) => id === service.id);
              if (!now) return null;
              const level = now.waiting === 0 ? 'calm' : pressure(now.longest_wait_s, service.target_wait_s);
              const share = Math.min(1, now.longest_wait_s / service.target_wait_s);
              return (
                <tr
                  key={service.id}
                  class={`service-line ${level}`}
                  data-service={service.id}
                  style={{ '--service': service.color, '--share': String(share) }}
                >
                  <th scope="row">
                    <span class="service-letter">{service.letter}</span>
                    {words.local(service.name)}
                  </th>
                  <td class="number strong">{now.waiting}</td>
                  <td>
                    <span class="service-bar" aria-hidden="true" />
                    <span class="service-wait">
                      {now.waiting === 0
                        ? '–'
                        : words.t(level === 'over' ? 'common.longest_over' : 'common.longest', {
                            time: minutes_text(words, now.longest_wait_s),
                            target: minutes_text(words, service.target_wait_s),
                          })}
                    </span>
                  </td>
                  <td class="number">{now.promise ? promise_text(words, now.promise) : '–'}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </section>
  );
}
