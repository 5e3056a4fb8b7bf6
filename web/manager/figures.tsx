// Six figures at a glance: three of this moment, three of the day so far.
import type { Queue, WaitRow } from '../common/api_types';
import { percent } from '../common/format';
import { use_signed_in } from '../common/ui/app';
import type { IconName } from '../common/ui/icons';
import { Icon } from '../common/ui/icons';
import { minutes_text } from '../common/ui/service_row';
import { Explained } from './explained';

export function Figures({ queue, day }: { queue: Queue | undefined; day: WaitRow | undefined }) {
  const { words } = use_signed_in();
  const longest_s = Math.max(0, ...(queue?.services ?? []).map(({ longest_wait_s }) => longest_wait_s));
  const kept = day && day.promises > 0 ? day.promises_kept / day.promises : undefined;
  return (
    <section class="figures" aria-label={words.t('manager.at_a_glance')}>
      <Figure id="waiting" icon="people" value={queue ? String(queue.waiting_total) : undefined} />
      <Figure id="longest" icon="clock" value={queue && minutes_text(words, longest_s)} />
      <Figure
        id="open_counters"
        icon="desk"
        value={queue && words.t('manager.of_all', { count: queue.counters_open, all: queue.counters.length })}
      />
      <Figure id="mean" icon="clock" value={minutes_or_none(day?.mean_wait_s)} />
      <Figure id="within" icon="target" value={percent_or_none(day?.within_target)} />
      <Figure id="kept" icon="shield" value={percent_or_none(kept)} />
    </section>
  );

  function minutes_or_none(seconds: number | null | undefined): string | undefined {
    return seconds === null || seconds === undefined ? undefined : minutes_text(words, seconds);
  }
  function percent_or_none(share: number | null | undefined): string | undefined {
    return share === null || share === undefined ? undefined : words.t('common.percent', { count: percent(share) });
  }
}

type FigureId = 'waiting' | 'longest' | 'open_counters' | 'mean' | 'within' | 'kept';

function Figure({ id, icon, value }: { id: FigureId; icon: IconName; value: string | undefined }) {
  const { words } = use_signed_in();
  return (
    <div class={`figure ${id}`} data-figure={id}>
      <span class="figure-icon">
        <Icon name={icon} />
      </span>
      <span class="figure-value">{value ?? '–'}</span>
      <span class="figure-name">
        <Explained name={words.t(`manager.figure.${id}`)} meaning={words.t(`manager.meaning.${id}`)} />
      </span>
    </div>
  );
}
