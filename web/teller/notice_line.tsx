// One line that says what came of the last press. Read out by screen readers.
import { use_app } from '../common/ui/app';
import { Icon } from '../common/ui/icons';
import type { Words } from '../common/i18n';
import type { ConsoleState, Notice } from './console';

/** Deeds that change the card so little that they need a word. */
type Told = 'recall' | 'finish' | 'no_show' | 'hold' | 'transfer' | 'take_back' | 'cancel';
const kTold: ReadonlySet<string> = new Set<Told>(['recall', 'finish', 'no_show', 'hold', 'transfer', 'take_back', 'cancel']);

export function NoticeLine({ state }: { state: ConsoleState }) {
  const { words } = use_app();
  const text = state.retrying ? words.t('teller.retrying') : state.notice ? text_of(state.notice, words) : '';
  const bad = state.retrying || (state.notice !== undefined && is_bad(state.notice));
  return (
    <div class="notice-line" role="status">
      {text !== '' && (
        <p class={bad ? 'message bad' : 'message'}>
          <Icon name={bad ? 'info' : 'finish'} />
          <span>{text}</span>
        </p>
      )}
    </div>
  );
}

function is_bad(notice: Notice): boolean {
  return notice.kind === 'refused' || notice.kind === 'changed' || notice.kind === 'unknown_outcome';
}

function text_of(notice: Notice, words: Words): string {
  switch (notice.kind) {
    case 'nobody':
      return words.t('teller.nobody_now');
    case 'unknown_outcome':
      return words.t('teller.unknown_outcome');
    case 'refused':
      return words.t('teller.refused', { detail: notice.detail });
    case 'changed':
      return words.t('teller.changed', { state: state_text(notice.state, words) });
    case 'done':
      return kTold.has(notice.deed) ? words.t(`teller.done.${notice.deed as Told}`, { label: notice.label }) : '';
  }
}

/** The server's word for a state, in the teller's language; its own word when it is a new one. */
export function state_text(state: string, words: Words): string {
  switch (state) {
    case 'waiting':
    case 'called':
    case 'serving':
    case 'on_hold':
    case 'finished':
    case 'no_show':
    case 'cancelled':
    case 'closed':
    case 'idle':
    case 'paused':
      return words.t(`common.state.${state}`);
    default:
      return state;
  }
}
