import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Api } from '../../../web/common/api';
import { backoff_ms } from '../../../web/common/backoff';
import { Http } from '../../../web/common/http';
import { new_key, new_uuid_v7 } from '../../../web/common/ids';
import { FakeWorld, header, json } from '../support/fake_world';

const ticket = { id: 't1', label: 'A001', state: 'serving' };

test('a command whose answer was lost is sent again with the same key', async () => {
  const world = new FakeWorld(['cut', 'cut', json(200, ticket)]);
  const answer = await new Api(new Http(world)).act('t1', 'start', {}, { key: 'press-1' });
  assert.equal(answer.kind, 'ok');
  assert.deepEqual(world.sent.map((sent) => header(sent, 'Idempotency-Key')), ['press-1', 'press-1', 'press-1']);
});

test('a server that is stopping is asked again, with the same key', async () => {
  const world = new FakeWorld([json(503, {}), json(200, ticket)]);
  const answer = await new Api(new Http(world)).act('t1', 'finish', {}, { key: 'press-2' });
  assert.equal(answer.kind, 'ok');
  assert.equal(world.sent.length, 2);
});

test('a refusal is final and keeps its words', async () => {
  const problem = { type: 'about:blank', title: 'Conflict', status: 409, detail: 'it is finished', state: 'finished' };
  const world = new FakeWorld([json(409, problem)]);
  const answer = await new Api(new Http(world)).act('t1', 'start', {}, { key: 'press-3' });
  assert.deepEqual(answer, { kind: 'problem', status: 409, problem });
  assert.equal(world.sent.length, 1);
});

test('retries end, and then it is said that nothing is known', async () => {
  const world = new FakeWorld([]);
  const answer = await new Api(new Http(world)).act('t1', 'start', {}, { key: 'press-4' });
  assert.equal(answer.kind, 'lost');
  assert.ok(world.sent.length > 5);
  assert.ok(world.slept.reduce((sum, ms) => sum + ms, 0) < 20_000);
});

test('nobody waits is an answer without a body', async () => {
  const world = new FakeWorld([new Response(null, { status: 204 })]);
  const answer = await new Api(new Http(world)).call('demo', '3', { key: 'press-5' });
  assert.deepEqual(answer, { kind: 'ok', status: 204, body: undefined });
});

test('an answer tells the time of the server, not of this machine', async () => {
  const date = 'Sun, 22 Nov 2026 09:14:03 GMT';
  const world = new FakeWorld([new Response('{}', { status: 200, headers: { Date: date } })]);
  const answer = await new Http(world).once({ method: 'GET', path: '/x' });
  assert.equal(answer.kind === 'ok' && answer.at_ms, Date.parse(date));
});

test('an answer cut in the middle counts as lost', async () => {
  const world = new FakeWorld([new Response('{"id":"t1"', { status: 200 })]);
  assert.equal((await new Http(world).once({ method: 'GET', path: '/x' })).kind, 'lost');
});

test('the token of the session goes with every command after signing in', async () => {
  const session = { user: 'teller3', role: 'teller', branch: 'demo', counter: '3', csrf_token: 'secret' };
  const world = new FakeWorld([json(201, session), json(200, ticket)]);
  const api = new Api(new Http(world));
  await api.sign_in({ branch: 'demo', login: 'teller3', password: 'x' });
  await api.act('t1', 'start', {}, { key: 'press-6' });
  assert.equal(header(world.sent[1], 'X-CSRF-Token'), 'secret');
});

test('pauses double up to a bound and are spread over all of it', () => {
  const limits = { first_ms: 100, longest_ms: 1000 };
  assert.deepEqual([1, 2, 3, 4, 5, 9].map((n) => backoff_ms(n, limits, () => 0.999)), [100, 200, 400, 799, 999, 999]);
  assert.equal(backoff_ms(9, limits, () => 0), 0);
});

test('keys are visible ASCII and differ', () => {
  assert.match(new_key(), /^[0-9a-f]{32}$/);
  assert.notEqual(new_key(), new_key());
});

test('what is made here gets a UUIDv7 of its time', () => {
  const at_ms = Date.parse('2026-11-22T09:14:03.250Z');
  const id = new_uuid_v7(at_ms, (bytes) => bytes.fill(0xff));
  assert.match(id, /^[0-9a-f]{8}-[0-9a-f]{4}-7fff-bfff-f{12}$/);
  assert.equal(Number.parseInt(id.replace('-', '').slice(0, 12), 16), at_ms);
  assert.notEqual(new_uuid_v7(at_ms), new_uuid_v7(at_ms));
});

test('a notice is withdrawn with DELETE, its key and no body', async () => {
  const world = new FakeWorld(['cut', json(200, { id: 'n1' })]);
  const answer = await new Api(new Http(world)).withdraw_notice('demo', 'n1', { key: 'press-3' });
  assert.equal(answer.kind, 'ok');
  assert.deepEqual(world.sent.map((sent) => [sent.init.method, sent.init.body]), [['DELETE', undefined], ['DELETE', undefined]]);
  assert.deepEqual(world.sent.map((sent) => header(sent, 'Idempotency-Key')), ['press-3', 'press-3']);
});
