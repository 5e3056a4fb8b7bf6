// Writing a notice in the branch's languages. An emergency is asked for once more before it goes out.
import { useRef, useState } from 'preact/hooks';
import type { Language, NewNotice, NoticeKind } from '../common/api_types';
import { languages } from '../common/i18n';
import { new_key, new_uuid_v7 } from '../common/ids';
import { kLongestNotice } from '../common/limits';
import { use_signed_in } from '../common/ui/app';
import { Dialog } from '../common/ui/dialog';
import { trouble_of } from './notices';

const kMinutes = [15, 30, 60, 120];

interface Props {
  kind: NoticeKind;
  on_close(): void;
}

export function NoticeDialog({ kind, on_close }: Props) {
  const { api, session, branch, clock, words } = use_signed_in();
  const [texts, set_texts] = useState<Partial<Record<Language, string>>>({});
  const [minutes, set_minutes] = useState(0);
  const [asking, set_asking] = useState(false);
  const [busy, set_busy] = useState(false);
  const [trouble, set_trouble] = useState('');
  // What was sent last: sent again after a lost answer, it is the same notice.
  const sent = useRef<{ content: string; notice: NewNotice; key: string } | undefined>(undefined);

  const own_names = new Map(languages().map(({ id, name }) => [id, name]));
  const written = written_texts(texts);
  const too_long = Object.entries(written).filter(([, text]) => byte_length(text) > kLongestNotice);
  const mistake =
    too_long.length > 0
      ? words.t('manager.notices.text_long', {
          languages: too_long.map(([language]) => own_names.get(language as Language) ?? language).join(', '),
        })
      : Object.keys(written).length === 0
        ? words.t('manager.notices.text_missing')
        : '';

  const send = async () => {
    const content = JSON.stringify([written, minutes]);
    if (sent.current?.content !== content) {
      const now = clock.now_ms();
      const until = minutes > 0 ? { until: new Date(now + minutes * 60_000).toISOString() } : {};
      sent.current = { content, notice: { id: new_uuid_v7(now), kind, texts: written, ...until }, key: new_key() };
    }
    set_busy(true);
    const answer = await api.post_notice(session.branch, sent.current.notice, { key: sent.current.key });
    set_busy(false);
    if (answer.kind === 'ok') on_close();
    set_asking(false);
    set_trouble(trouble_of(answer, words));
    // A refusal is kept under its key for good: the next press is another one.
    if (answer.kind === 'problem') sent.current = undefined;
  };
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    if (busy) return;
    set_trouble(mistake);
    if (mistake !== '') return;
    if (kind === 'emergency' && !asking) set_asking(true);
    else void send();
  };

  return (
    <Dialog title={words.t(`manager.notices.post.${kind}`)} on_close={on_close}>
      <p class="quiet">{words.t(`manager.notices.explain.${kind}`)}</p>
      <form class={`notice-form ${kind}`} onSubmit={submit}>
        <fieldset hidden={asking}>
          <legend>{words.t('manager.notices.texts')}</legend>
          {branch.languages.map((language) => (
            <label key={language} class="field">
              {own_names.get(language) ?? language}
              <textarea
                lang={language}
                name={language}
                rows={2}
                value={texts[language] ?? ''}
                onInput={(event) => set_texts({ ...texts, [language]: event.currentTarget.value })}
              />
            </label>
          ))}
        </fieldset>
        <label class="field" hidden={asking}>
          {words.t('manager.notices.ends')}
          <select name="minutes" value={minutes} onChange={(event) => set_minutes(Number(event.currentTarget.value))}>
            <option value={0}>
              {words.t(kind === 'closing' ? 'manager.notices.ends_with_day' : 'manager.notices.ends_by_hand')}
            </option>
            {kMinutes.map((count) => (
              <option key={count} value={count}>
                {words.t('manager.notices.ends_in', { count })}
              </option>
            ))}
          </select>
        </label>
        {asking && (
          <div class="notice-check">
            <p class="message bad" role="alert">
              {words.t('manager.notices.confirm')}
            </p>
            {Object.entries(written).map(([language, text]) => (
              <p key={language} lang={language}>
                {text}
              </p>
            ))}
          </div>
        )}
        <div role="alert">{trouble !== '' && <p class="message bad">{trouble}</p>}</div>
        <div class="row">
          <button type="submit" class="button primary" aria-disabled={busy} data-action="publish">
            {words.t(asking ? 'manager.notices.confirm_yes' : 'manager.notices.publish')}
          </button>
          {asking && (
            <button type="button" class="button" onClick={() => set_asking(false)}>
              {words.t('manager.notices.back')}
            </button>
          )}
        </div>
      </form>
    </Dialog>
  );
}

/** What was really written: a board shows one line of words, so line breaks and runs of spaces are one space. */
function written_texts(texts: Partial<Record<Language, string>>): Record<string, string> {
  const written: Record<string, string> = {};
  for (const [language, text] of Object.entries(texts)) {
    const words = text.replace(/\s+/g, ' ').trim();
    if (words !== '') written[language] = words;
  }
  return written;
}

function byte_length(text: string): number {
  return new TextEncoder().encode(text).length;
}
