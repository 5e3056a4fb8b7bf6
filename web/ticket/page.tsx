// The phone page: my number, how many are before me, what was promised, and the call.
import { useEffect, useState } from 'preact/hooks';
import type { Branch, Language, Ticket } from '../common/api_types';
import { clock_time, spaced_label } from '../common/format';
import { languages, load_words, read_local, remember_language, remembered_language, type Words } from '../common/i18n';
import { Icon, Mark } from '../common/ui/icons';
import { StateCard } from './state_card';
import { type Following, use_ticket } from './use_ticket';

const kChosen = 'navbat.phone_language';

export function PhonePage({ id }: { id: string }) {
  const following = use_ticket(id);
  const [words, set_words] = useState<Words>();
  const ticket = following.kind === 'found' ? following.ticket : undefined;

  // The kiosk was used in the ticket's language: so speaks the phone, until another is chosen on it.
  const wanted = (read_local(kChosen) as Language | null) ?? ticket?.language ?? remembered_language();
  const choose = (language: Language) => {
    remember_language(language);
    try {
      localStorage.setItem(kChosen, language);
    } catch {
      // It is chosen for this visit only.
    }
    void load_words(language).then(set_words);
  };
  useEffect(() => {
    if (following.kind !== 'looking') void load_words(wanted).then(set_words);
  }, [following.kind, ticket?.language]);
  use_call_signal(ticket, words);

  if (!words) return <div class="loading" aria-busy="true" />;
  return (
    <div class={`phone ${ticket?.state ?? ''}`}>
      <Top following={following} words={words} on_language={choose} />
      <main>{content(following, words)}</main>
    </div>
  );
}

function content(following: Following, words: Words) {
  switch (following.kind) {
    case 'looking':
      return null;
    case 'unknown':
      return <Message title={words.t('phone.unknown')} text={words.t('phone.unknown_hint')} />;
    case 'no_line':
      return <Message title={words.t('phone.no_line')} text={words.t('phone.no_line_hint')} />;
    case 'found':
      return <Slip {...following} words={words} />;
  }
}

function Message({ title, text }: { title: string; text: string }) {
  return (
    <section class="slip" role="alert">
      <h1 class="state-title">{title}</h1>
      <p>{text}</p>
    </section>
  );
}

interface SlipProps {
  ticket: Ticket;
  branch: Branch;
  at_ms: number;
  lost: boolean;
  words: Words;
}

function Slip({ ticket, branch, at_ms, lost, words }: SlipProps) {
  const service = branch.services.find(({ id }) => id === ticket.service);
  const time = (ms: number) => clock_time(ms, words.language, branch.time_zone);
  return (
    <>
      <section class="slip" style={{ '--service': service?.color ?? 'currentColor' }}>
        {service && <p class="slip-service">{words.local(service.name)}</p>}
        <p class="slip-name">{words.t('phone.your_number')}</p>
        <h1 class="slip-label">{spaced_label(ticket.label)}</h1>
        <div class="slip-cut" aria-hidden="true" />
        <StateCard ticket={ticket} words={words} now_ms={at_ms} time={time} />
      </section>
      <p class={lost ? 'fresh lost' : 'fresh'} role="status">
        {lost && <Icon name="broken" />}
        {words.t(lost ? 'phone.stale' : 'phone.fresh', { time: time(at_ms) })}
      </p>
    </>
  );
}

function Top({ following, words, on_language }: { following: Following; words: Words; on_language(l: Language): void }) {
  const branch = following.kind === 'found' ? following.branch : undefined;
  return (
    <header class="top">
      <Mark />
      <div class="top-names">
        <span class="top-bank">{branch?.bank ?? 'Navbat'}</span>
        <span class="top-branch">{branch ? words.local(branch.name) : ''}</span>
      </div>
      <label class="language">
        <span class="visually-hidden">{words.t('common.language')}</span>
        <select value={words.language} onChange={(event) => on_language(event.currentTarget.value as Language)}>
          {languages().map(({ id, name }) => (
            <option key={id} value={id} lang={id}>
              {name}
            </option>
          ))}
        </select>
      </label>
    </header>
  );
}

/** A call must be noticed in a pocket: vibration, and the number in the tab's title. */
function use_call_signal(ticket: Ticket | undefined, words: Words | undefined): void {
  const called = ticket?.state === 'called';
  useEffect(() => {
    if (called) navigator.vibrate?.([300, 150, 300, 150, 300]);
  }, [called, ticket?.called_at, ticket?.recalls]);
  useEffect(() => {
    if (!ticket || !words) return;
    document.title = called
      ? words.t('phone.title_called', { label: ticket.label, counter: ticket.counter ?? '' })
      : `${ticket.label} · Navbat`;
  }, [called, ticket?.label, ticket?.counter, words]);
}
