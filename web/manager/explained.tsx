// A name whose definition is one press away: what counts, and out of how many.
import { useId, useState } from 'preact/hooks';
import { use_app } from '../common/ui/app';
import { Icon } from '../common/ui/icons';

export function Explained({ name, meaning }: { name: string; meaning: string }) {
  const { words } = use_app();
  const [open, set_open] = useState(false);
  const id = useId();
  return (
    <span
      class="explained"
      onMouseLeave={() => set_open(false)}
      onKeyDown={(event) => event.key === 'Escape' && set_open(false)}
    >
      {name}
      <button
        type="button"
        class="explain"
        aria-label={words.t('manager.what_is', { name })}
        aria-expanded={open}
        aria-controls={id}
        onClick={() => set_open(!open)}
        onBlur={() => set_open(false)}
      >
        <Icon name="info" />
      </button>
      <span id={id} class="explanation" role="status">
        {open && <span class="explanation-box">{meaning}</span>}
      </span>
    </span>
  );
}
