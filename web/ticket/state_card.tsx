// The part of the slip that changes: waiting with its promise, called, and how it ended.
import type { Ticket } from '../common/api_types';
import { shown_range } from '../common/format';
import type { Words } from '../common/i18n';
import { Icon } from '../common/ui/icons';

interface Props {
  ticket: Ticket;
  words: Words;
  now_ms: number;
  time(ms: number): string;
}

export function StateCard(props: Props) {
  const { ticket, words } = props;
  const counter = ticket.counter ?? '';
  switch (ticket.state) {
    case 'waiting':
      return <Waiting {...props} />;
    case 'called':
      return (
        <div class="called-card" role="alert">
          <p class="called-title">
            <Icon name="bell" />
            {words.t('phone.your_turn')}
          </p>
          <p class="called-counter">
            <span>{words.t('phone.counter')}</span>
            <strong>{counter}</strong>
          </p>
        </div>
      );
    case 'serving':
      return <Ended title={words.t('phone.serving')} text={words.t('phone.at_counter', { counter })} />;
    case 'on_hold':
      return <Ended title={words.t('phone.on_hold')} text={words.t('phone.on_hold_hint')} />;
    case 'finished':
      return <Ended title={words.t('phone.finished')} text={words.t('phone.finished_hint')} />;
    case 'no_show':
      return <Ended title={words.t('phone.no_show')} text={words.t('phone.no_show_hint')} />;
    case 'cancelled':
      return <Ended title={words.t('phone.cancelled')} text={words.t('phone.cancelled_hint')} />;
  }
}

function Ended({ title, text }: { title: string; text: string }) {
  return (
    <div class="state" role="status">
      <h2 class="state-title">{title}</h2>
      <p>{text}</p>
    </div>
  );
}

function Waiting({ ticket, words, now_ms, time }: Props) {
  const ahead = ticket.people_ahead ?? 0;
  return (
    <div class="state" role="status">
      <h2 class="state-title ahead">
        {ahead === 0 ? words.t('phone.you_are_next') : words.plural('phone.people_ahead', ahead)}
      </h2>
      {ticket.wait_now ? (
        <>
          <p class="wait">{wait_text()}</p>
          <p class="limit">{words.t('phone.limit', { count: shown_range(ticket.wait_now).limit_min })}</p>
        </>
      ) : (
        <p class="limit">{words.t('phone.soon')}</p>
      )}
      {promised()}
    </div>
  );

  function wait_text(): string {
    if (!ticket.wait_now) return '';
    const { low_min, high_min } = shown_range(ticket.wait_now);
    return low_min === high_min || high_min <= 1
      ? words.t('common.up_to_minutes', { count: Math.max(1, high_min) })
      : words.t('common.minutes_range', { low: low_min, high: high_min });
  }
  /** What was promised at the kiosk, and whether it can still be kept: never left unsaid. */
  function promised() {
    if (!ticket.promise) return null;
    const by_ms = Date.parse(ticket.promise.made_at) + shown_range(ticket.promise).limit_min * 60_000;
    const late = now_ms + (ticket.wait_now?.low_s ?? 0) * 1000 > by_ms;
    return <p class={late ? 'promised late' : 'promised'}>{words.t(late ? 'phone.late' : 'phone.promised', { time: time(by_ms) })}</p>;
  }
}
