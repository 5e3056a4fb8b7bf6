// The branch's boards and kiosks: how each is, and what the boards have to say.
import type { Device, Devices, Queue } from '../common/api_types';
import { clock_time } from '../common/format';
import type { Key, Words } from '../common/i18n';
import { use_signed_in } from '../common/ui/app';
import { Icon } from '../common/ui/icons';
import { Notices } from './notices';
import { use_devices } from './use_devices';

export function Boards({ queue }: { queue: Queue }) {
  const { words } = use_signed_in();
  const devices = use_devices();
  return (
    <section class="card boards">
      <h2 class="card-title">
        <Icon name="board" />
        {words.t('manager.boards')}
        {devices && devices.devices.length > 0 && (
          <span class={`badge ${devices.devices.every(is_working) ? '' : 'attention'}`}>
            {words.t('manager.boards.working_of_all', {
              count: devices.devices.filter(is_working).length,
              all: devices.devices.length,
            })}
          </span>
        )}
      </h2>
      <div class="boards-columns">
        <div>{devices && <DeviceList devices={devices} />}</div>
        <Notices queue={queue} />
      </div>
    </section>
  );
}

function DeviceList({ devices }: { devices: Devices }) {
  const { words } = use_signed_in();
  return (
    <>
      {devices.devices.length === 0 && <p class="quiet">{words.t('manager.boards.none')}</p>}
      <ul class="device-tiles">
        {devices.devices.map((device) => (
          <DeviceTile key={device.node} device={device} />
        ))}
      </ul>
      {devices.calls.never_shown > 0 && devices.devices.some(({ kind }) => kind === 'board') && (
        <p class="message bad never-shown">
          <Icon name="info" />
          <span>{words.plural('manager.boards.never_shown', devices.calls.never_shown)}</span>
        </p>
      )}
    </>
  );
}

function DeviceTile({ device }: { device: Device }) {
  const { words, branch } = use_signed_in();
  const state = device.silent ? 'silent' : troubles(device).length > 0 ? 'trouble' : 'well';
  const time = device.last_contact && clock_time(Date.parse(device.last_contact), words.language, branch.time_zone);
  return (
    <li class={`device-tile ${state}`} data-node={device.node}>
      <span class="device-name">{device.name || device.node}</span>
      {device.kind && <span class="device-kind">{words.t(`manager.boards.kind.${device.kind}`)}</span>}
      <span class="device-state">
        <Icon name={state === 'well' ? 'finish' : state === 'silent' ? 'broken' : 'info'} />
        {state === 'well' && words.t('manager.boards.working')}
        {state === 'silent' &&
          (time ? words.t('manager.boards.silent_since', { time }) : words.t('manager.boards.silent'))}
        {state === 'trouble' && troubles(device).map((part) => trouble_text(words, part)).join(', ')}
      </span>
      {device.calls && <CallFigures calls={device.calls} />}
    </li>
  );
}

function CallFigures({ calls }: { calls: NonNullable<Device['calls']> }) {
  const { words } = use_signed_in();
  const { number, chime, nothing } = calls.heard_as;
  const shortened = number + chime + nothing;
  const figures = ({ p50_s, p99_s }: { p50_s: number; p99_s: number }) => ({
    p50: seconds_text(words, p50_s),
    p99: seconds_text(words, p99_s),
  });
  return (
    <span class="device-calls">
      {calls.shown === null && <span>{words.t('manager.boards.no_calls')}</span>}
      {calls.shown && <span>{words.t('manager.boards.shown', figures(calls.shown))}</span>}
      {calls.heard && <span>{words.t('manager.boards.heard', figures(calls.heard))}</span>}
      {shortened > 0 && <span>{words.plural('manager.boards.shortened', shortened)}</span>}
    </span>
  );
}

/** 0.08 below ten seconds, whole seconds above. */
function seconds_text(words: Words, seconds: number): string {
  return new Intl.NumberFormat(words.language, { maximumFractionDigits: seconds < 10 ? 2 : 0 }).format(seconds);
}

type Part = Device['parts'][number];

const kFine = new Set(['ok', 'ready', 'unknown']);
/** Somebody should look after it soon; it still does its work. */
const kLow = new Set(['paper_low', 'near_end']);

function is_working(device: Device): boolean {
  return !device.silent && device.parts.every(({ state }) => kFine.has(state) || kLow.has(state));
}

function troubles(device: Device): Part[] {
  return device.parts.filter(({ state }) => !kFine.has(state));
}

const kPartWords: Readonly<Record<string, Key>> = {
  link: 'manager.boards.part.link',
  paper: 'manager.boards.part.paper',
  printer: 'manager.boards.part.printer',
  screen: 'manager.boards.part.screen',
  sound: 'manager.boards.part.sound',
};
const kStateWords: Readonly<Record<string, Key>> = {
  cover_open: 'manager.boards.state.cover_open',
  error: 'manager.boards.state.failed',
  failed: 'manager.boards.state.failed',
  near_end: 'manager.boards.state.paper_low',
  offline: 'manager.boards.state.offline',
  out: 'manager.boards.state.paper_out',
  paper_low: 'manager.boards.state.paper_low',
  paper_out: 'manager.boards.state.paper_out',
  unreachable: 'manager.boards.state.offline',
};

/** In the manager's language; a part or state of a newer device by its own name. */
function trouble_text(words: Words, { part, state }: Part): string {
  const word = (known: Readonly<Record<string, Key>>, name: string) => {
    const key = known[name];
    return key ? words.t(key) : name.replaceAll('_', ' ');
  };
  return words.t('manager.boards.trouble', { part: word(kPartWords, part), state: word(kStateWords, state) });
}
