// The large card: who is at the counter and since when, or what to do when nobody is.
import type { Ticket, Why } from '../common/api_types';
import { percent, spaced_label, timer } from '../common/format';
import type { Words } from '../common/i18n';
import { languages } from '../common/i18n';
import { use_signed_in, use_ticks } from '../common/ui/app';
import { Icon } from '../common/ui/icons';
import { minutes_text } from '../common/ui/service_row';
import type { ConsoleState, TellerConsole } from './console';

export function Stage({ console, state }: { console: TellerConsole; state: ConsoleState }) {
  const { counter } = console;
  if (state.ticket) return <Customer ticket={state.ticket} why={state.why} />;
  if (!counter) return <section class="stage resting" aria-busy="true" />;
  if (counter.state === 'closed' || counter.state === 'paused') return <Away console={console} state={state} />;
  return <Ready state={state} />;
}

function Customer({ ticket, why }: { ticket: Ticket; why: Why | undefined }) {
  const { words, branch, clock } = use_signed_in();
  use_ticks(500);
  const serving = ticket.state === 'serving';
  const since = serving ? ticket.started_at : ticket.called_at;
  const service = branch.services.find(({ id }) => id === ticket.service);
  const waited_s = ticket.called_at ? (Date.parse(ticket.called_at) - Date.parse(ticket.issued_at)) / 1000 : 0;
  return (
    <section class={`stage ${ticket.state}`} aria-label={words.t('teller.present_customer')}>
      <div class="stage-main">
        <p class="stage-tags">
          <span class="tag strong">
            <Icon name={serving ? 'people' : 'call'} />
            {words.t(serving ? 'common.state.serving' : 'common.state.called')}
          </span>
          {service && <span class="tag">{words.local(service.name)}</span>}
          <span class="tag">
            <Icon name="globe" />
            {languages().find(({ id }) => id === ticket.language)?.name}
          </span>
          {ticket.priority && (
            <span class="tag strong">
              <Icon name="shield" />
              {words.t(`teller.priority.${ticket.priority}`)}
            </span>
          )}
        </p>
        <h1 class="stage-label" data-label={ticket.label}>
          {spaced_label(ticket.label)}
        </h1>
        <p class="stage-facts">
          {words.t('teller.waited', { time: minutes_text(words, waited_s) })}
          {ticket.recalls > 0 && <> · {words.plural('teller.recalls', ticket.recalls)}</>}
        </p>
      </div>
      <div class="stage-timer" role="timer">
        <span class="stage-timer-name">{words.t(serving ? 'teller.with_customer' : 'teller.since_call')}</span>
        <span class="stage-timer-value">{since ? timer(clock.since_s(since)) : '–'}</span>
      </div>
      {why && (
        <p class="stage-why">
          <Icon name="info" />
          <span>
            <strong>{words.t('teller.why_this')}</strong> {why_text(why, words)}
          </span>
        </p>
      )}
    </section>
  );
}

export function why_text(why: Why, words: Words): string {
  const params = {
    wait: minutes_text(words, why.wait_s),
    target: minutes_text(words, why.target_s),
    percent: percent_or_more(why.share),
  };
  switch (why.rule) {
    case 'largest_share': {
      const weighted = Math.abs(why.share - why.wait_s / why.target_s) > 0.02;
      return words.t(weighted ? 'teller.why.largest_share_weighted' : 'teller.why.largest_share', params);
    }
    case 'overtaken_often':
      return words.plural('teller.why.overtaken_often', why.overtaken);
    case 'first_arrived':
      return words.t('teller.why.first_arrived', params);
    case 'ratio_turn':
      return words.t('teller.why.ratio_turn', params);
    case 'chosen_by_teller':
      return words.t('teller.why.chosen', params);
    default:
      return why.text;
  }
}

/** A share of the target may well be above 100 %. */
function percent_or_more(share: number): number {
  return share > 1 ? Math.round(share * 100) : percent(share);
}

function Ready({ state }: { state: ConsoleState }) {
  const { words } = use_signed_in();
  const waiting = state.live.queue?.waiting_total ?? 0;
  return (
    <section class="stage ready">
      <div class="stage-main">
        <h1 class="stage-title">{words.t(waiting > 0 ? 'teller.ready' : 'teller.nobody_waits')}</h1>
        <p class="stage-facts">
          {waiting > 0 ? words.plural('common.people_waiting', waiting) : words.t('teller.nobody_waits_hint')}
        </p>
      </div>
    </section>
  );
}

function Away({ console, state }: { console: TellerConsole; state: ConsoleState }) {
  const { words, clock } = use_signed_in();
  use_ticks(1000);
  const counter = console.counter;
  const paused = counter?.state === 'paused';
  return (
    <section class="stage resting">
      <div class="stage-main">
        <h1 class="stage-title">{words.t(paused ? 'teller.on_break' : 'teller.closed')}</h1>
        <p class="stage-facts">
          {paused && counter?.since
            ? words.t('teller.break_for', { time: timer(clock.since_s(counter.since)) })
            : words.t('teller.closed_hint')}
        </p>
        <button
          type="button"
          class="button primary large"
          aria-disabled={state.busy !== undefined}
          data-action={paused ? 'resume' : 'open'}
          onClick={() => void console.set_counter(paused ? 'resume' : 'open')}
        >
          <Icon name={paused ? 'start' : 'desk'} />
          {words.t(paused ? 'teller.end_break' : 'teller.open_counter')}
        </button>
      </div>
    </section>
  );
}
