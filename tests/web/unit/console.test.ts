import assert from 'node:assert/strict';
import { test } from 'node:test';
import { action_of_key, applies, expected_action, kActions } from '../../../web/teller/actions';
import { make_ticket, Scene, settle } from '../support/console_scene';

test('next brings a ticket to the counter', async () => {
  const scene = new Scene();
  scene.show();
  await scene.console.press('next');
  assert.equal(scene.console.state.ticket?.label, 'A001');
  assert.equal(scene.console.state.busy, undefined);
});

test('two presses at once are one command', async () => {
  const scene = new Scene();
  scene.show();
  await Promise.all([scene.console.press('next'), scene.console.press('next')]);
  assert.deepEqual(scene.requests.map(({ what }) => what), ['call']);
});

test('the second click of a double click that comes after the answer does nothing', async () => {
  const scene = new Scene();
  scene.show();
  await scene.console.press('next');
  await scene.console.press('recall');
  scene.now += 200;
  await scene.console.press('recall');
  assert.deepEqual(scene.requests.map(({ what }) => what), ['call', 'recall']);
  scene.now += 2000;
  await scene.console.press('recall');
  assert.equal(scene.requests.length, 3);
});

test('another button pressed while the first is still at work is done after it', async () => {
  const scene = new Scene();
  scene.show();
  await scene.console.press('next');
  const starting = scene.console.press('start');
  await scene.at_answer();
  const finishing = scene.console.press('finish');
  await Promise.all([starting, finishing]);
  assert.deepEqual(scene.requests.map(({ what }) => what), ['call', 'start', 'finish']);
  assert.equal(scene.console.state.ticket, undefined);
});

test('what was pressed for one customer is not done to the next', async () => {
  const scene = new Scene();
  scene.show();
  await scene.console.press('next');
  const gone = scene.console.press('no_show');
  const too_late = scene.console.press('recall');
  await Promise.all([gone, too_late]);
  assert.deepEqual(scene.requests.map(({ what }) => what), ['call', 'no-show']);
});

test('every press has a key of its own', async () => {
  const scene = new Scene();
  scene.show();
  await scene.console.press('next');
  await scene.console.press('start');
  await scene.console.press('finish');
  assert.equal(new Set(scene.requests.map(({ key }) => key)).size, 3);
  assert.equal(scene.console.state.ticket, undefined);
});

test('a reload finds the ticket that is at the counter', async () => {
  const scene = new Scene();
  scene.ticket = make_ticket('serving');
  scene.counter = { ...scene.counter, state: 'serving', ticket: { id: 't1', label: 'A001', service: 'cash' } };
  scene.show();
  await settle();
  assert.equal(scene.console.state.ticket?.state, 'serving');
});

test('a ticket that was finished elsewhere leaves this page', async () => {
  const scene = new Scene();
  scene.show();
  await scene.console.press('next');
  scene.counter = { ...scene.counter, state: 'idle', ticket: null };
  scene.show();
  await settle();
  assert.equal(scene.console.state.ticket, undefined);
});

test('nobody waiting is told', async () => {
  const scene = new Scene();
  scene.ticket = undefined;
  scene.show();
  await scene.console.press('next');
  assert.deepEqual(scene.console.state.notice, { kind: 'nobody' });
});

test('a ticket in another state than thought is told with its state', async () => {
  const scene = new Scene();
  scene.show();
  await scene.console.press('next');
  const problem = { type: 'about:blank', title: 'Conflict', status: 409, detail: '', state: 'cancelled' };
  scene.refusal = { kind: 'problem', status: 409, problem };
  await scene.console.press('start');
  assert.deepEqual(scene.console.state.notice, { kind: 'changed', state: 'cancelled' });
});

test('a session that has ended leads back to signing in', async () => {
  const scene = new Scene();
  scene.show();
  const problem = { type: 'about:blank', title: 'Unauthorized', status: 401, detail: '' };
  scene.refusal = { kind: 'problem', status: 401, problem };
  await scene.console.press('next');
  assert.ok(scene.signed_out);
});

test('what does not apply is not sent', async () => {
  const scene = new Scene();
  scene.show();
  await scene.console.press('finish');
  assert.equal(scene.requests.length, 0);
});

test('the expected action always applies', () => {
  for (const state of ['called', 'serving'] as const) {
    const ticket = { state };
    const action = expected_action(state, ticket);
    assert.ok(action && applies(action, state, ticket));
  }
  assert.equal(expected_action('idle', undefined), 'next');
  assert.equal(expected_action('closed', undefined), undefined);
});

test('each action has a key of its own, and a modifier leaves the key to the browser', () => {
  assert.equal(new Set(kActions.map(({ key }) => key)).size, kActions.length);
  const plain = { ctrlKey: false, altKey: false, metaKey: false, shiftKey: false };
  assert.equal(action_of_key({ code: 'F2', ...plain }), 'next');
  assert.equal(action_of_key({ code: 'F4', ...plain, altKey: true }), undefined);
  assert.equal(action_of_key({ code: 'KeyN', ...plain }), undefined);
});
