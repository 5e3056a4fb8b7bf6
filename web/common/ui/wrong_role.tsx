// Signed in, but this page is somebody else's. The server refuses its routes anyway; this says so kindly.
import { kTitles, use_signed_in } from './app';
import { Header } from './header';

export function WrongRole() {
  const { words, role, session, sign_out } = use_signed_in();
  const other = role === 'teller' ? 'manager' : 'teller';
  return (
    <div class="page">
      <Header />
      <main class="centre">
        <section class="card notice" role="alert">
          <h1>{words.t(role === 'teller' ? 'teller.not_for_you' : 'manager.not_for_you')}</h1>
          <p class="quiet">{words.t('common.signed_in_as', { user: session.user })}</p>
          <p class="row">
            <a class="button primary" href={`/${other}`}>
              {words.t(kTitles[other])}
            </a>
            <button type="button" class="button" onClick={sign_out}>
              {words.t('common.sign_out')}
            </button>
          </p>
        </section>
      </main>
    </div>
  );
}
