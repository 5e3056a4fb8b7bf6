// A modal question. The browser's own <dialog> keeps focus inside, closes on Escape and gives focus back.
import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { use_app } from './app';
import { Icon } from './icons';

interface Props {
  title: string;
  on_close(): void;
  children: ComponentChildren;
}

export function Dialog({ title, on_close, children }: Props) {
  const { words } = use_app();
  const element = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    element.current?.showModal();
  }, []);
  return (
    <dialog ref={element} class="dialog" aria-labelledby="dialog-title" onClose={on_close}>
      <div class="dialog-top">
        <h2 id="dialog-title">{title}</h2>
        <button
          type="button"
          class="icon-button"
          aria-label={words.t('common.close')}
          onClick={() => element.current?.close()}
        >
          <Icon name="cancel" />
        </button>
      </div>
      {children}
    </dialog>
  );
}
