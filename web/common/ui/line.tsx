// The state of the connection. Lost: a band that cannot be missed, with the age of what is shown.
import type { Queue } from '../api_types';
import type { LineState } from '../event_stream';
import { clock_time } from '../format';
import { use_signed_in } from './app';
import { Icon } from './icons';

export function LineBand({ line, queue }: { line: LineState; queue: Queue | undefined }) {
  const { words, branch } = use_signed_in();
  const time = queue ? clock_time(Date.parse(queue.at), words.language, branch.time_zone) : '';
  return (
    <div role="alert" class="line-band-holder">
      {line === 'lost' && (
        <p class="line-band">
          <Icon name="broken" />
          <span>
            <strong>{words.t('common.line.lost')}</strong>{' '}
            {queue && words.t('common.line_lost_since', { time })}
          </span>
        </p>
      )}
    </div>
  );
}

export function LineDot({ line }: { line: LineState }) {
  const { words } = use_signed_in();
  return (
    <span class={`line-dot ${line}`}>
      <span class="dot" aria-hidden="true" />
      {words.t(`common.line.${line}`)}
    </span>
  );
}
