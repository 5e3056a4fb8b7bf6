// What the boards say now, and the buttons that make them say more.
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Notice, NoticeKind, Queue } from '../common/api_types';
import type { Answer } from '../common/http';
import { clock_time } from '../common/format';
import type { Words } from '../common/i18n';
import { new_key } from '../common/ids';
import { use_signed_in } from '../common/ui/app';
import { Icon } from '../common/ui/icons';
import { NoticeDialog } from './notice_dialog';

const kKinds: NoticeKind[] = ['message', 'closing', 'emergency'];

/** Why a press came to nothing, in a line; empty when it did not. */
export function trouble_of(answer: Answer<unknown>, words: Words): string {
  if (answer.kind === 'ok') return '';
  return answer.kind === 'lost'
    ? words.t('manager.notices.lost')
    : words.t('manager.notices.refused', { detail: answer.problem.detail });
}

export function Notices({ queue }: { queue: Queue }) {
  const { api, session, words } = use_signed_in();
  const [writing, set_writing] = useState<NoticeKind>();
  const [trouble, set_trouble] = useState('');
  const title = useRef<HTMLHeadingElement>(null);
  const opener = useRef<HTMLButtonElement | null>(null);

  // While the dialog stands, nothing else takes the focus.
  useEffect(() => {
    if (!writing) opener.current?.focus();
  }, [writing]);

  const withdraw = async (notice: Notice) => {
    const answer = await api.withdraw_notice(session.branch, notice.id, { key: new_key() });
    set_trouble(trouble_of(answer, words));
    // The button goes with its notice: the keyboard's place is the list's title then.
    if (answer.kind === 'ok') title.current?.focus();
  };
  return (
    <div class="notices">
      <h3 ref={title} tabIndex={-1}>
        {words.t('manager.notices')}
      </h3>
      {queue.notices.length === 0 && <p class="quiet">{words.t('manager.notices.none')}</p>}
      <ul class="notice-list">
        {queue.notices.map((notice) => (
          <NoticeLine key={notice.id} notice={notice} on_withdraw={() => void withdraw(notice)} />
        ))}
      </ul>
      <div role="alert">{trouble !== '' && <p class="message bad">{trouble}</p>}</div>
      <div class="row">
        {kKinds.map((kind) => (
          <button
            key={kind}
            type="button"
            class={`button small post-${kind}`}
            data-action={`post-${kind}`}
            onClick={(event) => {
              opener.current = event.currentTarget;
              set_writing(kind);
            }}
          >
            <Icon name={kind === 'emergency' ? 'alarm' : kind === 'closing' ? 'close' : 'call'} />
            {words.t(`manager.notices.post.${kind}`)}
          </button>
        ))}
      </div>
      {writing && <NoticeDialog kind={writing} on_close={() => set_writing(undefined)} />}
    </div>
  );
}

function NoticeLine({ notice, on_withdraw }: { notice: Notice; on_withdraw(): void }) {
  const { words, branch } = use_signed_in();
  const text = words.local(notice.texts);
  const time = notice.until && clock_time(Date.parse(notice.until), words.language, branch.time_zone);
  return (
    <li class={`notice-line-item ${notice.kind}`} data-notice={notice.id}>
      <span class="tag">{words.t(`manager.notices.kind.${notice.kind}`)}</span>
      <span class="notice-text">{text}</span>
      {time && <span class="quiet">{words.t('manager.notices.until', { time })}</span>}
      <button
        type="button"
        class="button small"
        aria-label={`${words.t('manager.notices.withdraw')}: ${text}`}
        onClick={on_withdraw}
      >
        {words.t('manager.notices.withdraw')}
      </button>
    </li>
  );
}
