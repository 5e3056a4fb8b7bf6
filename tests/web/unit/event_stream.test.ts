import assert from 'node:assert/strict';
import { test } from 'node:test';
import { EventParser, EventStream, type LineState, type StreamEvent } from '../../../web/common/event_stream';
import { FakeWorld, header } from '../support/fake_world';

test('an event may arrive in any pieces', () => {
  const text = 'id: 7\r\nevent: ticket_called\r\ndata: {"a":1}\r\n\r\n: beat\n\nevent: queue\ndata: {"b":\ndata: 2}\n\n';
  for (let cut = 1; cut < text.length; ++cut) {
    const parser = new EventParser();
    const events = [...parser.push(text.slice(0, cut)), ...parser.push(text.slice(cut))];
    assert.deepEqual(events, [
      { id: '7', type: 'ticket_called', data: '{"a":1}' },
      { id: '7', type: 'queue', data: '{"b":\n2}' },
    ]);
  }
});

test('heartbeats and unfinished events are no events', () => {
  const parser = new EventParser();
  assert.deepEqual(parser.push(': beat\n\nevent: queue\n\ndata: {}'), []);
});

function stream_of(text: string): Response {
  return new Response(text, { status: 200, headers: { 'content-type': 'text/event-stream' } });
}

/** Follows a stream whose connections are given, until the server refuses. */
async function follow(connections: (Response | 'cut')[]) {
  const world = new FakeWorld([...connections, new Response('', { status: 401 })]);
  const events: StreamEvent[] = [];
  const states: LineState[] = [];
  const status = await new Promise<number>((resolve) => {
    new EventStream(
      '/events',
      { on_event: (event) => events.push(event), on_state: (state) => states.push(state), on_refused: resolve },
      world,
    );
  });
  return { world, events, states, status };
}

test('after a break the stream goes on behind the last event that arrived', async () => {
  const { world, events } = await follow([stream_of('id: 1\ndata: a\n\nid: 2\ndata: b\n\n'), 'cut', stream_of('id: 3\ndata: c\n\n')]);
  assert.deepEqual(events.map(({ data }) => data), ['a', 'b', 'c']);
  assert.deepEqual(world.sent.map((sent) => header(sent, 'Last-Event-ID')), [undefined, '2', '2', '3']);
});

test('a cursor that is too old goes on from where the server says', async () => {
  const { world } = await follow([stream_of('id: 1\ndata: a\n\n'), stream_of('event: reset\ndata: {"version":90}\n\n')]);
  assert.equal(header(world.sent[2], 'Last-Event-ID'), '90');
});

test('a lost line is told at once, and a line that is back too', async () => {
  const { states, status } = await follow([stream_of(': beat\n\n'), 'cut', stream_of(': beat\n\n')]);
  assert.deepEqual(states, ['connecting', 'open', 'lost', 'open', 'lost']);
  assert.equal(status, 401);
});
