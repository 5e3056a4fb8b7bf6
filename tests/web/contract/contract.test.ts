// The real server keeps to docs/openapi.yaml: the shape of every answer, and who is let in where.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { kPassword, uuid_v7 } from '../support/branch';
import { Description, type Route } from '../support/description';
import { Server } from '../support/server';

const kTokens: Record<string, string> = {
  kiosk: 'demo-kiosk',
  board: 'demo-board',
  teller: 'demo-teller-3',
  manager: 'demo-manager',
};
const kUnknownTicket = '019aaf3e-7d7c-7c11-9d0e-0c3a8b1f2a55';

let server: Server;
const description = new Description();

before(async () => {
  server = await Server.start();
});
after(async () => {
  await server?.remove();
});

interface Asked {
  token?: string;
  body?: unknown;
  headers?: Record<string, string>;
}

async function ask(method: string, path: string, { token, body, headers }: Asked = {}) {
  const response = await fetch(`${server.url}/api/v1${path}`, {
    method,
    headers: {
      ...(token ? { Authorization: `Bearer ${token}` } : {}),
      ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
      ...headers,
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const type = (response.headers.get('Content-Type') ?? '').split(';')[0] ?? '';
  const text = await response.text();
  const parsed = type.endsWith('json') && text !== '' ? (JSON.parse(text) as unknown) : text || undefined;
  return { status: response.status, type, body: parsed };
}

/** Asks, checks the answer against the description, and gives its body. */
async function described(operation: string, status: number, method: string, path: string, asked: Asked = {}) {
  const answer = await ask(method, path, asked);
  assert.equal(answer.status, status, `${operation}: ${JSON.stringify(answer.body)}`);
  assert.deepEqual(description.faults(operation, status, answer.type, answer.body), []);
  return answer.body as Record<string, unknown>;
}

const kiosk = { token: 'demo-kiosk' };
const teller = { token: 'demo-teller-3' };
const manager = { token: 'demo-manager' };
const demo = '/branches/demo';

test('an answer of another shape would be found', () => {
  const json = 'application/json';
  assert.match(description.faults('getTicket', 200, json, { id: 1 }).join('\n'), /must have required property 'label'/);
  assert.match(description.faults('getTicket', 200, 'text/html', '').join('\n'), /not described as text\/html/);
  assert.match(description.faults('callNext', 204, '', {}).join('\n'), /has a body/);
});

test('a ticket\u2019s whole life is answered as described', async () => {
  const id = uuid_v7();
  const wanted = { id, service: 'cash', language: 'uz', priority: 'elderly' };
  await described('issueTicket', 201, 'POST', `${demo}/tickets`, { ...kiosk, body: wanted });
  await described('issueTicket', 200, 'POST', `${demo}/tickets`, { ...kiosk, body: wanted });
  await described('getTicket', 200, 'GET', `/tickets/${id}`);
  await described('getQueue', 200, 'GET', `${demo}/queue`, { token: 'demo-board' });
  await described('callNext', 200, 'POST', `${demo}/counters/3/call`, teller);
  const busy = await described('callNext', 409, 'POST', `${demo}/counters/3/call`, teller);
  assert.equal(busy.ticket, id);
  await described('recallTicket', 200, 'POST', `/tickets/${id}/recall`, teller);
  await described('startTicket', 200, 'POST', `/tickets/${id}/start`, teller);
  const wrong = await described('startTicket', 409, 'POST', `/tickets/${id}/start`, teller);
  assert.equal(wrong.state, 'serving');
  await described('holdTicket', 200, 'POST', `/tickets/${id}/hold`, { ...teller, body: { reason: 'papers' } });
  await described('getQueue', 200, 'GET', `${demo}/queue`, teller);
  await described('resumeTicket', 200, 'POST', `/tickets/${id}/resume`, teller);
  await described('callNext', 200, 'POST', `${demo}/counters/3/call`, { ...teller, body: { ticket: id } });
  await described('transferTicket', 200, 'POST', `/tickets/${id}/transfer`, { ...teller, body: { service: 'loans' } });
  await described('callNext', 200, 'POST', `${demo}/counters/3/call`, teller);
  await described('startTicket', 200, 'POST', `/tickets/${id}/start`, teller);
  await described('finishTicket', 200, 'POST', `/tickets/${id}/finish`, { ...teller, body: { outcome: 'done' } });
  await described('giveFeedback', 200, 'POST', `/tickets/${id}/feedback`, { ...kiosk, body: { score: 4 } });
  await described('callNext', 204, 'POST', `${demo}/counters/3/call`, teller);
});

test('no-show and cancelling are answered as described', async () => {
  const [gone, cancelled] = [uuid_v7(), uuid_v7()];
  for (const id of [gone, cancelled]) {
    await described('issueTicket', 201, 'POST', `${demo}/tickets`, { ...kiosk, body: { id, service: 'cards', language: 'ru' } });
  }
  await described('callNext', 200, 'POST', `${demo}/counters/3/call`, teller);
  await described('markNoShow', 200, 'POST', `/tickets/${gone}/no-show`, teller);
  await described('cancelTicket', 200, 'POST', `/tickets/${cancelled}/cancel`, { ...kiosk, body: { reason: 'not_printed' } });
});

test('appointments are answered as described', async () => {
  const at = new Date(Date.now() + 10 * 60_000).toISOString();
  const body = { service: 'loans', at };
  const booked = await described('bookAppointment', 201, 'POST', `${demo}/appointments`, { ...manager, body });
  const code = String(booked.code);
  assert.match(code, /^[0-9]{6}$/);
  await described('bookAppointment', 200, 'POST', `${demo}/appointments`, { ...manager, body: { ...body, code } });
  const day = await described('listAppointments', 200, 'GET', `${demo}/appointments`, kiosk);
  assert.ok(Array.isArray(day.appointments));
  const wanted = { id: uuid_v7(), service: 'loans', language: 'uz', booking: code, device: 'kiosk-7' };
  const issued = await described('issueTicket', 201, 'POST', `${demo}/tickets`, { ...kiosk, body: wanted });
  assert.equal(issued.appointment, at);
  await described('issueTicket', 409, 'POST', `${demo}/tickets`, { ...kiosk, body: { ...wanted, id: uuid_v7() } });
  await described('issueTicket', 404, 'POST', `${demo}/tickets`, {
    ...kiosk,
    body: { ...wanted, id: uuid_v7(), booking: '0000AAAA' },
  });
  await described('cancelAppointment', 409, 'DELETE', `${demo}/appointments/${code}`, manager);
  const other = await described('bookAppointment', 201, 'POST', `${demo}/appointments`, { ...manager, body });
  await described('cancelAppointment', 200, 'DELETE', `${demo}/appointments/${String(other.code)}`, manager);
  await described('findTickets', 200, 'GET', `${demo}/tickets?origin=kiosk-7&since=${at.slice(0, 10)}T00:00:00Z`, kiosk);
  await described('findTickets', 200, 'GET', `${demo}/tickets?label=${String(issued.label)}`, teller);
  await described('findTickets', 400, 'GET', `${demo}/tickets`, teller);
});

test('notices are answered as described', async () => {
  const body = { id: uuid_v7(), kind: 'emergency', texts: { uz: 'Binoni tark eting', en: 'Leave the building' } };
  await described('postNotice', 201, 'POST', `${demo}/notices`, { ...manager, body });
  await described('postNotice', 200, 'POST', `${demo}/notices`, { ...manager, body });
  await described('postNotice', 409, 'POST', `${demo}/notices`, { ...manager, body: { ...body, kind: 'message' } });
  await described('postNotice', 400, 'POST', `${demo}/notices`, { ...manager, body: { ...body, texts: { de: 'Hallo' } } });
  const queue = await described('getQueue', 200, 'GET', `${demo}/queue`, { token: 'demo-board' });
  assert.deepEqual(queue.notices, [{ ...body, until: null }]);
  await described('withdrawNotice', 200, 'DELETE', `${demo}/notices/${body.id}`, manager);
  await described('withdrawNotice', 404, 'DELETE', `${demo}/notices/${uuid_v7()}`, manager);
});

test('devices are told as described, from their first word on', async () => {
  const queue = await described('getQueue', 200, 'GET', `${demo}/queue`, { token: 'demo-board' });
  const { version, at } = (queue.calls as { version: number; at: string }[])[0]!;
  const heard = { version, shown_at: at, heard: 'words', heard_at: at };
  const batch = (node: string, event: object) => ({
    node,
    epoch: 'contract',
    first_seq: 1,
    events: [{ seq: 1, at, ...event }],
  });
  const board = batch('board-hall', { type: 'calls_presented', calls: [heard] });
  await described('syncEvents', 200, 'POST', '/sync', { token: 'demo-board', body: board });
  const paper = batch('kiosk-1', { type: 'device_reported', part: 'paper', state: 'out' });
  await described('syncEvents', 200, 'POST', '/sync', { ...kiosk, body: paper });
  const told = await described('listDevices', 200, 'GET', `${demo}/devices`, manager);
  const [hall, entrance] = told.devices as { calls: { shown: { count: number } } | null; parts: { state: string }[] }[];
  assert.equal(hall?.calls?.shown.count, 1);
  assert.equal(entrance?.parts[0]?.state, 'out');
});

test('counters are answered as described', async () => {
  await described('pauseCounter', 200, 'POST', `${demo}/counters/3/pause`, { ...teller, body: { reason: 'lunch' } });
  await described('callNext', 409, 'POST', `${demo}/counters/3/call`, teller);
  await described('resumeCounter', 200, 'POST', `${demo}/counters/3/resume`, teller);
  await described('closeCounter', 200, 'POST', `${demo}/counters/3/close`, teller);
  await described('openCounter', 200, 'POST', `${demo}/counters/3/open`, { ...teller, body: { services: ['cash', 'cards'] } });
});

test('what is read is as described', async () => {
  await described('listBranches', 200, 'GET', '/branches');
  await described('getBranch', 200, 'GET', demo);
  for (const by of ['', '?by=hour', '?by=day,service', '?by=counter', '?by=teller']) {
    await described('getWaitTimes', 200, 'GET', `${demo}/wait-times${by}`, manager);
  }
  await described('getWaitTimes', 200, 'GET', `${demo}/wait-times?by=hour`, { ...manager, headers: { Accept: 'text/csv' } });
  await described('getUsualWaits', 200, 'GET', `${demo}/usual-waits`, kiosk);
  await described('getHealth', 200, 'GET', '/healthz');
  await described('getReadiness', 200, 'GET', '/readyz');
});

test('the description is served as it is written', async () => {
  const answer = await ask('GET', '/openapi.yaml');
  assert.equal(answer.status, 200);
  assert.match(String(answer.body), /^openapi: 3\.1\.0/);
});

test('signing in and out is answered as described', async () => {
  const body = { branch: 'demo', login: 'teller3', password: kPassword };
  await described('signIn', 201, 'POST', '/sessions', { body });
  await described('signIn', 401, 'POST', '/sessions', { body: { ...body, password: 'guess' } });
  await described('getSession', 401, 'GET', '/sessions/current');
});

test('devices join with a code, once', async () => {
  const made = await described('createEnrolmentCode', 201, 'POST', `${demo}/enrolment-codes`, {
    ...manager,
    body: { kind: 'kiosk', name: 'Hall' },
  });
  await described('enrolDevice', 201, 'POST', '/devices/enrol', { body: { code: made.code, name: 'Hall' } });
  const again = await ask('POST', '/devices/enrol', { body: { code: made.code, name: 'Hall' } });
  assert.ok(again.status >= 400 && again.status < 500);
  assert.deepEqual(description.faults('enrolDevice', again.status, again.type, again.body), []);
});

test('refusals are problems that say what was expected', async () => {
  const one = { id: uuid_v7(), service: 'haircut', language: 'uz' };
  const unknown = await ask('POST', `${demo}/tickets`, { ...kiosk, body: one });
  assert.ok(unknown.status >= 400 && unknown.status < 500);
  assert.deepEqual(description.faults('issueTicket', unknown.status, unknown.type, unknown.body), []);
  await described('issueTicket', 400, 'POST', `${demo}/tickets`, { ...kiosk, body: [1, 2] });
  await described('getTicket', 404, 'GET', `/tickets/${kUnknownTicket}`);
  await described('getQueue', 404, 'GET', '/branches/elsewhere/queue', { token: 'demo-board' });
  const headers = { 'Idempotency-Key': 'contract-1' };
  const first = { id: uuid_v7(), service: 'cash', language: 'uz' };
  await described('issueTicket', 201, 'POST', `${demo}/tickets`, { ...kiosk, headers, body: first });
  await described('issueTicket', 422, 'POST', `${demo}/tickets`, { ...kiosk, headers, body: { ...first, language: 'ru' } });
});

const kWithoutPerson = ['getSession', 'signOut'];
const kBodies: Record<string, unknown> = {
  issueTicket: { id: uuid_v7(), service: 'cash', language: 'uz' },
  pauseCounter: { reason: 'lunch' },
  transferTicket: { service: 'cash' },
  giveFeedback: { score: 1 },
  syncEvents: { node: 'n', epoch: 'e', first_seq: 1, events: [] },
  bookAppointment: { service: 'cash', at: '2020-01-01T00:00:00Z' },
  createEnrolmentCode: { kind: 'kiosk', name: 'x' },
};

for (const route of description.routes()) {
  if (route.roles.includes('public') || kWithoutPerson.includes(route.id)) continue;
  test(`${route.id} lets in whom the description names, and nobody else`, async () => {
    assert.equal(await status_for(route), 401, 'nobody');
    for (const [role, token] of Object.entries(kTokens)) {
      if (!route.roles.includes(role)) assert.equal(await status_for(route, token), 403, role);
      // The event stream does not end, and what is allowed is tested above.
    }
  });
}

async function status_for(route: Route, token?: string): Promise<number> {
  const path = route.path
    .replace('{branch}', 'demo')
    .replace('{counter}', '3')
    .replace('{code}', '482910')
    .replace('{id}', kUnknownTicket);
  const body = route.method === 'POST' ? (kBodies[route.id] ?? {}) : undefined;
  return (await ask(route.method, path, { ...(token ? { token } : {}), ...(body === undefined ? {} : { body }) })).status;
}
